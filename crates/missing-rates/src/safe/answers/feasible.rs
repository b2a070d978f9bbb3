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

/// What is counted in each region, and the most that it can be for what is said of those around it.
#[derive(Clone, Copy)]
struct Chosen {
    of: Regions,
    most: [i64; REGIONS],
}

/// A way for each count.
type Way = [Chosen; Count::ALL.len()];

/// How many ways of telling the parts apart are tried.
const TRIES: usize = 1_500;

/// Ranges of fewer numbers are tried number by number.
const EACH: usize = 8;

/// Whether there can be such children. Where the search is given up, it is said that there cannot.
pub(super) fn feasible(said: &Sayings, holds: Holds) -> bool {
    let mut tries = TRIES;
    search((said, holds.regions()), 0, &mut [Chosen::NOTHING; Count::ALL.len()], &mut tries)
}

fn search((said, holds): (&Sayings, usize), count: usize, way: &mut Way, tries: &mut usize) -> bool {
    if count == Count::ALL.len() {
        return true;
    }
    for regions in ways(&said.map(|of| of[count])) {
        if *tries == 0 {
            return false;
        }
        *tries -= 1;
        way[count] = Chosen::of(regions, holds);
        if fits(way, count, holds) && search((said, holds), count + 1, way, tries) {
            return true;
        }
    }
    way[count] = Chosen::NOTHING;
    false
}

/// The ways in which one count can be spread over the parts.
fn ways(said: &[Said; Cohort::ALL.len()]) -> Vec<Regions> {
    let mut ways: Vec<Regions> = Vec::with_capacity(EACH);
    for all in values(said[0]) {
        for one in values(said[1]) {
            for other in values(said[2]) {
                if let (Some(one), Some(other), Said::Nothing) = (one, other, said[3]) {
                    let before = ways.len();
                    for both in of_both(all, one, other) {
                        let way = regions(all, Some(one), Some(other), Some(both));
                        if !ways[before..].contains(&way) {
                            ways.push(way);
                        }
                    }
                } else {
                    ways.extend(values(said[3]).map(|both| regions(all, one, other, both)));
                }
            }
        }
    }
    ways
}

/// The numbers that are tried.
fn values(of: Said) -> impl Iterator<Item = Option<i64>> {
    let mut values = [None; EACH];
    match of {
        Said::Nothing => values[0] = Some(None),
        Said::Number(n) => values[0] = Some(Some(n)),
        // Of a short range all; of a long one its ends, and what most often decides: one more than the least.
        Said::Range(low, high) if usize::try_from(high - low).is_ok_and(|apart| apart < EACH) => {
            values.iter_mut().zip(low..=high).for_each(|(value, n)| *value = Some(Some(n)));
        }
        Said::Range(low, high) if low <= high => {
            let some = [low, low + 1, high, low.midpoint(high)];
            values.iter_mut().zip(some).for_each(|(value, n)| *value = Some(Some(n)));
        }
        Said::Range(..) => {}
    }
    values.into_iter().flatten()
}

/// How many can be of both cohorts, of which nothing is said: the ends, and what is near them, since what is left of each
/// must hold those of it who went missing.
fn of_both(all: Option<i64>, one: i64, other: i64) -> impl Iterator<Item = i64> {
    let least = all.map_or(0, |all| (one + other - all).max(0));
    let most = one.min(other);
    let near = [most, least + 1, least + 2, least + 3, least.midpoint(most), most - 1];
    // The least is tried even where it is more than the most: then there is no way, and it is seen that there is none.
    std::iter::once(least).chain(near.into_iter().filter(move |n| *n == most || (least..=most).contains(n)))
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

impl Chosen {
    const NOTHING: Self = Self { of: [None; REGIONS], most: [i64::MAX; REGIONS] };

    fn of(regions: Regions, holds: usize) -> Self {
        let mut most = regions.map(|n| n.unwrap_or(i64::MAX));
        if holds == REGIONS {
            for (most, around) in most.iter_mut().zip(AROUND) {
                *most = around.iter().filter_map(|region| regions[*region]).fold(*most, i64::min);
            }
        }
        Self { of: regions, most }
    }
}

/// What can happen to children: how many it happened to, in how many incidents, to how many again, to how many at the end.
const KINDS: [[Count; 4]; 2] = [
    [Count::ChildrenMissing, Count::MissingIncidents, Count::ChildrenMissingMoreThanOnce, Count::ChildrenMissingAtEnd],
    [Count::ChildrenAway, Count::AwayIncidents, Count::ChildrenAwayMoreThanOnce, Count::ChildrenAwayAtEnd],
];

/// Whether the definitions hold of a count beside those before it, in every part. Those before it hold of each other.
fn fits(way: &Way, count: usize, holds: usize) -> bool {
    let mut counted = way[count].of[..holds].iter().flatten();
    if counted.any(|n| *n < 0) {
        return false;
    }
    let children = Count::Children as usize;
    let mut concerned =
        KINDS.into_iter().filter(|kind| count == children || kind.iter().any(|of| *of as usize == count));
    concerned.all(|kind| (0..holds).all(|region| holds_of(way, kind, region)))
}

/// Whether the definitions hold of what happened to the children of a part.
fn holds_of(way: &Way, kind: [Count; 4], region: usize) -> bool {
    let [m, i, again, at_end] = kind.map(|count| way[count as usize].of[region]);
    let most = |count: Count| way[count as usize].most[region];
    let [missing, incidents, ..] = kind;
    let at_most = most(Count::Children).min(most(missing));
    let twice = again.unwrap_or(0);
    m.is_none_or(|m| m <= at_most)
        && again.is_none_or(|again| again <= at_most)
        && at_end.is_none_or(|at_end| at_end <= at_most)
        && i.is_none_or(|i| {
            let least = m.unwrap_or(0).max(twice) + twice;
            i >= least && (i == 0 || at_most > 0) && !(again == Some(0) && m.is_some_and(|m| i != m))
        })
        && m.max(again).is_none_or(|n| n + twice <= most(incidents))
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
