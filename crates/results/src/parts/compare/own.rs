//! One authority among its others.

use missing_rates::Ordered;
use missing_rates::area::authority;
use missing_rates::cohort::Share;
use missing_rates::report::{Comparison, Level, Others, Outcome};
use words::Text;

use super::super::caveats::{self, Figure};
use super::super::moved::{points_between, signed};
use super::super::questions::ASK_AUTHORITY;
use super::super::worked::Worked;
use super::{Compared, choice};
use document::Shared;
use document::{Block, Cell, Choice, Column, Row, Table};

/// Chooses the authority, of those that answered.
pub(super) fn pick(compared: Compared<'_>) -> Option<Block> {
    let mut areas: Vec<_> = compared.context.report.totals.iter().map(|total| total.area).collect();
    areas.retain(|area| area.level == Level::Authority);
    areas.order_by_key(|area| (area.name, area.code));
    areas.dedup();
    if areas.len() < 2 {
        return None;
    }
    let nobody = Choice { value: Text::default(), text: words::compare_nobody().into() };
    let chosen = compared.context.settings.asked.authority;
    Some(Block::Pick {
        setting: ASK_AUTHORITY.into(),
        label: words::compare_authority().into(),
        options: [nobody].into_iter().chain(areas.iter().filter_map(choice)).collect(),
        chosen: chosen.map(|code| code.to_string().into()).unwrap_or_default(),
    })
}

pub(super) fn blocks(compared: Compared<'_>) -> Vec<Block> {
    let Some(own) = compared.context.settings.asked.authority.and_then(authority) else { return Vec::new() };
    let here = |c: &&Comparison| {
        (c.period, c.cohort, c.measure) == (compared.period, compared.cohort, Share::Missing)
            && c.authority.code == Some(own.code)
    };
    let comparisons: Vec<_> = compared.context.report.comparisons.iter().filter(here).collect();
    let mut blocks = vec![Block::heading(words::compare_own(own.name))];
    let Some(first) = comparisons.first() else {
        blocks.push(Block::text(words::compare_own_none(own.name)));
        return blocks;
    };
    let between = |lower, upper| {
        words::Between { lower: &words::format::share(lower), upper: &words::format::share(upper) }.text()
    };
    let lead = words::CompareOwnLead {
        children: &words::format::number(first.denominator),
        interval: &between(first.interval.lower, first.interval.upper),
        missing: &words::format::number(first.numerator),
        name: own.name,
        share: &words::format::parts(first.numerator, first.denominator),
    };
    blocks.push(Block::text(lead.text()));
    let (cohort, period) = compared.titles();
    let caption = words::CompareOwnCaption { cohort, name: own.name, period: &period }.text();
    let rows = comparisons.iter().map(|c| {
        let with = beside(c);
        let among = words::CompareAmong {
            authorities: c.others.authorities,
            highest: &words::format::share(c.others.highest),
            lowest: &words::format::share(c.others.lowest),
        };
        let share = words::format::parts(c.others.numerator, c.others.denominator);
        let outcome = match c.outcome {
            Outcome::Higher => words::compare_higher(),
            Outcome::Lower => words::compare_lower(),
            Outcome::NotClear => words::compare_not_clear(),
        };
        Row::new([
            Cell { about: Some(among.text()), ..Cell::text(with) },
            Cell::number(share, c.others.value),
            Cell {
                about: Some(points_between(c.lower, c.upper)),
                ..Cell::number(super::super::moved::points(&signed(c.points * 100.0)), c.points)
            },
            Cell::text(outcome),
        ])
    });
    blocks.push(Block::Table {
        table: Shared::new(Table {
            id: "beside".into(),
            caption,
            columns: vec![
                Column::words(words::compare_with()),
                Column::numbers(words::compare_share()),
                Column::numbers(words::compare_difference()),
                Column::words(words::compare_outcome()),
            ],
            rows: rows.collect(),
            sortable: false,
        }),
    });
    let worked =
        Worked::of(compared.context.report).says(words::worked_own_columns()).comparison(&beside(first), first);
    blocks.push(worked.block());
    let share = Some((first.numerator.into(), first.denominator.into()));
    blocks.extend(caveats::beside(compared.context.report, &Figure { share, ..Figure::default() }));
    blocks.push(Block::text(words::compare_about()));
    blocks
}

/// With whom it is compared.
pub(in crate::parts) fn beside(comparison: &Comparison) -> Text {
    match comparison.with {
        Others::Neighbours => words::compare_neighbours().into(),
        Others::Area { area } => words::compare_others_of(area.name.unwrap_or_default()),
    }
}
