//! Returns that do not cover all that is asked: what a file does not cover is not known, and is never counted as zero.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

mod support;

use missing_rates::Query;
use missing_rates::Returns;
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::report::{Basis, Measure, Module, NotHeld, Problem, Report, Wanted, YearFrom};
use support::{assert_balanced, find_rate, read, report, report_for};

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n";
const MISSING: &str = "CHILD,DOB,MISSING,MIS_START,MIS_END\n";
const UASC: &str = "CHILD,SEX,DOB,DUC\n";

fn year(year: i32) -> Period {
    Period::collection_year(year).unwrap()
}

/// The share of a cohort who went missing, as children missing and all.
fn share(report: &Report, cohort: Cohort) -> Option<(u64, u64)> {
    find_rate(report, None, cohort, Share::Missing, Basis::ChildLevel).map(|rate| (rate.numerator, rate.denominator))
}

fn children(report: &Report, cohort: Cohort) -> Option<u64> {
    let is = |total: &&missing_rates::report::Total| (total.cohort, total.measure) == (cohort, Count::Children);
    report.totals.iter().find(is).and_then(|total| total.exact)
}

fn asked(files: &[(&str, String)], query: impl FnOnce(&mut Query)) -> Report {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        returns.add(id, read(name, text.as_bytes()));
    }
    let mut asked = Query::default();
    query(&mut asked);
    let report = returns.report(&asked);
    assert_balanced(&report);
    report
}

/// Two years of returns. 1, 2 and 3 stay; 4 leaves in the first year, 5 comes in the second. 1 and 4 are unaccompanied. 1
/// went missing in both years, 2 in the second.
fn two_years() -> Vec<(&'static str, String)> {
    vec![
        (
            "episodes 2024.csv",
            format!(
                "{EPISODES}1,01/05/2023,S,C2,U1,PR1,,\n2,01/06/2023,S,C2,U1,PR1,,\n3,01/07/2022,S,C2,U1,PR1,,\n4,01/05/2023,S,C2,U1,PR1,01/12/2023,E4A\n"
            ),
        ),
        (
            "episodes 2025.csv",
            format!(
                "{EPISODES}1,01/05/2023,S,C2,U1,PR1,,\n2,01/06/2023,S,C2,U1,PR1,,\n3,01/07/2022,S,C2,U1,PR1,,\n5,01/08/2024,S,C2,U1,PR1,01/02/2025,E4A\n"
            ),
        ),
        ("missing 2024.csv", format!("{MISSING}1,05/06/2008,M,01/08/2023,03/08/2023\n")),
        (
            "missing 2025.csv",
            format!("{MISSING}1,05/06/2008,M,01/08/2024,03/08/2024\n2,05/06/2010,M,10/01/2025,12/01/2025\n"),
        ),
        ("uasc 2024.csv", format!("{UASC}1,1,05/06/2008,05/06/2026\n4,1,05/06/2007,05/06/2025\n")),
        ("uasc 2025.csv", format!("{UASC}1,1,05/06/2008,05/06/2026\n")),
    ]
}

