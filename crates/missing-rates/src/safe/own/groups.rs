//! Groups of all children: which rows are printed.
//!
//! Only children of all cohorts together are told by group, and only how many went missing or were away, in how many
//! incidents. So a child can have been in another group without any other number's being another.

use std::collections::{BTreeMap, BTreeSet};

use super::children::{Children, Standing};
use crate::cohort::Cohort;
use crate::group::{By, Group};
use crate::period::Period;
use crate::report::{Incidents, Profile, Report, Rounding, Shown};
use crate::safe::alternatives::{Counted, Model, Move, Unit, added_up, protect};
use crate::safe::rule::{FEW, Knows, is_few};

/// What is printed of a group: how many children there are, and how many of them went missing, and were away.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    pub(super) children: bool,
    pub(super) happened: [bool; 2],
}

/// The rows of every way of grouping that is printed, and of which kinds of incidents each is printed.
#[derive(Clone, Debug, Default)]
pub(super) struct Groups {
    pub(super) rows: BTreeMap<Group, Row>,
    pub(super) ways: BTreeSet<(By, usize)>,
}

impl Groups {
    /// Whether none is printed of children who went missing, and of those who were away.
    pub(super) fn nothing(&self) -> [bool; 2] {
        [0, 1].map(|kind| !self.ways.iter().any(|(_, of)| *of == kind))
    }

    /// Those of going missing, and of being away, or of neither.
    pub(super) fn of_kinds(&self, kinds: [bool; 2]) -> Self {
        let ways: BTreeSet<(By, usize)> = self.ways.iter().filter(|(_, kind)| kinds[*kind]).copied().collect();
        let rows = self.rows.iter().filter(|(group, _)| ways.iter().any(|(by, _)| *by == group.by()));
        Self { rows: rows.map(|(group, row)| (*group, *row)).collect(), ways }
    }

    /// The place of a kind of incidents of which groups are told; `None` of both together.
    pub(super) fn kind(code: Incidents) -> Option<usize> {
        CODES.iter().position(|of| *of == code)
    }
}

/// The two kinds of incidents, in the order of [`Row::happened`].
const CODES: [Incidents; 2] = [Incidents::Missing, Incidents::Away];

/// Counts of a row: children, and of each kind those whom it happened to, incidents, the others, more than once.
const OF_KIND: usize = 4;
const COUNTS: usize = 1 + 2 * OF_KIND;

/// How many kinds of children take part in moves, and how many others each could be like.
const TAKE_PART: usize = 150;
const LIKE: usize = 40;

/// How the rows of groups are printed.
#[derive(Clone, Copy)]
pub(super) struct Printing {
    pub(super) period: Option<Period>,
    pub(super) knows: Knows,
    pub(super) rounding: Rounding,
    /// Of which kinds of incidents anything is told at all.
    pub(super) told: [bool; 2],
}

/// The rows of the groups of a period. Of a way of grouping those kinds of incidents are left out of which less than half
/// the rows can be told.
pub(super) fn groups(report: &Report, of: Printing, children: &Children) -> Groups {
    let mut groups = Groups::default();
    for by in By::ALL.into_iter().filter(|by| *by != By::None) {
        let none = BTreeMap::new();
        let profiles = profiles(report, of.period, by);
        let found = rows_of(report, &profiles, children.groups.get(&by).unwrap_or(&none), of);
        let told = |kind: usize| found.values().filter(|row| row.happened[kind]).count() * 2 >= found.len().max(1);
        let kinds: Vec<usize> = [0, 1].into_iter().filter(|kind| of.told[*kind] && told(*kind)).collect();
        if !kinds.is_empty() {
            groups.ways.extend(kinds.into_iter().map(|kind| (by, kind)));
            groups.rows.extend(found);
        }
    }
    groups
}

/// Those of all children by group: of going missing, and of being away.
fn profiles(report: &Report, period: Option<Period>, by: By) -> Vec<(Group, [&Profile; 2])> {
    let of = |code: Incidents| {
        let is = move |of: &&Profile| (Some(of.period), of.by, of.cohort, of.code) == (period, by, Cohort::All, code);
        report.profiles.iter().filter(is).map(|of| (of.group, of)).collect::<BTreeMap<_, _>>()
    };
    let [missing, away] = CODES.map(of);
    missing.into_iter().filter_map(|(group, of)| Some((group, [of, away.get(&group)?]))).collect()
}

