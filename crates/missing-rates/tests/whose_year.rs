//! Of which year each file of a return is, and what is asked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

use crate::support::report_for;
use crate::support::two_years::{EPISODES, MISSING, UASC, asked, children, share, two_years, without, year};
use missing_rates::Query;
use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::report::{Problem, Report, YearFrom};

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
    // Of one return it is one file, chosen twice. Child 5 came and left in its year.
    let mut one: Vec<_> = files.into_iter().filter(|(name, _)| !name.contains("2024")).collect();
    for (_, text) in one.iter_mut().filter(|(name, _)| name.starts_with("uasc")) {
        text.push_str("5,1,05/06/2008,05/06/2026\n");
    }
    assert_eq!(share(&asked(&one, |_| ()), Cohort::Unaccompanied), Some((1, 2)));
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

/// The year of a file, whether it is certain, and whether a person is asked.
fn found(report: &Report, name: &str) -> (Option<(i32, bool)>, bool) {
    let file = report.files.iter().find(|file| file.name == name).unwrap();
    (file.collection_year.map(|of| (of.year, of.certain)), file.problem == Some(Problem::WhichYear))
}

const ASKED: (Option<(i32, bool)>, bool) = (None, true);

fn children_of(ids: impl Iterator<Item = u32>) -> String {
    ids.fold(UASC.to_owned(), |text, id| format!("{text}{id},1,05/06/2008,05/06/2026\n"))
}

/// Of each 20 children, 5 came and 5 left in each year.
fn stays(year: i32) -> String {
    let mut text = EPISODES.to_owned();
    for id in 0..20 {
        text += &format!("{id},01/05/2020,S,C2,U1,PR1,,\n");
    }
    for (came, ids) in [(2022, 20..25), (2023, 25..30), (2024, 30..35)] {
        // Each left in the year after the year in which the child came.
        for id in ids.filter(|_| (came + 1..=came + 2).contains(&year)) {
            let end = if year == came + 2 { format!("01/06/{}", came + 1) } else { String::new() };
            text += &format!("{id},01/06/{came},S,C2,U1,PR1,{end},{}\n", if end.is_empty() { "" } else { "E4A" });
        }
    }
    text
}

#[test]
fn an_undated_module_that_does_not_fit_the_year_of_the_others_is_asked_about() {
    let files = |uasc: String, named: bool| {
        let name = |name: &'static str, other: &'static str| if named { name } else { other };
        let missing = format!("{MISSING}1,05/06/2008,M,01/08/2024,03/08/2024\n1,05/06/2008,M,01/09/2024,03/09/2024\n");
        vec![
            (name("episodes 2025.csv", "episodes.csv"), stays(2025)),
            (name("missing 2025.csv", "missing.csv"), missing),
            ("uasc.csv", uasc),
        ]
    };
    // In 2025 are 0 to 19, 25 to 29 who left in it, and 30 to 34 who came in it.
    for named in [true, false] {
        let uasc = |ids: Vec<u32>| {
            let report = asked(&files(children_of(ids.into_iter()), named), |_| ());
            assert_eq!(children(&report, Cohort::All), Some(30));
            (found(&report, "uasc.csv"), children(&report, Cohort::Unaccompanied))
        };
        // Its own.
        assert_eq!(
            uasc((5..35).filter(|id| !(20..25).contains(id)).collect()),
            ((Some((2025, true)), false), Some(25))
        );
        // Last year's: five left before, and nobody came.
        assert_eq!(uasc((5..30).collect()), (ASKED, None));
        // All of last year's but those who left: that nobody came is no chance.
        assert_eq!(uasc((0..20).chain(25..30).collect()), (ASKED, None));
        // Next year's: nobody left, and others came.
        assert_eq!(uasc((0..20).chain(30..40).collect()), (ASKED, None));
        // Few children, who might be of any year: not certain, and of a year that only the names of others give, asked.
        let expected = if named { (ASKED, None) } else { ((Some((2025, false)), false), Some(2)) };
        assert_eq!(uasc(vec![1, 2]), expected);
        // Identifiers of another system, and leading zeros, are other questions.
        let report = asked(&files(children_of(700..720), false), |_| ());
        assert_eq!(found(&report, "uasc.csv").0, Some((2025, false)));
    }
    // With both years to hand, the year is known; with two other years, it is asked.
    let years = |years: [i32; 2], ids: Vec<u32>| {
        let [one, other] = years;
        let files = vec![("a.csv", stays(one)), ("b.csv", stays(other)), ("uasc.csv", children_of(ids.into_iter()))];
        found(&asked(&files, |query| query.years = [(1, one), (2, other)].into()), "uasc.csv")
    };
    assert_eq!(years([2024, 2025], (5..30).collect()), (Some((2024, true)), false));
    assert_eq!(years([2025, 2026], (5..30).collect()), ASKED);
}

