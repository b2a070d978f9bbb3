//! Files whose names say that they hold a part of a module.
#![allow(clippy::unwrap_used)]

use crate::support::two_years::{EPISODES, MISSING, asked, share};
use missing_rates::cohort::Cohort;
use missing_rates::decisions::Decisions;
use missing_rates::report::{Problem, Report, Settled};

fn files(name: &str) -> [(&str, String); 2] {
    let episodes = format!("{EPISODES}1,01/05/2024,S,C2,U1,PR1,,\n2,01/05/2024,S,C2,U1,PR1,,\n");
    [("episodes 2025.csv", episodes), (name, format!("{MISSING}1,05/06/2010,M,01/08/2024,02/08/2024\n"))]
}

fn report(name: &str, decisions: Option<Decisions>) -> Report {
    asked(&files(name), |query| query.decisions = decisions.unwrap_or_default())
}

#[test]
fn a_file_that_is_named_a_part_is_asked_about_and_used_once_it_is_whole() {
    for name in ["missing 2025 part 1 of 2.csv", "missing 2025 East team.csv", "missing Q4 2024-25.csv"] {
        let open = report(name, None);
        let problem = open.files.iter().find(|file| file.name == name).unwrap().problem.clone();
        assert_eq!(share(&open, Cohort::All), None, "{name}");
        assert!(matches!(problem, Some(Problem::SameModule { others, .. }) if others.is_empty()), "{name}");
        let [question] = &open.same_module[..] else { panic!("{:?}", open.same_module) };
        assert_eq!((question.settled, question.files.len()), (Settled::No, 1));
        let file = &question.files[0];
        let mut decisions = Decisions::default();
        decisions.use_files([(file.sha256.clone(), file.name.clone())], [file.sha256.clone()]);
        let kept = Decisions::from_json(&decisions.to_json()).unwrap();
        let said = report(name, Some(kept));
        assert_eq!((share(&said, Cohort::All), said.same_module[0].settled), (Some((1, 2)), Settled::Yes), "{name}");
    }
}

#[test]
fn any_other_name_is_used() {
    for name in ["missing 2025 final v3 (2).csv", "North Yorkshire missing 2025.csv", "Missing only 2024-25.csv"] {
        let report = report(name, None);
        assert_eq!((share(&report, Cohort::All), report.same_module.len()), (Some((1, 2)), 0), "{name}");
    }
}
