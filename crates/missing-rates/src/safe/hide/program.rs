//! Other worlds where moving one cell after another finds none: by a linear program, which finds one if there is any.
//!
//! Numbers in it need not be whole; of a cell it says from where to where it can be.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};

use super::cells::{Cells, Is};
use super::choose::FIGURE;
use super::witness::World;

/// By how much a number may differ from the true one at most: more than anyone needs to see that it is open, and few
/// enough digits for the program.
const FAR: f64 = 1_000.0;
/// What differs by less is the same number.
const NEAR: f64 = 1e-6;

/// The cheapest world in which a cell is this number: hidden cells cost nothing, and shown ones what is lost with them for
/// each unit by which they differ, or are not moved at all unless `may_hide`.
pub(super) fn world(
    cells: &Cells,
    relations_of: &[Vec<(usize, i64)>],
    costs: &[u64],
    (cell, number): (usize, i64),
    (hidden, may_hide): (&[bool], bool),
) -> Option<World> {
    if number < 1 {
        return None;
    }
    let moves = |cell: usize| cells.values[cell] != 0 && (hidden[cell] || may_hide);
    let (places, relations) = around(cells, relations_of, cell, &moves);
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut more: BTreeMap<usize, Variable> = BTreeMap::new();
    let mut less: BTreeMap<usize, Variable> = BTreeMap::new();
    for place in places {
        // Hidden cells cost a little, so that few are moved.
        let cost = if hidden[place] { 1e-3 } else { costs[place] as f64 / FIGURE as f64 };
        let by = (number - cells.values[place]) as f64;
        let bounds = |least: f64, most: f64| if place == cell { (by.max(0.0), by.max(0.0)) } else { (least, most) };
        more.insert(place, problem.add_var(cost, bounds(0.0, FAR)));
        let most = ((cells.values[place] - 1) as f64).min(FAR);
        let bounds = if place == cell { ((-by).max(0.0), (-by).max(0.0)) } else { (0.0, most) };
        less.insert(place, problem.add_var(cost, bounds));
    }
    for relation in relations {
        let relation = &cells.relations[relation];
        let mut terms = Vec::new();
        for (place, weight) in &relation.terms {
            let weight = *weight as f64;
            terms.extend(more.get(place).map(|variable| (*variable, weight)));
            terms.extend(less.get(place).map(|variable| (*variable, -weight)));
        }
        let sum: i64 = relation.terms.iter().map(|(place, weight)| weight * cells.values[*place]).sum();
        let operator = match relation.is {
            Is::Nought => ComparisonOp::Eq,
            Is::AtMostNought => ComparisonOp::Le,
        };
        problem.add_constraint(terms, operator, -sum as f64);
    }
    let solution = problem.solve().ok()?;
    let mut found = World { cost: 0, moved: Vec::new() };
    for (place, variable) in &more {
        let by = solution[*variable] - less.get(place).map_or(0.0, |less| solution[*less]);
        if by.abs() > NEAR {
            if !hidden[*place] {
                found.cost += costs[*place];
            }
            #[expect(clippy::cast_possible_truncation, reason = "at most a thousand more or fewer")]
            found.moved.push((*place, cells.values[*place] + by.round() as i64));
        }
    }
    Some(found)
}

/// The cells that can move with one, itself among them, and the relations in which they stand.
fn around(
    cells: &Cells,
    relations_of: &[Vec<(usize, i64)>],
    cell: usize,
    moves: &dyn Fn(usize) -> bool,
) -> (Vec<usize>, Vec<usize>) {
    let (mut seen, mut known) = (vec![false; cells.len()], vec![false; cells.relations.len()]);
    let (mut places, mut relations) = (vec![cell], Vec::new());
    seen[cell] = true;
    let mut next = 0;
    while let Some(at) = places.get(next).copied() {
        next += 1;
        for (relation, _) in &relations_of[at] {
            if std::mem::replace(&mut known[*relation], true) {
                continue;
            }
            relations.push(*relation);
            for (other, _) in &cells.relations[*relation].terms {
                if moves(*other) && !std::mem::replace(&mut seen[*other], true) {
                    places.push(*other);
                }
            }
        }
    }
    (places, relations)
}