#[test]
fn a_year_that_is_asked_for_stands_unless_the_rows_are_of_another() {
    let of = |episodes: String, year: i32| {
        let report = asked(&[("episodes.csv", episodes)], |query| query.period = Period::collection_year(year));
        (found(&report, "episodes.csv").0.unwrap(), children(&report, Cohort::All))
    };
    assert_eq!(of(stays(2025), 2025), ((2025, true), Some(30)));
    // Ten had left, or came in it at the latest: 2024's, by its dates.
    assert_eq!(of(stays(2024), 2025), ((2024, true), None));
    // Nobody left, and there is no date in the year: it may be so.
    let rows = |n: u32| (0..n).fold(EPISODES.to_owned(), |text, id| text + &format!("{id},01/05/2022,S,C2,U1,PR1,,\n"));
    assert_eq!(of(rows(5), 2025), ((2025, false), Some(5)));
    assert_eq!(of(rows(5) + "7,01/05/2024,S,C2,U1,PR1,,\n", 2025), ((2025, true), Some(6)));
}

#[test]
fn modules_of_one_return_stay_together_or_are_asked_about() {
    let stay = (1..6).fold(EPISODES.to_owned(), |text, id| text + &format!("{id},01/05/2022,S,C2,U1,PR1,,\n"));
    let files = |episodes: &'static str, missing: &'static str, rows: &str| {
        vec![(episodes, stay.clone()), (missing, format!("{MISSING}{rows}"))]
    };
    // One date in each of two later years: either may be a typing error.
    let two = files("episodes.csv", "missing.csv", "1,,M,01/06/2024,02/06/2024\n2,,M,01/04/2025,\n");
    let report = asked(&two, |_| ());
    assert_eq!((found(&report, "episodes.csv"), found(&report, "missing.csv")), (ASKED, ASKED));
    assert_eq!(share(&asked(&two, |query| query.period = Some(year(2025))), Cohort::All), Some((1, 5)));
    // Two in one year: Episodes of which none ended are of that year.
    let report = asked(&files("episodes.csv", "missing.csv", "1,,M,01/06/2024,02/06/2024\n2,,M,01/07/2024,\n"), |_| ());
    assert_eq!(share(&report, Cohort::All), Some((2, 5)));
    // A name that is wrong for one module is wrong for the other, which has too few rows to tell.
    let late = (1..6).fold(EPISODES.to_owned(), |text, id| text + &format!("{id},01/05/2024,S,C2,U1,PR1,,\n"));
    let named = vec![
        ("episodes 2019.csv", late),
        ("header 2019.csv", "CHILD,SEX,DOB,ETHNIC\n1,1,05/06/2008,WBRI\n".to_owned()),
        ("missing 2019.csv", format!("{MISSING}1,,M,01/06/2024,02/06/2024\n")),
    ];
    for period in [None, Some(year(2025))] {
        let report = asked(&named, |query| query.period = period);
        assert_eq!(share(&report, Cohort::All), Some((1, 5)));
        for (name, _) in &named {
            assert_eq!(found(&report, name), (Some((2025, false)), false), "{name}");
        }
    }
}

#[test]
fn a_name_that_the_rows_show_to_begin_the_year_is_said_to() {
    let rows = (1..6).fold(EPISODES.to_owned(), |text, id| text + &format!("{id},01/05/2024,S,C2,U1,PR1,,\n"));
    let of = |name| asked(&[(name, rows.clone())], |_| ()).files[0].collection_year.unwrap();
    assert_eq!((of("Episodes_2024.csv").year, of("Episodes_2024.csv").from), (2025, YearFrom::NameBegins));
    assert_eq!((of("Episodes_2025.csv").year, of("Episodes_2025.csv").from), (2025, YearFrom::Name));
    assert_eq!((of("Episodes 2024-25.csv").year, of("Episodes 2024-25.csv").from), (2025, YearFrom::Name));
}

