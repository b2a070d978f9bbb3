//! Which cells are hidden.

use super::cells::Cells;
use super::hidden::Hidden;
use super::program::world;
use super::witness::{Witness, World};
use super::{ABLE_TO_BE, FEW};
use crate::order::Ordered;

/// What is lost with one figure.
pub(super) const FIGURE: u64 = 1_000_000;

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
        relation.terms.iter().for_each(|(cell, weight)| relations_of[*cell].push((at, *weight)));
    }
    let costs: Vec<u64> = (0..cells.len()).map(|cell| cost(cells, cell)).collect();
    let mut choice = Choice {
        cells,
        witness: Witness::new(cells, &relations_of, &costs),
        relations_of: &relations_of,
        costs: &costs,
        hidden: few_alone(cells).0,
        proofs: vec![Vec::new(); cells.len()],
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
    beside.order_by_key(|cell| std::cmp::Reverse((costs[*cell], *cell)));
    for cell in beside {
        choice.show_if_safe(cell);
    }
    Hidden(choice.hidden)
}

/// What is lost with a cell: one figure above all, a total more than any other, and of others a large count more than a
/// small one.
fn cost(cells: &Cells, cell: usize) -> u64 {
    let figures = if cells.totals[cell] { 20 } else { 1 };
    figures * FIGURE + cells.values[cell].unsigned_abs().min(FIGURE - 1)
}

struct Choice<'a> {
    cells: &'a Cells,
    witness: Witness<'a>,
    /// For each cell the relations that it stands in, and its weight in each.
    relations_of: &'a [Vec<(usize, i64)>],
    costs: &'a [u64],
    hidden: Vec<bool>,
    /// For each hidden cell the numbers beside the true one that it is known to be able to be, and the cells that are
    /// moved in the world in which it is.
    proofs: Vec<Vec<(i64, std::rc::Rc<[usize]>)>>,
}

impl Choice<'_> {
    /// The numbers beside the true one that a cell is tried with, nearest first.
    fn others(&self, cell: usize) -> impl Iterator<Item = i64> + use<> {
        let value = self.cells.values[cell];
        (1..=i64::try_from(FEW).unwrap_or(1)).flat_map(move |step| [value + step, value - step])
    }

    /// Whether a hidden cell can be seen to be able to be enough numbers.
    fn is_safe(&mut self, cell: usize) -> bool {
        for other in self.others(cell) {
            if self.is_proved(cell) {
                return true;
            }
            if !self.proofs[cell].iter().any(|(number, _)| *number == other)
                && let Some(world) = self.witness.cheapest(cell, other, &self.hidden, 0)
            {
                self.learn(&world);
            }
        }
        if !self.is_proved(cell) && !self.stands_alone(cell) {
            for other in self.nearest(cell) {
                if !self.is_proved(cell)
                    && !self.proofs[cell].iter().any(|(number, _)| *number == other)
                    && let Some(world) = self.program(cell, other, false)
                {
                    // Only of the cell itself: the numbers of others need not be whole.
                    let moved = world.moved.iter().map(|(cell, _)| *cell).collect();
                    self.proofs[cell].push((other, moved));
                }
            }
        }
        self.is_proved(cell) || self.stands_alone(cell)
    }

    /// The numbers that are enough to be tried.
    fn nearest(&self, cell: usize) -> impl Iterator<Item = i64> + use<> {
        self.others(cell).take(2 * (ABLE_TO_BE - 1))
    }

    fn program(&self, cell: usize, number: i64, may_hide: bool) -> Option<World> {
        world(self.cells, self.relations_of, self.costs, (cell, number), (&self.hidden, may_hide))
    }

    fn is_proved(&self, cell: usize) -> bool {
        self.proofs[cell].len() + 1 >= ABLE_TO_BE
    }

    /// Every cell that is another number in a world can be that number.
    fn learn(&mut self, world: &World) {
        let moved: std::rc::Rc<[usize]> = world.moved.iter().map(|(cell, _)| *cell).collect();
        for (cell, number) in &world.moved {
            let proofs = &mut self.proofs[*cell];
            if proofs.len() + 1 < ABLE_TO_BE && !proofs.iter().any(|(known, _)| known == number) {
                proofs.push((*number, moved.clone()));
            }
        }
    }

    /// Beside nothing but hidden cells and noughts all could be twice or three times what they are.
    fn stands_alone(&self, cell: usize) -> bool {
        self.around(cell).iter().all(|other| self.shown_beside(*other).next().is_none())
    }

    /// Shows a cell again if all that are hidden stay safe without it.
    fn show_if_safe(&mut self, cell: usize) {
        let rests_on = |proofs: &[(i64, std::rc::Rc<[usize]>)]| proofs.iter().any(|(_, moved)| moved.contains(&cell));
        let concerned: Vec<usize> = (0..self.hidden.len())
            .filter(|other| self.hidden[*other] && *other != cell)
            .filter(|other| rests_on(&self.proofs[*other]) || !self.is_proved(*other))
            .collect();
        let before: Vec<_> = concerned.iter().map(|other| self.proofs[*other].clone()).collect();
        self.hidden[cell] = false;
        let of_cell = std::mem::take(&mut self.proofs[cell]);
        for other in &concerned {
            self.proofs[*other].retain(|(_, moved)| !moved.contains(&cell));
        }
        if !concerned.iter().all(|other| self.is_safe(*other)) {
            // Worlds that were found meanwhile hold without the cell, and so with it.
            self.hidden[cell] = true;
            self.proofs[cell] = of_cell;
            for (other, proofs) in concerned.into_iter().zip(before) {
                self.proofs[other] = proofs;
            }
        }
    }

    /// What to hide next for the sake of an unsafe cell: what is shown of the cheapest world in which it is another number
    /// than those that it can be already; where none was found, the cheapest cell that stands beside it.
    fn chosen_for(&mut self, cell: usize) -> Vec<usize> {
        let mut best: Option<World> = None;
        // Dear worlds are looked for only where there are no cheaper ones: a total is easily found and dearly missed.
        for within in [2, 4, 8, 19, 100, u64::MAX / FIGURE] {
            for other in self.nearest(cell) {
                let most = best.as_ref().map_or(within * FIGURE, |world| world.cost - 1);
                match self.witness.cheapest(cell, other, &self.hidden, most) {
                    Some(world) if world.cost > 0 => best = Some(world),
                    _ => {}
                }
            }
            if best.is_some() {
                break;
            }
        }
        if best.is_none() {
            let worlds = self.nearest(cell).filter_map(|other| self.program(cell, other, true));
            best = worlds.filter(|world| world.cost > 0).min_by_key(|world| world.cost);
        }
        if let Some(world) = best {
            return world.moved.into_iter().map(|(cell, _)| cell).filter(|cell| !self.hidden[*cell]).collect();
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
        self.relations_of[cell].iter().flat_map(|(relation, _)| &self.cells.relations[*relation].terms)
    }
}
