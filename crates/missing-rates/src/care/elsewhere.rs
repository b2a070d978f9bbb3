//! Files of a year without a date in it: another year's file under this year's name. A row that is carried over from before says
//! nothing of who went missing in the year, and neither does a file that holds no other.

use missing_rows::{Day, EpisodeRow, MissingRow, UascRow};

use super::says_nothing::SaysNothing;
use crate::period::Period;

/// A single period that misses its year by no more days may be a slip.
const SLIP: u16 = 7;
/// Of so many children at least one goes missing in a year, but for 2 of 100 returns: one in nine does.
const SOME_GO_MISSING: usize = 35;
/// With fewer rows, a status that ceased before the year is a slip.
const SEVERAL: usize = 2;

/// Which modules of a year have rows, but no date of Missing is in the year, no row of Episodes, or no status of UASC.
pub(super) fn elsewhere(
    year: Period,
    (episodes, missing, uasc): (&[EpisodeRow], &[MissingRow], &[UascRow]),
) -> SaysNothing {
    let ceased_before = |row: &UascRow| row.duc.end().is_some_and(|day| day < year.start());
    let is_of_year = |row: &EpisodeRow| row.days().is_some_and(|(from, to)| year.overlaps(from, to));
    let children = || episodes.chunk_by(|a, b| a.child == b.child).filter(|rows| rows.iter().any(is_of_year)).count();
    SaysNothing {
        episodes: episodes.iter().any(|row| row.days().is_some()) && !episodes.iter().any(is_of_year),
        missing: match dates_of(year, missing) {
            Dates::InYear => false,
            Dates::Before => children() >= SOME_GO_MISSING,
            Dates::Elsewhere => true,
        },
        uasc: uasc.len() >= SEVERAL && uasc.iter().all(ceased_before),
    }
}

/// Whether all rows of Missing are about children who were missing when the year began, and still when it ended.
pub(super) fn is_carried_over(year: Period, missing: &[MissingRow]) -> bool {
    dates_of(year, missing) == Dates::Before
}

/// Where the dates of Missing are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dates {
    /// One is in the year, there is none, or one slip.
    InYear,
    /// Each period goes on over the whole year.
    Before,
    /// Some are over before it, or begin after it.
    Elsewhere,
}

fn dates_of(year: Period, missing: &[MissingRow]) -> Dates {
    let is_in = |day: Day| year.overlaps(day, day);
    let periods = || missing.iter().filter_map(MissingRow::days).map(|(_, from, to)| (from, to));
    let Some((from, to)) = periods().next() else { return Dates::InYear };
    let misses = if to < year.start() { year.start().days_since(to) } else { from.days_since(year.end()) };
    let is_slip = periods().nth(1).is_none() && !year.overlaps(from, to) && misses <= SLIP;
    if is_slip || periods().any(|(from, to)| is_in(from) || is_in(to)) {
        Dates::InYear
    } else if periods().all(|(from, to)| year.overlaps(from, to)) {
        Dates::Before
    } else {
        Dates::Elsewhere
    }
}
