//! Whether there can be children of whom all that an authority said is true.

use crate::cohort::{Cohort, Count};

/// What is said of one count of one cohort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Said {
    #[default]
    Nothing,
    Number(i64),
    /// The least and the most.
    Range(i64, i64),
}

/// All that one authority said about a period, and what is published of it: by cohort and by count.
pub(super) type Sayings = [[Said; Count::ALL.len()]; Cohort::ALL.len()];

/// Parts of an authority's children, of each of which the definitions hold: the cohorts, and what is left of them.
const REGIONS: usize = 9;

/// In which parts the definitions hold of what an authority said. Where its answers contradict each other, nobody can work
/// anything out by these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Holds {
    #[default]
    Everywhere,
    /// In each cohort, but not in what is left of it without another.
    InCohorts,
    Nowhere,
}

impl Holds {
    fn regions(self) -> usize {
        match self {
            Self::Everywhere => REGIONS,
            Self::InCohorts => Cohort::ALL.len(),
            Self::Nowhere => 0,
        }
    }
}

/// What is counted in each region; `None` where it can be anything.
type Regions = [Option<i64>; REGIONS];

/// How many ways of telling the parts apart are tried.
const TRIES: usize = 1_500;

/// Ranges of fewer numbers are tried number by number.
const EACH: i64 = 8;

/// Whether there can be such children. Where the search is given up, it is said that there cannot.
pub(super) fn feasible(said: &Sayings, holds: Holds) -> bool {
    let mut tries = TRIES;
    search((said, holds.regions()), 0, &mut [[None; REGIONS]; Count::ALL.len()], &mut tries)
}

fn search(
    (said, holds): (&Sayings, usize),
    count: usize,
    chosen: &mut [Regions; Count::ALL.len()],
    tries: &mut usize,
) -> bool {
    if count == Count::ALL.len() {
        return true;
    }
    for regions in ways(&said.map(|of| of[count])) {
        if *tries == 0 {
            return false;
        }
        *tries -= 1;
        chosen[count] = regions;
        if fits(&chosen[..], count, holds) && search((said, holds), count + 1, chosen, tries) {
            return true;
        }
    }
    chosen[count] = [None; REGIONS];
    false
}

/// The ways in which one count can be spread over the parts.
fn ways(said: &[Said; Cohort::ALL.len()]) -> Vec<Regions> {
    let values = |of: Said| match of {
        Said::Nothing => vec![None],
        Said::Number(n) => vec![Some(n)],
        // Of a short range all; of a long one its ends, and what most often decides: one more than the least.
        Said::Range(low, high) if high - low < EACH => (low..=high).map(Some).collect(),
        Said::Range(low, high) => vec![Some(low), Some(low + 1), Some(high), Some(low.midpoint(high))],
    };
    let mut ways = Vec::new();
    for all in values(said[0]) {
        for one in values(said[1]) {
            for other in values(said[2]) {
                let told = values(said[3]);
                let both = match (one, other, told.as_slice()) {
                    (Some(one), Some(other), [None]) => {
                        let least = all.map_or(0, |all| (one + other - all).max(0));
                        let most = one.min(other);
                        // The ends, and what is near them: what is left of each must hold those of it who went missing.
                        let near = [0, 1, 2, 3].map(|n| least + n).into_iter().chain([least.midpoint(most), most - 1]);
                        let near = near.filter(|n| (least..=most).contains(n));
                        let mut between = vec![Some(least)];
                        for n in std::iter::once(most).chain(near).map(Some) {
                            if !between.contains(&n) {
                                between.push(n);
                            }
                        }
                        between
                    }
                    _ => told,
                };
                ways.extend(both.into_iter().map(|both| regions(all, one, other, both)));
            }
        }
    }
    ways
}

fn regions(all: Option<i64>, one: Option<i64>, other: Option<i64>, both: Option<i64>) -> Regions {
    let less = |a: Option<i64>, b: Option<i64>| Some(a? - b?);
    let neither = less(less(all, one), less(other, both));
    [all, one, other, both, less(all, one), less(all, other), less(one, both), less(other, both), neither]
}

/// For each part, itself and those that it is in: of what an authority did not say of a part, what it said of a larger one is
/// the most.
const AROUND: [&[usize]; REGIONS] =
    [&[0], &[1, 0], &[2, 0], &[3, 1, 2, 0], &[4, 0], &[5, 0], &[6, 1, 5, 0], &[7, 2, 4, 0], &[8, 4, 5, 0]];

