//! What is counted about the children of each group.

use std::collections::BTreeMap;

use missing_rows::{Code, Day};

use super::groups::Groups;
use super::incidents::Incident;
use crate::cohort::Cohort;
use crate::group::{By, Group};
use crate::period::Period;
use crate::rates::divide;
use crate::report::Shown;
use crate::report::{Area, Incidents, Length, Merged, Month, OnList, Profile, Times};

/// An incident that counts, and what it counts as.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted {
    pub(super) incident: Incident,
    /// The groups that the child was in on its first day.
    pub(super) groups: Groups,
    /// Whether it lasts beyond the period.
    pub(super) at_end: bool,
    /// Whether it ended in the period because the child turned 18, and not because they were found; `None` where no file
    /// says when the child was born.
    pub(super) turned_18: Option<bool>,
}

/// Who is counted: a cohort, or the part of it about which a list says the same.
pub(super) type Set = (Cohort, Option<OnList>);

/// Every set, in the order in which a report lists them.
pub(super) const SETS: [Set; 7] = [
    (Cohort::All, None),
    (Cohort::Unaccompanied, None),
    (Cohort::Trafficked, None),
    (Cohort::Trafficked, Some(OnList::Confirmed)),
    (Cohort::Trafficked, Some(OnList::Suspected)),
    (Cohort::Trafficked, Some(OnList::Unstated)),
    (Cohort::TraffickedAndUnaccompanied, None),
];

const GROUPS: usize = Group::ALL.len();

/// The profiles of a period, while children are being added to them.
#[derive(Debug)]
pub(super) struct Profiles {
    period: Period,
    /// For each set, the children of each group: of all kinds of incidents the same.
    children: [[u64; GROUPS]; SETS.len()],
    /// By set, kind of incident and group.
    tallies: Vec<Tally>,
    /// How often the current child went missing from each group.
    times: [u32; GROUPS],
}

/// What is counted about one kind of incident in one group of one set.
#[derive(Clone, Debug, Default)]
struct Tally {
    children_missing: u64,
    incidents: u64,
    more_than_once: u64,
    at_end: u64,
    not_found: u64,
    /// Whether it is not known of some child if they were found.
    found_or_not: bool,
    lengths: [u64; Length::ALL.len()],
    times: [u64; Times::ALL.len()],
    /// By month of the period.
    months: Vec<u64>,
    carried_over: u64,
}

impl Profiles {
    pub(super) fn new(period: Period) -> Self {
        Self {
            period,
            children: [[0; GROUPS]; SETS.len()],
            tallies: vec![Tally::default(); SETS.len() * Incidents::ALL.len() * GROUPS],
            times: [0; GROUPS],
        }
    }

    /// Adds a child who counts: the sets it is in, its groups in the period, and its incidents.
    pub(super) fn add(&mut self, sets: [bool; SETS.len()], groups: Groups, incidents: &[Counted]) {
        let of_child = incidents.iter().fold(groups, |all, counted| all.and(counted.groups));
        for (_, children) in sets.iter().zip(&mut self.children).filter(|(is, _)| **is) {
            for place in of_child.places() {
                children[place] += 1;
            }
        }
        if incidents.is_empty() {
            return;
        }
        for (set, _) in sets.iter().enumerate().filter(|(_, is)| **is) {
            for code in Incidents::ALL {
                self.add_incidents(set, code, incidents);
            }
        }
    }

