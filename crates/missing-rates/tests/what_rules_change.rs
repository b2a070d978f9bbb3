//! What the rows that break a rule do to the headline measures, against a count by hand of the same files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::format_push_string,
    clippy::format_collect
)]

use std::collections::{BTreeMap, BTreeSet};

use crate::support::report_for;
use missing_rates::period::Period;
use missing_rates::report::{Report, Scenario, Sensitivity};
use missing_rates::{Query, Returns};
use proptest::prelude::*;

/// Files by name.
type Files = Vec<(&'static str, String)>;

fn year() -> Option<Period> {
    Period::collection_year(2025)
}

/// One row of a random return.
fn row() -> impl Strategy<Value = (u8, String)> {
    let date = || {
        prop_oneof![
            10 => (0u32..400).prop_map(|n| {
                let (month, day) = (n % 14 + 3, n % 28 + 1);
                let (year, month) = if month > 12 { (2025, month - 12) } else { (2024, month) };
                format!("{day:02}/{month:02}/{year}")
            }),
            1 => Just(String::new()),
            1 => prop::sample::select(vec!["31/02/2024", "1/6/24", "06/13/2024", "soon"]).prop_map(str::to_owned),
        ]
    };
    let child = 1u32..12;
    prop_oneof![
        3 => (child.clone(), date(), prop_oneof![2 => Just(String::new()), 1 => date()], prop::sample::select(vec!["C2", "V2", "V3", "", "C9"]),
              prop::sample::select(vec!["S", "P", "L", "", "X"]), prop::sample::select(vec!["", "X1", "E8", "E4A"]))
            .prop_map(|(child, from, to, ls, rne, rec)| (0, format!("{child},{from},{rne},{ls},U4,PR1,{to},{rec}"))),
        4 => (child.clone(), prop::sample::select(vec!["M", "M", "A", "m", "a", "X", ""]), date(), date())
            .prop_map(|(child, code, from, to)| (1, format!("{child},01/01/2010,{code},{from},{to}"))),
        1 => child.prop_map(|child| (2, format!("{child},1,01/01/2010,WBRI"))),
    ]
}

const HEADS: [(&str, &str); 3] = [
    ("episodes.csv", "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC,REC"),
    ("missing.csv", "CHILD,DOB,MISSING,MIS_START,MIS_END"),
    ("header.csv", "CHILD,SEX,DOB,ETHNIC"),
];

/// The files that these rows make, and one child more so that no file is without rows and the year is certain.
fn files(rows: &[(u8, String)]) -> Files {
    let firm = ["99,01/05/2024,S,C2,U4,PR1,,", "99,01/01/2010,M,01/02/2025,02/02/2025", "99,1,01/01/2010,WBRI"];
    (0u8..)
        .zip(HEADS)
        .zip(firm)
        .map(|((kind, (name, head)), firm)| {
            let own: String = rows.iter().filter(|(of, _)| *of == kind).map(|(_, row)| format!("{row}\n")).collect();
            (name, format!("{head}\n{}{own}", format!("{firm}\n").repeat(1)))
        })
        .collect()
}

/// The report of files of which a person says that they are of the year, and complete: without some rows they stay so.
fn of_the_year(files: &Files) -> Report {
    let mut returns = Returns::default();
    for (id, (name, text)) in (1..).zip(files) {
        returns.add(id, crate::support::read(name, text.as_bytes()));
    }
    let complete_to = [(2025, "2025-03-31".parse().unwrap())].into();
    returns.report(&Query {
        period: year(),
        years: [(1, 2025), (2, 2025), (3, 2025)].into(),
        complete_to,
        ..Query::default()
    })
}

/// A date as a number that is in order, of those that the guidance allows.
fn date(text: &str) -> Option<u32> {
    let [day, month, year] = text.split('/').collect::<Vec<_>>().try_into().ok()?;
    if (day.len(), month.len(), year.len()) != (2, 2, 4) {
        return None;
    }
    let [day, month, year]: [u32; 3] = [day.parse().ok()?, month.parse().ok()?, year.parse().ok()?];
    let last = if month == 2 {
        28 + u32::from(year % 4 == 0)
    } else {
        30 + u32::from([1, 3, 5, 7, 8, 10, 12].contains(&month))
    };
    ((1..=12).contains(&month) && day <= last).then_some(year * 10_000 + month * 100 + day)
}

/// What the headline measures are made of, counted from the text of the files alone: children with a day of care in the year
/// that is no short break; of them those with a period M with a day in the year, the periods, those with more than one, and
/// those whose period lasts beyond the year.
fn counted(files: &Files) -> [u64; 5] {
    let (start, end) = (20_240_401, 20_250_331);
    let rows = |at: usize| files[at].1.lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let days = |from: &str, to: &str| {
        let to = if to.is_empty() { u32::MAX } else { date(to)? };
        let from = date(from)?;
        (from <= to && from <= end && to >= start).then_some(to)
    };
    let in_care: BTreeSet<String> = rows(0)
        .filter(|row| !["V3", "V4"].contains(&row[3]) && days(row[1], row[6]).is_some())
        .map(|row| row[0].to_owned())
        .collect();
    let mut missing: BTreeMap<String, (u64, bool)> = BTreeMap::new();
    for row in rows(1).filter(|row| row[2].eq_ignore_ascii_case("M") && in_care.contains(row[0])) {
        if let Some(to) = days(row[3], row[4]) {
            let of = missing.entry(row[0].to_owned()).or_default();
            *of = (of.0 + 1, of.1 || to > end);
        }
    }
    let number = |is: &dyn Fn(&(u64, bool)) -> bool| missing.values().filter(|of| is(of)).count() as u64;
    let incidents = missing.values().map(|of| of.0).sum();
    [in_care.len() as u64, number(&|_| true), incidents, number(&|of| of.0 > 1), number(&|of| of.1)]
}

/// The headline of a return as it is.
fn headline(report: &Report) -> Option<[u64; 5]> {
    report.sensitivity.iter().find(|case| case.scenario == Scenario::AsItIs).map(counts)
}

/// What the headline measures are made of, in one case.
fn counts(of: &Sensitivity) -> [u64; 5] {
    [of.denominator, of.numerator, of.incidents, of.missing_more_than_once, of.missing_at_end.unwrap_or(u64::MAX)]
}

/// The same files without some rows.
fn without(files: &Files, out: &BTreeSet<(String, u64)>) -> Files {
    let stays = |name: &str, at: usize| !out.contains(&(name.to_owned(), at as u64 + 1));
    let kept = |(name, text): &(&'static str, String)| {
        let rows: String =
            text.lines().enumerate().filter(|(at, _)| stays(name, *at)).map(|(_, line)| format!("{line}\n")).collect();
        (*name, rows)
    };
    files.iter().map(kept).collect()
}

/// The same files with some short breaks as care of another kind.
fn as_care(files: &Files, breaks: &BTreeSet<(String, u64)>) -> Files {
    let of_file = |(name, text): &(&'static str, String)| {
        let line = |(at, line): (usize, &str)| {
            let is = breaks.contains(&((*name).to_owned(), at as u64 + 1));
            (if is { line.replace(",V3,", ",V2,").replace(",V4,", ",V2,") } else { line.to_owned() }) + "\n"
        };
        (*name, text.lines().enumerate().map(line).collect())
    };
    files.iter().map(of_file).collect()
}

/// The same files with rows of Missing coded anew.
fn recoded(files: &Files, code: impl Fn(u64, &str) -> String) -> Files {
    let of_file = |(name, text): &(&'static str, String)| {
        if *name != "missing.csv" {
            return (*name, text.clone());
        }
        let line = |(at, line): (usize, &str)| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if at > 0 {
                cells[2] = code(at as u64 + 1, &cells[2]);
            }
            cells.join(",") + "\n"
        };
        (*name, text.lines().enumerate().map(line).collect())
    };
    files.iter().map(of_file).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn how_much_it_matters_is_what_a_return_without_the_rows_gives(rows in prop::collection::vec(row(), 1..60)) {
        let files = files(&rows);
        let whole = of_the_year(&files);
        // Without a share, where most children of Missing are in no Episodes, nothing can change it.
        prop_assume!(!whole.rates.is_empty());
        prop_assert!(!whole.sensitivity.is_empty());
        let mut by_rule: BTreeMap<&str, BTreeSet<(String, u64)>> = BTreeMap::new();
        for finding in &whole.findings {
            prop_assert!(finding.count <= 200, "all rows are listed");
            let places = finding.rows.iter().map(|row| (row.file.clone(), row.row));
            by_rule.entry(finding.rule).or_default().extend(places);
        }
        let errors: BTreeSet<_> = whole
            .findings
            .iter()
            .filter(|finding| finding.severity == missing_rates::report::Severity::Error)
            .flat_map(|finding| finding.rows.iter().map(|row| (row.file.clone(), row.row)))
            .collect();
        let all: BTreeSet<_> = by_rule.values().flatten().cloned().collect();
        for case in &whole.sensitivity {
            let upper = |_: u64, code: &str| code.to_ascii_uppercase();
            let changed = match case.scenario {
                Scenario::AsItIs => files.clone(),
                Scenario::WithoutRowsFound => without(&files, &all),
                Scenario::WithoutErrors => without(&files, &errors),
                Scenario::WithoutRule => without(&files, &by_rule[case.rule.unwrap()]),
                Scenario::AllAwayAsMissing => {
                    recoded(&files, |row, code| if upper(row, code) == "A" { "M".into() } else { code.into() })
                }
                // Which rows are doubtful is tested beside the definition.
                Scenario::DoubtfulAwayAsMissing | Scenario::DoubtfulMissingAsAway => continue,
                Scenario::LongShortBreaksAsCare => {
                    let breaks: BTreeSet<_> = ["365", "366", "367", "426"]
                        .iter()
                        .filter_map(|rule| by_rule.get(rule))
                        .flatten()
                        .cloned()
                        .collect();
                    as_care(&files, &breaks)
                }
            };
            prop_assert_eq!(counts(case), counted(&changed), "{:?} {:?}", case.scenario, case.rule);
            // Of what is left most may be strangers, and then a file of it alone gives no share.
            if let Some(again) = headline(&of_the_year(&changed)) {
                prop_assert_eq!(counts(case), again, "{:?} {:?}", case.scenario, case.rule);
            }
            let rows = match case.scenario {
                Scenario::WithoutRowsFound => all.len(),
                Scenario::WithoutErrors => errors.len(),
                Scenario::WithoutRule => by_rule[case.rule.unwrap()].len(),
                _ => continue,
            };
            prop_assert_eq!(case.rows, rows as u64);
        }
        let of_rule = whole.sensitivity.iter().filter(|case| case.scenario == Scenario::WithoutRule).count();
        prop_assert_eq!(of_rule, by_rule.len());
    }

    #[test]
    fn what_is_found_does_not_depend_on_the_order_of_rows(
        (rows, shuffled) in prop::collection::vec(row(), 1..40).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let counts = |rows: &[(u8, String)]| {
            let report = report_for(&files(rows), year());
            let findings: Vec<_> = report.findings.iter().map(|f| (f.rule, f.table.clone(), f.count)).collect();
            (findings, report.sensitivity)
        };
        prop_assert_eq!(counts(&rows), counts(&shuffled));
    }
}

