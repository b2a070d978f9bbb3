//! The children of a return as records that can be exchanged: of which part each is, and what happened to it in each
//! period.

use std::collections::BTreeMap;

use super::what;
use crate::care::{ChildLevel, Told, each_counted};
use crate::group::{By, Group};
use crate::period::Period;
use crate::report::OnList;

/// Sexes, as a return tells them.
pub(super) const SEXES: [Group; 3] = [Group::Male, Group::Female, Group::SexNotKnown];

/// How often a child was missing, or away, in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct History {
    pub(super) incidents: u32,
    pub(super) at_end: bool,
    pub(super) not_found: bool,
}

/// A child in one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Days {
    pub(super) counts: bool,
    pub(super) unaccompanied: bool,
    pub(super) missing: History,
    pub(super) away: History,
}

/// A child, as far as anything printed tells of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Child {
    pub(super) listed: Option<OnList>,
    /// Its place among [`SEXES`].
    pub(super) sex: usize,
    /// By how many incidents of being missing, and of being away, are longer or later than in truth: zero in truth.
    pub(super) longer: [i64; 2],
    pub(super) later: [i64; 2],
    /// Of a child who went missing or was away, and never moved, the groups that it was in, one bit each.
    pub(super) throughout: Option<u64>,
    pub(super) periods: Vec<Days>,
}

impl Child {
    pub(super) fn history(&self, period: usize, is_away: bool) -> &History {
        let days = &self.periods[period];
        if is_away { &days.away } else { &days.missing }
    }

    pub(super) fn history_mut(&mut self, period: usize, is_away: bool) -> &mut History {
        let days = &mut self.periods[period];
        if is_away { &mut days.away } else { &mut days.missing }
    }

    /// What is counted of it in a period.
    pub(super) fn outcomes(&self, period: usize) -> [i64; what::COUNTS] {
        let Days { counts, missing, away, .. } = self.periods[period];
        if !counts {
            return [0; what::COUNTS];
        }
        let of = |history: History| {
            let n = i64::from(history.incidents);
            [i64::from(n > 0), n, i64::from(n > 1), i64::from(history.at_end), i64::from(history.not_found)]
        };
        let ([m, mi, ma, me, mn], [a, ai, aa, ae, an]) = (of(missing), of(away));
        [
            1,
            m,
            mi,
            ma,
            me,
            mn,
            a,
            ai,
            aa,
            ae,
            an,
            m.max(a),
            i64::from(mi + ai > 1),
            me.max(ae),
            mn.max(an),
            m * (1 - a),
            a * (1 - m),
            m * a,
            m - ma,
            a - aa,
            m.max(a) - i64::from(mi + ai > 1),
            m - mn,
            a - an,
            m.max(a) - mn.max(an),
            mn - me,
            an - ae,
            mn.max(an) - me.max(ae),
            1 - m,
            1 - a,
            1 - m.max(a),
        ]
    }
}

/// How a child is in one way of grouping: each group that it was in, and how many incidents of being missing, and of
/// being away, began in it.
pub(super) type Standing = Vec<(usize, [u32; 2])>;

/// Every child, alike ones together, also by how they are in each way of grouping.
pub(super) struct Children {
    pub(super) kinds: Vec<(Child, u64)>,
    pub(super) groups: BTreeMap<By, BTreeMap<Standing, u64>>,
}

impl Children {
    /// Reads them off the returns; `main` is the period that groups are about.
    pub(super) fn of(of: &ChildLevel<'_>, periods: &[Period], main: Option<usize>) -> Self {
        let mut kinds: BTreeMap<Child, u64> = BTreeMap::new();
        let mut groups: BTreeMap<By, BTreeMap<Standing, u64>> = BTreeMap::new();
        each_counted(of, periods, &mut |listed, told| {
            let mut sex = SEXES.len() - 1;
            let mut throughout = None;
            let mut days = Vec::with_capacity(told.len());
            for (at, told) in told.iter().enumerate() {
                let mut of = Days { counts: told.counts, unaccompanied: told.unaccompanied, ..Days::default() };
                for incident in &told.incidents {
                    let history = if incident.missing { &mut of.missing } else { &mut of.away };
                    history.incidents += 1;
                    history.at_end |= incident.at_end;
                    history.not_found |= incident.not_found;
                }
                days.push(of);
                let mut places = told.groups.clone();
                if let Some(place) = SEXES.iter().position(|sex| places.contains(&(*sex as usize))) {
                    sex = place;
                }
                if Some(at) == main && told.counts {
                    places.extend(told.incidents.iter().flat_map(|i| &i.groups));
                    places.sort_unstable();
                    places.dedup();
                    let ways = By::ALL.map(|by| places.iter().filter(|place| Group::ALL[**place].by() == by).count());
                    if of.missing.incidents + of.away.incidents > 0 && ways.iter().all(|groups| *groups <= 1) {
                        throughout = Some(places.iter().fold(0, |bits, place| bits | 1 << place));
                    }
                    for by in By::ALL.into_iter().filter(|by| *by != By::None) {
                        let of_way = places.iter().filter(|place| Group::ALL[**place].by() == by);
                        let began = |place: &usize| {
                            let of = |missing: bool| {
                                let is = |i: &&Told| i.missing == missing && i.groups.contains(place);
                                u32::try_from(told.incidents.iter().filter(is).count()).unwrap_or(u32::MAX)
                            };
                            (*place, [of(true), of(false)])
                        };
                        // Answers to a request tell of cohorts by sex.
                        let of_cohort = listed.is_some() || told.unaccompanied;
                        if by != By::Sex || !of_cohort {
                            *groups.entry(by).or_default().entry(of_way.map(began).collect()).or_default() += 1;
                        }
                    }
                }
            }
            *kinds
                .entry(Child { listed, sex, longer: [0; 2], later: [0; 2], throughout, periods: days })
                .or_default() += 1;
        });
        Self { kinds: kinds.into_iter().collect(), groups }
    }
}
