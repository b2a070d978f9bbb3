//! How the children of a return could be otherwise: two of them change places.
//!
//! Two children who exchange whether they are unaccompanied or on the list, or their sex, or how often they were away, leave
//! every number of all children as it was. So no move touches what the Department for Education publishes. Beside them,
//! one child alone can be in another part, or have been away like another, where the numbers that this changes are hidden.

mod exchange;
mod partners;

use std::collections::{BTreeSet, HashSet};

use super::children::Child;
use super::places::Places;
use crate::safe::worlds::{Model, Move, added_up};
pub(super) use exchange::Free;
use exchange::{EXCHANGES, Exchange};
use partners::{partners, parts, who_takes_part};

/// After how many moves no further child takes part.
const MOST: usize = 40_000;

/// A move, to tell whether it was added before: what it changes, and what it takes.
type Known = (Vec<(usize, i64)>, Vec<(usize, u64)>);

/// Adds the moves that a model needs.
pub(super) fn add_moves(model: &mut Model, kinds: &[(Child, u64)], places: &Places, free: &Free) {
    model.stock = kinds.iter().map(|(_, n)| *n).collect();
    let counted: Vec<Vec<(usize, i64)>> = kinds.iter().map(|(child, _)| places.counted(child)).collect();
    let chosen = who_takes_part(model, &counted, places);
    let parts = parts(kinds);
    let periods = kinds.first().map_or(0, |(child, _)| child.periods.len());
    let of_both = |of: &dyn Fn(bool) -> Exchange| [of(false), of(true)];
    let mut further: Vec<Exchange> =
        places.shortest().into_iter().flat_map(|at| of_both(&|away| Exchange::Incident(at, away))).collect();
    further.extend((0..periods).flat_map(|at| of_both(&|away| Exchange::AtEnd(at, away))));
    for (first, second) in places.following() {
        further.extend(of_both(&|away| Exchange::Longer(first, second, away)));
        further.extend(of_both(&|away| Exchange::Later(first, second, away)));
    }
    let mut known_moves: HashSet<Known> = HashSet::new();
    let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
    for one in chosen {
        if model.moves.len() > MOST {
            break;
        }
        for other in partners(one, kinds, &parts) {
            let pair = (one.min(other), one.max(other));
            if one == other || !seen.insert(pair) {
                continue;
            }
            for exchange in EXCHANGES.into_iter().chain(further.iter().copied()) {
                for (one, other) in [pair, (pair.1, pair.0)].into_iter().take(1 + usize::from(exchange.has_sides())) {
                    if !exchange.is_free(free, (&kinds[one].0, &kinds[other].0), places) {
                        continue;
                    }
                    let Some((a, b)) = exchange.of(&kinds[one].0, &kinds[other].0, places) else { continue };
                    let mut takes = vec![(one, 1)];
                    let mut changes = counted[one].iter().map(|(at, n)| (*at, -n)).collect::<Vec<_>>();
                    changes.extend(places.counted(&a));
                    if !exchange.is_alone() {
                        takes.push((other, 1));
                        changes.extend(counted[other].iter().map(|(at, n)| (*at, -n)));
                        changes.extend(places.counted(&b));
                    }
                    let changes = added_up(changes);
                    if !changes.is_empty() && known_moves.insert((changes.clone(), takes.clone())) {
                        model.moves.push(Move { changes, takes });
                    }
                }
            }
        }
    }
}
