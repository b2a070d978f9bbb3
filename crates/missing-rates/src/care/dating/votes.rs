//! What the dates of a file say about its collection year.

use std::collections::BTreeMap;

use missing_rows::{Day, DayCounts, EpisodeRow, MissingRow, UascRow};

use crate::period::Period;

/// How many cells of used rows hold a date of each collection year. Where periods of being missing are in several years, each
/// counts once in a year, not twice, so that one row with a slip never counts for two.
#[derive(Clone, Debug, Default)]
pub(super) struct Votes(BTreeMap<i32, u64>);

/// A year that the dates suggest, and whether they leave no doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Voted {
    pub(super) year: i32,
    pub(super) certain: bool,
}

impl Votes {
    fn of(days: &DayCounts) -> Self {
        let mut votes = Self::default();
        for (day, cells) in days.iter().filter(|(day, _)| *day > Day::MIN) {
            *votes.0.entry(day.collection_year()).or_default() += u64::from(cells);
        }
        votes
    }

    /// Takes out the second date of each row whose dates are both in one year.
    fn once(mut self, rows: impl Iterator<Item = (Day, Day)>) -> Self {
        for (from, to) in rows.filter(|(from, to)| *from > Day::MIN && *to < Day::MAX) {
            let year = from.collection_year();
            if to.collection_year() == year
                && let Some(cells) = self.0.get_mut(&year)
            {
                *cells = cells.saturating_sub(1);
            }
        }
        self
    }

    /// Counts the dates of episodes. Dates of rows that were set aside do not count.
    pub(super) fn of_episodes(pieces: &[&[EpisodeRow]]) -> Self {
        let mut starts = DayCounts::default();
        for rows in pieces {
            starts.add_starts(rows);
        }
        Self::of(&starts).with(&Self::of_ends_after(&starts, pieces))
    }

    /// Counts only the ends of episodes. Ends that many rows share, in a year in which none began, were planned or stand for
    /// an end that is not known: each such day counts once.
    pub(super) fn of_ends(pieces: &[&[EpisodeRow]]) -> Self {
        let mut starts = DayCounts::default();
        for rows in pieces {
            starts.add_starts(rows);
        }
        Self::of_ends_after(&starts, pieces)
    }

    /// The ends of episodes that began on these days.
    fn of_ends_after(starts: &DayCounts, pieces: &[&[EpisodeRow]]) -> Self {
        let mut ends = DayCounts::default();
        for rows in pieces {
            ends.add_ends(rows);
        }
        let last = starts.iter().last().map(|(day, _)| day.collection_year());
        let mut votes = Self::of(&ends);
        let after = |year: &i32| last.is_none_or(|last| *year > last);
        for (year, cells) in votes.0.iter_mut().filter(|(year, _)| after(year)) {
            let days = ends.iter().filter(|(day, _)| *day > Day::MIN && day.collection_year() == *year).count() as u64;
            if are_shared(days, *cells, last.is_some_and(|last| *year > last + 1)) {
                *cells = days;
            }
        }
        votes
    }

    pub(super) fn of_missing(pieces: &[&[MissingRow]]) -> Self {
        let mut days = DayCounts::default();
        for rows in pieces {
            days.add_missing(rows);
        }
        let votes = Self::of(&days);
        if votes.0.len() < 2 {
            return votes;
        }
        let periods = pieces.iter().copied().flatten().filter_map(MissingRow::days);
        votes.once(periods.map(|(_, from, to)| (from, to)))
    }

    /// The votes of both.
    pub(super) fn with(mut self, others: &Self) -> Self {
        for (year, cells) in &others.0 {
            *self.0.entry(*year).or_default() += cells;
        }
        self
    }

    pub(super) fn cells(&self, year: i32) -> u64 {
        self.0.get(&year).copied().unwrap_or(0)
    }

    /// The latest year, up to `last`, that holds a date.
    pub(super) fn latest(&self, last: i32) -> Option<i32> {
        self.0.range(..=last).next_back().map(|(year, _)| *year)
    }

    pub(super) fn fullest(&self) -> u64 {
        self.0.values().copied().max().unwrap_or(0)
    }

    /// The latest year that holds more than one, and at least a twentieth as many as the fullest year: a typing
    /// error never moves a file. If no year holds more than one, it is the latest year that is not [far](FAR) from
    /// all others.
    pub(super) fn year(&self) -> Option<Voted> {
        let fullest = self.0.values().copied().max()?;
        if fullest > 1 {
            let (year, cells) = self.0.iter().rev().find(|(_, n)| **n > 1 && **n * 20 >= fullest)?;
            // Two cells may be one row, and a later year that holds only one may be the true one.
            let later = self.0.range(year + 1..=year + FAR).next().is_some();
            return Some(Voted { year: *year, certain: *cells > 2 && (!later || *cells > 9) });
        }
        let years: Vec<i32> = self.0.keys().rev().copied().collect();
        let near = |at: &usize| years.get(at + 1).is_none_or(|before| years[*at] - before <= FAR);
        let at = (0..years.len()).find(near)?;
        // An episode that began on the only date may last for years.
        Some(Voted { year: years[at], certain: false })
    }
}

/// Ends on so few days that each is shared by this many rows say nothing about when the file was made: far from all else they
/// need to be few, as episodes that end together in the next year are seldom many.
const SHARED_FAR: u64 = 5;
const SHARED_NEAR: u64 = 30;

/// Whether so many ends, on so many days, were planned or stand for ends that are not known.
fn are_shared(days: u64, ends: u64, are_far: bool) -> bool {
    days * if are_far { SHARED_FAR } else { SHARED_NEAR } <= ends
}

