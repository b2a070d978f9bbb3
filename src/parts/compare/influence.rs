//! What a share owes to single authorities.

use missing_rates::cohort::Share;
use missing_rates::rates::share_moved;
use missing_rates::report::{Influence, Without};

use super::super::moved::{moved, respondent};
use super::super::worked::Worked;
use super::Compared;
use crate::document::{Block, Cell, Column, Row, Table};
use crate::shared::Shared;
use crate::text;

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
        Some(moved_by) => text::InfluenceLead {
            area,
            moved: &moved(&moved_by.points),
            name: &respondent(&first.respondent),
            share: &text::format::parts(first.numerator, first.denominator),
        }
        .text(),
        None => text::influence_none(&respondent(&first.respondent)),
    };
    let rows = influence.without.iter().take(LISTED).map(|without| {
        Row::new([
            Cell::text(respondent(&without.respondent)),
            Cell::number(text::format::parts(without.numerator, without.denominator), without.value),
            Cell::number(change(without).map(|by| moved(&by.points)).unwrap_or_default(), without.difference),
            Cell::number(text::format::share(without.weight), without.weight),
        ])
    });
    let worked = Worked::of(compared.context.report).says(text::worked_influence_columns()).influence(influence, rate);
    let (cohort, period) = compared.titles();
    vec![
        Block::heading(text::influence_heading()),
        Block::text(lead),
        Block::Table {
            table: Shared::new(Table {
                id: "influence".into(),
                caption: text::InfluenceCaption { area, cohort, period: &period }.text(),
                columns: vec![
                    Column::words(text::influence_left_out()),
                    Column::numbers(text::influence_share()),
                    Column::numbers(text::influence_change()),
                    Column::numbers(text::influence_weight()),
                ],
                rows: rows.collect(),
                sortable: true,
            }),
        },
        worked.block(),
    ]
}
