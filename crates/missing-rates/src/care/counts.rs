//! Counts for a period, by one pass along the tables, all in the order of their children.

use super::incidents::merged;
use super::{Code, Incident, Tables};
use crate::cohort::{Cohort, Count};
use crate::period::{Day, Period};
use crate::read::ChildId;
use crate::report::Reason;

/// The counts of a period.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// One number for each cohort and count that the tables allow.
    pub(crate) counts: Vec<(Cohort, Count, u64)>,
    /// Rows that do not count in this period: index of the file, reason, rows.
    pub(crate) set_aside: Vec<(usize, Reason, u64)>,
}

/// Counts the children looked after in the period, and those of them who were missing or away.
///
/// A child counts who was looked after on any day of the period other than under a series of short breaks (V3, V4). An
/// incident counts if any day of it lies in the period, one carried over from before included. Source: DfE, Children
/// looked after in England, methodology.
pub(crate) fn calculate(tables: &Tables<'_>, period: Period) -> Counts {
    let mut result = Counts::default();
    if tables.episodes.is_empty() {
        let blank = tables.missing.iter().map(|(file, rows)| (*file, rows.len()));
        let blank = blank.chain(tables.trafficked.iter().map(|(file, rows)| (*file, rows.len())));
        let blank = blank.chain(tables.uasc.iter().map(|(file, rows)| (*file, rows.len())));
        result.set_aside.extend(blank.map(|(file, rows)| (file, Reason::NeedsEpisodes, rows as u64)));
        return result;
    }
    let looked_after = looked_after(tables, period);
    let unaccompanied = (!tables.uasc.is_empty()).then(|| unaccompanied(tables, period, &looked_after));
    let trafficked = (!tables.trafficked.is_empty()).then(|| trafficked(tables, &looked_after));
    let both = unaccompanied.as_ref().zip(trafficked.as_ref()).map(|(u, t)| common(u, t));
    let cohorts = [
        Some((Cohort::All, &looked_after)),
        unaccompanied.as_ref().map(|u| (Cohort::Unaccompanied, u)),
        trafficked.as_ref().map(|t| (Cohort::Trafficked, t)),
        both.as_ref().map(|b| (Cohort::TraffickedAndUnaccompanied, b)),
    ];

    let mut tallies: Vec<(Cohort, &Vec<ChildId>, Tally, Tally)> = Vec::new();
    for (cohort, children) in cohorts.into_iter().flatten() {
        result.counts.push((cohort, Count::Children, children.len() as u64));
        tallies.push((cohort, children, Tally::default(), Tally::default()));
    }
    if tables.missing.is_empty() {
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
    for (cohort, _, missing, away) in tallies {
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

/// The children looked after on any day of the period, other than under short breaks, in order.
fn looked_after(tables: &Tables<'_>, period: Period) -> Vec<ChildId> {
    let counted = || {
        let spells = tables.episodes.iter().flat_map(|(_, spells)| spells.iter());
        spells.filter(|s| period.overlaps(s.from, s.to)).map(|s| s.child)
    };
    let mut children = Vec::with_capacity(counted().count());
    children.extend(counted());
    // Each file's are in order already; a stable sort makes use of that.
    if tables.episodes.len() > 1 {
        children.sort();
    }
    children.dedup();
    children
}

/// Those of the children who were unaccompanied on any day of the period, in order.
///
/// Where one file says when the status ceased and another leaves it blank, the day stands.
fn unaccompanied(tables: &Tables<'_>, period: Period, looked_after: &[ChildId]) -> Vec<ChildId> {
    let mut rows: Vec<_> = tables.uasc.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
    rows.sort_unstable();
    rows.chunk_by(|a, b| a.child == b.child)
        .filter(|of_child| {
            let given = of_child.iter().map(|u| u.ceased).filter(|d| *d < Day::MAX).max();
            given.unwrap_or(Day::MAX) >= period.start()
        })
        .map(|of_child| of_child[0].child)
        .filter(|child| looked_after.binary_search(child).is_ok())
        .collect()
}

/// Those of the children who are on a list of trafficked children, in order.
fn trafficked(tables: &Tables<'_>, looked_after: &[ChildId]) -> Vec<ChildId> {
    let mut listed: Vec<_> = tables.trafficked.iter().flat_map(|(_, rows)| rows.iter().copied()).collect();
    listed.sort_unstable();
    listed.dedup();
    common(&listed, looked_after)
}

/// The children of the first list that are in the second, in order.
fn common(children: &[ChildId], others: &[ChildId]) -> Vec<ChildId> {
    children.iter().copied().filter(|child| others.binary_search(child).is_ok()).collect()
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