fn without(files: &[(&'static str, String)], name: &str) -> Vec<(&'static str, String)> {
    files.iter().filter(|(other, _)| *other != name).cloned().collect()
}

#[test]
fn a_year_without_its_missing_has_no_share_no_change_and_no_answer_about_incidents() {
    let files = two_years();
    let whole = report(&files);
    assert_eq!(share(&whole, Cohort::All), Some((2, 4)));
    assert!(whole.changes.iter().any(|change| change.measure == Measure::Share(Share::Missing)));
    // This year's Missing alone: last year has no share, and nothing has changed since.
    let last_lacks = without(&files, "missing 2024.csv");
    let report = report_for(&last_lacks, None);
    assert_eq!((share(&report, Cohort::All), share(&report, Cohort::Unaccompanied)), (Some((2, 4)), Some((1, 1))));
    let about_missing = |measure| !matches!(measure, Measure::Count(Count::Children));
    assert!(!report.changes.iter().any(|change| about_missing(change.measure)), "{:?}", report.changes);
    let last = report_for(&last_lacks, Some(year(2024)));
    assert_eq!((share(&last, Cohort::All), children(&last, Cohort::All)), (None, Some(4)));
    assert!(last.profiles.is_empty());
    // The report says which file is needed, and the answers to a request do.
    let lack = last.not_covered.iter().find(|of| (of.cohort, of.figure) == (Cohort::All, Wanted::Missing)).unwrap();
    assert_eq!((lack.module, lack.year, lack.days), (Module::Missing, Some(2024), Some(year(2024))));
    for of_year in &report.foi.as_ref().unwrap().years {
        for answer in of_year.answers.iter().filter(|answer| answer.question.starts_with(['2', '3', '4'])) {
            assert_eq!(answer.count.is_some(), of_year.year == 2025 && answer.cohort == Cohort::Unaccompanied);
            if of_year.year < 2025 {
                assert!(answer.needs.iter().any(|need| (need.module, need.year) == (Module::Missing, Some(2024))));
            }
        }
    }
    // This year's Missing taken away: no share, and not 0%.
    let this_lacks = report_for(&without(&files, "missing 2025.csv"), None);
    assert_eq!((share(&this_lacks, Cohort::All), children(&this_lacks, Cohort::All)), (None, Some(4)));
    assert_eq!(this_lacks.periods, [year(2025)]);
}

#[test]
fn unaccompanied_children_need_uasc_and_trafficked_ones_a_list() {
    let files = two_years();
    let report = report_for(&without(&files, "uasc 2025.csv"), None);
    assert_eq!((share(&report, Cohort::All), children(&report, Cohort::Unaccompanied)), (Some((2, 4)), None));
    let lacks = |cohort| {
        report.not_covered.iter().filter(move |of| of.cohort == cohort && of.period == year(2025)).map(|of| of.module)
    };
    assert!(lacks(Cohort::Unaccompanied).all(|module| module == Module::Uasc));
    assert!(lacks(Cohort::Trafficked).all(|module| module == Module::List) && lacks(Cohort::Trafficked).count() > 0);
}

#[test]
fn a_missing_file_without_rows_is_no_year_without_missing_children() {
    let mut files = two_years();
    files[3].1 = MISSING.to_owned();
    let report = report_for(&files, None);
    assert_eq!((share(&report, Cohort::All), children(&report, Cohort::All)), (None, Some(4)));
    let lack = report.not_covered.iter().find(|of| (of.cohort, of.module) == (Cohort::All, Module::Missing)).unwrap();
    assert_eq!(lack.file.as_deref(), Some("missing 2025.csv"));
}

#[test]
fn a_calendar_year_needs_both_returns() {
    let files = two_years();
    let calendar = Period::calendar_year(2024);
    let report = report_for(&files, calendar);
    assert_eq!(share(&report, Cohort::All), Some((1, 4)));
    for name in ["episodes 2024.csv", "episodes 2025.csv", "missing 2024.csv", "missing 2025.csv"] {
        let report = report_for(&without(&files, name), calendar);
        assert_eq!(share(&report, Cohort::All), None, "{name}");
        assert!(!report.not_covered.is_empty(), "{name}");
    }
}

#[test]
fn names_tell_years_where_dates_do_not() {
    // DUC says nothing, and both children are in both years' Episodes.
    let files = vec![
        ("episodes 2024.csv", format!("{EPISODES}1,01/05/2023,S,C2,U1,PR1,,\n2,01/06/2023,S,C2,U1,PR1,,\n")),
        (
            "episodes 2025.csv",
            format!("{EPISODES}1,01/05/2023,S,C2,U1,PR1,,\n2,01/06/2023,S,C2,U1,PR1,,\n3,01/06/2024,S,C2,U1,PR1,,\n"),
        ),
        ("uasc 2024.csv", format!("{UASC}1,1,05/06/2008,05/06/2026\n")),
        ("uasc 2025.csv", format!("{UASC}1,1,05/06/2008,05/06/2026\n2,1,05/06/2009,05/06/2027\n")),
        ("missing 2024.csv", format!("{MISSING}1,05/06/2008,M,01/08/2023,03/08/2023\n")),
        ("missing 2025.csv", format!("{MISSING}3,05/06/2008,M,01/08/2024,03/08/2024\n")),
    ];
    let report = report_for(&files, Some(year(2024)));
    assert_eq!(share(&report, Cohort::Unaccompanied), Some((1, 1)));
    let of = |name: &str| report.files.iter().find(|file| file.name == name).unwrap().collection_year.unwrap();
    assert_eq!((of("uasc 2024.csv").year, of("uasc 2024.csv").from), (2024, YearFrom::Name));
    assert_eq!(of("uasc 2025.csv").year, 2025);
    // The same years, written as those in which they begin.
    let begin: Vec<(&str, String)> = files
        .iter()
        .map(|(name, text)| {
            let name: &'static str = name.replace("2024", "2023").replace("2025", "2024").leak();
            (name, text.clone())
        })
        .collect();
    assert_eq!(share(&report_for(&begin, Some(year(2024))), Cohort::Unaccompanied), Some((1, 1)));
}

#[test]
fn files_with_the_same_bytes_given_to_two_years_are_two_files_and_undated_ones_are_asked_about() {
    let mut files = without(&without(&two_years(), "uasc 2024.csv"), "uasc 2025.csv");
    let text = format!("{UASC}1,1,05/06/2008,05/06/2026\n");
    files.push(("uasc a.csv", text.clone()));
    files.push(("uasc b.csv", text));
    let said = |query: &mut Query| query.years = [(5, 2024), (6, 2025)].into();
    for period in [2024, 2025] {
        let report = asked(&files, |query| {
            said(query);
            query.period = Some(year(period));
        });
        assert_eq!(share(&report, Cohort::Unaccompanied), Some((1, 1)), "{period}");
    }
    let undated = asked(&files, |_| ());
    assert_eq!((children(&undated, Cohort::Unaccompanied), children(&undated, Cohort::All)), (None, Some(4)));
    let problem = |name: &str| undated.files.iter().find(|file| file.name == name).unwrap().problem.clone();
    assert_eq!(problem("uasc a.csv"), Some(Problem::WhichYear));
    assert_eq!(problem("uasc b.csv"), Some(Problem::SameAs { name: "uasc a.csv".to_owned() }));
    // Of one return it is one file, chosen twice.
    let one: Vec<_> = files.into_iter().filter(|(name, _)| !name.contains("2024")).collect();
    assert_eq!(share(&asked(&one, |_| ()), Cohort::Unaccompanied), Some((1, 1)));
}

#[test]
fn one_typing_error_moves_no_return_not_even_of_five_children() {
    let episodes = |dec: &str| {
        format!(
            "{EPISODES}1,01/05/2022,S,C2,U1,PR1,,\n2,01/06/2023,S,C2,U1,PR1,,\n3,01/07/2022,S,C2,U1,PR1,,\n4,01/05/2024,S,C2,U1,PR1,{dec},\n5,01/05/2024,S,C2,U1,PR1,01/12/2024,E4A\n"
        )
    };
    let missing = |start: &str| {
        format!(
            "{MISSING}1,05/06/2008,M,{start},\n2,05/06/2008,M,01/08/2024,03/08/2024\n3,05/06/2009,A,01/09/2024,02/09/2024\n"
        )
    };
    let files = |dec: &str, start: &str| vec![("episodes.csv", episodes(dec)), ("missing.csv", missing(start))];
    let right = asked(&files("", "01/10/2024"), |_| ());
    assert_eq!((right.periods.as_slice(), share(&right, Cohort::All)), (&[year(2025)][..], Some((2, 5))));
    for (dec, start, expected) in
        [("01/04/2035", "01/10/2024", (2, 5)), ("", "01/04/2025", (1, 5)), ("", "01/04/2052", (1, 5))]
    {
        for query in [None, Some(year(2025))] {
            let report = asked(&files(dec, start), |asked| asked.period = query);
            assert_eq!((report.periods.as_slice(), share(&report, Cohort::All)), (&[year(2025)][..], Some(expected)));
            let late = report.findings.iter().any(|finding| finding.rule == "570");
            assert_eq!(late, start != "01/10/2024", "{dec} {start}");
        }
    }
}

/// Rows of episodes and of periods of being missing on every fifth day of a year, up to the last day.
fn up_to(of: i32, last: &str) -> Vec<(&'static str, String)> {
    let last: missing_rates::period::Day = last.parse().unwrap();
    let (mut episodes, mut missing) = (EPISODES.to_owned(), MISSING.to_owned());
    let (mut day, mut child) = (year(of).start(), 0);
    while day <= last {
        let (year, month, of_month) = day.ymd();
        let written = format!("{of_month:02}/{month:02}/{year}");
        child += 1;
        episodes += &format!("{child},{written},S,C2,U1,PR1,,\n");
        if child % 3 == 0 {
            missing += &format!("{child},05/06/2008,M,{written},{written}\n");
        }
        for _ in 0..5 {
            day = day.next().unwrap();
        }
    }
    vec![
        (if of == 2024 { "episodes 2024.csv" } else { "episodes 2025.csv" }, episodes),
        (if of == 2024 { "missing 2024.csv" } else { "missing 2025.csv" }, missing),
    ]
}

#[test]
fn a_return_that_stops_within_the_year_is_of_the_days_up_to_there() {
    let mut files = up_to(2025, "2024-09-30");
    let report = asked(&files, |_| ());
    let part: Period = "2024-04-01/2024-09-30".parse().unwrap();
    assert_eq!(report.periods, [part]);
    assert_eq!(share(&report, Cohort::All), Some((12, 37)));
    for of in &report.coverage_of_returns {
        assert_eq!((of.from, of.to), (Some(part.start()), Some(part.end())));
    }
    // Of the whole year nothing is known; one stray date does not fill it.
    assert_eq!(share(&asked(&files, |query| query.period = Some(year(2025))), Cohort::All), None);
    files[1].1 += "1,05/06/2008,M,17/02/2025,\n";
    assert_eq!(asked(&files, |_| ()).periods, [part]);
    // A person knows that it is whole.
    let whole = asked(&files, |query| query.complete_to = [(2025, year(2025).end())].into());
    assert_eq!((whole.periods.as_slice(), share(&whole, Cohort::All)), (&[year(2025)][..], Some((13, 37))));
    // Nothing to compare it with; then the same part of last year, and not all of it.
    assert!(report.changes.is_empty());
    files.extend(up_to(2024, "2024-03-31"));
    let both = asked(&files, |_| ());
    let change = both.changes.iter().find(|change| change.measure == Measure::Share(Share::Missing)).unwrap();
    assert_eq!((change.from.to_string(), change.to), ("2023-04-01/2023-09-30".to_owned(), part));
}

#[test]
fn children_are_known_by_their_identifiers_however_they_are_written() {
    let episodes = format!(
        "{EPISODES}ab12c,01/05/2024,S,C2,U1,PR1,,\n12,01/05/2024,S,C2,U1,PR1,,\n0777,01/05/2024,S,C2,U1,PR1,,\n"
    );
    let missing = |ids: [&str; 2]| {
        let row = |id: &str| format!("\"{}\",05/06/2008,M,01/08/2024,03/08/2024\n", id.replace('"', "\"\""));
        format!("{MISSING}{}{}", row(ids[0]), row(ids[1]))
    };
    for ids in [["AB12C", "12.0"], ["=\"Ab12C\"", "'12"], ["ab12c\u{A0}", " 12 "], ["AB 12c", "=\"12\""]] {
        let report = asked(&[("e.csv", episodes.clone()), ("m.csv", missing(ids))], |_| ());
        assert_eq!(share(&report, Cohort::All), Some((2, 3)), "{ids:?}");
    }
    // Zeros are asked about, and the file is not used until then.
    let files = [("e.csv", episodes.clone()), ("m.csv", missing(["AB12C", "777"]))];
    let open = asked(&files, |_| ());
    assert_eq!((share(&open, Cohort::All), children(&open, Cohort::All)), (None, Some(3)));
    assert_eq!(open.files[1].problem, Some(Problem::LeadingZeros { children: 1 }));
    assert_eq!(share(&asked(&files, |query| query.zeros_matter = Some(false)), Cohort::All), Some((2, 3)));
    assert_eq!(share(&asked(&files, |query| query.zeros_matter = Some(true)), Cohort::All), Some((1, 3)));
    // Rounded ones cannot be told apart.
    let files = [("e.csv", episodes), ("m.csv", missing(["1.23457E+12", "1.23457E+12"]))];
    let rounded = asked(&files, |_| ());
    assert_eq!(share(&rounded, Cohort::All), None);
    assert!(matches!(rounded.files[1].problem, Some(Problem::RoundedIdentifiers { rows: 2, row: 2 })));
    assert!(rounded.findings.iter().any(|finding| finding.rule == "identifier-rounded" && finding.count == 2));
}

#[test]
fn one_child_under_two_identifiers_is_found() {
    let header = "CHILD,DOB,ETHNIC,UPN\n1,01/01/2010,WBRI,A123456789012\n2,01/01/2010,WBRI,a123456789012\n3,02/01/2010,WBRI,A123456789012\n4,01/01/2010,WBRI,UN5\n5,01/01/2010,WBRI,UN5\n";
    let report = asked(&[("header.csv", header.to_owned())], |_| ());
    let found = report.findings.iter().find(|finding| finding.rule == "same-upn").unwrap();
    assert_eq!(found.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [2, 3]);
}

#[test]
fn a_column_of_header_says_who_is_unaccompanied() {
    let rows = "1,01/05/2024,S,C2,U1,PR1,,\n2,01/05/2024,S,C2,U1,PR1,,\n3,01/05/2024,S,C2,U1,PR1,,\n";
    for (yes, no) in [("1", "0"), ("Yes", "No"), ("TRUE", "false"), ("1", "")] {
        let files = [
            ("e.csv", format!("{EPISODES}{rows}")),
            ("m.csv", format!("{MISSING}1,05/06/2008,M,01/08/2024,\n")),
            (
                "h.csv",
                format!(
                    "CHILD,SEX,DOB,ETHNIC,UASC,DUC\n1,1,05/06/2008,A,{yes},05/06/2026\n2,1,05/06/2008,A,{yes},31/03/2024\n3,1,05/06/2008,A,{no},\n"
                ),
            ),
        ];
        assert_eq!(share(&asked(&files, |_| ()), Cohort::Unaccompanied), Some((1, 1)), "{yes} {no}");
    }
}

#[test]
fn a_column_of_authorities_makes_several_returns() {
    let files = [
        (
            "e.csv",
            "LA,CHILD,DECOM,LS,DEC\nKent,1,01/05/2024,C2,\nKent,2,01/05/2024,C2,\nSurrey,1,01/05/2024,C2,\n".to_owned(),
        ),
        ("m.csv", "LA,CHILD,MISSING,MIS_START,MIS_END\nKent,1,M,01/08/2024,02/08/2024\n".to_owned()),
    ];
    let report = asked(&files, |_| ());
    let of = |code: &str, basis| {
        let rate = find_rate(&report, Some(code), Cohort::All, Share::Missing, basis);
        rate.map(|rate| (rate.numerator, rate.denominator))
    };
    assert_eq!(of("E10000016", Basis::Matched), Some((1, 2)), "Kent");
    // Surrey's rows of Missing are none, and its file is not there: nothing is known of it.
    assert_eq!(of("E10000030", Basis::Matched), None, "Surrey");
    let both = [files[0].clone(), ("m.csv", format!("{}Surrey,1,A,01/08/2024,\n", files[1].1))];
    let report = asked(&both, |_| ());
    let england = find_rate(&report, Some("E92000001"), Cohort::All, Share::Missing, Basis::Matched).unwrap();
    assert_eq!((england.numerator, england.denominator, england.authorities), (1, 3, 2));
    // A file without the column could be anybody's.
    let report = asked(&[files[0].clone(), ("m.csv", format!("{MISSING}1,05/06/2008,M,01/08/2024,\n"))], |_| ());
    assert_eq!(report.files[1].problem, Some(Problem::NoAuthorityColumn));
    assert!(report.rates.iter().all(|rate| rate.measure != Share::Missing));
}

#[test]
fn cells_are_read_as_programs_write_them() {
    let files = [
        (
            "e.csv",
            format!(
                "{EPISODES}1,2024-05-01T00:00:00Z,S,C2,P3,PR1,31/12/2099,NULL\n2,01/05/2024 09:30,S,C2,U1,PR1,NaT,\n"
            ),
        ),
        ("m.csv", format!("{MISSING}1,N/A,Missing,05/06/2024 14:30,9999\n2,nan,Away,06/06/2024,NULL\n")),
    ];
    let report = asked(&files, |_| ());
    assert_eq!(share(&report, Cohort::All), Some((1, 2)));
    let found: Vec<_> = report.findings.iter().map(|finding| (finding.rule, finding.table.as_str())).collect();
    assert!(
        found.contains(&("open-placeholder", "e.csv")) && found.contains(&("open-placeholder", "m.csv")),
        "{found:?}"
    );
    assert!(!found.iter().any(|(rule, _)| matches!(*rule, "placement" | "1006" | "1005" | "episode-end")), "{found:?}");
}

#[test]
fn a_uasc_file_and_a_column_in_header_that_disagree_give_no_figure_and_say_so() {
    let header = |flags: [&str; 4]| {
        let rows: String =
            (1..).zip(flags).map(|(child, flag)| format!("{child},1,05/06/2008,WBRI,{flag}\n")).collect();
        format!("CHILD,SEX,DOB,ETHNIC,UASC\n{rows}")
    };
    let files = |flags, uasc: &str| {
        let episodes: String = (1..=4).map(|child| format!("{child},03/05/2024,S,C2,U1,PR1,,\n")).collect();
        vec![
            ("episodes.csv", format!("{EPISODES}{episodes}")),
            ("missing.csv", format!("{MISSING}1,05/06/2008,M,05/06/2024,06/06/2024\n")),
            ("header.csv", header(flags)),
            ("uasc.csv", format!("{UASC}{uasc}")),
        ]
    };
    let listed = "1,1,05/06/2008,05/06/2026\n2,1,05/06/2008,05/06/2026\n";
    // In the words that systems write.
    for [yes, no] in [["1", "0"], ["Yes", "No"], ["True", "False"], ["y", "n"], ["TRUE", ""]] {
        let agree = files([yes, yes, no, no], listed);
        let both = report(&agree);
        assert_eq!(share(&both, Cohort::Unaccompanied), Some((1, 2)), "{yes}");
        // Either alone says the same.
        assert_eq!(share(&report(&without(&agree, "uasc.csv")), Cohort::Unaccompanied), Some((1, 2)), "{yes}");
        assert_eq!(share(&report(&without(&agree, "header.csv")), Cohort::Unaccompanied), Some((1, 2)), "{yes}");
        for flags in [[yes, no, no, no], [yes, yes, yes, no]] {
            let differ = report(&files(flags, listed));
            assert_eq!((share(&differ, Cohort::Unaccompanied), children(&differ, Cohort::Unaccompanied)), (None, None));
            assert_eq!(share(&differ, Cohort::All), Some((1, 4)));
            assert!(differ.not_covered.iter().any(|of| of.module == Module::Uasc && of.contradicted));
            assert_eq!(differ.findings.iter().filter(|of| of.rule == "unaccompanied-differs").count(), 1, "{flags:?}");
            let foi = differ.foi.as_ref().unwrap();
            let asked = foi.years[0].answers.iter().find(|answer| answer.question == "1c").unwrap();
            assert_eq!((asked.count, asked.not_held), (None, Some(NotHeld::UascContradicted)));
        }
    }
    // Whose status ended before the year may be listed still.
    let over = "1,1,05/06/2008,05/06/2026\n2,1,05/06/2008,31/03/2024\n";
    assert_eq!(share(&report(&files(["1", "0", "0", "0"], over)), Cohort::Unaccompanied), Some((1, 1)));
}

#[test]
fn a_column_in_header_without_duc_says_nothing_of_the_days_from_within_the_year() {
    let mut files = without(&without(&two_years(), "uasc 2024.csv"), "uasc 2025.csv");
    for (name, rows) in [("header 2024.csv", "1,1\n2,0\n3,0\n4,1\n"), ("header 2025.csv", "1,1\n2,0\n3,0\n5,0\n")] {
        let rows: String = rows.lines().map(|row| row.replacen(',', ",1,05/06/2008,WBRI,", 1) + "\n").collect();
        files.push((name, format!("CHILD,SEX,DOB,ETHNIC,UASC\n{rows}")));
    }
    for (period, expected) in [
        (Period::collection_year(2024), Some((1, 2))),
        (Period::collection_year(2025), Some((1, 1))),
        ("2023-04-01/2025-03-31".parse().ok(), Some((1, 2))),
        // Child 4 may have ceased to be unaccompanied before.
        (Period::calendar_year(2024), None),
        ("2024-12-01/2025-03-31".parse().ok(), None),
    ] {
        assert_eq!(share(&report_for(&files, period), Cohort::Unaccompanied), expected, "{period:?}");
    }
    // With DUC it says it of every day.
    for (name, text) in files.iter_mut().filter(|(name, _)| name.starts_with("header")) {
        *text =
            text.replace("UASC\n", "UASC,DUC\n").replace("4,1,05/06/2008,WBRI,1", "4,1,05/06/2008,WBRI,1,01/10/2023");
        assert!(text.contains("DUC"), "{name}");
    }
    assert_eq!(children(&report_for(&files, Period::calendar_year(2024)), Cohort::Unaccompanied), Some(1));
}

#[test]
fn two_files_of_one_module_and_year_are_added_together_and_said() {
    let mut files = two_years();
    files.push(("missing 2025 team b.csv", format!("{MISSING}3,05/06/2008,M,05/06/2024,06/06/2024\n")));
    let report = report(&files);
    assert_eq!(share(&report, Cohort::All), Some((3, 4)));
    assert_eq!(report.added_together(), [(2025, Module::Missing, vec!["missing 2025 team b.csv", "missing 2025.csv"])]);
    assert_eq!(support::report(&two_years()).added_together(), []);
}
