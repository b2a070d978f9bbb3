//! Files of a year without a date in it, and rows that name a child and say nothing.
#![allow(clippy::unwrap_used, clippy::format_collect)]

use crate::support::two_years::{EPISODES, MISSING, UASC, asked, children, share, two_years, year};
use missing_rates::cohort::{Cohort, Count};
use missing_rates::report::{Measure, Module, Problem, Reason, Report};

fn problem(report: &Report, name: &str) -> Option<Problem> {
    report.files.iter().find(|file| file.name == name).and_then(|file| file.problem.clone())
}

/// Two years of returns with other rows in one file.
fn with(name: &str, text: &str) -> Vec<(&'static str, String)> {
    let mut files = two_years();
    text.clone_into(&mut files.iter_mut().find(|(other, _)| *other == name).unwrap().1);
    files
}

/// Two returns of a number of children, of whom some go missing in the first.
fn of_many(children: u32, rows: &str) -> Vec<(&'static str, String)> {
    let row = |child: u32, year: i32| match child {
        1 => format!("1,01/06/2021,S,C2,U1,PR1,20/03/{year},E4A\n"),
        2 => format!("2,05/05/{year},S,C2,U1,PR1,,\n", year = year - 1),
        _ => format!("{child},01/06/2021,S,C2,U1,PR1,,\n"),
    };
    let episodes = |year| EPISODES.to_owned() + &(1..=children).map(|child| row(child, year)).collect::<String>();
    let last = (1..=12).map(|child| match child {
        1..=9 => format!("{child},05/06/2010,M,05/{:02}/2023,05/{:02}/2023\n", child + 3, child + 3),
        _ => format!("{child},05/06/2010,M,25/{:02}/2024,25/{:02}/2024\n", child - 9, child - 9),
    });
    vec![
        ("episodes 2024.csv", episodes(2024)),
        ("episodes 2025.csv", episodes(2025)),
        ("missing 2024.csv", MISSING.to_owned() + &last.collect::<String>()),
        ("missing 2025.csv", format!("{MISSING}{rows}")),
    ]
}

/// A report of the year to 31 March 2025, of which a person says that it is complete, or does not.
fn of_year(files: &[(&str, String)], is_complete: bool) -> Report {
    asked(files, |query| {
        query.period = Some(year(2025));
        let end = |of: i32| (of, year(of).end());
        query.complete_to.extend([end(2024)].into_iter().chain(Some(end(2025)).filter(|_| is_complete)));
    })
}

const CARRIED: &str = "3,05/06/2010,M,20/03/2024,\n4,05/06/2010,M,12/01/2024,\n";

#[test]
fn missing_without_a_date_in_its_year_says_nothing_of_it_until_somebody_says_so() {
    let none = Some(Problem::NoDateInYear { year: Some(2025) });
    let files = of_many(60, CARRIED);
    let report = of_year(&files, false);
    assert_eq!((share(&report, Cohort::All), children(&report, Cohort::All)), (None, Some(60)));
    assert_eq!(problem(&report, "missing 2025.csv"), none);
    assert!(report.coverage_of_returns.iter().any(|of| (of.module, of.used) == (Module::Missing, false)));
    let about_missing = |report: &Report| {
        report.changes.iter().any(|change| !matches!(change.measure, Measure::Count(Count::Children)))
    };
    assert!(!about_missing(&report));
    let foi = report.foi.as_ref().unwrap().years.iter().find(|of| of.year == 2025).unwrap();
    assert!(foi.answers.iter().all(|answer| !answer.question.starts_with(['2', '3', '4']) || answer.count.is_none()));
    // Nobody else went missing, says who knows.
    let report = of_year(&files, true);
    assert_eq!((share(&report, Cohort::All), problem(&report, "missing 2025.csv")), (Some((2, 60)), None));
    assert!(about_missing(&report));
}

#[test]
fn a_few_children_who_are_still_missing_may_be_all_who_are_and_it_is_said() {
    let empty = |report: &Report| {
        let of = report.coverage_of_returns.iter().find(|of| (of.module, of.year) == (Module::Missing, Some(2025)));
        of.map(|of| of.empty_days.clone()).unwrap_or_default()
    };
    for (children, rows, expected, is_said) in [
        (60, CARRIED, None, false),
        (12, CARRIED, Some((2, 12)), true),
        // Last year's file, or next year's.
        (12, "3,05/06/2010,M,20/03/2024,\n4,05/06/2010,M,12/01/2024,13/01/2024\n", None, false),
        (12, "3,05/06/2010,M,20/05/2025,\n4,05/06/2010,M,12/06/2025,\n", None, false),
        // One date in the year, and one slip.
        (60, "3,05/06/2010,M,20/03/2024,02/04/2024\n4,05/06/2010,M,12/01/2024,\n", Some((2, 60)), false),
        (12, "3,05/06/2010,M,01/04/2025,02/04/2025\n", Some((0, 12)), false),
        (12, "3,05/06/2010,M,10/02/2025,02/04/2025\n", Some((1, 12)), false),
    ] {
        let files = of_many(children, rows);
        let id = files.len();
        let report = asked(&files, |query| {
            query.period = Some(year(2025));
            query.years.insert(id.try_into().unwrap(), 2025);
        });
        assert_eq!(share(&report, Cohort::All), expected, "{children} {rows}");
        assert_eq!(empty(&report).contains(&year(2025)), is_said, "{children} {rows}");
    }
}

