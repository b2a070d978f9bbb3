//! Returns whose identifiers an export has cut, so that several children have one.
#![allow(clippy::format_push_string, clippy::format_collect)]

use crate::support::two_years::{EPISODES, MISSING, asked, children, share};
use missing_rates::cohort::Cohort;
use missing_rates::report::{Problem, Report};

const HEADER: &str = "CHILD,SEX,DOB,UPN\n";

/// A return of forty children. `id` writes identifiers, and `born` dates of birth.
fn files(id: impl Fn(u32) -> String, born: impl Fn(u32) -> String) -> Vec<(&'static str, String)> {
    let (mut header, mut episodes, mut missing) = (HEADER.to_owned(), EPISODES.to_owned(), MISSING.to_owned());
    for child in 0..40 {
        let (id, born) = (id(child), born(child));
        let (month, year) = if child % 12 < 9 { (4 + child % 12, 2024) } else { (child % 12 - 8, 2025) };
        let day = format!("{:02}/{month:02}/{year}", 2 + child % 25);
        header += &format!("{id},1,{born},\n");
        let (came, left) = match child % 4 {
            0 => (day.as_str(), ","),
            1 => ("05/05/2022", if child % 8 == 1 { "20/03/2025,E4A" } else { "," }),
            _ => ("05/05/2022", ","),
        };
        episodes += &format!("{id},{came},S,C2,U1,PR1,{left}\n");
        if child % 3 == 0 {
            missing += &format!("{id},{born},M,{day},{day}\n");
        }
    }
    vec![("episodes.csv", episodes), ("header.csv", header), ("missing.csv", missing)]
}

fn whole(child: u32) -> String {
    (20_240_100 + child).to_string()
}

/// Ten children have the same seven digits.
fn cut(child: u32) -> String {
    whole(child)[..7].to_owned()
}

fn born(child: u32) -> String {
    format!("{:02}/{:02}/{}", 1 + child * 7 % 28, 1 + child * 5 % 12, 2006 + child * 5 % 11)
}

fn shared(report: &Report) -> Vec<Option<u64>> {
    let of = |problem: &Option<Problem>| match problem {
        Some(Problem::SharedIdentifiers { identifiers }) => Some(*identifiers),
        _ => None,
    };
    report.files.iter().map(|file| of(&file.problem)).collect()
}

#[test]
fn identifiers_that_several_children_share_stop_the_share() {
    let right = asked(&files(whole, born), |_| ());
    assert_eq!((share(&right, Cohort::All), shared(&right)), (Some((14, 40)), vec![None; 3]));
    let merged = asked(&files(cut, born), |_| ());
    assert_eq!((share(&merged, Cohort::All), children(&merged, Cohort::All)), (None, None));
    assert_eq!(shared(&merged), [Some(4); 3]);
    // Where Header is not there, Missing says it.
    let mut files = files(cut, born);
    files.retain(|(name, _)| *name != "header.csv");
    let merged = asked(&files, |_| ());
    assert_eq!((share(&merged, Cohort::All), shared(&merged)), (None, vec![Some(4); 2]));
}

#[test]
fn slips_in_dates_of_birth_stop_nothing() {
    let mut typed = files(whole, born);
    typed[1].1 += &format!("{},1,09/09/2003,\n{},1,30/01/2016,\n", whole(3), whole(4));
    let typed = asked(&typed, |_| ());
    assert_eq!((share(&typed, Cohort::All), shared(&typed)), (Some((14, 40)), vec![None; 3]));
    // Every child twice, with an estimated birthday.
    let mut twice = files(whole, |_| "01/01/2009".to_owned());
    twice[1].1 += &(0..40).map(|child| format!("{},1,01/01/2010,\n", whole(child))).collect::<String>();
    assert_eq!(share(&asked(&twice, |_| ()), Cohort::All), Some((14, 40)));
    // Header alone has cut identifiers, and Episodes tells children apart.
    let mut apart = files(whole, born);
    apart[1].1 = files(cut, born).swap_remove(1).1;
    assert_eq!(shared(&asked(&apart, |_| ())), [None; 3]);
}
