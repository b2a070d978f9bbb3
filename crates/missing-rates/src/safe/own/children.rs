//! The children of a return as records that can be exchanged: of which part each is, and what happened to it in each
//! period.

use std::collections::BTreeMap;

use crate::care::{ChildLevel, each_counted};
use crate::group::{By, Group};
use crate::period::Period;
use crate::report::OnList;

/// Sexes, as a return tells them.
pub(super) const SEXES: [Group; 3] = [Group::Male, Group::Female, Group::SexNotKnown];

/// What is counted of each child in each period, in the order of [`Child::outcomes`].
pub(in crate::safe) mod what {
    pub(in crate::safe) const CHILDREN: usize = 0;
    pub(in crate::safe) const MISSING: usize = 1;
    pub(in crate::safe) const AWAY: usize = 6;
    /// Incidents, more than once, at the end, not found: beside [`MISSING`] and [`AWAY`].
    pub(in crate::safe) const INCIDENTS: usize = 1;
    pub(in crate::safe) const AGAIN: usize = 2;
    pub(in crate::safe) const AT_END: usize = 3;
    pub(in crate::safe) const NOT_FOUND: usize = 4;
    /// Missing or away: children, more than once, at the end, not found.
    pub(in crate::safe) const EITHER: usize = 11;
    pub(in crate::safe) const EITHER_AGAIN: usize = 12;
    pub(in crate::safe) const EITHER_AT_END: usize = 13;
    pub(in crate::safe) const EITHER_NOT_FOUND: usize = 14;
    /// Missing and never away, away and never missing, both. A reader takes them from the three above.
    pub(in crate::safe) const ONLY_MISSING: usize = 15;
    pub(in crate::safe) const COUNTS: usize = 18;
}

/// Whose children: those that are printed, and then the rests of them that a reader can work out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Who {
    All,
    Unaccompanied,
    Listed,
    Both,
    Confirmed,
    Suspected,
    Unstated,
    NotUnaccompanied,
    NotListed,
    UnaccompaniedOnly,
    ListedOnly,
    Neither,
    /// All, unaccompanied and listed children by sex.
    AllOf(usize),
    UnaccompaniedOf(usize),
    ListedOf(usize),
}

impl Who {
    pub(super) const COUNT: usize = 21;

    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(Self::at)
    }

    pub(super) fn place(self) -> usize {
        match self {
            Self::All => 0,
            Self::Unaccompanied => 1,
            Self::Listed => 2,
            Self::Both => 3,
            Self::Confirmed => 4,
            Self::Suspected => 5,
            Self::Unstated => 6,
            Self::NotUnaccompanied => 7,
            Self::NotListed => 8,
            Self::UnaccompaniedOnly => 9,
            Self::ListedOnly => 10,
            Self::Neither => 11,
            Self::AllOf(sex) => 12 + sex,
            Self::UnaccompaniedOf(sex) => 15 + sex,
            Self::ListedOf(sex) => 18 + sex,
        }
    }

    pub(super) fn at(place: usize) -> Self {
        match place {
            0 => Self::All,
            1 => Self::Unaccompanied,
            2 => Self::Listed,
            3 => Self::Both,
            4 => Self::Confirmed,
            5 => Self::Suspected,
            6 => Self::Unstated,
            7 => Self::NotUnaccompanied,
            8 => Self::NotListed,
            9 => Self::UnaccompaniedOnly,
            10 => Self::ListedOnly,
            11 => Self::Neither,
            12..15 => Self::AllOf(place - 12),
            15..18 => Self::UnaccompaniedOf(place - 15),
            _ => Self::ListedOf(place - 18),
        }
    }

    /// What must be seen for this to be taken from it: itself where it is printed, or a whole and its part.
    pub(super) fn taken_from(self) -> Vec<Self> {
        match self {
            Self::NotUnaccompanied => vec![Self::All, Self::Unaccompanied],
            Self::NotListed => vec![Self::All, Self::Listed],
            Self::UnaccompaniedOnly => vec![Self::Unaccompanied, Self::Both],
            Self::ListedOnly => vec![Self::Listed, Self::Both],
            Self::Neither => vec![Self::All, Self::Unaccompanied, Self::Listed],
            of => vec![of],
        }
    }

    /// Whether these are by sex.
    pub(super) fn is_by_sex(self) -> bool {
        self.place() >= 12
    }

    /// Whether a child is one of them.
    pub(super) fn has(self, child: &Child, period: usize) -> bool {
        let of = &child.periods[period];
        let (is, listed) = (of.unaccompanied, child.listed);
        of.counts
            && match self {
                Self::All => true,
                Self::Unaccompanied => is,
                Self::Listed => listed.is_some(),
                Self::Both => is && listed.is_some(),
                Self::Confirmed => listed == Some(OnList::Confirmed),
                Self::Suspected => listed == Some(OnList::Suspected),
                Self::Unstated => listed == Some(OnList::Unstated),
                Self::NotUnaccompanied => !is,
                Self::NotListed => listed.is_none(),
                Self::UnaccompaniedOnly => is && listed.is_none(),
                Self::ListedOnly => !is && listed.is_some(),
                Self::Neither => !is && listed.is_none(),
                Self::AllOf(sex) => child.sex == sex,
                Self::UnaccompaniedOf(sex) => is && child.sex == sex,
                Self::ListedOf(sex) => listed.is_some() && child.sex == sex,
            }
    }
}

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
    /// Of a child who went missing and never moved, the groups that it was in, one bit each.
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
        ]
    }
}

/// How a child stands in one way of grouping: each group that it was in, and how many incidents began in it.
pub(super) type Standing = Vec<(usize, u32)>;

/// Every child, alike ones together, also by how they stand in each way of grouping.
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
                    places.extend(told.incidents.iter().filter(|i| i.missing).flat_map(|i| &i.groups));
                    places.sort_unstable();
                    places.dedup();
                    let ways = By::ALL.map(|by| places.iter().filter(|place| Group::ALL[**place].by() == by).count());
                    if of.missing.incidents > 0 && ways.iter().all(|groups| *groups <= 1) {
                        throughout = Some(places.iter().fold(0, |bits, place| bits | 1 << place));
                    }
                    for by in By::ALL.into_iter().filter(|by| *by != By::None) {
                        let of_way = places.iter().filter(|place| Group::ALL[**place].by() == by);
                        let began = |place: &usize| {
                            let began = told.incidents.iter().filter(|i| i.missing && i.groups.contains(place)).count();
                            (*place, u32::try_from(began).unwrap_or(u32::MAX))
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
