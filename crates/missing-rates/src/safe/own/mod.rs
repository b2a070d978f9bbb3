//! What is counted of an authority's own children: its totals, its profiles, and its answers to a freedom-of-information
//! request, as one list. Every number about a return that any format prints is one of it, or a sum of such.

mod children;
mod groups;
mod guard;
mod merge;
mod moves;
mod of;
mod places;
mod show;
mod tables;
mod times;
mod units;
mod what;
mod who;

use std::collections::{BTreeMap, BTreeSet};

use super::alternatives::{Model, protect};
use super::cells::{Cell, Cells, RestsOn, State};
use super::rule::{Knows, is_few_of};
use crate::care::{ChildLevel, Return};
use crate::cohort::{Cohort, Count};
use crate::group::By;
use crate::period::Period;
use crate::report::{Change, Incidents, Length, Rate, Ratio, Report, Rounding, Total};
use children::Children;
use groups::{Groups, Printing, groups};
use guard::Printed;
use moves::Free;
use of::{Of, of_cohort, of_count, printed};
use places::Places;
use tables::Tables;
use who::Who;

/// Every count of an authority's own children that a safe report can print.
#[derive(Default)]
pub(super) struct Own {
    at: BTreeMap<Of, Cell>,
    /// Incidents by their length in answers to a request.
    lengths: BTreeMap<(Period, Who, Incidents, Length), Cell>,
    groups: Groups,
    /// Which tables of all children are printed.
    tables: Tables,
}

impl Own {
    /// Lists the counts, and chooses those to hide.
    pub(super) fn of(
        report: &Report,
        returns: &ChildLevel<'_>,
        (knows, rounding): (Knows, Rounding),
        cells: &mut Cells,
    ) -> Self {
        let printed = printed(report);
        if printed.is_empty() {
            return Self::default();
        }
        let main = report.profiles.iter().map(|of| of.period).max();
        let places = Places::new(periods(&printed, returns));
        let children = Children::of(returns, &places.periods, places.periods.iter().position(|of| Some(*of) == main));
        let truth = places.truth(&children.kinds);
        let few = |from: usize| {
            let of_all = |what| main.and_then(|period| places.at(Of { period, who: Who::All, what }));
            let mut counts = [from, from + what::INCIDENTS, from + what::AGAIN].into_iter().filter_map(of_all);
            counts.any(|at| is_few_of(truth[at]))
        };
        // Where few of all children went missing, or more than once, nothing else is told of their incidents.
        let few = [what::MISSING, what::AWAY].map(|kind| knows.secondary && few(kind));
        let mut tables = Tables::of(report, main);
        tables.leave_out(few[0], few[1]);
        let told = few.map(|few| !few);
        let groups = groups(report, Printing { period: main, knows, rounding, told }, &children);
        let at = places.periods.iter().position(|of| Some(*of) == main);
        let with = |of: BTreeSet<Of>, further: Further| {
            let sexes = further.groups.ways.iter().any(|(by, _)| *by == By::Sex);
            let list = Printed { of: &of, main, knows, tables: further.tables.printed(), sexes };
            let mut model = Model { rounding, ..Model::default() };
            guard::list(&mut model, truth.clone(), &places, &list);
            units::add(&mut model, &places, &list);
            let nothing = further.groups.nothing();
            let free = Free {
                missing: few[0],
                away: further.tables.nothing_of_away() && nothing[1],
                groups: nothing,
                times: further.tables.times().zip(at).map(|(most, at)| (at, most)),
            };
            moves::add_moves(&mut model, &children.kinds, &places, &free);
            let holds = !knows.secondary || protect(&mut model).is_empty();
            Chosen { shown: units::shown_first(&model), holds, model, of, further }
        };
        // Where alternatives are not found for all of it, less is printed: who went missing alone, or how many children there are.
        let of = |whats: &[usize]| -> BTreeSet<Of> {
            let is_published = |of: &Of| of.who == Who::All && what::is_published(of.what);
            let is =
                |of: &&Of| whats.contains(&of.what) || (is_published(of) && of.period.as_collection_year().is_some());
            printed.iter().filter(is).copied().collect()
        };
        let all = with(printed.clone(), Further::default());
        let mut chosen = if all.holds {
            // Tables and groups are printed as far as no more of what comes first has to be hidden for them.
            let options = [[true, true], [true, false], [false, false]]
                .into_iter()
                .map(|kinds| Further { tables: tables.clone(), groups: groups.of_kinds(kinds) });
            let mut options = options.map(|further| with(printed.clone(), further));
            options.find(|of| of.holds && of.shown >= all.shown).unwrap_or(all)
        } else {
            const MISSING: [usize; 3] = [what::CHILDREN, what::MISSING, what::MISSING + what::INCIDENTS];
            let less = [&MISSING[..], &MISSING[..1]].into_iter();
            less.map(|whats| with(of(whats), Further::default())).find(|of| of.holds).unwrap_or(all)
        };
        if !chosen.holds {
            // Then nothing but what the Department publishes.
            chosen.model.units.iter_mut().for_each(|unit| (unit.hidden, unit.dropped) = (true, true));
        }
        let Chosen { model, of, further: Further { tables, groups }, .. } = chosen;
        let at = cells_of(&model, &places, (printed, &of), cells);
        // Lengths of cohorts are no part of the model: they are printed where nothing has to be kept.
        let lengths = if (0..model.counts.len()).any(|at| model.needs(at)) {
            BTreeMap::new()
        } else {
            tables::lengths(report, &tables, main, &at, cells)
        };
        Self { at, lengths, groups, tables }
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
        // What is not on the list is based on nothing that may be seen.
        counts.iter().map(|count| self.get(period, of_cohort(cohort), of_count(*count)).unwrap_or(Cell::NONE)).collect()
    }
}

