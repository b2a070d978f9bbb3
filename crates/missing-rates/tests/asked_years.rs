//! The year that is asked for dates only files whose dates can be of it.
#![allow(clippy::format_push_string)]

use crate::support::two_years::{EPISODES, MISSING, asked, children, share, year};
use missing_rates::cohort::Cohort;
use missing_rates::report::{Module, Problem, Report};

fn of(episodes: &str, missing: &str, asked_for: i32) -> Report {
    let files = [("Episodes.csv", format!("{EPISODES}{episodes}")), ("Missing.csv", format!("{MISSING}{missing}"))];
    asked(&files, |query| query.period = Some(year(asked_for)))
}

const TWO: &str = "1,01/05/2023,S,C2,U1,PR1,,\n2,01/06/2022,S,C2,U1,PR1,,\n";

#[test]
fn a_year_of_which_the_files_hold_no_day_has_no_figure() {
    let missing = "1,15/06/2010,M,01/02/2024,03/02/2024\n";
    assert_eq!(share(&of(TWO, missing, 2024), Cohort::All), Some((1, 2)));
    for other in [2025, 2026, 2030] {
        let report = of(TWO, missing, other);
        assert_eq!((share(&report, Cohort::All), children(&report, Cohort::All)), (None, None), "{other}");
        // The report says of which year the dates are.
        let years: Vec<_> = report.coverage_of_returns.iter().map(|of| (of.module, of.year)).collect();
        assert_eq!(years, [(Module::Episodes, Some(2024)), (Module::Missing, Some(2024))], "{other}");
    }
}

#[test]
fn a_missing_file_of_another_year_is_not_of_the_year_of_full_episodes() {
    let mut episodes = String::new();
    for child in 0..55 {
        episodes += &format!(
            "{child},{:02}/{:02}/{},S,C2,U1,PR1,,\n",
            1 + child % 28,
            1 + child % 12,
            if child % 12 < 3 { 2025 } else { 2024 }
        );
    }
    // A period without an end is still open in the year, and says nothing of the others.
    for far in ["1,05/06/2008,M,02/05/2023,\n", "1,05/06/2008,M,02/05/2025,03/05/2025\n"] {
        let report = of(&episodes, far, 2025);
        assert_eq!((share(&report, Cohort::All), children(&report, Cohort::All)), (None, Some(55)), "{far}");
    }
    let closed = of(&episodes, "1,05/06/2008,M,02/05/2023,03/05/2023\n", 2025);
    assert_eq!(share(&closed, Cohort::All), None);
    let problem = closed.files.iter().find(|file| file.name == "Missing.csv").and_then(|file| file.problem.clone());
    assert_eq!(problem, Some(Problem::WhichYear));
}

#[test]
fn a_single_period_that_misses_the_year_by_days_is_a_slip() {
    for (near, expected) in [
        ("1,15/06/2010,M,01/04/2025,\n", (0, 2)),
        ("1,15/06/2010,M,29/03/2024,31/03/2024\n", (0, 2)),
        ("1,15/06/2010,M,28/03/2024,\n", (1, 2)),
        ("1,15/06/2010,M,01/02/2024,03/02/2024\n2,15/06/2010,M,01/06/2024,03/06/2024\n", (1, 2)),
    ] {
        assert_eq!(share(&of(TWO, near, 2025), Cohort::All), Some(expected), "{near}");
    }
}
