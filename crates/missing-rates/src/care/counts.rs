//! Counts for a period, child by child.

use missing_rows::{ChildId, Code, Day, ListRow};

use super::child::{Records, each_child};
use super::incidents::{Incident, Incidents};
use super::years::ChildLevel;
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
/// looked after in England, methodology. Where there are several returns, each answers for its own part of the period.
/// Without Episodes there are no counts.
pub(crate) fn calculate(of: &ChildLevel<'_>, period: Period) -> Counts {
    if !of.has_episodes() {
        return Counts::default();
    }
    let windows: Vec<Option<Period>> = of.spans().iter().map(|span| span.and_then(|s| s.common(period))).collect();
    let mut incidents = Incidents::default();
    let mut tallies: [CohortTally; Cohort::ALL.len()] = Default::default();
    let mut set_aside = SetAside::new(of);
    each_child(of, &mut |_: ChildId, records: &[Records<'_>], list: &[ListRow]| {
        let cohorts = cohorts(records, list, &windows);
        incidents.gather(records);
        set_aside.note(&incidents, cohorts[Cohort::All as usize], &windows);
        for tally in cohorts.iter().zip(&mut tallies).filter(|(is, _)| **is).map(|(_, tally)| tally) {
            tally.children += 1;
            tally.missing.add(&incidents.kept, Code::Missing, period, &windows);
            tally.away.add(&incidents.kept, Code::Away, period, &windows);
        }
    });

    let mut result = Counts { counts: Vec::new(), set_aside: set_aside.rows(of) };
    let has_missing = of.returns.iter().any(|of| !of.missing.is_absent());
    for (cohort, tally) in Cohort::ALL.into_iter().zip(tallies).filter(|(cohort, _)| can_tell(of, *cohort)) {
        result.counts.push((cohort, Count::Children, tally.children));
        if has_missing {
            let [children, incidents, repeated, at_end] = [
                Count::ChildrenMissing,
                Count::MissingIncidents,
                Count::ChildrenMissingMoreThanOnce,
                Count::ChildrenMissingAtEnd,
            ];
            result.counts.extend(tally.missing.counts(cohort, [children, incidents, repeated, at_end]));
            let [children, incidents, repeated, at_end] =
                [Count::ChildrenAway, Count::AwayIncidents, Count::ChildrenAwayMoreThanOnce, Count::ChildrenAwayAtEnd];
            result.counts.extend(tally.away.counts(cohort, [children, incidents, repeated, at_end]));
        }
    }
    result
}

/// Whether the files say who is of a cohort.
fn can_tell(of: &ChildLevel<'_>, cohort: Cohort) -> bool {
    let unaccompanied = of.returns.iter().any(|of| !of.uasc.is_absent());
    let trafficked = !of.list.is_absent();
    match cohort {
        Cohort::All => true,
        Cohort::Unaccompanied => unaccompanied,
        Cohort::Trafficked => trafficked,
        Cohort::TraffickedAndUnaccompanied => unaccompanied && trafficked,
    }
}

/// Of which cohorts a child is, in the order of [`Cohort::ALL`].
fn cohorts(records: &[Records<'_>], list: &[ListRow], windows: &[Option<Period>]) -> [bool; Cohort::ALL.len()] {
    let in_any = |is: fn(&Records<'_>, Period) -> bool| {
        records.iter().zip(windows).any(|(records, window)| window.is_some_and(|window| is(records, window)))
    };
    let looked_after = in_any(looked_after);
    let unaccompanied = looked_after && in_any(unaccompanied);
    let trafficked = looked_after && list.iter().any(|row| row.listed.counts());
    [looked_after, unaccompanied, trafficked, unaccompanied && trafficked]
}

/// Whether a child was looked after on any of the days, other than under short breaks.
fn looked_after(records: &Records<'_>, days: Period) -> bool {
    let counts = |(from, to)| days.overlaps(from, to);
    records.episodes.iter().any(|row| !row.ls.is_short_break() && row.days().is_some_and(counts))
}

/// Whether a child was unaccompanied on any of the days.
///
/// Where one row says when the status ceased and another leaves it blank, the day stands. A row whose DUC is no date says
/// nothing.
fn unaccompanied(records: &Records<'_>, days: Period) -> bool {
    let ends = || records.uasc.iter().filter_map(|row| row.duc.end());
    let ceased = ends().filter(|day| *day < Day::MAX).max().or_else(|| ends().max());
    ceased.is_some_and(|day| day >= days.start())
}

/// What is counted of one cohort.
#[derive(Debug, Default)]
struct CohortTally {
    children: u64,
    missing: Tally,
    away: Tally,
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
    fn add(&mut self, incidents: &[Incident], code: Code, period: Period, windows: &[Option<Period>]) {
        let mut count = 0;
        let mut at_end = false;
        for incident in incidents.iter().filter(|i| i.code == code && i.lies_in(windows)) {
            count += 1;
            at_end |= incident.lasts_beyond(period, windows);
        }
        self.incidents += count;
        self.children += u64::from(count > 0);
        self.more_than_once += u64::from(count > 1);
        self.at_end += u64::from(at_end);
    }

    fn counts(&self, cohort: Cohort, names: [Count; 4]) -> [(Cohort, Count, u64); 4] {
        let values = [self.children, self.incidents, self.more_than_once, self.at_end];
        std::array::from_fn(|i| (cohort, names[i], values[i]))
    }
}

/// Rows of Missing that do not count, by return and file within it.
struct SetAside(Vec<Vec<[u64; 3]>>);

impl SetAside {
    const REASONS: [Reason; 3] = [Reason::OutsidePeriod, Reason::ChildNotLookedAfter, Reason::SaidInAnotherFile];

    fn new(of: &ChildLevel<'_>) -> Self {
        Self(of.returns.iter().map(|of| vec![[0; 3]; of.missing.sources().len()]).collect())
    }

    fn note(&mut self, incidents: &Incidents, looked_after: bool, windows: &[Option<Period>]) {
        for incident in &incidents.kept {
            if !incident.lies_in(windows) {
                self.add(incident.file, 0);
            } else if !looked_after {
                self.add(incident.file, 1);
            }
        }
        for file in &incidents.said_elsewhere {
            self.add(*file, 2);
        }
    }

    fn add(&mut self, (of, file): (usize, u16), reason: usize) {
        if let Some(counts) = self.0.get_mut(of).and_then(|files| files.get_mut(usize::from(file))) {
            counts[reason] += 1;
        }
    }

    fn rows(self, of: &ChildLevel<'_>) -> Vec<(usize, Reason, u64)> {
        let mut rows = Vec::new();
        for (of, files) in of.returns.iter().zip(self.0) {
            for (source, counts) in of.missing.sources().iter().zip(files) {
                let counts = Self::REASONS.into_iter().zip(counts).filter(|(_, n)| *n > 0);
                rows.extend(counts.map(|(reason, n)| (source.file, reason, n)));
            }
        }
        rows
    }
}
