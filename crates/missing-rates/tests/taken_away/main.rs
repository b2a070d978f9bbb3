//! Two years' returns made at random of what really happened: taking a file away can remove figures and never changes one;
//! names of files, the order of files and rows, capitals of identifiers and one absurd date change none, or are asked about.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::format_push_string)]

mod made;
#[path = "../support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use made::{Files, Flags, Made, Said, made, parts};
use missing_rates::cohort::Cohort;
use missing_rates::decisions::Decisions;
use missing_rates::period::Period;
use missing_rates::report::{CollectionYear, Module, Problem, Report, SameModule, Settled, YearFrom};
use missing_rates::{Query, Returns};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;
use support::{assert_balanced, read};

fn bytes((_, columns, rows): &(String, String, Vec<String>)) -> String {
    format!("{columns}\n{}\n", rows.join("\n"))
}

/// What a person said of the files that one came in.
fn decisions(made: &Made, files: &Files, parts: Option<[usize; 2]>) -> Decisions {
    let mut decisions = Decisions::default();
    let said = made.split.map_or(Said::Nothing, |split| split.said);
    if let Some(parts) = parts.filter(|_| said != Said::Nothing) {
        let [one, other] =
            parts.map(|at| (read("part", bytes(&files[at]).as_bytes()).entry().sha256.clone(), files[at].0.clone()));
        let first = (said == Said::AddTogether).then(|| one.0.clone());
        decisions.use_files([one, other.clone()], first.into_iter().chain([other.0]));
    }
    decisions
}

