//! A second attacker, in whole numbers: how many children there are of every sort, where a sort says of a child whether it
//! is unaccompanied, what the list says of it, and whether it was missing, and away, never, once or more often. Everything
//! that is printed is a sum over sorts, and every definition holds by what the sorts are. It knows the text of a safe
//! report and the Department's row, and nothing of what made the report safe.

use std::collections::BTreeMap;

use serde_json::Value;

use super::integers::{Integers, Terms};
use super::text::{LISTS, Number, is_collection_year, lies_in, numbers};

/// Of whom nobody is in two: unaccompanied or not, and what the list says.
type Part = (bool, usize);

/// Never, once, or more often.
const OFTEN: [usize; 3] = [0, 1, 2];

const PARTS: [Part; 8] = [(false, 0), (false, 1), (false, 2), (false, 3), (true, 0), (true, 1), (true, 2), (true, 3)];

fn sort(period: &str, part: Part, missing: usize, away: usize) -> String {
    format!("{period} {part:?} {missing} {away}")
}

fn beside(period: &str, part: Part, what: &str) -> String {
    format!("{period} {part:?} {what}")
}

/// The sum over sorts that a number is; `None` of what sorts do not tell.
fn terms(of: &Number) -> Option<Terms> {
    let parts = PARTS.into_iter().filter(|(unaccompanied, list)| {
        let is = match of.cohort.as_str() {
            "all" => true,
            "unaccompanied" => *unaccompanied,
            "trafficked" => *list > 0,
            _ => *unaccompanied && *list > 0,
        };
        is && of.on_list.as_ref().is_none_or(|on_list| LISTS[*list] == on_list)
    });
    let period = of.period.as_str();
    let mut terms = Terms::new();
    for part in parts {
        let mut sorts = |is: &dyn Fn(usize, usize) -> bool| {
            for missing in OFTEN {
                for away in OFTEN.into_iter().filter(|away| is(missing, *away)) {
                    terms.push((sort(period, part, missing, away), 1));
                }
            }
        };
        match of.what.as_str() {
            "children" => sorts(&|_, _| true),
            "missing" => sorts(&|m, _| m > 0),
            "away" => sorts(&|_, a| a > 0),
            "either" => sorts(&|m, a| m + a > 0),
            "missing-again" => sorts(&|m, _| m > 1),
            "away-again" => sorts(&|_, a| a > 1),
            "either-again" => sorts(&|m, a| m + a > 1),
            "missing-times-1" => sorts(&|m, _| m == 1),
            "away-times-1" => sorts(&|_, a| a == 1),
            "missing-incidents" | "away-incidents" | "missing-at-end" | "away-at-end" | "either-at-end"
            | "missing-not-found" | "away-not-found" | "either-not-found" => {
                terms.push((beside(period, part, &of.what), 1));
            }
            "either-incidents" => {
                let both = ["missing-incidents", "away-incidents"];
                terms.extend(both.map(|what| (beside(period, part, what), 1)));
            }
            _ => return None,
        }
    }
    Some(terms)
}

fn of(period: &str, part: Part, what: &str) -> Terms {
    let on_list = Some(LISTS[part.1].to_owned());
    let with = |cohort: &str| {
        let cohort = cohort.to_owned();
        terms(&Number { period: period.to_owned(), cohort, on_list: on_list.clone(), what: what.to_owned() })
    };
    let keep = format!("{part:?}");
    with("all").unwrap().into_iter().filter(|(name, _)| name.contains(&keep)).collect()
}

fn minus(one: Terms, other: &Terms) -> Terms {
    one.into_iter().chain(other.iter().map(|(name, by)| (name.clone(), -by))).collect()
}