/// A single date this many years after all others is taken for a typing error.
const FAR: i32 = 8;

/// A file contradicts the year that it is given only with this many rows: so many are not typing errors.
pub(super) const ENOUGH: u64 = 5;

/// A period that misses its year by no more days may be a slip.
const SLIP: u16 = 7;

/// How many rows of a file can be in the return of a year, and how many cannot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Fit {
    pub(super) fits: u64,
    /// Over before the year began. Some exports hold everything that ever happened.
    early: u64,
    /// Begun, or ended, after the year: nobody can have known about it then.
    late: u64,
    /// Whether the rows are periods of being missing, which are short.
    are_short: bool,
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

    /// A return holds every episode that has a day in its year.
    pub(super) fn of_episodes<'r>(rows: impl Iterator<Item = &'r EpisodeRow>, year: i32) -> Self {
        let mut fit = Self::default();
        let Some(days) = Period::collection_year(year) else { return fit };
        // Ends after the year, of episodes that began in it or before.
        let mut ends: Vec<Day> = Vec::new();
        for (from, to) in rows.filter_map(EpisodeRow::days) {
            if from <= days.end() && to > days.end() && to < Day::MAX {
                ends.push(to);
            } else {
                fit.note(days, from, to);
            }
        }
        // An end that is given was known when the file was made, unless many rows share it.
        let all = ends.len() as u64;
        ends.sort_unstable();
        ends.dedup();
        let are_far = ends.first().is_some_and(|first| first.collection_year() > year + 1);
        let late = if are_shared(ends.len() as u64, all, are_far) { ends.len() as u64 } else { all };
        (fit.late, fit.fits) = (fit.late + late, fit.fits + all - late);
        fit
    }

    /// A return holds every period of being missing that has a day in its year.
    pub(super) fn of_missing<'r>(rows: impl Iterator<Item = &'r MissingRow>, year: i32) -> Self {
        let mut fit = Self { are_short: true, ..Self::default() };
        let Some(days) = Period::collection_year(year) else { return fit };
        for (_, from, to) in rows.filter_map(MissingRow::days) {
            fit.note(days, from, to);
        }
        fit
    }

    /// Whether all dates of Missing are of other years, and more than one slip explains: a single period that misses the year by
    /// a few days may be one.
    pub(super) fn is_elsewhere(rows: &[&[MissingRow]], year: i32) -> bool {
        let Some(year) = Period::collection_year(year) else { return false };
        let mut periods = rows.iter().copied().flatten().filter_map(MissingRow::days).peekable();
        let is_there = periods.peek().is_some();
        let misses = |from: Day, to: Day| {
            if to < year.start() { year.start().days_since(to) } else { from.days_since(year.end()) }
        };
        let (mut rows, mut far) = (0, false);
        for (_, from, to) in periods {
            if year.overlaps(from, to) {
                return false;
            }
            rows += 1;
            far |= misses(from, to) > SLIP;
        }
        is_there && (rows > 1 || far)
    }

    /// A return holds the children whose status had not ceased before its year.
    pub(super) fn of_uasc<'r>(rows: impl Iterator<Item = &'r UascRow>, year: i32) -> Self {
        let mut fit = Self::default();
        let Some(days) = Period::collection_year(year) else { return fit };
        for end in rows.filter_map(|row| row.duc.end()) {
            fit.note(days, days.start(), end);
        }
        fit
    }

    /// Whether the file cannot be of the year. Either too many rows for typing errors could not have been known then,
    /// or many rows were over and the year has hardly any dates of its own.
    ///
    /// Episodes of a year include those that lasted from before it and on after it, so that most rows of the next year's
    /// file fit too. Periods of being missing are short: most of them have to be late.
    pub(super) fn contradicts(self, votes: &Votes, year: i32) -> bool {
        let all = self.fits + self.early + self.late;
        let most = if self.are_short { self.late > self.fits } else { self.late * 10 > all };
        let is_late = self.late >= ENOUGH && most;
        // One date is a slip.
        let mostly = self.early > self.fits || votes.cells(year) < 2;
        let is_early = self.early >= ENOUGH && mostly && votes.cells(year) * 20 < votes.fullest();
        is_late || is_early
    }

    /// Whether most rows could not have been known in the year, and they are more than one slip.
    pub(super) fn is_mostly_late(self) -> bool {
        self.late > 1 && self.late > self.fits
    }

    /// Whether more rows than a slip explains could not have been known in the year, however few rows there are.
    pub(super) fn leans_later(self) -> bool {
        self.late > 1 && self.late * 10 > self.fits + self.early + self.late
    }

    /// Whether there are rows and none fits the year.
    pub(super) fn is_none(self) -> bool {
        self.fits == 0 && self.early + self.late > 0
    }

    /// Whether any row was over before the year.
    pub(super) fn has_early(self) -> bool {
        self.early > 0
    }

    /// Whether any row could not have been known in the year.
    pub(super) fn has_late(self) -> bool {
        self.late > 0
    }

    /// Whether more rows do not fit the year than one slip explains.
    pub(super) fn is_doubtful(self) -> bool {
        self.is_none() || self.late > 1 && self.late * 20 > self.fits
    }

    /// Whether most children ceased to be unaccompanied before the year, and they are more than one slip.
    pub(super) fn is_mostly_over(self) -> bool {
        self.early > 1 && self.early > self.fits
    }

    /// Whether more children ceased to be unaccompanied before the year than one slip explains.
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
        assert_eq!(voted(&[(2025, 1)]), Some((2025, false)));
        assert_eq!(voted(&[]), None);
    }
}
