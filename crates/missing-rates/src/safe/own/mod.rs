//! What is counted of an authority's own children: its totals, its profiles, and its answers to a freedom-of-information
//! request, as one list. Every number about a return that any format prints is one of it, or a sum of such.

mod children;
mod groups;
mod moves;
mod places;
mod tables;

use std::collections::{BTreeMap, BTreeSet};

use super::keep::Kept;
use super::worlds::Model;
use super::{Cell, Cells, Knows, RestsOn, State, is_few};
use crate::care::{ChildLevel, Return};
use crate::cohort::{Cohort, Count};
use crate::group::{By, Group};
use crate::period::Period;
use crate::rates::divide;
use crate::report::{
    Change, FoiAnswer, FoiCount, Incidents, LeftOut, Length, Level, OnList, Profile, Rate, Ratio, Report, Shown, Total,
};
pub(in crate::safe) use children::what;
use children::{Children, SEXES, Who};
use moves::Free;
pub(super) use moves::added_up;
use places::{Places, Printed};

/// Which of a period's counts: whose children, what of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Of {
    period: Period,
    who: Who,
    what: usize,
}

/// Every count of an authority's own children that a safe report can print.
#[derive(Default)]
pub(super) struct Own {
    at: BTreeMap<Of, Cell>,
    /// Incidents by their length in answers to a request.
    lengths: BTreeMap<(Period, Who, Incidents, Length), Cell>,
    /// The rows of groups of children.
    rows: BTreeMap<Group, groups::Row>,
    /// Which tables of all children are printed.
    tables: tables::Tables,
}

impl Own {
    /// Lists the counts, and chooses those to hide.
    pub(super) fn of(report: &Report, returns: &ChildLevel<'_>, knows: Knows, cells: &mut Cells) -> Self {
        let printed = printed(report);
        if printed.is_empty() {
            return Self::default();
        }
        let main = report.profiles.iter().map(|of| of.period).max();
        let mut periods: BTreeSet<Period> = printed.iter().map(|of| of.period).collect();
        let covered: Vec<Period> = periods.iter().copied().collect();
        for days in returns.returns.iter().filter(|of| !of.episodes.is_absent()).filter_map(Return::days) {
            if covered.iter().any(|period| period.common(days).is_some()) {
                periods.insert(days);
            }
        }
        let places = Places::new(periods.into_iter().collect());
        let place_of_main = places.periods.iter().position(|of| Some(*of) == main);
        let children = Children::of(returns, &places.periods, place_of_main);
        let mut tables = tables::Tables::of(report, main);
        let mut rows = groups::rows(report, main, &children, knows);
        let mut model = Model::default();
        let of_all = |what| main.and_then(|period| places.at(Of { period, who: Who::All, what }));
        let truth = places.truth(&children.kinds);
        let few = |from: usize| {
            let counts = [from, from + what::INCIDENTS, from + what::AGAIN].into_iter().filter_map(of_all);
            counts.into_iter().any(|at| is_few(truth[at].unsigned_abs()))
        };
        // Where few of all children went missing, or more than once, nothing else is told of their incidents.
        let (few_missing, few_away) = (few(what::MISSING), few(what::AWAY));
        if knows.secondary && few_missing {
            rows.clear();
        }
        tables.leave_out(knows.secondary && few_missing, knows.secondary && few_away);
        let list = Printed { of: &printed, main, knows, tables: tables.printed() };
        places.list(&mut model, truth, &list);
        let free = Free {
            missing: few_missing,
            away: tables.nothing_of(Incidents::Away),
            groups: rows.values().all(|of| !of.shows_missing) && !tables.times,
        };
        moves::add_moves(&mut model, &children.kinds, &places, free);
        let given_away = if knows.secondary { model.protect() } else { Vec::new() };
        if !given_away.is_empty() {
            // For something nothing was found: then nothing is printed but what the Department publishes.
            model.units.iter_mut().for_each(|unit| (unit.hidden, unit.dropped) = (true, true));
            rows.clear();
            tables.leave_out(true, true);
        }
        let mut own = Self { tables, ..Self::default() };
        for of in printed {
            let Some(at) = places.at(of) else { continue };
            let count = model.counts[at];
            let hidden = model.is_hidden(at) && !count.known;
            let is_left_out = count.unit.is_some_and(|unit| model.units[unit].dropped);
            let state = match count.unit {
                Some(_) if hidden && is_left_out => State::LeftOut,
                Some(_) if hidden && count.truth > 0 => State::Confidential,
                _ => State::Shown,
            };
            own.at.insert(of, cells.add(count.truth.unsigned_abs(), state));
        }
        own.lengths = tables::lengths(report, &own.tables, main, &own.at, cells);
        own.rows = rows;
        own
    }

