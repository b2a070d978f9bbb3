//! Hides more, until worlds are found for every count that must be open; then shows again what was hidden for nothing.

use super::model::{Model, Move, Unit};
use super::search::Search;

/// How many units are tried that could each be enough by itself, and among how many moves they are looked for.
const TRIED: usize = 8;
const LOOKED_AT: usize = 300;
/// Steps for what is shown again.
const STEPS_AGAIN: u64 = 30_000_000;

/// How a unit is shown: whether it is hidden, and whether nothing of it is printed.
type State = (bool, bool);

/// Hides what has to be, and gives the counts for which nothing was found even so: those that what everybody knows gives
/// away.
pub(in crate::safe) fn protect(model: &mut Model) -> Vec<usize> {
    let before: Vec<State> = model.units.iter().map(|unit| (unit.hidden, unit.dropped)).collect();
    let mut search = Search::of(model);
    let mut waiting: Vec<usize> = (0..search.model.counts.len()).rev().filter(|at| search.model.needs(*at)).collect();
    let mut given_away = Vec::new();
    while let Some(at) = waiting.pop() {
        while search.model.needs(at) {
            let found = search.values(at);
            if found.len() + 1 >= crate::safe::rule::ABLE_TO_BE {
                break;
            }
            let (units, drop) = choose(&mut search, at, &found);
            if units.is_empty() {
                given_away.push(at);
                break;
            }
            for unit in units {
                let dropped = search.model.units[unit].dropped || drop;
                search.set(unit, (true, dropped));
                waiting.extend(concerned(search.model, unit).into_iter().filter(|at| search.model.needs(*at)));
            }
        }
    }
    if given_away.is_empty() {
        show_again(&mut search, &before);
    }
    given_away
}

/// The counts that are of a unit, or must be open where it is hidden.
fn concerned(model: &Model, unit: usize) -> Vec<usize> {
    let beside = model.counts.iter().enumerate().filter(|(_, of)| of.beside == Some(unit)).map(|(at, _)| at);
    beside.chain(model.units[unit].counts.iter().copied()).collect()
}

/// What was hidden for the sake of another count, and need not be, as others were hidden after it.
fn show_again(search: &mut Search<'_>, before: &[State]) {
    search.steps = search.steps.min(STEPS_AGAIN);
    let states = |search: &Search<'_>| -> Vec<State> {
        search.model.units.iter().map(|unit| (unit.hidden, unit.dropped)).collect()
    };
    let mut hidden: Vec<usize> =
        states(search).iter().zip(before).enumerate().filter(|(_, (now, was))| now != was).map(|(at, _)| at).collect();
    hidden.sort_by_key(|at| (std::cmp::Reverse(search.model.units[*at].cost), *at));
    for unit in hidden {
        let now = states(search)[unit];
        search.set(unit, before[unit]);
        let needed: Vec<usize> = (0..search.model.counts.len()).filter(|at| search.model.needs(*at)).collect();
        let stays_open = needed.into_iter().all(|at| search.is_open(at));
        if !stays_open || search.steps == 0 {
            search.set(unit, now);
        }
    }
}

/// What to hide so that a count can be another number than those found: the cheapest unit that is enough by itself, or
/// what the cheapest move needs. If there is neither, what to leave out: what it is printed with, its kin, and at last
/// everything. And whether nothing of it is printed then.
fn choose(search: &mut Search<'_>, at: usize, found: &[i64]) -> (Vec<usize>, bool) {
    if search.steps > 0 {
        let by_move = cheapest_move(search, at, found);
        if let Some(unit) = enough_alone(search, at, by_move.as_ref().map_or(u64::MAX, |(cost, _)| *cost)) {
            return (vec![unit], false);
        }
        if let Some((_, units)) = by_move {
            return (units, false);
        }
    }
    let own = search.model.counts[at].unit;
    let kin = own.map(|unit| search.model.units[unit].kin);
    let left = |is: &dyn Fn(usize, &Unit) -> bool| -> Vec<usize> {
        let can_hide = |unit: &Unit| unit.counts.iter().any(|at| !search.model.counts[*at].known);
        let units = search.model.units.iter().enumerate();
        units
            .filter(|(at, unit)| !(unit.settled || unit.hidden && unit.dropped) && can_hide(unit) && is(*at, unit))
            .map(|(at, _)| at)
            .collect()
    };
    let stages = [left(&|at, _| Some(at) == own), left(&|_, unit| Some(unit.kin) == kin), left(&|_, _| true)];
    (stages.into_iter().find(|stage| !stage.is_empty()).unwrap_or_default(), true)
}

/// The units that are in the way of the cheapest move which gives a count a number that is not found, and what is lost
/// with them.
fn cheapest_move(search: &mut Search<'_>, at: usize, found: &[i64]) -> Option<(u64, Vec<usize>)> {
    let mut best: Option<(u64, Vec<usize>)> = None;
    for of in &search.moves_of[at] {
        let of = &search.model.moves[*of];
        let by = of.changes.iter().find(|(count, _)| *count == at).map_or(0, |(_, by)| *by);
        search.steps = search.steps.saturating_sub(of.changes.len() as u64);
        if found.contains(&by) {
            continue;
        }
        let most = best.as_ref().map_or(u64::MAX, |(cost, _)| *cost);
        if let Some(needed) = needed(search.model, of, most)
            && !needed.1.is_empty()
        {
            best = Some(needed);
        }
    }
    best
}

/// The cheapest unit among those that are in the way which is enough by itself, if it costs at most so much.
fn enough_alone(search: &mut Search<'_>, at: usize, most: u64) -> Option<usize> {
    let mut units: Vec<(u64, usize)> = Vec::new();
    for of in search.moves_of[at].iter().take(LOOKED_AT) {
        for (count, by) in
            search.model.moves[*of].changes.iter().filter(|(count, by)| !search.model.can_change(*count, *by))
        {
            let of = &search.model.counts[*count];
            let Some(unit) = of.unit.filter(|_| !of.known && of.truth > 0 && of.truth + by > 0) else { continue };
            let cost = search.model.units[unit].cost;
            if !search.model.units[unit].hidden && cost <= most && !units.contains(&(cost, unit)) {
                units.push((cost, unit));
            }
        }
        search.steps = search.steps.saturating_sub(search.model.moves[*of].changes.len() as u64);
    }
    units.sort_unstable();
    units.into_iter().take(TRIED).map(|(_, unit)| unit).find(|unit| {
        let was = (search.model.units[*unit].hidden, search.model.units[*unit].dropped);
        search.set(*unit, (true, was.1));
        let is_open = search.is_open(at);
        search.set(*unit, was);
        is_open
    })
}

/// The units that are in the way of a move and what is lost with them, if that is less than `most` and they can be hidden.
fn needed(model: &Model, of: &Move, most: u64) -> Option<(u64, Vec<usize>)> {
    let (mut cost, mut units) = (0_u64, Vec::new());
    for (at, by) in of.changes.iter().filter(|(at, by)| !model.can_change(*at, *by)) {
        let count = &model.counts[*at];
        let unit = count.unit.filter(|_| !count.known)?;
        let of = &model.units[unit];
        // Hidden, it is what it is for a reader all the same: no zero, or more than none.
        if of.hidden || (!of.dropped && (count.truth == 0 || count.truth + by < 1)) {
            return None;
        }
        if !units.contains(&unit) {
            cost += of.cost;
            units.push(unit);
        }
        if cost >= most {
            return None;
        }
    }
    Some((cost, units))
}
