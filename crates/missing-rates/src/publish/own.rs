//! What is counted of an authority's own children as cells: its totals, its profiles, and its answers to a
//! freedom-of-information request.
//!
//! Each count is a sum over children of something that is not negative, whatever group of children it is about. So the
//! counts of cohorts, of groups and of periods that lie within one another hang together all alike.

use std::collections::{BTreeMap, BTreeSet};

use super::RestsOn;
use super::keep::Kept;
use crate::cohort::{Cohort, Count};
use crate::disclosure::{Cell, Cells, Hidden, Shown};
use crate::group::{By, Group};
use crate::period::Period;
use crate::report::{
    Change, FoiAnswer, FoiCount, Incidents, Length, Level, Month, OnList, Profile, Rate, Ratio, Report, Times, Total,
};

/// Whose children.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Set {
    period: Period,
    cohort: Cohort,
    on_list: Option<OnList>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Children,
    Missing,
    MoreThanOnce,
    AtEnd,
    NotFound,
    Incidents,
    CarriedOver,
    Length(Length),
    Times(Times),
    Month(Month),
}

impl What {
    /// Whether it is a number of incidents.
    fn is_of_incidents(self) -> bool {
        matches!(self, Self::Incidents | Self::CarriedOver | Self::Length(_) | Self::Month(_))
    }

    /// Whether it can only grow with the period.
    fn grows(self) -> bool {
        !matches!(self, Self::AtEnd | Self::NotFound | Self::CarriedOver | Self::Times(_) | Self::Month(_))
    }
}

/// One count. Of the children of a group, and not of their incidents, `code` is that of the profile that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Of {
    set: Set,
    group: Group,
    code: Incidents,
    what: What,
}

/// Every count of an authority's own children.
pub(super) struct Own {
    at: BTreeMap<Of, Cell>,
}

/// How many incidents a child has of whom is counted how many.
const TIMES: [(Times, i64, Option<i64>); 9] = [
    (Times::Once, 1, Some(1)),
    (Times::Twice, 2, Some(2)),
    (Times::Three, 3, Some(3)),
    (Times::Four, 4, Some(4)),
    (Times::Five, 5, Some(5)),
    (Times::From6, 6, Some(10)),
    (Times::From11, 11, Some(20)),
    (Times::From21, 21, Some(50)),
    (Times::From51, 51, None),
];

impl Own {
    pub(super) fn of(report: &Report, cells: &mut Cells) -> Self {
        let mut own = Self { at: BTreeMap::new() };
        for total in report.totals.iter().filter(|total| total.area.level == Level::Return) {
            if let Some(number) = total.exact {
                own.add(of_total(total), number, cells);
            }
        }
        for profile in &report.profiles {
            for (of, number) in counts(profile) {
                own.add(of, number.number().unwrap_or_default(), cells);
            }
        }
        for year in report.foi.iter().flat_map(|foi| &foi.years) {
            for answer in &year.answers {
                if let (Some(of), Some(Shown::Number(number))) = (of_answer(year.period, answer), answer.count) {
                    own.add(of, number, cells);
                }
            }
        }
        own.relate(cells);
        own
    }

    /// Hides the children of a group beside every kind of incident, where they are hidden beside one: the numbers are
    /// hardly ever different.
    pub(super) fn tie(&self, hidden: &mut Hidden) {
        for (of, cell) in self.at.iter().filter(|(of, _)| of.what == What::Children) {
            let alike = Incidents::ALL.into_iter().filter_map(|code| self.get(Of { code, ..*of }));
            if alike.clone().any(|other| hidden.is_hidden(other)) {
                hidden.hide(*cell);
            }
        }
    }

    /// Adds a count, once however often it stands in the report. Of all children together their number is the same
    /// whichever incidents stand beside it; and so it is of a group, but for children of whom only an incident tells.
    fn add(&mut self, of: Of, number: u64, cells: &mut Cells) {
        if self.at.contains_key(&of) {
            return;
        }
        let same = |code| self.at.get(&Of { code, ..of }).copied().filter(|cell| cells.count(*cell) == number);
        let shared = if of.what == What::Children { Incidents::ALL.into_iter().find_map(same) } else { None };
        let is_total = of.group == Group::All && matches!(of.what, What::Children | What::Missing | What::Incidents);
        let cell = shared.unwrap_or_else(|| if is_total { cells.add_total(number) } else { cells.add(number) });
        self.at.insert(of, cell);
    }

    fn get(&self, of: Of) -> Option<Cell> {
        self.at.get(&of).copied()
    }

