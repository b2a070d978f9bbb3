//! Returns with days on which nothing is written down, though much is on others.
#![allow(clippy::unwrap_used, clippy::format_push_string)]

use crate::support::returns;
use crate::support::two_years::{EPISODES, MISSING, asked, share, whole, year};
use missing_rates::Query;
use missing_rates::area::AreaCode;
use missing_rates::cohort::Cohort;
use missing_rates::period::{Day, Period};
use missing_rates::report::{Codes, Disclosure, FoiDoubt, Module, Report};

/// The days of the year to 31 March 2025 that are in none of these periods, each `step` days after the last.
fn days(step: usize, but: &[&str]) -> Vec<String> {
    let but: Vec<Period> = but.iter().map(|days| days.parse().unwrap()).collect();
    let (mut day, mut days): (Day, _) = (year(2025).start(), Vec::new());
    while day <= year(2025).end() {
        if !but.iter().any(|days| days.overlaps(day, day)) {
            let (year, month, of_month) = day.ymd();
            days.push(format!("{of_month:02}/{month:02}/{year}"));
        }
        (0..step).for_each(|_| day = day.next().unwrap());
    }
    days
}

fn episodes(came: &[String]) -> String {
    let stay = (1..=40).map(|child| format!("{child},01/06/2022,S,C2,U1,PR1,,\n"));
    // One of them leaves.
    let end = |nth, day: &str| if nth == 0 { format!("{day},E4A") } else { ",".to_owned() };
    let came =
        came.iter().enumerate().map(|(nth, day)| format!("{},{day},S,C2,U1,PR1,{}\n", 1000 + nth, end(nth, day)));
    stay.chain(came).fold(EPISODES.to_owned(), |text, row| text + &row)
}

fn missing(of: usize, on: &[String]) -> String {
    let rows = on.iter().enumerate().map(|(nth, day)| format!("{},15/06/2010,M,{day},{day}\n", nth % of + 1));
    rows.fold(MISSING.to_owned(), |text, row| text + &row)
}

fn files(came: &[String], went: &[String]) -> Vec<(&'static str, String)> {
    let earlier = |text: String| text.replace("/2024", "/2023").replace("/2025", "/2024");
    vec![
        ("episodes 2024.csv", earlier(episodes(&days(9, &[])))),
        ("episodes 2025.csv", episodes(came)),
        ("missing 2024.csv", earlier(missing(20, &days(9, &[])))),
        ("missing 2025.csv", missing(20, went)),
    ]
}

fn empty(report: &Report, module: Module) -> Vec<String> {
    let of = report.coverage_of_returns.iter().find(|of| (of.year, of.module) == (Some(2025), module));
    of.map(|of| of.empty_days.iter().map(ToString::to_string).collect()).unwrap_or_default()
}

#[test]
fn what_begins_late_or_pauses_is_said_and_compared_with_nothing() {
    let cases: [(&[&str], &[&str]); 4] = [
        (&["2024-04-01/2024-09-30"], &["2024-04-01/2024-10-02"]),
        (&["2024-07-01/2024-10-16"], &["2024-06-29/2024-10-16"]),
        (&["2024-04-01/2024-12-31"], &["2024-04-01/2025-01-02"]),
        (&["2024-04-01/2024-06-30", "2024-10-01/2024-12-31"], &["2024-04-01/2024-07-03", "2024-09-30/2025-01-02"]),
    ];
    let (whole_year, nothing) = (days(4, &[]), [""; 0]);
    for (but, expected) in cases {
        for module in [Module::Missing, Module::Episodes] {
            let (part, came, went) = (days(3, but), &whole_year, &whole_year);
            let (came, went) = if module == Module::Missing { (came, &part) } else { (&part, went) };
            let report = asked(&files(came, went), |query| query.authority = AreaCode::read("E10000016"));
            let found = empty(&report, module);
            assert_eq!(found.len(), expected.len(), "{found:?} {expected:?}");
            let near = |(found, expected): (&String, &&str)| {
                let (found, expected): (Period, Period) = (found.parse().unwrap(), expected.parse().unwrap());
                let apart = |a: Day, b: Day| if a > b { a.days_since(b) } else { b.days_since(a) };
                apart(found.start(), expected.start()) < 4 && apart(found.end(), expected.end()) < 4
            };
            assert!(found.iter().zip(expected).all(near), "{found:?} {expected:?}");
            let compared = report.standing.as_ref().map(|standing| standing.calculated.len());
            assert!(report.changes.is_empty() && compared == Some(0), "{module:?} {but:?} {compared:?}");
            assert!(report.is_quiet_in(year(2025)) && !report.is_quiet_in(year(2024)));
            // A person knows better.
            let said = asked(&files(came, went), whole);
            assert_eq!(empty(&said, module), nothing);
            assert!(!said.changes.is_empty() && share(&said, Cohort::All).is_some());
        }
    }
}

#[test]
fn a_whole_year_of_few_or_of_many_is_not_said_to_have_empty_days() {
    for (of, came, went) in [(20, 4, 4), (20, 40, 20), (5, 90, 12), (12, 12, 45), (3, 30, 2)] {
        let report = asked(&files(&days(came, &[]), &missing_days(of, went)), |_| ());
        for module in [Module::Episodes, Module::Missing] {
            assert_eq!(empty(&report, module), [""; 0], "{of} {came} {went}");
        }
    }
    // Two children who went missing every week of one summer, and nobody else: no file that begins late.
    let summer = days(4, &["2024-04-01/2024-06-20", "2024-08-20/2025-03-31"]);
    let report = asked(&[("e 2025.csv", episodes(&days(9, &[]))), ("m 2025.csv", missing(2, &summer))], |_| ());
    assert_eq!(empty(&report, Module::Missing), [""; 0]);
}

fn missing_days(of: usize, step: usize) -> Vec<String> {
    days(step, &[]).into_iter().take(of * 30).collect()
}

#[test]
fn the_answers_to_a_request_say_which_doubt_there_is_and_each_number_carries_it() {
    let whole_year = days(9, &[]);
    let missing_late = days(5, &["2024-04-01/2024-09-30"]);
    let of_2025 = |went: &[String]| files(&whole_year, went).into_iter().filter(|(name, _)| name.contains("2025"));
    let files: Vec<_> = of_2025(&missing_late).collect();
    let doubts = |disclosure| {
        let report = returns(&files).report(&Query { disclosure, ..Query::default() });
        report.foi.unwrap().years.into_iter().map(|year| year.doubts).collect::<Vec<_>>()
    };
    assert_eq!(doubts(Disclosure::Exact), [vec![FoiDoubt::MissingEmpty], vec![]]);
    assert_eq!(doubts(Disclosure::Safe), [vec![FoiDoubt::MayBePart], vec![]]);
    let report = asked(&files, |_| {});
    let csv = report.foi_csv(&Codes).unwrap();
    for line in csv.lines().skip(1).filter(|line| line.starts_with("2024") && line.contains(",unaccompanied,")) {
        assert!(line.contains(",no-uasc,"), "{line}");
    }
    let files: Vec<_> = files.into_iter().chain([("uasc 2025.csv", "CHILD,DUC\n1,\n2,\n".to_owned())]).collect();
    let csv = asked(&files, |_| {}).foi_csv(&Codes).unwrap();
    let of = |question: &str| csv.lines().find(|line| line.starts_with("2024") && line.contains(question)).unwrap();
    assert!(of(",1c,").ends_with(",exact,") && of(",2b,").ends_with(",exact,missing-empty"), "{csv}");
}
