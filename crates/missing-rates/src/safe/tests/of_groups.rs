//! What an attacker knows of the groups of all children, one way of grouping at a time.

use std::collections::BTreeMap;

use serde_json::Value;

use super::integers::{Integers, Terms};
use super::text::unit_of;

/// What a report prints of a group of children, and what it is.
const FIELDS: [(&str, &str); 3] = [("children", "children"), ("children_missing", "some"), ("incidents", "incidents")];
const WAYS: [&str; 6] = ["age", "sex", "legal-status", "placement", "provider", "time-in-care"];
const CODES: [&str; 2] = ["missing", "away"];

/// Whether nobody need be in a group but for an incident of theirs.
fn is_by_incidents(by: &str, row: &Value) -> bool {
    row["group"] == "short-breaks" || (row["group"] == "not-known" && by != "age" && by != "sex")
}

/// The unknown number of a row: its children are the same of both kinds of incidents.
fn name(row: &Value, what: &str) -> Terms {
    let code = if what == "children" { "" } else { row["code"].as_str().unwrap() };
    vec![(format!("{} {code} {what}", row["group"]), 1)]
}

fn minus(one: Terms, other: &Terms) -> Terms {
    one.into_iter().chain(other.iter().map(|(name, by)| (name.clone(), -by))).collect()
}

fn times(terms: &Terms, by: i64) -> Terms {
    terms.iter().map(|(name, n)| (name.clone(), n * by)).collect()
}

fn rows(of: &Value, by: &str, code: &str) -> Vec<Value> {
    let is = |p: &&Value| p["by"] == by && p["cohort"] == "all" && p["code"] == code;
    of["profiles"].as_array().unwrap().iter().filter(is).cloned().collect()
}

/// A number of all children that a reader knows: the Department's, or what is printed; not where it is few.
fn of_all(exact: &Value, code: &str, field: &str) -> Option<i64> {
    let is = |p: &&Value| p["by"] == "none" && p["cohort"] == "all" && p["code"] == code && p["on_list"].is_null();
    let all = exact["profiles"].as_array().unwrap().iter().rev().find(is)?;
    all[field].as_i64().filter(|n| *n == 0 || *n > 5)
}

/// What follows for the groups that a safe report prints.
pub(super) fn of_groups(exact: &Value, safe: &Value) -> Vec<String> {
    let mut pinned = Vec::new();
    for by in WAYS {
        let mut truth = BTreeMap::new();
        for row in CODES.iter().flat_map(|code| rows(exact, by, code)) {
            for (field, what) in FIELDS.into_iter().chain([("more_than_once", "again")]) {
                let [(name, _)] = name(&row, what).try_into().unwrap();
                truth.insert(name, row[field].as_i64().unwrap());
            }
        }
        let mut integers = Integers::of(truth);
        let mut targets = BTreeMap::new();
        for code in CODES {
            let (truth, shown) = (rows(exact, by, code), rows(safe, by, code));
            if !shown.is_empty() {
                know(&mut integers, (&shown, unit_of(safe)), |field| of_all(exact, code, field), by == "sex");
                targets.extend(truth.iter().flat_map(|row| few(by, row)));
                for row in truth.iter().filter(|row| is_by_incidents(by, row)) {
                    let [missing, away] = CODES.map(|code| vec![(format!("{} {code} some", row["group"]), 1)]);
                    integers.at_least_where_it_holds(
                        "nobody else",
                        &minus([missing, away].concat(), &name(row, "children")),
                        0,
                    );
                }
            }
        }
        pinned.extend(integers.pinned(&targets));
    }
    pinned
}

/// What is printed of the rows, what holds of every row, and what they come to together.
fn know(integers: &mut Integers, (shown, unit): (&[Value], i64), of_all: impl Fn(&str) -> Option<i64>, by_sex: bool) {
    let mut sums: BTreeMap<&str, Terms> = BTreeMap::new();
    for row in shown {
        let [children, some, incidents] = FIELDS.map(|(_, what)| name(row, what));
        let again = name(row, "again");
        integers.at_least("of the group", &minus(children, &some), 0);
        integers.at_least("two each", &minus(minus(incidents.clone(), &some), &again), 0);
        integers.at_least("of those missing", &minus(some.clone(), &again), 0);
        integers.at_least("nobody more than once", &minus(times(&again, 400), &minus(incidents, &some)), 0);
        for (field, what) in FIELDS {
            sums.entry(what).or_default().extend(name(row, what));
            match (row[field].as_i64(), row[field].as_str()) {
                (Some(n), _) if n > 0 && unit > 1 => {
                    integers.know(field, &name(row, what), (n - unit / 2).max(6), n + (unit - 1) / 2);
                }
                (Some(n), _) => integers.is(field, &name(row, what), n),
                (_, Some("c")) => integers.at_least(field, &name(row, what), 1),
                _ => {}
            }
        }
    }
    for (field, what) in FIELDS {
        let Some(all) = of_all(field) else { continue };
        if what == "incidents" || by_sex {
            integers.is("all groups", &sums[what], all);
        } else {
            // A child can be in several groups.
            integers.at_least("all groups", &sums[what], all);
            for row in shown {
                integers.know("at most all", &name(row, what), 0, all);
            }
        }
    }
    if let Some(again) = of_all("more_than_once") {
        let each = || shown.iter().map(|row| name(row, "again"));
        for row in each() {
            integers.know("at most all", &row, 0, again);
        }
        if by_sex {
            integers.is("all groups", &each().flatten().collect(), again);
        }
    }
}

/// The small numbers of a row.
fn few(by: &str, row: &Value) -> Vec<(String, Terms)> {
    let code = &row["code"];
    let mut few = Vec::new();
    let mut add = |what: &str, terms: Terms, n: i64| {
        if (1..=5).contains(&n) {
            few.push((format!("{by} {} {code} {what}", row["group"]), terms));
        }
    };
    for (field, what) in FIELDS.into_iter().chain([("more_than_once", "again")]) {
        add(what, name(row, what), row[field].as_i64().unwrap());
    }
    let [children, some] = ["children", "children_missing"].map(|field| row[field].as_i64().unwrap());
    let rest = minus(name(row, "children"), &name(row, "some"));
    add("not", rest.clone(), children - some);
    // That nobody is left tells something of everybody.
    if some > 0 && children == some {
        few.push((format!("{by} {} {code} none is left", row["group"]), rest));
    }
    few
}
