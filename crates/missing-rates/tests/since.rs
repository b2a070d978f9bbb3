//! What became of an earlier work list: fixed, left, new, not checked, gone; against sets that are made by hand.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::support::{returns, set_aside};
use missing_rates::Query;
use missing_rates::checks::WorkRow;
use missing_rates::report::{Codes, Disclosure, FileKind, Problem, Reason};
use missing_rates::since::{PastFinding, Since};

/// Children with an identifier, and the days in May on which a period of being missing began and ended.
fn files(children: &[(&str, u32, u32)]) -> [(&'static str, String); 2] {
    let mut episodes = String::from("CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC\n");
    let mut missing = String::from("CHILD,DOB,MISSING,MIS_START,MIS_END\n");
    let mut seen = BTreeSet::new();
    for (child, from, to) in children {
        if seen.insert(*child) {
            writeln!(episodes, "{child},01/04/2024,S,C2,U1,PR1,,").unwrap();
        }
        writeln!(missing, "{child},05/06/2010,M,{from:02}/05/2024,{to:02}/05/2024").unwrap();
    }
    [("episodes.csv", episodes), ("missing.csv", missing)]
}

fn since(now: &[(&str, String)], list: &str) -> Since {
    let mut all: Vec<(&str, &[u8])> = now.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    all.push(("work list.csv", list.as_bytes()));
    returns(&all).since(&Query::default(), &Codes).unwrap()
}

fn list(then: &[(&str, String)]) -> String {
    returns(then).work_list(&Query::default(), &Codes)
}

/// Children with their rules, in order.
fn now(rows: &[WorkRow]) -> Vec<(String, &'static str)> {
    rows.iter().map(|row| (row.found.child.clone().unwrap_or_default(), row.rule.code)).collect()
}

fn then(rows: &[PastFinding]) -> Vec<(String, &'static str)> {
    rows.iter().map(|row| (row.child.clone(), row.rule)).collect()
}

fn pairs(of: &[&str]) -> Vec<(String, &'static str)> {
    of.iter().map(|child| ((*child).to_owned(), "567")).collect()
}

#[test]
fn each_finding_is_in_one_place() {
    let before = files(&[
        ("A1", 9, 2),
        ("A2", 9, 2),
        ("0003", 9, 2),
        ("A4", 9, 2),
        ("A5", 9, 2),
        ("=A6", 9, 2),
        ("A7", 9, 2),
        ("A7", 19, 12),
        ("A8", 3, 4),
    ]);
    // A1 and one of A7 are fixed; A2 is as it was; 0003 is wrong in another way; A4 is in no file; A8 and A9 are new.
    let after = files(&[
        ("A1", 2, 9),
        ("A2", 9, 2),
        ("0003", 9, 3),
        ("A5", 9, 2),
        ("=A6", 9, 2),
        ("A7", 9, 10),
        ("A7", 19, 12),
        ("A8", 4, 3),
        ("A9", 9, 2),
    ]);
    let found = since(&after, &list(&before));
    let sorted = |mut rows: Vec<(String, &'static str)>| {
        rows.sort();
        rows
    };
    assert_eq!(sorted(then(&found.fixed)), pairs(&["A1", "A7"]));
    assert_eq!(sorted(now(&found.left)), pairs(&["0003", "=A6", "A2", "A5", "A7"]));
    assert_eq!(sorted(now(&found.new)), pairs(&["A8", "A9"]));
    assert_eq!(then(&found.gone), pairs(&["A4"]));
    assert!(found.not_checked.is_empty());
    // Of two rows of one child the one with the same values is left, and the other is fixed.
    let fixed = found.fixed.iter().find(|row| row.child == "A7").unwrap();
    assert_eq!(fixed.values, ["MIS_END 02/05/2024", "MIS_START 09/05/2024"]);
    assert_eq!((fixed.file.as_str(), fixed.row.as_str(), fixed.year), ("missing.csv", "8", Some(2025)));
    // Whatever the order of the list, and with what it is based on above it.
    let by_child = Query { work_order: missing_rates::checks::WorkOrder::ByChild, ..Query::default() };
    let made = returns(&before);
    let other = made.work_list(&by_child, &Codes);
    let commented = made.report(&Query::default()).commented(&other, &Codes);
    for text in [other, commented] {
        let again = since(&after, &text);
        assert_eq!(
            (then(&again.fixed), now(&again.left), now(&again.new)),
            (then(&found.fixed), now(&found.left), now(&found.new))
        );
    }
}

#[test]
fn what_cannot_be_checked_is_not_fixed() {
    let before = files(&[("A1", 9, 2), ("A2", 3, 4)]);
    let list = list(&before);
    // Without Missing, and beside the return of another year.
    let without = since(&before[..1], &list);
    assert_eq!((then(&without.not_checked), without.fixed.len()), (pairs(&["A1"]), 0));
    let later = before.clone().map(|(name, text)| (name, text.replace("2024", "2025")));
    let other_year = since(&later, &list);
    assert_eq!((then(&other_year.not_checked), other_year.fixed.len()), (pairs(&["A1"]), 0));
    assert_eq!(now(&other_year.new), pairs(&["A1"]));
    let same = since(&before, &list);
    assert_eq!((now(&same.left), same.fixed.len(), same.new.len()), (pairs(&["A1"]), 0, 0));
}

#[test]
fn a_list_of_many_findings_is_as_counted_by_hand() {
    // A child is wrong before if its number is even, and after if it can be divided by three.
    let of = |wrong: &dyn Fn(u32) -> bool| {
        let mut all: Vec<(String, u32, u32)> = Vec::new();
        for n in 0..300 {
            let (from, to) = if wrong(n) { (20, 10) } else { (10, 20) };
            all.push((format!("{n:04}"), from, to));
        }
        all
    };
    let files_of =
        |all: &[(String, u32, u32)]| files(&all.iter().map(|(c, f, t)| (c.as_str(), *f, *t)).collect::<Vec<_>>());
    let found = since(&files_of(&of(&|n| n % 3 == 0)), &list(&files_of(&of(&|n| n % 2 == 0))));
    let count = |is: &dyn Fn(u32) -> bool| (0..300).filter(|n| is(*n)).count();
    assert_eq!(found.fixed.len(), count(&|n| n % 2 == 0 && n % 3 > 0));
    assert_eq!(found.left.len(), count(&|n| n % 6 == 0));
    assert_eq!(found.new.len(), count(&|n| n % 3 == 0 && n % 2 > 0));
}

#[test]
fn a_list_is_no_file_of_a_return_and_in_no_report() {
    let before = files(&[("ZQX1", 9, 2), ("ZQX2", 3, 4)]);
    let text = list(&before) + "ENDING,\r\n,9999,,,,,,,,,,,,\r\n";
    let with = returns(&[("episodes.csv", &*before[0].1), ("missing.csv", &before[1].1), ("work list.csv", &text)]);
    let without = returns(&before);
    for disclosure in Disclosure::ALL {
        let query = Query { disclosure, ..Query::default() };
        let [mut one, other] = [&with, &without].map(|of| of.report(&query));
        one.files.retain(|file| file.kind != FileKind::WorkList);
        one.set_aside
            .retain(|rows| rows.file != "work list.csv" && !rows.file.is_empty() || other.set_aside.contains(rows));
        assert_eq!(one, other, "{disclosure:?}");
        assert_eq!(with.since(&query, &Codes).is_some(), disclosure == Disclosure::Exact);
        assert!(!with.report(&query).to_json().contains("ZQX"), "{disclosure:?}");
    }
    let aside: BTreeMap<Reason, u64> =
        set_aside(&with.report(&Query::default()), "work list.csv").into_iter().collect();
    assert_eq!(aside, BTreeMap::from([(Reason::EmptyRow, 1), (Reason::RuleNotKnown, 1)]));
    // Two lists are a question, and one list twice is one.
    let other = list(&files(&[("ZQX2", 9, 2)]));
    let all = [&before[..], &[("a.csv", text.clone()), ("b.csv", other)]].concat();
    let two = returns(&all).since(&Query::default(), &Codes).unwrap();
    assert_eq!((two.lists.len(), two.left.len(), two.new.len()), (2, 0, 0));
    let all = [&before[..], &[("a.csv", text.clone()), ("b.csv", text.clone())]].concat();
    assert_eq!(returns(&all).since(&Query::default(), &Codes).unwrap().left.len(), 1);
    // A list of an older version, or with a column taken out, is told by name.
    let short = "severity,rule,what_is_wrong,child,file,row,values,what_to_do\nerror,567,,1,a.csv,2,,\n";
    let report = returns(&[("old.csv", short)]).report(&Query::default());
    assert!(matches!(&report.files[0].problem, Some(Problem::MissingColumns { missing, .. }) if missing == &["year"]));
}
