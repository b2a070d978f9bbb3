//! What is published of a council, as a picture to share: its share in words, beside its region and England.

use document::{Block, Chart, DotLine, Drawing, Scale, Text};
use missing_rates::area::{Authority, plain_name};
use missing_rates::report::{PublishedFigures, Role, Standing};
use words::Language;

use super::super::scale::{said, shares, whole_percent};
use super::super::standing;

/// The picture of the latest figure; none if its share is not printed.
pub(super) fn block(
    language: Language,
    of: &Authority,
    standing: &Standing,
    latest: &PublishedFigures,
) -> Option<Block> {
    let (share, counts) = standing::printed_of(language, latest);
    let rows: Vec<&PublishedFigures> = [Role::Own, Role::Region, Role::Nation]
        .into_iter()
        .filter_map(|role| standing.published.iter().find(|row| row.role == role && row.period == latest.period))
        .collect();
    let largest = rows.iter().filter_map(|row| row.interval.as_ref()).map(|of| of.upper).fold(0.0, f64::max);
    let scale = shares(largest);
    let line = |row: &&PublishedFigures| {
        let (number, name) = (standing::printed_of(language, row).0?, row.area.name.unwrap_or_default());
        let interval = row.interval.as_ref().map(|interval| (interval.lower, interval.upper));
        Some(DotLine {
            text: said(language, name, &number, interval),
            name: name.into(),
            number,
            at: scale.at(row.value?),
            span: interval.map(|interval| scale.span(interval)),
            marked: row.role == Role::Own,
        })
    };
    let beside = standing::larger(language, standing, latest.period).unwrap_or_default();
    let period = language.period(latest.period);
    let caption = words::CouncilCard { name: plain_name(of.name), period: &period, share: &share? }.text(language);
    let words = words::CouncilCardWords { beside: &beside, counts: &counts? }.text(language);
    Some(Block::chart(Chart {
        id: "council-card".into(),
        alternative: [&*caption, ". ", &*words].concat().into(),
        caption,
        drawing: Drawing::Dots {
            lines: rows.iter().filter_map(line).collect(),
            scale: Scale {
                least: whole_percent(language, 0.0),
                most: whole_percent(language, scale.end()),
                line: None,
                line_text: Text::default(),
            },
        },
    }))
}
