//! The children of a return as records that can be exchanged: of which part each is, and what happened to it in each
//! period.

use std::collections::{BTreeMap, HashMap};

use super::what;
use crate::care::{ChildLevel, Groups, InPeriod, Told, each_counted};
use crate::group::{By, Group};
use crate::period::Period;
use crate::report::OnList;

/// Sexes, as a return tells them.
pub(super) const SEXES: [Group; 3] = [Group::Male, Group::Female, Group::SexNotKnown];

/// How often a child was missing, or away, in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct History {
    pub(super) incidents: u32,
    pub(super) at_end: bool,
    pub(super) not_found: bool,
}

/// A child in one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Days {
    pub(super) counts: bool,
    pub(super) unaccompanied: bool,
    pub(super) listed: Option<OnList>,
    pub(super) missing: History,
    pub(super) away: History,
}

/// A child, as far as anything printed tells of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Child {
    /// Its place among [`SEXES`].
    pub(super) sex: usize,
    /// By how many incidents of being missing, and of being away, are longer or later than in truth: zero in truth.
    pub(super) longer: [i64; 2],
    pub(super) later: [i64; 2],
    /// Of a child who went missing or was away, and never moved, the groups that it was in.
    pub(super) throughout: Option<Groups>,
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
        let mut kinds: HashMap<Child, u64> = HashMap::new();
        let mut ways = Ways::default();
        let mut child = Child { periods: vec![Days::default(); periods.len()], ..Child::default() };
        each_counted(of, periods, main, &mut |told| {
            child.sex = SEXES.len() - 1;
            child.throughout = None;
            for (days, told) in child.periods.iter_mut().zip(told) {
                *days = days_of(told);
                let is = |sex: &Group| told.groups.among(Groups::of(*sex)) != Groups::default();
                if let Some(place) = SEXES.iter().position(is) {
                    child.sex = place;
                }
            }
            if let Some(told) = main.and_then(|main| told.get(main)).filter(|told| told.counts) {
                let groups = told.incidents.iter().fold(told.groups, |all, incident| all.and(incident.groups));
                child.throughout =
                    Some(groups).filter(|groups| !told.incidents.is_empty() && ways.is_in_one_each(*groups));
                // Answers to a request tell of cohorts by sex.
                ways.add(told, groups, told.listed.is_some() || told.unaccompanied);
            }
            match kinds.get_mut(&child) {
                Some(n) => *n += 1,
                None => drop(kinds.insert(child.clone(), 1)),
            }
        });
        let mut kinds: Vec<(Child, u64)> = kinds.into_iter().collect();
        kinds.sort_unstable();
        Self { kinds, groups: ways.standings() }
    }
}

/// What is told of a child in a period.
fn days_of(told: &InPeriod) -> Days {
    let mut days =
        Days { counts: told.counts, unaccompanied: told.unaccompanied, listed: told.listed, ..Days::default() };
    for incident in &told.incidents {
        let history = if incident.missing { &mut days.missing } else { &mut days.away };
        history.incidents += 1;
        history.at_end |= incident.at_end;
        history.not_found |= incident.not_found;
    }
    days
}

/// The ways of grouping, and how each child is in each of them.
struct Ways {
    /// All groups of each way.
    groups: Vec<(By, Groups)>,
    /// Those to whom nothing happened, by the groups that they were in, and whether they are of a cohort.
    quiet: HashMap<(Groups, bool), u64>,
    others: BTreeMap<By, BTreeMap<Standing, u64>>,
}

impl Default for Ways {
    fn default() -> Self {
        let of = |by: By| {
            let groups = Group::ALL.iter().filter(|group| group.by() == by);
            (by, groups.fold(Groups::default(), |all, group| all.and(Groups::of(*group))))
        };
        let ways = By::ALL.into_iter().filter(|by| *by != By::None);
        Self { groups: ways.map(of).collect(), quiet: HashMap::new(), others: BTreeMap::new() }
    }
}

impl Ways {
    fn is_in_one_each(&self, groups: Groups) -> bool {
        self.groups.iter().all(|(_, way)| groups.among(*way).count() <= 1)
    }

    fn add(&mut self, told: &InPeriod, groups: Groups, of_cohort: bool) {
        if told.incidents.is_empty() {
            *self.quiet.entry((groups, of_cohort)).or_default() += 1;
        } else {
            self.put(&told.incidents, groups, of_cohort, 1);
        }
    }

    fn put(&mut self, incidents: &[Told], groups: Groups, of_cohort: bool, n: u64) {
        for (by, way) in self.groups.iter().filter(|(by, _)| *by != By::Sex || !of_cohort) {
            let began = |place: usize| {
                let of = |missing: bool| {
                    let is = |i: &&Told| i.missing == missing && i.groups.places().any(|of| of == place);
                    u32::try_from(incidents.iter().filter(is).count()).unwrap_or(u32::MAX)
                };
                (place, [of(true), of(false)])
            };
            let standing = groups.among(*way).places().map(began).collect();
            *self.others.entry(*by).or_default().entry(standing).or_default() += n;
        }
    }

    fn standings(mut self) -> BTreeMap<By, BTreeMap<Standing, u64>> {
        for ((groups, of_cohort), n) in std::mem::take(&mut self.quiet) {
            self.put(&[], groups, of_cohort, n);
        }
        self.others
    }
}
