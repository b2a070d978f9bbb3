//! An attacker of returns, in whole numbers. It knows the text of a safe report, the Department's rows and the definitions,
//! and nothing of what made the report safe.

use std::collections::BTreeMap;

use serde_json::Value;

use super::definitions::{COHORTS, Tables, connect, define, make_up, minus, ranges, terms, truth};
use super::integers::{Integers, Terms};
use super::of_times::of_times;
use super::records::Records;
use super::text::{LISTS, Number, PUBLISHED, is_collection_year, lies_in, numbers, unit_of};

/// What a reader takes from two periods of which one is in the other.
const BETWEEN: [&str; 8] =
    ["children", "missing", "away", "either", "missing-incidents", "away-incidents", "missing-again", "away-again"];

/// What an attacker works out of a safe report: numbers of 1 to 5 which can be fewer than three.
pub(in crate::safe) struct Attack<'a> {
    pub(in crate::safe) records: &'a Records,
    pub(in crate::safe) exact: &'a Value,
    pub(in crate::safe) safe: &'a Value,
    /// Exact reports of collection years, for the Department's rows.
    pub(in crate::safe) years: &'a [Value],
}

impl Attack<'_> {
    /// What the Department publishes of all children.
    fn departments(&self) -> Vec<(Number, Value)> {
        let own = |(of, shown): &(Number, Value)| {
            let known = shown.as_u64().is_some_and(|n| n == 0 || n > 5);
            let is_published = PUBLISHED.contains(&of.what.as_str());
            of.cohort == "all" && of.on_list.is_none() && is_collection_year(&of.period) && is_published && known
        };
        self.years.iter().flat_map(numbers).filter(own).collect()
    }

    fn system(&self, periods: &[String], shown: &[(Number, Value)], departments: &[(Number, Value)]) -> Integers {
        let mut integers = Integers::of(truth(self.records, periods));
        for period in periods {
            define(&mut integers, period, &Tables::of(shown, period));
            connect(&mut integers, period, &make_up(period, periods));
        }
        let unit = unit_of(self.safe);
        let all = shown.iter().map(|of| (of, unit)).chain(departments.iter().map(|of| (of, 1)));
        for ((number, shown), unit) in all {
            // Of both kinds together two rounded numbers are added up.
            let unit = if number.what.starts_with("either-incidents") { unit * 2 - 1 } else { unit };
            if let (Some(terms), Some((least, most))) = (terms(number), ranges(shown, unit)) {
                integers.know(&format!("{number:?}"), &terms, least, most);
            }
        }
        integers
    }

    pub(in crate::safe) fn given_away(&self) -> Vec<String> {
        let (shown, departments) = (numbers(self.safe), self.departments());
        let mut periods: Vec<String> = shown.iter().chain(&departments).map(|(of, _)| of.period.clone()).collect();
        periods.sort();
        periods.dedup();
        let targets = self.targets(&periods);
        let mut pinned = self.system(&periods, &shown, &departments).pinned(&targets);
        if !pinned.is_empty() {
            // What the Department's own row gives away without any report is not the report's.
            let by_department = self.system(&periods, &[], &departments).pinned(&targets);
            let name = |said: &String| said.rsplit_once(" is ").map(|(name, _)| name.to_owned());
            let by_department: Vec<_> = by_department.iter().map(name).collect();
            pinned.retain(|said| !by_department.contains(&name(said)));
        }
        let printed = shown.iter().filter(|(of, n)| {
            n.as_u64().is_some_and(|n| (1..=5).contains(&n))
                && unit_of(self.safe) == 1
                && !of.what.contains("either-incidents")
        });
        pinned.extend(of_times(self.exact, self.safe, &departments));
        pinned.extend(printed.map(|(of, n)| format!("{of:?} is printed: {n}")));
        pinned
    }

    /// Every small number of the exact report that is printed in some form, and every small one that a reader takes from two.
    fn targets(&self, periods: &[String]) -> BTreeMap<String, Terms> {
        let truth: Vec<_> = self.years.iter().chain([self.exact]).flat_map(numbers).collect();
        let known: BTreeMap<&Number, i64> = truth.iter().filter_map(|(of, n)| Some((of, n.as_i64()?))).collect();
        let mut targets: BTreeMap<String, (Terms, i64)> = BTreeMap::new();
        // Tables that are left out are told of nobody.
        let is_of_table =
            |what: &str| ["-lengths-", "-months-", "-times-", "-carried", "-of-"].iter().any(|of| what.contains(of));
        for (of, n) in known.iter().filter(|(of, _)| periods.contains(&of.period) && !is_of_table(&of.what)) {
            if let Some(terms) = terms(of) {
                targets.insert(format!("{} {} {:?} {}", of.period, of.cohort, of.on_list, of.what), (terms, *n));
            }
        }
        let value = |period: &str, cohort: &str, what: &str| {
            let of = |on_list: Option<&str>| Number {
                period: period.to_owned(),
                cohort: cohort.to_owned(),
                on_list: on_list.map(str::to_owned),
                what: what.to_owned(),
            };
            // Who is on the list is also told by what the list says of them, and added up.
            let together = || {
                let says: Vec<i64> = LISTS[1..].iter().filter_map(|list| known.get(&of(Some(list))).copied()).collect();
                (!says.is_empty()).then(|| says.iter().sum())
            };
            let n = known.get(&of(None)).copied().or_else(together)?;
            Some((terms(&of(None)).unwrap(), n))
        };
        let mut add = |name: String, whole: Option<(Terms, i64)>, part: Option<(Terms, i64)>| {
            if let (Some((whole, n)), Some((part, m))) = (whole, part)
                && m > 0
            {
                targets.insert(name, (minus(whole, &part), n - m));
            }
        };
        for period in periods {
            for cohort in COHORTS {
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
                    for what in BETWEEN {
                        let name = format!("{cohort} {what} of {period} not of {short}");
                        add(name, value(period, cohort, what), value(short, cohort, what));
                    }
                }
                if let [first, second] = make_up(period, periods).as_slice() {
                    // Both parts, less the whole: what is in both.
                    for what in BETWEEN.into_iter().filter(|what| !what.ends_with("again")) {
                        let of = |period: &str| value(period, cohort, what);
                        let parts = of(first).zip(of(second)).map(|((a, n), (b, m))| ([a, b].concat(), n + m));
                        add(format!("{cohort} {what} of {first} and of {second}"), parts, of(period));
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
        targets.into_iter().filter(|(_, (_, n))| (1..=5).contains(n)).map(|(name, (terms, _))| (name, terms)).collect()
    }
}
