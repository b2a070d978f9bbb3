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

/// How many numbers are tried before a search is given up; and where more depends on it than one more hidden number.
const TRIES: usize = 300;
const MANY_TRIES: usize = 20_000;

/// How often numbers are narrowed before one is tried. What is left then is found out by trying.
const ROUNDS: usize = 30;

/// More than any count.
const OPEN: i64 = 1 << 40;

/// Each part as the sum of two others.
const SUMS: [[usize; 3]; 6] = [[0, 1, 4], [0, 2, 5], [1, 3, 6], [2, 3, 7], [4, 7, 8], [5, 6, 8]];

/// Parts of which no two have a child in common, and which make up all others: both cohorts, one without the other, neither.
const APART: &[usize] = &[3, 7, 6, 8];
/// Where nothing holds of what is left of a cohort, each cohort by itself.
const COHORTS: &[usize] = &[0, 1, 2, 3];

/// What can happen to children: to how many it happened, in how many incidents, to how many again, to how many at the end.
const KINDS: [[Count; 4]; 2] = [
    [Count::ChildrenMissing, Count::MissingIncidents, Count::ChildrenMissingMoreThanOnce, Count::ChildrenMissingAtEnd],
    [Count::ChildrenAway, Count::AwayIncidents, Count::ChildrenAwayMoreThanOnce, Count::ChildrenAwayAtEnd],
];

/// Whether there can be such children. Where the search is given up, it is said that there cannot.
pub(super) fn feasible(said: &Sayings, holds: Holds) -> bool {
    can_be(said, holds, TRIES)
}

/// The same, of what is truly so.
pub(super) fn surely_feasible(said: &Sayings, holds: Holds) -> bool {
    can_be(said, holds, MANY_TRIES)
}

fn can_be(said: &Sayings, holds: Holds, mut tries: usize) -> bool {
    if holds == Holds::Nowhere {
        return true;
    }
    let counted = Counted::of(said, holds);
    Between::of(said).is_some_and(|mut between| between.search(&counted, &mut tries))
}

/// What is counted of which parts.
struct Counted {
    /// The counts of which something is said, and those that hang on them.
    counts: Vec<usize>,
    kinds: [bool; 2],
    /// Whether what is left of a cohort are children too.
    everywhere: bool,
    regions: usize,
}

impl Counted {
    fn of(said: &Sayings, holds: Holds) -> Self {
        let is_said = |count: Count| said.iter().any(|of| of[count as usize] != Said::Nothing);
        let kinds = KINDS.map(|kind| kind.into_iter().any(is_said));
        let happened = |count: &Count| KINDS.iter().zip(kinds).any(|(kind, is)| is && kind[0] == *count);
        let all = Count::ALL.into_iter().filter(|count| is_said(*count) || happened(count));
        let everywhere = holds == Holds::Everywhere;
        let regions = if everywhere { REGIONS } else { Cohort::ALL.len() };
        Self { counts: all.map(|count| count as usize).collect(), kinds, everywhere, regions }
    }
}

/// Between which numbers each count of each part is.
#[derive(Clone)]
struct Between {
    least: [[i64; REGIONS]; Count::ALL.len()],
    most: [[i64; REGIONS]; Count::ALL.len()],
    changed: bool,
}

impl Between {
    /// As it was said; `None` of less than nobody.
    fn of(said: &Sayings) -> Option<Self> {
        let mut between =
            Self { least: [[0; REGIONS]; Count::ALL.len()], most: [[OPEN; REGIONS]; Count::ALL.len()], changed: false };
        for (cohort, counts) in said.iter().enumerate() {
            for (count, said) in counts.iter().enumerate() {
                let (least, most) = match *said {
                    Said::Nothing => continue,
                    Said::Number(n) => (n, n),
                    Said::Range(least, most) => (least.max(0), most.min(OPEN)),
                };
                if least < 0 || least > most {
                    return None;
                }
                (between.least[count][cohort], between.most[count][cohort]) = (least, most);
            }
        }
        Some(between)
    }

