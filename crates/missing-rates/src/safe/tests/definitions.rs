//! What the numbers of a report count, as whole numbers that are not known, and how they hang together: written from the
//! definitions, by an attacker who knows nothing of what made the report safe.
//!
//! The unknown numbers are how many children there are of every sort: whether they are unaccompanied, what the list says of
//! them, and whether they were missing, and away, never, once or more often. What is printed is a sum over sorts, or over
//! what is counted beside them part by part: incidents, by length and by month, and children by sex.

use std::collections::BTreeMap;

use serde_json::Value;

use super::integers::{Integers, Terms};
use super::records::{Records, Told};
use super::text::{LENGTHS, LISTS, Number, TIMES, lies_in, months};

/// Of whom nobody is in two: unaccompanied or not, and what the list says.
type Part = (bool, usize);

/// Never, once, or more often.
const OFTEN: [usize; 3] = [0, 1, 2];
const PARTS: [Part; 8] = [(false, 0), (false, 1), (false, 2), (false, 3), (true, 0), (true, 1), (true, 2), (true, 3)];
const KINDS: [&str; 2] = ["missing", "away"];
const SEXES: [&str; 3] = ["male", "female", "not-known"];
pub(super) const COHORTS: [&str; 4] = ["all", "unaccompanied", "trafficked", "trafficked-and-unaccompanied"];
/// More incidents than any child has.
const MOST: i64 = 400;

fn sort(period: &str, part: Part, missing: usize, away: usize) -> String {
    format!("{period} {part:?} sort {missing} {away}")
}

fn beside(period: &str, part: Part, what: &str) -> String {
    format!("{period} {part:?} {what}")
}

/// The sum over sorts of one part, or over what is beside them, that is counted under a name; `None` of what no part tells.
fn of(period: &str, part: Part, what: &str) -> Option<Terms> {
    let mut terms = Terms::new();
    let mut sorts = |is: &dyn Fn(usize, usize) -> bool| {
        for missing in OFTEN {
            for away in OFTEN.into_iter().filter(|away| is(missing, *away)) {
                terms.push((sort(period, part, missing, away), 1));
            }
        }
    };
    match what {
        "children" => sorts(&|_, _| true),
        "missing" => sorts(&|m, _| m > 0),
        "away" => sorts(&|_, a| a > 0),
        "either" => sorts(&|m, a| m + a > 0),
        "missing-again" => sorts(&|m, _| m > 1),
        "away-again" => sorts(&|_, a| a > 1),
        "either-again" => sorts(&|m, a| m + a > 1),
        // Tables of both kinds are sums.
        _ if what.starts_with("either-")
            && ["incidents", "lengths", "months", "carried"].iter().any(|table| what[7..].starts_with(table)) =>
        {
            terms.extend(KINDS.map(|kind| (beside(period, part, &format!("{kind}-{}", &what[7..])), 1)));
        }
        "either-times" => return None,
        _ => terms.push((beside(period, part, what), 1)),
    }
    Some(terms)
}

/// The sum that a number is.
pub(super) fn terms(number: &Number) -> Option<Terms> {
    let parts = PARTS.into_iter().filter(|(unaccompanied, list)| {
        let is = match number.cohort.as_str() {
            "all" => true,
            "unaccompanied" => *unaccompanied,
            "trafficked" => *list > 0,
            _ => *unaccompanied && *list > 0,
        };
        is && number.on_list.as_ref().is_none_or(|on_list| LISTS[*list] == on_list)
    });
    let mut terms = Terms::new();
    for part in parts {
        for what in number.what.split('+') {
            terms.extend(of(&number.period, part, what)?);
        }
    }
    Some(terms)
}

pub(super) fn minus(one: Terms, other: &Terms) -> Terms {
    one.into_iter().chain(other.iter().map(|(name, by)| (name.clone(), -by))).collect()
}

/// What is truly so of the records.
pub(super) fn truth(records: &Records, periods: &[String]) -> BTreeMap<String, i64> {
    let mut names: BTreeMap<String, i64> = BTreeMap::new();
    for period in periods {
        for child in records.told(period) {
            let part = (child.unaccompanied, child.list);
            let mut add = |what: &str, by: usize| {
                *names.entry(beside(period, part, what)).or_default() += i64::try_from(by).unwrap();
            };
            let [missing, away] = [0, 1].map(|kind| child.incidents[kind].len());
            add(&format!("sort {} {}", missing.min(2), away.min(2)), 1);
            for (kind, name) in KINDS.into_iter().enumerate() {
                of_kind(&child, (kind, name), &mut add);
            }
            let end = usize::from(child.at_end[0] || child.at_end[1]);
            add("either-at-end", end);
            add("either-not-found", end);
            let sex = child.sex;
            add(&format!("children-of-{sex}"), 1);
            for (what, some) in [("missing", missing), ("away", away), ("either", missing + away)] {
                add(&format!("{what}-of-{sex}"), some.min(1));
            }
        }
    }
    names
}

