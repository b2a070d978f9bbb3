//! The figures of a period, child by child.

use missing_rows::{ChildId, Column, Day, ListRow, Listed};

use super::child::{Records, each_child};
use super::groups::Grouping;
use super::incidents::Incidents;
use super::profile::{Counted, Profiles, SETS};
use super::set_aside::SetAside;
use super::years::{ChildLevel, Return};
use crate::cohort::{Cohort, Count};
use crate::group::By;
use crate::period::Period;
use crate::report::{self, OnList, Profile, Reason};

/// The figures of a period.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Figures {
    /// One number for each cohort and count that the tables allow, cohort by cohort.
    pub(crate) counts: Vec<(Cohort, Count, u64)>,
    /// The same, group by group, and more of each. Without Missing files only the children in them say anything.
    pub(crate) profiles: Vec<Profile>,
    /// Rows that do not count in this period: index of the file, reason, rows.
    pub(crate) set_aside: Vec<(usize, Reason, u64)>,
}

/// Counts the children looked after in the period, and those of them who were missing or away.
///
/// A child counts who was looked after on any day of the period other than under a series of short breaks (V3, V4). An
/// incident counts if any day of it lies in the period, one carried over from before included. Source: DfE, Children
/// looked after in England, methodology. Where there are several returns, each answers for its own part of the period.
/// Without Episodes there are no figures.
pub(crate) fn calculate(of: &ChildLevel<'_>, period: Period) -> Figures {
    calculate_beside(of, period, None)
}

/// The same, where figures of another period stand beside these: a row that counts there is not set aside.
pub(crate) fn calculate_beside(of: &ChildLevel<'_>, period: Period, beside: Option<Period>) -> Figures {
    if !of.has_episodes() {
        return Figures::default();
    }
    let spans = of.spans();
    let windows = of.windows(period);
    let windows_beside = beside.map(|beside| of.windows(beside));
    let mut incidents = Incidents::default();
    let mut counted: Vec<Counted> = Vec::new();
    let mut grouping = Grouping::default();
    let mut profiles = Profiles::new(period);
    let mut set_aside = SetAside::new(of);
    each_child(of, &mut |_: ChildId, records: &[Records<'_>], list: &[ListRow]| {
        let sets = sets(records, list, &windows);
        let counts = sets[0];
        incidents.gather(records);
        match &windows_beside {
            None => set_aside.note(&incidents, &[(counts, &windows)]),
            Some(beside) => {
                let counts_beside = in_any(records, beside, looked_after);
                set_aside.note(&incidents, &[(counts, &windows), (counts_beside, beside)]);
            }
        }
        if !counts {
            return;
        }
        grouping.take(records, &spans);
        counted.clear();
        counted.extend(incidents.kept.iter().filter(|i| i.lies_in(&windows)).map(|incident| Counted {
            incident: *incident,
            groups: grouping.on(incident.start, records, &spans),
            at_end: incident.lasts_beyond(period, &windows),
            turned_18: period.overlaps(incident.end, incident.end) && grouping.turned_18(incident.end),
        }));
        profiles.add(sets, grouping.in_period(records, &windows), &counted);
    });

    let mut counts = Vec::new();
    let has_missing = of.returns.iter().any(|of| !of.missing.is_absent());
    for (set, (cohort, _)) in
        SETS.into_iter().enumerate().filter(|(_, (cohort, part))| part.is_none() && tells(of, *cohort))
    {
        let (children, missing) = profiles.headline(set, report::Incidents::Missing);
        counts.push((cohort, Count::Children, children));
        if has_missing {
            let (_, away) = profiles.headline(set, report::Incidents::Away);
            counts.extend(MISSING.into_iter().zip(missing).map(|(count, n)| (cohort, count, n)));
            counts.extend(AWAY.into_iter().zip(away).map(|(count, n)| (cohort, count, n)));
        }
    }
    let profiles = profiles.finish(&|(cohort, _)| tells(of, cohort), &|by| can_group(of, by));
    Figures { counts, profiles, set_aside: set_aside.rows(of) }
}

/// What is counted of those who were missing.
const MISSING: [Count; 4] =
    [Count::ChildrenMissing, Count::MissingIncidents, Count::ChildrenMissingMoreThanOnce, Count::ChildrenMissingAtEnd];
/// What is counted of those who were away.
const AWAY: [Count; 4] =
    [Count::ChildrenAway, Count::AwayIncidents, Count::ChildrenAwayMoreThanOnce, Count::ChildrenAwayAtEnd];

/// Whether the files have the columns by which children are grouped.
fn can_group(of: &ChildLevel<'_>, by: By) -> bool {
    let any = |has: &dyn Fn(&Return<'_>) -> bool| of.returns.iter().any(has);
    match by {
        By::None | By::LegalStatus => true,
        By::Age => any(&|of| of.header.has(Column::Dob) || of.missing.has(Column::Dob) || of.uasc.has(Column::Dob)),
        By::Sex => any(&|of| of.header.has(Column::Sex) || of.uasc.has(Column::Sex)),
        By::Placement => any(&|of| of.episodes.has(Column::Place)),
        By::Provider => any(&|of| of.episodes.has(Column::PlaceProvider)),
        By::TimeInCare => any(&|of| of.episodes.has(Column::Rne)),
    }
}

/// Whether the files say who is of a cohort.
fn tells(of: &ChildLevel<'_>, cohort: Cohort) -> bool {
    let unaccompanied = of.returns.iter().any(|of| !of.uasc.is_absent());
    let trafficked = !of.list.is_absent();
    match cohort {
        Cohort::All => true,
        Cohort::Unaccompanied => unaccompanied,
        Cohort::Trafficked => trafficked,
        Cohort::TraffickedAndUnaccompanied => unaccompanied && trafficked,
    }
}

/// Whether something is true of a child in any return's part of the period.
fn in_any(records: &[Records<'_>], windows: &[Option<Period>], is: fn(&Records<'_>, Period) -> bool) -> bool {
    records.iter().zip(windows).any(|(records, window)| window.is_some_and(|window| is(records, window)))
}

/// Of which sets a child is, in the order of [`SETS`].
fn sets(records: &[Records<'_>], list: &[ListRow], windows: &[Option<Period>]) -> [bool; SETS.len()] {
    if !in_any(records, windows, looked_after) {
        return [false; SETS.len()];
    }
    let unaccompanied = in_any(records, windows, unaccompanied);
    let said = |listed: Listed| list.iter().any(|row| row.listed == listed);
    // Of a child who is on a list more than once, what is most certain counts.
    let listed = if said(Listed::Confirmed) {
        Some(OnList::Confirmed)
    } else if said(Listed::Suspected) {
        Some(OnList::Suspected)
    } else {
        said(Listed::Unstated).then_some(OnList::Unstated)
    };
    SETS.map(|(cohort, part)| {
        let is = match cohort {
            Cohort::All => true,
            Cohort::Unaccompanied => unaccompanied,
            Cohort::Trafficked => listed.is_some(),
            Cohort::TraffickedAndUnaccompanied => unaccompanied && listed.is_some(),
        };
        is && (part.is_none() || part == listed)
    })
}

/// Whether a child was looked after on any of the days, other than under short breaks.
pub(super) fn looked_after(records: &Records<'_>, days: Period) -> bool {
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
