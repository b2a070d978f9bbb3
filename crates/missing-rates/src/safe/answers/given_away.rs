//! Counts that are given away whatever a safe report hides: by what the Department publishes, or by an authority's own ranges.

use std::collections::BTreeSet;

use super::answerer::{Answerer, Beside};
use super::feasible::{Said, Sayings, feasible};
use super::list::Answers;
use crate::cohort::Count;
use crate::safe::alternatives::{Counted, Model};
use crate::safe::cells::Cell;
use crate::safe::rule::{ABLE_TO_BE, FEW};

/// What the Department's own totals of an authority give away by themselves cannot be kept from anybody: nothing is hidden for
/// its sake. Nor for a sum of such counts alone.
pub(super) fn leave_to_the_department(model: &mut Model, answerers: &[Answerer], answers: &Answers<'_>) {
    for answerer in answerers {
        let mut known = Sayings::default();
        for (at, cell) in answerer.cells[0].iter().enumerate() {
            if let Some(count) = cell.map(|cell| model.counts[cell]).filter(|count| count.known) {
                known[0][at] = Said::Number(count.truth);
            }
        }
        for (at, cell) in answerer.cells[0].iter().enumerate() {
            let Some(cell) = cell.filter(|cell| model.counts[*cell].guarded) else { continue };
            let can_be = |n: &i64| {
                let mut said = known;
                said[0][at] = Said::Number(*n);
                feasible(&said, answerer.holds)
            };
            model.counts[cell].unless_known = (0..=2 * FEW.cast_signed()).filter(can_be).count() < ABLE_TO_BE;
        }
    }
    for (parts, sum) in &answers.sums {
        let is_left = |part: &Cell| model.counts[part.0].unless_known || model.counts[part.0].known;
        model.counts[sum.0].unless_known = parts.iter().all(is_left);
    }
}

/// The units of what the authority that a count is of said of the same cohort, with every sum that one of these numbers is in;
/// of all cohorts, if its own ranges alone leave the count open. Where a count cannot be kept from readers by what the report
/// shows, none of these is shown.
pub(super) fn bound(at: usize, answerers: &[Answerer], (sums_of, rests): Beside<'_>, counts: &[Counted]) -> Vec<usize> {
    let is_of = |cell: &usize| *cell == at || rests[*cell].iter().any(|(rest, _)| *rest == at);
    let is_its = |cell: &usize| std::iter::once(cell).chain(&sums_of[*cell]).any(is_of);
    let mut bound = BTreeSet::new();
    for answerer in answerers {
        let of_cohort = |cells: &&[Option<usize>; Count::ALL.len()]| {
            cells.iter().flatten().filter(|cell| !counts[**cell].known).any(is_its)
        };
        let all = answerer.cells.iter().any(|cells| of_cohort(&cells)) && !is_given_away_by_ranges(at, answerer);
        for cells in answerer.cells.iter().filter(|cells| all || of_cohort(cells)) {
            let cells = cells.iter().flatten().copied();
            let all = cells.flat_map(|cell| std::iter::once(cell).chain(sums_of[cell].iter().copied()));
            bound.extend(all.filter_map(|at| counts[at].unit));
        }
    }
    bound.into_iter().collect()
}

/// Whether a number of an authority follows from the ranges that it gave, whatever is shown of its numbers. What is no number of
/// it but a difference, or a sum, is taken to.
fn is_given_away_by_ranges(at: usize, answerer: &Answerer) -> bool {
    let places = answerer.cells.iter().enumerate().flat_map(|(cohort, cells)| {
        cells.iter().enumerate().filter(|(_, cell)| **cell == Some(at)).map(move |(count, _)| (cohort, count))
    });
    let mut places = places.peekable();
    if places.peek().is_none() {
        return true;
    }
    let only_ranges = |said: Said| if matches!(said, Said::Range(..)) { said } else { Said::Nothing };
    let ranges = answerer.said.map(|counts| counts.map(only_ranges));
    places.any(|(cohort, count)| {
        let can_be = |n: &i64| {
            let mut said = ranges;
            said[cohort][count] = Said::Number(*n);
            feasible(&said, answerer.holds)
        };
        (0..=2 * FEW.cast_signed()).filter(can_be).count() < ABLE_TO_BE
    })
}
