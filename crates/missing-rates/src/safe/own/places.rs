//! Where each count of a return's children is in its model.

use std::collections::BTreeSet;

use super::children::Child;
use super::of::Of;
use super::what;
use super::who::Who;
use crate::period::Period;

/// What a reader takes from two periods of which one is in the other, or from one and the two that make it up: whose, and
/// what of them.
pub(super) const RESTS: [(Who, usize); WHO.len() * WHAT.len()] = {
    let mut rests = [(Who::All, 0); WHO.len() * WHAT.len()];
    let mut at = 0;
    while at < rests.len() {
        rests[at] = (WHO[at / WHAT.len()], WHAT[at % WHAT.len()]);
        at += 1;
    }
    rests
};
const WHO: [Who; 7] =
    [Who::All, Who::Unaccompanied, Who::Listed, Who::Both, Who::Confirmed, Who::Suspected, Who::Unstated];
const WHAT: [usize; 8] = [
    what::CHILDREN,
    what::MISSING,
    what::AWAY,
    what::EITHER,
    what::MISSING + what::INCIDENTS,
    what::AWAY + what::INCIDENTS,
    what::MISSING + what::AGAIN,
    what::AWAY + what::AGAIN,
];

/// The periods, and the places of their counts.
pub(super) struct Places {
    pub(super) periods: Vec<Period>,
    /// A period, and one that is in it.
    pub(super) within: Vec<(usize, usize)>,
    /// A period, and the two of which it is made up.
    pub(super) made_up: Vec<(usize, [usize; 2])>,
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
        let made_up = made_up(&periods, &within);
        Self { periods, within, made_up, around, ending_with, shortest, following }
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
        self.rests() + (self.within.len() + self.made_up.len()) * RESTS.len()
    }

    /// Where [`RESTS`] are counted of two periods or three, and of which.
    pub(super) fn between(&self) -> impl Iterator<Item = (usize, Vec<usize>)> {
        let rests = self.within.iter().map(|(long, short)| vec![*long, *short]);
        let both = self.made_up.iter().map(|(whole, [first, second])| vec![*whole, *first, *second]);
        rests.chain(both).enumerate().map(|(nth, periods)| (self.rests() + nth * RESTS.len(), periods))
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
        let told = |period: usize, (who, what): (Who, usize)| {
            if whose[period].contains(&who) { outcomes[period][what] } else { 0 }
        };
        self.count_between(&told, &|_| u64::MAX, add);
        let beside = child.longer.into_iter().chain(child.later);
        for (at, n) in beside.enumerate().filter(|(_, n)| *n != 0) {
            add(self.tables() + at, n);
        }
    }

    /// Adds what a reader takes from two periods or three, of what is counted in each; of the nth of them only those of
    /// [`RESTS`] whose bit `wanted` has.
    pub(super) fn count_between(
        &self,
        told: &dyn Fn(usize, (Who, usize)) -> i64,
        wanted: &dyn Fn(usize) -> u64,
        add: &mut dyn FnMut(usize, i64),
    ) {
        let mut nth = 0;
        let mut of_each = |taken: &dyn Fn((Who, usize)) -> i64| {
            let wanted = wanted(nth);
            let places = RESTS.into_iter().enumerate().filter(|(at, _)| wanted >> at & 1 == 1);
            for (at, n) in places.map(|(at, of)| (at, taken(of))).filter(|(_, n)| *n != 0) {
                add(self.rests() + nth * RESTS.len() + at, n);
            }
            nth += 1;
        };
        for (long, short) in &self.within {
            of_each(&|of| match (told(*long, of), told(*short, of)) {
                (long, short) if what::are_incidents(of.1) => long - short,
                (long, short) => i64::from(long != 0 && short == 0),
            });
        }
        for (whole, [first, second]) in &self.made_up {
            of_each(&|of| told(*first, of) + told(*second, of) - told(*whole, of));
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

fn made_up(periods: &[Period], within: &[(usize, usize)]) -> Vec<(usize, [usize; 2])> {
    let mut made_up = Vec::new();
    for (whole, first) in within.iter().filter(|(whole, first)| periods[*whole].start() == periods[*first].start()) {
        let rest = periods[*first].end().next().and_then(|from| Period::new(from, periods[*whole].end()).ok());
        let second = periods.iter().position(|of| Some(*of) == rest);
        made_up.extend(second.map(|second| (*whole, [*first, second])));
    }
    made_up
}
