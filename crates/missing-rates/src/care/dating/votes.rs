//! What the dates of a file say of its collection year.

use std::collections::BTreeMap;

use missing_rows::{Day, EpisodeRow, MissingRow, UascRow, When};

use crate::period::Period;

/// How many cells of used rows hold a date of each collection year.
#[derive(Clone, Debug, Default)]
pub(super) struct Votes(BTreeMap<i32, u64>);

/// A year that dates speak for, and whether they leave no doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Voted {
    pub(super) year: i32,
    pub(super) certain: bool,
}

impl Votes {
    fn note(&mut self, when: When) {
        if let Some(day) = when.day().filter(|day| *day > Day::MIN) {
            *self.0.entry(day.collection_year()).or_default() += 1;
        }
    }

    /// Of rows that are set aside no date counts.
    pub(super) fn of_episodes<'r>(rows: impl Iterator<Item = &'r EpisodeRow>) -> Self {
        let mut votes = Self::default();
        for row in rows.filter(|row| row.days().is_some()) {
            votes.note(row.decom);
            votes.note(row.dec);
        }
        votes
    }

    /// Of the ends of episodes alone.
    pub(super) fn of_ends<'r>(rows: impl Iterator<Item = &'r EpisodeRow>) -> Self {
        let mut votes = Self::default();
        rows.filter(|row| row.days().is_some()).for_each(|row| votes.note(row.dec));
        votes
    }

    pub(super) fn of_missing<'r>(rows: impl Iterator<Item = &'r MissingRow>) -> Self {
        let mut votes = Self::default();
        for row in rows.filter(|row| row.days().is_some()) {
            votes.note(row.start);
            votes.note(row.end);
        }
        votes
    }

    /// Those of both.
    pub(super) fn with(mut self, others: &Self) -> Self {
        for (year, cells) in &others.0 {
            *self.0.entry(*year).or_default() += cells;
        }
        self
    }

    pub(super) fn cells(&self, year: i32) -> u64 {
        self.0.get(&year).copied().unwrap_or(0)
    }

    /// The latest year that holds a date, of those up to `last`.
    pub(super) fn latest(&self, last: i32) -> Option<i32> {
        self.0.range(..=last).next_back().map(|(year, _)| *year)
    }

    pub(super) fn fullest(&self) -> u64 {
        self.0.values().copied().max().unwrap_or(0)
    }

    /// The latest year that holds at least a twentieth as many cells as the fullest does, and more than one: a typing error
    /// never moves a file. Where no year holds more than one, the latest that is not [far](FAR) from all others.
    pub(super) fn year(&self) -> Option<Voted> {
        let fullest = self.0.values().copied().max()?;
        if fullest > 1 {
            let (year, cells) = self.0.iter().rev().find(|(_, n)| **n > 1 && **n * 20 >= fullest)?;
            // Two cells may be one row; and a later year that one cell alone speaks for may be the true one.
            let later = self.0.range(year + 1..=year + FAR).next().is_some();
            return Some(Voted { year: *year, certain: *cells > 2 && (!later || *cells > 9) });
        }
        let years: Vec<i32> = self.0.keys().rev().copied().collect();
        let near = |at: &usize| years.get(at + 1).is_none_or(|before| years[*at] - before <= FAR);
        let at = (0..years.len()).find(near)?;
        Some(Voted { year: years[at], certain: years.len() == 1 })
    }
}

/// A single date so many years after all others is taken for a typing error.
const FAR: i32 = 8;

/// The fewest rows by which a file can contradict what is said of its year: as many are no typing errors.
const ENOUGH: u64 = 5;

/// How many rows of a file can be in the return of a year, and how many cannot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fit {
    pub(super) fits: u64,
    /// Over before the year began: some exports hold all that ever was.
    early: u64,
    /// Begun, or ended, after the year: nobody can have known of it.
    late: u64,
}

impl Fit {
    fn note(&mut self, days: Period, from: Day, to: Day) {
        *if to < days.start() {
            &mut self.early
        } else if from > days.end() {
            &mut self.late
        } else {
            &mut self.fits
        } += 1;
    }

