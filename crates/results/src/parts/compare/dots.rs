//! Shares with their intervals, one below the other: the areas, or the authorities of one of them.

use missing_rates::Ordered;
use missing_rates::area::plain_name;
use missing_rates::report::{Level, Rate};
use words::Language;

use super::super::scale::{said, shares, whole_percent};
use super::among::one_or;
use super::compared::Compared;
use document::{Block, Chart, DotLine, Drawing, Scale};

/// More lines than this cannot be read. The funnel shows them all.
const MOST: usize = 45;

pub(super) fn chart(language: Language, compared: Compared<'_>) -> Option<Block> {
    let regions = compared.place == *compared.whole;
    let mut lines: Vec<&Rate> = compared
        .rates()
        .filter(|rate| rate.value.is_some())
        .filter(|rate| match rate.area.level {
            Level::Authority => {
                let own = compared.context.settings.query.authority == rate.area.code;
                own || !regions && rate.area.code.is_some_and(|code| compared.shows(code))
            }
            Level::Nation | Level::Region => regions && rate.area != *compared.whole,
            _ => false,
        })
        .collect();
    let line = compared.rate(&compared.place).filter(|rate| rate.value.is_some())?;
    // They are sorted by share, so that the eye can follow. Equal shares are sorted by name.
    lines.order_by(|a, b| b.value.partial_cmp(&a.value).unwrap_or(std::cmp::Ordering::Equal).then(a.area.cmp(&b.area)));
    let (first, last) = (lines.first()?, lines.last()?);
    if lines.len() < 2 || lines.len() > MOST {
        return None;
    }
    let largest = lines.iter().filter_map(|rate| rate.interval.as_ref()).map(|i| i.upper).fold(0.0, f64::max);
    let scale = shares(largest.max(line.value?));
    let (cohort, period) = compared.titles();
    let area = plain_name(compared.place.name.unwrap_or_default());
    let share = language.rate(line);
    let (highest, lowest) = (language.rate(first), language.rate(last));
    let whose = |share: &str| one_or(language, lines.iter().copied(), share, Language::compare_many);
    let alternative = words::CompareDotsAlternative {
        area,
        highest: &highest,
        highest_name: &whose(&highest),
        lowest: &lowest,
        lowest_name: &whose(&lowest),
        share: &share,
    };
    let dot = |rate: &&Rate| {
        let (name, number) = (rate.area.name.unwrap_or_default(), language.rate(rate));
        let interval = rate.interval.as_ref().map(|interval| (interval.lower, interval.upper));
        DotLine {
            text: said(language, name, &number, interval),
            name: name.into(),
            number,
            at: scale.at(rate.value.unwrap_or_default()),
            span: interval.map(|interval| scale.span(interval)),
            marked: compared.context.settings.query.authority == rate.area.code,
        }
    };
    Some(Block::chart(Chart {
        id: "dots".into(),
        caption: words::CompareDotsCaption { cohort, period: &period }.text(language),
        alternative: alternative.text(language),
        drawing: Drawing::Dots {
            lines: lines.iter().map(dot).collect(),
            scale: Scale {
                least: whole_percent(language, 0.0),
                most: whole_percent(language, scale.end()),
                line: line.value.map(|value| scale.at(value)),
                line_text: words::CompareDotsLine { area, share: &share }.text(language),
            },
        },
    }))
}
