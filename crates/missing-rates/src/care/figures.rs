//! The figures of a period, child by child.

use missing_rows::{ChildId, Code, Column, ListRow, Listed};

use super::child::{Records, each_child};
use super::coverage::lacks;
use super::groups::Grouping;
use super::headline::{looked_after, speaking};
use super::incidents::Incidents;
use super::profile::{Counted, Grouped, Profiles, SETS};
use super::set_aside::SetAside;
use super::unaccompanied::in_uasc;
use super::years::{ChildLevel, Return};
use crate::cohort::{Cohort, Count};
use crate::group::By;
use crate::period::Period;
use crate::report::{self, OnList, Profile, Reason, Wanted};

/// The figures of a period.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Figures {
    /// One number for each cohort and count that the tables allow, cohort by cohort.
    pub(crate) counts: Vec<(Cohort, Count, u64)>,
    /// The same, group by group, and more of each. Where Missing does not cover
    /// the period, only the children in them say anything.
    pub(crate) profiles: Vec<Profile>,
    /// Rows that do not count in this period: index of the file, reason, rows.
    pub(crate) set_aside: Vec<(usize, Reason, u64)>,
}

/// Counts the children looked after in the period, and those of them who were missing or away.
///
/// A child counts who was looked after on any day of the period other than under a series of short breaks (V3, V4). An
/// incident counts if any day of it is in the period, one carried over from before included. Source: DfE, Children
/// looked after in England, methodology. Where there are several returns, each answers for the part of the period that
/// is in its own year, and others say nothing of it. What is not covered ([`lacks`]) is not counted.
pub(crate) fn calculate(of: &ChildLevel<'_>, period: Period) -> Figures {
    calculate_beside(of, period, None)
}

/// The same, where figures of another period are beside these: a row that counts there is not set aside.
pub(crate) fn calculate_beside(of: &ChildLevel<'_>, period: Period, beside: Option<Period>) -> Figures {
    if !of.has_episodes() {
        return Figures::default();
    }
    let windows = of.windows(period);
    let spans = of.spans(&windows);
    let windows_beside = beside.map(|beside| of.windows(beside));
    let others = windows.iter().any(Option::is_none);
    let flagged: Vec<bool> = of.returns.iter().map(|of| of.uasc.is_absent()).collect();
    let mut incidents = Incidents::default();
    let mut counted: Vec<Counted> = Vec::new();
    let mut grouping = Grouping::default();
    let mut profiles = Profiles::new(period);
    let mut set_aside = SetAside::new(of);
    each_child(of, &mut |_: ChildId, records: &[Records<'_>], list: &[ListRow]| {
        let sets = sets(records, list, &windows, &flagged);
        let counts = sets[0];
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
        // What a return of other days says changes nothing here.
        let own;
        let records = if others {
            own = speaking(records, &windows);
            incidents.add_records(&own);
            own.as_slice()
        } else {
            records
        };
        grouping.take(records, &spans);
        count_incidents(&mut counted, &incidents, (&grouping, records, &spans), (period, &windows));
        profiles.add(sets, grouping.in_period(records, &windows), &counted);
    });

    let is_covered = |cohort, figure| lacks(of, period, cohort, figure).is_empty();
    let mut counts = Vec::new();
    let sets = SETS.into_iter().enumerate().filter(|(_, (_, part))| part.is_none());
    for (set, cohort) in sets.map(|(set, (cohort, _))| (set, cohort)) {
        if !is_covered(cohort, Wanted::Children) {
            continue;
        }
        let (children, missing) = profiles.headline(set, report::Incidents::Missing);
        counts.push((cohort, Count::Children, children));
        if is_covered(cohort, Wanted::Missing) {
            let (_, away) = profiles.headline(set, report::Incidents::Away);
            counts.extend(MISSING.into_iter().zip(missing).map(|(count, n)| (cohort, count, n)));
            counts.extend(AWAY.into_iter().zip(away).map(|(count, n)| (cohort, count, n)));
        }
    }
    let of_period = of.returns.iter().zip(&windows).filter(|(_, window)| window.is_some()).map(|(of, _)| of);
    let of_period: Vec<&Return<'_>> = of_period.collect();
    let profiles =
        profiles.finish(&|(cohort, _)| is_covered(cohort, Wanted::Children), &|by| can_group(&of_period, by));
    Figures { counts, profiles, set_aside: set_aside.rows(of) }
}

/// What is counted of those who were missing.
const MISSING: [Count; 4] =
    [Count::ChildrenMissing, Count::MissingIncidents, Count::ChildrenMissingMoreThanOnce, Count::ChildrenMissingAtEnd];
/// What is counted of those who were away.
const AWAY: [Count; 4] =
    [Count::ChildrenAway, Count::AwayIncidents, Count::ChildrenAwayMoreThanOnce, Count::ChildrenAwayAtEnd];

