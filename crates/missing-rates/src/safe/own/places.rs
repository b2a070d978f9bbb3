//! Where each count of a return's children stands in its model, what it is printed with, and who knows it anyway.

use std::collections::{BTreeMap, BTreeSet};

use super::Of;
use super::children::{Child, SEXES, Who, what};
use crate::period::Period;
use crate::safe::worlds::{Counted, Model, Unit};
use crate::safe::{FEW, Knows};

/// The rests of a long period beside a part of it: whose, and what of them.
const RESTS: [(Who, usize); 21] = {
    const WHO: [Who; 7] =
        [Who::All, Who::Unaccompanied, Who::Listed, Who::Both, Who::Confirmed, Who::Suspected, Who::Unstated];
    const WHAT: [usize; 3] = [what::CHILDREN, what::MISSING, what::AWAY];
    let mut rests = [(Who::All, 0); 21];
    let mut at = 0;
    while at < 21 {
        rests[at] = (WHO[at / 3], WHAT[at % 3]);
        at += 1;
    }
    rests
};

/// The periods, and the places of their counts.
pub(super) struct Places {
    pub(super) periods: Vec<Period>,
    /// A period, and one that lies in it.
    pub(super) within: Vec<(usize, usize)>,
}

/// What is printed, and of what.
pub(super) struct Printed<'a> {
    pub(super) of: &'a BTreeSet<Of>,
    pub(super) main: Option<Period>,
    pub(super) knows: Knows,
    /// Whether tables of incidents by length are printed, of being missing and of being away; and likewise by month.
    pub(super) tables: [bool; 4],
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

    /// Where it is counted by how much the tables by length and by month would be others.
    pub(super) fn tables(&self) -> usize {
        self.periods.len() * Who::COUNT * what::COUNTS + self.within.len() * RESTS.len()
    }

    /// The long periods around a period, and itself.
    pub(super) fn around(&self, period: usize) -> Vec<usize> {
        self.within.iter().filter(|(_, short)| *short == period).map(|(long, _)| *long).chain([period]).collect()
    }

    /// The shortest periods: no other lies in them, and every period is some of them together.
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

    fn place(period: usize, who: Who, what: usize) -> usize {
        (period * Who::COUNT + who.place()) * what::COUNTS + what
    }

    pub(super) fn at(&self, of: Of) -> Option<usize> {
        let period = self.periods.iter().position(|period| *period == of.period)?;
        Some(Self::place(period, of.who, of.what))
    }

    /// The same count of all children.
    pub(super) fn of_all(&self, at: usize) -> Option<usize> {
        let (period, what) = (at / (Who::COUNT * what::COUNTS), at % what::COUNTS);
        (period < self.periods.len()).then(|| Self::place(period, Who::All, what))
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
        let from = self.periods.len() * Who::COUNT * what::COUNTS;
        for (pair, (long, short)) in self.within.iter().enumerate() {
            if !child.periods[*long].counts {
                continue;
            }
            let (whole, part) = (child.outcomes(*long), child.outcomes(*short));
            for (at, (who, what)) in RESTS.iter().enumerate() {
                let in_part = who.has(child, *short) && part[*what] != 0;
                if who.has(child, *long) && whole[*what] != 0 && !in_part {
                    counted.push((from + pair * RESTS.len() + at, 1));
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

    /// Lists every count, whether everybody knows it, and what it is printed with.
    pub(super) fn list(&self, model: &mut Model, truth: Vec<i64>, printed: &Printed<'_>) {
        model.counts = truth.into_iter().map(|truth| Counted { truth, guarded: true, ..Counted::default() }).collect();
        for (period, days) in self.periods.iter().enumerate() {
            for who in Who::all() {
                for what in 0..what::COUNTS {
                    let count = &mut model.counts[Self::place(period, who, what)];
                    let few = (1..=FEW.cast_signed()).contains(&count.truth);
                    let of_department = who == Who::All && is_published(what) && days.as_collection_year().is_some();
                    // Groups by sex stand beside the groups of all children.
                    let of_sex =
                        matches!(who, Who::AllOf(_)) && Some(*days) == printed.main && what <= what::MISSING + 1;
                    count.known = (of_department && printed.knows.department && !few) || of_sex;
                }
            }
        }
        for (at, is_printed) in printed.tables.into_iter().enumerate() {
            model.counts[self.tables() + at] = Counted { truth: 1 << 40, known: is_printed, ..Counted::default() };
        }
        self.guard(model, printed);
        if printed.knows.unprinted {
            self.do_not_guard_silent(model);
        }
        self.units(model, printed);
    }

    /// What is kept from readers: what they take from what is printed or known. A rest is taken from a whole and its part.
    fn guard(&self, model: &mut Model, printed: &Printed<'_>) {
        let knows = printed.knows;
        let seen: Vec<bool> = (0..self.periods.len() * Who::COUNT * what::COUNTS)
            .map(|at| {
                let (period, who, what) =
                    (at / (Who::COUNT * what::COUNTS), at / what::COUNTS % Who::COUNT, at % what::COUNTS);
                let of = |what| printed.of.contains(&Of { period: self.periods[period], who: Who::at(who), what });
                of(what) || (model.counts[at].known && who == 0) || (what >= what::ONLY_MISSING && of(what::EITHER))
            })
            .collect();
        for period in 0..self.periods.len() {
            for who in Who::all() {
                for what in 0..what::COUNTS {
                    model.counts[Self::place(period, who, what)].guarded = !who.is_by_sex()
                        && who.taken_from().iter().all(|of| seen[Self::place(period, *of, what)])
                        && knows.guards(who.place() > Who::Unstated.place(), what);
                }
            }
        }
        let from = self.periods.len() * Who::COUNT * what::COUNTS;
        for (pair, (long, short)) in self.within.iter().enumerate() {
            for (at, (who, what)) in RESTS.iter().enumerate() {
                let both = [long, short].iter().all(|period| seen[Self::place(**period, *who, *what)]);
                model.counts[from + pair * RESTS.len() + at].guarded = knows.parts_of_years && both;
            }
        }
    }

    /// What is not told of any part in a period, because there is little of it among all children: nothing follows then,
    /// not even from a zero.
    fn is_silent(model: &Model, period: usize, kind: usize) -> bool {
        let of_all = |what: usize| model.counts[Self::place(period, Who::All, what)].truth;
        let few = |what: usize| (1..=FEW.cast_signed()).contains(&of_all(what));
        let happened = |from: usize| few(from) || few(from + what::INCIDENTS);
        let again = |from: usize| happened(from) || few(from + what::AGAIN);
        let end = |from: usize| happened(from) || few(from + what::AT_END) || few(from + what::NOT_FOUND);
        let either = happened(what::MISSING) || happened(what::AWAY);
        match kind {
            1 => happened(what::MISSING),
            2 => again(what::MISSING),
            3 => end(what::MISSING),
            4 => happened(what::AWAY),
            5 => again(what::AWAY),
            6 => end(what::AWAY),
            7 => either,
            8 => again(what::MISSING) || again(what::AWAY),
            9 | 10 => end(what::MISSING) || end(what::AWAY),
            _ => false,
        }
    }

    /// Of what is not told nothing has to be kept otherwise.
    fn do_not_guard_silent(&self, model: &mut Model) {
        let silent: Vec<Vec<bool>> = (0..self.periods.len())
            .map(|period| {
                let is = |what| match what {
                    what::ONLY_MISSING.. => Self::is_silent(model, period, 7),
                    what => Self::is_silent(model, period, kind(what)),
                };
                (0..what::COUNTS).map(is).collect()
            })
            .collect();
        for (period, silent) in silent.iter().enumerate() {
            for who in Who::all() {
                for what in (0..what::COUNTS).filter(|what| silent[*what]) {
                    model.counts[Self::place(period, who, what)].guarded = false;
                }
            }
        }
        let from = self.periods.len() * Who::COUNT * what::COUNTS;
        for (pair, (long, short)) in self.within.iter().enumerate() {
            for (at, (_, what)) in RESTS.iter().enumerate() {
                if silent[*long][*what] || silent[*short][*what] {
                    model.counts[from + pair * RESTS.len() + at].guarded = false;
                }
            }
        }
    }

    fn units(&self, model: &mut Model, printed: &Printed<'_>) {
        let mut units: BTreeMap<(usize, usize, usize), Vec<usize>> = BTreeMap::new();
        for of in printed.of {
            let Some(at) = self.at(*of) else { continue };
            let period = at / (Who::COUNT * what::COUNTS);
            let of_department = of.who == Who::All && is_published(of.what);
            let kind = if of_department { 100 + of.what } else { kind(of.what) };
            // A table by sex is one.
            let who = match of.who {
                Who::UnaccompaniedOf(_) => Who::UnaccompaniedOf(0),
                Who::ListedOf(_) => Who::ListedOf(0),
                who => who,
            };
            units.entry((period, who.place(), kind)).or_default().push(at);
        }
        for ((period, who, kind), counts) in units {
            let by_sex = who >= Who::UnaccompaniedOf(0).place();
            let hidden = counts.iter().any(|at| {
                let (of, what) = (at / what::COUNTS * what::COUNTS, at % what::COUNTS);
                // Who did not go missing: as few, or none, is as telling.
                let children = model.counts[of].truth;
                let happened = [what::MISSING, what::AWAY, what::EITHER].contains(&what);
                let rest = children - model.counts[*at].truth;
                // One or two incidents beyond each child's first are one or two children's.
                let beyond = (what == what::EITHER
                    || ([what::MISSING, what::AWAY].contains(&what) && who != Who::All.place()))
                    && printed.knows.unprinted
                    && Self::is_beyond_by_few(model, period, who, what);
                (happened && children > 0 && printed.knows.complements && rest <= FEW.cast_signed())
                    || beyond
                    || (by_sex && self.is_near_all(model, period, *at))
            });
            let silent = kind < 100 && printed.knows.unprinted && Self::is_silent(model, period, kind);
            let cost = match kind {
                0 => 60,
                1 => 50,
                4 => 24,
                7 => 10,
                2 | 5 => 12,
                100.. => 200,
                _ => 8,
            };
            let cost = if by_sex { 6 } else { cost };
            let settled = kind >= 100 && self.periods[period].as_collection_year().is_some();
            let (hidden, dropped) = (hidden || silent, by_sex || silent);
            model.unit(Unit { hidden, dropped, cost, counts, kin: period * Who::COUNT + who, settled });
        }
    }

    /// Whether of a part, or of what a reader takes from it and the whole, there are one or two incidents beyond each child's
    /// first: those are one or two children's.
    fn is_beyond_by_few(model: &Model, period: usize, who: usize, what: usize) -> bool {
        let beyond = |who: usize| {
            let of = |what: usize| model.counts[Self::place(period, Who::at(who), what)].truth;
            let incidents = |from: usize| of(from + what::INCIDENTS);
            match what {
                what::EITHER => incidents(what::MISSING) + incidents(what::AWAY) - of(what),
                _ => incidents(what) - of(what),
            }
        };
        let rests: &[Who] = match Who::at(who) {
            Who::Unaccompanied => &[Who::NotUnaccompanied],
            Who::Listed => &[Who::NotListed],
            Who::Both => &[Who::UnaccompaniedOnly, Who::ListedOnly],
            _ => &[],
        };
        rests.iter().map(|rest| rest.place()).chain([who]).any(|who| (1..=2).contains(&beyond(who)))
    }

    /// Whether a count by sex is so near that of all children of that sex, in a period around it, that the others are few.
    fn is_near_all(&self, model: &Model, period: usize, at: usize) -> bool {
        let (who, what) = (at / what::COUNTS % Who::COUNT, at % what::COUNTS);
        let sex = (who - Who::AllOf(0).place()) % SEXES.len();
        let around = self.within.iter().filter(|(_, short)| *short == period).map(|(long, _)| *long);
        around.chain([period]).any(|long| {
            let all = model.counts[Self::place(long, Who::AllOf(sex), what)].truth;
            (1..=FEW.cast_signed()).contains(&(all - model.counts[at].truth))
        })
    }
}

/// What is printed together: children who went missing and their incidents, for each tells of the other.
fn kind(of: usize) -> usize {
    const NOT_FOUND: [usize; 3] =
        [what::MISSING + what::NOT_FOUND, what::AWAY + what::NOT_FOUND, what::EITHER_NOT_FOUND];
    if NOT_FOUND.contains(&of) {
        return 10;
    }
    match of {
        what::CHILDREN => 0,
        1 | 2 => 1,
        3 => 2,
        4 => 3,
        6 | 7 => 4,
        8 => 5,
        9 => 6,
        what::EITHER => 7,
        what::EITHER_AGAIN => 8,
        _ => 9,
    }
}

/// Whether the Department for Education publishes it of all children.
fn is_published(of: usize) -> bool {
    of <= what::MISSING + what::AT_END || (what::AWAY..=what::AWAY + what::AT_END).contains(&of)
}
