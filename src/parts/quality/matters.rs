//! How much it matters: the share without the rows found, and with codes read the other way.

use missing_rates::report::{Report, Scenario, Sensitivity};

use super::super::worked::Worked;
use crate::document::{Block, Cell, Column, Row, Table};
use crate::shared::Shared;
use crate::text;

pub(super) fn blocks(report: &Report) -> Vec<Block> {
    let Some(base) = report.sensitivity.first() else { return Vec::new() };
    let cases = report.sensitivity.iter().filter(|case| case.scenario != Scenario::WithoutRule);
    vec![
        Block::heading(text::quality_matters()),
        Block::text(text::quality_matters_text()),
        Block::Table {
            table: Shared::new(Table {
                id: "quality-matters".into(),
                caption: text::quality_matters_caption(&text::format::period(base.period)),
                columns: vec![
                    Column::words(text::quality_case()),
                    Column::numbers(text::quality_case_rows()),
                    Column::numbers(text::quality_case_of()),
                    Column::numbers(text::quality_case_share()),
                    Column::words(text::quality_change()),
                ],
                rows: cases.map(row).collect(),
                sortable: false,
            }),
        },
        Worked::of(report)
            .says(text::worked_matters())
            .row(text::quality_case_as_it_is(), base.numerator, base.denominator)
            .block(),
    ]
}

fn row(case: &Sensitivity) -> Row {
    let (name, about) = names(case.scenario);
    let (missing, children) = (text::format::number(case.numerator), text::format::number(case.denominator));
    let as_it_is = case.scenario == Scenario::AsItIs;
    let rows = if as_it_is { text::quality_not_counted().into() } else { text::format::number(case.rows) };
    let change = case.points.map_or_else(|| text::quality_not_counted().into(), super::change);
    Row::new([
        Cell { about: about.map(Into::into), ..Cell::text(name) },
        Cell::number(rows, case.rows as f64),
        Cell::number(text::QualityCaseDivided { children: &children, missing: &missing }.text(), None),
        Cell::number(super::share(case), case.value),
        Cell::text(change),
    ])
    .marked(as_it_is)
}

fn names(scenario: Scenario) -> (&'static str, Option<&'static str>) {
    match scenario {
        Scenario::AsItIs => (text::quality_case_as_it_is(), None),
        Scenario::WithoutRowsFound | Scenario::WithoutRule => (text::quality_case_without_all(), None),
        Scenario::WithoutErrors => (text::quality_case_without_errors(), None),
        Scenario::DoubtfulAwayAsMissing => {
            (text::quality_case_doubtful_away(), Some(text::quality_case_doubtful_away_about()))
        }
        Scenario::DoubtfulMissingAsAway => {
            (text::quality_case_doubtful_missing(), Some(text::quality_case_doubtful_missing_about()))
        }
        Scenario::AllAwayAsMissing => (text::quality_case_all_away(), None),
    }
}
