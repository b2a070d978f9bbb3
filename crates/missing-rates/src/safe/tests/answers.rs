//! What an attacker knows of the answers of authorities, from a safe report alone and from who answered what.

use std::collections::{BTreeMap, BTreeSet};

use super::attacker::System;
use crate::area::{AreaCode, authority};
use crate::cohort::{Cohort, Count, Share};
use crate::period::Period;
use crate::report::{Area, Basis, Level, Measure, Report};

/// Who gave an exact answer, by period, cohort and count.
struct Gave(BTreeMap<(Period, Cohort, Count), BTreeSet<AreaCode>>);

impl Gave {
    /// Who in an area gave all of these exactly.
    fn all(&self, area: &Area, (period, cohort): (Period, Cohort), counts: &[Count]) -> Vec<AreaCode> {
        let lies = |code: &AreaCode| {
            area.code == Some(*code) || authority(*code).is_some_and(|of| of.lies_in().contains(area))
        };
        let gave = |code: &AreaCode| {
            counts.iter().all(|count| self.0.get(&(period, cohort, *count)).is_some_and(|of| of.contains(code)))
        };
        self.0.values().flatten().collect::<BTreeSet<_>>().into_iter().copied().filter(|c| lies(c) && gave(c)).collect()
    }
}

fn name(code: AreaCode, (period, cohort): (Period, Cohort), count: Count) -> String {
    format!("{code} {period} {cohort:?} {count:?}")
}

/// Everything that a safe report shows of authorities' answers.
pub(super) fn known(exact: &Report, safe: &Report, system: &mut System) {
    let mut gave = Gave(BTreeMap::new());
    let own = |total: &&crate::report::Total| total.area.level == Level::Authority;
    for total in exact.totals.iter().filter(own) {
        if let (Some(number), Some(code)) = (total.exact, total.area.code) {
            gave.0.entry((total.period, total.cohort, total.measure)).or_default().insert(code);
            system.count(name(code, (total.period, total.cohort), total.measure), number);
        }
    }
    of_each_authority(&gave, system);
    let at = |system: &System, codes: &[AreaCode], key, count| -> Vec<usize> {
        codes.iter().map(|code| system.place(&name(*code, key, count)).unwrap()).collect()
    };
    let sum = |system: &mut System, codes: &[AreaCode], key, count| {
        let parts = at(system, codes, key, count);
        if let [one] = parts.as_slice() { system.show(*one) } else { system.show_sum(&parts) }
    };
    let pooled = |area: &Area| area.level != Level::Return;
    for total in safe.totals.iter().filter(|total| pooled(&total.area) && total.exact.is_some()) {
        let key = (total.period, total.cohort);
        sum(system, &gave.all(&total.area, key, &[total.measure]), key, total.measure);
    }
    for rate in safe.rates.iter().filter(|rate| pooled(&rate.area)) {
        let (key, over) = ((rate.period, rate.cohort), rate.measure.numerator());
        let both = gave.all(&rate.area, key, &[over, Count::Children]);
        let all = gave.all(&rate.area, key, &[Count::Children]);
        match rate.basis {
            Basis::Matched => {
                for count in [over, Count::Children] {
                    sum(system, &both, key, count);
                }
            }
            Basis::AllAnswers => {
                sum(system, &gave.all(&rate.area, key, &[over]), key, over);
                sum(system, &all, key, Count::Children);
            }
            Basis::Lowest => {
                sum(system, &both, key, over);
                sum(system, &all, key, Count::Children);
            }
            Basis::Highest => {
                let silent: Vec<AreaCode> = all.iter().copied().filter(|code| !both.contains(code)).collect();
                let mut parts = at(system, &both, key, over);
                parts.extend(at(system, &silent, key, Count::Children));
                system.show_sum(&parts);
                sum(system, &all, key, Count::Children);
            }
            Basis::LowestBySilenceAlone
            | Basis::HighestBySilenceAlone
            | Basis::LowestByRanges
            | Basis::HighestByRanges
            | Basis::LowestByRangesAlone
            | Basis::HighestByRangesAlone => {
                // What is known of ranges is known; what stands beside them counts in full.
                sum(system, &both, key, over);
            }
            Basis::ChildLevel | Basis::LikeForLike => unreachable!("{rate:?}"),
        }
    }
    for ratio in safe.ratios.iter().filter(|ratio| pooled(&ratio.area)) {
        let (key, (over, under)) = ((ratio.period, ratio.cohort), ratio.measure.parts());
        let both = gave.all(&ratio.area, key, &[over, under]);
        for count in [over, under] {
            sum(system, &both, key, count);
        }
    }
    for coverage in safe.coverage.iter().filter(|coverage| coverage.children_unmatched.is_some()) {
        let (key, over) = ((coverage.period, coverage.cohort), coverage.measure.numerator());
        let both = gave.all(&coverage.area, key, &[over, Count::Children]);
        let mut silent = gave.all(&coverage.area, key, &[Count::Children]);
        silent.retain(|code| !both.contains(code));
        sum(system, &silent, key, Count::Children);
    }
    for change in safe.changes.iter().filter(|change| pooled(&change.area)) {
        let counts = match change.measure {
            Measure::Share(share) => vec![share.numerator(), Count::Children],
            Measure::Average(average) => vec![average.parts().0, average.parts().1],
            Measure::Count(count) => vec![count],
            Measure::Events(_) => unreachable!("{change:?}"),
        };
        let keys = [(change.from, change.cohort), (change.to, change.cohort)];
        let mut codes = keys.map(|key| gave.all(&change.area, key, &counts));
        if change.basis == Basis::LikeForLike {
            let [from, to] = codes.clone();
            codes[0].retain(|code| to.contains(code));
            codes[1].retain(|code| from.contains(code));
        }
        for (key, codes) in keys.into_iter().zip(&codes) {
            for count in &counts {
                sum(system, codes, key, *count);
            }
        }
    }
    of_single_authorities(safe, &gave, system);
}

