//! How the children of a return could be otherwise: two of them change places.
//!
//! Two children who exchange whether they are unaccompanied or on the list, or their sex, or how often they were away, leave
//! every number of all children as it was. So no move touches what the Department for Education publishes. Beside them,
//! one child alone can be in another part, or have been away like another, where the numbers that this changes are hidden.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Places;
use super::children::{Child, Days, History};
use crate::safe::worlds::{Model, Move};

/// How many of the children that a guarded count counts take part in moves, and how many children in all.
const OF_EACH: usize = 4;
const TAKE_PART: usize = 260;
/// With how many of each part a child changes places: those most like it, and those that are most frequent.
const ALIKE: usize = 2;
const FREQUENT: usize = 1;
/// How many parts, and how many children of a part those are looked for among.
const PARTS: usize = 14;
const AMONG: usize = 400;
/// After how many moves no further child takes part.
const MOST: usize = 40_000;

/// What two children exchange, or one takes over from the other.
#[derive(Clone, Copy)]
enum Exchange {
    Listed,
    Unaccompanied,
    Part,
    Sex,
    Away,
    Ends,
    TakesListed,
    TakesUnaccompanied,
    TakesPart,
    TakesAway,
    TakesMissing,
    TakesEnds,
    /// One incident of a period, of being away or else missing, was the other's.
    Incident(usize, bool),
    /// One child was still missing, or away, at the end of a period, or was not.
    AtEnd(usize, bool),
    /// An incident of the first period reached into the second, or did not.
    Longer(usize, usize, bool),
    /// An incident of the first period was in the second instead, or the other way round.
    Later(usize, usize, bool),
}

/// What can be in any period.
const EXCHANGES: [Exchange; 12] = [
    Exchange::Listed,
    Exchange::Unaccompanied,
    Exchange::Part,
    Exchange::Sex,
    Exchange::Away,
    Exchange::Ends,
    Exchange::TakesListed,
    Exchange::TakesUnaccompanied,
    Exchange::TakesPart,
    Exchange::TakesAway,
    Exchange::TakesMissing,
    Exchange::TakesEnds,
];

impl Exchange {
    /// The two after it; `None` where it changes nothing, or cannot be.
    fn of(self, one: &Child, other: &Child, places: &Places) -> Option<(Child, Child)> {
        let (mut a, mut b) = (one.clone(), other.clone());
        let same_days = || one.periods.iter().zip(&other.periods).all(|(one, other)| one.counts == other.counts);
        let same = |of: fn(&Child) -> Vec<u32>| of(one) == of(other);
        let incidents = |child: &Child| -> Vec<u32> {
            child.periods.iter().flat_map(|of| [of.missing.incidents, of.away.incidents]).collect()
        };
        match self {
            Self::Listed | Self::TakesListed => (a.listed, b.listed) = (other.listed, one.listed),
            Self::Unaccompanied | Self::TakesUnaccompanied => unaccompanied(&mut a, &mut b),
            Self::Part | Self::TakesPart => {
                (a.listed, b.listed) = (other.listed, one.listed);
                unaccompanied(&mut a, &mut b);
            }
            Self::Sex => (a.sex, b.sex) = (other.sex, one.sex),
            Self::Away | Self::TakesAway if same_days() => {
                for (a, b) in a.periods.iter_mut().zip(&mut b.periods) {
                    std::mem::swap(&mut a.away, &mut b.away);
                }
            }
            Self::TakesMissing if same_days() => {
                for (a, b) in a.periods.iter_mut().zip(&b.periods) {
                    a.missing = b.missing;
                }
            }
            Self::Incident(period, is_away) => {
                if !has_one_to_spare(&a, period, is_away, places) {
                    return None;
                }
                for at in places.around(period) {
                    let counts = b.periods[at].counts;
                    let (from, to) = (a.history_mut(at, is_away), b.history_mut(at, is_away));
                    let is_last = from.incidents == 1 && (from.at_end || from.not_found);
                    if !counts || from.incidents == 0 || is_last {
                        return None;
                    }
                    from.incidents -= 1;
                    to.incidents += 1;
                }
            }
            Self::AtEnd(period, is_away) => {
                let ending = places.ending_with(period);
                let at_end = a.history(period, is_away).at_end;
                // Who is still missing into a period that follows has an incident in it too.
                if places.following().iter().any(|(first, _)| *first == period) {
                    return None;
                }
                for at in ending.into_iter().filter(|at| one.periods[*at].counts) {
                    let history = a.history_mut(at, is_away);
                    if history.incidents == 0 || history.at_end != at_end || history.not_found != at_end {
                        return None;
                    }
                    (history.at_end, history.not_found) = (!at_end, !at_end);
                }
                a.longer[usize::from(is_away)] += if at_end { -1 } else { 1 };
            }
            Self::Longer(first, second, is_away) => longer(&mut a, (first, second), is_away, places)?,
            Self::Later(first, second, is_away) => later(&mut a, other, (first, second), is_away, places)?,
            Self::Ends | Self::TakesEnds if same_days() && same(incidents) => {
                let ends = |a: &mut History, b: &mut History| {
                    std::mem::swap(&mut a.at_end, &mut b.at_end);
                    std::mem::swap(&mut a.not_found, &mut b.not_found);
                };
                for (a, b) in a.periods.iter_mut().zip(&mut b.periods) {
                    ends(&mut a.missing, &mut b.missing);
                    ends(&mut a.away, &mut b.away);
                }
            }
            Self::Away | Self::TakesAway | Self::TakesMissing | Self::Ends | Self::TakesEnds => return None,
        }
        if self.is_alone() {
            b = other.clone();
        }
        (a != *one || b != *other).then_some((a, b))
    }

