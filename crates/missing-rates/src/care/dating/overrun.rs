//! Returns that were exported after the year that they are of, and not cut at its end.

use missing_rows::{Day, EpisodeRow, MissingRow};

use super::named::Named;
use super::part::{Files, Part};
use super::votes::{ENOUGH, Votes};
use crate::period::Period;

/// A return is sent in the months after its year, seldom later than this many days.
const HALF: u16 = 183;

/// What is over lies in so many of the twelve months of a year that holds all of them.
const MONTHS: u32 = 10;

/// The rows of a module that were over in a year, and those that are of the months after it. The return of the next year has
/// nothing that was over before it, whenever it was exported; the return of the year has all of it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Overrun {
    /// Over before the year.
    early: u64,
    /// Over in the year.
    over: u64,
    /// Begun in the year.
    begun: u64,
    /// Begun in the half year after it.
    after: u64,
    /// Of later days than that. An end that many rows share counts once.
    far: u64,
    /// The months in which something was over, a bit each.
    months: u32,
}

impl Overrun {
    fn of(rows: impl Iterator<Item = (Day, Day)>, year: i32) -> Self {
        let mut overrun = Self::default();
        let Some(days) = Period::collection_year(year) else { return overrun };
        let is_far = |day: Day| day > days.end() && day < Day::MAX && day.days_since(days.end()) > HALF;
        let mut far_ends: Vec<Day> = Vec::new();
        for (from, to) in rows {
            if to < days.start() {
                overrun.early += 1;
            } else if to <= days.end() {
                overrun.over += 1;
                overrun.months |= 1 << (days.end().days_since(to) / 31);
            }
            if is_far(from) {
                overrun.far += 1;
            } else if from > days.end() {
                overrun.after += 1;
            } else if from >= days.start() {
                overrun.begun += 1;
            }
            far_ends.extend(Some(to).filter(|to| is_far(*to) && !is_far(from)));
        }
        far_ends.sort_unstable();
        far_ends.dedup();
        overrun.far += far_ends.len() as u64;
        overrun
    }

    fn of_episodes(part: &Part<'_, EpisodeRow>, year: i32) -> Self {
        Self::of(part.rows().filter_map(EpisodeRow::days), year)
    }

    pub(super) fn of_missing(part: &Part<'_, MissingRow>, year: i32) -> Self {
        Self::of(part.rows().filter_map(MissingRow::days).map(|(_, from, to)| (from, to)), year)
    }

    /// Whether no more rows than slips explain are of later days than those on which the return of the year is sent.
    fn is_near(self) -> bool {
        self.far < 2 || self.far * 20 <= self.over + self.begun
    }

    /// Whether the module is of the year, however many rows are of the months after it.
    pub(super) fn holds(self) -> bool {
        self.is_near() && self.over > 1 && self.over > self.after
    }

    /// Whether the module is of the year if another module of its return is: nothing was over in either year.
    fn is_silent(self) -> bool {
        self.is_near() && self.early + self.over == 0 && self.begun > self.after
    }

    /// Whether the few rows after the year may be slips, beside what was over in it.
    pub(super) fn may_be_slips(self) -> bool {
        self.far == 0 && self.over > 0 && self.after < ENOUGH && self.after <= self.over * 2
    }
}

/// Whether Episodes are of a year though rows of them are of the months after it. Where no episode ended, Missing of the same
/// return tells, if it goes on after the year as well.
pub(super) fn episodes_hold(part: &Part<'_, EpisodeRow>, missing: &[Part<'_, MissingRow>], year: i32) -> bool {
    let own = Overrun::of_episodes(part, year);
    let is_with = |other: &&Part<'_, MissingRow>| {
        other.clue.named == part.clue.named || matches!(other.clue.named, Named::Nothing)
    };
    let goes_on = |other: &Part<'_, MissingRow>| {
        let other = Overrun::of_missing(other, year);
        other.holds() && other.after > 0
    };
    own.holds() || own.is_silent() && missing.iter().filter(is_with).any(goes_on)
}

/// What the year of a return is, of which the dates go on into another year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// The later year: nothing was over before it.
    Later,
    /// The later year, but the one before is as well in the return.
    LaterPerhaps,
    /// The year before, all of which is in the return, and of the later one only some months.
    Before,
    /// Either.
    Unknown,
}

/// Which year a single return is of whose dates speak for the `later` one, where nobody says.
pub(super) fn meant(files: &Files<'_>, later: i32) -> Meant {
    let year = later - 1;
    let missing = files.missing.first().map(|part| Overrun::of_missing(part, year));
    let Some(part) = files.episodes.first() else {
        return missing.filter(|missing| missing.holds() && missing.after > 0).map_or(Meant::Later, Overrun::meant);
    };
    let own = Overrun::of_episodes(part, year);
    let of_missing = missing.unwrap_or_default();
    if episodes_hold(part, &files.missing, year) {
        // Nothing of the later year is there but slips, or Missing is of the later year alone.
        if of_missing.after > 0 && !of_missing.holds() && !of_missing.may_be_slips() {
            return Meant::LaterPerhaps;
        }
        return own.with(of_missing).meant();
    }
    let has_later = Votes::of_episodes(&part.pieces).cells(later) > 0;
    let is_split = of_missing.may_be_slips() && of_missing.after > 0 && !has_later && own.begun > 1;
    if is_split { Meant::Unknown } else { Meant::Later }
}

impl Overrun {
    fn with(self, other: Self) -> Self {
        Self {
            early: self.early + other.early,
            over: self.over + other.over,
            begun: self.begun + other.begun,
            after: self.after + other.after,
            far: self.far + other.far,
            months: self.months | other.months,
        }
    }

    fn meant(self) -> Meant {
        // An export of everything that ever happened is one of the latest year too.
        if self.early * 2 > self.over {
            Meant::LaterPerhaps
        } else if self.months.count_ones() >= MONTHS {
            Meant::Before
        } else {
            Meant::Unknown
        }
    }
}
