//! Small returns, each of which gives a number away as soon as one thing is not looked at.

use std::fmt::Write as _;

use serde_json::Value;

use super::made::{Answered, returns};
use super::sorts::{OTHERS, Sort, files};
use super::{apart, of_answers, of_files};
use crate::Query;
use crate::cohort::Cohort;
use crate::period::Period;
use crate::report::{Disclosure, Total};
use crate::safe::rule::Knows;

/// What the attacker finds.
fn given_away(sorts: &[Sort], knows: Knows) -> Vec<String> {
    given_away_of(sorts, &Query::default(), knows)
}

/// The same of other days.
pub(super) fn given_away_of(sorts: &[Sort], query: &Query, knows: Knows) -> Vec<String> {
    let files = files(sorts);
    let returns = returns(&files);
    let json = |query: Query, knows| serde_json::from_str(&returns.report_by(&query, knows).to_json()).unwrap();
    let exact: Value = json(query.clone(), Knows::ALL);
    let year = Query { period: Period::collection_year(2025), ..Query::default() };
    let years = [json(year, Knows::ALL)];
    let safe = json(Query { disclosure: Disclosure::Safe, ..query.clone() }, knows);
    apart(of_files(&files, (&exact, &safe), &years)).0
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
pub(super) fn away_alone(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 12, missing: 1, ..OTHERS },
        Sort { children: 9 - few, missing: 1, away: 1, ..OTHERS },
        Sort { children: few, unaccompanied: true, away: 1, ..OTHERS },
        Sort { children: 19, unaccompanied: true, ..OTHERS },
        Sort { children: 10, ..OTHERS },
    ]
}

/// All but a few children are unaccompanied.
pub(super) fn all_but(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 12, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: 8, unaccompanied: true, missing: 2, ..OTHERS },
        Sort { children: 30, unaccompanied: true, ..OTHERS },
        Sort { children: few, ..OTHERS },
    ]
}

/// A few unaccompanied children came in January.
pub(super) fn later(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 28, unaccompanied: true, ..OTHERS },
        Sort { children: few, unaccompanied: true, late: true, ..OTHERS },
        Sort { children: 20, missing: 1, ..OTHERS },
        Sort { children: 9, missing: 2, ..OTHERS },
        Sort { children: 40, ..OTHERS },
    ]
}

/// Of 20 unaccompanied children who went missing all but a few did more than once.
pub(super) fn once(few: u64) -> Vec<Sort> {
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
pub(super) fn beyond(few: u64) -> Vec<Sort> {
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
pub(super) fn on_list(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 20, listed: true, missing: 2, ..OTHERS },
        Sort { children: few, listed: true, ..OTHERS },
        Sort { children: 1, listed: true, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: 12, unaccompanied: true, missing: 1, away: 1, ..OTHERS },
        Sort { children: 40, ..OTHERS },
    ]
}

/// A list of one child, or of few.
pub(super) fn short_list(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: few, listed: true, missing: 1, ..OTHERS },
        Sort { children: 14, missing: 2, ..OTHERS },
        Sort { children: 10, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: 30, ..OTHERS },
    ]
}

/// Groups of three legal statuses add up to all, so that nobody moved.
pub(super) fn statuses_add_up(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 9 - few, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: 8 + few, unaccompanied: true, ..OTHERS },
        Sort { children: 11, missing: 2, ..OTHERS },
        Sort { children: 39, ..OTHERS },
    ]
}

/// A few children went missing from January on alone.
pub(super) fn in_january(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 26, missing: 1, ..OTHERS },
        Sort { children: 26, missing: 3, ..OTHERS },
        Sort { children: few, late: true, missing: 1, ..OTHERS },
        Sort { children: 10, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: 70, ..OTHERS },
    ]
}

/// A few children on the list came in January; a request is told of them by what the list says alone.
pub(super) fn later_on_list(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 28, listed: true, ..OTHERS },
        Sort { children: few, listed: true, late: true, ..OTHERS },
        Sort { children: 20, missing: 1, ..OTHERS },
        Sort { children: 9, listed: true, missing: 2, ..OTHERS },
        Sort { children: 40, ..OTHERS },
    ]
}

/// A few unaccompanied children were away from one calendar year into the next; nobody was more than once.
pub(super) fn across_new_year(few: u64) -> Vec<Sort> {
    const ACROSS: Option<[&str; 3]> = Some(["A", "30/12/2024", "02/01/2025"]);
    const AFTER: Option<[&str; 3]> = Some(["A", "20/01/2025", "21/01/2025"]);
    let unaccompanied = Sort { unaccompanied: true, ..OTHERS };
    vec![
        Sort { children: 30, away: 1, ..unaccompanied },
        Sort { children: few, on: ACROSS, ..unaccompanied },
        Sort { children: 14, on: AFTER, ..unaccompanied },
        Sort { children: 30, ..unaccompanied },
        Sort { children: 20, away: 1, ..OTHERS },
        Sort { children: 11, on: ACROSS, ..OTHERS },
        Sort { children: 12, on: AFTER, ..OTHERS },
        Sort { children: 40, ..OTHERS },
    ]
}

/// A few incidents, of children who were missing before too, began on the last day of the year.
pub(super) fn on_the_last_day(few: u64) -> Vec<Sort> {
    vec![
        Sort { children: 30, missing: 2, ..OTHERS },
        Sort { children: few, missing: 2, on: Some(["M", "31/03/2025", "31/03/2025"]), ..OTHERS },
        Sort { children: 12, unaccompanied: true, missing: 1, ..OTHERS },
        Sort { children: 15, unaccompanied: true, ..OTHERS },
        Sort { children: 60, ..OTHERS },
    ]
}