    /// Whether nothing tells against it but the model's own counts.
    fn is_free(self, free: Free, one: &Child, other: &Child) -> bool {
        match self {
            Self::TakesAway => free.away,
            Self::TakesMissing => free.missing,
            Self::Incident(_, is_away) => {
                is_away || free.groups || (one.throughout.is_some() && one.throughout == other.throughout)
            }
            _ => true,
        }
    }

    /// Whether it differs from the same with the two the other way round.
    fn has_sides(self) -> bool {
        self.is_alone() || matches!(self, Self::Incident(..))
    }

    /// Whether one child changes and the other stays.
    fn is_alone(self) -> bool {
        matches!(
            self,
            Self::TakesListed
                | Self::TakesUnaccompanied
                | Self::TakesPart
                | Self::TakesAway
                | Self::TakesMissing
                | Self::TakesEnds
                | Self::AtEnd(..)
                | Self::Longer(..)
                | Self::Later(..)
        )
    }
}

/// An incident of the first period reaches into the second, or no longer does; `None` where it cannot.
fn longer(a: &mut Child, (first, second): (usize, usize), is_away: bool, places: &Places) -> Option<()> {
    let (in_first, in_second) = (*a.history(first, is_away), *a.history(second, is_away));
    let last = in_second.incidents == 1 && (in_second.at_end || in_second.not_found);
    let is_longer = in_first.at_end;
    if in_first.incidents == 0
        || in_first.not_found != is_longer
        || !a.periods[second].counts
        || (is_longer && (in_second.incidents == 0 || last))
    {
        return None;
    }
    let by = if is_longer { -1 } else { 1 };
    let around = places.around(first);
    for at in places.around(second).into_iter().filter(|at| !around.contains(at)) {
        let history = a.history_mut(at, is_away);
        history.incidents = history.incidents.checked_add_signed(by)?;
    }
    for at in places.ending_with(first) {
        if !a.periods[at].counts {
            continue;
        }
        let history = a.history_mut(at, is_away);
        (history.at_end, history.not_found) = (!is_longer, !is_longer);
    }
    a.longer[usize::from(is_away)] += i64::from(by);
    Some(())
}