/// Whether the definitions hold of a count beside those before it, in every part.
fn fits(chosen: &[Regions], count: usize, holds: usize) -> bool {
    (0..holds).all(|region| {
        let of = |count: Count| chosen[count as usize][region];
        let around = if holds == REGIONS { AROUND[region] } else { std::slice::from_ref(&region) };
        let most = |count: Count| around.iter().filter_map(|region| chosen[count as usize][*region]).min();
        if chosen[count][region].is_some_and(|n| n < 0) {
            return false;
        }
        let kind = |missing, incidents, again, at_end| {
            let (m, i, again, at_end): (Option<i64>, Option<i64>, Option<i64>, Option<i64>) =
                (of(missing), of(incidents), of(again), of(at_end));
            let at_most = [Count::Children, missing].into_iter().filter_map(most).min().unwrap_or(i64::MAX);
            m.is_none_or(|m| m <= at_most)
                && again.is_none_or(|again| again <= at_most)
                && at_end.is_none_or(|at_end| at_end <= at_most)
                && i.is_none_or(|i| {
                    let least = m.unwrap_or(0).max(again.unwrap_or(0)) + again.unwrap_or(0);
                    i >= least && (i == 0 || at_most > 0) && !(again == Some(0) && m.is_some_and(|m| i != m))
                })
                && most(incidents).is_none_or(|most| m.max(again).is_none_or(|n| n + again.unwrap_or(0) <= most))
        };
        kind(
            Count::ChildrenMissing,
            Count::MissingIncidents,
            Count::ChildrenMissingMoreThanOnce,
            Count::ChildrenMissingAtEnd,
        ) && kind(Count::ChildrenAway, Count::AwayIncidents, Count::ChildrenAwayMoreThanOnce, Count::ChildrenAwayAtEnd)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Children, children missing and incidents of all children and of the unaccompanied.
    fn of(all: [i64; 3], unaccompanied: [i64; 3]) -> bool {
        let mut said = Sayings::default();
        for (cohort, counts) in [(0, all), (1, unaccompanied)] {
            for (count, n) in [0, 1, 2].into_iter().zip(counts) {
                said[cohort][count] = Said::Number(n);
            }
        }
        feasible(&said, Holds::Everywhere)
    }

    #[test]
    fn what_is_left_of_all_children_are_children_too() {
        assert!(of([30, 10, 10], [20, 7, 7]));
        // Of ten children with ten incidents, seven incidents are seven children's.
        assert!(!of([30, 10, 10], [20, 6, 7]));
        assert!(!of([30, 10, 12], [20, 4, 10]));
        assert!(of([30, 10, 14], [20, 8, 9]));
        // Five who are not unaccompanied, of whom six would be missing.
        assert!(!of([25, 10, 14], [20, 4, 4]));
    }

    #[test]
    fn what_is_not_said_of_a_part_is_no_more_than_what_is_said_around_it() {
        let mut said = Sayings::default();
        // Of two cohorts nothing is said but how many of both went missing, and how many there are of one.
        said[2][Count::Children as usize] = Said::Number(3);
        for (n, is) in [(3, true), (4, false)] {
            said[3][Count::ChildrenMissing as usize] = Said::Number(n);
            assert_eq!(feasible(&said, Holds::Everywhere), is, "{n}");
        }
        said[3][Count::ChildrenMissing as usize] = Said::Number(3);
        for (n, is) in [(3, true), (2, false)] {
            said[1][Count::MissingIncidents as usize] = Said::Number(n);
            assert_eq!(feasible(&said, Holds::Everywhere), is, "{n}");
        }
    }

    #[test]
    fn who_are_both_is_found() {
        let mut said = Sayings::default();
        for (cohort, n) in [(0, 12), (1, 7), (2, 10)] {
            said[cohort][Count::ChildrenMissing as usize] = Said::Number(n);
        }
        assert!(feasible(&said, Holds::Everywhere));
        said[3][Count::ChildrenMissing as usize] = Said::Number(4);
        assert!(!feasible(&said, Holds::Everywhere));
        said[3][Count::ChildrenMissing as usize] = Said::Range(3, 6);
        assert!(feasible(&said, Holds::Everywhere));
    }
}