    /// What anyone knows of how the counts hang together.
    fn relate(&self, cells: &mut Cells) {
        let places: BTreeSet<(Set, Group, Incidents)> = self.at.keys().map(|of| (of.set, of.group, of.code)).collect();
        for (set, group, code) in &places {
            self.of_place(*set, *group, *code, cells);
        }
        let sets: BTreeSet<Set> = self.at.keys().map(|of| of.set).collect();
        for set in &sets {
            for code in Incidents::ALL {
                for by in By::ALL.into_iter().filter(|by| *by != By::None) {
                    self.groups(*set, code, by, cells);
                }
            }
        }
        let kinds: BTreeSet<(Group, Incidents, What)> = self.at.keys().map(|of| (of.group, of.code, of.what)).collect();
        let periods: BTreeSet<Period> = sets.iter().map(|set| set.period).collect();
        for (group, code, what) in kinds {
            for period in &periods {
                self.cohorts(*period, (group, code, what), cells);
            }
            self.periods(&sets, &periods, (group, code, what), cells);
        }
    }

    /// The counts of one group of one set.
    fn of_place(&self, set: Set, group: Group, code: Incidents, cells: &mut Cells) {
        let get = |what| self.get(Of { set, group, code, what });
        let pair = |less, more| get(less).zip(get(more));
        for (less, more) in [
            (What::MoreThanOnce, What::Missing),
            (What::NotFound, What::Missing),
            (What::AtEnd, What::NotFound),
            (What::AtEnd, What::Missing),
            (What::CarriedOver, What::Incidents),
        ] {
            if let Some((less, more)) = pair(less, more) {
                cells.at_most(less, more);
            }
        }
        let children = self.expression(Of { set, group, code, what: What::Children });
        if let (Some(missing), false) = (get(What::Missing), children.is_empty()) {
            cells.at_most_sum(missing, &children);
        }
        if let Some((missing, incidents)) = pair(What::Missing, What::Incidents) {
            let parts: Vec<Cell> = [Some(missing), get(What::MoreThanOnce)].into_iter().flatten().collect();
            cells.sum_at_most(&parts, incidents);
        }
        // A count of nought has no cell where lengths, numbers and months are told.
        let all = |is: &dyn Fn(What) -> bool| -> Vec<Cell> {
            let from = Of { set, group, code, what: What::Children };
            let of = self.at.range(from..).take_while(|(of, _)| (of.set, of.group, of.code) == (set, group, code));
            of.filter(|(of, _)| is(of.what)).map(|(_, cell)| *cell).collect()
        };
        if let Some(incidents) = get(What::Incidents) {
            let lengths = all(&|what| matches!(what, What::Length(_)));
            if !lengths.is_empty() {
                cells.sums_to(&lengths, incidents);
            }
            let months = all(&|what| matches!(what, What::Month(_) | What::CarriedOver));
            if months.len() > 1 {
                cells.sums_to(&months, incidents);
            }
        }
        times(&get, cells);
    }

    /// The children of a set, or where only parts of a list are counted, those.
    fn expression(&self, of: Of) -> Vec<Cell> {
        if let Some(cell) = self.get(of) {
            return vec![cell];
        }
        let part = |on_list| self.get(Of { set: Set { on_list: Some(on_list), ..of.set }, ..of });
        if of.set.on_list.is_none() { OnList::ALL.into_iter().filter_map(part).collect() } else { Vec::new() }
    }

    /// The groups of a set. An incident is in one of them, and so is a child by sex; a child who moved is in several others.
    fn groups(&self, set: Set, code: Incidents, by: By, cells: &mut Cells) {
        for what in [What::Children, What::Missing, What::Incidents] {
            let of = |group| Of { set, group, code, what };
            let groups: Vec<Cell> =
                Group::ALL.iter().filter(|group| group.by() == by).filter_map(|group| self.get(of(*group))).collect();
            let all = self.expression(of(Group::All));
            if groups.is_empty() || all.is_empty() {
                continue;
            }
            if by == By::Sex || what == What::Incidents {
                cells.add_up_alike(&groups, &all);
            } else {
                for group in &groups {
                    cells.at_most_sum(*group, &all);
                }
                if let [all] = all.as_slice() {
                    cells.at_most_sum(*all, &groups);
                }
            }
        }
    }

