//! What cannot be is never printed: no share above 100%, and no headline of a table whose reading is in doubt.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::fmt::Write as _;

use missing_rates::area::authorities;
use missing_rates::cohort::{Cohort, Share};
use missing_rates::report::{Basis, Problem, Report};
use proptest::prelude::*;
use support::{assert_balanced, find_rate, found, rate, report};

const ENGLAND: Option<&str> = Some("E92000001");
const UASC: Cohort = Cohort::Unaccompanied;

/// A table of England's first authorities, with these numbers.
fn table(columns: &str, rows: impl IntoIterator<Item = (u64, u64)>) -> String {
    let mut text = format!("Authority,Year,{columns}\n");
    for (authority, (a, b)) in authorities().iter().filter(|a| a.is_current()).zip(rows) {
        writeln!(text, "\"{}\",2024,{a},{b}", authority.name).unwrap();
    }
    text
}

fn uasc(rows: impl IntoIterator<Item = (u64, u64)>) -> Report {
    let report = report(&[("a.csv", table("UASC,UASC missing", rows))]);
    assert_balanced(&report);
    report
}

fn in_doubt(report: &Report) -> Option<(u64, u64)> {
    match report.files[0].problem {
        Some(Problem::ReadingInDoubt { impossible, rows }) => Some((impossible, rows)),
        None => None,
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn of_a_table_where_more_than_one_row_in_ten_cannot_be_nothing_is_a_headline() {
    let rows = |impossible: usize, all: usize| (0..all).map(move |n| if n < impossible { (5, 50) } else { (50, 5) });
    for (impossible, all, doubted) in [
        (20, 20, true),
        (3, 20, true),
        (2, 20, false),
        (2, 19, true),
        (2, 12, true),
        (2, 2, true),
        // A single slip says nothing of the other rows.
        (1, 2, false),
        (1, 9, false),
        (1, 1, false),
        (0, 20, false),
    ] {
        let report = uasc(rows(impossible, all));
        let expected = doubted.then_some((impossible as u64, all as u64));
        assert_eq!(in_doubt(&report), expected, "{impossible} of {all}");
        let headline = find_rate(&report, ENGLAND, UASC, Share::Missing, Basis::Matched);
        assert_eq!(headline.is_some_and(|r| r.authorities > 0), !doubted && impossible < all, "{impossible} of {all}");
        if !doubted && impossible < all {
            let left = (all - impossible) as u64;
            let rate = headline.unwrap();
            assert_eq!((rate.numerator, rate.denominator, rate.authorities), (5 * left, 50 * left, left));
            assert_eq!(
                found(&report),
                if impossible > 0 { vec![("more-missing-than-children", impossible as u64)] } else { vec![] }
            );
        }
    }
}

#[test]
fn a_doubted_reading_of_one_group_leaves_the_others() {
    let mut text = "Authority,Year,UASC,UASC missing,Trafficked,Trafficked missing\n".to_owned();
    for (n, authority) in authorities().iter().filter(|a| a.is_current()).take(12).enumerate() {
        writeln!(text, "\"{}\",2024,50,5,{},20", authority.name, if n < 6 { 2 } else { 40 }).unwrap();
    }
    let report = report(&[("a.csv", &text), ("b.csv", &table("UASC,UASC missing", []))]);
    assert_eq!(in_doubt(&report), Some((6, 12)));
    assert_eq!(rate(&report, ENGLAND, UASC, Share::Missing, Basis::Matched).denominator, 600);
    assert!(find_rate(&report, ENGLAND, Cohort::Trafficked, Share::Missing, Basis::Matched).is_none());
}

#[test]
fn contradictory_answers_are_counted_beside_what_leaves_them_out() {
    let text = "Authority,Year,UASC,UASC missing\nKent,2024,100,10\nKent,2024,120,10\nSurrey,2024,50,5\nHull,2024,4,9\nYork,2024,Not held,\n";
    let report = report(&[("a.csv", text)]);
    let coverage = report.coverage.iter().find(|c| c.area.code.map(|c| c.to_string()).as_deref() == ENGLAND).unwrap();
    // Kent by two rows, Hull by one.
    assert_eq!((coverage.named, coverage.both, coverage.contradictory), (4, 1, 2));
    assert!(report.to_json().contains("\"contradictory\": 2"));
}

fn answer() -> impl Strategy<Value = String> {
    prop_oneof![
        (0u64..40).prop_map(|n| n.to_string()),
        (0u64..40).prop_map(|n| format!("<{n}")),
        (0u64..20, 0u64..20).prop_map(|(n, more)| format!("{n}-{}", n + more)),
        Just("Refused s.12".to_owned()),
        Just(String::new()),
    ]
}

proptest! {
    #[test]
    fn no_share_of_any_basis_has_a_value_above_one(rows in prop::collection::vec((0usize..8, answer(), answer(), answer()), 1..14)) {
        let mut text = "Authority,Year,UASC,UASC missing,UASC missing more than once\n".to_owned();
        let names: Vec<&str> = authorities().iter().filter(|a| a.is_current()).map(|a| a.name).take(8).collect();
        for (name, children, missing, repeated) in rows {
            writeln!(text, "\"{}\",2024,{children},{missing},{repeated}", names[name]).unwrap();
        }
        let report = report(&[("a.csv", &text)]);
        for rate in &report.rates {
            prop_assert!(rate.value.is_none_or(|value| value <= 1.0), "{rate:?}");
            prop_assert!(rate.numerator <= rate.denominator || rate.basis == Basis::AllAnswers, "{rate:?}");
            prop_assert!(rate.interval.as_ref().is_none_or(|i| i.upper <= 1.0 && rate.numerator <= rate.denominator));
        }
    }
}
