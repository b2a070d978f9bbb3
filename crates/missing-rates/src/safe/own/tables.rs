//! Tables of incidents of all children: by length, by how often, by month. Each is printed whole where no number in it is
//! small, and else not at all.

use std::collections::BTreeMap;

use super::children::{Who, what};
use super::{Of, of_answer};
use crate::cohort::Cohort;
use crate::group::By;
use crate::period::Period;
use crate::report::{FoiCount, Incidents, LeftOut, Length, Profile, Report, Shown};
use crate::safe::keep::Kept;
use crate::safe::{Cell, Cells, State, is_few};

/// Which tables of all children are printed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tables {
    /// The period that they are about.
    pub(super) period: Option<Period>,
    /// Incidents of being missing, and of being away, by length.
    lengths: [bool; 2],
    months: [bool; 2],
    /// Children by how often they were missing.
    pub(super) times: bool,
}

impl Tables {
    pub(super) fn of(report: &Report, period: Option<Period>) -> Self {
        let [missing, away] = [Incidents::Missing, Incidents::Away].map(|code| of_all(report, period, code));
        let none = |of: Option<&Profile>, counts: fn(&Profile) -> Vec<Shown>| {
            let counts = of.map(counts).unwrap_or_default();
            !counts.is_empty() && !counts.iter().any(|count| count.number().is_none_or(is_few))
        };
        let lengths = |of: &Profile| of.lengths.values().copied().collect();
        let months = |of: &Profile| of.months.values().copied().chain([of.carried_over]).collect();
        let times = |of: &Profile| of.times.values().copied().collect();
        Self {
            period,
            lengths: [missing, away].map(|of| none(of, lengths)),
            months: [missing, away].map(|of| none(of, months)),
            times: none(missing, times),
        }
    }

    /// Whether incidents are printed by length, of being missing and of being away; and likewise by month.
    pub(super) fn printed(&self) -> [bool; 4] {
        let ([missing, away], [missing_by_month, away_by_month]) = (self.lengths, self.months);
        [missing, away, missing_by_month, away_by_month]
    }

    /// Leaves out all that is about incidents of being missing, or of being away.
    pub(super) fn leave_out(&mut self, missing: bool, away: bool) {
        for (at, is) in [missing, away].into_iter().enumerate() {
            self.lengths[at] &= !is;
            self.months[at] &= !is;
        }
        self.times &= !missing;
    }

    /// Whether none of incidents of a kind is printed.
    pub(super) fn nothing_of(&self, code: Incidents) -> bool {
        let at = usize::from(code == Incidents::Away);
        !self.lengths[at] && !self.months[at] && (code == Incidents::Away || !self.times)
    }

    /// Whether a table that is about both kinds at once is the sum of two that are printed.
    fn is_printed(of: [bool; 2], code: Incidents) -> bool {
        match code {
            Incidents::Missing => of[0],
            Incidents::Away => of[1],
            Incidents::Either => of[0] && of[1],
        }
    }

    pub(super) fn left_out(&self) -> Vec<LeftOut> {
        let mut left_out = Vec::new();
        for (printed, table) in
            [(self.lengths[0], LeftOut::Lengths), (self.times, LeftOut::Times), (self.months[0], LeftOut::Months)]
        {
            if !printed {
                left_out.push(table);
            }
        }
        left_out
    }
}

impl Profile {
    /// With the tables that are printed, off the exact profile.
    pub(super) fn with_tables(self, tables: Option<&Tables>, exact: &Self, kept: Kept<'_>) -> Self {
        let Some(tables) = tables else { return self };
        let code = exact.code;
        let round = |count: Shown| count.number().map_or(count, |n| Shown::Number(kept.rounding.of(n)));
        let mut with = self;
        if Tables::is_printed(tables.lengths, code) {
            with.lengths = exact.lengths.iter().map(|(of, n)| (*of, round(*n))).collect();
        }
        if Tables::is_printed(tables.months, code) {
            with.months = exact.months.iter().map(|(of, n)| (*of, round(*n))).collect();
            with.carried_over = round(exact.carried_over);
        }
        if tables.times && code == Incidents::Missing {
            with.times = exact.times.iter().map(|(of, n)| (*of, round(*n))).collect();
        }
        with
    }
}

fn of_all(report: &Report, period: Option<Period>, code: Incidents) -> Option<&Profile> {
    report.profiles.iter().find(|of| {
        (Some(of.period), of.by, of.cohort, of.on_list, of.code) == (period, By::None, Cohort::All, None, code)
    })
}

/// The answers to a request by length of incidents, in tables that are printed whole or not at all: no number in them is
/// small, nor what is left of all children's around them.
pub(super) fn lengths(
    report: &Report,
    tables: &Tables,
    main: Option<Period>,
    at: &BTreeMap<Of, Cell>,
    cells: &mut Cells,
) -> BTreeMap<(Period, Who, Incidents, Length), Cell> {
    let mut printed = BTreeMap::new();
    for year in report.foi.iter().flat_map(|foi| &foi.years) {
        for who in [Who::Unaccompanied, Who::Listed] {
            let of = |code: Incidents| -> Vec<(Length, u64)> {
                let answers = year.answers.iter().filter(|a| a.measure == FoiCount::Incidents);
                let answers = answers.filter(|a| of_answer(a) == who && a.code == Some(code));
                answers.filter_map(|a| Some((a.length?, a.count?.number()?))).collect()
            };
            let within = main.is_some_and(|main| main.common(year.period) == Some(year.period));
            let safe = [(0, Incidents::Missing), (1, Incidents::Away)].map(|(place, code)| {
                let all = of_all(report, main, code).filter(|_| within && tables.lengths[place]);
                // What they add up to has to be seen itself.
                let incidents = if code == Incidents::Away { what::AWAY } else { what::MISSING } + what::INCIDENTS;
                let sum = at.get(&Of { period: year.period, who, what: incidents });
                let is_seen = sum.is_some_and(|cell| !cells.is_hidden(*cell));
                is_seen
                    && of(code).iter().all(|(length, n)| {
                        let rest = all.and_then(|all| all.lengths.get(length)).and_then(|all| all.number());
                        !is_few(*n) && !rest.is_some_and(|all| is_few(all.saturating_sub(*n)))
                    })
            });
            for code in Incidents::ALL.into_iter().filter(|code| Tables::is_printed(safe, *code)) {
                for (length, n) in of(code) {
                    printed.insert((year.period, who, code, length), cells.add(n, State::Shown));
                }
            }
        }
    }
    printed
}