#[test]
fn doubtful_codes_are_read_the_other_way_and_back() {
    let episodes = "CHILD,DECOM,LS,DEC\n1,01/05/2023,C2,\n2,01/05/2023,C2,\n3,01/05/2023,C2,\n4,01/05/2023,C2,\n5,01/05/2023,C2,\n";
    // 1: M and A on the same days. 2: A alone. 3: a code that is neither. 4: M alone. 5: neither, and no start.
    let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,05/06/2024\n1,A,02/06/2024,03/06/2024\n2,A,01/06/2024,\n\
                   3,X,01/06/2024,02/06/2024\n4,M,01/06/2024,02/06/2024\n5,X,,\n";
    let report = report_for(&[("episodes.csv", episodes), ("missing.csv", missing)], year());
    let of = |scenario: Scenario| {
        let case = report.sensitivity.iter().find(|case| case.scenario == scenario).unwrap();
        (case.rows, case.numerator, case.denominator)
    };
    assert_eq!(of(Scenario::AsItIs), (0, 2, 5));
    assert_eq!(of(Scenario::DoubtfulAwayAsMissing), (2, 3, 5));
    assert_eq!(of(Scenario::DoubtfulMissingAsAway), (1, 1, 5));
    assert_eq!(of(Scenario::AllAwayAsMissing), (2, 3, 5));
    let points = report.sensitivity.iter().find(|case| case.scenario == Scenario::AllAwayAsMissing).unwrap().points;
    assert!((points.unwrap() - 0.2).abs() < 1e-12);
}

/// A child with one short break of 200 days who went missing in it, and two who are looked after.
#[test]
fn a_short_break_of_200_days_breaks_rule_365_and_the_share_says_what_it_does() {
    let episodes = "CHILD,DECOM,LS,DEC\n1,01/05/2024,V3,17/11/2024\n2,01/05/2024,C2,\n3,01/05/2024,C2,\n";
    let missing = "CHILD,MISSING,MIS_START,MIS_END\n1,M,01/06/2024,02/06/2024\n1,M,05/06/2024,06/06/2024\n";
    let report = report_for(&[("episodes.csv", episodes), ("missing.csv", missing)], year());
    assert!(report.findings.iter().any(|finding| finding.rule == "365" && finding.count == 1));
    let of = |scenario: Scenario| counts(report.sensitivity.iter().find(|case| case.scenario == scenario).unwrap());
    assert_eq!(of(Scenario::AsItIs), [2, 0, 0, 0, 0]);
    assert_eq!(of(Scenario::LongShortBreaksAsCare), [3, 1, 2, 1, 0]);
}
