//! `docs/method.md` against the engine: every worked example is calculated again, every figure of a report has a section.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod doc;
mod example;
mod query;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use doc::Doc;
use example::{CONSTANTS, Reports, check};
use missing_rates::report::Report;

const DOC: &str = include_str!("../../../../docs/method.md");

/// What a report holds beside figures.
const NO_FIGURES: [&str; 20] = [
    "same_module",
    "list_wordings",
    "columns",
    "format",
    "tool",
    "periods",
    "periods_from",
    "answered_by",
    "uncovered",
    "files",
    "coverage_of_returns",
    "not_covered",
    "wordings",
    "names",
    "conflicts",
    "chase",
    "findings",
    "rules",
    "set_aside",
    "disclosure",
];

#[test]
fn every_worked_example_is_what_the_engine_gives() {
    let doc = Doc::read(DOC);
    let mut reports = Reports::new(&doc.files);
    let wrong: Vec<String> = doc.examples().filter_map(|line| check(line, &mut reports).err()).collect();
    assert!(doc.examples().count() >= 80, "{} examples", doc.examples().count());
    assert!(wrong.is_empty(), "{} of the examples do not hold:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_section_has_its_formula_its_source_and_an_example() {
    for section in Doc::read(DOC).sections {
        for (has, what) in [
            (section.has("Formula:"), "formula"),
            (section.has("Source:"), "source"),
            (section.has("In the report:"), "place in the report"),
            (!section.examples.is_empty(), "example"),
        ] {
            assert!(has, "\"{}\" has no {what}", section.title);
        }
    }
}

#[test]
fn every_figure_of_a_report_has_a_section() {
    let doc = Doc::read(DOC);
    let told: BTreeSet<&str> = doc.sections.iter().flat_map(doc::Section::names).collect();
    let report = serde_json::to_value(Report::empty()).unwrap();
    for list in report.as_object().unwrap().keys().filter(|key| !NO_FIGURES.contains(&key.as_str())) {
        assert!(told.contains(list.as_str()), "no section says that it stands in `{list}`");
    }
    for name in CONSTANTS {
        assert!(doc.examples().any(|line| line.starts_with(&format!("constant({name})"))), "{name} stands nowhere");
    }
}

#[test]
fn every_column_of_the_tidy_csv_is_explained_and_none_that_is_not_there() {
    let csv = Report::empty().to_csv();
    let columns: BTreeSet<&str> = csv.trim_start_matches('\u{FEFF}').lines().next().unwrap().split(',').collect();
    let table = DOC.split("**All figures**").nth(1).unwrap().split("**No cell").next().unwrap();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split(" |").next());
    let told: BTreeSet<&str> = rows.flat_map(|cell| cell.trim_end_matches('`').split("`, `")).collect();
    assert_eq!(told, columns);
}

#[test]
fn what_is_wrong_or_not_understood_does_not_pass() {
    let mut reports = Reports::new(&[]);
    for line in [
        "wilson(65, 100) = 0.552545 to 0.736358",
        "wilson(65, 100) = 0.552544",
        "wilson(65, 100)",
        "wilsons(65, 100) = 0.552544 to 0.736358",
        "wilson(a, 100) = 0.552544 to 0.736358",
        "wilson(65) = 0.552544 to 0.736358",
        "constant(z) = 1.96",
        "percent(864, 2335, 1) = 37",
        "report(answers-2024.csv).rate[trafficked].value = 1",
        "report(answers-2024.csv).rates[trafficked].value = 1",
        "report(answers-2024.csv).rates[K02000001, trafficked, missing, matched].valued = 1",
        "report(answers-2024.csv).rates[K02000001, trafficked, missing, matched].numerator = 865",
        "report(no-such-file.csv).rates.len = 0",
    ] {
        assert!(check(line, &mut reports).is_err(), "{line}");
    }
    for line in [
        "wilson(65, 100) = 0.552544 to 0.736358",
        "report(answers-2024.csv).rates[K02000001, trafficked, missing, matched].numerator = 864",
    ] {
        assert_eq!(check(line, &mut reports), Ok(()));
    }
}
