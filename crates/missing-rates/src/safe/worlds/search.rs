//! Looks for worlds in which a count is another number.

use std::collections::{BTreeSet, HashSet};

use super::model::{Model, World};
use crate::safe::rule::ABLE_TO_BE;

/// Steps in one report, counted in counts looked at. About half a second where it is slowest.
const STEPS: u64 = 60_000_000;

/// How many moves are tried together with one another, and for how many of a move its complement is looked for.
const TOGETHER: usize = 16;
const COMPLEMENTS: usize = 160;
/// How many moves of one sum are tried.
const OF_A_SUM: usize = 8;

/// What is known of the moves, as more and more is hidden.
pub(super) struct Search<'a> {
    pub(super) model: &'a mut Model,
    /// For each count the moves that change it.
    pub(super) moves_of: Vec<Vec<usize>>,
    /// For each move how many fixed counts it changes, and a sum over those changes that two moves which cancel have
    /// with opposite signs.
    fixed: Vec<(u32, u64)>,
    /// The moves that change fixed counts, by that sum.
    by_sum: BTreeSet<(u64, usize)>,
    pub(super) steps: u64,
}

/// A number for each count, so that sums of them tell changes apart (`SplitMix64`; Steele, Lea and Flood, 2014).
fn mark(at: usize) -> u64 {
    let mut mixed = (at as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

impl<'a> Search<'a> {
    pub(super) fn of(model: &'a mut Model) -> Self {
        let mut moves_of = vec![Vec::new(); model.counts.len()];
        let mut fixed = Vec::with_capacity(model.moves.len());
        for (at, of) in model.moves.iter().enumerate() {
            let mut so_far = (0, 0_u64);
            for (count, by) in &of.changes {
                moves_of[*count].push(at);
                if model.is_fixed(*count) {
                    so_far = (so_far.0 + 1, so_far.1.wrapping_add(mark(*count).wrapping_mul(by.cast_unsigned())));
                }
            }
            fixed.push(so_far);
        }
        let by_sum = fixed.iter().enumerate().filter(|(_, of)| of.0 > 0).map(|(at, of)| (of.1, at)).collect();
        Self { model, moves_of, fixed, by_sum, steps: STEPS }
    }

    /// Hides a unit, as `c` or with all its counts, or shows it.
    pub(super) fn set(&mut self, unit: usize, (hidden, dropped): (bool, bool)) {
        let counts = self.model.units[unit].counts.clone();
        let before: Vec<bool> = counts.iter().map(|at| self.model.is_fixed(*at)).collect();
        (self.model.units[unit].hidden, self.model.units[unit].dropped) = (hidden, dropped);
        for (at, was) in counts.into_iter().zip(before) {
            let is = self.model.is_fixed(at);
            if was == is {
                continue;
            }
            for of in &self.moves_of[at] {
                let changes = &self.model.moves[*of].changes;
                let by = changes.iter().find(|(count, _)| *count == at).map_or(0, |(_, by)| *by);
                let sum = mark(at).wrapping_mul(by.cast_unsigned());
                let sums = &mut self.fixed[*of];
                if sums.0 > 0 {
                    self.by_sum.remove(&(sums.1, *of));
                }
                *sums =
                    if is { (sums.0 + 1, sums.1.wrapping_add(sum)) } else { (sums.0 - 1, sums.1.wrapping_sub(sum)) };
                if sums.0 > 0 {
                    self.by_sum.insert((sums.1, *of));
                }
            }
            self.steps = self.steps.saturating_sub(4 * self.moves_of[at].len() as u64);
        }
    }

    /// Counts the steps; false once there have been too many.
    fn step(&mut self, of: usize) -> bool {
        self.steps = self.steps.saturating_sub(1 + self.model.moves[of].changes.len() as u64);
        self.steps > 0
    }

    /// Whether a count could be three numbers, for all that was found.
    pub(super) fn is_open(&mut self, at: usize) -> bool {
        self.values(at).len() + 1 >= ABLE_TO_BE
    }

    /// Other numbers that a count has in worlds, by how much they differ: two of them, if as many are found.
    pub(super) fn values(&mut self, at: usize) -> Vec<i64> {
        let mut found = Vec::new();
        let moves = std::mem::take(&mut self.moves_of[at]);
        self.find(at, &moves, &mut found);
        self.moves_of[at] = moves;
        found
    }

    fn find(&mut self, at: usize, moves: &[usize], found: &mut Vec<i64>) {
        let free: Vec<usize> = moves.iter().copied().filter(|of| self.fixed[*of].0 == 0).collect();
        for of in &free {
            for times in [1, 2] {
                if self.learn(at, &vec![(*of, times)], found) || self.steps == 0 {
                    return;
                }
            }
        }
        let apart = self.apart(&free);
        for (n, one) in apart.iter().enumerate() {
            for other in apart.iter().take(n) {
                if self.learn(at, &vec![(*one, 1), (*other, 1)], found) || self.steps == 0 {
                    return;
                }
            }
        }
        let bound: Vec<usize> = moves.iter().copied().filter(|of| self.fixed[*of].0 > 0).take(COMPLEMENTS).collect();
        for of in bound {
            for other in self.complements(of) {
                if self.learn(at, &vec![(of, 1), (other, 1)], found) || self.steps == 0 {
                    return;
                }
            }
        }
    }

    /// Some of the moves, of which no two take the same record.
    fn apart(&self, moves: &[usize]) -> Vec<usize> {
        let mut records = HashSet::new();
        let mut apart = Vec::new();
        for of in moves {
            let takes = &self.model.moves[*of].takes;
            if apart.len() < TOGETHER && takes.iter().all(|(record, _)| !records.contains(record)) {
                records.extend(takes.iter().map(|(record, _)| *record));
                apart.push(*of);
            }
        }
        apart
    }

    /// The moves that undo what a move changes of fixed counts, as far as its sum tells.
    fn complements(&self, of: usize) -> Vec<usize> {
        let sum = self.fixed[of].1.wrapping_neg();
        self.by_sum.range((sum, 0)..=(sum, usize::MAX)).map(|(_, at)| *at).take(OF_A_SUM).collect()
    }

    /// Adds the number that a count has in a world, if it is one; whether there are enough.
    fn learn(&mut self, at: usize, world: &World, found: &mut Vec<i64>) -> bool {
        if world.iter().any(|(of, _)| !self.step(*of)) {
            return false;
        }
        if let Some(by) = self.model.world(world).and_then(|changes| changes.get(&at).copied())
            && by != 0
            && !found.contains(&by)
        {
            found.push(by);
        }
        found.len() + 1 >= ABLE_TO_BE
    }
}
