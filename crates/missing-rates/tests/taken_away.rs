//! Two years' returns made at random of what really happened: taking a file away can remove figures and never changes one;
//! names of files, the order of files and rows, capitals of identifiers and one absurd date change none, or are asked about.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use missing_rates::period::{Day, Period};
use missing_rates::report::{Problem, Report};
use missing_rates::{Query, Returns};
use proptest::prelude::*;
use serde_json::Value;
use support::{assert_balanced, read};

/// A child in care, as days since 1 April 2022: when care began and ended, and when the child was missing or away.
#[derive(Clone, Debug)]
struct Child {
    from: u16,
    to: Option<u16>,
    unaccompanied: bool,
    away: Vec<(bool, u16, Option<u16>)>,
}

fn child() -> impl Strategy<Value = Child> {
    let incident = (any::<bool>(), 366u16..1090, prop::option::weighted(0.9, 0u16..40));
    (0u16..1000, prop::option::of(10u16..800), any::<bool>(), prop::collection::vec(incident, 0..4)).prop_map(
        |(from, lasts, unaccompanied, away)| Child { from, to: lasts.map(|lasts| from + lasts), unaccompanied, away },
    )
}

fn day(since: u16) -> Day {
    let mut day: Day = "2022-04-01".parse().unwrap();
    for _ in 0..since {
        day = day.next().unwrap();
    }
    day
}

fn written(day: Day) -> String {
    let (year, month, of_month) = day.ymd();
    format!("{of_month:02}/{month:02}/{year}")
}

/// What is known of an end on the last day of a year.
fn end(end: Option<Day>, year: Period) -> String {
    end.filter(|end| *end <= year.end()).map(written).unwrap_or_default()
}

type Files = Vec<(String, String, Vec<String>)>;

/// The files of the years to March 2024 and 2025, each with its header row and its rows.
fn files(children: &[Child]) -> Files {
    let mut files = Files::new();
    for of in [2024, 2025] {
        let year = Period::collection_year(of).unwrap();
        let (mut episodes, mut missing, mut uasc, mut header) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (number, child) in (1..).zip(children) {
            let (from, to) = (day(child.from), child.to.map(day));
            if from > year.end() || to.is_some_and(|to| to < year.start()) {
                continue;
            }
            let id = format!("ab{number}");
            episodes.push(format!("{id},{},S,C2,U1,PR1,{},", written(from), end(to, year)));
            header.push(format!("{id},M,05/06/2010,WBRI"));
            if child.unaccompanied {
                uasc.push(format!("{id},M,05/06/2010,05/06/2028"));
            }
            for (is_missing, start, lasts) in &child.away {
                let (start, over) = (day(*start), lasts.map(|lasts| day(start + lasts)));
                if start <= year.end() && over.is_none_or(|over| over >= year.start()) {
                    let code = if *is_missing { "M" } else { "A" };
                    missing.push(format!("{id},05/06/2010,{code},{},{}", written(start), end(over, year)));
                }
            }
        }
        let mut add = |name: &str, columns: &str, rows: Vec<String>| {
            files.push((format!("{name} {of}.csv"), columns.to_owned(), rows));
        };
        add("episodes", "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC", episodes);
        add("missing", "CHILD,DOB,MISSING,MIS_START,MIS_END", missing);
        add("uasc", "CHILD,SEX,DOB,DUC", uasc);
        add("header", "CHILD,SEX,DOB,ETHNIC", header);
    }
    files.push((
        "list.csv".to_owned(),
        "CHILD,TRAFFICKED".to_owned(),
        vec!["ab1,confirmed".into(), "ab3,suspected".into()],
    ));
    files
}

fn report(files: &Files, period: Option<Period>) -> Report {
    let mut returns = Returns::default();
    for (id, (name, columns, rows)) in (1..).zip(files) {
        returns.add(id, read(name, format!("{columns}\n{}\n", rows.join("\n")).as_bytes()));
    }
    let report = returns.report(&Query { period, ..Query::default() });
    assert_balanced(&report);
    report
}

