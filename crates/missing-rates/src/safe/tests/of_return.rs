//! What an attacker knows of a return, off the text of its safe report alone: parts of children of whom nobody is in two,
//! what happened to them, and the definitions, for each part and each period.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::system::{Sum, System, less, one, plus, times};

const LISTS: [&str; 4] = ["off", "confirmed", "suspected", "unstated"];

/// A printed number, and the sum that it is.
struct Read {
    name: String,
    sum: Sum,
    shown: Value,
}

/// Whose children, by whether they are unaccompanied and what the list says.
fn parts(cohort: &str, on_list: Option<&str>) -> Vec<(bool, &'static str)> {
    let mut parts = Vec::new();
    for unaccompanied in [false, true] {
        for list in LISTS {
            let is = match cohort {
                "all" => true,
                "unaccompanied" => unaccompanied,
                "trafficked" => list != "off",
                "trafficked-and-unaccompanied" => unaccompanied && list != "off",
                other => panic!("{other}"),
            };
            if is && on_list.is_none_or(|on_list| on_list == list) {
                parts.push((unaccompanied, list));
            }
        }
    }
    parts
}

fn variable(period: &str, (unaccompanied, list): (bool, &str), what: &str) -> String {
    format!("{period} {unaccompanied} {list} {what}")
}

fn sum(period: &str, cohort: &str, on_list: Option<&str>, what: &str) -> Sum {
    // Incidents of both kinds are added up.
    let whats: Vec<&str> = match what {
        "either-incidents" => vec!["missing-incidents", "away-incidents"],
        what => vec![what],
    };
    let parts = parts(cohort, on_list);
    whats.iter().flat_map(|what| parts.iter().map(move |part| (variable(period, *part, what), 1.0))).collect()
}

fn text<'a>(of: &'a Value, field: &str) -> Option<&'a str> {
    of[field].as_str()
}

/// Every number of a report about its own children, but for groups.
fn read(report: &Value) -> Vec<Read> {
    let mut read = Vec::new();
    let mut add = |name: String, sum: Sum, shown: &Value| {
        if shown.is_u64() || *shown == "c" {
            read.push(Read { name, sum, shown: shown.clone() });
        }
    };
    for total in report["totals"].as_array().unwrap().iter().filter(|of| of["area"]["level"] == "return") {
        let (period, cohort) = (text(total, "period").unwrap(), text(total, "cohort").unwrap());
        let what = match text(total, "measure").unwrap() {
            "children" => "children",
            "children-missing" => "missing",
            "missing-incidents" => "missing-incidents",
            "children-missing-more-than-once" => "missing-again",
            "children-missing-at-end" => "missing-at-end",
            "children-away" => "away",
            "away-incidents" => "away-incidents",
            "children-away-more-than-once" => "away-again",
            "children-away-at-end" => "away-at-end",
            other => panic!("{other}"),
        };
        add(format!("total {period} {cohort} {what}"), sum(period, cohort, None, what), &total["exact"]);
    }
    for of in report["rates"].as_array().unwrap().iter().filter(|of| of["area"]["level"] == "return") {
        let (period, cohort) = (text(of, "period").unwrap(), text(of, "cohort").unwrap());
        let what = match text(of, "measure").unwrap() {
            "missing" => "missing",
            "missing-more-than-once" => "missing-again",
            "missing-at-end" => "missing-at-end",
            "away" => "away",
            "away-more-than-once" => "away-again",
            "away-at-end" => "away-at-end",
            other => panic!("{other}"),
        };
        add(format!("rate {period} {cohort} {what}"), sum(period, cohort, None, what), &of["numerator"]);
        add(format!("rate {period} {cohort} children"), sum(period, cohort, None, "children"), &of["denominator"]);
    }
    for of in report["profiles"].as_array().unwrap().iter().filter(|of| of["by"] == "none") {
        let (period, cohort, code) =
            (text(of, "period").unwrap(), text(of, "cohort").unwrap(), text(of, "code").unwrap());
        let on_list = text(of, "on_list");
        let mut put = |field: &str, what: String| {
            let name = format!("profile {period} {cohort} {on_list:?} {what}");
            add(name, sum(period, cohort, on_list, &what), &of[field]);
        };
        put("children", "children".to_owned());
        put("children_missing", code.to_owned());
        for (field, what) in [
            ("incidents", "incidents"),
            ("more_than_once", "again"),
            ("at_end", "at-end"),
            ("not_found", "not-found"),
            ("carried_over", "carried"),
        ] {
            put(field, format!("{code}-{what}"));
        }
        for table in ["lengths", "times", "months"] {
            for (key, shown) in of[table].as_object().unwrap() {
                let what = format!("{code}-{table}-{key}");
                add(
                    format!("profile {period} {cohort} {on_list:?} {what}"),
                    sum(period, cohort, on_list, &what),
                    shown,
                );
            }
        }
    }
    for year in report["foi"]["years"].as_array().into_iter().flatten() {
        let period = text(year, "period").unwrap();
        for of in year["answers"].as_array().unwrap() {
            let (cohort, code) = (text(of, "cohort").unwrap(), text(of, "code").unwrap_or("missing"));
            let mut what = match (text(of, "measure").unwrap(), text(of, "length")) {
                ("children", _) => "children".to_owned(),
                ("children-missing", _) => code.to_owned(),
                ("incidents", None) => format!("{code}-incidents"),
                ("incidents", Some(length)) => format!("{code}-lengths-{length}"),
                ("children-not-found", _) => format!("{code}-not-found"),
                (other, _) => panic!("{other}"),
            };
            if let Some(sex) = text(of, "sex") {
                what = format!("{what}-of-{sex}");
            }
            let name = format!("answer {period} {cohort} {:?} {what}", of["on_list"]);
            add(name, sum(period, cohort, text(of, "on_list"), &what), &of["count"]);
        }
    }
    read
}