    /// Whether there are numbers between these of which all definitions hold: narrows them, and tries those that are left.
    fn search(&mut self, of: &Counted, tries: &mut usize) -> bool {
        if !self.narrow(of) {
            return false;
        }
        let apart = if of.everywhere { APART } else { COHORTS };
        let all = of.counts.iter().flat_map(|count| apart.iter().map(move |region| (*count, *region)));
        let Some((count, region)) = all.into_iter().find(|(count, region)| self.is_open(*count, *region)) else {
            // Where narrowing was given up, it is not known that all is well.
            return !self.changed;
        };
        let (least, most) = (self.least[count][region], self.most[count][region]);
        let some = [least, most, least + 1, least.midpoint(most), most - 1, least + 2];
        for (at, n) in some.into_iter().enumerate() {
            if !(least..=most).contains(&n) || some[..at].contains(&n) {
                continue;
            }
            if *tries == 0 {
                return false;
            }
            *tries -= 1;
            let mut next = self.clone();
            (next.least[count][region], next.most[count][region]) = (n, n);
            if next.search(of, tries) {
                return true;
            }
        }
        false
    }

    fn is_open(&self, count: usize, region: usize) -> bool {
        self.least[count][region] < self.most[count][region]
    }

    /// Leaves out what cannot be; `false` if nothing is left of some count.
    fn narrow(&mut self, of: &Counted) -> bool {
        for _ in 0..ROUNDS {
            self.changed = false;
            if of.everywhere {
                for count in &of.counts {
                    self.add_up(*count);
                }
            }
            for (kind, _) in KINDS.iter().zip(of.kinds).filter(|(_, is)| *is) {
                (0..of.regions).for_each(|region| self.define(*kind, region));
            }
            let is_left = |count: &usize| (0..of.regions).all(|at| self.least[*count][at] <= self.most[*count][at]);
            if !of.counts.iter().all(is_left) {
                return false;
            }
            if !self.changed {
                return true;
            }
        }
        true
    }

    fn at_least(&mut self, count: usize, region: usize, n: i64) {
        if n > self.least[count][region] {
            self.least[count][region] = n;
            self.changed = true;
        }
    }

    fn at_most(&mut self, count: usize, region: usize, n: i64) {
        if n < self.most[count][region] {
            self.most[count][region] = n;
            self.changed = true;
        }
    }

    /// Parts add up.
    fn add_up(&mut self, count: usize) {
        for [whole, one, other] in SUMS {
            self.at_least(count, whole, self.least[count][one] + self.least[count][other]);
            self.at_most(count, whole, self.most[count][one] + self.most[count][other]);
            for (one, other) in [(one, other), (other, one)] {
                self.at_least(count, one, self.least[count][whole] - self.most[count][other]);
                self.at_most(count, one, self.most[count][whole] - self.least[count][other]);
            }
        }
    }

    /// What is so of each kind of incident, by the definitions.
    fn define(&mut self, kind: [Count; 4], region: usize) {
        let children = Count::Children as usize;
        let [some, incidents, again, at_end] = kind.map(|count| count as usize);
        for (part, whole) in [(some, children), (again, some), (at_end, some)] {
            self.at_most(part, region, self.most[whole][region]);
            self.at_least(whole, region, self.least[part][region]);
        }
        // Each child has an incident, and whoever went again has two.
        self.at_least(incidents, region, self.least[some][region] + self.least[again][region]);
        self.at_most(some, region, self.most[incidents][region] - self.least[again][region]);
        self.at_most(again, region, self.most[incidents][region] - self.least[some][region]);
        if self.least[incidents][region] > 0 {
            self.at_least(some, region, 1);
        }
        if self.most[some][region] == 0 {
            self.at_most(incidents, region, 0);
        }
        // More incidents than children are somebody's second.
        if self.least[incidents][region] > self.most[some][region] {
            self.at_least(again, region, 1);
        }
        if self.most[again][region] == 0 {
            self.at_most(incidents, region, self.most[some][region]);
            self.at_least(some, region, self.least[incidents][region]);
        }
    }
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