fn of_kind(child: &Told, (kind, name): (usize, &str), add: &mut dyn FnMut(&str, usize)) {
    let incidents = &child.incidents[kind];
    add(&format!("{name}-incidents"), incidents.len());
    // Nobody in made-up returns leaves care at 18.
    for more in ["at-end", "not-found"] {
        add(&format!("{name}-{more}"), usize::from(child.at_end[kind]));
    }
    add(&format!("{name}-carried"), incidents.iter().filter(|(_, carried)| *carried).count());
    for month in &child.months[kind] {
        add(&format!("{name}-months-{month}"), 1);
    }
    for (days, _) in incidents {
        let length = match days {
            None => 6,
            Some(0) => 0,
            Some(1) => 1,
            Some(2..=3) => 2,
            Some(4..=7) => 3,
            Some(8..=28) => 4,
            _ => 5,
        };
        add(&format!("{name}-lengths-{}", LENGTHS[length]), 1);
    }
    let often = i64::try_from(incidents.len()).unwrap();
    for (times, ..) in TIMES.into_iter().filter(|(_, fewest, most)| (*fewest..=*most).contains(&often)) {
        add(&format!("{name}-times-{times}"), 1);
    }
}

/// What tables a reader sees, so that what holds of their lines is known of something.
#[expect(clippy::struct_excessive_bools, reason = "each table is there or not")]
pub(super) struct Tables {
    /// By length, of being missing and of being away.
    lengths: bool,
    times: bool,
    months: bool,
    sexes: bool,
}

impl Tables {
    pub(super) fn of(shown: &[(Number, Value)], period: &str) -> Self {
        let has = |table: &str| shown.iter().any(|(of, _)| of.period == period && of.what.contains(table));
        Self { lengths: has("-lengths-"), times: has("-times-"), months: has("-months-"), sexes: has("-of-") }
    }
}

/// What holds of every part, beyond what its sorts say.
pub(super) fn define(integers: &mut Integers, period: &str, tables: &Tables) {
    for part in PARTS {
        let of = |what: &str| of(period, part, what).unwrap();
        for kind in KINDS {
            let [some, again, incidents] = ["", "-again", "-incidents"].map(|more| of(&format!("{kind}{more}")));
            let beyond = minus(minus(incidents, &some), &again);
            // Whoever went more often has two incidents or more.
            integers.at_least("two incidents each", &beyond, 0);
            let most: Terms = again.iter().map(|(name, _)| (name.clone(), MOST)).collect();
            integers.at_least("nobody more than once", &minus(most, &beyond), 0);
        }
        for kind in ["missing", "away", "either"] {
            let [some, at_end, not_found] = ["", "-at-end", "-not-found"].map(|more| of(&format!("{kind}{more}")));
            integers.at_least("not found", &minus(not_found.clone(), &at_end), 0);
            integers.at_least("still missing", &minus(some, &not_found), 0);
        }
        for more in ["-at-end", "-not-found"] {
            let [missing, away, either] = ["missing", "away", "either"].map(|kind| of(&format!("{kind}{more}")));
            integers.at_least("either", &minus(either.clone(), &missing), 0);
            integers.at_least("either", &minus(either.clone(), &away), 0);
            integers.at_least("either", &minus([missing, away].concat(), &either), 0);
        }
        if tables.sexes {
            by_sex(integers, period, part);
        }
    }
    by_line(integers, period, tables);
}

fn by_sex(integers: &mut Integers, period: &str, part: Part) {
    let of = |what: &str| of(period, part, what).unwrap();
    for what in ["children", "missing", "away", "either"] {
        let sexes: Terms = SEXES.iter().flat_map(|sex| of(&format!("{what}-of-{sex}"))).collect();
        integers.is("sexes", &minus(sexes, &of(what)), 0);
    }
    for sex in SEXES {
        let [children, missing, away, either] =
            ["children", "missing", "away", "either"].map(|what| of(&format!("{what}-of-{sex}")));
        integers.at_least("of a sex", &minus(children, &either), 0);
        integers.at_least("of a sex", &minus(either.clone(), &missing), 0);
        integers.at_least("of a sex", &minus(either.clone(), &away), 0);
        integers.at_least("of a sex", &minus([missing, away].concat(), &either), 0);
    }
}

