//! What the Department for Education publishes, in the layouts of its releases: England from its authorities, every printed
//! percentage from its counts.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use crate::support::{assert_balanced, beside_the_project, find_rate, fixture, found, report, sample, total};
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::rates::percent_text;
use missing_rates::report::{Basis, FileKind, Level, Report};

const UK: Option<&str> = Some("K02000001");

/// The release whole, and the two years and five figures of it that the page offers as a sample.
const RELEASE: &str = "dfe-missing-2020-2024.csv";
const SAMPLE: &str = "published-2024.csv";

/// Year, children missing, children, authorities that gave both.
/// Source: DfE, Children looked after in England, years ending 31 March 2020 to 2024 (OGL v3).
const ENGLAND: [(i32, u64, u64, u64); 5] = [
    (2020, 12_446, 108_310, 147),
    (2021, 10_882, 107_773, 147),
    (2022, 12_161, 111_026, 148),
    (2023, 12_782, 114_701, 149),
    (2024, 13_000, 116_030, 149),
];

fn england_is_what_its_authorities_gave(report: &Report, years: &[(i32, u64, u64, u64)]) {
    assert_balanced(report);
    for (year, missing, children, authorities) in years {
        let period = Period::collection_year(*year).unwrap();
        let england = report.rates.iter().find(|r| {
            r.period == period
                && r.area.level == Level::Nation
                && (r.measure, r.basis) == (Share::Missing, Basis::Matched)
        });
        let england = england.unwrap();
        assert_eq!((england.numerator, england.denominator, england.authorities), (*missing, *children, *authorities));
    }
    assert!(find_rate(report, UK, Cohort::All, Share::Missing, Basis::Matched).is_none(), "England is not the kingdom");
    // England's own rows are rounded to 10: shown, and never added in.
    assert!(report.published.iter().any(|p| p.area.level == Level::Nation && p.printed == "116420"));
}

#[test]
fn published_figures_pool_to_what_their_authorities_gave() {
    england_is_what_its_authorities_gave(&report(&[("dfe.csv", sample(SAMPLE))]), &ENGLAND[3..]);
}

#[test]
#[ignore = "reads data beside the project"]
fn the_whole_release_pools_to_what_its_authorities_gave() {
    england_is_what_its_authorities_gave(&report(&[("dfe.csv", beside_the_project(RELEASE))]), &ENGLAND);
}

/// Counts and percentages as printed, by a reading of the file that shares nothing with the engine's: how many authorities
/// and years have both counts, all of whose percentages are what the counts give.
fn printed_percentages_are_what_counts_give(bytes: Vec<u8>) -> usize {
    let text = String::from_utf8(bytes.clone()).unwrap();
    let whole = report(&[("dfe.csv", bytes)]);
    assert_eq!(found(&whole), [], "a printed share differs");
    // The check itself: one printed share altered is found.
    let share = "Percentage of children who had a missing incident during the year,";
    let row = text.lines().find(|l| l.contains("Local authority") && l.contains(share) && l.ends_with(",13")).unwrap();
    let altered = text.replacen(row, &row.replace(",13", ",14"), 1);
    assert_eq!(found(&report(&[("dfe.csv", altered)])), [("published-share-differs", 1)]);
    let mut cells: BTreeMap<(String, String), BTreeMap<&str, &str>> = BTreeMap::new();
    for line in text.lines().filter(|l| l.contains("Local authority")) {
        let (year, rest) = line.split_once(',').unwrap();
        let mut from_the_end = rest.rsplitn(4, ',');
        let [number, category, code] = std::array::from_fn(|_| from_the_end.next().unwrap());
        cells.entry((year.to_owned(), code.to_owned())).or_default().insert(category, number);
    }
    let mut compared = 0;
    for ((year, code), of) in &cells {
        let count = |name: &str| of[name].parse::<u64>().ok();
        let children = count("Children looked after during the year").filter(|n| *n > 0);
        let missing = count("Children who had a missing incident during the year");
        let (Some(children), Some(missing)) = (children, missing) else { continue };
        let period = Period::collection_year(year.parse().unwrap()).unwrap();
        let rate = whole.rates.iter().find(|r| {
            (r.period, r.measure, r.basis) == (period, Share::Missing, Basis::Matched)
                && r.area.level == Level::Authority
                && r.numerator == missing
                && r.denominator == children
        });
        let rate = rate.unwrap_or_else(|| panic!("{year} {code}: {missing} of {children} is nowhere"));
        let printed = of["Percentage of children who had a missing incident during the year"];
        assert_eq!(percent_text(rate.numerator, rate.denominator, 0).as_deref(), Some(printed), "{year} {code}");
        compared += 1;
    }
    compared
}

#[test]
fn every_printed_percentage_is_what_its_counts_give() {
    // 149 and 149, minus the Isles of Scilly's zeros.
    let compared = printed_percentages_are_what_counts_give(sample(SAMPLE));
    assert!((294..=298).contains(&compared), "{compared}");
}

#[test]
#[ignore = "reads data beside the project"]
fn every_printed_percentage_of_the_whole_release_is_what_its_counts_give() {
    // 147 + 147 + 148 + 149 + 149, minus the Isles of Scilly's zeros.
    let compared = printed_percentages_are_what_counts_give(beside_the_project(RELEASE));
    assert!((735..=740).contains(&compared), "{compared}");
}

#[test]
fn every_name_of_the_category_column_is_known() {
    let text = String::from_utf8(sample(SAMPLE)).unwrap();
    let whole = report(&[("dfe.csv", text.clone())]);
    for name in ["cla_group", "missing_status"] {
        let renamed = report(&[("dfe.csv", text.replacen("CLA_group", name, 1))]);
        assert_eq!(renamed.rates, whole.rates, "{name}");
    }
}

/// Source: DfE, SFR50/2017, table LAA: x stands for 1 to 5.
#[test]
fn the_older_wide_layout_is_read() {
    let report = report(&[("dfe-2017-wide.csv", fixture("dfe-2017-wide.csv"))]);
    assert_balanced(&report);
    assert_eq!(report.files[0].kind, FileKind::DfePublished);
    assert_eq!(report.periods, [Period::collection_year(2017).unwrap()]);
    let camden = Some("E09000007");
    assert_eq!(total(&report, camden, Cohort::All, Count::ChildrenMissing), 24);
    assert_eq!(total(&report, camden, Cohort::All, Count::MissingIncidents), 79);
    let at_end = report
        .totals
        .iter()
        .find(|t| t.area.code.map(String::from).as_deref() == camden && t.measure == Count::ChildrenMissingAtEnd);
    assert_eq!(at_end.map(|t| (t.exact, t.lowest, t.highest)), Some((None, 1, 5)));
    // The file has no denominators: no rate is made up.
    assert!(report.rates.iter().all(|r| r.basis != Basis::Matched));
}
