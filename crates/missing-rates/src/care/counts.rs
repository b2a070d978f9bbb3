//! Counts for a period, by one pass along the tables, all in the order of their children.

use std::borrow::Cow;

use missing_rows::{ChildId, Code, Day, Incident, Spell, sort_spells};

use super::Tables;
use super::incidents::merged;
use crate::cohort::{Cohort, Count};
use crate::period::Period;
use crate::report::Reason;

/// The counts of a period.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// One number for each cohort and count that the tables allow, cohort by cohort.
    pub(crate) counts: Vec<(Cohort, Count, u64)>,
    /// Rows that do not count in this period: index of the file, reason, rows.
    pub(crate) set_aside: Vec<(usize, Reason, u64)>,
}

/// Counts the children looked after in the period, and those of them who were missing or away.
///
/// A child counts who was looked after on any day of the period other than under a series of short breaks (V3, V4). An
/// incident counts if any day of it lies in the period, one carried over from before included. Source: DfE, Children
/// looked after in England, methodology. Without episodes there are no counts.
pub(crate) fn calculate(tables: &Tables<'_>, period: Period) -> Counts {
    let mut result = Counts::default();
    if tables.episodes.is_empty() {
        return result;
    }
    let looked_after = looked_after(tables, period);
    let unaccompanied = (!tables.uasc.is_empty()).then(|| unaccompanied(tables, period, &looked_after));
    let trafficked = (!tables.trafficked.is_empty()).then(|| trafficked(tables, &looked_after));
    let both = unaccompanied.as_ref().zip(trafficked.as_ref()).map(|(u, t)| common(u.iter().copied(), t));
    let cohorts = [
        Some((Cohort::All, &looked_after)),
        unaccompanied.as_ref().map(|u| (Cohort::Unaccompanied, u)),
        trafficked.as_ref().map(|t| (Cohort::Trafficked, t)),
        both.as_ref().map(|b| (Cohort::TraffickedAndUnaccompanied, b)),
    ];

    let mut tallies: Vec<(Cohort, &Vec<ChildId>, Tally, Tally)> = Vec::new();
    for (cohort, children) in cohorts.into_iter().flatten() {
        tallies.push((cohort, children, Tally::default(), Tally::default()));
    }
    if tables.missing.is_empty() {
        result
            .counts
            .extend(tallies.iter().map(|(cohort, children, ..)| (*cohort, Count::Children, children.len() as u64)));
        return result;
    }

    let merged_rows: Vec<Incident>;
    let rows: &[Incident] = if let [(file, rows)] = tables.missing.as_slice() {
        let not_used = set_aside(rows.iter(), period, &looked_after);
        result.set_aside.extend(not_used.map(|(reason, n)| (*file, reason, n)));
        rows
    } else {
        let (kept, dropped) = merged(tables);
        result.set_aside.extend(dropped.into_iter().map(|(file, n)| (file, Reason::SaidInAnotherFile, n)));
        for (file, _) in &tables.missing {
            let own = kept.iter().filter(|(_, f)| f == file).map(|(row, _)| row);
            let not_used = set_aside(own, period, &looked_after);
            result.set_aside.extend(not_used.map(|(reason, n)| (*file, reason, n)));
        }
        merged_rows = kept.into_iter().map(|(row, _)| row).collect();
        &merged_rows
    };
    for of_child in rows.chunk_by(|a, b| a.child == b.child) {
        for (_, children, missing, away) in &mut tallies {
            if children.binary_search(&of_child[0].child).is_ok() {
                missing.add(of_child, Code::Missing, period);
                away.add(of_child, Code::Away, period);
            }
        }
    }
    for (cohort, children, missing, away) in tallies {
        result.counts.push((cohort, Count::Children, children.len() as u64));
        let [children, incidents, repeated, at_end] = [
            Count::ChildrenMissing,
            Count::MissingIncidents,
            Count::ChildrenMissingMoreThanOnce,
            Count::ChildrenMissingAtEnd,
        ];
        result.counts.extend(missing.counts(cohort, [children, incidents, repeated, at_end]));
        let [children, incidents, repeated, at_end] =
            [Count::ChildrenAway, Count::AwayIncidents, Count::ChildrenAwayMoreThanOnce, Count::ChildrenAwayAtEnd];
        result.counts.extend(away.counts(cohort, [children, incidents, repeated, at_end]));
    }
    result
}

