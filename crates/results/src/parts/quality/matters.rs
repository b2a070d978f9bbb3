//! How much it matters: the share without the rows found, and with codes read the other way.

use missing_rates::report::{Report, Scenario, Sensitivity};

use super::super::worked::Worked;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

pub(super) fn blocks(report: &Report) -> Vec<Block> {
    let Some(base) = report.sensitivity.first() else { return Vec::new() };
    let cases = report.sensitivity.iter().filter(|case| case.scenario != Scenario::WithoutRule);
    vec![
        Block::heading(words::quality_matters()),
        Block::text(words::quality_matters_text()),
        Block::Table {
            table: Shared::new(Table {
                id: "quality-matters".into(),
                caption: words::quality_matters_caption(&words::format::period(base.period)),
                columns: vec![
                    Column::words(words::quality_case()),
                    Column::numbers(words::quality_case_rows()),
                    Column::numbers(words::quality_case_of()),
                    Column::numbers(words::quality_case_share()),
                    Column::words(words::quality_change()),
                ],
                rows: cases.map(row).collect(),
                sortable: false,
            }),
        },
        Worked::of(report)
            .says(words::worked_matters())
            .row(words::quality_case_as_it_is(), base.numerator, base.denominator)
            .block(),
    ]
}

fn row(case: &Sensitivity) -> Row {
    let (name, about) = names(case.scenario);
    let (missing, children) = (words::format::number(case.numerator), words::format::number(case.denominator));
    let as_it_is = case.scenario == Scenario::AsItIs;
    let rows = if as_it_is { words::quality_not_counted().into() } else { words::format::number(case.rows) };
    let change = case.points.map_or_else(|| words::quality_not_counted().into(), super::change);
    Row::new([
        Cell { about: about.map(Into::into), ..Cell::text(name) },
        Cell::number(rows, case.rows as f64),
        Cell::number(words::QualityCaseDivided { children: &children, missing: &missing }.text(), None),
        Cell::number(super::share(case), case.value),
        Cell::text(change),
    ])
    .marked(as_it_is)
}

fn names(scenario: Scenario) -> (&'static str, Option<&'static str>) {
    match scenario {
        Scenario::AsItIs => (words::quality_case_as_it_is(), None),
        Scenario::WithoutRowsFound | Scenario::WithoutRule => (words::quality_case_without_all(), None),
        Scenario::WithoutErrors => (words::quality_case_without_errors(), None),
        Scenario::DoubtfulAwayAsMissing => {
            (words::quality_case_doubtful_away(), Some(words::quality_case_doubtful_away_about()))
        }
        Scenario::DoubtfulMissingAsAway => {
            (words::quality_case_doubtful_missing(), Some(words::quality_case_doubtful_missing_about()))
        }
        Scenario::AllAwayAsMissing => (words::quality_case_all_away(), None),
    }
}
