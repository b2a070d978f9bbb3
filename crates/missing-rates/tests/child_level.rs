//! Hand-made returns with known answers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

use std::collections::BTreeSet;

use crate::support::{assert_balanced, find_rate, found, rate, report_for, set_aside, total};
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::report::{Basis, Reason};

/// Children, those missing, incidents, those missing more than once, those missing at the end; of one cohort.
type Figures = [u64; 5];

/// Rows of `CHILD,DECOM,LS,DEC`, of `CHILD,MISSING,MIS_START,MIS_END` and of `CHILD,DUC`, for a period.
fn figures(episodes: &str, missing: &str, uasc: Option<&str>, period: Period, cohort: Cohort) -> Figures {
    let mut files = vec![
        ("episodes.csv", format!("CHILD,DECOM,LS,DEC\n{episodes}")),
        ("missing.csv", format!("CHILD,MISSING,MIS_START,MIS_END\n{missing}")),
    ];
    files.extend(uasc.map(|rows| ("uasc.csv", format!("CHILD,DUC\n{rows}"))));
    let report = report_for(&files, Some(period));
    assert_balanced(&report);
    [
        Count::Children,
        Count::ChildrenMissing,
        Count::MissingIncidents,
        Count::ChildrenMissingMoreThanOnce,
        Count::ChildrenMissingAtEnd,
    ]
    .map(|count| total(&report, None, cohort, count))
}

fn year(year: i32) -> Period {
    Period::collection_year(year).unwrap()
}

#[test]
fn who_was_looked_after_and_missing_in_the_year_is_counted() {
    let cases: [(&str, &str, &str, Figures); 16] = [
        ("an incident within the year", "1,01/05/2024,C2,\n", "1,M,01/06/2024,02/06/2024\n", [1, 1, 1, 0, 0]),
        ("carried over 1 April", "1,01/05/2023,C2,\n", "1,M,30/03/2024,01/04/2024\n", [1, 1, 1, 0, 0]),
        ("over before 1 April", "1,01/05/2023,C2,\n", "1,M,30/03/2024,31/03/2024\n", [1, 0, 0, 0, 0]),
        ("open since last year", "1,01/05/2023,C2,\n", "1,M,30/03/2024,\n", [1, 1, 1, 0, 1]),
        ("begins after the year", "1,01/05/2023,C2,\n", "1,M,01/04/2025,\n", [1, 0, 0, 0, 0]),
        ("back on the last day", "1,01/05/2023,C2,\n", "1,M,30/03/2025,31/03/2025\n", [1, 1, 1, 0, 0]),
        ("back after the last day", "1,01/05/2023,C2,\n", "1,M,30/03/2025,02/04/2025\n", [1, 1, 1, 0, 1]),
        (
            "twice, once in lower case",
            "1,01/05/2023,C2,\n",
            "1,M,01/06/2024,\n1,m,01/05/2024,02/05/2024\n",
            [1, 1, 2, 1, 1],
        ),
        (
            "the same day twice",
            "1,01/05/2023,C2,\n",
            "1,M,01/06/2024,01/06/2024\n1,M,01/06/2024,01/06/2024\n",
            [1, 1, 2, 1, 0],
        ),
        ("away is not missing", "1,01/05/2023,C2,\n", "1,A,01/06/2024,02/06/2024\n", [1, 0, 0, 0, 0]),
        (
            "only short breaks",
            "1,01/05/2023,V3,\n1,01/06/2024,V4,02/06/2024\n",
            "1,M,01/06/2024,02/06/2024\n",
            [0, 0, 0, 0, 0],
        ),
        (
            "short breaks and care",
            "1,01/05/2023,V3,\n1,01/06/2024,C2,02/06/2024\n",
            "1,M,01/06/2024,02/06/2024\n",
            [1, 1, 1, 0, 0],
        ),
        (
            "care before, short breaks in the year",
            "1,01/05/2022,C2,01/05/2023\n1,01/05/2023,V4,\n",
            "",
            [0, 0, 0, 0, 0],
        ),
        ("left and came back", "1,01/05/2023,C2,01/05/2024\n1,01/02/2025,C2,\n", "1,M,01/03/2025,\n", [1, 1, 1, 0, 1]),
        (
            "left on 1 April",
            "1,01/05/2023,C2,01/04/2024\n2,01/05/2023,C2,31/03/2024\n3,31/03/2025,C2,\n",
            "",
            [2, 0, 0, 0, 0],
        ),
        (
            "not looked after at all",
            "1,01/05/2023,C2,\n",
            "1,A,01/06/2024,02/06/2024\n2,M,01/06/2024,02/06/2024\n",
            [1, 0, 0, 0, 0],
        ),
    ];
    for (what, episodes, missing, expected) in cases {
        let missing = if missing.is_empty() { "1,A,01/06/2024,02/06/2024\n" } else { missing };
        assert_eq!(figures(episodes, missing, None, year(2025), Cohort::All), expected, "{what}");
    }
}