/// What is counted of one code in one cohort.
#[derive(Debug, Default)]
struct Tally {
    children: u64,
    incidents: u64,
    more_than_once: u64,
    at_end: u64,
}

impl Tally {
    /// Adds what one child did.
    fn add(&mut self, rows: &[Incident], code: Code, period: Period) {
        let mut incidents = 0;
        let mut at_end = false;
        for row in rows.iter().filter(|r| r.code() == code && period.overlaps(r.start, r.end)) {
            incidents += 1;
            at_end |= row.end > period.end();
        }
        self.incidents += incidents;
        self.children += u64::from(incidents > 0);
        self.more_than_once += u64::from(incidents > 1);
        self.at_end += u64::from(at_end);
    }

    fn counts(&self, cohort: Cohort, names: [Count; 4]) -> [(Cohort, Count, u64); 4] {
        let values = [self.children, self.incidents, self.more_than_once, self.at_end];
        std::array::from_fn(|i| (cohort, names[i], values[i]))
    }
}

/// The spells of several files in the order of their children; one file's stand in it already.
fn together<'a>(files: &[(usize, &'a [Spell])]) -> Cow<'a, [Spell]> {
    if let [(_, rows)] = files {
        return Cow::Borrowed(rows);
    }
    let mut all = files.iter().map(|(_, rows)| *rows).collect::<Vec<_>>().concat();
    sort_spells(&mut all);
    Cow::Owned(all)
}

/// The children looked after on any day of the period, other than under short breaks, in order.
fn looked_after(tables: &Tables<'_>, period: Period) -> Vec<ChildId> {
    let spells = together(&tables.episodes);
    let counted = || spells.iter().filter(|s| period.overlaps(s.from, s.to)).map(|s| s.child);
    let mut children = Vec::with_capacity(counted().count());
    children.extend(counted());
    children.dedup();
    children
}

/// Those of the children who were unaccompanied on any day of the period, in order.
///
/// Where one row says when the status ceased and another leaves it blank, the day stands.
fn unaccompanied(tables: &Tables<'_>, period: Period, looked_after: &[ChildId]) -> Vec<ChildId> {
    let rows = together(&tables.uasc);
    let then = rows.chunk_by(|a, b| a.child == b.child).filter(|of_child| {
        let ceased = of_child.iter().map(|row| row.to).filter(|day| *day < Day::MAX).max();
        ceased.unwrap_or(Day::MAX) >= period.start()
    });
    common(then.map(|of_child| of_child[0].child), looked_after)
}

/// Those of the children who are on a list of trafficked children, in order.
fn trafficked(tables: &Tables<'_>, looked_after: &[ChildId]) -> Vec<ChildId> {
    let rows = together(&tables.trafficked);
    common(rows.chunk_by(|a, b| a.child == b.child).map(|of_child| of_child[0].child), looked_after)
}

/// The children of the first list that are in the second, in order.
fn common(children: impl Iterator<Item = ChildId>, others: &[ChildId]) -> Vec<ChildId> {
    children.filter(|child| others.binary_search(child).is_ok()).collect()
}

/// How many rows of a file do not count in the period, and why.
fn set_aside<'a>(
    rows: impl Iterator<Item = &'a Incident>,
    period: Period,
    looked_after: &[ChildId],
) -> impl Iterator<Item = (Reason, u64)> {
    let (mut outside, mut not_looked_after) = (0, 0);
    // Rows of a child stand together: look each child up once.
    let mut last = None;
    for row in rows {
        if !period.overlaps(row.start, row.end) {
            outside += 1;
            continue;
        }
        let counts = match last {
            Some((child, counts)) if child == row.child => counts,
            _ => looked_after.binary_search(&row.child).is_ok(),
        };
        last = Some((row.child, counts));
        not_looked_after += u64::from(!counts);
    }
    [(Reason::OutsidePeriod, outside), (Reason::ChildNotLookedAfter, not_looked_after)]
        .into_iter()
        .filter(|(_, n)| *n > 0)
}
