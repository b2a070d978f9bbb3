//! The figures of a period, counted child by child.

use missing_rows::{ChildId, Code, Column, ListRow, Listed};

use super::child::{Records, each_child};
use super::coverage::lacks;
use super::groups::{Detail, Grouping, Groups};
use super::headline::{looked_after, speaking};
use super::incidents::Incidents;
use super::profile::{Counted, Profiles, SETS};
use super::set_aside::SetAside;
use super::unaccompanied::in_uasc;
use super::years::{ChildLevel, Return};
use crate::cohort::{Cohort, Count};
use crate::group::By;
use crate::period::Period;
use crate::report::{OnList, Profile, Reason, Wanted};

/// What is counted about the children of a period.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Counts {
    /// One number for each cohort and count that the tables allow, cohort by cohort.
    pub(crate) counts: Vec<(Cohort, Count, u64)>,
    /// Rows that do not count in this period: index of the file, reason, rows.
    pub(crate) set_aside: Vec<(usize, Reason, u64)>,
}

/// What is counted about one kind of incident in one set.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    children: u64,
    incidents: u64,
    more_than_once: u64,
    at_end: u64,
}

/// Counts the children looked after in the period, and how many of them were missing or away. A row that counts in the
/// period `beside` is not set aside.
///
/// A child counts if they were looked after on any day of the period, other than under a series of short breaks (V3,
/// V4). An incident counts if any day of it is in the period, even if it was carried over from before. Source: DfE,
/// Children looked after in England, methodology. Where there are several returns, each covers the part of the period
/// in its own year, and the others say nothing about that part. What is not covered ([`lacks`]) is not counted.
pub(crate) fn count(of: &ChildLevel<'_>, period: Period, beside: Option<Period>) -> Counts {
    if !of.has_episodes() {
        return Counts::default();
    }
    let windows = of.windows(period);
    let lists = of.lists_of(period);
    let windows_beside = beside.map(|beside| of.windows(beside));
    let others = windows.iter().any(Option::is_none);
    let flagged: Vec<bool> = of.returns.iter().map(|of| of.uasc.is_absent()).collect();
    let mut incidents = Incidents::default();
    let mut children = [0; SETS.len()];
    let mut tallies = [[Tally::default(); 2]; SETS.len()];
    let mut set_aside = SetAside::new(of);
    each_child(of, &mut |_: ChildId, records: &[Records<'_>], list: &[ListRow]| {
        let sets = sets(records, lists.of(list), &windows, &flagged);
        let counts = sets[0];
        for (children, is) in children.iter_mut().zip(sets) {
            *children += u64::from(is);
        }
        if records.iter().all(|records| records.missing.is_empty()) {
            return;
        }
        incidents.add_records(records);
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
        // What a return says about days outside its year changes nothing here.
        if others {
            incidents.add_records(&speaking(records, &windows));
        }
        for (at, code) in [Code::Missing, Code::Away].into_iter().enumerate() {
            let own = || incidents.kept.iter().filter(|of| of.code == code && of.lies_in(&windows));
            let count = own().count() as u64;
            if count == 0 {
                continue;
            }
            let at_end = own().any(|incident| incident.lasts_beyond(period, &windows));
            for tally in tallies.iter_mut().zip(sets).filter(|(_, is)| *is).map(|(tallies, _)| &mut tallies[at]) {
                tally.children += 1;
                tally.incidents += count;
                tally.more_than_once += u64::from(count > 1);
                tally.at_end += u64::from(at_end);
            }
        }
    });

    let is_covered = |cohort, figure| lacks(of, period, cohort, figure).is_empty();
    let mut counts = Vec::new();
    let whole = SETS.into_iter().enumerate().filter(|(_, (_, part))| part.is_none());
    for (set, cohort) in whole.map(|(set, (cohort, _))| (set, cohort)) {
        if !is_covered(cohort, Wanted::Children) {
            continue;
        }
        counts.push((cohort, Count::Children, children[set]));
        if is_covered(cohort, Wanted::Missing) {
            for (names, of) in [MISSING, AWAY].into_iter().zip(tallies[set]) {
                let of = [of.children, of.incidents, of.more_than_once, of.at_end];
                counts.extend(names.into_iter().zip(of).map(|(count, n)| (cohort, count, n)));
            }
        }
    }
    Counts { counts, set_aside: set_aside.rows(of) }
}

