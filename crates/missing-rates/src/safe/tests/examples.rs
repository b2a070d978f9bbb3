//! Small returns, each of which gives a number away as soon as one thing is not looked at.

use std::fmt::Write as _;

use super::made::{Files, returns};
use super::{of_return, whole};
use crate::Query;
use crate::period::Period;
use crate::report::Disclosure;
use crate::safe::rule::Knows;

/// Children of one sort, in the year from 1 April 2024.
#[derive(Clone, Copy, Default)]
struct Sort {
    children: u64,
    unaccompanied: bool,
    listed: bool,
    /// Came in January.
    late: bool,
    /// How often each was missing, and away.
    missing: u64,
    away: u64,
}

const OTHERS: Sort = Sort { children: 0, unaccompanied: false, listed: false, late: false, missing: 0, away: 0 };

fn files(sorts: &[Sort]) -> Files {
    let mut header = String::from("CHILD,SEX,DOB,ETHNIC\n");
    let mut episodes = String::from("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n");
    let mut uasc = String::from("CHILD,DUC\n");
    let mut missing = String::from("CHILD,MISSING,MIS_START,MIS_END\n");
    let mut list = String::from("CHILD,TRAFFICKED\n");
    let mut child = 0_usize;
    for of in sorts {
        for _ in 0..of.children {
            child += 1;
            writeln!(header, "{child},{},15/06/2009,WBRI", 1 + child % 2).unwrap();
            let from = if of.late { "10/01/2025" } else { "01/05/2023" };
            writeln!(episodes, "{child},{from},S,{},{},,", ["C2", "V2"][child % 2], ["U1", "K2"][child / 2 % 2])
                .unwrap();
            if of.unaccompanied {
                writeln!(uasc, "{child},").unwrap();
            }
            if of.listed {
                writeln!(list, "{child},confirmed").unwrap();
            }
            for (code, often) in [("M", of.missing), ("A", of.away)] {
                for n in 0..often {
                    let day = if code == "M" { 3 } else { 17 } + n / 8;
                    let month = if of.late { 2 } else { 4 + n % 8 };
                    let year = if of.late { 2025 } else { 2024 };
                    writeln!(missing, "{child},{code},{day:02}/{month:02}/{year},{:02}/{month:02}/{year}", day + 1)
                        .unwrap();
                }
            }
        }
    }
    let mut files: Files = [("header", header), ("episodes", episodes), ("uasc", uasc), ("missing", missing)]
        .map(|(name, text)| (format!("{name}.csv"), text))
        .into();
    if sorts.iter().any(|of| of.listed) {
        files.push(("list.csv".to_owned(), list));
    }
    files
}

/// What both attackers find.
fn given_away(sorts: &[Sort], knows: Knows) -> Vec<String> {
    let returns = returns(&files(sorts));
    let json = |query: Query, knows| serde_json::from_str(&returns.report_by(&query, knows).to_json()).unwrap();
    let exact = json(Query::default(), Knows::ALL);
    let year = Query { period: Period::collection_year(2025), ..Query::default() };
    let years = [json(year, Knows::ALL)];
    let safe = json(Query { disclosure: Disclosure::Safe, ..Query::default() }, knows);
    let mut found = of_return::given_away(&exact, &safe, &years);
    found.extend(whole::given_away(&exact, &safe, &years));
    found
}

fn holds(sorts: &[Sort]) {
    let found = given_away(sorts, Knows::ALL);
    assert!(found.is_empty(), "{found:#?}");
}

fn is_noticed(sorts: &[Sort], without: Knows) {
    assert!(!given_away(sorts, without).is_empty(), "nothing is noticed without it");
}

/// 20 children went missing and 9 were away, 21 were either, and no unaccompanied child went missing: so as many
/// unaccompanied children were away as are either and not missing.
fn away_alone(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 12, missing: 1, ..OTHERS },
        Sort { children: 9 - few, missing: 1, away: 1, ..OTHERS },
        Sort { children: few, unaccompanied: true, away: 1, ..OTHERS },
        Sort { children: 19, unaccompanied: true, ..OTHERS },
        Sort { children: 10, ..OTHERS },
    ]
}

