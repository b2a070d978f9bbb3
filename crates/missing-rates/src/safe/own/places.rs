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
        Self { periods, within }
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
    pub(super) fn around(&self, period: usize) -> Vec<usize> {
        self.within.iter().filter(|(_, short)| *short == period).map(|(long, _)| *long).chain([period]).collect()
    }

    /// The shortest periods: no other is in them, and every period is some of them together.
    pub(super) fn shortest(&self) -> Vec<usize> {
        (0..self.periods.len()).filter(|at| !self.within.iter().any(|(long, _)| long == at)).collect()
    }

    /// Shortest periods of which one follows the other.
    pub(super) fn following(&self) -> Vec<(usize, usize)> {
        let shortest = self.shortest();
        let follows = |one: usize, other: usize| self.periods[one].end().next() == Some(self.periods[other].start());
        let pairs = shortest.iter().flat_map(|one| shortest.iter().map(move |other| (*one, *other)));
        pairs.filter(|(one, other)| follows(*one, *other)).collect()
    }

    /// Periods that end on the same day.
    pub(super) fn ending_with(&self, period: usize) -> Vec<usize> {
        let end = self.periods[period].end();
        (0..self.periods.len()).filter(|other| self.periods[*other].end() == end).collect()
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

    /// Every count that a child counts in, and how often.
    pub(super) fn counted(&self, child: &Child) -> Vec<(usize, i64)> {
        let mut counted = Vec::new();
        for period in 0..self.periods.len() {
            if !child.periods[period].counts {
                continue;
            }
            let outcomes = child.outcomes(period);
            for who in Who::all().filter(|who| who.has(child, period)) {
                for (what, n) in outcomes.iter().enumerate().filter(|(_, n)| **n != 0) {
                    counted.push((Self::place(period, who, what), *n));
                }
            }
        }
        for (pair, (long, short)) in self.within.iter().enumerate() {
            if !child.periods[*long].counts {
                continue;
            }
            let (whole, part) = (child.outcomes(*long), child.outcomes(*short));
            for (at, (who, what)) in RESTS.iter().enumerate() {
                let in_part = who.has(child, *short) && part[*what] != 0;
                if who.has(child, *long) && whole[*what] != 0 && !in_part {
                    counted.push((self.rests() + pair * RESTS.len() + at, 1));
                }
            }
        }
        let beside = child.longer.into_iter().chain(child.later);
        counted.extend(beside.enumerate().filter(|(_, n)| *n != 0).map(|(at, n)| (self.tables() + at, n)));
        counted
    }

    /// Every count, of all children together.
    pub(super) fn truth(&self, kinds: &[(Child, u64)]) -> Vec<i64> {
        let mut truth = vec![0_i64; self.len()];
        for (child, n) in kinds {
            for (at, by) in self.counted(child) {
                truth[at] += by * i64::try_from(*n).unwrap_or(i64::MAX / 4);
            }
        }
        truth
    }
}
