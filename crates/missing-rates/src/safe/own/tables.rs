//! Tables of incidents of all children: by length, by how often, by month. In each that is printed no number is small,
//! where need be by counting neighbouring lines together.

use std::collections::BTreeMap;

use super::merge::{Lines, of_lines, of_months};
use super::of::{Of, of_answer};
use super::times::of_times;
use super::what;
use super::who::Who;
use crate::cohort::Cohort;
use crate::group::By;
use crate::period::Period;
use crate::report::{Band, FoiCount, Incidents, LeftOut, Length, Merged, Month, Profile, Report, Shown, Times};
use crate::safe::cells::{Cell, Cells, State};
use crate::safe::keep::Kept;
use crate::safe::rule::is_few;

/// Which tables of all children are printed.
#[derive(Clone, Debug, Default)]
pub(super) struct Tables {
    /// The period that they are about.
    pub(super) period: Option<Period>,
    /// Incidents of being missing, and of being away, by length.
    lengths: [Lines; 2],
    months: [(Lines, bool); 2],
    /// Children by how often they were missing.
    times: Lines,
}

impl Tables {
    pub(super) fn of(report: &Report, period: Option<Period>) -> Self {
        let of = [Incidents::Missing, Incidents::Away].map(|code| of_all(report, period, code));
        let lengths = |of: &Profile| of_lines(&counts(&Length::ALL, &of.lengths));
        let months = |of: &Profile| {
            let months: Vec<Month> = Month::of_period(of.period).collect();
            of_months(&months, &counts(&months, &of.months), of.carried_over.number().unwrap_or_default())
        };
        let times = |of: &Profile| of_times(&counts(&Times::ALL, &of.times), of.incidents.number().unwrap_or_default());
        Self {
            period,
            lengths: of.map(|of| of.map(lengths).unwrap_or_default()),
            months: of.map(|of| of.map(months).unwrap_or_default()),
            times: of[0].map(times).unwrap_or_default(),
        }
    }

    /// Whether incidents are printed by length, of being missing and of being away; and likewise by month.
    pub(super) fn printed(&self) -> [bool; 4] {
        let ([missing, away], [missing_by_month, away_by_month]) = (&self.lengths, &self.months);
        [missing, away, &missing_by_month.0, &away_by_month.0].map(Lines::is_printed)
    }

    /// Of each line of children by how often they were missing the most times, where that is printed.
    pub(super) fn times(&self) -> Option<Vec<u32>> {
        let most = |at: &usize| Times::ALL.get(*at).and_then(|times| times.range().1);
        match &self.times {
            Lines::None => None,
            Lines::Each => Some((0..Times::ALL.len()).filter_map(|at| most(&at)).collect()),
            Lines::Bands(bands) => Some(bands.iter().filter_map(|(_, to)| most(to)).collect()),
        }
    }

    /// Leaves out all that is about incidents of being missing, or of being away.
    pub(super) fn leave_out(&mut self, missing: bool, away: bool) {
        for (at, _) in [missing, away].into_iter().enumerate().filter(|(_, is)| *is) {
            self.lengths[at] = Lines::None;
            self.months[at] = (Lines::None, false);
        }
        if missing {
            self.times = Lines::None;
        }
    }

    /// Whether none of incidents of being away is printed.
    pub(super) fn nothing_of_away(&self) -> bool {
        !self.lengths[1].is_printed() && !self.months[1].0.is_printed()
    }

    pub(super) fn left_out(&self) -> Vec<LeftOut> {
        let tables =
            [(&self.lengths[0], LeftOut::Lengths), (&self.times, LeftOut::Times), (&self.months[0].0, LeftOut::Months)];
        tables.into_iter().filter(|(lines, _)| !lines.is_printed()).map(|(_, table)| table).collect()
    }

