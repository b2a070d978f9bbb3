//! Two consecutive returns that have other identifiers for the same children, and what a reply says of such returns.
#![allow(clippy::expect_used)]

use crate::support::returns;
use crate::support::two_years::{EPISODES, MISSING, UASC, asked, children, share, whole, year};
use missing_rates::Query;
use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::report::{Disclosure, Foi, FoiDoubt, FoiYear, Module, NotHeld, Report};

const OLD: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/// Twelve children who stay in care from one year to the next, under these identifiers in the second. The first two are
/// unaccompanied, and went missing in both years. The first began care on the same day as the second. The last moves in the second year.
fn files(now: [&str; 12]) -> Vec<(&'static str, String)> {
    let episodes = |ids: [&str; 12], moved: bool| {
        let days = [1, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        let row = |(id, day): (&str, i32)| format!("{id},{day:02}/05/2023,S,C2,U1,PR1,,\n");
        let text: String = [EPISODES.to_owned()].into_iter().chain(ids.into_iter().zip(days).map(row)).collect();
        if !moved {
            return text;
        }
        let last = text.trim_end().trim_end_matches(',');
        format!("{last},01/12/2024,X1\n{},01/12/2024,P,C2,U1,PR1,,\n", ids[11])
    };
    let missing = |ids: [&str; 12], year: i32| {
        let row = |id: &str| format!("{id},05/06/2008,M,20/02/{year},21/02/{year}\n");
        format!("{MISSING}{}{}", row(ids[0]), row(ids[1]))
    };
    let uasc = |ids: [&str; 12]| format!("{UASC}{},1,05/06/2008,\n{},1,05/06/2008,\n", ids[0], ids[1]);
    vec![
        ("episodes 2024.csv", episodes(OLD, false)),
        ("episodes 2025.csv", episodes(now, true)),
        ("missing 2024.csv", missing(OLD, 2024)),
        ("missing 2025.csv", missing(now, 2025)),
        ("uasc 2024.csv", uasc(OLD)),
        ("uasc 2025.csv", uasc(now)),
    ]
}

fn of_calendar_year(files: &[(&str, String)]) -> Report {
    asked(files, |query| {
        whole(query);
        query.period = Period::calendar_year(2024);
    })
}

fn year_of(foi: &Foi, year: i32) -> &FoiYear {
    foi.years.iter().find(|of| of.year == year).expect("a year of the request")
}

#[test]
fn identifiers_of_another_system_give_no_figure_of_days_of_both_years() {
    let same = of_calendar_year(&files(OLD));
    assert_eq!((share(&same, Cohort::All), children(&same, Cohort::Unaccompanied)), (Some((2, 12)), Some(2)));
    assert!(same.not_covered.iter().all(|lack| !lack.contradicted));
    let others = OLD.map(|id| ["9", id].concat());
    let others: [&str; 12] = std::array::from_fn(|at| &*others[at]);
    // Numbers that go on may be another child's, by chance.
    let shifted: [&str; 12] = std::array::from_fn(|at| OLD[(at + 5) % 12]);
    for now in [others, shifted] {
        let files = files(now);
        let both = of_calendar_year(&files);
        for cohort in [Cohort::All, Cohort::Unaccompanied] {
            assert_eq!((share(&both, cohort), children(&both, cohort)), (None, None), "{now:?}");
        }
        assert!(both.totals.is_empty() && both.profiles.is_empty());
        let differ = |of: &missing_rates::report::NotCovered| {
            of.contradicted && (of.module, of.year) == (Module::Episodes, Some(2025))
        };
        assert!(both.not_covered.iter().any(differ));
        let foi = both.foi.as_ref().expect("answers to a request");
        let of_2024 = year_of(foi, 2024).answers.iter().filter(|of| of.cohort == Cohort::Unaccompanied);
        assert!(of_2024.clone().count() > 3);
        assert!(of_2024.into_iter().all(|of| (of.count, of.not_held) == (None, Some(NotHeld::IdentifiersDiffer))));
        let of_2025 = &year_of(foi, 2025).answers;
        assert!(of_2025.iter().any(|of| of.cohort == Cohort::Unaccompanied && of.count.is_some()));
        // Each year alone is what it is, and so is the change.
        for alone in [2024, 2025] {
            let report = asked(&files, |query| {
                whole(query);
                query.period = Some(year(alone));
            });
            assert_eq!(share(&report, Cohort::All), Some((2, 12)), "{alone} {now:?}");
            assert_eq!(report.changes.is_empty(), alone == 2024);
        }
    }
}

#[test]
fn some_other_identifiers_are_said_in_the_reply() {
    let mut now = OLD;
    (now[3], now[7], now[9]) = ("94", "98", "910");
    let report = of_calendar_year(&files(now));
    assert_eq!(share(&report, Cohort::All), Some((2, 15)));
    let found = report.findings.iter().find(|found| found.rule == "identifiers-differ").expect("a finding");
    assert_eq!(&*found.table, "episodes 2025.csv");
    let foi = report.foi.as_ref().expect("answers to a request");
    assert_eq!(year_of(foi, 2024).doubts, [FoiDoubt::CountedTwice]);
    assert!(year_of(foi, 2025).doubts.is_empty());
    // One may be a slip.
    let mut one = OLD;
    one[3] = "94";
    let report = of_calendar_year(&files(one));
    assert!(report.findings.iter().all(|found| found.rule != "identifiers-differ"));
    assert!(report.foi.as_ref().is_some_and(|foi| foi.years.iter().all(|year| year.doubts.is_empty())));
}

/// Children who leave and others who come on the same day are not one child where Header says so, and neither are those who
/// left before the year ended.
#[test]
fn other_children_are_not_taken_for_the_same() {
    let mut now = OLD;
    (now[3], now[7], now[9]) = ("94", "98", "910");
    let mut files = files(now);
    let header = |ids: [&str; 12], born: i32| {
        let row = |id: &str| format!("{id},M,05/06/{born},,,,\n");
        let rows: String = ids.iter().map(|id| row(id)).collect();
        format!("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n{rows}")
    };
    files.push(("header 2024.csv", header(OLD, 2008)));
    let with = |born: i32| {
        let mut files = files.clone();
        let other = format!("{}{}", header(OLD, 2008), "94,M,05/06/1,,,,\n98,M,05/06/1,,,,\n910,M,05/06/1,,,,\n");
        files.push(("header 2025.csv", other.replace("/06/1,", &format!("/06/{born},"))));
        of_calendar_year(&files)
    };
    let said = |report: &Report| report.findings.iter().any(|found| found.rule == "identifiers-differ");
    assert_eq!((said(&with(2008)), said(&with(2009))), (true, false));
}

#[test]
fn dates_that_end_early_are_said_in_the_reply_even_if_it_is_safe_to_publish() {
    let files = files(OLD);
    let of_2025: Vec<(&str, String)> = files.into_iter().filter(|(name, _)| name.contains("2025")).collect();
    let early: Vec<(&str, String)> =
        of_2025.iter().map(|(name, text)| (*name, text.replace("/02/2025", "/10/2024"))).collect();
    for disclosure in [Disclosure::Exact, Disclosure::Safe] {
        let doubts = |files: &[(&str, String)], complete_to| {
            let report = returns(files).report(&Query { disclosure, complete_to, ..Query::default() });
            year_of(report.foi.as_ref().expect("answers to a request"), 2025).doubts.clone()
        };
        assert_eq!(doubts(&early, std::collections::BTreeMap::new()), [FoiDoubt::EndsEarly], "{disclosure:?}");
        assert_eq!(doubts(&of_2025, [(2025, year(2025).end())].into()), [], "{disclosure:?}");
    }
}