    /// The cohorts of a period, the parts of a list, and missing and away beside either.
    fn cohorts(&self, period: Period, (group, code, what): (Group, Incidents, What), cells: &mut Cells) {
        let of = |cohort, on_list, code| Of { set: Set { period, cohort, on_list }, group, code, what };
        let get = |cohort| self.get(of(cohort, None, code));
        cells.overlap(Cohort::ALL.map(get));
        let parts: Vec<Cell> =
            OnList::ALL.into_iter().filter_map(|part| self.get(of(Cohort::Trafficked, Some(part), code))).collect();
        match get(Cohort::Trafficked) {
            Some(trafficked) if !parts.is_empty() => cells.sums_to(&parts, trafficked),
            // Those who are both are among the parts.
            None => {
                if let (Some(both), false) = (get(Cohort::TraffickedAndUnaccompanied), parts.is_empty()) {
                    cells.at_most_sum(both, &parts);
                }
            }
            Some(_) => {}
        }
        if code != Incidents::Either || what == What::Children {
            return;
        }
        for cohort in Cohort::ALL {
            for on_list in [None].into_iter().chain(OnList::ALL.map(Some)) {
                let Some(either) = self.get(of(cohort, on_list, Incidents::Either)) else { continue };
                let one = |code| self.get(of(cohort, on_list, code));
                let ones: Vec<Cell> = [one(Incidents::Missing), one(Incidents::Away)].into_iter().flatten().collect();
                if what.is_of_incidents() {
                    cells.sums_to(&ones, either);
                } else if !matches!(what, What::Times(_)) {
                    for one in &ones {
                        cells.at_most(*one, either);
                    }
                    if what != What::MoreThanOnce {
                        cells.at_most_sum(either, &ones);
                    }
                }
            }
        }
    }

    /// Periods that lie in one another, and those that cover one together.
    fn periods(
        &self,
        sets: &BTreeSet<Set>,
        periods: &BTreeSet<Period>,
        (group, code, what): (Group, Incidents, What),
        cells: &mut Cells,
    ) {
        if !what.grows() {
            return;
        }
        let get = |set, period| self.get(Of { set: Set { period, ..set }, group, code, what });
        for set in sets {
            let Some(long) = get(*set, set.period) else { continue };
            let mut parts = Vec::new();
            let mut covered: Option<Period> = None;
            for period in periods.iter().filter(|period| **period != set.period) {
                let Some(cell) = get(*set, *period) else { continue };
                let Some(common) = period.common(set.period) else { continue };
                if common == *period {
                    cells.at_most(cell, long);
                }
                // Calendar years follow one another.
                if covered.is_none_or(|covered| covered.end().next() == Some(common.start())) {
                    parts.push(cell);
                    covered = Period::new(covered.map_or(common.start(), Period::start), common.end()).ok();
                }
            }
            if covered == Some(set.period) && what != What::MoreThanOnce {
                cells.at_most_sum(long, &parts);
            }
        }
    }

    pub(super) fn total(&self, of: &Total) -> RestsOn {
        self.get(of_total(of)).into_iter().collect()
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
        let of_period = |period| self.counts(period, of.cohort, &counts);
        [of_period(of.from), of_period(of.to)].concat()
    }

    fn counts(&self, period: Period, cohort: Cohort, counts: &[Count]) -> RestsOn {
        let set = Set { period, cohort, on_list: None };
        let of = |count: &Count| {
            let (code, what) = of_count(*count);
            self.get(Of { set, group: Group::All, code, what })
        };
        counts.iter().filter_map(of).collect()
    }

    /// Shows the profiles and the answers to a request as they may be seen.
    pub(super) fn show(&self, report: &mut Report, kept: Kept<'_>) {
        let shown = |of: Option<Of>| of.and_then(|of| self.get(of)).map(|cell| kept.shown(cell));
        for profile in &mut report.profiles {
            let of = |what| Some(Of { set: set_of(profile), group: profile.group, code: profile.code, what });
            let one = |what| shown(of(what)).unwrap_or(Shown::NotAvailable);
            let [children, children_missing, incidents] = [What::Children, What::Missing, What::Incidents].map(one);
            let [more_than_once, at_end, not_found, carried_over] =
                [What::MoreThanOnce, What::AtEnd, What::NotFound, What::CarriedOver].map(one);
            let lengths =
                profile.lengths.keys().filter_map(|of_them| Some((*of_them, shown(of(What::Length(*of_them)))?)));
            let times = profile.times.keys().filter_map(|of_them| Some((*of_them, shown(of(What::Times(*of_them)))?)));
            let months =
                profile.months.keys().filter_map(|of_them| Some((*of_them, shown(of(What::Month(*of_them)))?)));
            let (lengths, times, months) = (lengths.collect(), times.collect(), months.collect());
            *profile = Profile {
                children,
                children_missing,
                incidents,
                more_than_once,
                at_end,
                not_found,
                lengths,
                times,
                months,
                carried_over,
                ..profile.clone()
            };
            profile.divide();
        }
        let Some(foi) = &mut report.foi else { return };
        foi.disclosure = report.disclosure;
        for year in &mut foi.years {
            for answer in year.answers.iter_mut().filter(|answer| answer.count.is_some()) {
                answer.count = shown(of_answer(year.period, answer));
            }
            let hidden = year.answers.iter().filter(|answer| answer.count == Some(Shown::Confidential));
            year.hidden = hidden.count() as u64;
        }
    }
}

