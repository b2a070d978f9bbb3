//! How the answers of authorities could be otherwise: a child fewer, or two, in one, and as many more in another.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::answerer::{Answerer, Beside, answerers};
use super::feasible::{Said, feasible};
use super::given_away::{bound, leave_to_the_department};
use super::list::Answers;
use super::rests::{Rests, add_rests};
use crate::cohort::{Cohort, Count};
use crate::period::Period;
use crate::safe::alternatives::{Counted, Model, Move, Unit, added_up, protect_apart};
use crate::safe::cells::{Cells, State};
use crate::safe::rule::{Knows, is_few, is_few_of};

/// With how many other authorities a child changes places, and how many ways of a change are kept for each answer.
const PARTNERS: usize = 5;
const WAYS: usize = 4;

/// What changes together: counts, and cohorts.
const COUNTS: [&[Count]; 8] = [
    &[Count::ChildrenMissing],
    &[Count::Children],
    &[Count::MissingIncidents],
    &[Count::ChildrenMissing, Count::MissingIncidents],
    &[Count::Children, Count::ChildrenMissing, Count::MissingIncidents],
    &[Count::Children, Count::ChildrenMissing],
    &[Count::ChildrenMissingMoreThanOnce, Count::MissingIncidents],
    &[Count::ChildrenMissing, Count::ChildrenMissingMoreThanOnce, Count::MissingIncidents],
];
const FURTHER: [&[Count]; 7] = [
    &[Count::ChildrenMissingMoreThanOnce],
    &[Count::ChildrenMissingAtEnd],
    &[Count::ChildrenAwayMoreThanOnce],
    &[Count::ChildrenAwayAtEnd],
    &[Count::ChildrenAway],
    &[Count::AwayIncidents],
    &[Count::ChildrenAway, Count::AwayIncidents],
];
const COHORTS: [&[Cohort]; 8] = [
    &[Cohort::Unaccompanied],
    &[Cohort::Trafficked],
    &[Cohort::TraffickedAndUnaccompanied],
    &[Cohort::Trafficked, Cohort::TraffickedAndUnaccompanied],
    &[Cohort::Unaccompanied, Cohort::TraffickedAndUnaccompanied],
    &[Cohort::Unaccompanied, Cohort::Trafficked, Cohort::TraffickedAndUnaccompanied],
    &[Cohort::All],
    &[Cohort::All, Cohort::Unaccompanied],
];

/// The numbers that change, and by how much in all: by cohort and count.
type Change = Vec<(usize, usize)>;

/// Chooses which answers and which sums of them are hidden.
pub(in crate::safe) fn hide(answers: &Answers<'_>, cells: &mut Cells, knows: Knows) {
    let mut answerers = answerers(answers, cells);
    // Bounds are sums of what is rounded too, so that rounding is not counted on here.
    let mut model = Model { zeros_are_shown: true, ..Model::default() };
    let mut sums_of: Vec<Vec<usize>> = vec![Vec::new(); cells.0.len()];
    for (parts, sum) in &answers.sums {
        for part in parts {
            sums_of[part.0].push(sum.0);
        }
    }
    for (truth, _) in &cells.0 {
        // Left out whole or shown as `c`, a small number must not follow from others.
        let truth = truth.cast_signed();
        model.counts.push(Counted { truth, guarded: is_few_of(truth), ..Counted::default() });
    }
    // What is no count of an authority or a sum of those is not this model's: what it is worth.
    let mut listed: Vec<Option<u64>> = vec![None; cells.0.len()];
    for ((key, codes, count), cell) in &answers.given {
        let of_department = key.1 == Cohort::All && key.0.as_collection_year().is_some();
        model.counts[cell.0].known = of_department && knows.department && !is_few(cells.count(*cell));
        let value = if *count == Count::Children { 14 } else { 10 };
        listed[cell.0] = Some(value + u64::from(codes.len() > 1));
    }
    for (parts, sum) in &answers.sums {
        model.counts[sum.0].known = parts.iter().all(|part| model.counts[part.0].known);
        // The more authorities, the more is lost.
        listed[sum.0] = Some(12 + parts.len() as u64 * 2);
    }
    let mut rests: Rests = vec![Vec::new(); cells.0.len()];
    let near_all = if knows.complements { add_rests(&mut model, answers, &mut rests) } else { Vec::new() };
    for (at, value) in listed.iter().enumerate() {
        if let Some(value) = value {
            model.unit(Unit { value: *value, counts: vec![at], hidden: near_all.contains(&at), ..Unit::default() });
        } else {
            model.counts[at].guarded = false;
        }
    }
    leave_to_the_department(&mut model, &answerers, answers);
    let places: HashMap<usize, usize> = answers.sums.values().map(|sum| sum.0).zip(0..).collect();
    for answerer in &mut answerers {
        let cells: Vec<usize> = answerer.cells.iter().flatten().flatten().copied().collect();
        answerer.sums = vec![0; places.len().div_ceil(64)];
        for place in cells.iter().flat_map(|cell| &sums_of[*cell]).filter_map(|sum| places.get(sum)) {
            answerer.sums[place / 64] |= 1 << (place % 64);
        }
        let sums = cells.iter().flat_map(|cell| &sums_of[*cell]);
        answerer.is_in_hidden = sums.into_iter().any(|sum| model.is_hidden(*sum));
        answerer.hidden = cells.iter().filter(|cell| model.is_hidden(**cell)).count();
        answerer.largest = cells.iter().map(|cell| model.counts[*cell].truth).max().unwrap_or_default();
    }
    model.stock = vec![1; answerers.len()];
    let mut by_period: BTreeMap<Period, Vec<usize>> = BTreeMap::new();
    for (at, answerer) in answerers.iter().enumerate() {
        by_period.entry(answerer.period).or_default().push(at);
    }
    for of in by_period.values() {
        add_moves(&mut model, &answerers, of, (&sums_of, &rests));
    }
    if knows.secondary {
        let counts = model.counts.clone();
        protect_apart(&mut model, &|at| bound(at, &answerers, (&sums_of, &rests), &counts));
    }
    for (at, (truth, state)) in cells.0.iter_mut().enumerate() {
        if *truth > 0 && listed[at].is_some() && model.is_hidden(at) && !model.counts[at].known {
            *state = State::Confidential;
        }
    }
}

