//! Which children take part in moves, and with whom.

use std::collections::BTreeMap;

use crate::safe::alternatives::Model;
use crate::safe::own::children::{Child, Days, History};
use crate::safe::own::places::Places;
use crate::safe::own::who::Who;
use crate::safe::rule::{FEW, is_few_of};

/// How many of the children that a guarded count counts take part in moves, and how many children in all.
const OF_EACH: usize = 4;
const TAKE_PART: usize = 260;
/// With how many of each part a child changes places: those most like it, and those that are most frequent.
const ALIKE: usize = 2;
const FREQUENT: usize = 1;
/// How many parts, and how many children of a part those are looked for among.
const PARTS: usize = 14;
const AMONG: usize = 400;

/// Of each small count some of the children that it counts, and some others of whom the same is counted; and some of each
/// larger one that is printed.
pub(super) fn who_takes_part(model: &Model, kinds: &[(Child, u64)], places: &Places) -> Vec<usize> {
    let mut of_count: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut others: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, count) in model.counts.iter().enumerate() {
        let small = count.guarded && is_few_of(count.truth);
        if small || (count.unit.is_some() && !count.known && count.truth > 0) {
            of_count.insert(at, Vec::new());
            if let Some((period, _, what)) = places.of(at) {
                others.entry(Places::place(period, Who::All, what)).or_default();
            }
        }
    }
    // Of all children those are taken whom no small count has.
    let mut counts = Vec::new();
    for (kind, (child, _)) in kinds.iter().enumerate() {
        counts.clear();
        places.count(child, &mut |at, _| counts.push(at));
        let in_small = |at: &usize| model.counts[*at].truth <= FEW.cast_signed() && of_count.contains_key(at);
        let is_in_small = counts.iter().any(in_small);
        for at in &counts {
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
pub(super) struct Parts {
    of: Vec<Vec<usize>>,
    typical: Vec<usize>,
}

pub(super) fn parts(kinds: &[(Child, u64)]) -> Parts {
    let part = |child: &Child| {
        let of = |days: &Days| (days.counts, days.unaccompanied, days.listed);
        child.periods.iter().map(of).collect::<Vec<_>>()
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
        let listed = child.periods.iter().any(|days| days.counts && days.listed.is_some());
        let kind = (listed, unaccompanied, most(false), most(true));
        let known = typical.entry(kind).or_insert((*n, at));
        if *n > known.0 {
            *known = (*n, at);
        }
    }
    of.truncate(PARTS);
    Parts { of, typical: typical.into_values().map(|(_, at)| at).collect() }
}

/// With whom a child changes places: of each part those most like it, and the most frequent; and whoever is typical.
pub(super) fn partners(one: usize, kinds: &[(Child, u64)], parts: &Parts) -> Vec<usize> {
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