    fn add_incidents(&mut self, set: usize, code: Incidents, incidents: &[Counted]) {
        let counts = |counted: &&Counted| match code {
            Incidents::Missing => counted.incident.code == Code::Missing,
            Incidents::Away => counted.incident.code == Code::Away,
            Incidents::Either => true,
        };
        let from = (set * Incidents::ALL.len() + code as usize) * GROUPS;
        let Some(tallies) = self.tallies.get_mut(from..from + GROUPS) else { return };
        let [mut seen, mut at_end, mut not_found, mut not_known] = [Groups::default(); 4];
        for Counted { incident, groups, at_end: is_at_end, turned_18 } in incidents.iter().filter(counts) {
            seen = seen.and(*groups);
            if *is_at_end {
                at_end = at_end.and(*groups);
            }
            match turned_18 {
                _ if *is_at_end => not_found = not_found.and(*groups),
                Some(true) => not_found = not_found.and(*groups),
                Some(false) => {}
                None => not_known = not_known.and(*groups),
            }
            for place in groups.places() {
                tallies[place].add(incident, self.period);
                self.times[place] += 1;
            }
        }
        for place in seen.places() {
            let times = std::mem::take(&mut self.times[place]);
            tallies[place].children_missing += 1;
            tallies[place].more_than_once += u64::from(times > 1);
            if let Some(times) = Times::of(times) {
                tallies[place].times[times as usize] += 1;
            }
        }
        at_end.places().for_each(|place| tallies[place].at_end += 1);
        not_found.places().for_each(|place| tallies[place].not_found += 1);
        not_known.without(not_found).places().for_each(|place| tallies[place].found_or_not = true);
    }

    /// The profiles of the sets and groupings that the files allow. Groups without children are left out. For a part of
    /// a list only all children together are shown.
    pub(super) fn finish(&self, tells: &dyn Fn(Set) -> bool, groups_by: &dyn Fn(By) -> bool) -> Vec<Profile> {
        let mut profiles = Vec::new();
        for (set, (cohort, on_list)) in SETS.into_iter().enumerate().filter(|(_, set)| tells(*set)) {
            for code in Incidents::ALL {
                let from = (set * Incidents::ALL.len() + code as usize) * GROUPS;
                for (place, group) in Group::ALL.iter().enumerate() {
                    let tally = &self.tallies[from + place];
                    let children = self.children[set][place];
                    let by = group.by();
                    let shown = by == By::None || (on_list.is_none() && children > 0 && groups_by(by));
                    if shown {
                        let key = (cohort, on_list, code, *group);
                        profiles.push(tally.profile(self.period, key, children));
                    }
                }
            }
        }
        profiles
    }
}

impl Tally {
    fn add(&mut self, incident: &Incident, period: Period) {
        self.incidents += 1;
        let length = if incident.end == Day::MAX {
            Length::Open
        } else {
            Length::of_days(incident.end.days_since(incident.start))
        };
        self.lengths[length as usize] += 1;
        if incident.start < period.start() {
            self.carried_over += 1;
            return;
        }
        let month = month_of(period, incident.start);
        if self.months.len() <= month {
            self.months.resize(month + 1, 0);
        }
        self.months[month] += 1;
    }

    fn profile(
        &self,
        period: Period,
        (cohort, on_list, code, group): (Cohort, Option<OnList>, Incidents, Group),
        children: u64,
    ) -> Profile {
        let mut profile = Profile {
            area: Area::RETURN,
            period,
            cohort,
            on_list,
            code,
            by: group.by(),
            group,
            children: Shown::Number(children),
            children_missing: Shown::Number(self.children_missing),
            value: None,
            interval: None,
            incidents: Shown::Number(self.incidents),
            incidents_per_child: None,
            more_than_once: Shown::Number(self.more_than_once),
            at_end: Shown::Number(self.at_end),
            not_found: if self.found_or_not { Shown::NotAvailable } else { Shown::Number(self.not_found) },
            lengths: filled(Length::ALL, &self.lengths),
            times: filled(Times::ALL, &self.times),
            months: filled(Month::of_period(period), &self.months),
            carried_over: Shown::Number(self.carried_over),
            merged: Merged::default(),
        };
        divide(&mut profile);
        profile
    }
}

fn filled<K: Ord>(names: impl IntoIterator<Item = K>, counts: &[u64]) -> BTreeMap<K, Shown> {
    let counted = names.into_iter().zip(counts.iter().copied()).filter(|(_, n)| *n > 0);
    counted.map(|(name, n)| (name, Shown::Number(n))).collect()
}

/// How many months after the period's first month a day is.
fn month_of(period: Period, day: Day) -> usize {
    let ((year, month, _), (from_year, from_month, _)) = (day.ymd(), period.start().ymd());
    usize::try_from((year - from_year) * 12 + i32::from(month) - i32::from(from_month)).unwrap_or(0)
}