/// What is printed beside the counts of a return: tables of all children, and groups of them.
#[derive(Clone, Default)]
struct Further {
    tables: Tables,
    groups: Groups,
}

/// Which counts are hidden where something is printed beside them.
struct Chosen {
    model: Model,
    /// What is printed at all.
    of: BTreeSet<Of>,
    further: Further,
    /// Whether each count that must be open is.
    holds: bool,
    /// How many of the counts that come first are shown.
    shown: usize,
}

/// The periods that are printed of, and the days of each return that has days in common with one of them.
fn periods(printed: &BTreeSet<Of>, returns: &ChildLevel<'_>) -> Vec<Period> {
    let mut periods: BTreeSet<Period> = printed.iter().map(|of| of.period).collect();
    let covered: Vec<Period> = periods.iter().copied().collect();
    for days in returns.returns.iter().filter(|of| !of.episodes.is_absent()).filter_map(Return::days) {
        if covered.iter().any(|period| period.common(days).is_some()) {
            periods.insert(days);
        }
    }
    periods.into_iter().collect()
}

/// Each printed count as a cell, hidden as its model has it.
fn cells_of(
    model: &Model,
    places: &Places,
    (all, printed): (BTreeSet<Of>, &BTreeSet<Of>),
    cells: &mut Cells,
) -> BTreeMap<Of, Cell> {
    let mut found = BTreeMap::new();
    for of in all {
        let Some(at) = places.at(of) else { continue };
        let count = model.counts[at];
        let hidden = model.is_hidden(at) && !count.known;
        let is_left_out = count.unit.is_some_and(|unit| model.units[unit].dropped);
        let state = match count.unit {
            _ if !printed.contains(&of) => State::LeftOut,
            Some(_) if hidden && is_left_out => State::LeftOut,
            Some(_) if hidden && count.truth > 0 => State::Confidential,
            _ => State::Shown,
        };
        found.insert(of, cells.add(count.truth.unsigned_abs(), state));
    }
    found
}