/// The definitions, for one part of the children in one period.
fn define(system: &mut System, period: &str, part: (bool, &str), whats: &BTreeSet<String>) {
    let of = |what: &str| one(variable(period, part, what));
    for what in ["missing", "away", "either"] {
        let (some, again) = (of(what), of(&format!("{what}-again")));
        let (at_end, not_found) = (of(&format!("{what}-at-end")), of(&format!("{what}-not-found")));
        system.at_most(&some, &of("children"));
        system.at_most(&again, &some);
        system.at_most(&at_end, &not_found);
        system.at_most(&not_found, &some);
    }
    for what in ["missing", "away"] {
        let (some, again, incidents) = (of(what), of(&format!("{what}-again")), of(&format!("{what}-incidents")));
        system.at_most(&plus(&some, &again), &incidents);
        // Without anybody who went more than once each child has one.
        system.at_most(&less(&incidents, &some), &times(&again, 5_000.0));
        for more in ["", "-again", "-at-end", "-not-found"] {
            system.at_most(&of(&format!("{what}{more}")), &of(&format!("either{more}")));
        }
        let with = |table: &str| -> Sum {
            let beginning = format!("{what}-{table}-");
            let of_table = whats.iter().filter(|what| what.starts_with(&beginning) && !what.contains("-of-"));
            of_table.flat_map(|what| of(what)).collect()
        };
        if !with("lengths").is_empty() {
            system.equal(&with("lengths"), &incidents);
        }
        if !with("months").is_empty() {
            system.equal(&plus(&with("months"), &of(&format!("{what}-carried"))), &incidents);
        }
        if !with("times").is_empty() {
            system.equal(&with("times"), &some);
            let more: Sum = with("times").into_iter().filter(|(name, _)| !name.ends_with("-times-1")).collect();
            system.equal(&more, &again);
        }
    }
    for more in ["", "-at-end", "-not-found"] {
        let both = plus(&of(&format!("missing{more}")), &of(&format!("away{more}")));
        system.at_most(&of(&format!("either{more}")), &both);
    }
    // Who was both has two incidents.
    system.at_most(&less(&plus(&of("missing"), &of("away")), &of("either")), &of("either-again"));
    let all = plus(&of("missing-incidents"), &of("away-incidents"));
    system.at_most(&plus(&of("either"), &of("either-again")), &all);
    for what in ["children", "missing", "away", "either"] {
        let beginning = format!("{what}-of-");
        let by_sex: Sum = whats.iter().filter(|what| what.starts_with(&beginning)).flat_map(|what| of(what)).collect();
        if by_sex.len() > 1 {
            // A sex of which there is nobody has no line.
            system.equal(&by_sex, &of(what));
        }
    }
}

