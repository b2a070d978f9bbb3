//! What is left open where the files of two years are alike, and what one year says otherwise than the next.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

use crate::support::two_years::{EPISODES, MISSING, UASC, asked, children, share, year};
use missing_rates::cohort::{Cohort, Count};
use missing_rates::report::{Problem, Report, Total};

const HEADER: &str = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n";

/// Children 1 to 8 stay; 20 left in 2024; 9 and 10 came in 2025, and 10 left in it.
fn episodes(year: i32) -> String {
    let stay: String = (1..9).map(|id| format!("{id},01/05/2022,S,C2,U1,PR1,,\n")).collect();
    let moves = if year == 2024 {
        "20,01/05/2022,S,C2,U1,PR1,01/06/2023,E4A\n"
    } else {
        "9,01/06/2024,S,C2,U1,PR1,,\n10,01/06/2024,S,C2,U1,PR1,01/12/2024,E4A\n"
    };
    format!("{EPISODES}{stay}{moves}")
}

fn uasc(ids: &[u32]) -> String {
    ids.iter().fold(UASC.to_owned(), |text, id| format!("{text}{id},1,05/06/2008,05/06/2026\n"))
}

fn missing(rows: &str) -> String {
    format!("{MISSING}{rows}")
}

const IN_2025: &str = "1,05/06/2008,M,01/08/2024,03/08/2024\n2,05/06/2008,M,01/09/2024,03/09/2024\n";

fn is_asked_about(report: &Report, name: &str) -> bool {
    report.files.iter().find(|file| file.name == name).unwrap().problem == Some(Problem::WhichYear)
}

fn finds(report: &Report, rule: &str) -> u64 {
    report.findings.iter().filter(|finding| finding.rule == rule).map(|finding| finding.count).sum()
}

#[test]
fn a_period_that_two_years_give_two_types_is_one_incident_and_is_found() {
    let files = |last: &str, this: &str| {
        let row = |code: &str| missing(&format!("1,05/06/2008,{code},20/03/2024,05/04/2024\n"));
        vec![
            ("episodes 2024.csv", episodes(2024)),
            ("episodes 2025.csv", episodes(2025)),
            ("missing 2024.csv", row(last)),
            ("missing 2025.csv", row(this)),
        ]
    };
    let of = |last: &str, this: &str| {
        let report = asked(&files(last, this), |query| query.period = "2024-01-01/2024-12-31".parse().ok());
        let of_kind = |total: &&Total| matches!(total.measure, Count::MissingIncidents | Count::AwayIncidents);
        let totals = report.totals.iter().filter(|total| total.cohort == Cohort::All).filter(of_kind);
        let incidents: u64 = totals.filter_map(|total| total.exact).sum();
        (share(&report, Cohort::All).map(|(missing, _)| missing), incidents, finds(&report, "types-differ"))
    };
    assert_eq!(of("M", "M"), (Some(1), 1, 0));
    assert_eq!(of("M", "A"), (Some(0), 1, 1));
    assert_eq!(of("A", "M"), (Some(1), 1, 1));
}

#[test]
fn an_undated_module_with_nothing_of_the_year_of_the_others_is_asked_about() {
    let files = |uasc: String, rows: &str| {
        vec![("episodes.csv", episodes(2025)), ("missing.csv", missing(rows)), ("uasc.csv", uasc)]
    };
    let of = |ids: &[u32], rows: &str, said: Option<i32>| {
        let report = asked(&files(uasc(ids), rows), |query| query.period = said.map(year));
        (children(&report, Cohort::Unaccompanied), share(&report, Cohort::All))
    };
    // Modules of which none says its year stay together.
    assert_eq!(of(&[1, 2], IN_2025, None), (Some(2), Some((2, 10))));
    assert_eq!(of(&[1, 9], IN_2025, None), (Some(2), Some((2, 10))));
    // The year that is asked for decides for a single return.
    assert_eq!(of(&[1, 2], IN_2025, Some(2025)), (Some(2), Some((2, 10))));
    // All of Missing may be carried over, or had ended before, so that it may be last year's.
    let (carried, over) = ("1,05/06/2008,M,01/02/2024,\n", "2,05/06/2008,M,01/09/2023,03/09/2023\n");
    for (rows, asked) in [(carried.to_owned(), Some((1, 10))), ([carried, over].concat(), None)] {
        assert_eq!(of(&[1, 9], &rows, None), (Some(2), None), "{rows}");
        assert_eq!(of(&[1, 9], &rows, Some(2025)).1, asked, "{rows}");
    }
    assert_eq!(of(&[1, 9], &[carried, IN_2025].concat(), None).1, Some((2, 10)));
    // Days of another year that were mistyped in a file full of days of this one are found, and move nothing.
    let months =
        |id: u32| (5..13).map(move |month| format!("{id},05/06/2008,M,1{id}/{month:02}/2024,2{id}/{month:02}/2024\n"));
    let full: String = (1..9).flat_map(months).collect();
    let mistyped = "1,05/06/2008,M,01/04/2026,\n2,05/06/2008,M,01/04/2026,\n";
    assert_eq!(of(&[1, 9], &[&*full, mistyped].concat(), None).1, Some((8, 10)));
    // A status that ended in the year, other than on the 18th birthday, could not be known before and is not in next year's.
    let ended = |duc: &str| {
        let mut files = files(format!("{UASC}1,1,05/06/2008,{duc}\n"), IN_2025);
        // The others say their year: then children who stay are in last year's file as in this year's.
        files[0].0 = "episodes 2025.csv";
        files[1].0 = "missing 2025.csv";
        let report = asked(&files, |_| ());
        children(&report, Cohort::Unaccompanied)
    };
    assert_eq!((ended("01/09/2024"), ended("01/09/2025"), ended("")), (Some(1), None, None));
}

