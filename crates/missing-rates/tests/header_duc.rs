//! Columns UASC and DUC of Header, in the place of a UASC file: they decide who is unaccompanied, so the rules look at them.
#![allow(clippy::unwrap_used)]

use crate::support::two_years::{EPISODES, MISSING, UASC, asked, children};
use missing_rates::cohort::Cohort;
use missing_rates::report::Report;

/// A child of each year, unaccompanied, born on 5 June 2008, with these DUCs; one who is not, and one whose status lasts.
fn files(ducs: &[(i32, &str)], in_header: bool) -> Vec<(&'static str, String)> {
    let mut files = Vec::new();
    for (year, duc) in ducs {
        let name = |of: [&'static str; 2]| if *year == 2024 { of[0] } else { of[1] };
        let rows = "1,01/05/2022,S,C2,U1,PR1,,\n2,01/05/2022,S,C2,U1,PR1,,\n3,01/05/2022,S,C2,U1,PR1,,\n";
        files.push((name(["episodes 2024.csv", "episodes 2025.csv"]), format!("{EPISODES}{rows}")));
        let missing = format!("{MISSING}1,05/06/2008,M,01/08/{0},03/08/{0}\n", year - 1);
        files.push((name(["missing 2024.csv", "missing 2025.csv"]), missing));
        let header = name(["header 2024.csv", "header 2025.csv"]);
        if in_header {
            let one = format!("1,1,05/06/2008,A,1,{duc}\n");
            let others = "2,1,05/06/2009,A,0,\n3,1,05/06/2009,A,1,05/06/2027\n";
            files.push((header, format!("CHILD,SEX,DOB,ETHNIC,UASC,DUC\n{one}{others}")));
        } else {
            files.push((
                header,
                "CHILD,SEX,DOB,ETHNIC\n1,1,05/06/2008,A\n2,1,05/06/2009,A\n3,1,05/06/2009,A\n".to_owned(),
            ));
            files.push((
                name(["uasc 2024.csv", "uasc 2025.csv"]),
                format!("{UASC}1,1,05/06/2008,{duc}\n3,1,05/06/2009,05/06/2027\n"),
            ));
        }
    }
    files
}

const RULES: [&str; 9] = ["104", "304", "205A", "205B", "205C", "205D", "231", "open-placeholder", "two-digit-year"];

fn found(report: &Report) -> Vec<(&'static str, String)> {
    let of = report.findings.iter().filter(|found| RULES.contains(&found.rule));
    of.map(|found| (found.rule, found.table.clone())).collect()
}

#[test]
fn a_duc_in_header_is_checked_as_one_in_a_uasc_file_is() {
    for (ducs, expected) in [
        (&[(2025, "01/02/2024")][..], &["104"][..]),
        (&[(2025, "31/02/2024")], &["104"]),
        (&[(2025, "01/02/2044")], &["304"]),
        (&[(2025, "31/12/2099")], &["open-placeholder"]),
        (&[(2025, "ongoing")], &["open-placeholder"]),
        (&[(2025, "05/06/2026")], &[]),
        (&[(2025, "")], &[]),
        (&[(2024, "01/02/2024"), (2025, "05/06/2026")], &["205B"]),
        (&[(2024, "05/06/2026"), (2025, "05/06/2026")], &[]),
    ] {
        for in_header in [true, false] {
            let report = asked(&files(ducs, in_header), |_| {});
            let rules: Vec<&str> = found(&report).into_iter().map(|(rule, _)| rule).collect();
            assert_eq!(rules, expected, "{ducs:?} {in_header}");
            let latest = report.rules.iter().filter(|run| run.year == Some(2025));
            let not_run: Vec<_> = latest.filter(|run| matches!(run.rule, "104" | "304") && !run.ran).collect();
            assert!(not_run.is_empty(), "{not_run:?}");
        }
    }
    let report = asked(&files(&[(2025, "01/02/2024")], true), |_| {});
    assert_eq!(found(&report), [("104", "header 2025.csv".to_owned())]);
    let cell = &report.findings.iter().find(|found| found.rule == "104").unwrap().rows[0];
    assert_eq!((cell.column.as_deref(), cell.value.as_deref()), (Some("DUC"), Some("01/02/2024")));
}

#[test]
fn without_duc_the_rules_about_it_are_not_run() {
    let mut files = files(&[(2025, "")], true);
    for (_, text) in files.iter_mut().filter(|(name, _)| name.starts_with("header")) {
        *text = text.replace(",DUC", "").replace(",05/06/2027", ",").replace(",A,1,", ",A,1").replace(",A,0,", ",A,0");
    }
    let report = asked(&files, |_| {});
    for run in report.rules.iter().filter(|run| ["104", "304", "205B", "INT09", "INT36"].contains(&run.rule)) {
        assert!(!run.ran, "{run:?}");
    }
}

/// The status lasts up to the day in DUC, that day included.
#[test]
fn a_status_that_ends_on_the_first_day_of_the_period_counts_in_it() {
    for (duc, expected) in [("31/03/2024", 1), ("01/04/2024", 2), ("02/04/2024", 2)] {
        for in_header in [true, false] {
            let report = asked(&files(&[(2025, duc)], in_header), |_| {});
            assert_eq!(children(&report, Cohort::Unaccompanied), Some(expected), "{duc} {in_header}");
        }
    }
}