/// Every figure, by all that says which it is. Of an average and a share the counts are part of the figure.
fn figures(report: &Report) -> BTreeMap<String, String> {
    const COUNTS: [&str; 20] = [
        "numerator",
        "denominator",
        "value",
        "interval",
        "exact",
        "lowest",
        "highest",
        "children",
        "children_missing",
        "incidents",
        "incidents_per_child",
        "more_than_once",
        "at_end",
        "not_found",
        "lengths",
        "times",
        "months",
        "carried_over",
        "authorities",
        "count",
    ];
    const CHANGED: [&str; 8] = ["earlier", "later", "difference", "points", "lower", "upper", "relative", "explained"];
    let all = serde_json::to_value(report).unwrap();
    let mut figures = BTreeMap::new();
    let mut add = |kind: &str, of: &Value, counts: &[&str], more: String| {
        let fields = of.as_object().unwrap();
        let (figure, key): (Vec<_>, Vec<_>) = fields.iter().partition(|(name, _)| counts.contains(&name.as_str()));
        figures.insert(format!("{kind} {more} {key:?}"), format!("{figure:?}"));
    };
    for kind in ["rates", "ratios", "totals", "profiles"] {
        for of in all[kind].as_array().unwrap() {
            add(kind, of, &COUNTS, String::new());
        }
    }
    for of in all["changes"].as_array().unwrap() {
        add("changes", of, &CHANGED, String::new());
    }
    for year in all["foi"]["years"].as_array().into_iter().flatten() {
        for answer in year["answers"].as_array().unwrap().iter().filter(|answer| !answer["count"].is_null()) {
            add("foi", answer, &["count"], year["period"].to_string());
        }
    }
    figures
}

/// Whether a person is asked something, or told that a year is not certain.
fn asks(report: &Report) -> bool {
    report.files.iter().any(|file| {
        file.collection_year.is_some_and(|of| !of.certain)
            || matches!(
                file.problem,
                Some(Problem::WhichYear | Problem::LeadingZeros { .. } | Problem::SameAs { .. } | Problem::NoRows)
            )
    })
}

fn periods() -> [Option<Period>; 4] {
    [None, Period::collection_year(2024), Period::collection_year(2025), Period::calendar_year(2024)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn taking_any_file_away_removes_figures_or_leaves_them_and_changes_none(
        children in prop::collection::vec(child(), 3..14),
        named in any::<bool>(),
    ) {
        let mut files = files(&children);
        if !named {
            for (at, (name, ..)) in files.iter_mut().enumerate() {
                *name = format!("file-{at}.csv");
            }
        }
        // Without the names a year can be one of two: what is not certain is said.
        for period in periods() {
            let whole = report(&files, period);
            let known = figures(&whole);
            for away in 0..files.len() {
                let mut fewer = files.clone();
                let (name, ..) = fewer.remove(away);
                let report = report(&fewer, period);
                if !named && (asks(&whole) || asks(&report)) {
                    continue;
                }
                for (key, figure) in figures(&report) {
                    match known.get(&key) {
                        Some(other) => prop_assert_eq!(other, &figure, "without {}: {}", name, key),
                        // The latest return is another now, if this was of it.
                        None => prop_assert!(period.is_none() || key.starts_with("foi"), "without {}: {}", name, key),
                    }
                }
            }
        }
    }

    #[test]
    fn names_orders_capitals_and_one_absurd_date_change_nothing_or_are_asked_about(
        (children, turn, reversed, absurd) in (prop::collection::vec(child(), 3..14), 0usize..9, any::<bool>(), 0usize..4),
    ) {
        let made = files(&children);
        let whole = report(&made, None);
        let known = figures(&whole);
        let mut other = made.clone();
        for (at, (name, _, rows)) in other.iter_mut().enumerate() {
            *name = format!("file-{at}.csv");
            if reversed {
                rows.reverse();
            }
            for row in rows.iter_mut() {
                *row = row.replacen("ab", "AB", 1);
            }
        }
        // The end of an episode that has none, or a period of being missing that begins in the year 2042.
        match absurd {
            0 | 1 => {
                let rows = &mut other[absurd * 4].2;
                if let Some(open) = rows.iter_mut().find(|row| row.ends_with("PR1,,")) {
                    *open = open.replace("PR1,,", "PR1,01/04/2035,");
                }
            }
            _ => other[(absurd - 2) * 4 + 1].2.push("AB1,05/06/2010,M,01/04/2042,".to_owned()),
        }
        other.rotate_left(turn);
        let report = report(&other, None);
        if !asks(&report) && !asks(&whole) {
            let found = figures(&report);
            let differ: BTreeSet<_> = known.iter().filter(|(key, figure)| found.get(*key) != Some(*figure)).collect();
            prop_assert!(differ.is_empty() && known.len() == found.len(), "{differ:?}");
        }
    }
}