#[test]
fn last_years_episodes_beside_this_years_missing_are_asked_about() {
    let files = vec![("episodes.csv", episodes(2024)), ("missing.csv", missing(IN_2025))];
    assert!(is_asked_about(&asked(&files, |_| ()), "episodes.csv"));
    let files = vec![("episodes.csv", episodes(2025)), ("missing.csv", missing(IN_2025))];
    assert_eq!(share(&asked(&files, |_| ()), Cohort::All), Some((2, 10)));
}

#[test]
fn the_year_asked_for_decides_for_header_and_uasc_beside_named_files() {
    let files = vec![
        ("episodes 2025.csv", episodes(2025)),
        ("missing 2025.csv", missing(IN_2025)),
        ("uasc.csv", uasc(&[1, 2])),
        ("header.csv", format!("{HEADER}1,1,05/06/2008,WBRI,,,\n")),
    ];
    let silent = asked(&files, |_| ());
    assert!(is_asked_about(&silent, "uasc.csv") && is_asked_about(&silent, "header.csv"));
    let decided = asked(&files, |query| query.period = Some(year(2025)));
    assert!(!is_asked_about(&decided, "uasc.csv") && !is_asked_about(&decided, "header.csv"));
    assert_eq!(children(&decided, Cohort::Unaccompanied), Some(2));
    // It does not stand against children of another year.
    let mut others = files;
    others[2].1 = uasc(&[1, 41, 42]);
    assert!(is_asked_about(&asked(&others, |query| query.period = Some(year(2025))), "uasc.csv"));
}

#[test]
fn names_of_two_years_that_are_swapped_are_asked_about() {
    let of = |of_2024: &[u32], of_2025: &[u32]| {
        let files = vec![
            ("episodes 2024.csv", episodes(2024)),
            ("episodes 2025.csv", episodes(2025)),
            ("uasc 2024.csv", uasc(of_2024)),
            ("uasc 2025.csv", uasc(of_2025)),
        ];
        let report = asked(&files, |_| ());
        [is_asked_about(&report, "uasc 2024.csv"), is_asked_about(&report, "uasc 2025.csv")]
    };
    assert_eq!(of(&[1, 9, 10], &[1, 20]), [true, true]);
    assert_eq!(of(&[1, 20], &[1, 9, 10]), [false, false]);
    // Children who stay prove nothing, and neither does one who left and is listed still.
    assert_eq!(of(&[1, 2], &[1, 3]), [false, false]);
    assert_eq!(of(&[1, 20], &[1, 20]), [false, false]);
    // This year's file is right, and is in both names.
    assert_eq!(of(&[1, 9, 10], &[1, 2, 9, 10]), [true, false]);
    // The status of most had ended before the year of the name.
    let ended = |rows: &str| {
        let files = vec![("episodes 2025.csv", episodes(2025)), ("uasc 2025.csv", format!("{UASC}{rows}"))];
        is_asked_about(&asked(&files, |_| ()), "uasc 2025.csv")
    };
    let (over, lasts) = ("1,1,05/06/2005,05/06/2023\n2,1,05/06/2005,05/06/2023\n", "3,1,05/06/2009,05/06/2027\n");
    assert!(ended(&[over, lasts].concat()));
    assert!(!ended(&[over, lasts, lasts.replace('3', "4").as_str()].concat()));
}

#[test]
fn a_child_whose_identifier_was_renewed_between_two_years_is_found() {
    let of = |last: &str, this: &str| {
        let files = vec![
            ("episodes 2024.csv", episodes(2024)),
            ("episodes 2025.csv", episodes(2025)),
            ("header 2024.csv", format!("{HEADER}{last}")),
            ("header 2025.csv", format!("{HEADER}{this}")),
        ];
        finds(&asked(&files, |_| ()), "same-upn-last-year")
    };
    let row = |id: &str, dob: &str, upn: &str| format!("{id},1,{dob},WBRI,{upn},,\n");
    let (dob, upn, other) = ("05/06/2009", "A123456789012", "B123456789012");
    assert_eq!(of(&row("1", dob, upn), &row("A1", dob, upn)), 1);
    assert_eq!(of(&row("1", dob, upn), &row("1", dob, upn)), 0);
    assert_eq!(of(&row("1", dob, upn), &row("A1", "06/06/2009", upn)), 0);
    assert_eq!(of(&row("1", dob, "UN1"), &row("A1", dob, "UN1")), 0);
    // Twins whose numbers were exchanged are two children in both years.
    let twins = |one: &str, two: &str| row("1", dob, one) + &row("2", dob, two);
    assert_eq!(of(&twins(upn, other), &twins(other, upn)), 0);
    // The old identifier is still there beside the new one: that is a finding within one year.
    assert_eq!(of(&row("1", dob, upn), &(row("1", dob, upn) + &row("A1", dob, upn))), 0);
}