/// One of each kind, with few of something.
const EXAMPLES: [fn(u64) -> Vec<Sort>; 12] = [
    away_alone,
    all_but,
    later,
    once,
    beyond,
    on_list,
    short_list,
    statuses_add_up,
    in_january,
    later_on_list,
    across_new_year,
    on_the_last_day,
];

#[test]
fn small_returns_of_every_kind_give_nothing_away() {
    for few in 0..=5 {
        for example in EXAMPLES {
            holds(&example(few));
        }
    }
}

/// April to December alone is asked for, and the Department's year is known.
#[test]
fn what_is_left_of_a_year_that_the_department_publishes_gives_nothing_away() {
    let [from, to] = ["2024-04-01", "2024-12-31"].map(|day| day.parse().unwrap());
    let query = Query { period: Period::new(from, to).ok(), ..Query::default() };
    for few in 0..=5 {
        let found = given_away_of(&in_january(few), &query, Knows::ALL);
        assert!(found.is_empty(), "{found:#?}");
    }
    let forgets = Knows { department: false, ..Knows::ALL };
    assert!((1..=5).any(|few| !given_away_of(&in_january(few), &query, forgets).is_empty()), "it is not noticed");
}

/// All of a year but its last day is asked for: what is left of the Department's year began on that day.
#[test]
fn what_is_left_of_a_year_without_its_last_day_gives_nothing_away() {
    let [from, to] = ["2024-04-01", "2025-03-30"].map(|day| day.parse().unwrap());
    let query = Query { period: Period::new(from, to).ok(), ..Query::default() };
    for few in 0..=5 {
        let found = given_away_of(&on_the_last_day(few), &query, Knows::ALL);
        assert!(found.is_empty(), "{found:#?}");
    }
    let forgets = Knows { parts_of_years: false, ..Knows::ALL };
    assert!((1..=5).any(|few| !given_away_of(&on_the_last_day(few), &query, forgets).is_empty()), "it is not noticed");
}

/// What the Department publishes of all children is neither hidden nor counted on to be hidden.
#[test]
fn totals_that_the_department_publishes_are_shown() {
    for example in EXAMPLES {
        let returns = returns(&files(&example(3)));
        let exact = returns.report(&Query::default());
        let safe = returns.report(&Query { disclosure: Disclosure::Safe, ..Query::default() });
        let is_large = |of: &&Total| of.cohort == Cohort::All && of.exact.is_some_and(|n| n == 0 || n > 5);
        for total in exact.totals.iter().filter(is_large) {
            assert!(safe.totals.contains(total), "{total:?}");
        }
    }
}

/// As many incidents as children, of all children: then each had one, and those of the unaccompanied are as many children.
#[test]
fn one_incident_each_gives_no_child_of_another_authority_away() {
    for (few, more) in (1..=5).flat_map(|few| [0, 9].map(|more| (few, more))) {
        // Children, missing, more than once, incidents.
        let once = |n: u64| [n, n, 0, n];
        let none = once(0);
        let numbers: [(&str, [[u64; 4]; 4]); 2] = [
            ("Bradford", [once(3), none, once(7), none]),
            ("North Somerset", [once(14 + more), none, [few, few, few, few + 9], none]),
        ];
        let mut text = String::from(
            "Authority,Year,Looked-after children who went missing,Missing incidents of looked-after children,\
             Unaccompanied children who went missing,Unaccompanied missing incidents\n",
        );
        let mut answered = Answered::new();
        for (name, parts) in numbers {
            let all = |count: usize| parts.iter().map(|part| part[count]).sum::<u64>();
            writeln!(text, "{name},2024,{},{},{},{}", all(1), all(3), parts[2][1], parts[2][3]).unwrap();
            answered.insert((name.to_owned(), 2024), parts);
        }
        let returns = returns(&vec![("answers.csv".to_owned(), text)]);
        let exact = returns.report(&Query::default());
        let of = |knows| {
            let safe = returns.report_by(&Query { disclosure: Disclosure::Safe, ..Query::default() }, knows);
            apart(of_answers::given_away(&answered, &exact, &safe)).0
        };
        let found = of(Knows::ALL);
        assert!(found.is_empty(), "{found:#?}");
        assert!(!of(Knows { secondary: false, ..Knows::ALL }).is_empty(), "it is not noticed");
    }
}

#[test]
fn who_was_away_and_not_missing_follows_where_either_is_not_looked_at() {
    // Of 20 children missing and 9 away, 21 were either.
    let sorts = [
        Sort { children: 12, missing: 1, ..OTHERS },
        Sort { children: 8, missing: 1, away: 1, ..OTHERS },
        Sort { children: 1, away: 1, ..OTHERS },
        Sort { children: 29, ..OTHERS },
    ];
    holds(&sorts);
    is_noticed(&sorts, Knows { either: false, ..Knows::ALL });
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
fn who_on_the_list_came_later_follows_where_parts_of_years_are_not_looked_at() {
    let forgets = Knows { parts_of_years: false, ..Knows::ALL };
    assert!((1..=5).any(|few| !given_away(&later_on_list(few), forgets).is_empty()), "it is not noticed");
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
