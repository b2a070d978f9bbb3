//! The figures of one area.

use super::given::{Given, GroupKey};
use super::share::{quotient, share_of};
use crate::answer::{Answer, Withheld};
use crate::cohort::{Average, Count, Share};
use crate::report::{Area, Basis, Coverage, Level, Rate, Ratio, Report, Total};

/// Adds all figures of one area to the report, from the authorities in it.
pub(crate) fn figures_of(area: &Area, in_area: u64, key: GroupKey, given: &[&Given], report: &mut Report) {
    for share in Share::ALL {
        let asked = |g: &&&Given| g.get(share.numerator()).is_some();
        if given.iter().any(|g| asked(&g)) {
            report.rates.extend(rates(area, key, share, given));
            if !matches!(area.level, Level::Authority | Level::Return) {
                report.coverage.push(coverage(area, in_area, key, share, given));
            }
        }
    }
    let (period, cohort) = key;
    for measure in Average::ALL {
        let (over, under) = measure.parts();
        let both: Vec<_> = given.iter().filter_map(|g| g.exact(over).zip(g.exact(under))).collect();
        if !both.is_empty() {
            let numerator = both.iter().map(|(n, _)| n).sum();
            let denominator = both.iter().map(|(_, d)| d).sum();
            let authorities = authorities_with(given, |g| g.exact(over).is_some() && g.exact(under).is_some());
            let value = quotient(numerator, denominator);
            report.ratios.push(Ratio {
                area: *area,
                period,
                cohort,
                measure,
                numerator,
                denominator,
                authorities,
                value,
            });
        }
    }
    for measure in Count::ALL {
        let bounds: Vec<_> = given.iter().filter_map(|g| g.bounds(measure)).collect();
        if !bounds.is_empty() {
            let exact: Vec<_> = given.iter().filter_map(|g| g.exact(measure)).collect();
            report.totals.push(Total {
                area: *area,
                period,
                cohort,
                measure,
                exact: (!exact.is_empty()).then(|| exact.iter().sum()),
                authorities: authorities_with(given, |g| g.exact(measure).is_some()),
                lowest: bounds.iter().map(|(low, _)| low).sum(),
                highest: bounds.iter().map(|(_, high)| high).sum(),
            });
        }
    }
}

/// How many authorities gave this.
fn authorities_with(given: &[&Given], gave: impl Fn(&Given) -> bool) -> u64 {
    given.iter().filter(|g| gave(g)).map(|g| g.authorities()).sum()
}

/// A rate. Bounds get no interval, because they are not based on a sample.
fn rate(
    area: &Area,
    (period, cohort): GroupKey,
    measure: Share,
    basis: Basis,
    (numerator, denominator): (u64, u64),
    authorities: u64,
) -> Rate {
    let (value, interval) = share_of(numerator, denominator);
    Rate {
        area: *area,
        period,
        cohort,
        measure,
        basis,
        numerator,
        denominator,
        authorities,
        value,
        interval: interval.filter(|_| !basis.is_bound()),
    }
}

/// The sums of one basis, added authority by authority.
#[derive(Default)]
struct Sums {
    numerator: u64,
    denominator: u64,
    authorities: u64,
}

impl Sums {
    fn add(&mut self, numerator: u64, denominator: u64, authorities: u64) {
        self.numerator += numerator;
        self.denominator += denominator;
        self.authorities += authorities;
    }
}

