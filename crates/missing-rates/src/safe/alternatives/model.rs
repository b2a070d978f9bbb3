//! What is printed or known, and how the records could be otherwise.

use crate::report::Rounding;
use crate::safe::rule::{FEW, is_few_of};

/// One count.
#[allow(clippy::struct_excessive_bools, reason = "each is a rule of its own, and any of them may hold")]
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::safe) struct Counted {
    pub(in crate::safe) truth: i64,
    /// What it is printed with; nothing prints it without.
    pub(in crate::safe) unit: Option<usize>,
    /// Whether everybody knows it, whatever is printed.
    pub(in crate::safe) known: bool,
    /// Whether it must be able to be three numbers where it is of 1 to 5, printed or not.
    pub(in crate::safe) guarded: bool,
    /// Whether none is as telling as few: of those to whom something did not happen.
    pub(in crate::safe) or_none: bool,
    /// Only if it can be three numbers where nothing is shown: else everybody knows it.
    pub(in crate::safe) unless_known: bool,
    /// Only where this unit is hidden; beside a shown one another rule holds.
    pub(in crate::safe) beside: Option<usize>,
}

/// Counts that are printed together or not at all.
#[derive(Clone, Debug, Default)]
pub(in crate::safe) struct Unit {
    pub(in crate::safe) hidden: bool,
    /// Whether nothing at all is printed where it is hidden. Else each count becomes `c`, but for zeros.
    pub(in crate::safe) dropped: bool,
    /// What it is worth to readers: what is worth more is shown first.
    pub(in crate::safe) value: u64,
    pub(in crate::safe) counts: Vec<usize>,
    /// Whether another rule sees to it that its counts can be three numbers.
    pub(in crate::safe) settled: bool,
}

/// A change of the records.
#[derive(Clone, Debug, Default)]
pub(in crate::safe) struct Move {
    /// The counts that it changes, in order, and by how much.
    pub(in crate::safe) changes: Vec<(u32, i32)>,
    /// The kind of record that it takes one of, and of which other kind one more, if it takes two.
    pub(in crate::safe) takes: (u32, Option<u32>),
}

impl Move {
    pub(in crate::safe) fn of(changes: Vec<(u32, i32)>, one: usize, other: Option<usize>) -> Self {
        let record = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { changes, takes: (record(one), other.map(record)) }
    }

    /// The records that it takes.
    pub(super) fn records(&self) -> impl Iterator<Item = u32> + use<> {
        std::iter::once(self.takes.0).chain(self.takes.1)
    }
}

/// Everything that is printed or known, and how the records could be otherwise.
#[derive(Debug, Default)]
pub(in crate::safe) struct Model {
    pub(in crate::safe) counts: Vec<Counted>,
    pub(in crate::safe) units: Vec<Unit>,
    pub(in crate::safe) moves: Vec<Move>,
    /// How many there are of each kind of record.
    pub(in crate::safe) stock: Vec<u64>,
    /// To what counts are rounded where they are shown: then a reader cannot tell apart what rounds to the same.
    pub(in crate::safe) rounding: Rounding,
    /// Whether what is left out is known to be more than none, as zeros are shown all the same.
    pub(in crate::safe) zeros_are_shown: bool,
}

/// Two moves together, each with how often; never the second where there is but one.
pub(super) type Alternative = [(u32, u8); 2];

impl Counted {
    /// Whether it is kept from readers, printed or not.
    fn is_kept(&self) -> bool {
        self.guarded && (is_few_of(self.truth) || (self.or_none && self.truth == 0))
    }
}

impl Model {
    /// Adds a unit, and makes it the unit of its counts. It is hidden from the start if one of them is of 1 to 5.
    pub(in crate::safe) fn unit(&mut self, unit: Unit) -> usize {
        let at = self.units.len();
        let few = unit.counts.iter().any(|count| is_few_of(self.counts[*count].truth));
        for count in &unit.counts {
            self.counts[*count].unit = Some(at);
        }
        self.units.push(Unit { hidden: unit.hidden || few, ..unit });
        at
    }

    pub(in crate::safe) fn is_hidden(&self, count: usize) -> bool {
        self.counts[count].unit.is_some_and(|unit| self.units[unit].hidden)
    }

    /// Whether anything depends on a count: whether it is printed, known, or kept from readers. Any other can be any number
    /// that records give.
    pub(in crate::safe) fn matters(&self, at: usize) -> bool {
        let of = &self.counts[at];
        of.known || of.unit.is_some() || of.is_kept()
    }