/// All but a few children are unaccompanied.
fn all_but(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 12, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: 8, unaccompanied: true, missing: 2, ..OTHERS },
        Sort { children: 30, unaccompanied: true, ..OTHERS },
        Sort { children: few, ..OTHERS },
    ]
}

/// A few unaccompanied children came in January.
fn later(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 28, unaccompanied: true, ..OTHERS },
        Sort { children: few, unaccompanied: true, late: true, ..OTHERS },
        Sort { children: 20, missing: 1, ..OTHERS },
        Sort { children: 9, missing: 2, ..OTHERS },
        Sort { children: 40, ..OTHERS },
    ]
}

/// Of 20 unaccompanied children who went missing all but a few did more than once.
fn once(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 20 - few, unaccompanied: true, missing: 3, ..OTHERS },
        Sort { children: few, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: 20, unaccompanied: true, ..OTHERS },
        Sort { children: 15, missing: 2, ..OTHERS },
        Sort { children: 15, missing: 1, ..OTHERS },
        Sort { children: 40, ..OTHERS },
    ]
}

/// As many incidents as children, and a few more.
fn beyond(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 6, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: few, unaccompanied: true, missing: 2, ..OTHERS },
        Sort { children: 20, unaccompanied: true, ..OTHERS },
        Sort { children: 10, missing: 2, ..OTHERS },
        Sort { children: 10, missing: 1, ..OTHERS },
        Sort { children: 30, ..OTHERS },
    ]
}

/// Everybody on the list went missing, or all but a few.
fn on_list(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 20, listed: true, missing: 2, ..OTHERS },
        Sort { children: few, listed: true, ..OTHERS },
        Sort { children: 1, listed: true, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: 12, unaccompanied: true, missing: 1, away: 1, ..OTHERS },
        Sort { children: 40, ..OTHERS },
    ]
}

/// A list of one child, or of few.
fn short_list(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: few, listed: true, missing: 1, ..OTHERS },
        Sort { children: 14, missing: 2, ..OTHERS },
        Sort { children: 10, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: 30, ..OTHERS },
    ]
}

#[test]
fn small_returns_of_every_kind_give_nothing_away() {
    for few in 0..=5 {
        for example in [away_alone, all_but, later, once, beyond, on_list, short_list] {
            holds(&example(few));
        }
    }
}

#[test]
fn who_was_away_and_not_missing_follows_where_either_is_not_looked_at() {
    is_noticed(&away_alone(1), Knows { either: false, ..Knows::ALL });
}

#[test]
fn the_rest_of_all_children_follows_where_complements_are_not_looked_at() {
    is_noticed(&all_but(3), Knows { complements: false, ..Knows::ALL });
}

#[test]
fn who_came_later_follows_where_parts_of_years_are_not_looked_at() {
    is_noticed(&later(2), Knows { parts_of_years: false, ..Knows::ALL });
}

#[test]
fn who_went_once_follows_where_what_nobody_prints_is_not_looked_at() {
    is_noticed(&once(3), Knows { unprinted: false, ..Knows::ALL });
}

#[test]
fn a_few_follow_without_secondary_suppression() {
    is_noticed(&later(2), Knows { secondary: false, ..Knows::ALL });
}

/// Of a file about children nothing is said but what it is, whatever it is called.
#[test]
fn no_name_and_no_sum_of_a_file_about_children_is_told() {
    let mut named = files(&short_list(1));
    for (name, _) in &mut named {
        *name = format!("Avery Quill {name}");
    }
    let returns = returns(&named);
    let (exact, safe) = (
        returns.report(&Query::default()),
        returns.report(&Query { disclosure: Disclosure::Safe, ..Query::default() }),
    );
    let told = [safe.to_json(), serde_json::to_string(&safe).unwrap()].concat();
    assert_eq!(exact.files.len(), 5);
    for file in &exact.files {
        assert!(!told.contains(&file.name) && !told.contains(&file.sha256) && !told.contains("Avery"), "{}", file.name);
    }
}