#[test]
fn who_was_unaccompanied_on_any_day_of_the_year_is_counted() {
    let episodes = "1,01/05/2023,C2,\n2,01/05/2023,C2,\n3,01/05/2023,C2,\n4,01/05/2023,C2,01/06/2023\n";
    let missing = "1,M,01/06/2024,02/06/2024\n2,M,01/06/2024,02/06/2024\n5,M,01/06/2024,\n";
    for (uasc, expected) in [
        ("1,\n", [1, 1, 1, 0, 0]),
        ("1,01/04/2024\n", [1, 1, 1, 0, 0]),
        ("1,31/03/2024\n3,\n", [1, 0, 0, 0, 0]),
        ("1,\n2,\n3,\n4,\n", [3, 2, 2, 0, 0]),
        ("1,\n2,\n3,\n5,\n", [3, 2, 2, 0, 0]),
        ("1,\n1,01/03/2024\n", [0, 0, 0, 0, 0]),
    ] {
        assert_eq!(figures(episodes, missing, Some(uasc), year(2025), Cohort::Unaccompanied), expected, "{uasc}");
    }
}

#[test]
fn a_list_of_trafficked_children_makes_two_more_cohorts() {
    let files = [
        ("episodes.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,\n3,01/05/2023,C2,\n"),
        ("missing.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,\n2,M,01/06/2024,\n"),
        ("uasc.csv", "CHILD,DUC\n1,\n3,\n"),
        ("list.csv", "CHILD,TRAFFICKED\n1,Suspected\n2,confirmed\n3,no\n8,confirmed\n"),
    ];
    let report = report_for(&files, Some(year(2025)));
    assert_balanced(&report);
    assert_eq!(found(&report), [("list-not-in-return", 1), ("longer-than-28-days", 2)]);
    for (cohort, figures) in
        [(Cohort::Trafficked, (2, 2)), (Cohort::TraffickedAndUnaccompanied, (1, 1)), (Cohort::All, (2, 3))]
    {
        let r = rate(&report, None, cohort, Share::Missing, Basis::ChildLevel);
        assert_eq!((r.numerator, r.denominator), figures);
    }
    // One word that is not understood, and no figure is based on the list.
    let mut files = files;
    files[3].1 = "CHILD,TRAFFICKED\n1,Suspected\n2,confirmed\n3,no\n8,confirmed\n9,perhaps\n";
    let report = report_for(&files, Some(year(2025)));
    assert_balanced(&report);
    let cohorts: BTreeSet<Cohort> = report.rates.iter().map(|rate| rate.cohort).collect();
    assert_eq!(cohorts, BTreeSet::from([Cohort::All, Cohort::Unaccompanied]));
    assert_eq!(
        found(&report),
        [("trafficked-not-understood", 1), ("list-not-in-return", 1), ("longer-than-28-days", 2)]
    );
}