/// The profiles of a period, with the groups that `detail` asks for. Where Missing does not cover the period, only the
/// children of the profiles are known.
pub(crate) fn profiles(of: &ChildLevel<'_>, period: Period, detail: Detail) -> Vec<Profile> {
    if !of.has_episodes() {
        return Vec::new();
    }
    let windows = of.windows(period);
    let spans = of.spans(&windows);
    let lists = of.lists_of(period);
    let others = windows.iter().any(Option::is_none);
    let flagged: Vec<bool> = of.returns.iter().map(|of| of.uasc.is_absent()).collect();
    let mut incidents = Incidents::default();
    let mut counted: Vec<Counted> = Vec::new();
    let mut grouping = Grouping::new(detail);
    let mut profiles = Profiles::new(period);
    each_child(of, &mut |_: ChildId, records: &[Records<'_>], list: &[ListRow]| {
        let sets = sets(records, lists.of(list), &windows, &flagged);
        if !sets[0] {
            return;
        }
        // What a return says about days outside its year changes nothing here.
        let own;
        let records = if others {
            own = speaking(records, &windows);
            own.as_slice()
        } else {
            records
        };
        incidents.add_records(records);
        grouping.take(records, &spans);
        count_incidents(&mut counted, &incidents, (&grouping, records, &spans), (period, &windows));
        profiles.add(sets, grouping.in_period(records, &windows), &counted);
    });
    let of_period: Vec<&Return<'_>> =
        of.returns.iter().zip(&windows).filter(|(_, window)| window.is_some()).map(|(of, _)| of).collect();
    let is_covered = |(cohort, _)| lacks(of, period, cohort, Wanted::Children).is_empty();
    profiles.finish(&is_covered, &|by| can_group(&of_period, by))
}

/// The counts of children who were missing.
const MISSING: [Count; 4] =
    [Count::ChildrenMissing, Count::MissingIncidents, Count::ChildrenMissingMoreThanOnce, Count::ChildrenMissingAtEnd];
/// The counts of children who were away.
const AWAY: [Count; 4] =
    [Count::ChildrenAway, Count::AwayIncidents, Count::ChildrenAwayMoreThanOnce, Count::ChildrenAwayAtEnd];

