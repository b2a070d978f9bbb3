//! Headings and names that say another year than rows do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_collect)]

use crate::support::report;
use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Basis, ColumnState, Report};

const HEAD: &str = "Authority,Year,Number of UASC,UASC who went missing";

fn matched(report: &Report) -> Option<(u64, u64)> {
    let is = |rate: &&missing_rates::report::Rate| {
        (rate.cohort, rate.measure, rate.basis) == (Cohort::Unaccompanied, Share::Missing, Basis::Matched)
    };
    let england = report.rates.iter().filter(is).find(|rate| rate.area.code.is_none() || rate.denominator > 0);
    england.map(|rate| (rate.numerator, rate.denominator))
}

fn state(report: &Report, heading: &str) -> ColumnState {
    report.columns.iter().find(|column| column.heading == heading).unwrap().state
}

fn findings(report: &Report, rule: &str) -> Vec<String> {
    let of = report.findings.iter().filter(|found| found.rule == rule);
    of.flat_map(|found| found.rows.iter().filter_map(|row| row.value.clone())).collect()
}

#[test]
fn a_heading_that_names_another_year_than_every_row_costs_its_column_alone() {
    let text = format!("{HEAD},UASC in care (2023)\nKent,2024,100,10,90\nLeeds,2024,50,5,40\n");
    let found = report(&[("a.csv", text)]);
    assert_eq!(matched(&found), Some((15, 150)));
    assert_eq!(state(&found, "UASC in care (2023)"), ColumnState::NoPeriod);
    // Where rows have that year too, it is read there.
    let text = "Authority,Year,UASC in care (2023),UASC who went missing\nKent,2023,100,10\nLeeds,2024,50,5\n";
    let found = report(&[("a.csv", text)]);
    assert_eq!(state(&found, "UASC in care (2023)"), ColumnState::Used);
    assert_eq!(findings(&found, "period-not-recognised"), ["2024"]);
    // If all of them do, nothing says which year is meant.
    let text = "Authority,Year,UASC in care (2023),UASC who went missing (2023)\nKent,2024,100,10\nLeeds,2024,50,5\n";
    assert_eq!(matched(&report(&[("a.csv", text)])), None);
}

#[test]
fn a_file_that_is_named_after_a_year_before_its_figures_is_said() {
    let text = format!("{HEAD}\nKent,2024,100,10\nLeeds,2024,50,5\n");
    for (name, said) in [
        ("2023.csv", vec!["2023"]),
        ("2022-23.csv", vec!["2022-23"]),
        ("2024.csv", vec![]),
        ("2023-24.csv", vec![]),
        // When it was asked for.
        ("2025.csv", vec![]),
        ("foi 2023.csv", vec![]),
        ("published 2023.csv", vec![]),
    ] {
        let found = report(&[(name, text.clone())]);
        assert_eq!(findings(&found, "name-differs"), said, "{name}");
        assert_eq!(matched(&found), Some((15, 150)), "{name}");
    }
}

#[test]
fn a_return_whose_dates_are_not_those_of_its_name_is_said() {
    let rows: String =
        (1..30).map(|child| format!("{child},{child:02}/05/2023,S,C2,U1,PR1,{child:02}/10/2023,E4A\n")).collect();
    let text = format!("CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n{rows}");
    for (name, said) in [
        ("episodes 2020.csv", vec!["2020"]),
        ("episodes 2021-22.csv", vec!["2022"]),
        ("episodes 2023.csv", vec![]),
        ("episodes 2024.csv", vec![]),
        ("episodes 2023-24.csv", vec![]),
        ("episodes.csv", vec![]),
    ] {
        let found = report(&[(name, text.clone())]);
        assert_eq!(findings(&found, "name-differs"), said, "{name}");
    }
}