#[test]
fn files_of_one_name_have_their_own_reasons() {
    let mut files = without(&without(&two_years(), "uasc 2024.csv"), "uasc 2025.csv");
    let text = format!("{UASC}1,1,05/06/2008,05/06/2026\n");
    files.extend([("uasc.csv", text.clone()), ("uasc.csv", text)]);
    let report = asked(&files, |_| ());
    for file in report.files.iter().filter(|file| file.name == "uasc.csv") {
        assert_eq!(report.set_aside_of(file).map(|rows| rows.count).collect::<Vec<_>>(), [1]);
    }
}

#[test]
fn ends_that_many_rows_share_were_planned_and_move_no_return() {
    let spread = |child: u32| {
        let (month, year) = if child % 12 < 9 { (4 + child % 12, 2024) } else { (child % 12 - 8, 2025) };
        format!("{:02}/{month:02}/{year}", 1 + child % 28)
    };
    for end in ["31/12/2049", "31/12/2026", "31/08/2025", "01/01/2035"] {
        let rows = (1..=240).map(|child| {
            let dec = if child % 4 == 0 { end } else { "" };
            format!("{child},{},S,C2,U1,PR1,{dec},\n", spread(child))
        });
        let episodes = format!("{EPISODES}{}", rows.collect::<String>());
        let rows = (1..=40).map(|child| format!("{child},05/06/2010,M,{0},{0}\n", spread(child)));
        let missing = format!("{MISSING}{}", rows.collect::<String>());
        for names in [["e.csv", "m.csv"], ["episodes 2025.csv", "missing 2025.csv"]] {
            let report = asked(&[(names[0], episodes.clone()), (names[1], missing.clone())], |_| ());
            assert_eq!(share(&report, Cohort::All), Some((40, 240)), "{end} {names:?}");
            assert_eq!(report.periods[0].as_collection_year(), Some(2025), "{end} {names:?}");
        }
    }
    // Ends on many days are those of another year's file.
    let rows = (1..=240).map(|child| format!("{child},01/05/2023,S,C2,U1,PR1,{},\n", spread(child)));
    let report = asked(&[("episodes 2024.csv", format!("{EPISODES}{}", rows.collect::<String>()))], |_| ());
    assert_eq!(report.files[0].collection_year.map(|of| of.year), Some(2025));
}

#[test]
fn a_uasc_file_of_whose_children_many_are_nowhere_in_the_year_of_its_name_is_asked_about() {
    let header = |ids: &[u32]| {
        ids.iter().fold("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n".to_owned(), |text, id| {
            format!("{text}{id},1,05/06/2008,WBRI,,,\n")
        })
    };
    let with = |uasc: &[u32], in_header: &[u32]| {
        let files = [
            ("Episodes 2025.csv", stays(2025)),
            ("Header 2025.csv", header(in_header)),
            ("Missing 2025.csv", format!("{MISSING}1,05/06/2008,M,01/08/2024,03/08/2024\n")),
            ("UASC 2025.csv", children_of(uasc.iter().copied())),
        ];
        let report = asked(&files, |_| ());
        assert_eq!(share(&report, Cohort::All), Some((1, 30)));
        (found(&report, "UASC 2025.csv"), children(&report, Cohort::Unaccompanied))
    };
    let years: Vec<u32> = (0..20).chain(25..35).collect();
    // In 2025 are 0 to 19, 25 to 29 who left in it, and 30 to 34 who came in it. 101 to 103 are nobody.
    let last_years: Vec<u32> = (0..12).chain(101..104).collect();
    assert_eq!(with(&last_years, &years), (ASKED, None));
    // A few slips in identifiers are a finding, and so is a child who is in Header alone.
    assert_eq!(with(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 26, 30, 101], &years).1, Some(11));
    assert_eq!(with(&[0, 1, 2, 3, 4, 5, 6, 26, 30, 101, 102], &years).1, Some(9));
    let known: Vec<u32> = years.iter().copied().chain(101..104).collect();
    assert_eq!(with(&last_years, &known).1, Some(12));
    // In many years nobody who comes is unaccompanied.
    assert_eq!(with(&[0, 1, 2], &years), ((Some((2025, true)), false), Some(3)));
    // Where several left and somebody should have come, last year's file looks the same.
    assert_eq!(with(&[0, 1, 2, 25, 26, 27], &years), ((Some((2025, false)), false), Some(6)));
    assert_eq!(with(&[0, 1, 2, 25, 26, 30], &years), ((Some((2025, true)), false), Some(6)));
    // One child who is nowhere leaves the name in doubt.
    assert_eq!(with(&[0, 1, 2, 101], &years), ((Some((2025, false)), false), Some(3)));
}
