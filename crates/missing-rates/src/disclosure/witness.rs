//! Other worlds: numbers for the hidden cells that fit all that is shown.
//!
//! From the true numbers one cell is moved; every relation that this breaks is mended by moving another cell of it, which
//! may break others, and so on, each cell moved at most once. What is found fits every relation, so where hidden cells
//! alone were moved it is proof that the cell can be that number. Where shown cells were moved too, they are what it would
//! take to hide; the search is for those that cost least. That nothing is found proves nothing, and the cell is taken to
//! be unsafe.

use super::cells::{Cells, Is, Relation};

/// Steps after which a search is given up, and what was found by then stands.
const STEPS: u32 = 3_000;

/// A world in which one cell is another number.
#[derive(Debug)]
pub(super) struct World {
    /// What it costs to hide the cells that were moved and are shown: nothing if there are none.
    pub(super) cost: u64,
    /// Those cells.
    pub(super) to_hide: Vec<usize>,
}

/// Looks for worlds.
pub(super) struct Witness<'a> {
    cells: &'a Cells,
    /// For each cell its relations.
    relations_of: &'a [Vec<usize>],
    /// What is lost with each cell.
    costs: &'a [u64],
    /// The world at hand; outside a search the true one.
    values: Vec<i64>,
    /// The cells that were moved, first to last.
    moved: Vec<usize>,
    steps: u32,
    /// The cheapest world yet; `cost` alone is an upper limit.
    best: World,
    found: bool,
}

impl<'a> Witness<'a> {
    pub(super) fn new(cells: &'a Cells, relations_of: &'a [Vec<usize>], costs: &'a [u64]) -> Self {
        let best = World { cost: 0, to_hide: Vec::new() };
        Self {
            cells,
            relations_of,
            costs,
            values: cells.values.clone(),
            moved: Vec::new(),
            steps: 0,
            best,
            found: false,
        }
    }

    /// Whether there is a world in which a hidden cell is this number and nothing else needs hiding.
    pub(super) fn can_be(&mut self, cell: usize, number: i64, hidden: &[bool]) -> bool {
        self.cheapest(cell, number, hidden, 0).is_some()
    }

    /// The cheapest world in which a hidden cell is this number, of those that cost no more than `most`. A hidden cell is
    /// never nought in any world: noughts are shown.
    pub(super) fn cheapest(&mut self, cell: usize, number: i64, hidden: &[bool], most: u64) -> Option<World> {
        if number < 1 {
            return None;
        }
        (self.steps, self.found) = (STEPS, false);
        self.best = World { cost: most, to_hide: Vec::new() };
        self.go_on_from(cell, number, hidden, 0);
        self.found.then(|| std::mem::replace(&mut self.best, World { cost: 0, to_hide: Vec::new() }))
    }

    /// Moves a cell, and mends what that breaks in every way that is worth it; in the end all is as before.
    fn go_on_from(&mut self, cell: usize, number: i64, hidden: &[bool], spent: u64) {
        let before = std::mem::replace(&mut self.values[cell], number);
        self.moved.push(cell);
        self.mend(hidden, spent);
        self.moved.pop();
        self.values[cell] = before;
    }

    fn mend(&mut self, hidden: &[bool], spent: u64) {
        let Some(broken) = self.broken() else {
            let to_hide = self.moved.iter().copied().filter(|cell| !hidden[*cell]).collect();
            self.best = World { cost: spent, to_hide };
            self.found = true;
            return;
        };
        let excess = broken.excess(&self.values);
        // Hidden cells cost nothing, and come first.
        for is_hidden in [true, false] {
            for (cell, weight) in broken.terms.iter().filter(|(cell, _)| hidden[*cell] == is_hidden) {
                let now = self.values[*cell];
                let spent = if is_hidden { spent } else { spent.saturating_add(self.costs[*cell]) };
                if now == 0 || self.is_dearer(spent) || self.moved.contains(cell) {
                    continue;
                }
                self.steps = self.steps.saturating_sub(1);
                // All that it takes; where the cell would fall below 1, as much as it can, and others the rest.
                let Some(target) = mended(now, *weight, excess, broken.is).map(|number| number.max(1)) else {
                    continue;
                };
                if target != now {
                    self.go_on_from(*cell, target, hidden, spent);
                }
            }
        }
    }

    /// Whether a world at that cost need not be looked at.
    fn is_dearer(&self, spent: u64) -> bool {
        self.steps == 0 || spent > self.best.cost || self.found && spent >= self.best.cost
    }

    /// A relation that does not hold; those of the cell that was moved last come first.
    fn broken(&self) -> Option<&'a Relation> {
        let relations = self.moved.iter().rev().flat_map(|cell| &self.relations_of[*cell]);
        let mut relations = relations.map(|at| &self.cells.relations[*at]);
        relations.find(|relation| relation.excess(&self.values) != 0)
    }
}

/// The number that a cell must be so that a relation with that excess holds, all else as it is.
fn mended(now: i64, weight: i64, excess: i64, is: Is) -> Option<i64> {
    match is {
        Is::Nought => (excess % weight == 0).then(|| now - excess / weight),
        // At least as far as the excess goes.
        Is::AtMostNought => {
            let steps = (excess + weight.abs() - 1) / weight.abs();
            Some(now - steps * weight.signum())
        }
    }
}
