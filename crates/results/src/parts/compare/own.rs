//! Compares one authority with the others.

use missing_rates::Ordered;
use missing_rates::area::{authority, plain_name};
use missing_rates::cohort::Share;
use missing_rates::rates::share_moved;
use missing_rates::report::{Comparison, Level, Others, Outcome};
use words::{Language, Text};

use super::super::caveats::{self, Figure};
use super::super::precise::Precise;
use super::super::worked::Worked;
use super::compared::{Compared, choice};
use document::Shared;
use document::{Block, Cell, Column, Row, Setting, Table};

/// The choice of an authority, from those that answered.
pub(super) fn pick(compared: Compared<'_>) -> Option<Block> {
    let mut areas: Vec<_> = compared.context.report.totals.iter().map(|total| total.area).collect();
    areas.retain(|area| area.level == Level::Authority);
    areas.order_by_key(|area| (area.name, area.code));
    areas.dedup();
    if areas.len() < 2 {
        return None;
    }
    let nobody = (None, compared.context.language.compare_nobody().into());
    let options = areas.iter().filter_map(choice).map(|(code, name)| (Some(code), name));
    let chosen = compared.context.settings.query.authority;
    let options = std::iter::once(nobody).chain(options);
    Some(crate::pick::pick(
        ("authority", compared.context.language.compare_authority()),
        options,
        &chosen,
        Setting::Authority,
    ))
}

pub(super) fn blocks(language: Language, compared: Compared<'_>) -> Vec<Block> {
    let Some(own) = compared.context.settings.query.authority.and_then(authority) else { return Vec::new() };
    let here = |c: &&Comparison| {
        (c.period, c.cohort, c.measure) == (compared.period, compared.cohort, Share::Missing)
            && c.authority.code == Some(own.code)
    };
    let comparisons: Vec<_> = compared.context.report.comparisons.iter().filter(here).collect();
    let mut blocks = vec![Block::heading(language.compare_own(plain_name(own.name)))];
    let Some(first) = comparisons.first() else {
        blocks.push(Block::text(language.compare_own_none(plain_name(own.name))));
        return blocks;
    };
    let precise = Precise::of(language, compared.context.report);
    let own_share = precise.part_of(first.numerator, first.denominator);
    let (lower, upper) = language.ends((first.interval.lower, first.interval.upper), &own_share);
    let lead = words::CompareOwnLead {
        counts: &words::ChildrenOf { children: first.denominator, missing: &language.number(first.numerator) }
            .text(language),
        interval: &words::Between { lower: &lower, upper: &upper }.text(language),
        name: plain_name(own.name),
        share: &own_share,
    };
    blocks.push(Block::text(lead.text(language)));
    let (cohort, period) = compared.titles();
    let caption = words::CompareOwnCaption { cohort, name: own.name, period: &period }.text(language);
    let rows = comparisons.iter().map(|c| {
        let with = beside(language, c);
        let among = words::CompareAmong {
            authorities: c.others.authorities,
            highest: &language.share(c.others.highest),
            lowest: &language.share(c.others.lowest),
        };
        let moved = share_moved((c.others.numerator, c.others.denominator), (c.numerator, c.denominator));
        // Of rounded numbers no share has more than a whole per cent.
        let moved = moved.filter(|_| precise.unit().is_none());
        let share = match &moved {
            _ if precise.unit().is_some() => precise.part_of(c.others.numerator, c.others.denominator),
            Some(moved) => language.percent_of(&moved.from),
            None => language.part_of(c.others.numerator, c.others.denominator),
        };
        let minus = if c.points < 0.0 { "−" } else { "" };
        let apart = moved.map(|moved| language.points(&[minus, &moved.points.by].concat()));
        let apart = apart.unwrap_or_else(|| match precise.unit() {
            None => language.points(&language.signed(c.points * 100.0)),
            Some(_) => precise.about(&language.points(&language.signed_as(c.points * 100.0, |l, v| l.decimals(v, 0)))),
        });
        let outcome = match c.outcome {
            Outcome::Higher => language.compare_higher(),
            Outcome::Lower => language.compare_lower(),
            Outcome::NotClear => language.compare_not_clear(),
        };
        Row::new([
            Cell { about: Some(among.text(language)), ..Cell::text(with) },
            Cell::number(share, c.others.value),
            Cell { about: Some(language.points_between(c.lower, c.upper)), ..Cell::number(apart, c.points) },
            Cell::text(outcome),
        ])
    });
    blocks.push(Block::Table {
        table: Shared::new(Table {
            id: "beside".into(),
            caption,
            columns: vec![
                Column::words(language.compare_with()),
                Column::numbers(language.compare_share()),
                Column::numbers(language.compare_difference()),
                Column::words(language.compare_outcome()),
            ],
            rows: rows.collect(),
            sortable: false,
        }),
    });
    let worked = Worked::of(compared.context.report).says(language.worked_own_columns()).comparison(
        language,
        &beside(language, first),
        first,
    );
    blocks.push(worked.block(language));
    let share = Some((first.numerator.into(), first.denominator.into()));
    let notes = caveats::beside(language, compared.context.report, &Figure { share, ..Figure::default() });
    blocks.extend(caveats::gathered(language, notes));
    blocks.push(Block::text(language.compare_about()));
    blocks
}

/// Who it is compared with.
pub(in crate::parts) fn beside(language: Language, comparison: &Comparison) -> Text {
    match comparison.with {
        Others::Neighbours => language.compare_neighbours().into(),
        Others::Area { area } => language.compare_others_of(area.name.unwrap_or_default()),
    }
}
