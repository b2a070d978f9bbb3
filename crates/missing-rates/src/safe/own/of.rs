//! Which counts of a return's children a safe report can print, by whose they are and what of them.

use std::collections::BTreeSet;

use super::children::SEXES;
use super::what;
use super::who::Who;
use crate::cohort::{Cohort, Count};
use crate::group::By;
use crate::period::Period;
use crate::report::{FoiAnswer, FoiCount, Incidents, Level, OnList, Report};

/// Which of a period's counts: whose children, what of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Of {
    pub(super) period: Period,
    pub(super) who: Who,
    pub(super) what: usize,
}

/// Where what is counted of one kind of incident is, among [`what`].
pub(super) struct Beside {
    pub(super) children: usize,
    pub(super) again: usize,
    pub(super) at_end: usize,
    pub(super) not_found: usize,
}

impl Beside {
    pub(super) fn of(code: Incidents) -> Self {
        let of = |from| Self {
            children: from,
            again: from + what::AGAIN,
            at_end: from + what::AT_END,
            not_found: from + what::NOT_FOUND,
        };
        match code {
            Incidents::Missing => of(what::MISSING),
            Incidents::Away => of(what::AWAY),
            Incidents::Either => Self {
                children: what::EITHER,
                again: what::EITHER_AGAIN,
                at_end: what::EITHER_AT_END,
                not_found: what::EITHER_NOT_FOUND,
            },
        }
    }
}

/// Every count that a safe report about a return can print, off the exact one.
pub(super) fn printed(report: &Report) -> BTreeSet<Of> {
    let mut printed = BTreeSet::new();
    for total in report.totals.iter().filter(|of| of.area.level == Level::Return) {
        printed.insert(Of { period: total.period, who: of_cohort(total.cohort), what: of_count(total.measure) });
    }
    for of in report.profiles.iter().filter(|of| of.by == By::None && of.on_list.is_none()) {
        let beside = Beside::of(of.code);
        let mut add = |what| printed.insert(Of { period: of.period, who: of_cohort(of.cohort), what });
        for what in [what::CHILDREN, beside.children, beside.again, beside.at_end, beside.not_found] {
            add(what);
        }
        if of.code != Incidents::Either {
            add(beside.children + what::INCIDENTS);
        }
    }
    for year in report.foi.iter().flat_map(|foi| &foi.years) {
        for answer in year.answers.iter().filter(|answer| answer.count.is_some()) {
            let beside = Beside::of(answer.code.unwrap_or(Incidents::Missing));
            let what = match (answer.measure, answer.length) {
                (FoiCount::Incidents, Some(_)) => continue,
                (FoiCount::Incidents, None) if answer.code == Some(Incidents::Either) => continue,
                (FoiCount::Incidents, None) => beside.children + what::INCIDENTS,
                (FoiCount::Children, _) => what::CHILDREN,
                (FoiCount::ChildrenMissing, _) => beside.children,
                (FoiCount::ChildrenNotFound, _) => beside.not_found,
            };
            printed.insert(Of { period: year.period, who: of_answer(answer), what });
        }
    }
    printed
}

pub(super) fn of_cohort(cohort: Cohort) -> Who {
    match cohort {
        Cohort::All => Who::All,
        Cohort::Unaccompanied => Who::Unaccompanied,
        Cohort::Trafficked => Who::Listed,
        Cohort::TraffickedAndUnaccompanied => Who::Both,
    }
}

pub(super) fn of_answer(answer: &FoiAnswer) -> Who {
    let sex = answer.sex.and_then(|sex| SEXES.iter().position(|of| *of == sex));
    match (answer.cohort, answer.on_list, sex) {
        (Cohort::Trafficked, Some(OnList::Confirmed), _) => Who::Confirmed,
        (Cohort::Trafficked, Some(OnList::Suspected), _) => Who::Suspected,
        (Cohort::Trafficked, Some(OnList::Unstated), _) => Who::Unstated,
        (Cohort::Trafficked, None, Some(sex)) => Who::ListedOf(sex),
        (Cohort::Unaccompanied, _, Some(sex)) => Who::UnaccompaniedOf(sex),
        (cohort, ..) => of_cohort(cohort),
    }
}

pub(super) fn of_count(count: Count) -> usize {
    match count {
        Count::Children => what::CHILDREN,
        Count::ChildrenMissing => what::MISSING,
        Count::MissingIncidents => what::MISSING + what::INCIDENTS,
        Count::ChildrenMissingMoreThanOnce => what::MISSING + what::AGAIN,
        Count::ChildrenMissingAtEnd => what::MISSING + what::AT_END,
        Count::ChildrenAway => what::AWAY,
        Count::AwayIncidents => what::AWAY + what::INCIDENTS,
        Count::ChildrenAwayMoreThanOnce => what::AWAY + what::AGAIN,
        Count::ChildrenAwayAtEnd => what::AWAY + what::AT_END,
    }
}