/// Children by how many incidents they have.
fn times(get: &dyn Fn(What) -> Option<Cell>, cells: &mut Cells) {
    let (Some(missing), Some(incidents)) = (get(What::Missing), get(What::Incidents)) else { return };
    let times: Vec<(Cell, i64, Option<i64>)> =
        TIMES.into_iter().filter_map(|(times, fewest, most)| Some((get(What::Times(times))?, fewest, most))).collect();
    if times.is_empty() {
        return;
    }
    let parts: Vec<Cell> = times.iter().map(|(cell, ..)| *cell).collect();
    cells.sums_to(&parts, missing);
    if let Some(more) = get(What::MoreThanOnce) {
        let again: Vec<Cell> = times.iter().filter(|(_, fewest, _)| *fewest > 1).map(|(cell, ..)| *cell).collect();
        if !again.is_empty() {
            cells.sums_to(&again, more);
        }
    }
    let weighted = times.iter().map(|(cell, fewest, _)| (*cell, *fewest)).collect::<Vec<_>>();
    cells.weighted_at_most(&weighted, &[(incidents, 1)]);
    let most: Option<Vec<(Cell, i64)>> = times.iter().map(|(cell, _, most)| Some((*cell, (*most)?))).collect();
    if let Some(most) = most {
        cells.weighted_at_most(&[(incidents, 1)], &most);
    }
}

/// The counts of a profile that a safe report has. Of a group those are few: how often and how long children of every
/// group were missing would tell too much of single ones.
fn counts(profile: &Profile) -> Vec<(Of, Shown)> {
    let of = |what| Of { set: set_of(profile), group: profile.group, code: profile.code, what };
    let mut counts = vec![
        (of(What::Children), profile.children),
        (of(What::Missing), profile.children_missing),
        (of(What::Incidents), profile.incidents),
    ];
    if profile.by == By::None {
        counts.extend([
            (of(What::MoreThanOnce), profile.more_than_once),
            (of(What::AtEnd), profile.at_end),
            (of(What::NotFound), profile.not_found),
            (of(What::CarriedOver), profile.carried_over),
        ]);
        counts.extend(profile.lengths.iter().map(|(length, n)| (of(What::Length(*length)), *n)));
        counts.extend(profile.times.iter().map(|(times, n)| (of(What::Times(*times)), *n)));
        counts.extend(profile.months.iter().map(|(month, n)| (of(What::Month(*month)), *n)));
    }
    counts
}

fn set_of(profile: &Profile) -> Set {
    Set { period: profile.period, cohort: profile.cohort, on_list: profile.on_list }
}

fn of_total(total: &Total) -> Of {
    let set = Set { period: total.period, cohort: total.cohort, on_list: None };
    let (code, what) = of_count(total.measure);
    Of { set, group: Group::All, code, what }
}

fn of_count(count: Count) -> (Incidents, What) {
    match count {
        Count::Children => (Incidents::Missing, What::Children),
        Count::ChildrenMissing => (Incidents::Missing, What::Missing),
        Count::MissingIncidents => (Incidents::Missing, What::Incidents),
        Count::ChildrenMissingMoreThanOnce => (Incidents::Missing, What::MoreThanOnce),
        Count::ChildrenMissingAtEnd => (Incidents::Missing, What::AtEnd),
        Count::ChildrenAway => (Incidents::Away, What::Missing),
        Count::AwayIncidents => (Incidents::Away, What::Incidents),
        Count::ChildrenAwayMoreThanOnce => (Incidents::Away, What::MoreThanOnce),
        Count::ChildrenAwayAtEnd => (Incidents::Away, What::AtEnd),
    }
}

fn of_answer(period: Period, answer: &FoiAnswer) -> Option<Of> {
    let set = Set { period, cohort: answer.cohort, on_list: answer.on_list };
    let what = match (answer.measure, answer.length) {
        (FoiCount::Children, _) => What::Children,
        (FoiCount::ChildrenMissing, _) => What::Missing,
        (FoiCount::Incidents, None) => What::Incidents,
        (FoiCount::Incidents, Some(length)) => What::Length(length),
        (FoiCount::ChildrenNotFound, _) => What::NotFound,
    };
    let (group, code) = (answer.sex.unwrap_or(Group::All), answer.code.unwrap_or(Incidents::Missing));
    answer.count.map(|_| Of { set, group, code, what })
}
