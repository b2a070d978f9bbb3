//! Rows that may not count, because a column says so that is not read, and files whose rows are about nobody who is in care.
#![allow(clippy::format_collect, clippy::type_complexity)]

use crate::support::two_years::{EPISODES, MISSING, UASC, asked, children, share};
use missing_rates::cohort::Cohort;
use missing_rates::report::{Problem, Report};

fn episodes() -> (&'static str, String) {
    let row = |id: i32| format!("{id},{:02}/05/2024,S,C2,U1,PR1,,\n", id % 28 + 1);
    ("episodes 2025.csv", [EPISODES.to_owned()].into_iter().chain((1..=12).map(row)).collect())
}

fn problem(report: &Report, name: &str) -> Option<Problem> {
    report.files.iter().find(|file| file.name == name).and_then(|file| file.problem.clone())
}

/// A Missing file of two children with one more column.
fn missing(heading: &str, cells: [&str; 2]) -> (&'static str, String) {
    let row = |(id, cell): (i32, &str)| format!("{id},05/06/2008,M,01/0{id}/2025,02/0{id}/2025,\"{cell}\"\n");
    let rows: String = (1..).zip(cells).map(row).collect();
    ("missing 2025.csv", format!("{},{heading}\n{rows}", MISSING.trim()))
}

#[test]
fn a_module_with_a_column_that_takes_rows_back_is_asked_about() {
    let cases: [(&str, [&str; 2], Option<(&str, u64)>); 14] = [
        ("RECORD_STATUS", ["Final", "Cancelled"], Some(("RECORD_STATUS", 3))),
        ("Status", ["VOID", "Final"], Some(("Status", 2))),
        ("Notes", ["", "entered in error"], Some(("Notes", 3))),
        ("Deleted", ["N", "Y"], Some(("Deleted", 3))),
        ("IsDuplicate", ["1", "0"], Some(("#6", 2))),
        ("Superseded", ["", "05/06/2024"], Some(("Superseded", 3))),
        ("Deleted", ["N", ""], None),
        ("IsDuplicate", ["0", "0"], None),
        ("RECORD_STATUS", ["Final", "Approved"], None),
        ("Ward", ["Draft Hill", "Voidbury"], None),
        ("Social worker", ["A. Void", "Deleted User"], None),
        ("Team", ["North", "South"], None),
        ("Comments", ["The visit was cancelled by the carer", ""], None),
        ("REASON_PLACE_CHANGE", ["OTHER", ""], None),
    ];
    for (heading, cells, expected) in cases {
        let report = asked(&[episodes(), missing(heading, cells)], |_| ());
        let expected = expected.map(|(column, row)| Problem::RowsMayNotCount { column: column.to_owned(), row });
        assert_eq!(problem(&report, "missing 2025.csv"), expected, "{heading} {cells:?}");
        assert_eq!(share(&report, Cohort::All), expected.is_none().then_some((2, 12)), "{heading} {cells:?}");
        assert_eq!(children(&report, Cohort::All), Some(12));
    }
    // It is so in every module of which children are counted.
    let (name, text) = episodes();
    let text = text
        .replace(",,\n", ",,,\n")
        .replace(",REC\n", ",REC,Status\n")
        .replace("12,13/05/2024,S,C2,U1,PR1,,,", "12,13/05/2024,S,C2,U1,PR1,,,Cancelled");
    let report = asked(&[(name, text), missing("Team", ["North", "South"])], |_| ());
    let expected = Problem::RowsMayNotCount { column: "Status".to_owned(), row: 13 };
    assert_eq!((problem(&report, name), children(&report, Cohort::All)), (Some(expected), None));
}

#[test]
fn a_module_whose_only_row_is_about_nobody_is_not_given() {
    let one = ("missing 2025.csv", format!("{MISSING}1,05/06/2008,M,01/01/2025,02/01/2025\n"));
    for (row, expected) in [
        ("ERROR: timeout after 30s,,,", Some(Problem::NoUsableRows)),
        ("Error,,,", Some(Problem::NoUsableRows)),
        ("Not available,,,", Some(Problem::NoUsableRows)),
        ("Query returned nothing,,,", Some(Problem::ChildrenNotInEpisodes)),
        ("99,1,05/06/2008,", Some(Problem::ChildrenNotInEpisodes)),
        ("3,1,05/06/2008,", None),
    ] {
        let uasc = ("uasc 2025.csv", format!("{UASC}{row}\n"));
        let report = asked(&[episodes(), one.clone(), uasc], |_| ());
        let given = expected.is_none().then_some(1);
        assert_eq!(
            (problem(&report, "uasc 2025.csv"), children(&report, Cohort::Unaccompanied)),
            (expected, given),
            "{row}"
        );
        assert_eq!(share(&report, Cohort::All), Some((1, 12)));
    }
    let nobodys = ("missing 2025.csv", format!("{MISSING}ERROR: no connection,,,,\n"));
    assert_eq!(share(&asked(&[episodes(), nobodys], |_| ()), Cohort::All), None);
}

#[test]
fn a_list_of_children_of_whom_most_are_not_in_the_return_is_asked_about() {
    let missing = missing("Team", ["North", "South"]);
    let list = |ids: &[&str]| {
        let rows: String = ids.iter().map(|id| format!("{id},confirmed\n")).collect();
        ("trafficked.csv", format!("CHILD,TRAFFICKED\n{rows}"))
    };
    for (ids, expected) in [
        (&["9999", "9998", "9997", "1"][..], None),
        (&["9999", "9998", "9997", "1", "2"][..], None),
        (&["9999", "9998", "9997", "1", "2", "3"][..], Some((2, 3))),
        // Few may be slips.
        (&["9999", "9998", "1"][..], Some((1, 1))),
    ] {
        let report = asked(&[episodes(), missing.clone(), list(ids)], |_| ());
        let problem = problem(&report, "trafficked.csv");
        assert_eq!(problem, expected.is_none().then_some(Problem::ListNotInEpisodes), "{ids:?}");
        assert_eq!(share(&report, Cohort::Trafficked), expected, "{ids:?}");
    }
}

#[test]
fn a_total_or_a_note_below_the_rows_is_no_child() {
    use missing_rates::report::Reason;

    let with = |last: &str| {
        let rows: String = (1..=2).map(|id| format!("{id},05/06/2008,M,01/0{id}/2025,02/0{id}/2025\n")).collect();
        let missing = ("missing 2025.csv", format!("{}\n{rows}{last}\n", MISSING.trim()));
        asked(&[episodes(), missing], |_| ())
    };
    let set_aside = |report: &Report| {
        let rows = report.set_aside.iter().filter(|aside| aside.reason == Reason::NoChild);
        rows.map(|aside| aside.count).sum::<u64>()
    };
    let plain = with("");
    for last in ["Total,,2,,", "Grand total,2,,,", "TOTAL: 2,,,,", "Note: see the guide,,,,", "Count,2,,,"] {
        let report = with(last);
        assert_eq!(share(&report, Cohort::All), share(&plain, Cohort::All), "{last}");
        assert_eq!(set_aside(&report), 1, "{last}");
        assert!(report.findings.iter().any(|found| found.rule == "no-child"), "{last}");
    }
    // What has days, or is only like such a word, is an identifier.
    for last in ["Total,05/06/2008,M,01/03/2025,02/03/2025", "TOTAL1,,,,", "Sumner,,,,", "Note12,,,,"] {
        assert_eq!(set_aside(&with(last)), 0, "{last}");
    }
}
