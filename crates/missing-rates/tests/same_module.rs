//! Files of one module and year: a person says whether they are parts of it or one replaces another, and until then nothing
//! is said of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string, clippy::format_collect)]

use crate::support::two_years::{EPISODES, MISSING, UASC, asked, children, share, two_years, whole, without};
use crate::support::{read, set_aside};
use missing_rates::cohort::Cohort;
use missing_rates::decisions::Decisions;
use missing_rates::report::{Incidents, Module, Problem, Reason, Report, Settled};

type Files = Vec<(&'static str, String)>;

/// A file by its SHA-256 and name.
fn file(files: &Files, name: &str) -> (String, String) {
    let (name, text) = files.iter().find(|(other, _)| *other == name).unwrap();
    (read(name, text.as_bytes()).entry().sha256.clone(), (*name).to_owned())
}

/// That these files are of one module, and those of `used` are used.
fn decided(files: &Files, names: &[&str], used: &[&str]) -> Decisions {
    let mut decisions = Decisions::default();
    decisions.use_files(names.iter().map(|name| file(files, name)), used.iter().map(|name| file(files, name).0));
    // As they are kept and read again.
    Decisions::from_json(&decisions.to_json()).unwrap()
}

fn by(files: &Files, decisions: &Decisions) -> Report {
    asked(files, |query| {
        whole(query);
        query.decisions = decisions.clone();
    })
}

fn incidents(report: &Report) -> Option<u64> {
    let of = report.profiles.iter().find(|of| {
        (of.cohort, of.code, of.group) == (Cohort::All, Incidents::Missing, missing_rates::group::Group::All)
            && of.period == crate::support::two_years::year(2025)
    })?;
    of.incidents.number()
}

const A: &str = "missing 2025.csv";
const B: &str = "missing 2025 team b.csv";

/// Two years, and a second Missing file of this one: an incident of child 3, and one of child 1 that the first has too.
fn twice() -> Files {
    let mut files = two_years();
    files.push((B, format!("{MISSING}3,05/06/2008,M,05/06/2024,06/06/2024\n1,05/06/2008,M,01/08/2024,03/08/2024\n")));
    files
}

#[test]
fn two_files_of_one_module_and_year_are_asked_about_and_give_no_figure() {
    let files = twice();
    let open = by(&files, &Decisions::default());
    assert_eq!((share(&open, Cohort::All), children(&open, Cohort::All)), (None, Some(4)));
    assert_eq!(open.changes.iter().filter(|change| change.cohort == Cohort::All).count(), 1, "of children alone");
    let same = &open.same_module[0];
    assert_eq!((same.year, same.module, same.settled), (Some(2025), Module::Missing, Settled::No));
    assert_eq!(same.names(|_| true), "missing 2025 team b.csv, missing 2025.csv");
    for (name, other) in [(A, B), (B, A)] {
        let entry = open.files.iter().find(|file| file.name == name).unwrap();
        let expected =
            Problem::SameModule { module: Module::Missing, year: Some(2025), others: vec![other.to_owned()] };
        assert_eq!(entry.problem, Some(expected));
        assert_eq!(set_aside(&open, name), [(Reason::SameModule, 2)]);
    }
    assert_eq!(by(&two_years(), &Decisions::default()).same_module, []);
}

#[test]
fn parts_of_a_module_are_added_together_what_both_say_once_and_none_is_used_without_the_other() {
    let files = twice();
    let together = decided(&files, &[A, B], &[A, B]);
    let both = by(&files, &together);
    assert_eq!((share(&both, Cohort::All), incidents(&both)), (Some((3, 4)), Some(3)));
    assert!(both.same_module[0].is_sum() && both.same_module[0].settled == Settled::Yes);
    assert_eq!(
        both.set_aside.iter().map(|aside| (aside.reason, aside.count)).collect::<Vec<_>>(),
        [(Reason::SaidInAnotherFile, 1)]
    );
    for (gone, left) in [(A, B), (B, A)] {
        let fewer = by(&without(&files, gone), &together);
        assert_eq!(share(&fewer, Cohort::All), None, "without {gone}");
        let entry = fewer.files.iter().find(|file| file.name == left).unwrap();
        assert_eq!(entry.problem, Some(Problem::FileNotThere { not_there: vec![gone.to_owned()] }));
        assert_eq!(fewer.same_module[0].settled, Settled::FileNotThere);
        assert_eq!(fewer.same_module[0].names(|file| !file.there), gone);
    }
    // A third file, or another version of one of them, is asked about.
    let mut more = files.clone();
    more.push(("missing 2025 team c.csv", format!("{MISSING}5,05/06/2008,M,05/09/2024,06/09/2024\n")));
    assert_eq!(
        (share(&by(&more, &together), Cohort::All), by(&more, &together).same_module[0].settled),
        (None, Settled::No)
    );
    let mut other = files.clone();
    other.last_mut().unwrap().1.push_str("3,05/06/2008,M,15/06/2024,16/06/2024\n");
    assert_eq!(by(&other, &together).same_module[0].settled, Settled::No);
    // Names do not matter.
    let mut renamed = files;
    renamed.last_mut().unwrap().0 = "missing 2025 of the second team.csv";
    assert_eq!(share(&by(&renamed, &together), Cohort::All), Some((3, 4)));
}

#[test]
fn one_of_two_versions_is_used_and_the_other_changes_nothing() {
    let files = twice();
    let newer = decided(&files, &[A, B], &[B]);
    let one = by(&files, &newer);
    assert_eq!((share(&one, Cohort::All), incidents(&one)), (Some((2, 4)), Some(2)));
    let entry = one.files.iter().find(|file| file.name == A).unwrap();
    assert_eq!(entry.problem, Some(Problem::OthersUsed { used: vec![B.to_owned()] }));
    assert_eq!(share(&by(&without(&files, A), &newer), Cohort::All), Some((2, 4)), "without what is not used");
    assert_eq!(share(&by(&without(&files, B), &newer), Cohort::All), None, "without what is used");
    let mut asked_again = newer;
    asked_again.ask_about_file(&file(&files, A).0);
    assert_eq!(by(&files, &asked_again).same_module[0].settled, Settled::No);
}

#[test]
fn every_module_and_every_list_of_children_is_asked_about() {
    let second: [(&'static str, String, Cohort); 3] = [
        ("episodes 2025 team b.csv", format!("{EPISODES}6,01/05/2024,S,C2,U1,PR1,,\n"), Cohort::All),
        ("uasc 2025 team b.csv", format!("{UASC}2,1,05/06/2008,05/06/2026\n"), Cohort::Unaccompanied),
        ("list b.csv", "CHILD,TRAFFICKED\n3,confirmed\n".to_owned(), Cohort::Trafficked),
    ];
    let mut files = two_years();
    files.push(("list.csv", "CHILD,TRAFFICKED\n1,confirmed\n2,suspected\n".to_owned()));
    let first = ["episodes 2025.csv", "uasc 2025.csv", "list.csv"];
    for ((name, text, cohort), first) in second.into_iter().zip(first) {
        assert!(share(&asked(&files, |_| ()), cohort).is_some());
        let mut twice = files.clone();
        twice.push((name, text));
        let period = |query: &mut missing_rates::Query| query.period = Some(crate::support::two_years::year(2025));
        let open = asked(&twice, period);
        assert_eq!(children(&open, cohort), None, "{name}");
        let sum = asked(&twice, |query| {
            period(query);
            query.decisions = decided(&twice, &[first, name], &[first, name]);
        });
        let before = children(&asked(&files, period), cohort).unwrap();
        assert_eq!(children(&sum, cohort), Some(before + 1), "{name}");
    }
}

#[test]
fn files_of_several_authorities_are_of_one_module_only_where_an_authority_is_in_both() {
    let episodes = |rows: &str| format!("LA,CHILD,DECOM,LS,DEC\n{rows}");
    let files = vec![
        ("e.csv", episodes("Kent,1,01/05/2024,C2,\nKent,2,01/05/2024,C2,\nSurrey,1,01/05/2024,C2,\n")),
        ("m kent.csv", "LA,CHILD,MISSING,MIS_START,MIS_END\nKent,1,M,01/08/2024,02/08/2024\n".to_owned()),
        ("m surrey.csv", "LA,CHILD,MISSING,MIS_START,MIS_END\nSurrey,1,A,01/08/2024,02/08/2024\n".to_owned()),
    ];
    let shares = |report: &Report| {
        report
            .rates
            .iter()
            .filter(|rate| rate.measure == missing_rates::cohort::Share::Missing && rate.cohort == Cohort::All)
            .count()
    };
    let apart = by(&files, &Decisions::default());
    assert_eq!(apart.same_module, []);
    assert!(shares(&apart) > 0);
    let mut both = files;
    both[2].1.push_str("Kent,2,M,01/08/2024,02/08/2024\n");
    let open = by(&both, &Decisions::default());
    assert_eq!((shares(&open), open.same_module.len()), (0, 1));
    let together = decided(&both, &["m kent.csv", "m surrey.csv"], &["m kent.csv", "m surrey.csv"]);
    assert!(shares(&by(&both, &together)) > 0);
}