    /// Whether a count must be shown to be able to be three numbers.
    pub(in crate::safe) fn needs(&self, at: usize) -> bool {
        let count = &self.counts[at];
        let hidden = |unit: usize| self.units[unit].hidden;
        if count.known || count.unit.is_some_and(|unit| !hidden(unit)) {
            return false;
        }
        let is_printed = |unit: usize| hidden(unit) && !self.units[unit].dropped && !self.units[unit].settled;
        (count.is_kept() && count.beside.is_none_or(hidden)) || (count.truth > 0 && count.unit.is_some_and(is_printed))
    }

    /// The least and the most that a count can be for all that is seen of it.
    pub(super) fn limits(&self, at: usize) -> (i64, i64) {
        const OPEN: i64 = i64::MAX / 4;
        let Counted { truth, unit, known, .. } = self.counts[at];
        let Some(unit) = unit.filter(|_| !known).map(|unit| &self.units[unit]) else {
            return if known { (truth, truth) } else { (0, OPEN) };
        };
        match (unit.hidden, unit.dropped) {
            (true, true) if !self.zeros_are_shown => (0, OPEN),
            (_, _) if truth == 0 => (0, 0),
            (true, _) => (1, OPEN),
            (false, _) => rounds_alike(truth, self.rounding),
        }
    }

    /// By how much a count can differ from the truth, for all that is seen of it: not at all where it is fixed.
    pub(super) fn room(&self, at: usize) -> (i64, i64) {
        let ((least, most), truth) = (self.limits(at), self.counts[at].truth);
        (least - truth, most - truth)
    }
}

/// The numbers that are printed as a shown number is: more than few, and rounded to the same.
fn rounds_alike(truth: i64, rounding: Rounding) -> (i64, i64) {
    let unit = rounding.unit();
    let Some(shown) = u64::try_from(truth).ok().filter(|_| unit > 1).map(|truth| rounding.of(truth)) else {
        return (truth, truth);
    };
    // Of 5 those from 2 below to 2 above, of 10 those from 5 below to 4 above.
    let least = (shown.saturating_sub(unit / 2)).max(FEW + 1).cast_signed();
    let most = (shown + (unit - 1) / 2).cast_signed();
    // A small count that is shown all the same is known to be itself.
    if (least..=most).contains(&truth) { (least, most) } else { (truth, truth) }
}

/// Sums by count, those of zero left out.
pub(in crate::safe) fn added_up(mut changes: Vec<(usize, i64)>) -> Vec<(u32, i32)> {
    changes.sort_unstable_by_key(|(at, _)| *at);
    let mut sums: Vec<(u32, i32)> = Vec::with_capacity(changes.len() / 2);
    for (at, by) in changes {
        let (at, by) = (u32::try_from(at).unwrap_or(u32::MAX), i32::try_from(by).unwrap_or(i32::MAX));
        match sums.last_mut().filter(|(last, _)| *last == at) {
            Some((_, sum)) => *sum += by,
            None => sums.push((at, by)),
        }
    }
    sums.retain(|(_, by)| *by != 0);
    sums
}

/// Sums by count, which are added up in place: for many changes of few counts.
#[derive(Debug, Default)]
pub(in crate::safe) struct Sums {
    by: Vec<i32>,
    touched: Vec<u32>,
}

impl Sums {
    pub(in crate::safe) fn of(counts: usize) -> Self {
        Self { by: vec![0; counts], touched: Vec::new() }
    }

    pub(in crate::safe) fn add(&mut self, at: usize, by: i64) {
        if let (Some(sum), Ok(by)) = (self.by.get_mut(at), i32::try_from(by)) {
            if *sum == 0 {
                self.touched.extend(u32::try_from(at));
            }
            *sum += by;
        }
    }

    /// Those that are not zero, in the order of their counts; all are zero afterwards.
    pub(in crate::safe) fn take(&mut self) -> Vec<(u32, i32)> {
        let by = &mut self.by;
        let some = self.touched.drain(..).map(|at| (at, std::mem::take(&mut by[at as usize])));
        let mut sums: Vec<(u32, i32)> = some.filter(|(_, by)| *by != 0).collect();
        sums.sort_unstable();
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rounds_alike_is_what_rounding_gives() {
        for rounding in [Rounding::None, Rounding::To5, Rounding::To10] {
            for truth in 6..200_u64 {
                let alike = (FEW + 1..300).filter(|other| rounding.of(*other) == rounding.of(truth));
                let (least, most) = alike.fold((u64::MAX, 0), |(a, b), n| (a.min(n), b.max(n)));
                let expected = (least.cast_signed(), most.cast_signed());
                assert_eq!(rounds_alike(truth.cast_signed(), rounding), expected, "{truth} {rounding:?}");
            }
        }
    }
}