fn report(files: &Files, period: Option<Period>, decisions: &Decisions) -> Report {
    let mut returns = Returns::default();
    for (id, file) in (1..).zip(files) {
        returns.add(id, read(&file.0, bytes(file).as_bytes()));
    }
    let report = returns.report(&Query { period, decisions: decisions.clone(), ..Query::default() });
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

/// The year of each file by its name, and whether it is certain; `None` for a file that is not used.
fn years(files: &Files, report: &Report) -> BTreeMap<String, Option<(i32, bool)>> {
    let year = |name: &str| {
        let entry = report.files.iter().find(|file| file.name == name).unwrap();
        let is_used = entry.problem.is_none();
        // A year that is asked for decides of what year a single return is.
        let certain = |of: CollectionYear| of.certain && of.from != YearFrom::Asked;
        entry.collection_year.filter(|_| is_used).map(|of| (of.year, certain(of)))
    };
    let of_returns = files.iter().filter(|(_, columns, _)| !columns.contains("TRAFFICKED"));
    of_returns.map(|(name, ..)| (name.clone(), year(name))).collect()
}

/// Whether every file is of the same year in both reports. One that is of another year is said to be not certain, or a
/// person is asked, in one of them: no file ever moves without a word.
fn same_years(one: (&Files, &Report), other: (&Files, &Report)) -> Result<bool, TestCaseError> {
    let (one, other) = (years(one.0, one.1), years(other.0, other.1));
    let mut same = true;
    for (file, year) in &one {
        let Some(its) = other.get(file) else { continue };
        if year.map(|(year, _)| year) != its.map(|(year, _)| year) {
            let said = |year: &Option<(i32, bool)>| year.is_none_or(|(_, certain)| !certain);
            prop_assert!(said(year) || said(its), "{file}: {one:?}; {other:?}");
            same = false;
        }
    }
    Ok(same)
}

/// Whether a person is asked of which year a file is, whether two files are one, or which of two that disagree is right.
fn is_in_doubt(report: &Report) -> bool {
    let asks = report.files.iter().any(|file| file.problem == Some(Problem::WhichYear));
    asks || report.same_module.iter().any(|of| of.settled == Settled::No)
        || report.not_covered.iter().any(|of| of.contradicted)
}

/// Whether a return is said to stop within its year.
fn stops(report: &Report) -> bool {
    let ends = |year| Period::collection_year(year).map(Period::end);
    report.coverage_of_returns.iter().any(|of| of.to.is_some() && of.to < of.year.and_then(ends))
}

fn periods() -> [Option<Period>; 4] {
    [None, Period::collection_year(2024), Period::collection_year(2025), Period::calendar_year(2024)]
}

/// Which files have their year in their name.
#[derive(Clone, Copy, Debug)]
enum Names {
    Years,
    OfEpisodes,
    None,
}

fn without_years(files: &mut Files) {
    for (at, (name, ..)) in files.iter_mut().enumerate() {
        *name = format!("file-{at:02}.csv");
    }
}

fn without_years_but(files: &mut Files, module: &str) {
    for (at, (name, ..)) in files.iter_mut().enumerate().filter(|(_, (name, ..))| !name.starts_with(module)) {
        *name = format!("file-{at:02}.csv");
    }
}

/// Whether every file is of the year of which it was made, or is said to be not certain. `names` are the names with which
/// the files were made. The year that is asked for decides for a single return.
fn of_their_years(files: &Files, names: &[&str], report: &Report) -> Result<(), TestCaseError> {
    for ((name, ..), made) in files.iter().zip(names) {
        let made = [2024, 2025].into_iter().find(|year| made.contains(&year.to_string()));
        let entry = report.files.iter().find(|file| file.name == *name && file.problem.is_none());
        let (Some(made), Some(of)) = (made, entry.and_then(|entry| entry.collection_year)) else { continue };
        let is_said = !of.certain || of.from == YearFrom::Asked;
        prop_assert!(of.year == made || is_said, "{name} is of {made}: {of:?}\n{:?}", report.files);
    }
    Ok(())
}

/// A few in every run; as many as `PROPTEST_CASES` says where somebody asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(32)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn taking_any_file_away_removes_figures_or_leaves_them_and_changes_none(
        made in made(),
        named in prop::sample::select(&[Names::Years, Names::None, Names::OfEpisodes]),
    ) {
        let mut files = made.files();
        let made_files = files.clone();
        let parts = parts(&files);
        match named {
            Names::Years => {}
            Names::None => without_years(&mut files),
            Names::OfEpisodes => without_years_but(&mut files, "episodes"),
        }
        let decisions = decisions(&made, &files, parts);
        for period in periods() {
            let whole = report(&files, period, &decisions);
            let known = figures(&whole);
            for away in 0..files.len() {
                let mut fewer = files.clone();
                let (name, ..) = fewer.remove(away);
                let report = report(&fewer, period, &decisions);
                let names: Vec<&str> = made_files.iter().map(|(name, ..)| name.as_str()).collect();
                of_their_years(&files, &names, &report)?;
                if !same_years((&fewer, &report), (&files, &whole))? {
                    continue;
                }
                for (key, figure) in figures(&report) {
                    match known.get(&key) {
                        Some(other) => prop_assert_eq!(other, &figure, "without {}: {}", name, key),
                        // The latest return is another now, if this was of it. What a file contradicted, or showed to stop
                        // within the year, is not contradicted or shown any more.
                        None => prop_assert!(
                            period.is_none() || key.starts_with("foi") || is_in_doubt(&whole) || stops(&whole),
                            "without {} in {period:?}: {}\n{:?}\n{:?}\n{:?}", name, key, years(&fewer, &report), years(&files, &whole), whole.same_module
                        ),
                    }
                }
            }
        }
    }

    #[test]
    fn names_orders_capitals_and_one_absurd_date_change_nothing_or_are_asked_about(
        (made, turn, reversed, absurd) in (made(), 0usize..9, any::<bool>(), 0usize..6),
    ) {
        let named = made.files();
        let parts = parts(&named);
        let known = figures(&report(&named, None, &decisions(&made, &named, parts)));
        let mut other = named.clone();
        for (_, _, rows) in &mut other {
            if reversed {
                rows.reverse();
            }
        }
        let plain = other.clone();
        for row in other.iter_mut().flat_map(|(.., rows)| rows) {
            *row = row.replacen("ab", if turn % 2 == 0 { "AB" } else { "aB" }, 1);
        }
        add_absurd_date(&mut other, absurd);
        without_years(&mut other);
        other.rotate_left(turn);
        let moved = parts.map(|parts| parts.map(|at| (at + other.len() - turn) % other.len()));
        let report = report(&other, None, &decisions(&made, &other, moved));
        // Each file of the one is the same file of the other.
        let names: Vec<_> = other.iter().map(|(name, ..)| name.clone()).collect();
        let year = |report: &Report, name: &str| {
            let entry = report.files.iter().find(|file| file.name == name).unwrap();
            entry.collection_year.filter(|_| entry.problem.is_none()).map(|of| (of.year, of.certain))
        };
        let mut same = true;
        for (at, (name, columns, rows)) in plain.iter().enumerate() {
            let expected = [2024, 2025].into_iter().find(|year| name.contains(&year.to_string()));
            let its = year(&report, &names[(at + names.len() - turn) % names.len()]);
            if expected.is_some() && !rows.is_empty() && its.map(|(year, _)| year) != expected {
                prop_assert!(its.is_none_or(|(_, certain)| !certain), "{name} {columns} {rows:?}: {its:?}");
                same = false;
            }
        }
        if same {
            let found = figures(&report);
            let differ: BTreeSet<_> =
                known.keys().chain(found.keys()).filter(|key| known.get(*key) != found.get(*key)).collect();
            let first = differ.first().map(|key| (key, known.get(*key), found.get(*key)));
            prop_assert!(first.is_none(), "{} of {} differ: {first:?}\n{names:?}", differ.len(), known.len());
        }
    }
}

