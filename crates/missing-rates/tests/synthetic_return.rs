//! Invented returns: their figures in any order and any chunks, against a count by hand.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{assert_balanced, beside_the_project, rate, read_by, report, sample, set_aside};
use missing_rates::cohort::{Average, Cohort, Share};
use missing_rates::period::Period;
use missing_rates::report::{Basis, Report};
use missing_rates::{Query, Returns};

const MODULES: [&str; 4] = ["header.csv", "episodes.csv", "uasc.csv", "missing.csv"];

/// Of all children, then of the unaccompanied: looked after, missing, incidents.
type Figures = [[u64; 3]; 2];

fn has_figures(report: &Report, figures: Figures) {
    for (cohort, [children, missing, incidents]) in [Cohort::All, Cohort::Unaccompanied].into_iter().zip(figures) {
        let r = rate(report, None, cohort, Share::Missing, Basis::ChildLevel);
        assert_eq!((r.numerator, r.denominator), (missing, children), "{cohort:?}");
        let ratio = report.ratios.iter().find(|r| r.cohort == cohort && r.measure == Average::IncidentsPerMissingChild);
        assert_eq!(ratio.map(|r| (r.numerator, r.denominator)), Some((incidents, missing)), "{cohort:?}");
    }
}

fn in_any_order_and_chunks(modules: &[Vec<u8>; 4], figures: Figures) {
    let all_at_once = report(&[0, 1, 2, 3].map(|i| (MODULES[i], &modules[i])));
    has_figures(&all_at_once, figures);
    assert_balanced(&all_at_once);
    assert_eq!(all_at_once.periods, [Period::collection_year(2025).unwrap()]);
    for chunk in [1, 2, 3, 7, 64, 4095, 65_536, 65_537, 1 << 24] {
        let mut returns = Returns::default();
        for (id, (name, bytes)) in (1..).zip(MODULES.iter().zip(modules).rev()) {
            returns.add(id, read_by(name, bytes, chunk));
            // One by one: each report on the way is made and thrown away.
            assert_balanced(&returns.report(&Query::default()));
        }
        assert_eq!(returns.report(&Query::default()).to_json(), all_at_once.to_json(), "chunks of {chunk}");
    }
    let mut order = [0, 1, 2, 3];
    for i in 0..24 {
        let j = i % 3;
        order.swap(j, j + 1);
        assert_eq!(report(&order.map(|i| (MODULES[i], &modules[i]))), all_at_once);
    }
}

/// The rows of a file, by the names of its columns.
fn table(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().unwrap().clone();
    let cells = |row: csv::StringRecord| header.iter().zip(&row).map(|(n, c)| (n.to_owned(), c.to_owned())).collect();
    reader.records().map(|row| cells(row.unwrap())).collect()
}

/// `20240401` for `01/04/2024`; the last day of all for a blank.
fn day(cell: &str) -> u32 {
    let parts: Vec<u32> = cell.split('/').filter_map(|part| part.parse().ok()).collect();
    if let [day, month, year] = parts.as_slice() { year * 10_000 + month * 100 + day } else { 99_999_999 }
}

/// The figures of the year ending 31 March 2025, by the definition that DfE publishes by: children with an episode in the
/// year that is not a short break; of them, those with a row M that overlaps it; those rows.
fn counted_by_hand([_, episodes, uasc, missing]: &[Vec<u8>; 4]) -> Figures {
    let in_year = |row: &BTreeMap<String, String>, from: &str, to: &str| {
        day(&row[from]) <= 20_250_331 && day(&row[to]) >= 20_240_401
    };
    let children: BTreeSet<String> = table(episodes)
        .into_iter()
        .filter(|row| !["V3", "V4"].contains(&&*row["LS"]) && in_year(row, "DECOM", "DEC"))
        .map(|row| row["CHILD"].clone())
        .collect();
    // Whoever turned 18, or was found not to be one, in the year was one on some day of it.
    let unaccompanied: BTreeSet<String> =
        table(uasc).into_iter().filter(|row| day(&row["DUC"]) >= 20_240_401).map(|row| row["CHILD"].clone()).collect();
    let incidents: Vec<String> = table(missing)
        .into_iter()
        .filter(|row| row["MISSING"] == "M" && in_year(row, "MIS_START", "MIS_END") && children.contains(&row["CHILD"]))
        // One row of the sample ends before it starts, and is not counted.
        .filter(|row| day(&row["MIS_START"]) <= day(&row["MIS_END"]))
        .map(|row| row["CHILD"].clone())
        .collect();
    let of = |within: &dyn Fn(&String) -> bool| {
        let missing: BTreeSet<&String> = incidents.iter().filter(|child| within(child)).collect();
        [
            children.iter().filter(|child| within(child)).count() as u64,
            missing.len() as u64,
            incidents.iter().filter(|child| within(child)).count() as u64,
        ]
    };
    [of(&|_| true), of(&|child| unaccompanied.contains(child))]
}

#[test]
fn the_sample_return_gives_its_figures_in_any_order_and_chunks() {
    let modules = MODULES.map(|module| sample(&format!("ssda903/{module}")));
    let by_hand = counted_by_hand(&modules);
    assert!(by_hand.iter().flatten().all(|n| *n > 0), "{by_hand:?}");
    in_any_order_and_chunks(&modules, by_hand);
}

#[test]
#[ignore = "reads data beside the project"]
fn a_return_of_2000_children_gives_the_figures_it_was_made_with() {
    let modules = MODULES.map(|module| beside_the_project(&format!("ssda903-synthetic/{module}")));
    let expected: serde_json::Value =
        serde_json::from_slice(&beside_the_project("ssda903-synthetic/expected.json")).unwrap();
    let figures = [
        ["children", "children_missing", "missing_incidents"],
        ["unaccompanied", "unaccompanied_missing", "unaccompanied_missing_incidents"],
    ];
    in_any_order_and_chunks(&modules, figures.map(|names| names.map(|n| expected["figures"][n].as_u64().unwrap())));
    let whole = report(&[0, 1, 2, 3].map(|i| (MODULES[i], &modules[i])));
    assert_eq!(set_aside(&whole, "episodes.csv"), []);
}
