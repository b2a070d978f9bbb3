//! Groups of all children: which rows are printed.
//!
//! Only children of all cohorts together are told by group, and only how many went missing, in how many incidents. So a
//! child can have been in another group without any other number's being another.

use std::collections::BTreeMap;

use super::children::{Children, Standing};
use crate::cohort::Cohort;
use crate::group::{By, Group};
use crate::period::Period;
use crate::report::{Incidents, Profile, Report, Shown};
use crate::safe::worlds::{Counted, Model, Move, Unit};
use crate::safe::{FEW, Knows, is_few};

/// What is printed of a group.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    pub(super) shows_children: bool,
    pub(super) shows_missing: bool,
}

/// Counts of a row: children, those who went missing, incidents, not missing, more than once.
const COUNTS: usize = 5;

/// How many kinds of children take part in moves, and how many others each could be like.
const TAKE_PART: usize = 150;
const LIKE: usize = 40;

/// The rows of the groups of a period. A way of grouping of which less than half the rows can be told is left out.
pub(super) fn rows(report: &Report, period: Option<Period>, children: &Children, knows: Knows) -> BTreeMap<Group, Row> {
    let mut rows = BTreeMap::new();
    let of_all = |by: By| {
        let of = move |profile: &&Profile| {
            (Some(profile.period), profile.by, profile.cohort, profile.code)
                == (period, by, Cohort::All, Incidents::Missing)
        };
        report.profiles.iter().filter(of).collect::<Vec<_>>()
    };
    let again = of_all(By::None).first().and_then(|all| all.more_than_once.number()).unwrap_or_default();
    for by in By::ALL.into_iter().filter(|by| *by != By::None) {
        let none = BTreeMap::new();
        let found = rows_of(&of_all(by), children.groups.get(&by).unwrap_or(&none), (again, knows));
        let told = found.values().filter(|row| row.shows_missing).count();
        if told * 2 >= found.len() {
            rows.extend(found);
        }
    }
    rows
}

fn rows_of(
    profiles: &[&Profile],
    standings: &BTreeMap<Standing, u64>,
    (again_of_all, knows): (u64, Knows),
) -> BTreeMap<Group, Row> {
    let mut model = Model::default();
    let number = |count: Shown| count.number().unwrap_or_default().cast_signed();
    let again = |of: &Profile| {
        let beyond = number(of.incidents) - number(of.children_missing);
        (i64::from(beyond > 0), number(of.children_missing).min(beyond))
    };
    let (least, most) = profiles.iter().map(|of| again(of)).fold((0, 0), |(a, b), (least, most)| (a + least, b + most));
    for of in profiles {
        let (children, missing, incidents) = (number(of.children), number(of.children_missing), number(of.incidents));
        let from = model.counts.len();
        for truth in [children, missing, incidents, children - missing, number(of.more_than_once)] {
            model.counts.push(Counted { truth, guarded: knows.complements, ..Counted::default() });
        }
        // A group of children of whom nothing but an incident tells has no others.
        let by_incident = matches!(
            of.group,
            Group::ShortBreaks
                | Group::LegalStatusNotKnown
                | Group::PlacementNotKnown
                | Group::ProviderNotKnown
                | Group::TimeNotKnown
        );
        let rest = children - missing;
        let telling = missing > 0 && knows.complements && rest <= FEW.cast_signed() && !(by_incident && rest == 0);
        // How many of it were missing more than once is not printed, and must not be readable from what is.
        let (low, high) = again(of);
        let all = again_of_all.cast_signed();
        let (low, high) = (low.max(all - (most - high)), high.min(all - (least - low)));
        let readable = knows.unprinted && is_few(of.more_than_once.number().unwrap_or_default()) && high - low < 2;
        model.unit(Unit { cost: 30, counts: vec![from], ..Unit::default() });
        let unit = model.unit(Unit {
            hidden: telling || readable,
            cost: 20,
            counts: vec![from + 1, from + 2],
            ..Unit::default()
        });
        model.counts[from + 4] = Counted { guarded: knows.unprinted, beside: Some(unit), ..model.counts[from + 4] };
    }
    add_moves(&mut model, profiles, standings);
    if knows.secondary {
        model.protect();
    }
    let shows = |(at, of): (usize, &&Profile)| {
        let is = |count| !model.is_hidden(at * COUNTS + count);
        (of.group, Row { shows_children: is(0), shows_missing: is(1) })
    };
    profiles.iter().enumerate().map(shows).collect()
}

