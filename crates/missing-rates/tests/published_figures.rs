//! Whole files in, published figures out.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use std::collections::BTreeMap;

use missing_rates::cohort::{Average, Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::rates::percent_text;
use missing_rates::report::{Basis, FileKind, Level};
use missing_rates::{Query, Returns};
use proptest::prelude::*;
use support::{assert_balanced, find_rate, found, rate, read, read_by, report, sample, set_aside, shared, total};

const UK: Option<&str> = Some("K02000001");

/// Source: Until Harm Ends, ECPAT UK and Missing People, 2025: 864 of 2,335 in 135 authorities, 37%; 1,501 of 11,999 in
/// 141, 13%; 2,638 and 12,530 children in all.
#[test]
fn the_sample_answers_give_the_published_37_and_13_per_cent() {
    let report = report(&[("answers-2024.csv", sample("answers-2024.csv"))]);
    assert_balanced(&report);
    assert_eq!(report.periods, [Period::calendar_year(2024).unwrap()]);
    for (cohort, missing, matched, authorities, children, text, naive) in [
        (Cohort::Trafficked, 864, 2335, 135, 2638, "37.0", "32.8"),
        (Cohort::Unaccompanied, 1501, 11_999, 141, 12_530, "12.5", "12.0"),
    ] {
        let r = rate(&report, UK, cohort, Share::Missing, Basis::Matched);
        assert_eq!((r.numerator, r.denominator, r.authorities), (missing, matched, authorities));
        assert_eq!(percent_text(r.numerator, r.denominator, 1).as_deref(), Some(text));
        let all = rate(&report, UK, cohort, Share::Missing, Basis::AllAnswers);
        assert_eq!((all.numerator, all.denominator), (missing, children));
        assert_eq!(percent_text(all.numerator, all.denominator, 1).as_deref(), Some(naive));
        assert_eq!(total(&report, UK, cohort, Count::Children), children);
    }
    // 303 children of 17 authorities that did not say how many went missing.
    let lowest = rate(&report, UK, Cohort::Trafficked, Share::Missing, Basis::Lowest);
    let highest = rate(&report, UK, Cohort::Trafficked, Share::Missing, Basis::Highest);
    assert_eq!((lowest.numerator, lowest.denominator), (864, 2638));
    assert_eq!((highest.numerator, highest.denominator), (864 + 303, 2638));
    let coverage = report.coverage.iter().find(|c| c.cohort == Cohort::Trafficked && c.area.level == Level::Kingdom);
    let coverage = coverage.unwrap();
    assert_eq!((coverage.both, coverage.children_only, coverage.children_unmatched), (135, 17, Some(303)));
    assert_eq!((coverage.named, coverage.in_area, coverage.missing_only + coverage.neither), (212, 212, 60));
}

#[test]
fn areas_hold_their_authorities() {
    let report = report(&[("answers-2024.csv", sample("answers-2024.csv"))]);
    let pooled = |level: Level| {
        let of_level = report.rates.iter().filter(|r| {
            (r.cohort, r.measure, r.basis, r.area.level)
                == (Cohort::Unaccompanied, Share::Missing, Basis::Matched, level)
        });
        of_level.fold((0, 0, 0), |(n, d, a), r| (n + r.numerator, d + r.denominator, a + r.authorities))
    };
    assert_eq!(pooled(Level::Nation), (1501, 11_999, 141));
    assert_eq!(pooled(Level::Authority), (1501, 11_999, 141));
    // London stands beside its two halves.
    let of = |code| rate(&report, Some(code), Cohort::Unaccompanied, Share::Missing, Basis::Matched);
    let (london, inner, outer) = (of("E12000007"), of("E13000001"), of("E13000002"));
    assert_eq!(london.numerator, inner.numerator + outer.numerator);
    assert_eq!(london.denominator, inner.denominator + outer.denominator);
}

/// Source: DfE, Children looked after in England, years ending 31 March 2020 to 2024 (OGL v3).
#[test]
fn published_figures_pool_to_what_their_authorities_gave() {
    let Some(bytes) = shared("dfe-missing-2020-2024.csv") else { return };
    let report = report(&[("dfe.csv", bytes)]);
    assert_balanced(&report);
    for (year, missing, children, authorities) in [
        (2020, 12_446, 108_310, 147),
        (2021, 10_882, 107_773, 147),
        (2022, 12_161, 111_026, 148),
        (2023, 12_782, 114_701, 149),
        (2024, 13_000, 116_030, 149),
    ] {
        let period = Period::collection_year(year).unwrap();
        let england = report.rates.iter().find(|r| {
            r.period == period
                && r.area.level == Level::Nation
                && (r.measure, r.basis) == (Share::Missing, Basis::Matched)
        });
        let england = england.unwrap();
        assert_eq!((england.numerator, england.denominator, england.authorities), (missing, children, authorities));
    }
    assert!(
        find_rate(&report, UK, Cohort::All, Share::Missing, Basis::Matched).is_none(),
        "England is not the kingdom"
    );
    // England's own rows are rounded to 10: shown, and never added in.
    assert!(report.published.iter().any(|p| p.area.level == Level::Nation && p.printed == "116420"));
}

#[test]
fn every_printed_percentage_is_what_its_counts_give() {
    let Some(bytes) = shared("dfe-missing-2020-2024.csv") else { return };
    let text = String::from_utf8(bytes.clone()).unwrap();
    let whole = report(&[("dfe.csv", bytes)]);
    assert_eq!(found(&whole), [], "a printed share differs");
    // The check itself: one printed share altered is found.
    let share = "Percentage of children who had a missing incident during the year,";
    let row = text.lines().find(|l| l.contains("Local authority") && l.contains(share) && l.ends_with(",13")).unwrap();
    let altered = text.replacen(row, &row.replace(",13", ",14"), 1);
    assert_eq!(found(&report(&[("dfe.csv", altered)])), [("published-share-differs", 1)]);
    // And by a reading of the file that shares nothing with the engine's: of every authority and year with both counts.
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
    // 147 + 147 + 148 + 149 + 149, less the Isles of Scilly's noughts.
    assert!((735..=740).contains(&compared), "{compared}");
}

#[test]
fn every_name_of_the_category_column_is_known() {
    let Some(bytes) = shared("dfe-missing-2020-2024.csv") else { return };
    let text = String::from_utf8(bytes).unwrap();
    let whole = report(&[("dfe.csv", text.clone())]);
    for name in ["cla_group", "missing_status"] {
        let renamed = report(&[("dfe.csv", text.replacen("CLA_group", name, 1))]);
        assert_eq!(renamed.rates, whole.rates, "{name}");
    }
}

/// Source: DfE, SFR50/2017, table LAA: x stands for 1 to 5.
#[test]
fn the_older_wide_layout_is_read() {
    let Some(bytes) = shared("dfe-missing-2017-wide.csv") else { return };
    let report = report(&[("dfe-missing-2017-wide.csv", bytes)]);
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

const MODULES: [&str; 4] = ["header.csv", "episodes.csv", "uasc.csv", "missing.csv"];

fn expected(of: &serde_json::Value, report: &missing_rates::report::Report) {
    let count = |name: &str| of["figures"][name].as_u64().unwrap();
    for (cohort, children, missing, incidents) in [
        (Cohort::All, "children", "children_missing", "missing_incidents"),
        (Cohort::Unaccompanied, "unaccompanied", "unaccompanied_missing", "unaccompanied_missing_incidents"),
    ] {
        let r = rate(report, None, cohort, Share::Missing, Basis::ChildLevel);
        assert_eq!((r.numerator, r.denominator), (count(missing), count(children)));
        let ratio = report.ratios.iter().find(|r| r.cohort == cohort && r.measure == Average::IncidentsPerMissingChild);
        assert_eq!(ratio.map(|r| (r.numerator, r.denominator)), Some((count(incidents), count(missing))));
    }
}

#[test]
fn a_synthetic_return_gives_its_figures_in_any_order_and_chunks() {
    let modules: Vec<Vec<u8>> = MODULES.iter().map_while(|m| shared(&format!("ssda903-synthetic/{m}"))).collect();
    let Some(figures) = shared("ssda903-synthetic/expected.json") else { return };
    let figures: serde_json::Value = serde_json::from_slice(&figures).unwrap();
    let all_at_once = report(&[0, 1, 2, 3].map(|i| (MODULES[i], &modules[i])));
    expected(&figures, &all_at_once);
    assert_balanced(&all_at_once);
    assert_eq!(all_at_once.periods, [Period::collection_year(2025).unwrap()]);
    assert_eq!(set_aside(&all_at_once, "episodes.csv"), []);
    for chunk in [1, 2, 3, 7, 64, 4095, 65_536, 65_537, 1 << 24] {
        let mut returns = Returns::default();
        for (id, (name, bytes)) in (1..).zip(MODULES.iter().zip(&modules).rev()) {
            returns.add(id, read_by(name, bytes, chunk));
            // One by one: each report on the way is made and thrown away.
            assert_balanced(&returns.report(&Query::default()));
        }
        assert_eq!(returns.report(&Query::default()).to_json(), all_at_once.to_json(), "chunks of {chunk}");
    }
    let mut order = [0, 1, 2, 3];
    for i in 0..24 {
        let j = i % 3;
        order.swap(j, j + 1);
        assert_eq!(report(&order.map(|i| (MODULES[i], &modules[i]))), all_at_once);
    }
}

fn shuffled(text: &str, seed: u64) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    for i in (2..lines.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let j = 1 + usize::try_from(state >> 33).unwrap() % i;
        lines.swap(i, j);
    }
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn figures_never_depend_on_the_order_of_rows(seed in any::<u64>()) {
        let figures = |seed: Option<u64>| {
            let modules = ["episodes", "uasc", "missing", "header"].map(|m| {
                let text = String::from_utf8(sample(&format!("ssda903/{m}.csv"))).unwrap();
                (m, seed.map_or(text.clone(), |seed| shuffled(&text, seed)))
            });
            let answers = String::from_utf8(sample("answers-2024.csv")).unwrap();
            let answers = ("answers", seed.map_or(answers.clone(), |seed| shuffled(&answers, seed)));
            let [a, b, c, d] = modules;
            let report = report(&[a, b, c, d, answers]);
            let figures = (report.rates, report.ratios, report.totals, report.profiles);
            (report.periods, figures, report.coverage, report.set_aside)
        };
        prop_assert_eq!(figures(Some(seed)), figures(None));
    }

    #[test]
    fn chunks_never_change_a_report(cuts in prop::collection::vec(1usize..3000, 1..40)) {
        for name in ["answers-2024.csv", "ssda903/missing.csv", "published-2024.csv"] {
            let bytes = sample(name);
            let mut reader = missing_rates::read::Reader::new(name, Vec::new());
            let mut rest = bytes.as_slice();
            for cut in cuts.iter().cycle() {
                if rest.is_empty() {
                    break;
                }
                let (part, after) = rest.split_at(rest.len().min(*cut));
                reader.push(part);
                rest = after;
            }
            let (mut cut, mut whole) = (Returns::default(), Returns::default());
            cut.add(1, reader.finish());
            whole.add(1, read(name, &bytes));
            prop_assert_eq!(cut.report(&Query::default()).to_json(), whole.report(&Query::default()).to_json());
        }
    }
}
