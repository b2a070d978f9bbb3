//! The report as tidy CSV: all of it, read as others read it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use crate::support::sample;
use missing_rates::area::{Resolution, resolve};
use missing_rates::read::Reader;
use missing_rates::report::Codes;
use missing_rates::report::{Level, Report};
use missing_rates::{Query, Returns};
use serde_json::Value;

type Row = BTreeMap<String, String>;

/// The rows of the figures, by the names of the columns.
fn read(text: &str) -> Vec<Row> {
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    // Rows of another length are an error of the reader.
    let rows = reader.records().map(|row| names.iter().cloned().zip(row.unwrap().iter().map(str::to_owned)).collect());
    rows.collect()
}

fn report_of(files: &[&str], asked: &[(&str, &str)]) -> Report {
    let mut returns = Returns::default();
    for (id, name) in (1..).zip(files) {
        let mut reader = Reader::new(name, Vec::new());
        reader.push(&sample(name));
        returns.add(id, reader.finish());
    }
    let mut all = Query::default();
    for (key, value) in asked {
        match *key {
            "authority" => match resolve(value) {
                Resolution::Authority { authority, .. } => all.authority = Some(authority.code),
                other => panic!("{other:?}"),
            },
            _ => all.target = Some(value.parse().unwrap()),
        }
    }
    returns.report(&all)
}

fn reports() -> [Report; 3] {
    let of_return = ["ssda903/header.csv", "ssda903/episodes.csv", "ssda903/uasc.csv", "ssda903/missing.csv"];
    [
        report_of(&["answers-2024.csv"], &[("target", "40%"), ("authority", "Kent")]),
        report_of(&["published-2024.csv"], &[("authority", "Kent")]),
        report_of(&of_return, &[("authority", "Kent")]),
    ]
}

