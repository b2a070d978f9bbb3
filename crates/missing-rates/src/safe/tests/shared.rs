//! The examples of returns and answers whose safe reports could once be undone, which lie beside the project: attacked like
//! all others. Their like is among the tests of each kind (`kinds.rs`, `examples.rs`), for whoever does not have them.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::made::{Answered, Files, returns};
use super::{apart, json, of_answers, of_files};
use crate::Query;
use crate::period::Period;
use crate::report::Disclosure;
use crate::safe::rule::Knows;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/disclosure")
}

fn files(of: &str) -> Files {
    let mut files: Files = std::fs::read_dir(folder().join(of))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// In the year, and in a part of it beside which the Department's year is known.
fn is_held(files: &Files) {
    let years: Vec<Value> = [2024, 2025]
        .map(|year| Query { period: Period::collection_year(year), ..Query::default() })
        .map(|query| json(files, &query, Knows::ALL))
        .into();
    let [from, to] = ["2024-04-01", "2024-12-31"].map(|day| day.parse().unwrap());
    for period in [None, Period::new(from, to).ok(), Period::calendar_year(2024)] {
        for disclosure in [Disclosure::Safe, Disclosure::SafeTo5, Disclosure::SafeTo10] {
            let of = |disclosure| json(files, &Query { period, disclosure, ..Query::default() }, Knows::ALL);
            let (exact, safe) = (of(Disclosure::Exact), of(disclosure));
            let found = apart(of_files(files, (&exact, &safe), &years)).0;
            assert!(found.is_empty(), "{period:?} {disclosure:?}: {found:#?}");
        }
    }
}

#[test]
#[ignore = "its files lie beside the project"]
fn one_child_who_was_away_is_held() {
    is_held(&files("one-away-child"));
}

#[test]
#[ignore = "its files lie beside the project"]
fn forty_children_with_a_list_are_held() {
    is_held(&files("slow-40-children"));
}

#[test]
#[ignore = "its files lie beside the project"]
fn two_authorities_are_held() {
    let text = std::fs::read_to_string(folder().join("two-authorities.csv")).unwrap();
    // A person says that its first two counts are of all looked-after children.
    let text = text.replacen("Children who went missing", "Looked-after children who went missing", 1).replacen(
        "Missing incidents",
        "Missing incidents of looked-after children",
        1,
    );
    // Children, missing, more than once, incidents: of neither, trafficked, unaccompanied, both.
    let once = |n: u64| [n, n, 0, n];
    let answered = Answered::from([
        (("Bradford".to_owned(), 2024), [once(3), once(0), once(7), once(0)]),
        (("North Somerset".to_owned(), 2024), [once(14), once(0), [4, 4, 4, 13], once(0)]),
    ]);
    let returns = returns(&vec![("two-authorities.csv".to_owned(), text)]);
    let exact = returns.report(&Query::default());
    let safe = returns.report(&Query { disclosure: Disclosure::Safe, ..Query::default() });
    assert!(!exact.totals.is_empty());
    let found = apart(of_answers::given_away(&answered, &exact, &safe)).0;
    assert!(found.is_empty(), "{found:#?}");
}
