//! Whole files in, published figures out.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use crate::support::{assert_balanced, rate, read, report, sample, total};
use missing_rates::cohort::{Cohort, Count, Share};
use missing_rates::period::Period;
use missing_rates::rates::percent_text;
use missing_rates::report::{Basis, Level};
use missing_rates::{Query, Returns};
use proptest::prelude::*;

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
    // London is beside its two halves.
    let of = |code| rate(&report, Some(code), Cohort::Unaccompanied, Share::Missing, Basis::Matched);
    let (london, inner, outer) = (of("E12000007"), of("E13000001"), of("E13000002"));
    assert_eq!(london.numerator, inner.numerator + outer.numerator);
    assert_eq!(london.denominator, inner.denominator + outer.denominator);
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