fn rates(area: &Area, key: GroupKey, share: Share, given: &[&Given]) -> Vec<Rate> {
    let over = share.numerator();
    let [mut matched, mut all, mut lowest, mut highest, mut lowest_ranges, mut highest_ranges] =
        std::array::from_fn(|_| Sums::default());
    for g in given {
        let (n, d) = (g.exact(over), g.exact(Count::Children));
        if let (Some(n), Some(d)) = (n, d) {
            matched.add(n, d, g.authorities());
        }
        if n.is_some() || d.is_some() {
            all.add(n.unwrap_or(0), d.unwrap_or(0), g.authorities());
        }
        if let Some(d) = d {
            lowest.add(n.unwrap_or(0), d, g.authorities());
            highest.add(n.unwrap_or(d), d, g.authorities());
        }
        if let Some((low, high)) = extremes(g.bounds(over), g.bounds(Count::Children)) {
            lowest_ranges.add(low.0, low.1, g.authorities());
            // For a single authority, none missing out of an unknown number is 0, not 0 of 0.
            let high = if area.level >= Level::Authority && high == (0, 0) { low } else { high };
            highest_ranges.add(high.0, high.1, g.authorities());
        }
    }
    let own = if area.level == Level::Return { Basis::ChildLevel } else { Basis::Matched };
    let bases = [
        (own, matched),
        (Basis::AllAnswers, all),
        (Basis::Lowest, lowest),
        (Basis::Highest, highest),
        (Basis::LowestByRanges, lowest_ranges),
        (Basis::HighestByRanges, highest_ranges),
    ];
    // Without an exact numerator or denominator there is nothing to divide: a range is not zero.
    let exact = |count| given.iter().any(|g| g.exact(count).is_some());
    let divides = exact(over) && exact(Count::Children);
    // If a single authority gave both, there is nothing more to say than its rate.
    let single = matches!(area.level, Level::Authority | Level::Return) && bases[0].1.authorities > 0;
    // A pooled share also shows ranges and silence separately. For a single authority only one of the two applies.
    let apart = if area.level < Level::Authority { open_bases(share, given) } else { Vec::new() };
    bases
        .into_iter()
        .chain(apart)
        .filter(|(basis, sums)| {
            sums.authorities > 0 && !(single && *basis != own) && (*basis != Basis::AllAnswers || divides)
        })
        .map(|(basis, sums)| rate(area, key, share, basis, (sums.numerator, sums.denominator), sums.authorities))
        .collect()
}

/// The bounds by ranges alone and by silence alone, each only where there is any.
fn open_bases(share: Share, given: &[&Given]) -> Vec<(Basis, Sums)> {
    let over = share.numerator();
    let [mut lowest_ranges, mut highest_ranges, mut lowest_silence, mut highest_silence] =
        std::array::from_fn(|_| Sums::default());
    let (mut is_range, mut is_silence) = (false, false);
    for g in given {
        let (n, d) = (g.bounds(over), g.bounds(Count::Children));
        if let (Some(_), Some(_), Some((low, high))) = (n, d, extremes(n, d)) {
            lowest_ranges.add(low.0, low.1, g.authorities());
            highest_ranges.add(high.0, high.1, g.authorities());
            is_range |= g.exact(over).is_none() || g.exact(Count::Children).is_none();
        }
        match (g.exact(over), n, g.exact(Count::Children)) {
            (Some(missing), _, Some(children)) => {
                lowest_silence.add(missing, children, g.authorities());
                highest_silence.add(missing, children, g.authorities());
            }
            (None, None, Some(children)) => {
                lowest_silence.add(0, children, g.authorities());
                highest_silence.add(children, children, g.authorities());
                is_silence = true;
            }
            _ => {}
        }
    }
    let mut bases = Vec::new();
    if is_range {
        bases.extend([(Basis::LowestByRangesAlone, lowest_ranges), (Basis::HighestByRangesAlone, highest_ranges)]);
    }
    if is_silence {
        bases.extend([(Basis::LowestBySilenceAlone, lowest_silence), (Basis::HighestBySilenceAlone, highest_silence)]);
    }
    bases
}

/// The numerator and denominator of one authority that make the pooled share lowest, and highest, among all that its
/// answers allow. `None` where the number of children is not bounded, or the two answers contradict each other.
///
/// The share never exceeds 1, so a child who is counted as missing raises it, and a child who is not lowers it.
fn extremes(numerator: Option<(u64, u64)>, denominator: Option<(u64, u64)>) -> Option<((u64, u64), (u64, u64))> {
    let (d_low, d_high) = denominator?;
    let (n_low, n_high) = numerator.unwrap_or((0, d_high));
    if n_low > d_high {
        return None;
    }
    let n_most = n_high.min(d_high);
    Some(((n_low, d_high), (n_most, d_low.max(n_most))))
}

const CONFLICTING: Answer = Answer::Withheld { reason: Withheld::Conflicting };