/// Periods that lie in one another: what can only grow.
fn beside(system: &mut System, long: &str, short: &str) {
    const GROWS: [&str; 9] = [
        "children",
        "missing",
        "away",
        "either",
        "missing-incidents",
        "away-incidents",
        "missing-again",
        "away-again",
        "either-again",
    ];
    for what in GROWS {
        for list in LISTS {
            let of = |period: &str, unaccompanied| one(variable(period, (unaccompanied, list), what));
            system.at_most(&of(short, true), &of(long, true));
            let all = |period| plus(&of(period, true), &of(period, false));
            system.at_most(&all(short), &all(long));
        }
    }
    if short.split('/').next_back() == long.split('/').next_back() {
        for what in ["missing-at-end", "away-at-end"] {
            for list in LISTS {
                let all = |period: &str| {
                    plus(&one(variable(period, (true, list), what)), &one(variable(period, (false, list), what)))
                };
                system.equal(&all(short), &all(long));
            }
        }
    }
}

fn lies_in(short: &str, long: &str) -> bool {
    let days = |of: &str| of.split_once('/').map(|(from, to)| (from.to_owned(), to.to_owned())).unwrap();
    let ((from, to), (start, end)) = (days(short), days(long));
    short != long && start <= from && to <= end
}

fn is_collection_year(period: &str) -> bool {
    let (from, to) = period.split_once('/').unwrap();
    let year: i32 = from[..4].parse().unwrap();
    from == format!("{year}-04-01") && to == format!("{}-03-31", year + 1)
}

/// What the Department publishes of all children.
const PUBLISHED: [&str; 9] = [
    "children",
    "missing",
    "missing-incidents",
    "missing-again",
    "missing-at-end",
    "away",
    "away-incidents",
    "away-again",
    "away-at-end",
];

