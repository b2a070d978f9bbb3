//! What is counted of an authority's own children as cells: its totals, its profiles, and its answers to a
//! freedom-of-information request.

mod relations;

use std::collections::BTreeMap;

use super::RestsOn;
use super::keep::Kept;
use crate::cohort::{Cohort, Count};
use crate::group::{By, Group};
use crate::period::Period;
use crate::rates::divide;
use crate::report::{
    Change, FoiAnswer, FoiCount, Incidents, Length, Level, Month, OnList, Profile, Rate, Ratio, Report, Times, Total,
};
use crate::safe::{Cell, Cells, Hidden, Shown};

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
            divide(profile);
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