    fn get(&self, period: Period, who: Who, what: usize) -> Option<Cell> {
        self.at.get(&Of { period, who, what }).copied()
    }

    pub(super) fn total(&self, of: &Total) -> RestsOn {
        self.counts(of.period, of.cohort, &[of.measure])
    }

    pub(super) fn rate(&self, of: &Rate) -> RestsOn {
        self.counts(of.period, of.cohort, &[of.measure.numerator(), Count::Children])
    }

    pub(super) fn ratio(&self, of: &Ratio) -> RestsOn {
        let (over, under) = of.measure.parts();
        self.counts(of.period, of.cohort, &[over, under])
    }

    pub(super) fn change(&self, of: &Change) -> RestsOn {
        let counts = of.measure.counts();
        [self.counts(of.from, of.cohort, &counts), self.counts(of.to, of.cohort, &counts)].concat()
    }

    fn counts(&self, period: Period, cohort: Cohort, counts: &[Count]) -> RestsOn {
        // What is not on the list rests on nothing that may be seen.
        counts.iter().map(|count| self.get(period, of_cohort(cohort), of_count(*count)).unwrap_or(Cell::NONE)).collect()
    }

    /// Shows the profiles and the answers to a request as they may be seen.
    pub(super) fn show(&self, report: &mut Report, kept: Kept<'_>) {
        let before = report.profiles.len();
        report.profiles.retain(|of| {
            of.on_list.is_none()
                && match of.by {
                    By::None => true,
                    _ => of.cohort == Cohort::All && of.code == Incidents::Missing && self.rows.contains_key(&of.group),
                }
        });
        if report.profiles.len() < before {
            report.left_out.push(LeftOut::Groups);
        }
        for profile in &mut report.profiles {
            if profile.by == By::None { self.show_all(profile, kept) } else { self.show_group(profile, kept) }
        }
        if !report.profiles.is_empty() {
            report.left_out.extend(self.tables.left_out());
        }
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

    /// Incidents of a kind; both kinds together are what a reader adds up, and stand where both stand.
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
        *profile = Profile {
            children: one(what::CHILDREN),
            children_missing: one(of.children),
            incidents: self.incidents(period, who, code, kept),
            more_than_once: one(of.again),
            at_end: one(of.at_end),
            not_found: one(of.not_found),
            carried_over: Shown::NotAvailable,
            lengths: BTreeMap::new(),
            times: BTreeMap::new(),
            months: BTreeMap::new(),
            ..profile.clone()
        }
        .with_tables(tables.then_some(&self.tables), profile, kept);
        divide(profile);
    }

    fn show_group(&self, profile: &mut Profile, kept: Kept<'_>) {
        let Some(row) = self.rows.get(&profile.group) else { return };
        let shown = |of: Shown, is: bool| match of {
            Shown::Number(0) => of,
            Shown::Number(n) if is => Shown::Number(kept.rounding.of(n)),
            _ => Shown::Confidential,
        };
        *profile = Profile {
            children: shown(profile.children, row.shows_children),
            children_missing: shown(profile.children_missing, row.shows_missing),
            incidents: shown(profile.incidents, row.shows_missing),
            more_than_once: Shown::NotAvailable,
            at_end: Shown::NotAvailable,
            not_found: Shown::NotAvailable,
            carried_over: Shown::NotAvailable,
            lengths: BTreeMap::new(),
            times: BTreeMap::new(),
            months: BTreeMap::new(),
            ..profile.clone()
        };
        divide(profile);
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

/// Where what is counted of one kind of incident stands among [`what`].
struct Beside {
    children: usize,
    again: usize,
    at_end: usize,
    not_found: usize,
}

impl Beside {
    fn of(code: Incidents) -> Self {
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
fn printed(report: &Report) -> BTreeSet<Of> {
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

fn of_cohort(cohort: Cohort) -> Who {
    match cohort {
        Cohort::All => Who::All,
        Cohort::Unaccompanied => Who::Unaccompanied,
        Cohort::Trafficked => Who::Listed,
        Cohort::TraffickedAndUnaccompanied => Who::Both,
    }
}

fn of_answer(answer: &FoiAnswer) -> Who {
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

fn of_count(count: Count) -> usize {
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
