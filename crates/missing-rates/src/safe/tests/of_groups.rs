//! What an attacker knows of the groups of all children, one way of grouping at a time.

use std::collections::BTreeMap;

use serde_json::Value;

use super::system::{Sum, System, less, one, plus, times};

/// What a report prints of a group of children, and what it is.
const FIELDS: [(&str, &str); 3] = [("children", "children"), ("children_missing", "some"), ("incidents", "incidents")];
const WAYS: [&str; 6] = ["age", "sex", "legal-status", "placement", "provider", "time-in-care"];
const CODES: [&str; 2] = ["missing", "away"];

/// The unknown number of a row: its children are the same of both kinds of incidents.
fn name(row: &Value, what: &str) -> Sum {
    let code = if what == "children" { "" } else { row["code"].as_str().unwrap() };
    one(format!("{} {code} {what}", row["group"]))
}

fn rows(of: &Value, by: &str, code: &str) -> Vec<Value> {
    let is = |p: &&Value| p["by"] == by && p["cohort"] == "all" && p["code"] == code;
    of["profiles"].as_array().unwrap().iter().filter(is).cloned().collect()
}

/// A number of all children that a reader knows: the Department's, or what is printed; not where it is few.
fn of_all(exact: &Value, code: &str, field: &str) -> Option<u64> {
    let is = |p: &&Value| p["by"] == "none" && p["cohort"] == "all" && p["code"] == code && p["on_list"].is_null();
    let all = exact["profiles"].as_array().unwrap().iter().rev().find(is)?;
    all[field].as_u64().filter(|n| *n == 0 || *n > 5)
}

/// What follows for the groups that a safe report prints.
pub(super) fn of_groups(exact: &Value, safe: &Value) -> Vec<String> {
    let mut pinned = Vec::new();
    for by in WAYS {
        let mut system = System::default();
        let mut targets = Vec::new();
        for code in CODES {
            let (truth, shown) = (rows(exact, by, code), rows(safe, by, code));
            if !shown.is_empty() {
                know(&mut system, &shown, |field| of_all(exact, code, field), by == "sex");
                targets.extend(truth.iter().flat_map(|row| few(by, row)));
            }
        }
        assert!(system.can_be(), "groups by {by} contradict themselves");
        pinned.extend(system.pinned(&targets));
    }
    pinned
}

/// What is printed of the rows, what holds of every row, and what they come to together.
fn know(system: &mut System, shown: &[Value], of_all: impl Fn(&str) -> Option<u64>, by_sex: bool) {
    let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
    for row in shown {
        let [children, some, incidents] = FIELDS.map(|(_, what)| name(row, what));
        let again = name(row, "again");
        system.at_most(&some, &children);
        system.at_most(&plus(&some, &again), &incidents);
        system.at_most(&again, &some);
        system.at_most(&less(&incidents, &some), &times(&again, 5_000.0));
        for (field, what) in FIELDS {
            sums.entry(what).or_default().extend(name(row, what));
            match (row[field].as_u64(), row[field].as_str()) {
                (Some(n), _) => system.is(&name(row, what), n as f64),
                (_, Some("c")) => system.at_least(&name(row, what), 1.0),
                _ => {}
            }
        }
    }
    let at_most = |system: &mut System, what: &str, all: u64| {
        for row in shown {
            system.at_least(&times(&name(row, what), -1.0), -(all as f64));
        }
    };
    for (field, what) in FIELDS {
        let Some(all) = of_all(field) else { continue };
        if what == "incidents" || by_sex {
            system.is(&sums[what], all as f64);
        } else {
            // A child can be in several groups.
            system.at_least(&sums[what], all as f64);
            at_most(system, what, all);
        }
    }
    if let Some(again) = of_all("more_than_once") {
        at_most(system, "again", again);
        if by_sex {
            let all: Sum = shown.iter().flat_map(|row| name(row, "again")).collect();
            system.is(&all, again as f64);
        }
    }
}

/// The small numbers of a row, with their true values.
fn few(by: &str, row: &Value) -> Vec<(String, Sum, i64)> {
    let code = &row["code"];
    let mut few = Vec::new();
    let mut add = |what: &str, sum: Sum, n: i64| {
        if (1..=5).contains(&n) {
            few.push((format!("{by} {} {code} {what}", row["group"]), sum, n));
        }
    };
    for (field, what) in FIELDS.into_iter().chain([("more_than_once", "again")]) {
        add(what, name(row, what), row[field].as_i64().unwrap());
    }
    let [children, some] = ["children", "children_missing"].map(|field| row[field].as_i64().unwrap());
    add("not", less(&name(row, "children"), &name(row, "some")), children - some);
    few
}