fn number(count: Shown) -> i64 {
    count.number().unwrap_or_default().cast_signed()
}

fn rows_of(
    report: &Report,
    profiles: &[(Group, [&Profile; 2])],
    standings: &BTreeMap<Standing, u64>,
    of: Printing,
) -> BTreeMap<Group, Row> {
    let knows = of.knows;
    let mut model = Model { rounding: of.rounding, zeros_are_shown: true, ..Model::default() };
    let readable = [0, 1].map(|kind| readable(report, of.period, kind, profiles));
    for (row, (group, of_kinds)) in profiles.iter().enumerate() {
        let from = row * COUNTS;
        let children = number(of_kinds[0].children);
        let guarded = |truth: i64| Counted { truth, guarded: knows.complements, ..Counted::default() };
        model.counts.push(guarded(children));
        for profile in of_kinds {
            let (some, incidents) = (number(profile.children_missing), number(profile.incidents));
            let again = Counted { guarded: knows.unprinted, ..guarded(number(profile.more_than_once)) };
            model.counts.extend([guarded(some), guarded(incidents), guarded(children - some), again]);
        }
        let some = of_kinds.map(|profile| number(profile.children_missing));
        let is_telling = |some: i64| some > 0 && knows.complements && children - some <= FEW.cast_signed();
        // Of a group that incidents alone make, how many children it has says how many of them went missing or were away.
        let by_incidents = is_by_incident(*group) && children <= some.iter().sum();
        let hidden = by_incidents && some.into_iter().any(is_telling);
        model.unit(Unit { hidden, value: 30, counts: vec![from], ..Unit::default() });
        for (kind, some) in some.into_iter().enumerate() {
            let at = from + 1 + kind * OF_KIND;
            let hidden = is_telling(some) || (knows.unprinted && readable[kind][row]);
            let unit = model.unit(Unit { hidden, value: 20, counts: vec![at, at + 1], ..Unit::default() });
            let is_none = is_telling(some) && some == children;
            let rest = &mut model.counts[at + 3];
            (rest.beside, rest.or_none, rest.unless_known) = (Some(unit), is_none, is_none);
        }
    }
    add_moves(&mut model, profiles, standings);
    if knows.secondary {
        protect(&mut model);
    }
    let shows = |(row, (group, _)): (usize, &(Group, [&Profile; 2]))| {
        let is = |count| !model.is_hidden(row * COUNTS + count);
        let happened = [0, 1].map(|kind| is(1 + kind * OF_KIND));
        (*group, Row { children: is(0), happened })
    };
    profiles.iter().enumerate().map(shows).collect()
}

/// Whether a group can be one of children of whom nothing but an incident tells, so that it has no others.
fn is_by_incident(group: Group) -> bool {
    matches!(
        group,
        Group::ShortBreaks
            | Group::LegalStatusNotKnown
            | Group::PlacementNotKnown
            | Group::ProviderNotKnown
            | Group::TimeNotKnown
    )
}

/// Of each row, whether it could be read off what is printed of all rows how few of it were missing, or away, more than
/// once; that itself is not printed.
fn readable(report: &Report, period: Option<Period>, kind: usize, profiles: &[(Group, [&Profile; 2])]) -> Vec<bool> {
    let all = report.profiles.iter().find(|of| {
        (Some(of.period), of.by, of.cohort, of.code, of.on_list) == (period, By::None, Cohort::All, CODES[kind], None)
    });
    let all = all.map(|all| number(all.more_than_once)).unwrap_or_default();
    let bounds = |of: &Profile| {
        let beyond = number(of.incidents) - number(of.children_missing);
        (i64::from(beyond > 0), number(of.children_missing).min(beyond))
    };
    let rows = || profiles.iter().map(|(_, of)| of[kind]);
    let (least, most) = rows().map(bounds).fold((0, 0), |(a, b), (least, most)| (a + least, b + most));
    rows()
        .map(|of| {
            let (low, high) = bounds(of);
            let (low, high) = (low.max(all - (most - high)), high.min(all - (least - low)));
            is_few(of.more_than_once.number().unwrap_or_default()) && high - low < 2
        })
        .collect()
}

