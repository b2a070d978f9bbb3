//! How the counts of an authority's own children hang together.
//!
//! Each count is a sum over children of something that is not negative, whatever group of children it is about. So the
//! counts of cohorts, of groups and of periods that lie within one another hang together all alike.

use std::collections::BTreeSet;

use super::{Of, Own, Set, What};
use crate::cohort::Cohort;
use crate::group::{By, Group};
use crate::period::Period;
use crate::report::{Incidents, OnList, Times};
use crate::safe::{Cell, Cells};

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
    /// What anyone knows of how the counts hang together.
    pub(super) fn relate(&self, cells: &mut Cells) {
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
            if !months.is_empty() {
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
        let [all, unaccompanied, trafficked, both] = Cohort::ALL.map(get);
        cells.overlap([all, unaccompanied, trafficked, both]);
        let told = self.get(Of {
            group: Group::All,
            what: What::Children,
            ..of(Cohort::TraffickedAndUnaccompanied, None, Incidents::Missing)
        });
        if let (Some(all), Some(one), Some(other), None, Some(_)) = (all, unaccompanied, trafficked, both, told) {
            // Nobody is both: a count of nought has no cell.
            cells.sum_at_most(&[one, other], all);
        }
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