/// An incident of one of the periods is in the other instead; `None` where it cannot be. The second child only says which
/// of the two ways is tried.
fn later(a: &mut Child, other: &Child, (first, second): (usize, usize), is_away: bool, places: &Places) -> Option<()> {
    let back = other.history(second, is_away).incidents > 0;
    let (from, to) = if back { (second, first) } else { (first, second) };
    let gone = *a.history(from, is_away);
    let is_last = gone.incidents == 1 && (gone.at_end || gone.not_found);
    if !a.periods[to].counts || is_last || !has_one_to_spare(a, from, is_away, places) {
        return None;
    }
    let (before, after) = (places.around(from), places.around(to));
    for at in before.iter().filter(|at| !after.contains(at)) {
        let history = a.history_mut(*at, is_away);
        history.incidents = history.incidents.checked_sub(1)?;
    }
    for at in after.iter().filter(|at| !before.contains(at)) {
        a.history_mut(*at, is_away).incidents += 1;
    }
    a.later[usize::from(is_away)] += if back { -1 } else { 1 };
    Some(())
}

/// Whether a child has an incident in a period that did not begin before it nor last beyond it.
fn has_one_to_spare(child: &Child, period: usize, is_away: bool, places: &Places) -> bool {
    let history = child.history(period, is_away);
    let reaches_in =
        places.following().iter().any(|(first, second)| *second == period && child.history(*first, is_away).at_end);
    history.incidents > u32::from(reaches_in) + u32::from(history.at_end)
}

fn unaccompanied(a: &mut Child, b: &mut Child) {
    for (a, b) in a.periods.iter_mut().zip(&mut b.periods) {
        std::mem::swap(&mut a.unaccompanied, &mut b.unaccompanied);
    }
}

/// Of which incidents nothing is printed but the model's own counts, so that there can be others.
#[derive(Clone, Copy)]
pub(super) struct Free {
    pub(super) missing: bool,
    pub(super) away: bool,
    /// Whether no group of children is printed, so that an incident can be a child's of another group.
    pub(super) groups: bool,
}

/// A move, to tell whether it was added before: what it changes, and what it takes.
type Known = (Vec<(usize, i64)>, Vec<(usize, u64)>);

