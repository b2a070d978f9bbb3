//! How much the findings matter: the share without the rows found, and with codes read the other way.

use missing_rates::report::{Report, Scenario, Sensitivity};
use words::Language;

use super::super::worked::Worked;
use super::case::share;
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
                    Column::numbers(language.quality_case_incidents()),
                    Column::numbers(language.quality_case_more_than_once()),
                    Column::numbers(language.quality_case_at_end()),
                    Column::words(language.quality_change()),
                ],
                rows: cases.map(|case| row(language, base, case)).collect(),
                sortable: false,
            }),
        },
        Block::text(language.quality_at_end_note()),
        Worked::of(report)
            .says(language.worked_matters())
            .row(language, language.quality_case_as_it_is(), base.numerator, base.denominator)
            .block(language),
    ]
}

fn row(language: Language, base: &Sensitivity, case: &Sensitivity) -> Row {
    let (name, about) = language.scenario(case.scenario);
    let (missing, children) = (language.number(case.numerator), language.number(case.denominator));
    let as_it_is = case.scenario == Scenario::AsItIs;
    let rows = if as_it_is { language.quality_not_counted().into() } else { language.number(case.rows) };
    let change = if as_it_is { language.quality_not_counted().into() } else { language.effects(base, case) };
    let counted = |count: u64| Cell::number(language.number(count), count as f64);
    Row::new([
        Cell { about: about.map(Into::into), ..Cell::text(name) },
        Cell::number(rows, case.rows as f64),
        Cell::number(words::QualityCaseDivided { children: &children, missing: &missing }.text(language), None),
        Cell::number(share(language, case), case.value),
        counted(case.incidents),
        counted(case.missing_more_than_once),
        case.missing_at_end.map_or_else(|| Cell::number(language.quality_not_counted(), None), counted),
        Cell::text(change),
    ])
    .marked(as_it_is)
}