/// What stands in lists of authorities, or for one of them.
fn of_single_authorities(safe: &Report, gave: &Gave, system: &mut System) {
    let pair = |measure: Share| [measure.numerator(), Count::Children];
    for funnel in &safe.funnel {
        for point in &funnel.authorities {
            for count in pair(funnel.measure) {
                system.show(system.place(&name(point.code, (funnel.period, funnel.cohort), count)).unwrap());
            }
        }
    }
    for comparison in &safe.comparisons {
        for count in pair(comparison.measure) {
            let code = comparison.authority.code.unwrap();
            system.show(system.place(&name(code, (comparison.period, comparison.cohort), count)).unwrap());
        }
    }
    for influence in &safe.influence {
        let key = (influence.period, influence.cohort);
        for count in pair(influence.measure) {
            let all = gave.all(&influence.area, key, &pair(influence.measure));
            for without in &influence.without {
                let others: Vec<usize> = all
                    .iter()
                    .filter(|code| !without.respondent.codes.contains(code))
                    .map(|code| system.place(&name(*code, key, count)).unwrap())
                    .collect();
                system.show_sum(&others);
            }
        }
    }
    for overlap in &safe.overlaps {
        let of = |cohort| (overlap.period, cohort);
        let cohorts = [Cohort::TraffickedAndUnaccompanied, Cohort::Trafficked, Cohort::Unaccompanied];
        let mut codes = gave.all(&overlap.area, of(cohorts[0]), &[Count::Children]);
        for cohort in cohorts {
            let others = gave.all(&overlap.area, of(cohort), &[Count::Children]);
            codes.retain(|code| others.contains(code));
        }
        for cohort in cohorts {
            let parts: Vec<usize> =
                codes.iter().map(|code| system.place(&name(*code, of(cohort), Count::Children)).unwrap()).collect();
            system.show_sum(&parts);
        }
    }
    for target in &safe.targets {
        let key = (target.period, target.cohort);
        for count in pair(target.measure) {
            let all = gave.all(&target.area, key, &pair(target.measure));
            let parts: Vec<usize> = all.iter().map(|c| system.place(&name(*c, key, count)).unwrap()).collect();
            system.show_sum(&parts);
        }
    }
}

/// Children missing are children; incidents are at least as many as children missing; who is both is each.
fn of_each_authority(gave: &Gave, system: &mut System) {
    let keys: BTreeSet<(Period, AreaCode)> =
        gave.0.iter().flat_map(|((period, ..), codes)| codes.iter().map(|code| (*period, *code))).collect();
    for (period, code) in keys {
        for cohort in Cohort::ALL {
            let at = |count| system.place(&name(code, (period, cohort), count));
            let [children, missing, incidents] =
                [Count::Children, Count::ChildrenMissing, Count::MissingIncidents].map(at);
            for (less, more) in [(missing, children), (missing, incidents)] {
                if let (Some(less), Some(more)) = (less, more) {
                    system.at_most(&[less], &[more]);
                }
            }
        }
        for count in Count::ALL {
            let at = |cohort| system.place(&name(code, (period, cohort), count));
            let both = at(Cohort::TraffickedAndUnaccompanied);
            for of in [Cohort::Trafficked, Cohort::Unaccompanied].map(at) {
                if let (Some(both), Some(of)) = (both, of) {
                    system.at_most(&[both], &[of]);
                }
            }
        }
    }
}