/// A typing error in one cell, or a way to write that something has not ended.
fn add_absurd_date(files: &mut Files, which: usize) {
    let mut change = |file: &str, end: &str, absurd: &str| {
        let of_kind = files.iter_mut().filter(|(name, ..)| name.starts_with(file)).flat_map(|(.., rows)| rows);
        if let Some(row) = of_kind.filter(|row| row.ends_with(end)).last() {
            let kept = row.len() - end.len();
            row.replace_range(kept.., absurd);
        }
    };
    match which {
        0 => change("episodes", "PR1,,", "PR1,01/04/2035,"),
        1 => change("episodes 2024", "PR1,,", "PR1,01/04/2035,"),
        2 => change("missing", ",", ",31/12/2099"),
        3 => change("uasc", "05/06/2028", "05/06/2082"),
        _ => {
            let name = if which == 4 { "missing 2024" } else { "missing" };
            let file = files.iter_mut().rfind(|(other, ..)| other.starts_with(name));
            if let Some((.., rows)) = file {
                rows.push("AB1,05/06/2010,M,01/04/2042,".to_owned());
            }
        }
    }
}

/// The properties are worth what is tried: among returns made so there are those of every kind that they are about.
#[test]
fn returns_of_every_kind_are_made() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for _ in 0..300 {
        let made = made().new_tree(&mut runner).unwrap().current();
        let files = made.files();
        let rows = |name: &str| files.iter().find(|(other, ..)| other == name).map_or(0, |(.., rows)| rows.len());
        let decisions = decisions(&made, &files, parts(&files));
        let report = report(&files, None, &decisions);
        let children = &made.children;
        let mut note = |what, is: bool| *seen.entry(what).or_default() += u32::from(is);
        note("a share of all", report.rates.iter().any(|rate| rate.cohort == Cohort::All));
        note("a share of unaccompanied", report.rates.iter().any(|rate| rate.cohort == Cohort::Unaccompanied));
        note("a share of trafficked", report.rates.iter().any(|rate| rate.cohort == Cohort::Trafficked));
        note("a share of both", report.rates.iter().any(|rate| rate.cohort == Cohort::TraffickedAndUnaccompanied));
        note("a change", !report.changes.is_empty());
        note("UASC of both years", rows("uasc 2024.csv") > 0 && rows("uasc 2025.csv") > 0);
        note("no Missing rows in a year", rows("missing 2024.csv") == 0);
        note("flags that agree", made.flags == Flags::Agree);
        note("flags that differ", report.not_covered.iter().any(|of| of.contradicted));
        let of_one_module = |is: &dyn Fn(&SameModule) -> bool| report.same_module.iter().any(is);
        note("two files of one module, not settled", of_one_module(&|of| of.settled == Settled::No));
        note("files added together", of_one_module(&|of| of.settled == Settled::Yes && of.is_sum()));
        note("one of two files", of_one_module(&|of| of.settled == Settled::Yes && !of.is_sum()));
        note("two lists", of_one_module(&|of| of.module == Module::List));
        note("two UASC files", of_one_module(&|of| of.module == Module::Uasc));
        note("two Episodes files", of_one_module(&|of| of.module == Module::Episodes));
        note("a return that stops", stops(&report));
        note("a child on the list", children.iter().any(|child| child.listed.is_some()));
        note(
            "an incident over the end of the year",
            children.iter().any(|child| {
                child
                    .away
                    .iter()
                    .any(|(_, start, lasts)| *start <= 730 && lasts.is_none_or(|lasts| start + lasts > 730))
            }),
        );
        note(
            "who left within a year",
            children.iter().any(|child| child.to.is_some_and(|to| (366..1095).contains(&to))),
        );
    }
    let rare: Vec<_> = seen.iter().filter(|(_, times)| **times < 10).collect();
    assert!(rare.is_empty(), "{rare:?} of {seen:?}");
}
