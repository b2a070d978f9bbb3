//! How much it matters: the share without the rows found, and with codes read the other way.

use missing_rates::report::{Report, Scenario, Sensitivity};
use words::Language;

use super::super::worked::Worked;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

pub(super) fn blocks(language: Language, report: &Report) -> Vec<Block> {
    let Some(base) = report.sensitivity.first() else { return Vec::new() };
    let cases = report.sensitivity.iter().filter(|case| case.scenario != Scenario::WithoutRule);
    vec![
        Block::heading(language.quality_matters()),
        Block::text(language.quality_matters_text()),
        Block::Table {
            table: Shared::new(Table {
                id: "quality-matters".into(),
                caption: language.quality_matters_caption(&language.period(base.period)),
                columns: vec![
                    Column::words(language.quality_case()),
                    Column::numbers(language.quality_case_rows()),
                    Column::numbers(language.quality_case_of()),
                    Column::numbers(language.quality_case_share()),
                    Column::words(language.quality_change()),
                ],
                rows: cases.map(|value| row(language, value)).collect(),
                sortable: false,
            }),
        },
        Worked::of(report)
            .says(language.worked_matters())
            .row(language, language.quality_case_as_it_is(), base.numerator, base.denominator)
            .block(language),
    ]
}

fn row(language: Language, case: &Sensitivity) -> Row {
    let (name, about) = names(language, case.scenario);
    let (missing, children) = (language.number(case.numerator), language.number(case.denominator));
    let as_it_is = case.scenario == Scenario::AsItIs;
    let rows = if as_it_is { language.quality_not_counted().into() } else { language.number(case.rows) };
    let change =
        case.points.map_or_else(|| language.quality_not_counted().into(), |value| super::change(language, value));
    Row::new([
        Cell { about: about.map(Into::into), ..Cell::text(name) },
        Cell::number(rows, case.rows as f64),
        Cell::number(words::QualityCaseDivided { children: &children, missing: &missing }.text(language), None),
        Cell::number(super::share(language, case), case.value),
        Cell::text(change),
    ])
    .marked(as_it_is)
}

fn names(language: Language, scenario: Scenario) -> (&'static str, Option<&'static str>) {
    match scenario {
        Scenario::AsItIs => (language.quality_case_as_it_is(), None),
        Scenario::WithoutRowsFound | Scenario::WithoutRule => (language.quality_case_without_all(), None),
        Scenario::WithoutErrors => (language.quality_case_without_errors(), None),
        Scenario::DoubtfulAwayAsMissing => {
            (language.quality_case_doubtful_away(), Some(language.quality_case_doubtful_away_about()))
        }
        Scenario::DoubtfulMissingAsAway => {
            (language.quality_case_doubtful_missing(), Some(language.quality_case_doubtful_missing_about()))
        }
        Scenario::AllAwayAsMissing => (language.quality_case_all_away(), None),
    }
}