/// Lines of tables come to what is counted of all children; lengths also to what is counted of every part.
fn by_line(integers: &mut Integers, period: &str, tables: &Tables) {
    let every = |what: &str| -> Terms { PARTS.iter().flat_map(|part| of(period, *part, what).unwrap()).collect() };
    for kind in KINDS {
        let [some, again, incidents] = ["", "-again", "-incidents"].map(|more| every(&format!("{kind}{more}")));
        if tables.lengths {
            for part in PARTS {
                let of = |what: &str| of(period, part, what).unwrap();
                let lines = LENGTHS.iter().flat_map(|length| of(&format!("{kind}-lengths-{length}"))).collect();
                integers.is("lengths", &minus(lines, &of(&format!("{kind}-incidents"))), 0);
            }
        }
        if tables.months {
            let mut lines: Terms =
                months(period).iter().flat_map(|month| every(&format!("{kind}-months-{month}"))).collect();
            lines.extend(every(&format!("{kind}-carried")));
            integers.is("months", &minus(lines, &incidents), 0);
        }
        if tables.times {
            let times = |weight: fn(&(&str, i64, i64)) -> i64| -> Terms {
                let of = |line: &(&str, i64, i64)| (every(&format!("{kind}-times-{}", line.0)), weight(line));
                let lines = TIMES.iter().map(of);
                lines.flat_map(|(terms, by)| terms.into_iter().map(move |(name, n)| (name, n * by))).collect()
            };
            integers.is("times", &minus(times(|_| 1), &some), 0);
            integers.is("more than once", &minus(times(|(_, fewest, _)| i64::from(*fewest > 1)), &again), 0);
            integers.at_least("as often at least", &minus(incidents.clone(), &times(|(_, fewest, _)| *fewest)), 0);
            integers.at_least("as often at most", &minus(times(|(.., most)| *most), &incidents), 0);
        }
    }
}

/// Whoever is counted in a part of a period is counted in it; and in one of two parts that make it up.
pub(super) fn connect(integers: &mut Integers, long: &str, shorts: &[String]) {
    const GROWS: [&str; 8] =
        ["children", "missing", "away", "either", "missing-incidents", "away-incidents", "missing-again", "away-again"];
    let of = |period: &str, part: Part, what: &str| of(period, part, what).unwrap();
    let all = |period: &str, list: usize, what: &str| -> Terms {
        [(false, list), (true, list)].into_iter().flat_map(|part| of(period, part, what)).collect()
    };
    let are_all = shorts.len() > 1;
    for list in 0..LISTS.len() {
        for what in GROWS {
            for short in shorts {
                integers.at_least(
                    &format!("a part: {what}"),
                    &minus(all(long, list, what), &all(short, list, what)),
                    0,
                );
                let part = (true, list);
                integers.at_least(&format!("a part: {what}"), &minus(of(long, part, what), &of(short, part, what)), 0);
            }
            // More than once in a year can be once in each part of it. Whoever is unaccompanied by the year's list need
            // not be by the list of any part in which they were looked after.
            if are_all && !what.ends_with("-again") {
                let parts = shorts.iter().flat_map(|short| all(short, list, what)).collect::<Terms>();
                // It does not hold where a child was missing in a part of the period, and looked after in another alone.
                let parts = minus(parts, &all(long, list, what));
                integers.at_least_where_it_holds(&format!("all parts: {what}"), &parts, 0);
            }
        }
        for short in shorts.iter().filter(|short| short.split('/').next_back() == long.split('/').next_back()) {
            for what in ["missing-at-end", "away-at-end"] {
                integers.is("one end", &minus(all(long, list, what), &all(short, list, what)), 0);
            }
        }
    }
}

/// Those of some periods that are in another and make it up, where two do; else those that are in it.
pub(super) fn make_up(long: &str, periods: &[String]) -> Vec<String> {
    let within: Vec<&String> = periods.iter().filter(|short| lies_in(short, long)).collect();
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

/// What a safe report prints a number as, and to what it rounds.
pub(super) fn ranges(shown: &Value, unit: i64) -> Option<(i64, i64)> {
    match (shown.as_i64(), shown.as_str()) {
        (Some(0), _) => Some((0, 0)),
        (Some(n), _) if unit > 1 => Some(((n - unit / 2).max(6), n + (unit - 1) / 2)),
        (Some(n), _) => Some((n, n)),
        (_, Some("c")) => Some((1, 1 << 40)),
        _ => None,
    }
}