/// A child could have been in the groups of another to whom as much happened, or in another group throughout; and two
/// who were in one group each could have been in one another's.
fn add_moves(model: &mut Model, profiles: &[(Group, [&Profile; 2])], standings: &BTreeMap<Standing, u64>) {
    let place = |group: usize| profiles.iter().position(|(of, _)| *of as usize == group);
    let kinds = who_takes_part(profiles, standings);
    model.stock = kinds.iter().map(|(_, n)| **n).collect();
    let counted = |standing: &Standing, by: i64| {
        let mut counted = Vec::new();
        for (group, incidents) in standing {
            let Some(row) = place(*group) else { continue };
            counted.push((row * COUNTS, by));
            for (kind, n) in incidents.iter().enumerate() {
                let some = i64::from(*n > 0);
                let counts = [some, i64::from(*n), 1 - some, i64::from(*n > 1)];
                let from = row * COUNTS + 1 + kind * OF_KIND;
                counted.extend(counts.into_iter().enumerate().map(|(count, n)| (from + count, n * by)));
            }
        }
        counted
    };
    let mut moves = Vec::new();
    let mut add = |parts: Vec<Vec<(usize, i64)>>, one: usize, other: Option<usize>| {
        let changes = added_up(parts.concat());
        if !changes.is_empty() {
            moves.push(Move::of(changes, one, other));
        }
    };
    let happened = |standing: &Standing| [0, 1].map(|kind| standing.iter().map(|(_, n)| n[kind]).sum::<u32>());
    for (one, (standing, _)) in kinds.iter().enumerate() {
        let alike = kinds.iter().filter(|(other, _)| other != standing && happened(other) == happened(standing));
        for (other, _) in alike.take(LIKE) {
            add(vec![counted(standing, -1), counted(other, 1)], one, None);
        }
        let [(group, n)] = standing.as_slice() else { continue };
        for to in profiles.iter().map(|(of, _)| *of as usize).filter(|to| to != group) {
            add(vec![counted(standing, -1), counted(&vec![(to, *n)], 1)], one, None);
        }
        for (other, (beside, _)) in kinds.iter().enumerate().take(one) {
            let [(to, others)] = beside.as_slice() else { continue };
            if group != to && n != others {
                let after = [counted(&vec![(*to, *n)], 1), counted(&vec![(*group, *others)], 1)].concat();
                add(vec![counted(standing, -1), counted(beside, -1), after], one, Some(other));
            }
        }
    }
    model.moves = moves;
}

/// Of each group some children who were in it alone, some who moved; some who went missing, some who were away, some
/// neither.
fn who_takes_part<'a>(
    profiles: &[(Group, [&Profile; 2])],
    standings: &'a BTreeMap<Standing, u64>,
) -> Vec<(&'a Standing, &'a u64)> {
    const OF_EACH: usize = 3;
    let mut taken: BTreeMap<(usize, bool, [bool; 2]), usize> = BTreeMap::new();
    let mut kinds: Vec<(&Standing, &u64)> = Vec::new();
    let mut small: Vec<&(Group, [&Profile; 2])> = profiles.iter().collect();
    small.sort_by_key(|(_, of)| of[0].children_missing.number());
    for (group, _) in small {
        let group = *group as usize;
        for standing in standings.iter().filter(|(standing, _)| standing.iter().any(|(of, _)| *of == group)) {
            let happened = |kind: usize| standing.0.iter().any(|(of, n)| *of == group && n[kind] > 0);
            let taken = taken.entry((group, standing.0.len() == 1, [0, 1].map(happened))).or_default();
            if *taken < OF_EACH && kinds.len() < TAKE_PART && !kinds.contains(&standing) {
                *taken += 1;
                kinds.push(standing);
            }
        }
    }
    kinds
}
