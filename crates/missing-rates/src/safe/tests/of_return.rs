//! What an attacker knows of a return, off the text of its safe report alone: parts of children of whom nobody is in two,
//! what happened to them, and the definitions, for each part and each period.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::of_groups::of_groups;
use super::system::{Sum, System, less, one, plus, times};
use super::text::{LISTS, PUBLISHED, Read, is_collection_year, lies_in, parts, read, sum, variable};

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

/// Periods that are in one another: what can only grow.
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
        // Only of what the report is about.
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
