//! Looks for alternatives in which a count is another number.

use std::collections::HashSet;

use super::marks::mark;
use super::model::{Alternative, Model};
use crate::safe::rule::ABLE_TO_BE;

/// Steps in one report, counted in counts looked at. About half a second where it is slowest.
const STEPS: u64 = 250_000_000;

/// How many moves are tried together with one another, and for how many of a move its complement is looked for.
const TOGETHER: usize = 16;
const COMPLEMENTS: usize = 160;
/// How many moves of one sum are tried.
const OF_A_SUM: usize = 8;

/// What is known of the moves, as more and more is hidden.
pub(super) struct Search<'a> {
    pub(super) model: &'a mut Model,
    /// For each count the moves that change it, and by how much.
    pub(super) moves_of: Vec<Vec<(u32, i32)>>,
    /// For each move how many fixed counts it changes.
    fixed: Vec<u32>,
    /// For each move a sum over its changes of fixed counts, which two moves that cancel have with opposite signs.
    sums: Vec<u64>,
    /// For each count by how much it can differ from the truth, for all that is seen of it.
    room: Vec<(i64, i64)>,
    /// For each count alternatives that were found for it: they stay alternatives as more is hidden.
    found: Vec<Vec<Alternative>>,
    /// For each unit the counts that have been found to be open with an alternative that changes it.
    rests_on: Vec<Vec<u32>>,
    /// For each unit the counts that must be open only where it is hidden.
    beside: Vec<Vec<usize>>,
    pub(super) steps: u64,
}

impl<'a> Search<'a> {
    pub(super) fn of(model: &'a mut Model) -> Self {
        let room: Vec<(i64, i64)> = (0..model.counts.len()).map(|at| model.room(at)).collect();
        let mut moves_of = vec![Vec::new(); model.counts.len()];
        let (mut fixed, mut sums) = (vec![0; model.moves.len()], vec![0_u64; model.moves.len()]);
        for (at, of) in model.moves.iter().enumerate() {
            for (count, by) in &of.changes {
                moves_of[*count as usize].push((u32::try_from(at).unwrap_or(u32::MAX), *by));
                if room[*count as usize] == (0, 0) {
                    fixed[at] += 1;
                    sums[at] = sums[at].wrapping_add(sum(*count as usize, *by));
                }
            }
        }
        let (found, rests_on) = (vec![Vec::new(); model.counts.len()], vec![Vec::new(); model.units.len()]);
        let mut beside = vec![Vec::new(); model.units.len()];
        for (at, unit) in model.counts.iter().enumerate().filter_map(|(at, of)| Some((at, of.beside?))) {
            beside[unit].push(at);
        }
        Self { model, moves_of, fixed, sums, room, found, rests_on, beside, steps: STEPS }
    }

    /// Hides a unit, as `c` or with all its counts, or shows it.
    pub(super) fn set(&mut self, unit: usize, (hidden, dropped): (bool, bool)) {
        (self.model.units[unit].hidden, self.model.units[unit].dropped) = (hidden, dropped);
        for at in &self.model.units[unit].counts {
            let (was, is) = (self.room[*at], self.model.room(*at));
            self.room[*at] = is;
            if (was == (0, 0)) == (is == (0, 0)) {
                continue;
            }
            for (of, by) in &self.moves_of[*at] {
                let (fixed, sums) = (&mut self.fixed[*of as usize], &mut self.sums[*of as usize]);
                let sum = sum(*at, *by);
                (*fixed, *sums) = if is == (0, 0) {
                    (*fixed + 1, sums.wrapping_add(sum))
                } else {
                    (*fixed - 1, sums.wrapping_sub(sum))
                };
            }
            self.steps = self.steps.saturating_sub(self.moves_of[*at].len() as u64);
        }
    }

    /// The counts that can be open no more, or must be open, when a unit is shown otherwise.
    pub(super) fn concerned(&mut self, unit: usize) -> Vec<usize> {
        let rests = &mut self.rests_on[unit];
        rests.sort_unstable();
        rests.dedup();
        let mut concerned: Vec<usize> = rests.iter().map(|at| *at as usize).collect();
        concerned.extend(self.beside[unit].iter().chain(&self.model.units[unit].counts));
        concerned.sort_unstable();
        concerned.dedup();
        concerned.retain(|at| self.model.needs(*at));
        concerned
    }

    /// The alternatives that were found for a count.
    pub(super) fn found(&self, at: usize) -> Vec<Alternative> {
        self.found[at].clone()
    }

    /// Adds alternatives that were found for a count when no less was shown.
    pub(super) fn find_again(&mut self, at: usize, alternatives: Vec<Alternative>) {
        self.found[at] = alternatives;
    }

    /// Whether a count can be another by so much, for all that is seen of it.
    pub(super) fn can_change(&self, at: usize, by: i64) -> bool {
        let (least, most) = self.room[at];
        (least..=most).contains(&by)
    }

    /// Counts the steps; false once there have been too many.
    pub(super) fn step(&mut self, steps: usize) -> bool {
        self.steps = self.steps.saturating_sub(1 + steps as u64);
        self.steps > 0
    }

    /// Whether a count could be three numbers, for all that was found.
    pub(super) fn is_open(&mut self, at: usize) -> bool {
        self.values(at).len() + 1 >= ABLE_TO_BE
    }