    /// A return holds the episodes of which any day is in its year.
    pub(super) fn of_episodes<'r>(rows: impl Iterator<Item = &'r EpisodeRow>, year: i32) -> Self {
        let mut fit = Self::default();
        let Some(days) = Period::collection_year(year) else { return fit };
        for (from, to) in rows.filter_map(EpisodeRow::days) {
            // An end that is given is known.
            let known = if to == Day::MAX { from } else { to };
            fit.note(days, known.max(from), to);
        }
        fit
    }

    /// It holds the periods of being missing of which any day is in its year.
    pub(super) fn of_missing<'r>(rows: impl Iterator<Item = &'r MissingRow>, year: i32) -> Self {
        let mut fit = Self::default();
        let Some(days) = Period::collection_year(year) else { return fit };
        for (_, from, to) in rows.filter_map(MissingRow::days) {
            fit.note(days, from, to);
        }
        fit
    }

    /// It holds the children whose status had not ceased before it.
    pub(super) fn of_uasc<'r>(rows: impl Iterator<Item = &'r UascRow>, year: i32) -> Self {
        let mut fit = Self::default();
        let Some(days) = Period::collection_year(year) else { return fit };
        for end in rows.filter_map(|row| row.duc.end()) {
            fit.note(days, days.start(), end);
        }
        fit
    }

    /// Whether the file cannot be of the year: too many rows for typing errors were not known then; or most were over, and
    /// the year has hardly a date of its own.
    pub(super) fn contradicts(self, votes: &Votes, year: i32) -> bool {
        let all = self.fits + self.early + self.late;
        let is_late = self.late >= ENOUGH && self.late * 10 > all;
        let is_early = self.early >= ENOUGH && self.early > self.fits && votes.cells(year) * 20 < votes.fullest();
        is_late || is_early
    }

    /// Whether there are rows, and none can be of the year.
    pub(super) fn is_none(self) -> bool {
        self.fits == 0 && self.early + self.late > 0
    }

    /// Whether any row was over before.
    pub(super) fn has_early(self) -> bool {
        self.early > 0
    }

    /// Whether any row was not known then.
    pub(super) fn has_late(self) -> bool {
        self.late > 0
    }

    /// Whether so many rows cannot be of the year that it is no single slip.
    pub(super) fn is_doubtful(self) -> bool {
        self.is_none() || self.late > 1 && self.late * 20 > self.fits
    }

    /// Whether so many children ceased to be unaccompanied before it that it is no single slip.
    pub(super) fn is_over(self) -> bool {
        self.early > 1 && self.early * 20 > self.fits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voted(cells: &[(i32, u64)]) -> Option<(i32, bool)> {
        Votes(cells.iter().copied().collect()).year().map(|voted| (voted.year, voted.certain))
    }

    #[test]
    fn one_date_never_outweighs_two() {
        assert_eq!(voted(&[(2020, 2), (2025, 9), (2026, 1)]), Some((2025, false)));
        assert_eq!(voted(&[(2020, 2), (2025, 40), (2026, 1)]), Some((2025, true)));
        assert_eq!(voted(&[(2024, 1), (2025, 2), (2035, 1)]), Some((2025, false)));
        assert_eq!(voted(&[(2023, 100), (2024, 500), (2025, 24)]), Some((2024, true)));
        assert_eq!(voted(&[(2023, 100), (2024, 500), (2025, 25)]), Some((2025, true)));
    }

    #[test]
    fn of_single_dates_the_latest_stands_but_for_one_far_from_all_others() {
        assert_eq!(voted(&[(2019, 1), (2023, 1), (2024, 1)]), Some((2024, false)));
        assert_eq!(voted(&[(2019, 1), (2024, 1), (2035, 1)]), Some((2024, false)));
        assert_eq!(voted(&[(2025, 1)]), Some((2025, true)));
        assert_eq!(voted(&[]), None);
    }
}
