//! What a reader takes from two numbers or four, of one authority or of the sums of many: those to whom nothing happened,
//! those of a cohort who are not of another, and incidents beyond each child's first.

use std::collections::BTreeMap;

use super::list::Answers;
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count};
use crate::rates::GroupKey;
use crate::safe::alternatives::{Counted, Model};
use crate::safe::rule::FEW;

/// What is taken from each count, with its sign.
pub(super) type Rests = Vec<Vec<(usize, i64)>>;

/// Who answered, one by one or added up, and the places of their counts.
type Told<'a> = BTreeMap<Vec<&'a [AreaCode]>, [Option<usize>; Count::ALL.len()]>;

/// A cohort, and one that is in it.
const WITHIN: [(Cohort, Cohort); 5] = [
    (Cohort::All, Cohort::Unaccompanied),
    (Cohort::All, Cohort::Trafficked),
    (Cohort::All, Cohort::TraffickedAndUnaccompanied),
    (Cohort::Unaccompanied, Cohort::TraffickedAndUnaccompanied),
    (Cohort::Trafficked, Cohort::TraffickedAndUnaccompanied),
];

/// What can happen to children, in how many incidents.
const HAPPENED: [(Count, Count); 2] =
    [(Count::ChildrenMissing, Count::MissingIncidents), (Count::ChildrenAway, Count::AwayIncidents)];

/// Adds what a reader takes from the answers and from sums of them; and gives the counts of those who are all children of
/// their cohort, or all but few.
pub(super) fn add_rests(model: &mut Model, answers: &Answers<'_>, rests: &mut Rests) -> Vec<usize> {
    const FEW_OR_NONE: (i64, i64) = (0, FEW.cast_signed());
    let told = told(answers);
    let mut near_all = Vec::new();
    for counts in told.values().flat_map(BTreeMap::values) {
        let cell = |count: Count| counts[count as usize];
        for (some, incidents) in HAPPENED {
            let some = cell(some).filter(|some| model.counts[*some].truth > 0);
            if let (Some(children), Some(some)) = (cell(Count::Children), some)
                && add(model, rests, &[(children, 1), (some, -1)], FEW_OR_NONE)
            {
                near_all.push(some);
            }
            // One or two beyond the first are one or two children's.
            if let (Some(incidents), Some(some)) = (cell(incidents), some) {
                add(model, rests, &[(incidents, 1), (some, -1)], (1, 2));
            }
        }
    }
    for ((period, cohort), wholes) in &told {
        let parts =
            WITHIN.iter().filter(|(whole, _)| whole == cohort).filter_map(|(_, part)| told.get(&(*period, *part)));
        for parts in parts {
            for (of, whole) in wholes {
                // Each of these is asked of the numbers first, for nearly no pair passes.
                for (others, part) in parts {
                    add_of_cohorts(model, rests, (whole, part), &|| others.iter().all(|codes| of.contains(codes)));
                }
            }
        }
    }
    near_all.extend(of_whole(model, rests, &told));
    near_all
}

/// Where nobody said how many children a cohort has, it has no more than one that it is in: if as many went missing, or all
/// but one, it is known of each. Gives the counts of those who did.
fn of_whole(model: &mut Model, rests: &mut Rests, told: &BTreeMap<GroupKey, Told<'_>>) -> Vec<usize> {
    let mut near_all = Vec::new();
    for ((period, cohort), parts) in told {
        let wholes = WITHIN.iter().filter(|(_, part)| part == cohort).filter_map(|(of, _)| told.get(&(*period, *of)));
        for (whole, (codes, part)) in wholes.flat_map(|whole| parts.iter().map(move |part| (whole, part))) {
            let children = whole.get(codes).and_then(|whole| whole[Count::Children as usize]);
            let Some(children) = children.filter(|_| part[Count::Children as usize].is_none()) else { continue };
            for some in HAPPENED.iter().filter_map(|(some, _)| part[*some as usize]) {
                if model.counts[some].truth > 0 && add(model, rests, &[(children, 1), (some, -1)], (0, 1)) {
                    near_all.push(some);
                }
            }
        }
    }
    near_all
}

/// Those of a cohort who are not of one that is in it, and those of them to whom nothing happened.
fn add_of_cohorts(
    model: &mut Model,
    rests: &mut Rests,
    (whole, part): (&[Option<usize>], &[Option<usize>]),
    are_within: &dyn Fn() -> bool,
) {
    let rest = |count: Count| Some([(whole[count as usize]?, 1), (part[count as usize]?, -1)]);
    for rest in Count::ALL.into_iter().filter_map(rest) {
        if is_in(model, &rest, (1, FEW.cast_signed())) && are_within() {
            add(model, rests, &rest, (1, FEW.cast_signed()));
        }
    }
    let Some(children) = rest(Count::Children).filter(|rest| sum(model, rest) > 0) else { return };
    for [some, less] in HAPPENED.into_iter().filter_map(|(some, _)| rest(some)) {
        let never = [children[0], children[1], (some.0, -1), (less.0, 1)];
        if is_in(model, &never, (0, FEW.cast_signed())) && are_within() {
            add(model, rests, &never, (0, FEW.cast_signed()));
        }
    }
}

fn sum(model: &Model, of: &[(usize, i64)]) -> i64 {
    of.iter().map(|(at, sign)| model.counts[*at].truth * sign).sum()
}

fn is_in(model: &Model, of: &[(usize, i64)], (least, most): (i64, i64)) -> bool {
    (least..=most).contains(&sum(model, of))
}

/// Adds what is left, if it is few enough to be kept from readers; whether it is.
fn add(model: &mut Model, rests: &mut Rests, of: &[(usize, i64)], few: (i64, i64)) -> bool {
    // What the Department's own totals say cannot be kept from anybody.
    if !is_in(model, of, few) || of.iter().all(|(at, _)| model.counts[*at].known) {
        return false;
    }
    let (at, truth) = (model.counts.len(), sum(model, of));
    // That it is none can follow from what everybody knows.
    let is_none = truth == 0;
    model.counts.push(Counted { truth, guarded: true, or_none: is_none, unless_known: is_none, ..Counted::default() });
    for (count, sign) in of {
        rests[*count].push((at, *sign));
    }
    true
}

/// All that is told of the same authorities together, by when and whose.
fn told<'a>(answers: &Answers<'a>) -> BTreeMap<GroupKey, Told<'a>> {
    let mut told: BTreeMap<GroupKey, Told<'a>> = BTreeMap::new();
    let mut answered = BTreeMap::new();
    for ((key, codes, count), cell) in &answers.given {
        answered.insert(*cell, (*key, *codes, *count));
        told.entry(*key).or_default().entry(vec![*codes]).or_default()[*count as usize] = Some(cell.0);
    }
    for (parts, sum) in &answers.sums {
        let of = || parts.iter().filter_map(|part| answered.get(part));
        let Some((key, _, count)) = of().next() else { continue };
        let mut codes: Vec<_> = of().map(|(_, codes, _)| *codes).collect();
        codes.sort_unstable();
        told.entry(*key).or_default().entry(codes).or_default()[*count as usize] = Some(sum.0);
    }
    told
}