fn coverage(area: &Area, in_area: u64, (period, cohort): GroupKey, measure: Share, given: &[&Given]) -> Coverage {
    let over = measure.numerator();
    let mut coverage = Coverage {
        area: *area,
        period,
        cohort,
        measure,
        named: 0,
        in_area,
        both: 0,
        children_only: 0,
        children_unmatched: Some(0),
        children_only_with_range: 0,
        missing_only: 0,
        neither: 0,
        contradictory: 0,
    };
    let mut unmatched = 0;
    for g in given.iter().filter(|g| g.get(over).is_some() || g.get(Count::Children).is_some()) {
        let authorities = g.authorities();
        coverage.named += authorities;
        if [over, Count::Children].into_iter().any(|count| g.get(count) == Some(&CONFLICTING)) {
            coverage.contradictory += authorities;
        }
        match (g.exact(over), g.exact(Count::Children)) {
            (Some(_), Some(_)) => coverage.both += authorities,
            (None, Some(children)) => {
                coverage.children_only += authorities;
                unmatched += children;
                coverage.children_only_with_range += if g.bounds(over).is_some() { authorities } else { 0 };
            }
            (Some(_), None) => coverage.missing_only += authorities,
            (None, None) => coverage.neither += authorities,
        }
    }
    coverage.children_unmatched = Some(unmatched);
    coverage
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::area::AreaCode;
    use crate::cohort::Cohort;
    use crate::period::Period;

    fn figures(given: &[Given]) -> Report {
        let area = Area { code: Some(AreaCode::UNITED_KINGDOM), name: None, level: Level::Kingdom };
        let key = (Period::calendar_year(2024).unwrap(), Cohort::All);
        let mut report = Report::empty();
        figures_of(&area, 212, key, &given.iter().collect::<Vec<_>>(), &mut report);
        report
    }

    fn of(report: &Report, basis: Basis) -> (u64, u64) {
        let rate = report.rates.iter().find(|r| r.basis == basis).unwrap();
        (rate.numerator, rate.denominator)
    }

    /// For one authority: the truth, and an answer that is consistent with it.
    fn truth_and_answer() -> impl Strategy<Value = (u64, u64, Given)> {
        let cover = |truth: u64, how: u8, below: u64, above: u64| match how {
            0 => Answer::Exact { count: truth },
            1 => Answer::Range { lowest: truth.saturating_sub(below), highest: truth + above },
            _ => Answer::Withheld { reason: Withheld::NotHeld },
        };
        (0u64..60, any::<u64>(), 0u8..3, 0u8..3, 0u64..6, 0u64..6).prop_map(
            move |(children, part, hd, hn, below, above)| {
                let missing = part % (children + 1);
                let mut given = Given::default();
                given.set(Count::Children, cover(children, hd, below, above));
                given.set(Count::ChildrenMissing, cover(missing, hn, above, below));
                (missing, children, given)
            },
        )
    }

    proptest! {
        #[test]
        fn the_truth_lies_within_the_bounds(authorities in prop::collection::vec(truth_and_answer(), 1..12)) {
            let given: Vec<Given> = authorities.iter().map(|(.., g)| g.clone()).collect();
            let report = figures(&given);
            let truth_over = |pick: &dyn Fn(&Given) -> bool| {
                let picked = authorities.iter().filter(|(.., g)| pick(g));
                picked.fold((0, 0), |(n, d), (missing, children, _)| (n + missing, d + children))
            };
            // Multiplied crosswise, so that nothing is lost to rounding. 0 of 0 is within any bounds.
            let at_most = |(n, d): (u64, u64), (m, e): (u64, u64)| d == 0 || e == 0 || n * e <= m * d;
            let exact = |g: &Given| g.exact(Count::Children).is_some();
            if given.iter().any(exact) {
                let truth = truth_over(&exact);
                prop_assert!(at_most(of(&report, Basis::Lowest), truth));
                prop_assert!(at_most(truth, of(&report, Basis::Highest)));
            }
            // Bounds by ranges alone, and by silence alone, each hold for their own authorities.
            let both_bounded =
                |g: &Given| g.bounds(Count::Children).is_some() && g.bounds(Count::ChildrenMissing).is_some();
            if report.rates.iter().any(|r| r.basis == Basis::LowestByRangesAlone) {
                let truth = truth_over(&both_bounded);
                prop_assert!(at_most(of(&report, Basis::LowestByRangesAlone), truth));
                prop_assert!(at_most(truth, of(&report, Basis::HighestByRangesAlone)));
            }
            let exact_or_silent =
                |g: &Given| exact(g) && (g.exact(Count::ChildrenMissing).is_some() || g.bounds(Count::ChildrenMissing).is_none());
            if report.rates.iter().any(|r| r.basis == Basis::LowestBySilenceAlone) {
                let truth = truth_over(&exact_or_silent);
                prop_assert!(at_most(of(&report, Basis::LowestBySilenceAlone), truth));
                prop_assert!(at_most(truth, of(&report, Basis::HighestBySilenceAlone)));
            }
            let bounded = |g: &Given| g.bounds(Count::Children).is_some();
            if given.iter().any(bounded) {
                let truth = truth_over(&bounded);
                prop_assert!(at_most(of(&report, Basis::LowestByRanges), truth));
                prop_assert!(at_most(truth, of(&report, Basis::HighestByRanges)));
            }
        }

        #[test]
        fn both_ends_can_be_reached(n in (0u64..8, 0u64..8), d in (0u64..8, 0u64..8)) {
            let (n, d) = ((n.0.min(n.1), n.0.max(n.1)), (d.0.min(d.1), d.0.max(d.1)));
            let allowed: Vec<(u64, u64)> = (n.0..=n.1)
                .flat_map(|n| (d.0..=d.1).map(move |d| (n, d)))
                .filter(|(n, d)| n <= d)
                .collect();
            match extremes(Some(n), Some(d)) {
                None => prop_assert!(allowed.is_empty()),
                Some((low, high)) => {
                    prop_assert!(allowed.contains(&low) && allowed.contains(&high));
                    // Whatever children other authorities have, no allowed answer goes further.
                    for (n, d) in &allowed {
                        let pooled = |(n, d): (u64, u64)| (n + 3) as f64 / (d + 7) as f64;
                        prop_assert!(pooled(low) <= pooled((*n, *d)) && pooled((*n, *d)) <= pooled(high));
                    }
                }
            }
        }
    }

    #[test]
    fn ranges_and_silence_are_told_apart() {
        let given = |children: Answer, missing: Answer| {
            let mut given = Given::default();
            given.set(Count::Children, children);
            given.set(Count::ChildrenMissing, missing);
            given
        };
        let exact = |count| Answer::Exact { count };
        let silent = Answer::Withheld { reason: Withheld::NotHeld };
        let range = Answer::Range { lowest: 1, highest: 4 };
        let report = figures(&[
            given(exact(100), exact(30)),
            given(exact(50), range.clone()),
            given(exact(40), silent.clone()),
            given(range, exact(1)),
        ]);
        assert_eq!(of(&report, Basis::LowestByRangesAlone), (32, 154));
        assert_eq!(of(&report, Basis::HighestByRangesAlone), (35, 151));
        assert_eq!(of(&report, Basis::LowestBySilenceAlone), (30, 140));
        assert_eq!(of(&report, Basis::HighestBySilenceAlone), (70, 140));
        // Where neither range nor silence is there, neither bound is given.
        let report = figures(&[given(exact(100), exact(30)), given(silent.clone(), silent)]);
        assert!(report.rates.iter().all(|r| !matches!(
            r.basis,
            Basis::LowestByRangesAlone | Basis::HighestByRangesAlone | Basis::LowestBySilenceAlone
        )));
    }

    #[test]
    fn zero_of_zero_counts_as_an_answer_and_has_no_rate() {
        let mut given = Given::default();
        given.set(Count::Children, Answer::Exact { count: 0 });
        given.set(Count::ChildrenMissing, Answer::Exact { count: 0 });
        let report = figures(&[given]);
        let rate = &report.rates[0];
        assert_eq!((rate.authorities, rate.value, rate.interval.clone()), (1, None, None));
    }
}
