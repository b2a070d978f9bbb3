//! Ten returns of each kind of fault that a safe report once had: each gave a number away, and gives none away now.

use super::examples::{all_but, beyond, given_away_of, in_january, later, on_list, once};
use super::made::returns;
use super::sorts::{OTHERS, Sort, files};
use crate::Query;
use crate::area::authority_named;
use crate::period::Period;
use crate::report::{Disclosure, Shown};
use crate::safe::rule::Knows;

/// How many of each kind.
const OF_EACH: u64 = 10;

/// One to five, twice.
fn few(n: u64) -> u64 {
    1 + n % 5
}

/// The last five are the other way.
fn other_way(n: u64) -> bool {
    n >= 5
}

/// April to December: what is left of the year is from January on.
fn to_december() -> Query {
    let [from, to] = ["2024-04-01", "2024-12-31"].map(|day| day.parse().unwrap());
    Query { period: Period::new(from, to).ok(), ..Query::default() }
}

/// All children together are told of, and a cohort to whom one thing never happened: what is left of all is the cohort's.
fn the_rest_of_a_group(n: u64) -> (Vec<Sort>, Query) {
    let (cohort, few) = (Sort { unaccompanied: !other_way(n), listed: other_way(n), ..OTHERS }, few(n));
    let sorts = vec![
        Sort { children: 12 + n, missing: 1, ..OTHERS },
        Sort { children: 9 - few, missing: 1, away: 1, ..OTHERS },
        Sort { children: few, away: 1, ..cohort },
        Sort { children: 19 + n, ..cohort },
        Sort { children: 10, ..OTHERS },
    ];
    (sorts, Query::default())
}

/// Groups of legal statuses, or of placements, come to all children, so that nobody was in two.
fn groups_that_add_up(n: u64) -> (Vec<Sort>, Query) {
    let of = |at: usize, sort: Sort| {
        let (status, place) = (["C2", "V2", "J1"][at], ["U1", "K2", "K1"][at]);
        if other_way(n) { Sort { place: Some(place), ..sort } } else { Sort { status: Some(status), ..sort } }
    };
    let unaccompanied = Sort { unaccompanied: true, ..OTHERS };
    let sorts = vec![
        of(0, Sort { children: 8, missing: 1, ..unaccompanied }),
        of(0, Sort { children: 20 + n, ..OTHERS }),
        of(1, Sort { children: few(n), missing: 2, ..unaccompanied }),
        of(1, Sort { children: 10, missing: 1, ..OTHERS }),
        of(2, Sort { children: 7, ..unaccompanied }),
        of(2, Sort { children: 20, missing: n % 3, ..OTHERS }),
    ];
    (sorts, Query::default())
}

/// A few children of all, or of a cohort, are told of in the year, and not in a part of it that is told of too.
fn parts_of_a_year(n: u64) -> (Vec<Sort>, Query) {
    let query = if n % 4 < 2 { to_december() } else { Query::default() };
    (if other_way(n) { later(few(n)) } else { in_january(few(n)) }, query)
}

/// Counts that follow from what the Department publishes of all children, with the authority chosen.
fn published_totals(n: u64) -> (Vec<Sort>, Query) {
    let of = [all_but, once, beyond, on_list, later][usize::try_from(n % 5).unwrap()];
    let authority = authority_named("Kent").ok().map(|of| of.code);
    (of(few(n / 2)), Query { authority, ..Query::default() })
}

/// So few incidents beyond each child's first that they tell who went more than once: of a cohort, or of what is left.
fn read_off(n: u64) -> (Vec<Sort>, Query) {
    let cohort = Sort { unaccompanied: n.is_multiple_of(2), listed: !n.is_multiple_of(2), ..OTHERS };
    let again = 1 + n % 2;
    let (inside, outside) = if other_way(n) { (OTHERS, cohort) } else { (cohort, OTHERS) };
    let sorts = vec![
        Sort { children: 6 + n, missing: 1, ..inside },
        Sort { children: again, missing: 2, ..inside },
        Sort { children: 20, ..inside },
        Sort { children: 10, missing: 2, ..outside },
        Sort { children: 8, missing: 1, away: 1, ..outside },
        Sort { children: 30, ..outside },
    ];
    (sorts, if n % 3 == 2 { to_december() } else { Query::default() })
}

/// Ten of a kind are held; and of some of them something is given away where only counts of 1 to 5 are hidden.
fn are_held(of: fn(u64) -> (Vec<Sort>, Query)) {
    let mut noticed = 0;
    for n in 0..OF_EACH {
        let (sorts, query) = of(n);
        let found = given_away_of(&sorts, &query, Knows::ALL);
        assert!(found.is_empty(), "{n}: {found:#?}");
        if n.is_multiple_of(3) {
            let forgets = Knows { secondary: false, ..Knows::ALL };
            noticed += u64::from(!given_away_of(&sorts, &query, forgets).is_empty());
        }
    }
    assert!(noticed > 1, "{noticed} would be noticed");
}

#[test]
fn the_rest_of_a_group_gives_nothing_away() {
    are_held(the_rest_of_a_group);
}

#[test]
fn groups_that_add_up_give_nothing_away() {
    are_held(groups_that_add_up);
}

#[test]
fn parts_of_a_year_give_nothing_away() {
    are_held(parts_of_a_year);
}

#[test]
fn what_the_department_publishes_gives_nothing_away() {
    are_held(published_totals);
}

#[test]
fn who_went_more_than_once_cannot_be_read_off() {
    are_held(read_off);
}

/// Of a file about children nothing is told but what it is: no name, no sum, no number of rows, wherever in the report.
#[test]
fn files_about_children_are_told_by_their_kind_alone() {
    const NAMES: [&str; 10] = [
        "Avery Quill ",
        "quill-avery-2009.",
        "case 40117 ",
        "Ärvëry Qúill ",
        "A.Quill (missing since May) ",
        "quill_",
        "COPY OF AVERY ",
        "avery's ",
        "AQ 15-06-2009 ",
        "Avery\u{a0}Quill ",
    ];
    for (n, before) in (0..).zip(NAMES) {
        let mut named = files(&on_list(few(n)));
        for (name, _) in &mut named {
            *name = format!("{before}{name}");
        }
        let returns = returns(&named);
        let authority = authority_named("Kent").ok().map(|of| of.code).filter(|_| other_way(n));
        let of = |disclosure| returns.report(&Query { authority, disclosure, ..Query::default() });
        let (exact, safe) = (of(Disclosure::Exact), of(Disclosure::Safe));
        let told = safe.to_json();
        assert_eq!(exact.files.len(), named.len());
        for (file, hidden) in exact.files.iter().zip(&safe.files) {
            assert!(!told.contains(&file.name) && !told.contains(before.trim()), "{}", file.name);
            assert!(!told.contains(&file.sha256) && file.rows.number().is_some(), "{}", file.name);
            let counts = [hidden.rows, hidden.rows_used, hidden.rows_set_aside].map(Shown::number);
            assert_eq!((hidden.kind, counts), (file.kind, [None; 3]));
        }
    }
}
