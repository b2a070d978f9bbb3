//! Which cells are hidden.

use super::cells::Cells;
use super::shown::Hidden;
use super::witness::{Witness, World};
use super::{ABLE_TO_BE, FEW};

/// The cells that are hidden for themselves alone: those of 1 to 5. Others give some of them away; see [`protect`].
pub fn few_alone(cells: &Cells) -> Hidden {
    Hidden(cells.values.iter().map(|value| u64::try_from(*value).is_ok_and(|n| (1..=FEW).contains(&n))).collect())
}

/// The cells to hide: those of 1 to 5, and as many others as it takes that each hidden one could be any of three numbers.
///
/// As few as can be found are hidden beside; of those that would do as well, the ones with small counts, and totals last;
/// nought never is. It depends on nothing but the counts, their relations, and the order in which they were added.
pub fn protect(cells: &Cells) -> Hidden {
    let mut relations_of = vec![Vec::new(); cells.len()];
    for (at, relation) in cells.relations.iter().enumerate() {
        relation.terms.iter().for_each(|(cell, _)| relations_of[*cell].push(at));
    }
    let costs: Vec<u64> = (0..cells.len()).map(|cell| cost(cells, cell)).collect();
    let mut choice = Choice {
        cells,
        witness: Witness::new(cells, &relations_of, &costs),
        relations_of: &relations_of,
        costs: &costs,
        hidden: few_alone(cells).0,
    };
    let mut beside = Vec::new();
    // The more is hidden, the more can be: what is safe stays so.
    let mut waiting: Vec<usize> = (0..cells.len()).filter(|cell| choice.hidden[*cell]).collect();
    while let Some(cell) = waiting.pop() {
        while !choice.is_safe(cell) {
            let chosen = choice.chosen_for(cell);
            if chosen.is_empty() {
                break;
            }
            for cell in chosen {
                choice.hidden[cell] = true;
                beside.push(cell);
                waiting.push(cell);
            }
        }
    }
    // What was hidden on the way may not be needed in the end.
    beside.sort_by_key(|cell| std::cmp::Reverse((costs[*cell], *cell)));
    for cell in beside {
        let around = choice.around(cell);
        choice.hidden[cell] = false;
        if !around.into_iter().filter(|other| *other != cell).all(|other| choice.is_safe(other)) {
            choice.hidden[cell] = true;
        }
    }
    Hidden(choice.hidden)
}

/// What is lost with a cell: one figure above all, a total more than any other, and of others a large count more than a
/// small one.
fn cost(cells: &Cells, cell: usize) -> u64 {
    const FIGURE: u64 = 1_000_000;
    let figures = if cells.totals[cell] { 20 } else { 1 };
    figures * FIGURE + cells.values[cell].unsigned_abs().min(FIGURE - 1)
}

struct Choice<'a> {
    cells: &'a Cells,
    witness: Witness<'a>,
    /// For each cell the relations that it stands in.
    relations_of: &'a [Vec<usize>],
    costs: &'a [u64],
    hidden: Vec<bool>,
}

impl Choice<'_> {
    /// The numbers beside the true one that a cell is tried with, nearest first.
    fn others(&self, cell: usize) -> impl Iterator<Item = i64> + use<> {
        let value = self.cells.values[cell];
        (1..=i64::try_from(FEW).unwrap_or(1)).flat_map(move |step| [value + step, value - step])
    }

    /// Whether a hidden cell can be seen to be able to be enough numbers.
    fn is_safe(&mut self, cell: usize) -> bool {
        let mut found = 0;
        for other in self.others(cell) {
            found += usize::from(self.witness.can_be(cell, other, &self.hidden));
            if found == ABLE_TO_BE - 1 {
                return true;
            }
        }
        // Beside nothing but hidden cells and noughts all could be twice or three times what they are.
        self.around(cell).iter().all(|other| self.shown_beside(*other).next().is_none())
    }

    /// What to hide next for the sake of an unsafe cell: what is shown of the cheapest world in which it is another number
    /// than those that it can be already; where none was found, the cheapest cell that stands beside it.
    fn chosen_for(&mut self, cell: usize) -> Vec<usize> {
        let mut best: Option<World> = None;
        for other in self.others(cell).take(2 * (ABLE_TO_BE - 1)) {
            let most = best.as_ref().map_or(u64::MAX, |world| world.cost - 1);
            match self.witness.cheapest(cell, other, &self.hidden, most) {
                Some(world) if world.cost > 0 => best = Some(world),
                _ => {}
            }
        }
        if let Some(world) = best {
            return world.to_hide;
        }
        let around = self.around(cell);
        let beside = around.iter().flat_map(|other| self.shown_beside(*other));
        beside.min_by_key(|other| (self.costs[*other], *other)).into_iter().collect()
    }

    /// The hidden cells that hang together with one, itself first.
    fn around(&self, cell: usize) -> Vec<usize> {
        let mut seen = vec![false; self.hidden.len()];
        let mut found = vec![cell];
        seen[cell] = true;
        let mut next = 0;
        while let Some(at) = found.get(next).copied() {
            next += 1;
            for (other, _) in self.terms_beside(at) {
                if self.hidden[*other] && !seen[*other] {
                    seen[*other] = true;
                    found.push(*other);
                }
            }
        }
        found
    }

    /// The shown cells that stand in a relation with one, noughts apart.
    fn shown_beside(&self, cell: usize) -> impl Iterator<Item = usize> + '_ {
        let others = self.terms_beside(cell).map(|(other, _)| *other);
        others.filter(|other| !self.hidden[*other] && self.cells.values[*other] > 0)
    }

    fn terms_beside(&self, cell: usize) -> impl Iterator<Item = &(usize, i64)> + '_ {
        self.relations_of[cell].iter().flat_map(|relation| &self.cells.relations[*relation].terms)
    }
}