/// Every number of a figure, as it is in JSON.
fn numbers(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Number(number) => {
            found.insert(number.to_string());
        }
        Value::Array(list) => list.iter().for_each(|value| numbers(value, found)),
        Value::Object(fields) => {
            for (name, value) in fields {
                // The confidence is in the names of the statistics, years in periods and sources.
                if !["level", "year", "published", "rounded_to"].contains(&name.as_str()) || !value.is_number() {
                    numbers(value, found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_number_of_every_figure_is_in_it() {
    let figures = [
        "rates",
        "ratios",
        "totals",
        "coverage",
        "respondents",
        "overlaps",
        "profiles",
        "changes",
        "funnel",
        "influence",
        "targets",
        "comparisons",
        "series",
        "published",
        "standing",
        "foi",
        "sensitivity",
    ];
    let mut seen = BTreeSet::new();
    for report in reports() {
        let rows = read(&report.to_csv());
        let cells: BTreeSet<&str> = rows.iter().flat_map(Row::values).map(String::as_str).collect();
        let json = serde_json::to_value(&report).unwrap();
        for list in figures {
            let mut all = BTreeSet::new();
            numbers(&json[list], &mut all);
            // A figure of others can be written as a whole number.
            let has = |number: &str| cells.contains(number) || cells.contains(number.trim_end_matches(".0"));
            // What a request may be hidden counts what is hidden, and is not a figure.
            let missing: Vec<&String> = all.iter().filter(|number| !has(number)).collect();
            assert!(missing.is_empty(), "{list}: {missing:?}");
            if !all.is_empty() {
                seen.insert(list);
            }
        }
    }
    // The others are in no sample: respondents hold no number, overlaps need answers about both.
    assert_eq!(figures.len() - seen.len(), 2, "{seen:?}");
}

#[test]
fn one_observation_is_one_row_with_its_basis_and_its_source() {
    for report in reports() {
        let rows = read(&report.to_csv());
        let below = read(&report.based_on_csv(&Codes));
        let below: Vec<(&str, &str)> = below.iter().map(|row| (&*row["about"], &*row["said"])).collect();
        let mut keys = BTreeSet::new();
        for row in &rows {
            let but = ["value", "unit", "numerator", "authorities"];
            let key: Vec<_> = row.iter().filter(|(name, _)| !but.contains(&name.as_str())).collect();
            assert!(keys.insert(key.iter().map(|(_, cell)| (*cell).clone()).collect::<Vec<_>>()), "twice: {row:?}");
            for needed in ["figure", "statistic", "unit", "source", "period_start", "period_end"] {
                assert!(!row[needed].is_empty(), "no {needed}: {row:?}");
            }
            assert!(row["figure"] != "rate" || !row["basis"].is_empty(), "{row:?}");
        }
        let named = |name: &str| below.iter().filter(|(found, _)| *found == name).count();
        assert_eq!((named("file"), named("tool")), (report.files.len(), 1));
        for file in &report.files {
            assert!(below.iter().any(|(_, words)| words.contains(&file.sha256)), "{below:?}");
        }
    }
}

#[test]
fn a_share_is_found_by_its_columns() {
    let [answers, published, of_return] = reports().map(|report| read(&report.to_csv()));
    let value = |rows: &[Row], wanted: &[(&str, &str)]| {
        let found: Vec<_> = rows.iter().filter(|row| wanted.iter().all(|(name, cell)| row[*name] == *cell)).collect();
        assert_eq!(found.len(), 1, "{wanted:?}: {found:?}");
        found[0]["value"].clone()
    };
    let matched = [("figure", "rate"), ("area_code", "K02000001"), ("cohort", "trafficked"), ("basis", "matched")];
    let of = |statistic| [&matched[..], &[("measure", "missing"), ("statistic", statistic)]].concat();
    assert!(value(&answers, &of("share")).starts_with("0.37002"));
    assert!(value(&answers, &of("lower-95")).starts_with("0.35066"));
    let funnel = [("figure", "funnel"), ("period_end", "2024-03-31"), ("measure", "missing"), ("statistic", "phi")];
    assert!(value(&published, &funnel).starts_with("4.529"));
    let place = [("figure", "funnel"), ("group", "E10000034"), ("period_end", "2024-03-31"), ("measure", "missing")];
    assert_eq!(value(&published, &[&place[..], &[("statistic", "place")]].concat()), "below-99.8");
    let profile = [("figure", "profile"), ("cohort", "all"), ("measure", "missing"), ("group_by", ""), ("detail", "")];
    assert_eq!(value(&of_return, &[&profile[..], &[("statistic", "children")]].concat()), "204");
}

#[test]
fn it_can_be_chosen_again_and_gives_the_same_shares() {
    for first in &reports()[..2] {
        let again = crate::support::report(&[("missing-from-care.csv", first.to_csv())]);
        crate::support::assert_balanced(&again);
        assert_eq!(again.files[0].problem, None);
        let shares = |report: &Report| -> BTreeMap<String, (u64, u64, u64)> {
            let of = |r: &missing_rates::report::Rate| {
                let key = format!("{:?} {} {:?} {:?} {:?}", r.area, r.period, r.cohort, r.measure, r.basis);
                (key, (r.numerator, r.denominator, r.authorities))
            };
            // Of one authority it does not hold what it was asked and did not say, and DfE's files name an authority of
            // today for the years of the one that it came from.
            let known = |r: &&missing_rates::report::Rate| r.area.level < Level::Authority;
            report.rates.iter().filter(known).map(of).collect()
        };
        let (before, after) = (shares(first), shares(&again));
        assert!(before.len() > 80, "{}", before.len());
        for (key, parts) in before {
            assert_eq!(after.get(&key), Some(&parts), "{key}");
        }
    }
}

#[test]
fn a_hidden_number_is_no_answer_when_it_is_chosen_again() {
    let csv = reports()[0].to_csv();
    let hidden = csv
        .replace(",highest,78,children,", ",highest,c,children,")
        .replace(",lowest,78,children,", ",lowest,c,children,");
    assert_ne!(csv, hidden);
    let again = crate::support::report(&[("missing-from-care.csv", hidden)]);
    let hartlepool = |t: &&missing_rates::report::Total| t.area.name == Some("Hartlepool") && t.highest == 78;
    assert_eq!(again.totals.iter().filter(hartlepool).count(), 0);
    assert_eq!(reports()[0].totals.iter().filter(hartlepool).count(), 1);
}

#[test]
fn a_rounded_file_is_read_as_ranges_and_says_what_it_is_when_it_is_chosen_again() {
    use missing_rates::report::Disclosure;
    let text = "Authority,Year,UASC,UASC missing\nKent,2024,101,22\nLeeds,2024,203,0\nEssex,2024,307,31\n";
    let mut reader = Reader::new("a.csv", Vec::new());
    reader.push(text.as_bytes());
    let mut returns = Returns::default();
    returns.add(1, reader.finish());
    for (disclosure, children) in [
        (Disclosure::Exact, (101, 101)),
        (Disclosure::Safe, (101, 101)),
        (Disclosure::SafeTo5, (98, 102)),
        (Disclosure::SafeTo10, (95, 104)),
    ] {
        let saved = returns.report(&Query { disclosure, ..Query::default() }).to_csv();
        let again = crate::support::report(&[("saved.csv", saved)]);
        let kent = again
            .totals
            .iter()
            .find(|total| total.area.name == Some("Kent") && total.measure == missing_rates::cohort::Count::Children);
        let kent = kent.unwrap();
        assert_eq!((kent.lowest, kent.highest), children, "{disclosure:?}");
        let said = again.findings.iter().find(|finding| finding.rule == "own-file").unwrap();
        assert_eq!(said.count, 1, "{disclosure:?}");
    }
}
