//! What cannot be is never printed: no share above 100%, and no headline of a table whose reading is in doubt.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fmt::Write as _;

use crate::support::{assert_balanced, find_rate, found, rate, read, report, set_aside};
use missing_rates::area::authorities;
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::mapping::{Draft, Field};
use missing_rates::read::Reader;
use missing_rates::report::{Basis, FileKind, Problem, Reason, Report};
use missing_rates::{Query, Returns};
use proptest::prelude::*;

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
        (2, 2, true),
        (1, 10, false),
        (1, 9, true),
        (1, 2, true),
        (1, 1, true),
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
        }
        // Said row by row either way, and no row of which nothing is used counts as used.
        let slips = (impossible > 0).then_some(("more-missing-than-children", impossible as u64));
        assert_eq!(found(&report), Vec::from_iter(slips), "{impossible} of {all}");
        let used = if doubted { 0 } else { (all - impossible) as u64 };
        assert_eq!(report.files[0].rows_used, used, "{impossible} of {all}");
        let (why, unused) =
            if doubted { (Reason::ReadingInDoubt, all) } else { (Reason::ConflictingAnswers, impossible) };
        let aside = (unused > 0).then_some((why, unused as u64));
        assert_eq!(set_aside(&report, "a.csv"), Vec::from_iter(aside), "{impossible} of {all}");
    }
}

#[test]
fn a_person_who_named_the_columns_is_asked_again_only_where_most_rows_cannot_be() {
    let text = |impossible: usize| table("A,B", (0..6).map(|n| if n < impossible { (5, 50) } else { (50, 5) }));
    for (impossible, headline) in [(1, Some((25, 250))), (3, Some((15, 150))), (4, None), (6, None)] {
        let text = text(impossible);
        let file = read("a.csv", text.as_bytes());
        let head = file.head().to_vec();
        let mut asked = Returns::default();
        asked.add(1, file);
        assert!(asked.unknown_columns(1).is_some(), "the form is there: {impossible} of 6");
        let mut draft = Draft::propose(&head, Some(FileKind::AuthorityAnswers));
        let fields = [Field::Authority, Field::Year, Field::Figure(UASC, Count::Children)];
        for (at, field) in fields.into_iter().chain([Field::Figure(UASC, Count::ChildrenMissing)]).enumerate() {
            draft.take_column_for(at, Some(field));
        }
        let mut reader = Reader::mapped("a.csv", draft.mapping(&head).unwrap());
        reader.push(text.as_bytes());
        let mut returns = Returns::default();
        returns.add(1, reader.finish());
        let report = returns.report(&Query::default());
        let rate = find_rate(&report, ENGLAND, UASC, Share::Missing, Basis::Matched);
        let rate = rate.filter(|r| r.authorities > 0).map(|r| (r.numerator, r.denominator));
        assert_eq!(rate, headline, "{impossible} of 6");
        assert_eq!(in_doubt(&report).is_some(), headline.is_none(), "{impossible} of 6");
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
    let mut text =
        "Authority,Year,UASC,UASC missing\nKent,2024,100,10\nKent,2024,120,10\nHull,2024,4,9\nYork,2024,Not held,\n"
            .to_owned();
    for name in ["Surrey", "Essex", "Devon", "Dorset", "Leeds", "Bolton", "Bury", "Derby", "Sefton"] {
        writeln!(text, "{name},2024,50,5").unwrap();
    }
    let report = report(&[("a.csv", &text)]);
    let coverage = report.coverage.iter().find(|c| c.area.code.map(|c| c.to_string()).as_deref() == ENGLAND).unwrap();
    // Kent by two rows, Hull by one.
    assert_eq!((coverage.named, coverage.both, coverage.contradictory), (12, 9, 2));
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

#[test]
fn an_answer_that_is_larger_than_what_it_is_a_part_of_is_said() {
    let of = |columns: &str, row: &str| {
        let report = report(&[("a.csv", format!("Authority,Year,{columns}\nKent,2024,{row}\n"))]);
        found(&report).iter().find(|(rule, _)| *rule == "part-larger-than-whole").map_or(0, |(_, count)| *count)
    };
    let all = "LAC,LAC missing,LAC still missing at end of the year,UASC,UASC missing";
    for (row, count) in [
        ("100,10,15,150,20", 3),
        ("100,10,15,50,5", 1),
        ("100,10,5,150,5", 1),
        ("100,10,5,50,20", 1),
        ("100,10,5,50,5", 0),
        ("100,10,10,100,10", 0),
        // A range that may fit, and what is not known.
        ("100,<5,4,50,<5", 0),
        ("100,<5,<5,50,5", 1),
        ("Not held,Not held,5,50,5", 0),
    ] {
        assert_eq!(of(all, row), count, "{row}");
    }
    let both = "UASC,Trafficked,Unaccompanied and trafficked children who are both";
    assert_eq!(of("UASC,UASC who went missing,UASC who went missing more than once", "50,5,6"), 1);
    assert_eq!(of(both, "50,40,45"), 1);
}
