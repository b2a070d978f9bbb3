//! Last year's Episodes under this year's name.
#![allow(clippy::unwrap_used, clippy::format_push_string)]

use crate::support::two_years::{EPISODES, MISSING, asked, share};
use missing_rates::cohort::Cohort;
use missing_rates::report::{Problem, Report};

/// So many children, each of whom came on a day of its own in the year to 31 March 2024, beside some who came long before.
fn episodes(came: u32, more: &str) -> String {
    let stay = (1..=20).map(|child| format!("{child},01/06/2021,S,C2,U1,PR1,,\n"));
    let came = (0..came).map(|nth| {
        let (month, year) = if nth % 12 < 9 { (nth % 12 + 4, 2023) } else { (nth % 12 - 8, 2024) };
        format!("{},{:02}/{month:02}/{year},S,C2,U1,PR1,,\n", 100 + nth, nth * 5 % 27 + 1)
    });
    stay.chain(came).fold(EPISODES.to_owned(), |text, row| text + &row) + more
}

/// Somebody who went missing in each of the first months of the year to 31 March 2025.
fn missing(months: u32) -> String {
    (0..months).fold(MISSING.to_owned(), |text, nth| {
        let (month, year) = if nth < 9 { (nth + 4, 2024) } else { (nth - 8, 2025) };
        text + &format!("{},15/06/2010,M,05/{month:02}/{year},06/{month:02}/{year}\n", nth + 1)
    })
}

fn report(files: &[(&str, String); 2], is_said: bool) -> Report {
    let name = files[0].0.to_owned();
    asked(files, |query| query.years_by_name.extend(is_said.then_some((name, 2025))))
}

#[test]
fn episodes_of_the_year_before_are_asked_about() {
    for name in ["episodes 2025.csv", "episodes.csv"] {
        let of = |is_said| report(&[(name, episodes(24, "")), ("missing 2025.csv", missing(12))], is_said);
        let entry = |report: &Report| report.files.iter().find(|file| file.name == name).unwrap().problem.clone();
        let found = of(false);
        assert_eq!((share(&found, Cohort::All), entry(&found)), (None, Some(Problem::WhichYear)), "{name}");
        let said = of(true);
        assert_eq!((share(&said, Cohort::All), entry(&said)), (Some((12, 44)), None));
    }
}

#[test]
fn episodes_with_few_dates_or_of_a_year_that_has_just_begun_are_used() {
    let of = |came: u32, more: &str, months: u32| {
        share(
            &report(&[("episodes 2025.csv", episodes(came, more)), ("missing 2025.csv", missing(months))], false),
            Cohort::All,
        )
    };
    assert_eq!(of(8, "", 12), Some((12, 28)));
    assert_eq!(of(0, "", 12), Some((12, 20)));
    assert_eq!(of(18, "", 1).map(|(missing, _)| missing), Some(1));
    let late = "300,01/08/2024,S,C2,U1,PR1,,\n301,01/12/2024,S,C2,U1,PR1,,\n";
    assert_eq!(of(24, late, 12), Some((12, 46)));
}
