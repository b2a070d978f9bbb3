//! Returns of which one module ends before the other.
#![allow(clippy::unwrap_used, clippy::format_push_string)]

use crate::support::two_years::{EPISODES, MISSING, asked, share, year};
use missing_rates::cohort::Cohort;
use missing_rates::period::{Day, Period};
use missing_rates::report::{Module, Quiet, Report, ReturnCoverage};

/// The days from 1 April 2024, each `step` days after the last, up to a day, as they are written in a file.
fn days(step: usize, last: &str) -> Vec<String> {
    let last: Day = last.parse().unwrap();
    let (mut day, mut days) = (year(2025).start(), Vec::new());
    while day <= last {
        let (year, month, of_month) = day.ymd();
        days.push(format!("{of_month:02}/{month:02}/{year}"));
        for _ in 0..step {
            day = day.next().unwrap();
        }
    }
    days
}

fn episodes(stay: usize, came: &[String]) -> String {
    let mut text = EPISODES.to_owned();
    for child in 1..=stay {
        text += &format!("{child},01/06/2022,S,C2,U1,PR1,,\n");
    }
    for (nth, day) in came.iter().enumerate() {
        // One of them leaves.
        let end = if nth == 0 { format!("{day},E4A") } else { ",".to_owned() };
        text += &format!("{},{day},S,C2,U1,PR1,{end}\n", 1000 + nth);
    }
    text
}

/// A period of one day of each of so many children, one after the other.
fn missing(of: usize, on: &[String]) -> String {
    let rows = on.iter().enumerate().map(|(nth, day)| format!("{},15/06/2010,M,{day},{day}\n", nth % of + 1));
    rows.fold(MISSING.to_owned(), |text, row| text + &row)
}

fn report(episodes: String, missing: String) -> Report {
    asked(&[("episodes.csv", episodes), ("missing.csv", missing)], |_| ())
}

fn quiet(report: &Report) -> Option<Quiet> {
    Quiet::of(&report.coverage_of_returns.iter().collect::<Vec<_>>())
}

fn to(report: &Report, module: Module) -> Option<String> {
    let of = |of: &&ReturnCoverage| of.module == module;
    report.coverage_of_returns.iter().find(of).and_then(|of| of.to).map(|day| day.to_string())
}

fn to_of_both(report: &Report) -> [Option<String>; 2] {
    [Module::Episodes, Module::Missing].map(|module| to(report, module))
}

#[test]
fn episodes_that_end_long_before_missing_say_so_or_stop() {
    let few = report(episodes(6, &days(12, "2024-06-30")), missing(6, &days(60, "2025-03-31")));
    assert_eq!(quiet(&few), Some(Quiet::Episodes("2024-06-24".parse().unwrap())));
    let many = report(episodes(40, &days(3, "2024-09-30")), missing(40, &days(9, "2025-03-31")));
    assert_eq!((quiet(&many), to(&many, Module::Episodes).as_deref()), (None, Some("2024-09-30")));
    assert_eq!(many.periods, ["2024-04-01/2024-09-30".parse::<Period>().unwrap()]);
    // The mirror is told as what it is.
    let mirror = report(episodes(6, &days(12, "2025-03-31")), missing(6, &days(12, "2024-06-30")));
    assert_eq!(quiet(&mirror), Some(Quiet::Missing("2024-06-24".parse().unwrap())));
}

#[test]
fn a_return_of_the_first_days_of_its_year_is_of_these_days() {
    for (of_april, to) in [(&[2, 3, 3, 4][..], "2024-04-04"), (&[2, 3, 4, 8, 9, 9, 10], "2024-04-10")] {
        let dates: Vec<String> = of_april.iter().map(|day| format!("{day:02}/04/2024")).collect();
        let early = report(episodes(40, &dates), missing(40, &dates));
        let part = Period::new(year(2025).start(), to.parse().unwrap()).unwrap();
        assert_eq!((early.periods.as_slice(), quiet(&early)), (&[part][..], None), "{to}");
        assert_eq!(to_of_both(&early), [Some(to.to_owned()), Some(to.to_owned())]);
    }
    // Few of them, or of one day, are only said.
    for of_april in [&[2, 4][..], &[2, 2, 2, 2, 2]] {
        let dates: Vec<String> = of_april.iter().map(|day| format!("{day:02}/04/2024")).collect();
        let few = report(episodes(40, &dates), missing(1, &dates[..1]));
        assert_eq!((few.periods.as_slice(), quiet(&few).is_some()), (&[year(2025)][..], true), "{of_april:?}");
    }
}