#[test]
fn a_return_cut_at_the_end_of_february_says_its_last_date() {
    let of = |last: &str| {
        let files = vec![
            ("episodes 2025.csv", episodes(2025)),
            ("missing 2025.csv", missing(&format!("{IN_2025}3,05/06/2008,M,{last},{last}\n"))),
        ];
        let report = asked(&files, |_| ());
        report.coverage_of_returns.iter().find_map(|of| of.quiet_from).map(|day| day.to_string())
    };
    assert_eq!(of("26/02/2025").as_deref(), Some("2025-02-26"));
    assert_eq!(of("10/03/2025"), None);
}

#[test]
fn no_name_of_a_child_that_stands_where_a_heading_or_an_authority_should_is_repeated() {
    let lists = [
        ("episodes.csv", "CHILD,DECOM,RNE,DEC,Zebedee Quxworth\n1,01/05/2024,S,,x\n".to_owned()),
        (
            "missing.csv",
            "LA,CHILD,MISSING,MIS_START,MIS_END\nKent,1,M,01/08/2024,\nZebedee Quxworth,2,M,01/08/2024,\n".to_owned(),
        ),
        (
            "e2.csv",
            "LA,CHILD,DECOM,LS,DEC\nKent,1,01/05/2024,C2,\nKent,2,01/05/2024,C2,\nZebedee Quxworth,2,01/05/2024,C2,\n"
                .to_owned(),
        ),
        ("u.csv", "CHILD,DUC,Zebedee Quxworth\n1,05/06/2026,Kent\n2,05/06/2026,Surrey\n".to_owned()),
        ("rhi.csv", "CHILD,MIS_START,OFFERED,Interview held Zebedee Quxworth\n1,01/08/2024,Yes,No\n".to_owned()),
    ];
    let said = asked(&lists, |_| ()).to_json();
    assert!(!said.contains("Zebedee"), "{:?}", said.find("Zebedee").map(|at| &said[at.saturating_sub(200)..at + 20]));
    // A slip for an authority, and a body by its words, are shown: a person decides about them.
    for name in ["Surey", "Northern Council"] {
        let row = |columns: &str| format!("{name},2,{columns}\n");
        let files = [
            (
                "missing.csv",
                format!("{}{}", lists[1].1.replace("Zebedee Quxworth,2,M,01/08/2024,\n", ""), row("M,01/08/2024,")),
            ),
            ("e2.csv", lists[2].1.replace("Zebedee Quxworth", name)),
        ];
        assert!(asked(&files, |_| ()).to_json().contains(name), "{name}");
    }
}

#[test]
fn a_uasc_file_whose_column_of_ends_is_renamed_is_asked_about_and_is_no_list() {
    let problem = |name: &'static str, header: &str| {
        let report = asked(&[(name, format!("{header}\n1,1,05/06/2008,05/06/2026\n"))], |_| ());
        report.files[0].problem.clone()
    };
    for heading in ["Date ceased", "UASC end date", "Date UASC ended"] {
        let found = problem("uasc 2025.csv", &format!("CHILD,SEX,DOB,{heading}"));
        assert!(matches!(&found, Some(Problem::NearMiss { renames, .. }) if renames[0].meant == "DUC"), "{found:?}");
    }
    let lacks = problem("uasc.csv", "CHILD,SEX,DOB,Zebedee");
    assert!(matches!(&lacks, Some(Problem::MissingColumns { missing, .. }) if missing == &["DUC"]), "{lacks:?}");
    // A list by its name, and a table of children with no name that says anything.
    for name in ["trafficked children.csv", "children.csv"] {
        let found = problem(name, "CHILD,SEX,DOB,Date ceased");
        assert!(!matches!(found, Some(Problem::NearMiss { .. })), "{name} {found:?}");
    }
}

#[test]
fn dates_with_the_month_as_a_word_are_read_and_said_once_for_each_column() {
    let of = |from: &str, to: &str, next: &str| {
        let rows = missing(&format!("1,05/06/2008,M,{from},{to}\n2,05/06/2008,M,{next},\n"));
        let files = [("episodes 2025.csv", episodes(2025)), ("missing 2025.csv", rows)];
        let report = asked(&files, |_| ());
        (share(&report, Cohort::All), finds(&report, "date-in-words"))
    };
    assert_eq!(of("05-Jun-2024", "6 June 2024", "7 Jun 2024"), (Some((2, 10)), 2));
    assert_eq!(of("05/06/2024", "06/06/2024", "07/06/2024"), (Some((2, 10)), 0));
    // A year of two digits would have to be guessed.
    assert_eq!(of("05/06/2024", "06/06/2024", "05-Jun-24"), (Some((1, 10)), 0));
}
