//! Returns that do not cover all that is asked: what a file does not cover is not known, and is never counted as zero.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

use crate::support::two_years::{EPISODES, MISSING, UASC, asked, children, share, two_years, whole, without, year};
use crate::support::{report_for, returns};
use missing_rates::Query;
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::group::By;
use missing_rates::period::{Day, Period};
use missing_rates::rates::months_beside;
use missing_rates::report::{Disclosure, Incidents, Measure, Module, Problem, Profile, Report, Wanted};

#[test]
fn a_year_without_its_missing_has_no_share_no_change_and_no_answer_about_incidents() {
    let files = two_years();
    let whole = asked(&files, whole);
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
fn a_file_without_rows_is_nobody_where_a_person_says_so_and_only_there() {
    let mut files = two_years();
    files[3].1 = MISSING.to_owned();
    let entry = |report: &Report, name: &str| report.files.iter().find(|file| file.name == name).unwrap().clone();
    let said = |files: &[(&'static str, String)], names: &[&str]| {
        asked(files, |query| {
            whole(query);
            query.period = Some(year(2025));
            query.empty = names.iter().map(|name| (*name).to_owned()).collect();
        })
    };
    let silent = said(&files, &[]);
    assert!(entry(&silent, "missing 2025.csv").may_be_empty() && !entry(&silent, "missing 2025.csv").said_empty);
    let report = said(&files, &["missing 2025.csv"]);
    assert_eq!((share(&report, Cohort::All), children(&report, Cohort::All)), (Some((0, 4)), Some(4)));
    let of_file = entry(&report, "missing 2025.csv");
    assert!(
        of_file.said_empty && of_file.problem.is_none() && of_file.collection_year.is_some_and(|of| of.year == 2025)
    );
    // The other year keeps its figures, and is what this one is compared with.
    assert!(report.changes.iter().any(|change| change.measure == Measure::Share(Share::Missing)));
    // Without rows of its own, but not because it has none: what is said about it is not heard.
    for (at, text) in [(3, format!("{MISSING}1,05/06/2008,M,08/14/2024,08/15/2024\n")), (1, EPISODES.to_owned())] {
        let mut other = two_years();
        other[at].1 = text;
        let names = ["missing 2025.csv", "episodes 2025.csv"];
        let report = said(&other, &names);
        assert_eq!(share(&report, Cohort::All), None, "{}", other[at].1);
        assert!(report.files.iter().all(|file| !file.said_empty));
    }
    // Rows are rows, whatever was said.
    assert_eq!(share(&said(&two_years(), &["missing 2025.csv"]), Cohort::All), Some((2, 4)));
    // Nobody unaccompanied, nobody on a list.
    let mut none = two_years();
    none.retain(|(name, _)| !name.starts_with("uasc"));
    none.push(("uasc 2025.csv", UASC.to_owned()));
    none.push(("list.csv", "CHILD,TRAFFICKED\n".to_owned()));
    let before = said(&none, &[]);
    assert_eq!((children(&before, Cohort::Unaccompanied), children(&before, Cohort::Trafficked)), (None, None));
    let report = said(&none, &["uasc 2025.csv", "list.csv"]);
    assert_eq!((children(&report, Cohort::Unaccompanied), children(&report, Cohort::Trafficked)), (Some(0), Some(0)));
    assert_eq!(share(&report, Cohort::All), Some((2, 4)));
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

/// Rows of episodes and of periods of being missing on every fifth day of a year, up to the last day.
fn up_to(of: i32, last: &str) -> Vec<(&'static str, String)> {
    let last: missing_rates::period::Day = last.parse().unwrap();
    let (mut episodes, mut missing) = (EPISODES.to_owned(), MISSING.to_owned());
    let (mut day, mut child) = (year(of).start(), 0);
    while day <= last {
        let (year, month, of_month) = day.ymd();
        let written = format!("{of_month:02}/{month:02}/{year}");
        child += 1;
        // One of them was there before, and one leaves.
        let came = if child == 1 { "01/06/2022" } else { &written };
        let end = if child == 2 { format!("{written},E4A") } else { ",".to_owned() };
        episodes += &format!("{child},{came},S,C2,U1,PR1,{end}\n");
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
fn a_file_of_which_no_row_can_be_used_or_no_child_is_known_is_not_counted_as_zero() {
    let problem = |report: &Report, name: &str| {
        report.files.iter().find(|file| file.name == name).and_then(|file| file.problem.clone())
    };
    let with = |name: &'static str, text: String| {
        let mut files = two_years();
        files.retain(|(other, _)| *other != name);
        files.push((name, text));
        report_for(&files, Some(year(2025)))
    };
    for (rows, expected) in [
        (",,,,\n,,,,\n", Problem::NoRows),
        ("1,05/06/2008,M,08/14/2024,08/15/2024\n", Problem::NoUsableRows),
        ("1,05/06/2008,absent,01/08/2024,\n", Problem::NoUsableRows),
        ("AB1,05/06/2008,M,01/08/2024,03/08/2024\n9,05/06/2008,M,01/08/2024,\n", Problem::ChildrenNotInEpisodes),
    ] {
        let report = with("missing 2025.csv", format!("{MISSING}{rows}"));
        assert_eq!((share(&report, Cohort::All), children(&report, Cohort::All)), (None, Some(4)), "{rows}");
        assert_eq!(problem(&report, "missing 2025.csv"), Some(expected), "{rows}");
        assert!(report.coverage_of_returns.iter().any(|of| of.module == Module::Missing && !of.used));
    }
    let report = with("uasc 2025.csv", format!("{UASC}AB1,1,05/06/2008,05/06/2026\nAB2,1,05/06/2008,05/06/2026\n"));
    assert_eq!((children(&report, Cohort::Unaccompanied), children(&report, Cohort::All)), (None, Some(4)));
    let report = with("list.csv", "CHILD,TRAFFICKED\nAB1,confirmed\nAB2,confirmed\n".to_owned());
    assert_eq!(children(&report, Cohort::Trafficked), None);
    assert_eq!(problem(&report, "list.csv"), Some(Problem::ChildrenNotInEpisodes));
    let report =
        with("episodes 2025.csv", format!("{EPISODES}1,05/13/2024,S,C2,U1,PR1,,\n2,05/14/2024,S,C2,U1,PR1,,\n"));
    assert_eq!((children(&report, Cohort::All), share(&report, Cohort::All)), (None, None));
    // One row that can be used is enough: the others are set aside, and said.
    let report =
        with("missing 2025.csv", format!("{MISSING}1,05/06/2008,M,01/08/2024,\nAB1,05/06/2008,M,01/08/2024,\n"));
    assert_eq!(share(&report, Cohort::All), Some((1, 4)));
}

#[test]
fn a_missing_file_that_ends_long_before_episodes_says_so() {
    let day = |at: u32| format!("{:02}/{:02}/2024", 1 + at * 5 % 28, 4 + at % 6);
    let episodes = (1..=120).map(|child| {
        let (month, year) = if child % 12 < 9 { (4 + child % 12, 2024) } else { (child % 12 - 8, 2025) };
        format!("{child},{:02}/{month:02}/{year},S,C2,U1,PR1,,\n", 1 + child % 28)
    });
    let episodes = format!("{EPISODES}{}", episodes.collect::<String>());
    let quiet = |rows: u32| {
        let missing = (1..=rows).map(|child| format!("{child},05/06/2010,M,{0},{0}\n", day(child)));
        let files =
            [("e 2025.csv", episodes.clone()), ("m 2025.csv", format!("{MISSING}{}", missing.collect::<String>()))];
        let report = asked(&files, |_| ());
        let of = report.coverage_of_returns.iter().find(|of| of.module == Module::Missing).unwrap();
        (of.quiet_from, of.to.map(|day| day.to_string()))
    };
    let (from, to) = quiet(12);
    assert!(from.is_some() && to.as_deref() == Some("2025-03-31"), "{from:?} {to:?}");
    // Three periods of a whole year may well all lie in its first half.
    assert_eq!(quiet(3).0, None);
}

#[test]
fn months_are_compared_as_far_as_last_years_return_goes() {
    let stops = |end: (i32, u8, u8), safe: bool| {
        let mut query = Query::default();
        whole(&mut query);
        query.complete_to.insert(2024, Day::new(end.0, end.1, end.2).unwrap());
        query.disclosure = if safe { Disclosure::Safe } else { Disclosure::Exact };
        returns(&two_years()).report(&query)
    };
    let beside = |report: &Report| {
        let here = |of: &&Profile| (of.cohort, of.code, of.by) == (Cohort::All, Incidents::Missing, By::None);
        let of: Vec<&Profile> = report.profiles.iter().filter(here).collect();
        let [before, of] = of[..] else { return None };
        let of = months_beside(of, before)?;
        Some((of.days.to_string(), of.months.iter().map(|month| (month.count, month.before)).collect::<Vec<_>>()))
    };
    // Child 1 was missing in August of both years, child 2 in January of this one.
    let mut months =
        vec![(0, 0), (0, 0), (0, 0), (0, 0), (1, 1), (0, 0), (0, 0), (0, 0), (0, 0), (1, 0), (0, 0), (0, 0)];
    assert_eq!(beside(&stops((2024, 3, 31), false)), Some(("2024-04-01/2025-03-31".into(), months.clone())));
    months.truncate(6);
    for end in [(2023, 9, 30), (2023, 10, 30)] {
        let report = stops(end, false);
        assert_eq!(beside(&report), Some(("2024-04-01/2024-09-30".into(), months.clone())), "{end:?}");
        // A part of a year is compared with no whole one.
        assert!(report.changes.is_empty());
    }
    assert_eq!(beside(&stops((2023, 4, 29), false)), None);
    assert!(stops((2023, 9, 30), true).profiles.iter().all(|of| of.period == year(2025)));
}