#[test]
fn modules_of_a_whole_year_are_not_said_to_end() {
    for (came, went) in [(12, 60), (45, 12), (30, 30), (100, 9)] {
        let whole = report(episodes(20, &days(came, "2025-03-31")), missing(20, &days(went, "2025-03-31")));
        assert_eq!((quiet(&whole), whole.periods.as_slice()), (None, &[year(2025)][..]), "{came} {went}");
    }
    // Three children who came in the first months may well be all who came.
    let three: Vec<String> = ["03/05/2024", "20/07/2024", "02/10/2024"].map(str::to_owned).into();
    let report = report(episodes(20, &three), missing(20, &days(30, "2025-03-31")));
    assert_eq!((quiet(&report), share(&report, Cohort::All)), (None, Some((13, 23))));
}

#[test]
fn no_module_goes_on_past_its_own_end_because_the_other_does() {
    let mut came = days(2, "2025-03-09");
    came.extend(["10/03/2025", "26/03/2025"].map(str::to_owned));
    let ended = report(episodes(330, &came), missing(330, &days(1, "2025-02-28")));
    assert_eq!(
        (to(&ended, Module::Missing).as_deref(), share(&ended, Cohort::All)),
        (Some("2025-02-28"), Some((330, 497)))
    );
    // With as few dates as these, days without one say nothing, and both were exported on one day.
    let together = report(episodes(60, &days(3, "2024-09-30")), missing(20, &days(12, "2024-09-30")));
    assert_eq!(to(&together, Module::Missing), to(&together, Module::Episodes));
    assert_eq!(to(&together, Module::Missing).as_deref(), Some("2024-09-30"));
}

#[test]
fn missing_without_episodes_of_its_year_ends_beside_nothing() {
    let files = [
        ("e.csv", episodes(6, &days(30, "2025-03-31"))),
        ("ma.csv", missing(6, &days(30, "2025-03-31"))),
        ("mb.csv", format!("{MISSING}1,15/06/2010,M,05/05/2023,06/05/2023\n2,15/06/2010,M,08/06/2023,09/06/2023\n")),
    ];
    let report = asked(&files, |_| ());
    let of: Vec<&ReturnCoverage> = report.coverage_of_returns.iter().filter(|of| of.year == Some(2024)).collect();
    assert_eq!(of.iter().map(|of| (of.module, of.quiet_from)).collect::<Vec<_>>(), [(Module::Missing, None)]);
}

#[test]
fn what_may_be_a_part_of_a_year_is_compared_with_nothing() {
    let earlier = |text: &str| text.replace("/2024", "/2023").replace("/2025", "/2024");
    let of = |came: &[String], went: &[String]| {
        let files = [
            ("episodes 2024.csv", earlier(&episodes(40, &days(30, "2025-03-31")))),
            ("episodes 2025.csv", episodes(40, came)),
            ("missing 2024.csv", earlier(&missing(12, &days(30, "2025-03-31")))),
            ("missing 2025.csv", missing(12, went)),
        ];
        let report = asked(&files, |query| query.authority = missing_rates::area::AreaCode::read("E10000016"));
        let compared = report.standing.as_ref().map(|standing| standing.calculated.len());
        (report.changes.is_empty(), compared)
    };
    assert_eq!(of(&days(5, "2024-04-27"), &days(9, "2024-04-10")), (true, Some(0)));
    assert_eq!(of(&days(30, "2025-03-31"), &days(30, "2025-03-31")), (false, Some(2)));
}
