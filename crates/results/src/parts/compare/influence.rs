//! What a share owes to single authorities.

use missing_rates::cohort::Share;
use missing_rates::rates::share_moved;
use missing_rates::report::{Influence, Without};

use super::super::moved::{moved, respondent};
use super::super::worked::Worked;
use super::Compared;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

/// How many are listed.
const LISTED: usize = 10;

pub(super) fn blocks(compared: Compared<'_>) -> Vec<Block> {
    let here = |i: &&Influence| {
        (i.area, i.period, i.cohort, i.measure) == (*compared.whole, compared.period, compared.cohort, Share::Missing)
    };
    let (Some(influence), Some(rate)) =
        (compared.context.report.influence.iter().find(here), compared.rate(compared.whole))
    else {
        return Vec::new();
    };
    let Some(first) = influence.without.first() else { return Vec::new() };
    let all = (rate.numerator, rate.denominator);
    let area = compared.whole.name.unwrap_or_default();
    let change = |without: &Without| share_moved(all, (without.numerator, without.denominator));
    let lead = match change(first) {
        Some(moved_by) => words::InfluenceLead {
            area,
            moved: &moved(&moved_by.points),
            name: &respondent(&first.respondent),
            share: &words::format::parts(first.numerator, first.denominator),
        }
        .text(),
        None => words::influence_none(&respondent(&first.respondent)),
    };
    let rows = influence.without.iter().take(LISTED).map(|without| {
        Row::new([
            Cell::text(respondent(&without.respondent)),
            Cell::number(words::format::parts(without.numerator, without.denominator), without.value),
            Cell::number(change(without).map(|by| moved(&by.points)).unwrap_or_default(), without.difference),
            Cell::number(words::format::share(without.weight), without.weight),
        ])
    });
    let worked = Worked::of(compared.context.report).says(words::worked_influence_columns()).influence(influence, rate);
    let (cohort, period) = compared.titles();
    vec![
        Block::heading(words::influence_heading()),
        Block::text(lead),
        Block::Table {
            table: Shared::new(Table {
                id: "influence".into(),
                caption: words::InfluenceCaption { area, cohort, period: &period }.text(),
                columns: vec![
                    Column::words(words::influence_left_out()),
                    Column::numbers(words::influence_share()),
                    Column::numbers(words::influence_change()),
                    Column::numbers(words::influence_weight()),
                ],
                rows: rows.collect(),
                sortable: true,
            }),
        },
        worked.block(),
    ]
}