/// Whether the returns of a period have the columns by which children are grouped.
///
/// Header says who all children are. What other modules say about some of them makes no groups, because figures that
/// needed it would change if the module were taken away.
fn can_group(of: &[&Return<'_>], by: By) -> bool {
    let all = |has: &dyn Fn(&Return<'_>) -> bool| of.iter().all(|of| has(of));
    match by {
        By::None | By::LegalStatus => true,
        By::Age => all(&|of| of.header.has(Column::Dob)),
        By::Sex => all(&|of| of.header.has(Column::Sex)),
        By::Placement => all(&|of| of.episodes.has(Column::Place)),
        By::Provider => all(&|of| of.episodes.has(Column::PlaceProvider)),
        By::TimeInCare => all(&|of| of.episodes.has(Column::Rne)),
    }
}

/// Whether something is true of a child in the part of the period that any return covers.
pub(super) fn in_any(
    records: &[Records<'_>],
    windows: &[Option<Period>],
    is: fn(&Records<'_>, Period) -> bool,
) -> bool {
    records.iter().zip(windows).any(|(records, window)| window.is_some_and(|window| is(records, window)))
}

/// The sets that a child is in, in the order of [`SETS`].
///
/// `flagged` says which returns have no UASC file, but a column in Header that says who is unaccompanied.
fn sets<'r>(
    records: &[Records<'_>],
    list: impl Iterator<Item = &'r ListRow>,
    windows: &[Option<Period>],
    flagged: &[bool],
) -> [bool; SETS.len()] {
    if !in_any(records, windows, looked_after) {
        return [false; SETS.len()];
    }
    let (unaccompanied, listed) = (in_uasc(records, windows, flagged), listed_as(list));
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

/// What a list says about a child. If the child is on the list more than once, the most certain entry counts.
pub(super) fn listed_as<'r>(list: impl Iterator<Item = &'r ListRow>) -> Option<OnList> {
    let said = list.filter_map(|row| match row.listed {
        Listed::Confirmed => Some(OnList::Confirmed),
        Listed::Suspected => Some(OnList::Suspected),
        Listed::Unstated => Some(OnList::Unstated),
        Listed::No | Listed::NotUnderstood => None,
    });
    // The most certain is the first.
    said.min()
}

/// The incidents of a child that count in a period, and what they count as.
fn count_incidents(
    counted: &mut Vec<Counted>,
    incidents: &Incidents,
    (grouping, records, spans): (&Grouping, &[Records<'_>], &[Option<Period>]),
    (period, windows): (Period, &[Option<Period>]),
) {
    counted.clear();
    counted.extend(incidents.kept.iter().filter(|i| i.lies_in(windows)).map(|incident| Counted {
        incident: *incident,
        groups: grouping.on(incident.start, records, spans),
        at_end: incident.lasts_beyond(period, windows),
        turned_18: if period.overlaps(incident.end, incident.end) {
            grouping.turned_18(incident.end)
        } else {
            Some(false)
        },
    }));
}

/// What one child counts as in one period.
#[derive(Clone, Debug, Default)]
pub(crate) struct InPeriod {
    /// Looked after, other than under short breaks alone.
    pub(crate) counts: bool,
    /// Unaccompanied according to the returns, looked after or not.
    pub(crate) unaccompanied: bool,
    /// What the lists of the period say.
    pub(crate) listed: Option<OnList>,
    /// The groups that the child is in.
    pub(crate) groups: Groups,
    /// The incidents that count.
    pub(crate) incidents: Vec<Told>,
}

/// What one incident of a child counts as.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) missing: bool,
    pub(crate) at_end: bool,
    pub(crate) not_found: bool,
    pub(crate) groups: Groups,
}

/// Calls back for every child with what it counts as in each of some periods. This is
/// what [`count`] counts, child by child. All groups are found in the period that is asked for, and only the sex in the
/// others.
pub(crate) fn each_counted(
    of: &ChildLevel<'_>,
    periods: &[Period],
    grouped: Option<usize>,
    visit: &mut dyn FnMut(&[InPeriod]),
) {
    if !of.has_episodes() {
        return;
    }
    let windows: Vec<_> = periods.iter().map(|period| of.windows(*period)).collect();
    let spans: Vec<_> = windows.iter().map(|windows| of.spans(windows)).collect();
    let lists: Vec<_> = periods.iter().map(|period| of.lists_of(*period)).collect();
    let flagged: Vec<bool> = of.returns.iter().map(|of| of.uasc.is_absent()).collect();
    let (mut incidents, mut counted) = (Incidents::default(), Vec::new());
    let (mut full, mut of_sex) = (Grouping::new(Detail::Full), Grouping::new(Detail::Sex));
    let mut told = vec![InPeriod::default(); periods.len()];
    each_child(of, &mut |_: ChildId, records: &[Records<'_>], list: &[ListRow]| {
        for (at, told) in told.iter_mut().enumerate() {
            let (windows, spans) = (&windows[at], &spans[at]);
            told.counts = in_any(records, windows, looked_after);
            told.unaccompanied = in_uasc(records, windows, &flagged);
            told.listed = listed_as(lists[at].of(list));
            told.groups = Groups::default();
            told.incidents.clear();
            if !told.counts {
                continue;
            }
            let own;
            let records = if windows.iter().any(Option::is_none) {
                own = speaking(records, windows);
                own.as_slice()
            } else {
                records
            };
            incidents.add_records(records);
            let grouping = if grouped == Some(at) { &mut full } else { &mut of_sex };
            grouping.take(records, spans);
            told.groups = grouping.in_period(records, windows);
            count_incidents(&mut counted, &incidents, (grouping, records, spans), (periods[at], windows));
            told.incidents.extend(counted.iter().map(|counted| Told {
                missing: counted.incident.code == Code::Missing,
                at_end: counted.at_end,
                not_found: counted.at_end || counted.turned_18 == Some(true),
                groups: counted.groups,
            }));
        }
        if told.iter().any(|told| told.counts) {
            visit(&told);
        }
    });
}