/// A child could have been in the groups of another who went missing as often, or in another group throughout; and two
/// who were in one group each could have been in one another's.
fn add_moves(model: &mut Model, profiles: &[&Profile], standings: &BTreeMap<Standing, u64>) {
    let place = |group: usize| profiles.iter().position(|of| of.group as usize == group);
    let kinds = who_takes_part(profiles, standings);
    model.stock = kinds.iter().map(|(_, n)| **n).collect();
    let counted = |standing: &Standing, by: i64| {
        let mut counted = Vec::new();
        for (group, incidents) in standing {
            let Some(row) = place(*group) else { continue };
            let missing = i64::from(*incidents > 0);
            let counts = [1, missing, i64::from(*incidents), 1 - missing, i64::from(*incidents > 1)];
            counted.extend(counts.into_iter().enumerate().map(|(count, n)| (row * COUNTS + count, n * by)));
        }
        counted
    };
    let mut moves = Vec::new();
    let mut add = |parts: Vec<Vec<(usize, i64)>>, takes: Vec<(usize, u64)>| {
        let changes = super::moves::added_up(parts.concat());
        if !changes.is_empty() {
            moves.push(Move { changes, takes });
        }
    };
    let incidents = |standing: &Standing| standing.iter().map(|(_, n)| n).sum::<u32>();
    for (one, (standing, _)) in kinds.iter().enumerate() {
        let alike = kinds.iter().filter(|(other, _)| other != standing && incidents(other) == incidents(standing));
        for (other, _) in alike.take(LIKE) {
            add(vec![counted(standing, -1), counted(other, 1)], vec![(one, 1)]);
        }
        let [(group, n)] = standing.as_slice() else { continue };
        for to in profiles.iter().map(|of| of.group as usize).filter(|to| to != group) {
            add(vec![counted(standing, -1), counted(&vec![(to, *n)], 1)], vec![(one, 1)]);
        }
        for (other, (beside, _)) in kinds.iter().enumerate().take(one) {
            let [(to, others)] = beside.as_slice() else { continue };
            if group != to && n != others {
                let after = [counted(&vec![(*to, *n)], 1), counted(&vec![(*group, *others)], 1)].concat();
                add(vec![counted(standing, -1), counted(beside, -1), after], vec![(one, 1), (other, 1)]);
            }
        }
    }
    model.moves = moves;
}

/// Of each group some children who were in it alone, some who moved; some who went missing, some who did not.
fn who_takes_part<'a>(profiles: &[&Profile], standings: &'a BTreeMap<Standing, u64>) -> Vec<(&'a Standing, &'a u64)> {
    const OF_EACH: usize = 3;
    let mut taken: BTreeMap<(usize, bool, bool), usize> = BTreeMap::new();
    let mut kinds: Vec<(&Standing, &u64)> = Vec::new();
    let mut small: Vec<&&Profile> = profiles.iter().collect();
    small.sort_by_key(|of| of.children_missing.number());
    for of in small {
        let group = of.group as usize;
        for standing in standings.iter().filter(|(standing, _)| standing.iter().any(|(of, _)| *of == group)) {
            let went = standing.0.iter().any(|(of, n)| *of == group && *n > 0);
            let taken = taken.entry((group, standing.0.len() == 1, went)).or_default();
            if *taken < OF_EACH && kinds.len() < TAKE_PART && !kinds.contains(&standing) {
                *taken += 1;
                kinds.push(standing);
            }
        }
    }
    kinds
}