/// Adds the moves that a model needs.
pub(super) fn add_moves(model: &mut Model, kinds: &[(Child, u64)], places: &Places, free: Free) {
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
                    if !exchange.is_free(free, &kinds[one].0, &kinds[other].0) {
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

/// Sums by count, those of zero left out.
pub(in crate::safe) fn added_up(mut changes: Vec<(usize, i64)>) -> Vec<(usize, i64)> {
    changes.sort_unstable_by_key(|(at, _)| *at);
    let mut sums: Vec<(usize, i64)> = Vec::with_capacity(changes.len() / 2);
    for (at, by) in changes {
        match sums.last_mut().filter(|(last, _)| *last == at) {
            Some((_, sum)) => *sum += by,
            None => sums.push((at, by)),
        }
    }
    sums.retain(|(_, by)| *by != 0);
    sums
}

/// Of each small count some of the children that it counts, and some others of whom the same is counted; and some of each
/// larger one that is printed.
fn who_takes_part(model: &Model, counted: &[Vec<(usize, i64)>], places: &Places) -> Vec<usize> {
    let mut of_count: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut others: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, count) in model.counts.iter().enumerate() {
        let small = count.guarded && (1..=5).contains(&count.truth);
        if small || (count.unit.is_some() && !count.known && count.truth > 0) {
            of_count.insert(at, Vec::new());
            if let Some(all) = places.of_all(at) {
                others.entry(all).or_default();
            }
        }
    }
    // Of all children those are taken whom no small count has.
    for (kind, counts) in counted.iter().enumerate() {
        let in_small = |(at, _): &(usize, i64)| of_count.contains_key(at) && model.counts[*at].truth <= 5;
        let is_in_small = counts.iter().any(in_small);
        for (at, _) in counts {
            if let Some(kinds) = of_count.get_mut(at).filter(|kinds| kinds.len() < OF_EACH) {
                kinds.push(kind);
            }
            if let Some(kinds) = others.get_mut(at).filter(|kinds| kinds.len() < OF_EACH && !is_in_small) {
                kinds.push(kind);
            }
        }
    }
    let mut order: Vec<(i64, &Vec<usize>)> = of_count.iter().map(|(at, of)| (model.counts[*at].truth, of)).collect();
    order.extend(others.values().map(|of| (3, of)));
    order.sort_by_key(|(truth, _)| *truth);
    let mut chosen = Vec::new();
    for (_, kinds) in order {
        for kind in kinds {
            if chosen.len() < TAKE_PART && !chosen.contains(kind) {
                chosen.push(*kind);
            }
        }
    }
    chosen
}

/// The kinds of children of each part, the most frequent first; and of each part one for each of what can have happened.
struct Parts {
    of: Vec<Vec<usize>>,
    typical: Vec<usize>,
}

fn parts(kinds: &[(Child, u64)]) -> Parts {
    let part = |child: &Child| {
        let of = |days: &Days| (days.counts, days.unaccompanied);
        (child.listed, child.periods.iter().map(of).collect::<Vec<_>>())
    };
    let mut parts: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, (child, _)) in kinds.iter().enumerate() {
        parts.entry(part(child)).or_default().push(at);
    }
    let mut of: Vec<Vec<usize>> = parts.into_values().collect();
    of.sort_by_key(|of| std::cmp::Reverse(of.iter().map(|at| kinds[*at].1).sum::<u64>()));
    for of in &mut of {
        of.sort_by_key(|at| std::cmp::Reverse(kinds[*at].1));
    }
    let mut typical: BTreeMap<_, (u64, usize)> = BTreeMap::new();
    for (at, (child, n)) in kinds.iter().enumerate() {
        let most = |is_away| {
            let incidents = (0..child.periods.len()).map(|period| child.history(period, is_away).incidents);
            incidents.max().unwrap_or_default().min(3)
        };
        let unaccompanied = child.periods.iter().any(|days| days.counts && days.unaccompanied);
        let kind = (child.listed.is_some(), unaccompanied, most(false), most(true));
        let known = typical.entry(kind).or_insert((*n, at));
        if *n > known.0 {
            *known = (*n, at);
        }
    }
    of.truncate(PARTS);
    Parts { of, typical: typical.into_values().map(|(_, at)| at).collect() }
}

/// With whom a child changes places: of each part those most like it, and the most frequent; and whoever is typical.
fn partners(one: usize, kinds: &[(Child, u64)], parts: &Parts) -> Vec<usize> {
    let child = &kinds[one].0;
    let mut partners = parts.typical.clone();
    for of in &parts.of {
        let mut nearest: Vec<(u32, usize)> =
            of.iter().take(AMONG).map(|at| (unlike(child, &kinds[*at].0), *at)).collect();
        nearest.sort_unstable();
        partners.extend(nearest.iter().take(ALIKE).map(|(_, at)| *at));
        partners.extend(of.iter().take(FREQUENT));
    }
    partners.sort_unstable();
    partners.dedup();
    partners
}

/// How unlike what happened to two children is.
fn unlike(one: &Child, other: &Child) -> u32 {
    let history = |a: History, b: History| {
        a.incidents.abs_diff(b.incidents) + u32::from(a.at_end != b.at_end) + u32::from(a.not_found != b.not_found)
    };
    let days = one.periods.iter().zip(&other.periods);
    let happened = days.map(|(a, b)| {
        u32::from(a.counts != b.counts) * 3 + 4 * history(a.missing, b.missing) + 4 * history(a.away, b.away)
    });
    happened.sum::<u32>() + u32::from(one.sex != other.sex)
}