/// What holds of every part, beyond what its sorts say.
fn define(integers: &mut Integers, period: &str) {
    for part in PARTS {
        let of = |what: &str| of(period, part, what);
        for kind in ["missing", "away"] {
            let [some, again, incidents] = ["", "-again", "-incidents"].map(|more| of(&format!("{kind}{more}")));
            let beyond = minus(minus(incidents, &some), &again);
            // Whoever went more often has two incidents or more.
            integers.at_least(&beyond, 0);
            let most: Terms = again.iter().map(|(name, _)| (name.clone(), 400)).collect();
            integers.at_least(&minus(most, &beyond), 0);
        }
        for kind in ["missing", "away", "either"] {
            let [some, at_end, not_found] = ["", "-at-end", "-not-found"].map(|more| of(&format!("{kind}{more}")));
            integers.at_least(&minus(not_found.clone(), &at_end), 0);
            integers.at_least(&minus(some, &not_found), 0);
        }
        for more in ["-at-end", "-not-found"] {
            let [missing, away, either] = ["missing", "away", "either"].map(|kind| of(&format!("{kind}{more}")));
            integers.at_least(&minus(either.clone(), &missing), 0);
            integers.at_least(&minus(either.clone(), &away), 0);
            integers.at_least(&minus([missing, away].concat(), &either), 0);
        }
    }
}

/// Whoever is counted in a part of a period is counted in it; and in one of two parts that make it up.
fn connect(integers: &mut Integers, long: &str, shorts: &[String]) {
    const GROWS: [&str; 8] =
        ["children", "missing", "away", "either", "missing-incidents", "away-incidents", "missing-again", "away-again"];
    let all = |period: &str, list: usize, what: &str| -> Terms {
        [(false, list), (true, list)].into_iter().flat_map(|part| of(period, part, what)).collect()
    };
    for list in 0..LISTS.len() {
        for what in GROWS {
            for short in shorts {
                integers.at_least(&minus(all(long, list, what), &all(short, list, what)), 0);
                integers.at_least(&minus(of(long, (true, list), what), &of(short, (true, list), what)), 0);
            }
            // More than once in a year can be once in each part of it.
            if shorts.len() > 1 && !what.ends_with("-again") {
                let parts = shorts.iter().flat_map(|short| all(short, list, what)).collect::<Terms>();
                integers.at_least(&minus(parts, &all(long, list, what)), 0);
            }
        }
        if shorts.len() > 1 {
            let parts = shorts.iter().flat_map(|short| of(short, (true, list), "children")).collect::<Terms>();
            integers.at_least(&minus(parts, &of(long, (true, list), "children")), 0);
        }
        for short in shorts.iter().filter(|short| short.split('/').next_back() == long.split('/').next_back()) {
            for what in ["missing-at-end", "away-at-end"] {
                let differ = minus(all(long, list, what), &all(short, list, what));
                integers.at_least(&differ, 0);
                integers.at_least(&minus(Terms::new(), &differ), 0);
            }
        }
    }
}

/// Whether periods follow each other and are a longer one together.
fn make_up(long: &str, shorts: &[String]) -> Vec<String> {
    let within: Vec<&String> = shorts.iter().filter(|short| lies_in(short, long)).collect();
    let (start, end) = long.split_once('/').unwrap();
    for one in &within {
        for other in &within {
            let ((from, to), (next, last)) = (one.split_once('/').unwrap(), other.split_once('/').unwrap());
            let is_next = to.ends_with("12-31") && next.ends_with("01-01");
            if from == start && last == end && is_next {
                return vec![(*one).clone(), (*other).clone()];
            }
        }
    }
    within.into_iter().cloned().collect()
}

