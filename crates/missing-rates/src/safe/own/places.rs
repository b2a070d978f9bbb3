//! Where each count of a return's children is in its model.

use std::collections::BTreeSet;

use super::children::Child;
use super::of::Of;
use super::what;
use super::who::Who;
use crate::period::Period;

/// The rests of a long period beside a part of it: whose, and what of them.
pub(super) const RESTS: [(Who, usize); 28] = {
    const WHO: [Who; 7] =
        [Who::All, Who::Unaccompanied, Who::Listed, Who::Both, Who::Confirmed, Who::Suspected, Who::Unstated];
    const WHAT: [usize; 4] = [what::CHILDREN, what::MISSING, what::AWAY, what::EITHER];
    let mut rests = [(Who::All, 0); 28];
    let mut at = 0;
    while at < 28 {
        rests[at] = (WHO[at / 4], WHAT[at % 4]);
        at += 1;
    }
    rests
};

/// The periods, and the places of their counts.
pub(super) struct Places {
    pub(super) periods: Vec<Period>,
    /// A period, and one that is in it.
    pub(super) within: Vec<(usize, usize)>,
    /// For each period the long ones around it, and itself; and those that end on the same day.
    around: Vec<Vec<usize>>,
    ending_with: Vec<Vec<usize>>,
    /// The shortest periods: no other is in them, and every period is some of them together.
    pub(super) shortest: Vec<usize>,
    /// Shortest periods of which one follows the other.
    pub(super) following: Vec<(usize, usize)>,
}

impl Places {
    /// Those periods, and every shortest one between the days on which one of them begins or ends.
    pub(super) fn new(mut periods: Vec<Period>) -> Self {
        let starts: BTreeSet<_> = periods.iter().flat_map(|of| [Some(of.start()), of.end().next()]).flatten().collect();
        let starts: Vec<_> = starts.into_iter().collect();
        for pair in starts.windows(2) {
            let between = pair[1].previous().and_then(|end| Period::new(pair[0], end).ok());
            periods.extend(between.filter(|part| periods.iter().any(|of| of.common(*part) == Some(*part))));
        }
        periods.sort_unstable();
        periods.dedup();
        let mut within = Vec::new();
        for (long, whole) in periods.iter().enumerate() {
            for (short, part) in periods.iter().enumerate() {
                if long != short && whole.common(*part) == Some(*part) {
                    within.push((long, short));
                }
            }
        }
        let all = || 0..periods.len();
        let around = |period: usize| {
            within.iter().filter(|(_, short)| *short == period).map(|(long, _)| *long).chain([period]).collect()
        };
        let ending = |period: usize| all().filter(|other| periods[*other].end() == periods[period].end()).collect();
        let shortest: Vec<usize> = all().filter(|at| !within.iter().any(|(long, _)| long == at)).collect();
        let follows = |one: usize, other: usize| periods[one].end().next() == Some(periods[other].start());
        let pairs = shortest.iter().flat_map(|one| shortest.iter().map(move |other| (*one, *other)));
        let following = pairs.filter(|(one, other)| follows(*one, *other)).collect();
        let (around, ending_with) = (all().map(around).collect(), all().map(ending).collect());
        Self { periods, within, around, ending_with, shortest, following }
    }

    fn len(&self) -> usize {
        self.tables() + 4
    }

    /// Where the rests of periods are counted.
    pub(super) fn rests(&self) -> usize {
        self.periods.len() * Who::COUNT * what::COUNTS
    }

    /// Where it is counted by how much the tables by length and by month would be others.
    pub(super) fn tables(&self) -> usize {
        self.rests() + self.within.len() * RESTS.len()
    }

    /// The long periods around a period, and itself.
    pub(super) fn around(&self, period: usize) -> &[usize] {
        &self.around[period]
    }

    /// Periods that end on the same day.
    pub(super) fn ending_with(&self, period: usize) -> &[usize] {
        &self.ending_with[period]
    }

    pub(super) fn place(period: usize, who: Who, what: usize) -> usize {
        (period * Who::COUNT + who.place()) * what::COUNTS + what
    }

    pub(super) fn at(&self, of: Of) -> Option<usize> {
        let period = self.periods.iter().position(|period| *period == of.period)?;
        Some(Self::place(period, of.who, of.what))
    }

    /// The period, whose, and what of them, that is counted in a place; `None` where it is not counted in one period.
    pub(super) fn of(&self, at: usize) -> Option<(usize, Who, usize)> {
        let (period, of) = (at / (Who::COUNT * what::COUNTS), at % (Who::COUNT * what::COUNTS));
        (period < self.periods.len()).then(|| (period, Who::at(of / what::COUNTS), of % what::COUNTS))
    }

    /// Adds every count that a child counts in, and how often.
    pub(super) fn count(&self, child: &Child, add: &mut dyn FnMut(usize, i64)) {
        let whose: Vec<Vec<Who>> = (0..self.periods.len())
            .map(|period| {
                if child.periods[period].counts {
                    Who::all().filter(|who| who.has(child, period)).collect()
                } else {
                    Vec::new()
                }
            })
            .collect();
        let outcomes: Vec<[i64; what::COUNTS]> = (0..self.periods.len()).map(|period| child.outcomes(period)).collect();
        for (period, (whose, outcomes)) in whose.iter().zip(&outcomes).enumerate() {
            for who in whose {
                for (what, n) in outcomes.iter().enumerate().filter(|(_, n)| **n != 0) {
                    add(Self::place(period, *who, what), *n);
                }
            }
        }
        for (pair, (long, short)) in self.within.iter().enumerate() {
            if !child.periods[*long].counts {
                continue;
            }
            for (at, (who, what)) in RESTS.iter().enumerate() {
                let is_in = |period: usize| outcomes[period][*what] != 0 && whose[period].contains(who);
                if is_in(*long) && !is_in(*short) {
                    add(self.rests() + pair * RESTS.len() + at, 1);
                }
            }
        }
        let beside = child.longer.into_iter().chain(child.later);
        for (at, n) in beside.enumerate().filter(|(_, n)| *n != 0) {
            add(self.tables() + at, n);
        }
    }

    /// Every count, of all children together.
    pub(super) fn truth(&self, kinds: &[(Child, u64)]) -> Vec<i64> {
        let mut truth = vec![0_i64; self.len()];
        for (child, n) in kinds {
            let n = i64::try_from(*n).unwrap_or(i64::MAX / 4);
            self.count(child, &mut |at, by| truth[at] += by * n);
        }
        truth
    }
}