/// The small counts of an exact report that its safe one gives away.
#[expect(clippy::too_many_lines, reason = "one attack, told in the order in which it is made")]
pub(in crate::safe) fn given_away(exact: &Value, safe: &Value, years: &[Value]) -> Vec<String> {
    let (truth, shown) = (read(exact), read(safe));
    let mut system = System::default();
    let mut whats: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut note = |of: &Read| {
        for (name, _) in &of.sum {
            let mut words = name.splitn(4, ' ');
            let period = words.next().unwrap().to_owned();
            whats.entry(period).or_default().insert(words.nth(2).unwrap().to_owned());
        }
    };
    shown.iter().for_each(&mut note);
    // The Department's own row for each year.
    let mut departments = Vec::new();
    for year in years {
        departments.extend(read(year).into_iter().filter(|of| {
            let mut words = of.name.split(' ').skip(1);
            let (period, cohort) = (words.next().unwrap(), words.next().unwrap());
            of.name.starts_with("total ")
                && cohort == "all"
                && is_collection_year(period)
                && of.shown.as_u64().is_some_and(|n| n == 0 || n > 5)
                && PUBLISHED.contains(&words.next().unwrap())
        }));
    }
    departments.iter().for_each(&mut note);
    let periods: Vec<String> = whats.keys().cloned().collect();
    for period in &periods {
        for (unaccompanied, list) in parts("all", None) {
            define(&mut system, period, (unaccompanied, list), &whats[period]);
        }
        for other in periods.iter().filter(|other| lies_in(other, period)) {
            beside(&mut system, period, other);
        }
    }
    for of in shown.iter().chain(&departments) {
        match of.shown.as_u64() {
            Some(n) => system.is(&of.sum, n as f64),
            None => system.at_least(&of.sum, 1.0),
        }
    }
    assert!(system.can_be(), "what is printed contradicts itself");
    let mut targets: Vec<(String, Sum, i64)> = Vec::new();
    let mut known: BTreeMap<String, i64> = BTreeMap::new();
    for of in &truth {
        let n = of.shown.as_i64().unwrap();
        known.insert(of.name.clone(), n);
        let is_known = departments.iter().any(|known| known.sum == of.sum);
        // Only of what the report speaks of.
        let period = of.name.split(' ').nth(1).unwrap();
        let unknown = |name: &str| {
            name.contains("-of-")
                || name.contains("-lengths-")
                || name.contains("-times-")
                || name.contains("-months-")
                || name.contains("-carried")
        };
        if (1..=5).contains(&n) && !is_known && whats.contains_key(period) && !unknown(&of.name) {
            targets.push((of.name.clone(), of.sum.clone(), n));
        }
    }
    // The rests of one beside another, as a reader takes them.
    let value = |kind: &str, period: &str, cohort: &str, what: &str| -> Option<i64> {
        known.get(&format!("{kind} {period} {cohort} {what}")).copied()
    };
    for period in &periods {
        for what in PUBLISHED {
            for (whole, part) in [
                ("all", "unaccompanied"),
                ("all", "trafficked"),
                ("unaccompanied", "trafficked-and-unaccompanied"),
                ("trafficked", "trafficked-and-unaccompanied"),
            ] {
                if let (Some(n), Some(m)) = (value("total", period, whole, what), value("total", period, part, what))
                    && (1..=5).contains(&(n - m))
                    // Where nobody is of the part the rest is the whole.
                    && m > 0
                {
                    let rest = less(&sum(period, whole, None, what), &sum(period, part, None, what));
                    targets.push((format!("{period} {whole} less {part} {what}"), rest, n - m));
                }
            }
        }
        for cohort in ["all", "unaccompanied", "trafficked", "trafficked-and-unaccompanied"] {
            let of = |what: &str| {
                ["profile", "answer"].iter().find_map(|kind| {
                    let no_list = if *kind == "profile" { "None" } else { "Null" };
                    known.get(&format!("{kind} {period} {cohort} {no_list} {what}")).copied()
                })
            };
            for what in ["missing", "away"] {
                if let (Some(n), Some(m)) = (of("either"), of(what))
                    && (1..=5).contains(&(n - m))
                {
                    let rest = less(&sum(period, cohort, None, "either"), &sum(period, cohort, None, what));
                    targets.push((format!("{period} {cohort} either less {what}"), rest, n - m));
                }
            }
        }
        for other in periods.iter().filter(|other| lies_in(other, period)) {
            for cohort in ["unaccompanied", "trafficked-and-unaccompanied"] {
                let of = |period: &str, what: &str| {
                    value("total", period, cohort, what)
                        .or_else(|| known.get(&format!("answer {period} {cohort} Null {what}")).copied())
                };
                for what in ["children", "missing"] {
                    if let (Some(n), Some(m)) = (of(period, what), of(other, what))
                        && (1..=5).contains(&(n - m))
                    {
                        let rest = less(&sum(period, cohort, None, what), &sum(other, cohort, None, what));
                        targets.push((format!("{cohort} {what} of {period} not of {other}"), rest, n - m));
                    }
                }
            }
        }
    }
    // What the Department's own row gives away without any report is not the report's.
    let mut alone = System::default();
    for period in &periods {
        for part in parts("all", None) {
            define(&mut alone, period, part, &BTreeSet::new());
        }
    }
    for of in &departments {
        alone.is(&of.sum, of.shown.as_f64().unwrap());
    }
    let of_department: Vec<String> = alone.pinned(&targets);
    let by_department = |name: &str| of_department.iter().any(|of| of.starts_with(&format!("{name} is ")));
    targets.retain(|(name, ..)| !by_department(name));
    let mut pinned = system.pinned(&targets);
    pinned.extend(of_groups(exact, safe));
    let small = shown.iter().filter(|of| of.shown.as_u64().is_some_and(|n| (1..=5).contains(&n)));
    pinned.extend(small.map(|of| format!("{} is printed", of.name)));
    pinned
}