#[test]
fn a_year_that_somebody_says_and_that_no_row_is_of_has_no_figures() {
    let files: Vec<_> = two_years().into_iter().filter(|(name, _)| name.ends_with("2025.csv")).collect();
    let said = |year: i32| asked(&files, |query| query.years.extend((1..).take(files.len()).map(|file| (file, year))));
    assert_eq!(share(&said(2025), Cohort::All), Some((2, 4)));
    for other in [2024, 2026] {
        let report = said(other);
        assert_eq!((share(&report, Cohort::All), share(&report, Cohort::Unaccompanied)), (None, None), "{other}");
        assert_eq!(problem(&report, "missing 2025.csv"), Some(Problem::NoDateInYear { year: Some(other) }));
    }
    let report = said(2019);
    for name in ["episodes 2025.csv", "missing 2025.csv"] {
        assert_eq!(problem(&report, name), Some(Problem::NoDateInYear { year: Some(2019) }), "{name}");
    }
    assert_eq!(children(&report, Cohort::All), None);
}

#[test]
fn a_uasc_file_whose_statuses_all_ceased_before_the_year_says_nobody_of_it() {
    let files = with("uasc 2025.csv", &format!("{UASC}1,1,05/06/2005,05/06/2023\n4,1,05/06/2005,07/06/2023\n"));
    let report = asked(&files, |query| {
        query.period = Some(year(2025));
        query.years.insert(6, 2025);
    });
    assert_eq!((children(&report, Cohort::Unaccompanied), share(&report, Cohort::All)), (None, Some((2, 4))));
    assert_eq!(problem(&report, "uasc 2025.csv"), Some(Problem::NoDateInYear { year: Some(2025) }));
}

#[test]
fn rows_that_name_a_child_and_nothing_else_are_set_aside_and_the_others_count() {
    let episodes: String = (1..=60).map(|child| format!("{child},01/06/2022,S,C2,U1,PR1,,\n")).collect();
    let report = |rows: &str, blank: &str| {
        let others: String = (3..=60).map(|child| format!("{child},05/06/2010,{blank}\n")).collect();
        let missing = format!("{MISSING}{rows}{others}");
        asked(&[("episodes 2025.csv", format!("{EPISODES}{episodes}")), ("missing 2025.csv", missing)], |_| ())
    };
    let two = "1,05/06/2008,M,05/06/2024,05/06/2024\n2,05/06/2008,M,05/03/2025,05/03/2025\n";
    for (rows, blank, expected, why) in [
        (two, ",,", Some((2, 60)), None),
        // Nobody knows whether nobody went missing; and a start that is not given is no empty row.
        ("", ",,", None, Some(Problem::NoRows)),
        (two, ",,05/06/2024", None, Some(Problem::FewUsableRows)),
        (two, "M,,", None, Some(Problem::FewUsableRows)),
    ] {
        let report = report(rows, blank);
        assert_eq!((share(&report, Cohort::All), problem(&report, "missing 2025.csv")), (expected, why), "{blank}");
        let empty = report.set_aside.iter().find(|aside| aside.reason == Reason::EmptyRow).map(|aside| aside.count);
        assert!(expected.is_none() || empty == Some(58));
    }
}

#[test]
fn a_list_is_asked_about_its_wordings_however_many_rows_have_them() {
    let episodes: String = (1..=60).map(|child| format!("{child},01/06/2022,S,C2,U1,PR1,,\n")).collect();
    let missing = format!("{MISSING}1,05/06/2008,M,05/06/2024,05/06/2024\n2,05/06/2008,M,05/03/2025,05/03/2025\n");
    // One of so many wordings is plain.
    for plain in [2, 4, 20] {
        let wording = |child: u32| {
            if child.is_multiple_of(plain) { "Conclusive grounds" } else { ["Pending", "Negative"][child as usize % 2] }
        };
        let rows: String = (1..=60).map(|child| format!("{child},{}\n", wording(child))).collect();
        let files = [
            ("episodes 2025.csv", format!("{EPISODES}{episodes}")),
            ("missing 2025.csv", missing.clone()),
            ("list.csv", format!("CHILD,Outcome\n{rows}")),
        ];
        let open = asked(&files, |_| ());
        assert_eq!(problem(&open, "list.csv"), None, "{plain}");
        assert_eq!((share(&open, Cohort::Trafficked), children(&open, Cohort::Trafficked)), (None, None), "{plain}");
        assert!(!open.list_wordings.is_empty());
    }
}