/// The small counts of an exact report that its safe one gives away, whole numbers alone being possible.
pub(in crate::safe) fn given_away(exact: &Value, safe: &Value, years: &[Value]) -> Vec<String> {
    let (truth, shown) = (numbers(exact), numbers(safe));
    let mut departments: Vec<(Number, Value)> = Vec::new();
    for year in years {
        let own = numbers(year).into_iter().filter(|(of, shown)| {
            let is_published = super::text::PUBLISHED.contains(&of.what.as_str());
            let known = shown.as_u64().is_some_and(|n| n == 0 || n > 5);
            of.cohort == "all" && of.on_list.is_none() && is_collection_year(&of.period) && is_published && known
        });
        departments.extend(own);
    }
    let mut periods: Vec<String> = shown.iter().chain(&departments).map(|(of, _)| of.period.clone()).collect();
    periods.sort();
    periods.dedup();
    let system = |numbers: &[&(Number, Value)]| {
        let mut integers = Integers::default();
        for period in &periods {
            define(&mut integers, period);
            let shorts = make_up(period, &periods);
            connect(&mut integers, period, &shorts);
        }
        for (of, shown) in numbers {
            let Some(terms) = terms(of) else { continue };
            match (shown.as_u64(), shown.as_str()) {
                (Some(n), _) => integers.is(&terms, n.cast_signed()),
                (_, Some("c")) => integers.at_least(&terms, 1),
                _ => {}
            }
        }
        integers
    };
    let everything: Vec<&(Number, Value)> = shown.iter().chain(&departments).collect();
    let mut seen = system(&everything);
    let mut targets: BTreeMap<String, (Terms, i64)> = BTreeMap::new();
    let known: BTreeMap<&Number, i64> = truth.iter().filter_map(|(of, n)| Some((of, n.as_i64()?))).collect();
    for (of, n) in &known {
        if periods.contains(&of.period)
            && let Some(terms) = terms(of)
        {
            targets.insert(format!("{of:?}"), (terms, *n));
        }
    }
    // What a reader takes from two of them: a whole less its part.
    let value = |period: &str, cohort: &str, what: &str| {
        let of = Number { period: period.to_owned(), cohort: cohort.to_owned(), on_list: None, what: what.to_owned() };
        known.get(&of).map(|n| (terms(&of).unwrap(), *n))
    };
    let mut add = |name: String, whole: Option<(Terms, i64)>, part: Option<(Terms, i64)>| {
        if let (Some((whole, n)), Some((part, m))) = (whole, part)
            && m > 0
        {
            targets.insert(name, (minus(whole, &part), n - m));
        }
    };
    for period in &periods {
        for cohort in ["all", "unaccompanied", "trafficked", "trafficked-and-unaccompanied"] {
            for (whole, part) in [
                ("children", "missing"),
                ("children", "away"),
                ("children", "either"),
                ("either", "missing"),
                ("either", "away"),
                ("missing", "missing-again"),
                ("missing-not-found", "missing-at-end"),
                ("missing", "missing-not-found"),
            ] {
                let of = |what: &str| value(period, cohort, what);
                add(format!("{period} {cohort} {whole} less {part}"), of(whole), of(part));
            }
            for short in periods.iter().filter(|short| lies_in(short, period)) {
                for what in ["children", "missing", "away", "either"] {
                    let name = format!("{cohort} {what} of {period} not of {short}");
                    // Those of a part are among those of the whole only where being unaccompanied does not come and go.
                    add(name, value(period, cohort, what), value(short, cohort, what));
                }
            }
        }
        for (whole, part) in [
            ("all", "unaccompanied"),
            ("all", "trafficked"),
            ("unaccompanied", "trafficked-and-unaccompanied"),
            ("trafficked", "trafficked-and-unaccompanied"),
        ] {
            for what in ["children", "missing", "away", "either", "missing-again", "missing-incidents"] {
                let name = format!("{period} {whole} less {part} {what}");
                add(name, value(period, whole, what), value(period, part, what));
            }
        }
    }
    targets.retain(|_, (_, n)| (1..=5).contains(n));
    let pinned = seen.pinned(&targets);
    if pinned.is_empty() {
        return pinned;
    }
    // What the Department's own row gives away without any report is not the report's.
    let by_department = system(&departments.iter().collect::<Vec<_>>()).pinned(&targets);
    let name = |said: &String| said.rsplit_once(" of ").map(|(name, _)| name.to_owned());
    let by_department: Vec<_> = by_department.iter().map(name).collect();
    pinned.into_iter().filter(|said| !by_department.contains(&name(said))).collect()
}