/// What a report prints of a group of children, and what it is.
const FIELDS: [(&str, &str); 3] =
    [("children", "children"), ("children_missing", "missing"), ("incidents", "incidents")];

/// The groups of all children, one way of grouping at a time.
fn of_groups(exact: &Value, safe: &Value) -> Vec<String> {
    let mut pinned = Vec::new();
    let profiles = |of: &Value| of["profiles"].as_array().cloned().unwrap();
    let all_of = |of: &Value, field: &str| {
        let all = profiles(of)
            .into_iter()
            .rev()
            .find(|p| p["by"] == "none" && p["cohort"] == "all" && p["code"] == "missing" && p["on_list"].is_null());
        all.map(|all| all[field].clone())
    };
    let Some(_) = all_of(exact, "children") else { return pinned };
    for by in ["age", "sex", "legal-status", "placement", "provider", "time-in-care"] {
        let rows = |of: &Value| -> Vec<Value> {
            let is = |p: &Value| p["by"] == by && p["cohort"] == "all" && p["code"] == "missing";
            profiles(of).into_iter().filter(is).collect()
        };
        let (truth, shown) = (rows(exact), rows(safe));
        if shown.is_empty() {
            continue;
        }
        let mut system = System::default();
        let name = |row: &Value, what: &str| one(format!("{} {what}", row["group"]));
        let mut sums: BTreeMap<&str, Sum> = BTreeMap::new();
        for row in &shown {
            let [children, missing, incidents] = FIELDS.map(|(_, what)| name(row, what));
            let again = name(row, "again");
            system.at_most(&missing, &children);
            system.at_most(&plus(&missing, &again), &incidents);
            system.at_most(&again, &missing);
            system.at_most(&less(&incidents, &missing), &times(&again, 5_000.0));
            for (field, what) in FIELDS {
                sums.entry(what).or_default().extend(name(row, what));
                match (row[field].as_u64(), row[field].as_str()) {
                    (Some(n), _) => system.is(&name(row, what), n as f64),
                    (_, Some("c")) => system.at_least(&name(row, what), 1.0),
                    _ => {}
                }
            }
        }
        for (field, what) in FIELDS {
            let Some(all) = all_of(exact, field).and_then(|all| all.as_u64()).filter(|n| *n == 0 || *n > 5) else {
                continue;
            };
            if what == "incidents" || by == "sex" {
                system.is(&sums[what], all as f64);
            } else {
                system.at_least(&sums[what], all as f64);
                for row in &shown {
                    system.at_least(&times(&name(row, what), -1.0), -(all as f64));
                }
            }
        }
        if let Some(again) = all_of(exact, "more_than_once").and_then(|n| n.as_u64()).filter(|n| *n == 0 || *n > 5) {
            for row in &shown {
                system.at_least(&times(&name(row, "again"), -1.0), -(again as f64));
            }
            if by == "sex" {
                let all: Sum = shown.iter().flat_map(|row| name(row, "again")).collect();
                system.is(&all, again as f64);
            }
        }
        assert!(system.can_be(), "groups by {by} contradict themselves");
        let mut targets = Vec::new();
        for row in &truth {
            let [children, missing] = ["children", "children_missing"].map(|field| row[field].as_i64().unwrap());
            for (field, what) in FIELDS.into_iter().chain([("more_than_once", "again")]) {
                let n = row[field].as_i64().unwrap();
                if (1..=5).contains(&n) {
                    targets.push((format!("{by} {} {what}", row["group"]), name(row, what), n));
                }
            }
            if (1..=5).contains(&(children - missing)) {
                let rest = less(&name(row, "children"), &name(row, "missing"));
                targets.push((format!("{by} {} not missing", row["group"]), rest, children - missing));
            }
        }
        pinned.extend(system.pinned(&targets));
    }
    pinned
}
