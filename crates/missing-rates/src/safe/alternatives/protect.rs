//! Hides everything at first, and then shows as much as can be, the most valuable first: a unit is shown only where every
//! count that must be open stays open. So a search that is given up leaves more hidden, never less.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::model::{Alternative, Model};
use super::search::Search;

/// How a unit is shown: whether it is hidden, and whether nothing of it is printed.
type State = (bool, bool);

/// Shows what can be shown, and gives the counts that are not open even where nothing is: those that what everybody knows
/// gives away. Then nothing is shown.
pub(in crate::safe) fn protect(model: &mut Model) -> Vec<usize> {
    protect_apart(model, &|_| Vec::new())
}

/// The same, but where there is a count that is not open, only the units that are `bound` with it are not shown, if there
/// are any.
pub(in crate::safe) fn protect_apart(model: &mut Model, bound: &dyn Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let most: Vec<State> = model.units.iter().map(|unit| (unit.hidden, unit.dropped)).collect();
    for unit in model.units.iter_mut().filter(|unit| !unit.settled) {
        (unit.hidden, unit.dropped) = (true, true);
    }
    let mut search = Search::of(model);
    let needed: Vec<usize> = (0..search.model.counts.len()).filter(|at| search.model.needs(*at)).collect();
    let mut given_away: Vec<usize> = needed.into_iter().filter(|at| !search.is_open(*at)).collect();
    given_away.retain(|at| {
        let count = &mut search.model.counts[*at];
        count.guarded &= !count.unless_known;
        search.model.needs(*at)
    });
    let mut never: HashSet<usize> = HashSet::new();
    given_away.retain(|at| {
        let units = bound(*at);
        search.model.counts[*at].guarded &= units.is_empty();
        never.extend(&units);
        units.is_empty()
    });
    if given_away.is_empty() {
        for unit in by_value(search.model).into_iter().filter(|unit| !never.contains(unit)) {
            // Whole, else as `c`, else not at all.
            let as_c = (true, most[unit].1);
            let _ = shows(&mut search, unit, most[unit]) || shows(&mut search, unit, as_c);
        }
    }
    given_away
}

/// The units that can be shown, the most valuable first; of those alike the one that counts more.
fn by_value(model: &Model) -> Vec<usize> {
    let count = |unit: usize| model.units[unit].counts.iter().map(|at| model.counts[*at].truth).sum::<i64>();
    let mut units: Vec<usize> = (0..model.units.len()).filter(|unit| !model.units[*unit].settled).collect();
    units.sort_by_cached_key(|unit| (Reverse(model.units[*unit].value), Reverse(count(*unit)), *unit));
    units
}

/// Shows a unit so, if every count that must be open then is; whether it is.
fn shows(search: &mut Search<'_>, unit: usize, state: State) -> bool {
    const NOTHING: State = (true, true);
    if state == NOTHING || search.steps == 0 {
        return false;
    }
    search.set(unit, state);
    let concerned = search.concerned(unit);
    let mut before: Vec<(usize, Vec<Alternative>)> = Vec::new();
    let is_open = concerned.into_iter().all(|at| {
        before.push((at, search.found(at)));
        search.is_open(at)
    });
    if !is_open {
        search.set(unit, NOTHING);
        for (at, alternatives) in before {
            search.find_again(at, alternatives);
        }
    }
    is_open
}