#[test]
fn two_years_returns_answer_for_a_calendar_year_and_count_each_incident_once() {
    let files = [
        ("episodes-2024.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,01/02/2024\n"),
        ("episodes-2025.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n3,01/12/2024,C2,\n4,01/02/2025,C2,\n"),
        // Open at the end of last year, and what this year's return says of it; and one that both hold.
        (
            "missing-2024.csv",
            "CHILD,MISSING,MIS_START,MIS_END\n1,M,30/03/2024,\n2,M,05/01/2024,06/01/2024\n1,M,01/02/2024,02/02/2024\n",
        ),
        (
            "missing-2025.csv",
            "CHILD,MISSING,MIS_START,MIS_END\n1,M,30/03/2024,03/04/2024\n3,M,31/12/2024,02/01/2025\n1,M,01/02/2024,02/02/2024\n",
        ),
    ];
    let report = report_for(&files, Period::calendar_year(2024));
    assert_balanced(&report);
    let r = rate(&report, None, Cohort::All, Share::Missing, Basis::ChildLevel);
    assert_eq!((r.numerator, r.denominator), (3, 3));
    assert_eq!(total(&report, None, Cohort::All, Count::MissingIncidents), 4);
    assert_eq!(total(&report, None, Cohort::All, Count::ChildrenMissingMoreThanOnce), 1);
    assert_eq!(total(&report, None, Cohort::All, Count::ChildrenMissingAtEnd), 1);
    let twice: u64 = report.set_aside.iter().filter(|a| a.reason == Reason::SaidInAnotherFile).map(|a| a.count).sum();
    assert_eq!(twice, 2);
}

#[test]
fn the_period_is_taken_from_the_dates_and_a_mistyped_year_does_not_move_it() {
    let mut episodes = String::from("CHILD,DECOM,LS,DEC\n");
    let mut missing = String::from("CHILD,MISSING,MIS_START,MIS_END\n");
    for child in 1..=100 {
        episodes += &format!("{child},0{}/05/2023,C2,\n", child % 9 + 1);
        missing += &format!("{child},M,0{}/06/2024,1{}/06/2024\n", child % 9 + 1, child % 9);
    }
    // A typing error, and an incident noted after the end of the year.
    missing += "1,M,01/06/2042,\n2,M,03/04/2025,\n";
    let report = report_for(&[("episodes.csv", episodes), ("missing.csv", missing)], None);
    assert_eq!(report.periods, [year(2025)]);
    assert_eq!(set_aside(&report, "missing.csv"), [(Reason::OutsidePeriod, 2)]);
    assert_eq!(total(&report, None, Cohort::All, Count::ChildrenMissing), 100);
}

#[test]
fn identifiers_of_any_shape_are_told_apart() {
    let ids = ["1", "01", "0000000001", "a-1", "B-1", "child 7", "12345678901234567890", "Ünïcode", "=1+1", "\"x,y\""];
    let rows: String = ids.iter().map(|id| format!("{id},01/05/2024,C2,\n")).collect();
    let missing: String = ids.iter().step_by(2).map(|id| format!("{id},M,01/06/2024,\n")).collect();
    let figures = figures(&rows, &missing, None, year(2025), Cohort::All);
    assert_eq!(figures, [10, 5, 5, 0, 5]);
}

#[test]
fn a_period_without_data_has_no_rate_and_loses_no_row() {
    let files = [
        ("episodes.csv", "CHILD,DECOM,LS,DEC\n1,01/05/2024,C2,\n"),
        ("missing.csv", "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n"),
    ];
    let report = report_for(&files, Some(year(2010)));
    assert_balanced(&report);
    assert!(find_rate(&report, None, Cohort::All, Share::Missing, Basis::ChildLevel).is_none());
    assert_eq!(set_aside(&report, "missing.csv"), [(Reason::OutsidePeriod, 1)]);
}
