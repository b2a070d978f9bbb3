//! By how much a move changes each count: of the counts that something depends on, and of no others.

use crate::report::OnList;
use crate::safe::alternatives::{Model, Sums};
use crate::safe::own::children::{Child, SEXES};
use crate::safe::own::places::{Places, RESTS};
use crate::safe::own::what;
use crate::safe::own::who::Who;

const LISTED: [Option<OnList>; 4] = [None, Some(OnList::Confirmed), Some(OnList::Suspected), Some(OnList::Unstated)];

/// Sets of numbers below 64, one bit each.
type Bits = u64;

/// The counts that something depends on: those that are printed, known, or kept from readers.
pub(super) struct Counting {
    /// By period and by whose, what of them.
    what: Vec<[Bits; Who::COUNT]>,
    /// Of each two or three periods, which of [`RESTS`].
    rests: Vec<Bits>,
    tables: [bool; 4],
    /// Whose a child is, by what a list says, whether it is unaccompanied, and its sex.
    whose: [[[Bits; SEXES.len()]; 2]; LISTED.len()],
}

impl Counting {
    pub(super) fn of(model: &Model, places: &Places) -> Self {
        let bits = |from: usize, n: usize| -> Bits {
            (0..n).filter(|at| model.matters(from + at)).fold(0, |bits, at| bits | 1 << at)
        };
        let periods = 0..places.periods.len();
        let what = |period: usize| {
            let of = |who: Who| bits(Places::place(period, who, 0), what::COUNTS);
            std::array::from_fn(|place| of(Who::at(place)))
        };
        let rests = places.between().map(|(from, _)| bits(from, RESTS.len()));
        let whose = |list: usize, unaccompanied: usize, sex: usize| {
            let is = |who: &Who| who.is(LISTED[list], unaccompanied == 1, sex);
            Who::all().filter(is).fold(0, |bits, who| bits | 1 << who.place())
        };
        Self {
            what: periods.map(what).collect(),
            rests: rests.collect(),
            tables: std::array::from_fn(|table| model.matters(places.tables() + table)),
            whose: std::array::from_fn(|list| {
                std::array::from_fn(|unaccompanied| std::array::from_fn(|sex| whose(list, unaccompanied, sex)))
            }),
        }
    }

    /// Adds every count that a child counts in, so often.
    pub(super) fn add(&self, child: &Child, by: i64, places: &Places, sums: &mut Sums) {
        // Whose it is in a period, and what it counts as.
        let of = |period: usize| -> (Bits, [i64; what::COUNTS]) {
            let days = &child.periods[period];
            let list = LISTED.iter().position(|of| *of == days.listed).unwrap_or_default();
            let whose = self.whose[list][usize::from(days.unaccompanied)][child.sex];
            if days.counts { (whose, child.outcomes(period)) } else { (0, [0; what::COUNTS]) }
        };
        let periods: Vec<_> = (0..self.what.len()).map(of).collect();
        for (period, what) in self.what.iter().enumerate() {
            let (whose, outcomes) = periods[period];
            let some = outcomes.iter().enumerate().fold(0, |bits: Bits, (at, n)| bits | Bits::from(*n != 0) << at);
            for who in each(whose) {
                for what in each(what[who] & some) {
                    sums.add(Places::place(period, Who::at(who), what), outcomes[what] * by);
                }
            }
        }
        let told = |period: usize, (who, what): (Who, usize)| {
            if periods[period].0 >> who.place() & 1 == 1 { periods[period].1[what] } else { 0 }
        };
        places.count_between(&told, &|nth| self.rests[nth], &mut |at, n| sums.add(at, n * by));
        let beside = child.longer.into_iter().chain(child.later).enumerate();
        for (table, n) in beside.filter(|(table, n)| *n != 0 && self.tables[*table]) {
            sums.add(places.tables() + table, n * by);
        }
    }
}

/// Those that are set.
fn each(mut bits: Bits) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(at)
    })
}
