//! Answers of which all children, or all but few, went missing: of one authority, of all that answered, and of those of a
//! cohort who are not of another. And answers that another of the same children pins.

use super::made::{Answered, returns};
use super::{apart, of_answers};
use crate::Query;
use crate::cohort::{Cohort, Count};
use crate::report::{Disclosure, Report};
use crate::safe::rule::Knows;

const UNACCOMPANIED: &str = "Unaccompanied children,Unaccompanied children who went missing";
const ALL: &str = "Looked-after children,Looked-after children who went missing";
const TRAFFICKED: &str = "Trafficked children,Trafficked children who went missing";
const BOTH: &str = "Trafficked and unaccompanied children,Trafficked and unaccompanied children who went missing";

/// Children and those of them who went missing, once each: of neither, trafficked, unaccompanied, both.
type Parts = [(u64, u64); 4];

/// What a table of answers gives away, and its safe report.
fn given_away(headings: &str, lines: &[(&str, &str, Parts)], knows: Knows) -> (Vec<String>, Report) {
    let mut text = format!("Authority,Year,{headings}\n");
    let mut answered = Answered::new();
    for (name, line, parts) in lines {
        text = format!("{text}{name},2024,{line}\n");
        answered.insert(((*name).to_owned(), 2024), parts.map(|(children, missing)| [children, missing, 0, missing]));
    }
    let returns = returns(&vec![("answers.csv".to_owned(), text)]);
    let exact = returns.report(&Query::default());
    let safe = returns.report_by(&Query { disclosure: Disclosure::Safe, ..Query::default() }, knows);
    (apart(of_answers::given_away(&answered, &exact, &safe)).0, safe)
}

/// Nothing is given away; and something is where complements are not looked at.
fn holds(headings: &str, lines: &[(&str, &str, Parts)]) -> Report {
    let (found, safe) = given_away(headings, lines, Knows::ALL);
    assert!(found.is_empty(), "{found:#?}");
    let found = given_away(headings, lines, Knows { complements: false, ..Knows::ALL }).0;
    assert!(!found.is_empty(), "it is not noticed");
    safe
}

fn is_shown(report: &Report, name: &str, cohort: Cohort, count: Count) -> bool {
    let is = |of: &crate::report::Total| {
        (of.area.name, of.cohort, of.measure, of.exact.is_some()) == (Some(name), cohort, count, true)
    };
    report.totals.iter().any(is)
}

fn unaccompanied(children: u64, missing: u64) -> Parts {
    [(0, 0), (0, 0), (children, missing), (0, 0)]
}

#[test]
fn that_all_children_of_a_cohort_went_missing_is_not_told() {
    let lines = [
        ("Hampshire", "12,12", unaccompanied(12, 12)),
        ("Kent", "20,9", unaccompanied(20, 9)),
        ("Surrey", "18,8", unaccompanied(18, 8)),
    ];
    let safe = holds(UNACCOMPANIED, &lines);
    let of = |name: &str, count| is_shown(&safe, name, Cohort::Unaccompanied, count);
    assert!(of("Hampshire", Count::Children) && !of("Hampshire", Count::ChildrenMissing));
    // One other number suffices.
    assert!(of("Kent", Count::ChildrenMissing) && of("United Kingdom", Count::ChildrenMissing));
    assert!(safe.funnel.iter().flat_map(|of| &of.authorities).all(|of| of.numerator < of.denominator));
}

#[test]
fn that_few_of_all_who_answered_did_not_go_missing_is_not_told() {
    let lines = [("Leeds", "100,98", unaccompanied(100, 98)), ("Essex", "60,58", unaccompanied(60, 58))];
    let safe = holds(UNACCOMPANIED, &lines);
    let of = |name: &str, count| is_shown(&safe, name, Cohort::Unaccompanied, count);
    assert!(of("England", Count::Children) && !of("England", Count::ChildrenMissing));
    // Of many who did not, it is told.
    let lines = [("Leeds", "100,98", unaccompanied(100, 98)), ("Essex", "60,50", unaccompanied(60, 50))];
    let safe = given_away(UNACCOMPANIED, &lines, Knows::ALL).1;
    assert!(is_shown(&safe, "England", Cohort::Unaccompanied, Count::ChildrenMissing));
}

/// Of all who answered, one child who was not unaccompanied did not go missing: all less the unaccompanied.
#[test]
fn that_few_of_the_others_of_all_who_answered_did_not_go_missing_is_not_told() {
    holds(
        &[ALL, UNACCOMPANIED].join(","),
        &[
            ("Leeds", "24,15,15,7", [(9, 8), (0, 0), (15, 7), (0, 0)]),
            ("Essex", "22,14,13,5", [(9, 9), (0, 0), (13, 5), (0, 0)]),
        ],
    );
}

/// Of Cardiff's children who are both no more can have gone missing than were trafficked, and no fewer than the sum with
/// Wiltshire's range leaves.
#[test]
fn what_is_said_of_a_cohort_and_the_range_of_another_authority_pin_nobody() {
    let lines = [
        ("Wiltshire", "Refused s.12,3,10,10,<5,3", [(0, 0), (7, 7), (5, 0), (3, 3)]),
        ("Cardiff", "Not held,9,3,Refused s.12,Not held,3", [(0, 0), (0, 0), (20, 6), (3, 3)]),
    ];
    let (found, _) = given_away(&[UNACCOMPANIED, TRAFFICKED, BOTH].join(","), &lines, Knows::ALL);
    assert!(found.is_empty(), "{found:#?}");
}
