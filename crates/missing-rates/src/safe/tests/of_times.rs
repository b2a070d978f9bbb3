//! What an attacker knows of all children by how often they were missing: the lines that are printed, some of them counted
//! together, and how many went missing, how many of them more than once, and in how many incidents. Nothing else is told of
//! who went how often, so that these are all that hangs together.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::integers::{Integers, Terms};
use super::text::{Number, TIMES, numbers, unit_of};

const TOTALS: [&str; 3] = ["missing", "missing-again", "missing-incidents"];

fn is_of_all(of: &Number) -> bool {
    of.cohort == "all" && of.on_list.is_none()
}

fn line(times: &str) -> String {
    format!("missing-times-{times}")
}

/// What follows for the lines of the tables that a safe report prints.
pub(super) fn of_times(exact: &Value, safe: &Value, departments: &[(Number, Value)]) -> Vec<String> {
    let (truth, shown) = (numbers(exact), numbers(safe));
    let is_line = |of: &Number| is_of_all(of) && of.what.starts_with("missing-times-");
    let periods: BTreeSet<&String> = shown.iter().filter(|(of, _)| is_line(of)).map(|(of, _)| &of.period).collect();
    let mut pinned = Vec::new();
    for period in periods {
        let of_period = |(of, _): &&(Number, Value)| is_of_all(of) && of.period == *period;
        let is_named = |of: &Number| TOTALS.contains(&of.what.as_str()) || is_line(of);
        let names = truth.iter().filter(of_period).filter(|(of, _)| is_named(of));
        let names = names.filter_map(|(of, n)| Some((of.what.clone(), n.as_i64()?))).collect::<BTreeMap<_, _>>();
        let mut integers = Integers::of(names.clone());
        define(&mut integers);
        let known = shown.iter().map(|of| (of, unit_of(safe))).chain(departments.iter().map(|of| (of, 1)));
        for ((of, n), unit) in known.filter(|(of, _)| of_period(of) && is_named(&of.0)) {
            let terms: Terms = of.what.split('+').map(|what| (what.to_owned(), 1)).collect();
            match n.as_i64() {
                Some(n) if n > 0 && unit > 1 => integers.know("rounded", &terms, n - unit / 2, n + (unit - 1) / 2),
                Some(n) => integers.is("a number", &terms, n),
                None => integers.at_least("hidden", &terms, 1),
            }
        }
        let few = TIMES.iter().map(|(times, ..)| line(times));
        // Who went once are those missing, less those more than once: that is asked elsewhere.
        let few = few.skip(1).filter(|what| names.get(what).is_some_and(|n| (1..=5).contains(n)));
        let targets = few.map(|what| (format!("{period} {what}"), vec![(what, 1)])).collect();
        pinned.extend(integers.pinned(&targets));
    }
    pinned
}

/// The lines come to those who went missing; all but the first to those who did more than once; and each child has as many
/// incidents as its line says.
fn define(integers: &mut Integers) {
    let sum = |weight: fn(&(&str, i64, i64)) -> i64, total: &str| -> Terms {
        let lines = TIMES.iter().map(|times| (line(times.0), weight(times)));
        lines.chain([(total.to_owned(), -1)]).collect()
    };
    integers.is("all", &sum(|_| 1, TOTALS[0]), 0);
    integers.is("more than once", &sum(|(_, fewest, _)| i64::from(*fewest > 1), TOTALS[1]), 0);
    let negative = |terms: Terms| -> Terms { terms.into_iter().map(|(name, by)| (name, -by)).collect() };
    integers.at_least("as many at least", &negative(sum(|(_, fewest, _)| *fewest, TOTALS[2])), 0);
    integers.at_least("as many at most", &sum(|(.., most)| *most, TOTALS[2]), 0);
}

/// What was once printed of 20 children who went missing once, 5 who did twice, and one who did three times.
#[test]
fn who_went_three_times_follows_where_too_few_lines_are_counted_together() {
    let profile = |times: Value, merged: Value| {
        serde_json::json!({
            "totals": [], "rates": [], "ratios": [], "disclosure": "safe",
            "profiles": [{
                "by": "none", "period": "2024-04-01/2025-03-31", "cohort": "all", "code": "missing", "on_list": null,
                "children": 150, "children_missing": 26, "incidents": 33, "more_than_once": 6,
                "lengths": {}, "months": {}, "times": times, "merged": merged,
            }],
        })
    };
    let exact = profile(serde_json::json!({"1": 20, "2": 5, "3": 1}), Value::Null);
    let bands = [("1", "1", 20), ("2", "3", 6), ("4", "51-or-more", 0)];
    let bands = bands.map(|(from, to, count)| serde_json::json!({"from": from, "to": to, "count": count}));
    let safe = profile(serde_json::json!({}), serde_json::json!({"times": bands}));
    let found = of_times(&exact, &safe, &[]);
    assert_eq!(found.len(), 2, "{found:?}");
}
