//! Episodes that end with the year before the one in their name: last year's file, under this year's name.

use std::collections::BTreeSet;

use missing_rows::{EpisodeRow, MissingRow};

use super::part::{Files, Part};
use crate::period::{Day, Period};
use crate::report::YearFrom;

/// A file is doubted if so many dates would fall as they do in fewer cases than this.
const RARE: f64 = 1e-3;

/// The days that are looked at before the last date of a file.
const YEAR: u16 = 365;

/// For each date in a year so many before it are no reason to doubt the file.
const STRAY: usize = 20;

/// Leaves to a person the Episodes files without a date in their year that have many in the twelve months up to their last one:
/// `k` of these would all lie before the year with a chance of `(365 / (365 + d))ᵏ`, where the return goes on for `d` days.
pub(super) fn doubt(files: &mut Files<'_>) {
    for part in &mut files.episodes {
        let Some(dated) = part.dated.filter(|dated| dated.from != YearFrom::Person) else { continue };
        let Some(days) = Period::collection_year(dated.year) else { continue };
        if is_stale(part, days, goes_on_to(&files.missing, days)) {
            part.leave();
        }
    }
}

/// The last day on which Missing of a year says that a period began; without Missing, that of the year.
fn goes_on_to(missing: &[Part<'_, MissingRow>], days: Period) -> Day {
    let of_year = missing.iter().filter(|part| part.year() == days.as_collection_year());
    let starts = of_year.flat_map(Part::rows).filter_map(MissingRow::days).map(|(_, from, _)| from);
    starts.filter(|from| days.overlaps(*from, *from)).max().unwrap_or(days.end())
}

fn is_stale(part: &Part<'_, EpisodeRow>, days: Period, to: Day) -> bool {
    let dates = |row: &EpisodeRow| [row.decom.day(), row.dec.day()].into_iter().flatten();
    let (mut earlier, mut here) = (BTreeSet::new(), BTreeSet::new());
    for day in part.rows().filter(|row| row.days().is_some()).flat_map(dates) {
        if day < days.start() {
            earlier.insert(day);
        } else if here.insert(day) && here.len() * STRAY > usize::from(YEAR) {
            // More than any year before it could weigh up.
            return false;
        }
    }
    let Some(last) = earlier.last().copied() else { return false };
    let before = earlier.iter().filter(|day| last.days_since(**day) < YEAR).count();
    let share = f64::from(YEAR) / f64::from(YEAR + to.days_since(days.start()) + 1);
    here.len() * STRAY <= before && (0..before).map(|_| share).product::<f64>() < RARE
}
