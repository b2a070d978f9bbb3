//! How much a share depends on single authorities.

use missing_rates::area::plain_name;
use missing_rates::cohort::Share;
use missing_rates::rates::share_moved;
use missing_rates::report::{Influence, Without};
use words::Language;

use super::super::worked::Worked;
use super::compared::Compared;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

/// How many authorities are listed.
const LISTED: usize = 10;

pub(super) fn blocks(language: Language, compared: Compared<'_>) -> Vec<Block> {
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
    let area = plain_name(compared.whole.name.unwrap_or_default());
    let change = |without: &Without| share_moved(all, (without.numerator, without.denominator));
    let whose = match first.respondent.names.as_slice() {
        [one] => plain_name(one).into(),
        _ => language.respondent(&first.respondent),
    };
    let lead = match change(first) {
        Some(moved_by) => words::InfluenceLead {
            area,
            moved: &language.moved(&moved_by.points),
            name: &whose,
            share: &language.percent_of(&moved_by.to),
        }
        .text(language),
        None => language.influence_none(&whose),
    };
    // It has as many decimals as the change beside it.
    let share = |without: &Without| {
        let printed = change(without).map(|moved| language.percent_of(&moved.to));
        printed.unwrap_or_else(|| language.part_of(without.numerator, without.denominator))
    };
    let rows = influence.without.iter().take(LISTED).map(|without| {
        Row::new([
            Cell::text(language.respondent(&without.respondent)),
            Cell::number(share(without), without.value),
            Cell::number(change(without).map(|by| language.moved(&by.points)).unwrap_or_default(), without.difference),
            Cell::number(language.share(without.weight), without.weight),
        ])
    });
    let worked = Worked::of(compared.context.report)
        .says(language.worked_influence_columns())
        .influence(language, influence, rate);
    let (cohort, period) = compared.titles();
    vec![
        Block::heading(language.influence_heading()),
        Block::text(lead),
        Block::Table {
            table: Shared::new(Table {
                id: "influence".into(),
                caption: words::InfluenceCaption { area, cohort, period: &period }.text(language),
                columns: vec![
                    Column::words(language.influence_left_out()),
                    Column::numbers(language.influence_share()),
                    Column::numbers(language.influence_change()),
                    Column::numbers(language.influence_weight()),
                ],
                rows: rows.collect(),
                sortable: true,
            }),
        },
        worked.block(language),
    ]
}
