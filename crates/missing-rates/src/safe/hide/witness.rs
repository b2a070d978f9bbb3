//! Other worlds: numbers for the hidden cells that fit all that is shown.
//!
//! From the true numbers one cell is moved; every relation that this breaks is mended by moving another cell of it, which
//! may break others, and so on, each cell moved at most once. What is found fits every relation, so where hidden cells
//! alone were moved it is proof that each of them can be another number. Where shown cells were moved too, they are what
//! it would take to hide; the search is for those that cost least. It looks first where a move leaves the fewest relations
//! broken: what stands in all the sums in which another cell stands mends them all at once. That nothing is found proves
//! nothing, and the cell is taken to be unsafe.

use super::cells::{Cells, Is};

/// Moves after which a search is given up, and what was found by then stands.
const STEPS: u32 = 400;
/// How many ways of mending a relation are followed.
const WAYS: usize = 12;
/// What a broken relation is taken to cost yet.
const PER_BROKEN: u64 = super::choose::FIGURE / 2;

/// A world in which some cells are other numbers.
#[derive(Clone, Debug)]
pub(super) struct World {
    /// What it costs to hide the cells that were moved and are shown: nothing if there are none.
    pub(super) cost: u64,
    /// The cells that were moved, and their numbers in it.
    pub(super) moved: Vec<(usize, i64)>,
}

/// Looks for worlds.
pub(super) struct Witness<'a> {
    cells: &'a Cells,
    /// For each cell its relations, and its weight in each.
    relations_of: &'a [Vec<(usize, i64)>],
    /// What is lost with each cell.
    costs: &'a [u64],
    /// The world at hand; outside a search the true one.
    values: Vec<i64>,
    /// The weighted sum of each relation in it.
    sums: Vec<i64>,
    /// The relations that do not hold in it.
    broken: Vec<usize>,
    /// The cells that were moved, first to last.
    moved: Vec<usize>,
    is_moved: Vec<bool>,
    steps: u32,
    /// The cheapest world yet.
    best: Option<World>,
    most: u64,
}

/// A move that mends a relation.
struct Way {
    cell: usize,
    number: i64,
    spent: u64,
    /// What the world is likely to cost in the end.
    likely: u64,
}

impl<'a> Witness<'a> {
    pub(super) fn new(cells: &'a Cells, relations_of: &'a [Vec<(usize, i64)>], costs: &'a [u64]) -> Self {
        let sum = |terms: &[(usize, i64)]| terms.iter().map(|(cell, weight)| weight * cells.values[*cell]).sum();
        Self {
            cells,
            relations_of,
            costs,
            values: cells.values.clone(),
            sums: cells.relations.iter().map(|relation| sum(&relation.terms)).collect(),
            broken: Vec::new(),
            moved: Vec::new(),
            is_moved: vec![false; cells.len()],
            steps: 0,
            best: None,
            most: 0,
        }
    }

    /// The cheapest world in which a hidden cell is this number, of those that cost no more than `most`. A hidden cell is
    /// never nought in any world: noughts are shown.
    pub(super) fn cheapest(&mut self, cell: usize, number: i64, hidden: &[bool], most: u64) -> Option<World> {
        if number < 1 {
            return None;
        }
        (self.steps, self.best, self.most) = (STEPS, None, most);
        self.go_on_from(cell, number, hidden, 0);
        self.best.take()
    }

    /// Moves a cell, and mends what that breaks in every way that is worth it; in the end all is as before.
    fn go_on_from(&mut self, cell: usize, number: i64, hidden: &[bool], spent: u64) {
        let before = self.values[cell];
        self.set(cell, number);
        self.moved.push(cell);
        self.is_moved[cell] = true;
        self.mend(hidden, spent);
        self.is_moved[cell] = false;
        self.moved.pop();
        self.set(cell, before);
    }

    fn set(&mut self, cell: usize, number: i64) {
        let by = number - std::mem::replace(&mut self.values[cell], number);
        for (relation, weight) in &self.relations_of[cell] {
            let before = self.sums[*relation];
            let after = before + weight * by;
            self.sums[*relation] = after;
            let is = self.cells.relations[*relation].is;
            match (is.fails(before), is.fails(after)) {
                (false, true) => self.broken.push(*relation),
                (true, false) => self.broken.retain(|broken| broken != relation),
                _ => {}
            }
        }
    }

    fn mend(&mut self, hidden: &[bool], spent: u64) {
        let fewest = |relation: &&usize| (self.cells.relations[**relation].terms.len(), **relation);
        let Some(broken) = self.broken.iter().min_by_key(fewest).copied() else {
            let moved = self.moved.iter().map(|cell| (*cell, self.values[*cell])).collect();
            self.best = Some(World { cost: spent, moved });
            return;
        };
        for way in self.ways(broken, hidden, spent) {
            if self.is_dearer(way.spent) {
                continue;
            }
            self.steps = self.steps.saturating_sub(1);
            self.go_on_from(way.cell, way.number, hidden, way.spent);
        }
    }

    /// The ways in which a relation can be mended, the likeliest to be cheap first.
    fn ways(&self, relation: usize, hidden: &[bool], spent: u64) -> Vec<Way> {
        let (of, excess) = (&self.cells.relations[relation], self.sums[relation]);
        let way = |(cell, weight): &(usize, i64)| {
            let now = self.values[*cell];
            let spent = if hidden[*cell] { spent } else { spent.saturating_add(self.costs[*cell]) };
            if now == 0 || self.is_moved[*cell] || self.is_dearer(spent) {
                return None;
            }
            // All that it takes; where the cell would fall below 1, as much as it can, and others the rest.
            let number = mended(now, *weight, excess, of.is)?.max(1);
            let broken = self.broken_after(*cell, number - now);
            let likely = spent.saturating_add(PER_BROKEN * broken);
            (number != now).then_some(Way { cell: *cell, number, spent, likely })
        };
        let mut ways: Vec<Way> = of.terms.iter().filter_map(way).collect();
        ways.sort_by_key(|way| (way.likely, way.spent, way.cell));
        ways.truncate(WAYS);
        ways
    }

    /// How many relations would not hold if a cell were moved by so much.
    fn broken_after(&self, cell: usize, by: i64) -> u64 {
        let mut broken = self.broken.len() as u64;
        for (relation, weight) in &self.relations_of[cell] {
            let (is, before) = (self.cells.relations[*relation].is, self.sums[*relation]);
            broken += u64::from(is.fails(before + weight * by));
            broken -= u64::from(is.fails(before));
        }
        broken
    }

    /// Whether a world at that cost need not be looked at.
    fn is_dearer(&self, spent: u64) -> bool {
        self.steps == 0 || spent > self.most || self.best.as_ref().is_some_and(|best| spent >= best.cost)
    }
}

/// The number that a cell must be so that a relation with that sum holds, all else as it is.
fn mended(now: i64, weight: i64, sum: i64, is: Is) -> Option<i64> {
    match is {
        Is::Nought => (sum % weight == 0).then(|| now - sum / weight),
        // At least as far as the excess goes.
        Is::AtMostNought => {
            let steps = (sum + weight.abs() - 1) / weight.abs();
            Some(now - steps * weight.signum())
        }
    }
}