    /// A profile with the tables that are printed of it, off the exact one.
    pub(super) fn put(&self, with: &mut Profile, exact: &Profile, kept: Kept<'_>) {
        let months: Vec<Month> = Month::of_period(exact.period).collect();
        let (kinds, is_missing): (&[usize], bool) = match exact.code {
            Incidents::Missing => (&[0], true),
            Incidents::Away => (&[1], false),
            // What is about both is the sum of two that are printed line by line.
            Incidents::Either => (&[0, 1], false),
        };
        let each = |lines: &dyn Fn(usize) -> Lines| kinds.iter().all(|kind| lines(*kind) == Lines::Each);
        let lines = |lines: &dyn Fn(usize) -> Lines| match kinds {
            [kind] => lines(*kind),
            _ if each(lines) => Lines::Each,
            _ => Lines::None,
        };
        let rounded = |count: Shown| count.number().map_or(count, |n| Shown::Number(kept.rounding.of(n)));
        let lengths = lines(&|kind| self.lengths[kind].clone());
        let by_month = lines(&|kind| self.months[kind].0.clone());
        let times = if is_missing { self.times.clone() } else { Lines::None };
        with.lengths = whole(&lengths, &exact.lengths, rounded);
        with.times = whole(&times, &exact.times, rounded);
        with.months = whole(&by_month, &exact.months, rounded);
        let with_carried_over = kinds.len() == 1 && self.months[kinds[0]].1;
        if by_month.is_printed() && !with_carried_over {
            with.carried_over = rounded(exact.carried_over);
        }
        let carried_over = exact.carried_over.number().filter(|_| with_carried_over).unwrap_or_default();
        with.merged = Merged {
            lengths: bands(&lengths, &Length::ALL, &exact.lengths, (0, kept)),
            times: bands(&times, &Times::ALL, &exact.times, (0, kept)),
            months: bands(&by_month, &months, &exact.months, (carried_over, kept)),
            with_carried_over,
        };
    }
}

/// The counts of lines, those of none among them.
fn counts<T: Ord>(lines: &[T], table: &BTreeMap<T, Shown>) -> Vec<u64> {
    lines.iter().map(|line| table.get(line).and_then(|count| count.number()).unwrap_or_default()).collect()
}

fn whole<T: Ord + Copy>(
    lines: &Lines,
    table: &BTreeMap<T, Shown>,
    rounded: impl Fn(Shown) -> Shown,
) -> BTreeMap<T, Shown> {
    let lines = if *lines == Lines::Each { Some(table) } else { None };
    lines.into_iter().flatten().map(|(line, count)| (*line, rounded(*count))).collect()
}

fn bands<T: Ord + Copy>(
    lines: &Lines,
    all: &[T],
    table: &BTreeMap<T, Shown>,
    (with_first, kept): (u64, Kept<'_>),
) -> Vec<Band<T>> {
    let Lines::Bands(bands) = lines else { return Vec::new() };
    let counts = counts(all, table);
    let band = |(at, (from, to)): (usize, &(usize, usize))| {
        let count = counts.get(*from..=*to)?.iter().sum::<u64>() + if at == 0 { with_first } else { 0 };
        Some(Band { from: *all.get(*from)?, to: *all.get(*to)?, count: Shown::Number(kept.rounding.of(count)) })
    };
    bands.iter().enumerate().filter_map(band).collect()
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
                let all = of_all(report, main, code).filter(|_| within && tables.lengths[place] == Lines::Each);
                // What they add up to has to be seen itself.
                let incidents = if code == Incidents::Away { what::AWAY } else { what::MISSING } + what::INCIDENTS;
                let sum = at.get(&Of { period: year.period, who, what: incidents });
                sum.is_some_and(|cell| !cells.is_hidden(*cell))
                    && of(code).iter().all(|(length, n)| {
                        let rest = all.and_then(|all| all.lengths.get(length)).and_then(|all| all.number());
                        !is_few(*n) && !rest.is_some_and(|all| is_few(all.saturating_sub(*n)))
                    })
            });
            for code in Incidents::ALL {
                let is_printed = match code {
                    Incidents::Missing => safe[0],
                    Incidents::Away => safe[1],
                    Incidents::Either => safe[0] && safe[1],
                };
                for (length, n) in of(code).into_iter().filter(|_| is_printed) {
                    printed.insert((year.period, who, code, length), cells.add(n, State::Shown));
                }
            }
        }
    }
    printed
}