/// Whether the returns of a period have the columns by which children are grouped.
///
/// Header says who all children are. What other modules say of some of them makes groups only if it is known of all.
fn can_group(of: &[&Return<'_>], by: By) -> Grouped {
    let all = |has: &dyn Fn(&Return<'_>) -> bool| of.iter().all(|of| has(of));
    let known = |header: Column, missing: Option<Column>| {
        if all(&|of| of.header.has(header)) {
            return Grouped::Yes;
        }
        let elsewhere = |of: &&&Return<'_>| {
            of.header.has(header) || of.uasc.has(header) || missing.is_some_and(|at| of.missing.has(at))
        };
        if of.iter().any(|of| elsewhere(&of)) { Grouped::IfAllAreKnown } else { Grouped::No }
    };
    let by_episodes = |column| if all(&|of| of.episodes.has(column)) { Grouped::Yes } else { Grouped::No };
    match by {
        By::None | By::LegalStatus => Grouped::Yes,
        By::Age => known(Column::Dob, Some(Column::Dob)),
        By::Sex => known(Column::Sex, None),
        By::Placement => by_episodes(Column::Place),
        By::Provider => by_episodes(Column::PlaceProvider),
        By::TimeInCare => by_episodes(Column::Rne),
    }
}

/// Whether something is true of a child in any return's part of the period.
fn in_any(records: &[Records<'_>], windows: &[Option<Period>], is: fn(&Records<'_>, Period) -> bool) -> bool {
    records.iter().zip(windows).any(|(records, window)| window.is_some_and(|window| is(records, window)))
}

/// Of which sets a child is, in the order of [`SETS`].
///
/// `flagged` are the returns in which a column of Header says who is unaccompanied, since they have no UASC file.
fn sets(records: &[Records<'_>], list: &[ListRow], windows: &[Option<Period>], flagged: &[bool]) -> [bool; SETS.len()] {
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

/// What a list says of a child; of one who is on it more than once, what is most certain counts.
fn listed_as(list: &[ListRow]) -> Option<OnList> {
    let said = |listed: Listed| list.iter().any(|row| row.listed == listed);
    if said(Listed::Confirmed) {
        Some(OnList::Confirmed)
    } else if said(Listed::Suspected) {
        Some(OnList::Suspected)
    } else {
        said(Listed::Unstated).then_some(OnList::Unstated)
    }
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
        turned_18: period.overlaps(incident.end, incident.end) && grouping.turned_18(incident.end),
    }));
}

/// What one child counts as in one period.
#[derive(Clone, Debug, Default)]
pub(crate) struct InPeriod {
    /// Looked after, other than under short breaks alone.
    pub(crate) counts: bool,
    /// Unaccompanied by the returns, looked after or not.
    pub(crate) unaccompanied: bool,
    /// The places of the groups that the child is in, among [`Group::ALL`](crate::group::Group::ALL).
    pub(crate) groups: Vec<usize>,
    /// The incidents that count.
    pub(crate) incidents: Vec<Told>,
}

/// What one incident of a child counts as.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) missing: bool,
    pub(crate) at_end: bool,
    pub(crate) not_found: bool,
    pub(crate) groups: Vec<usize>,
}

/// Tells of every child what it counts as in each of some periods, and what a list says of it: the same as
/// [`calculate`] counts, child by child.
pub(crate) fn each_counted(
    of: &ChildLevel<'_>,
    periods: &[Period],
    visit: &mut dyn FnMut(Option<OnList>, &[InPeriod]),
) {
    if !of.has_episodes() {
        return;
    }
    let windows: Vec<_> = periods.iter().map(|period| of.windows(*period)).collect();
    let spans: Vec<_> = windows.iter().map(|windows| of.spans(windows)).collect();
    let flagged: Vec<bool> = of.returns.iter().map(|of| of.uasc.is_absent()).collect();
    let (mut incidents, mut grouping, mut counted) = (Incidents::default(), Grouping::default(), Vec::new());
    let mut told = vec![InPeriod::default(); periods.len()];
    each_child(of, &mut |_: ChildId, records: &[Records<'_>], list: &[ListRow]| {
        for (at, told) in told.iter_mut().enumerate() {
            let (windows, spans) = (&windows[at], &spans[at]);
            *told = InPeriod {
                counts: in_any(records, windows, looked_after),
                unaccompanied: in_uasc(records, windows, &flagged),
                ..InPeriod::default()
            };
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
            grouping.take(records, spans);
            told.groups = grouping.in_period(records, windows).places().collect();
            count_incidents(&mut counted, &incidents, (&grouping, records, spans), (periods[at], windows));
            told.incidents = counted
                .iter()
                .map(|counted| Told {
                    missing: counted.incident.code == Code::Missing,
                    at_end: counted.at_end,
                    not_found: counted.at_end || counted.turned_18,
                    groups: counted.groups.places().collect(),
                })
                .collect();
        }
        if told.iter().any(|told| told.counts) {
            visit(listed_as(list), &told);
        }
    });
}
