//! The profiles and the answers to a request, as a safe report shows them.

use std::collections::{BTreeMap, BTreeSet};

use super::Own;
use super::groups::Groups;
use super::of::{Beside, of_answer, of_cohort};
use super::what;
use super::who::Who;
use crate::cohort::Cohort;
use crate::group::By;
use crate::period::Period;
use crate::rates::divide;
use crate::report::{FoiAnswer, FoiCount, Incidents, LeftOut, Profile, Report, Shown};
use crate::safe::keep::Kept;

impl Own {
    /// Shows the profiles and the answers to a request as they may be seen.
    pub(in crate::safe) fn show(&self, report: &mut Report, kept: Kept<'_>) {
        let left_out = self.left_out(report);
        report.profiles.retain(|of| of.on_list.is_none() && (of.by == By::None || self.has_group(of)));
        for profile in &mut report.profiles {
            if profile.by == By::None { self.show_all(profile, kept) } else { self.show_group(profile, kept) }
        }
        report.left_out.extend(left_out);
        let mut left_out = false;
        let Some(foi) = &mut report.foi else { return };
        foi.disclosure = report.disclosure;
        for year in &mut foi.years {
            for answer in year.answers.iter_mut().filter(|answer| answer.count.is_some()) {
                answer.count = Some(self.answer(year.period, answer, kept));
            }
            let hidden = year.answers.iter().filter(|answer| answer.count == Some(Shown::Confidential));
            year.hidden = hidden.count() as u64;
            left_out |= year.answers.iter().any(|answer| answer.count == Some(Shown::NotAvailable));
        }
        if left_out {
            report.left_out.push(LeftOut::AnswerTables);
        }
    }

    fn shown(&self, period: Period, who: Who, what: usize, kept: Kept<'_>) -> Shown {
        self.get(period, who, what).map_or(Shown::NotAvailable, |cell| kept.shown(cell))
    }

    /// Incidents of a kind; both kinds together are what a reader adds up, and are there where both are.
    fn incidents(&self, period: Period, who: Who, code: Incidents, kept: Kept<'_>) -> Shown {
        let one = |what| self.shown(period, who, what + what::INCIDENTS, kept);
        match code {
            Incidents::Missing => one(what::MISSING),
            Incidents::Away => one(what::AWAY),
            Incidents::Either => together(one(what::MISSING), one(what::AWAY)),
        }
    }

    fn show_all(&self, profile: &mut Profile, kept: Kept<'_>) {
        let (period, who, code) = (profile.period, of_cohort(profile.cohort), profile.code);
        let one = |what| self.shown(period, who, what, kept);
        let of = Beside::of(code);
        let tables = profile.cohort == Cohort::All && self.tables.period == Some(period);
        let mut shown = Profile {
            children: one(what::CHILDREN),
            children_missing: one(of.children),
            incidents: self.incidents(period, who, code, kept),
            more_than_once: one(of.again),
            at_end: one(of.at_end),
            not_found: if profile.not_found == Shown::NotAvailable { Shown::NotAvailable } else { one(of.not_found) },
            ..without_tables(profile)
        };
        if tables {
            self.tables.put(&mut shown, profile, kept);
        }
        divide(&mut shown);
        *profile = shown;
    }

    /// Whether a profile of a group is printed.
    fn has_group(&self, of: &Profile) -> bool {
        let is_printed = |kind| self.groups.ways.contains(&(of.by, kind)) && self.groups.rows.contains_key(&of.group);
        of.cohort == Cohort::All && Groups::kind(of.code).is_some_and(is_printed)
    }

    fn show_group(&self, profile: &mut Profile, kept: Kept<'_>) {
        let (Some(row), Some(kind)) = (self.groups.rows.get(&profile.group), Groups::kind(profile.code)) else {
            return;
        };
        let shown = |of: Shown, is: bool| match of {
            Shown::Number(0) => of,
            Shown::Number(n) if is => Shown::Number(kept.rounding.of(n)),
            _ => Shown::Confidential,
        };
        let mut of = Profile {
            children: shown(profile.children, row.children),
            children_missing: shown(profile.children_missing, row.happened[kind]),
            incidents: shown(profile.incidents, row.happened[kind]),
            more_than_once: Shown::NotAvailable,
            at_end: Shown::NotAvailable,
            not_found: Shown::NotAvailable,
            ..without_tables(profile)
        };
        divide(&mut of);
        *profile = of;
    }

    /// Which tables of an exact report are in no part of the safe one.
    fn left_out(&self, exact: &Report) -> BTreeSet<LeftOut> {
        let mut left_out = BTreeSet::new();
        for of in exact.profiles.iter().filter(|of| of.by != By::None) {
            let is_of_all = of.cohort == Cohort::All && Groups::kind(of.code).is_some();
            if !is_of_all {
                left_out.insert(LeftOut::GroupsOfCohorts);
            } else if !self.has_group(of) {
                left_out.insert(LeftOut::Groups);
            }
            left_out.insert(LeftOut::TablesOfGroups);
        }
        if exact.profiles.iter().any(|of| of.by == By::None && of.cohort != Cohort::All) {
            left_out.insert(LeftOut::TablesOfCohorts);
        }
        if !exact.profiles.is_empty() {
            left_out.extend(self.tables.left_out());
        }
        left_out
    }

    fn answer(&self, period: Period, answer: &FoiAnswer, kept: Kept<'_>) -> Shown {
        let (who, code) = (of_answer(answer), answer.code.unwrap_or(Incidents::Missing));
        let of = Beside::of(code);
        match (answer.measure, answer.length) {
            (FoiCount::Incidents, Some(length)) => {
                self.lengths.get(&(period, who, code, length)).map_or(Shown::NotAvailable, |cell| kept.shown(*cell))
            }
            (FoiCount::Incidents, None) => self.incidents(period, who, code, kept),
            (FoiCount::Children, _) => self.shown(period, who, what::CHILDREN, kept),
            (FoiCount::ChildrenMissing, _) => self.shown(period, who, of.children, kept),
            (FoiCount::ChildrenNotFound, _) => self.shown(period, who, of.not_found, kept),
        }
    }
}

/// Two numbers added up, as far as both can be seen.
fn together(one: Shown, other: Shown) -> Shown {
    match (one, other) {
        (Shown::Number(one), Shown::Number(other)) => Shown::Number(one + other),
        (Shown::NotAvailable, _) | (_, Shown::NotAvailable) => Shown::NotAvailable,
        _ => Shown::Confidential,
    }
}

/// A profile without what is told of no group but all children together.
fn without_tables(of: &Profile) -> Profile {
    Profile {
        carried_over: Shown::NotAvailable,
        lengths: BTreeMap::new(),
        times: BTreeMap::new(),
        months: BTreeMap::new(),
        ..of.clone()
    }
}
