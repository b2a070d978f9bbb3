//! Titles above the header row of a file of a return, and names of its sheet, that say that it is a part of its module.
#![allow(clippy::unwrap_used)]

use crate::support::{find_rate, report};
use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Basis, FileKind, Problem, Report};

const EPISODES: &str = "CHILD,DECOM,RNE,LS,DEC\n1,01/05/2023,S,C2,\n2,01/05/2023,S,C2,\n3,31/03/2025,S,C2,\n";
const MISSING: &str =
    "CHILD,DOB,MISSING,MIS_START,MIS_END\n1,15/06/2010,M,01/06/2024,03/06/2024\n2,15/06/2010,M,30/03/2025,31/03/2025\n";

fn share(report: &Report) -> Option<(u64, u64)> {
    let rate = find_rate(report, None, Cohort::All, Share::Missing, Basis::ChildLevel)?;
    Some((rate.numerator, rate.denominator))
}

fn with(sheet: &str, title: &str) -> Report {
    let missing = if title.is_empty() { MISSING.to_owned() } else { format!("{title},,,,\n{MISSING}") };
    report(&[("w.xlsx › Episodes", EPISODES.to_owned()), (&format!("w.xlsx › {sheet}"), missing)])
}

fn is_refused(report: &Report) -> bool {
    let part = |problem: &Problem| matches!(problem, Problem::PartOfModule { kind: FileKind::Missing, .. });
    report.files.iter().any(|file| file.kind == FileKind::Missing && file.problem.as_ref().is_some_and(part))
}

#[test]
fn a_title_or_a_sheet_that_makes_less_of_a_module_is_asked_about() {
    for said in [
        "Missing episodes 2024-25 - girls only",
        "Children missing April to June 2024",
        "Missing Q1",
        "Missing Q1 2024-25",
        "Missing (boys)",
        "Year to date",
        "Missing - excluding hotels",
        "Missing January 2025",
    ] {
        for report in [with("Missing", said), with(said, "")] {
            assert!(is_refused(&report), "{said}");
            assert_eq!(share(&report), None, "{said}");
        }
    }
}

#[test]
fn a_title_or_a_sheet_of_the_whole_module_is_read() {
    for said in [
        "Missing",
        "Missing episodes 2024-25",
        "SSDA903 return, year ending 31 March 2025",
        "Missing (final)",
        "For internal use only",
        "Kent County Council",
        "Extracted 2 April 2025",
        "Missing 01/04/2024 to 31/03/2025",
    ] {
        for report in [with("Missing", said), with(said, "")] {
            assert!(!is_refused(&report), "{said}");
            assert_eq!(share(&report), Some((2, 3)), "{said}");
        }
    }
}
