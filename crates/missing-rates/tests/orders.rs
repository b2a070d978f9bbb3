//! Two years' returns with a list of children, made at random: the order of rows and files changes nothing, and what must
//! always hold of the figures holds.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::{assert_balanced, report_for};
use missing_rates::cohort::{Cohort, Count};
use missing_rates::group::{By, Group};
use missing_rates::period::Period;
use missing_rates::report::Shown;
use missing_rates::report::{Incidents, Profile, Report};
use proptest::prelude::*;

/// A count of an exact report.
fn n(shown: Shown) -> u64 {
    shown.number().unwrap()
}

/// A day of 2022 to 2025, a blank, or no date.
fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => (1u8..29, 1u8..13, 2022u16..2026).prop_map(|(day, month, year)| format!("{day:02}/{month:02}/{year}")),
        3 => Just(String::new()),
        1 => Just("31/02/2024".to_owned()),
    ]
}

fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(texts)
}

fn episodes() -> impl Strategy<Value = Vec<String>> {
    let codes = (
        one_of(&["S", "P", "L", "", "Q"]),
        one_of(&["C2", "V2", "V4", "E1", "", "x"]),
        one_of(&["U1", "K2", "K1", "Z1", "", "?"]),
        one_of(&["PR1", "PR4", ""]),
    );
    let row = (0u8..6, date(), codes, date()).prop_map(|(child, decom, (rne, ls, place, provider), dec)| {
        format!("{child},{decom},{rne},{ls},{place},{provider},{dec}")
    });
    prop::collection::vec(row, 1..12)
}

fn missing() -> impl Strategy<Value = Vec<String>> {
    let row = (0u8..7, one_of(&["M", "M", "m", "A", "", "X"]), date(), date())
        .prop_map(|(child, code, start, end)| format!("{child},1{child}/06/2008,{code},{start},{end}"));
    prop::collection::vec(row, 1..16)
}

fn two_columns(first: u8, second: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    let row = (0..first, one_of(second)).prop_map(|(child, cell)| format!("{child},{cell}"));
    prop::collection::vec(row, 1..6)
}

/// The files of both years, each as its header row and its rows.
fn files() -> impl Strategy<Value = Vec<(&'static str, Vec<String>)>> {
    const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,PLACE_PROVIDER,DEC";
    const MISSING: &str = "CHILD,DOB,MISSING,MIS_START,MIS_END";
    let uasc = two_columns(6, &["", "01/05/2024", "01/05/2023", "soon"]);
    let list = two_columns(8, &["confirmed", "suspected", "yes", "no", "maybe"]);
    (episodes(), episodes(), missing(), missing(), uasc, list).prop_map(|(a, b, c, d, uasc, list)| {
        vec![(EPISODES, a), (EPISODES, b), (MISSING, c), (MISSING, d), ("CHILD,DUC", uasc), ("CHILD,TRAFFICKED", list)]
    })
}

/// The report on files whose rows are in this order and that come in the order of `turn`.
fn calculated(files: &[(&'static str, Vec<String>)], turn: usize, period: Option<Period>) -> Report {
    let mut named: Vec<(String, String)> = files
        .iter()
        .enumerate()
        .map(|(at, (header, rows))| (format!("file-{at}.csv"), format!("{header}\n{}\n", rows.join("\n"))))
        .collect();
    named.rotate_left(turn % files.len());
    let named: Vec<(&str, &str)> = named.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    report_for(&named, period)
}

fn figures(report: Report) -> impl PartialEq + std::fmt::Debug {
    let Report { periods, rates, ratios, totals, profiles, changes, answered_by, uncovered, set_aside, .. } = report;
    ((periods, answered_by, uncovered), (rates, ratios, totals), profiles, changes, set_aside)
}

fn whole<'a>(report: &'a Report, of: &Profile) -> &'a Profile {
    let same = |p: &&Profile| {
        (p.period, p.cohort, p.on_list, p.code, p.group) == (of.period, of.cohort, of.on_list, of.code, Group::All)
    };
    report.profiles.iter().find(same).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_order_of_rows_and_files_changes_nothing(
        (files, shuffled) in files().prop_flat_map(|files| {
            let shuffled: Vec<_> =
                files.iter().map(|(header, rows)| (Just(*header), Just(rows.clone()).prop_shuffle())).collect();
            (Just(files), shuffled)
        }),
        turn in 0usize..6,
        calendar in prop::option::of(2023i32..2026),
    ) {
        let period = calendar.and_then(Period::calendar_year);
        prop_assert_eq!(figures(calculated(&files, 0, period)), figures(calculated(&shuffled, turn, period)));
    }

    #[test]
    fn groups_never_exceed_their_children_and_share_out_every_incident(
        files in files(),
        year in prop::option::of(2022i32..2027),
    ) {
        let report = calculated(&files, 0, year.and_then(Period::collection_year));
        assert_balanced(&report);
        for p in &report.profiles {
            let all = whole(&report, p);
            prop_assert!(n(p.children_missing) <= n(p.children) && n(p.children) <= n(all.children), "{p:?}");
            prop_assert!(n(p.at_end) <= n(p.children_missing) && n(p.children_missing) <= n(p.incidents), "{p:?}");
            prop_assert_eq!(p.lengths.values().map(|shown| n(*shown)).sum::<u64>(), n(p.incidents));
            prop_assert_eq!(p.months.values().map(|shown| n(*shown)).sum::<u64>() + n(p.carried_over), n(p.incidents));
            prop_assert_eq!(p.times.values().map(|shown| n(*shown)).sum::<u64>(), n(p.children_missing));
            if p.by != By::None {
                let same = |q: &&Profile| {
                    (q.period, q.cohort, q.on_list, q.code, q.by) == (p.period, p.cohort, p.on_list, p.code, p.by)
                };
                let shared: u64 = report.profiles.iter().filter(same).map(|q| n(q.incidents)).sum();
                prop_assert_eq!(shared, n(all.incidents), "{:?}", p.by);
            }
            let codes = Incidents::ALL.map(|code| {
                let same = |q: &&Profile| {
                    (q.period, q.cohort, q.on_list, q.code, q.group) == (p.period, p.cohort, p.on_list, code, p.group)
                };
                report.profiles.iter().find(same).map_or(0, |q| n(q.incidents))
            });
            prop_assert_eq!(codes[0] + codes[1], codes[2], "missing and away together");
        }
        for total in report.totals.iter().filter(|t| t.cohort == Cohort::All && t.measure == Count::Children) {
            // There are none where Missing does not cover the period.
            if let Some(all) = report.profiles.iter().find(|p| p.group == Group::All && p.period == total.period) {
                prop_assert_eq!(total.exact, Some(n(all.children)));
            }
        }
    }
}