    /// Other numbers that a count has in alternatives, by how much they differ: two of them, if as many are found.
    pub(super) fn values(&mut self, at: usize) -> Vec<i64> {
        let mut values = Vec::new();
        let known = std::mem::take(&mut self.found[at]);
        for alternative in known {
            if self.learn(at, alternative, &mut values) {
                return values;
            }
        }
        let moves = std::mem::take(&mut self.moves_of[at]);
        self.find(at, &moves, &mut values);
        self.moves_of[at] = moves;
        if values.len() + 1 >= ABLE_TO_BE {
            self.note(at);
        }
        values
    }

    /// Notes on which units it rests that a count is open.
    fn note(&mut self, at: usize) {
        for (of, times) in self.found[at].iter().flatten() {
            if *times == 0 {
                continue;
            }
            for (count, _) in &self.model.moves[*of as usize].changes {
                let unit = self.model.counts[*count as usize].unit;
                if let Some(rests) = unit.and_then(|unit| self.rests_on.get_mut(unit))
                    && rests.last() != Some(&(u32::try_from(at).unwrap_or(u32::MAX)))
                {
                    rests.push(u32::try_from(at).unwrap_or(u32::MAX));
                }
            }
        }
    }

    fn find(&mut self, at: usize, moves: &[(u32, i32)], values: &mut Vec<i64>) {
        let (mut apart, mut records) = (Vec::new(), HashSet::new());
        let mut bound = Vec::new();
        for (of, _) in moves {
            if self.fixed[*of as usize] > 0 {
                if bound.len() < COMPLEMENTS {
                    bound.push(*of);
                }
                continue;
            }
            for times in [1, 2] {
                if self.learn(at, [(*of, times), (*of, 0)], values) || self.steps == 0 {
                    return;
                }
            }
            // Some of which no two take the same record.
            let takes = || self.model.moves[*of as usize].records();
            if apart.len() < TOGETHER && takes().all(|record| !records.contains(&record)) {
                records.extend(takes());
                apart.push(*of);
            }
        }
        for (n, one) in apart.iter().enumerate() {
            for other in apart.iter().take(n) {
                if self.learn(at, [(*one, 1), (*other, 1)], values) || self.steps == 0 {
                    return;
                }
            }
        }
        for of in bound {
            for other in self.complements(of) {
                if self.learn(at, [(of, 1), (other, 1)], values) || self.steps == 0 {
                    return;
                }
            }
        }
    }

    /// The moves that undo what a move changes of fixed counts, as far as its sum tells: they are looked for among those
    /// that change the one of these counts which fewest moves change.
    fn complements(&mut self, of: u32) -> Vec<u32> {
        let changes = &self.model.moves[of as usize].changes;
        let fixed = changes.iter().map(|(at, _)| *at as usize).filter(|at| self.room[*at] == (0, 0));
        let Some(rarest) = fixed.min_by_key(|at| self.moves_of[*at].len()) else { return Vec::new() };
        let looked_at = changes.len() + self.moves_of[rarest].len() / 2;
        let opposite = self.sums[of as usize].wrapping_neg();
        let moves = self.moves_of[rarest].iter().map(|(other, _)| *other);
        let found = moves.filter(|other| self.sums[*other as usize] == opposite).take(OF_A_SUM).collect();
        self.step(looked_at);
        found
    }

    /// Adds the number that a count has in an alternative, if it is one; whether there are enough.
    fn learn(&mut self, at: usize, alternative: Alternative, values: &mut Vec<i64>) -> bool {
        let looked_at = alternative
            .iter()
            .map(|(of, times)| if *times > 0 { self.model.moves[*of as usize].changes.len() } else { 0 });
        if !self.step(looked_at.sum()) {
            return false;
        }
        if let Some(by) = self.by(at, alternative)
            && by != 0
            && !values.contains(&by)
        {
            values.push(by);
            self.found[at].push(alternative);
        }
        values.len() + 1 >= ABLE_TO_BE
    }

    /// By how much a count differs in an alternative; `None` if it is none.
    fn by(&self, at: usize, alternative: Alternative) -> Option<i64> {
        let [(one, often), (other, as_often)] = alternative;
        let moves = [&self.model.moves[one as usize], &self.model.moves[other as usize]];
        let taken =
            || moves.iter().zip([often, as_often]).flat_map(|(of, often)| of.records().map(move |of| (of, often)));
        let is_there = |record: u32| {
            let needed: u64 = taken().filter(|(of, _)| *of == record).map(|(_, often)| u64::from(often)).sum();
            self.model.stock.get(record as usize).is_some_and(|stock| needed <= *stock)
        };
        if !taken().all(|(record, _)| is_there(record)) {
            return None;
        }
        // Both are in the order of their counts.
        let (mut first, mut second) = (moves[0].changes.as_slice(), moves[1].changes.as_slice());
        if as_often == 0 {
            second = &[];
        }
        let mut found = 0;
        loop {
            let next = match (first.first(), second.first()) {
                (None, None) => return Some(found),
                (Some((a, _)), None) => *a,
                (None, Some((b, _))) => *b,
                (Some((a, _)), Some((b, _))) => *a.min(b),
            };
            let mut by = 0;
            for (changes, often) in [(&mut first, often), (&mut second, as_often)] {
                if let Some(((count, n), rest)) = changes.split_first()
                    && *count == next
                {
                    by += i64::from(*n) * i64::from(often);
                    *changes = rest;
                }
            }
            if by != 0 && !self.can_change(next as usize, by) {
                return None;
            }
            if next as usize == at {
                found = by;
            }
        }
    }
}

/// What a change of a count adds to the sum of its move.
fn sum(at: usize, by: i32) -> u64 {
    mark(at as u64).wrapping_mul(i64::from(by).cast_unsigned())
}
