//! How the children of a return could be otherwise: two of them change places.
//!
//! Two children who exchange whether they are unaccompanied or on the list, or their sex, or how often they were away, leave
//! every number of all children as it was. So no move touches what the Department for Education publishes. Beside them,
//! one child alone can be in another part, or have been away like another, where the numbers that this changes are hidden.

mod counting;
mod exchange;
mod partners;

use super::children::Child;
use super::places::Places;
use crate::safe::alternatives::{Marks, Model, Move, Sums, mark};
use counting::Counting;
pub(super) use exchange::Free;
use exchange::{EXCHANGES, Exchange};
use partners::{partners, parts, who_takes_part};

/// After how many moves no further child takes part.
const MOST: usize = 12_000;

/// Adds the moves that a model needs.
pub(super) fn add_moves(model: &mut Model, kinds: &[(Child, u64)], places: &Places, free: &Free) {
    model.stock = kinds.iter().map(|(_, n)| *n).collect();
    let chosen = who_takes_part(model, kinds, places);
    let parts = parts(kinds);
    let periods = kinds.first().map_or(0, |(child, _)| child.periods.len());
    let of_both = |of: &dyn Fn(bool) -> Exchange| [of(false), of(true)];
    let mut further: Vec<Exchange> =
        places.shortest.iter().flat_map(|at| of_both(&|away| Exchange::Incident(*at, away))).collect();
    further.extend((0..periods).flat_map(|at| of_both(&|away| Exchange::AtEnd(at, away))));
    for (first, second) in &places.following {
        further.extend(of_both(&|away| Exchange::Longer(*first, *second, away)));
        further.extend(of_both(&|away| Exchange::Later(*first, *second, away)));
    }
    let (mut pairs, mut alone, mut moves) = (Marks::default(), Marks::default(), Marks::default());
    let counting = Counting::of(model, places);
    let (mut sums, mut before) = (Sums::of(model.counts.len()), Sums::of(model.counts.len()));
    let mut counted: Vec<Vec<(u32, i32)>> = vec![Vec::new(); kinds.len()];
    for one in chosen {
        if model.moves.len() > MOST {
            break;
        }
        for other in partners(one, kinds, &parts) {
            let pair = (one.min(other), one.max(other));
            if one == other || !pairs.insert([pair.0 as u64, pair.1 as u64]) {
                continue;
            }
            for (nth, exchange) in EXCHANGES.into_iter().chain(further.iter().copied()).enumerate() {
                for (one, other) in [pair, (pair.1, pair.0)].into_iter().take(1 + usize::from(exchange.has_sides())) {
                    // What is the same with every partner is tried once.
                    let is_known = |way| !alone.insert([one as u64, nth as u64, u64::from(way)]);
                    if exchange.of_one(&kinds[other].0).is_some_and(is_known)
                        || !exchange.is_free(free, (&kinds[one].0, &kinds[other].0), places)
                    {
                        continue;
                    }
                    let Some((a, b)) = exchange.of(&kinds[one].0, &kinds[other].0, places) else { continue };
                    let other = Some(other).filter(|_| !exchange.is_alone());
                    for (kind, after) in std::iter::once((one, &a)).chain(other.map(|other| (other, &b))) {
                        // What a child counted as before is the same in every move.
                        if counted[kind].is_empty() {
                            counting.add(&kinds[kind].0, 1, places, &mut before);
                            counted[kind] = before.take();
                        }
                        counted[kind].iter().for_each(|(at, n)| sums.add(*at as usize, -i64::from(*n)));
                        counting.add(after, 1, places, &mut sums);
                    }
                    let changes = sums.take();
                    let sum = changes.iter().fold(0_u64, |sum, (at, by)| {
                        sum.wrapping_add(mark(u64::from(*at)).wrapping_mul(i64::from(*by).cast_unsigned()))
                    });
                    let takes = [one as u64, other.map_or(u64::MAX, |other| other as u64)];
                    if !changes.is_empty() && moves.insert(takes.into_iter().chain([sum])) {
                        model.moves.push(Move::of(changes, one, other));
                    }
                }
            }
        }
    }
}