fn add_moves(model: &mut Model, answerers: &[Answerer], of: &[usize], beside: Beside<'_>) {
    // Of each answerer and change whether it can be: each is a partner of many.
    let mut known: HashMap<(usize, u64, i64), bool> = HashMap::new();
    let mut can = |at: usize, change: &Change, by: i64| {
        *known.entry((at, mark_of(change), by)).or_insert_with(|| can(&answerers[at], change, by))
    };
    for one in of {
        let answerer = &answerers[*one];
        if !is_concerned(answerer, beside) {
            continue;
        }
        let partners = partners(answerers, of, *one);
        let mut ways: BTreeMap<(usize, bool), usize> = BTreeMap::new();
        let mut tried: HashSet<u64> = HashSet::new();
        for counts in COUNTS.iter().chain(&FURTHER) {
            for cohorts in COHORTS {
                let all =
                    cohorts.iter().flat_map(|cohort| counts.iter().map(|count| (*cohort as usize, *count as usize)));
                // Where a range or nothing was said, it stays as it was said.
                let change: Change = all.filter(|(cohort, count)| answerer.cells[*cohort][*count].is_some()).collect();
                let places: Vec<usize> =
                    change.iter().filter_map(|(cohort, count)| answerer.cells[*cohort][*count]).collect();
                if change.is_empty() || !tried.insert(mark_of(&change)) {
                    continue;
                }
                if places.iter().any(|at| model.counts[*at].known || model.counts[*at].truth == 0) {
                    continue;
                }
                for by in [1, -1, 2, -2] {
                    let few = |at: &usize| ways.get(&(*at, by > 0)).copied().unwrap_or_default() < WAYS * 2;
                    if !places.iter().any(few) || !can(*one, &change, by) {
                        continue;
                    }
                    let mut added = false;
                    let others = partners.iter().copied().filter(|other| can(*other, &change, -by));
                    let others: Vec<_> = others.map(Some).chain([None]).collect();
                    for other in others {
                        added |= add_move(model, answerers, (*one, other), (&change, by), beside);
                    }
                    if added {
                        for at in &places {
                            *ways.entry((*at, by > 0)).or_default() += 1;
                        }
                    }
                }
            }
        }
    }
}

/// A bit for each number that changes.
fn mark_of(change: &Change) -> u64 {
    change.iter().map(|(cohort, count)| 1 << (cohort * Count::ALL.len() + count)).sum()
}

/// Whether any number of an authority is hidden, or tells of few.
fn is_concerned(of: &Answerer, (sums_of, rests): Beside<'_>) -> bool {
    let has_rest = |cell: &usize| !rests[*cell].is_empty() || sums_of[*cell].iter().any(|sum| !rests[*sum].is_empty());
    // Whoever is alone in a sum may have to be hidden with it.
    of.hidden > 0 || of.is_in_hidden || of.cells.iter().flatten().flatten().any(has_rest)
}

fn can(of: &Answerer, change: &Change, by: i64) -> bool {
    let mut said = of.said;
    for (cohort, count) in change {
        let Said::Number(n) = &mut said[*cohort][*count] else { return false };
        *n += by;
    }
    feasible(&said, of.holds)
}

/// Those with which an authority shares most sums; of those alike the ones with hidden numbers, and small ones.
fn partners(answerers: &[Answerer], of: &[usize], one: usize) -> Vec<usize> {
    let sums = &answerers[one].sums;
    let mut others: Vec<(u32, usize, i64, usize)> = of
        .iter()
        .filter(|other| **other != one)
        .map(|other| {
            let Answerer { sums: others, hidden, largest, .. } = &answerers[*other];
            let apart = sums.iter().zip(others).map(|(a, b)| (a ^ b).count_ones()).sum::<u32>();
            (apart, usize::MAX - hidden, *largest, *other)
        })
        .collect();
    others.sort_unstable();
    let mut chosen: Vec<usize> = others.iter().take(PARTNERS).map(|(.., at)| *at).collect();
    // And those with most that is hidden already, wherever they lie.
    others.sort_unstable_by_key(|(apart, hidden, size, at)| (*hidden, *apart, *size, *at));
    chosen.extend(others.iter().take(PARTNERS).map(|(.., at)| *at));
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// Adds the change in one authority, and its opposite in another, in which it can be.
fn add_move(
    model: &mut Model,
    answerers: &[Answerer],
    (one, other): (usize, Option<usize>),
    (change, by): (&Change, i64),
    (sums_of, rests): Beside<'_>,
) -> bool {
    let mut changes = Vec::new();
    for (at, by) in [(Some(one), by), (other, -by)] {
        let Some(at) = at else { continue };
        let answerer = &answerers[at];
        for (cohort, count) in change {
            let Some(cell) = answerer.cells[*cohort][*count] else { return false };
            if model.counts[cell].known || model.counts[cell].truth == 0 || model.counts[cell].truth + by < 1 {
                return false;
            }
            for at in std::iter::once(&cell).chain(&sums_of[cell]) {
                changes.push((*at, by));
                changes.extend(rests[*at].iter().map(|(rest, sign)| (*rest, by * sign)));
            }
        }
    }
    model.moves.push(Move::of(added_up(changes), one, other));
    true
}
