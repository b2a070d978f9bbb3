//! Keeps the modules of one return together: an Episodes file whose own dates leave its year open gets a year that
//! another module has.

use std::collections::BTreeSet;

use missing_rows::EpisodeRow;

use super::part::{Files, Part};
use super::votes::{Fit, Votes};
use crate::report::YearFrom;

/// So many dates in one year that the next is hardly without any.
const MANY: u64 = 10;

/// Gives the years of the other modules to Episodes files that were dated by their dates alone. Children who stay have
/// no date in a year, so the last date of a small return may lie years before it. An episode that ended in a year holds
/// the file to that year.
pub(super) fn keep(files: &mut Files<'_>) {
    let years = years_of_others(files);
    let Some(last) = years.last().copied() else { return };
    let parts = &mut files.episodes;
    let (mut taken, mut loose) = (BTreeSet::new(), Vec::new());
    for (at, part) in parts.iter().enumerate() {
        match part.dated {
            Some(dated) if dated.from == YearFrom::Dates && !ended_in(part, dated.year) => {
                loose.push((latest_date(part, last), at));
            }
            Some(dated) => {
                taken.insert(dated.year);
            }
            None => {}
        }
    }
    loose.sort_unstable();
    // The dates of a file are believed where another module is of that year too and no other Episodes are.
    loose.retain(|(_, at)| {
        let year = parts[*at].year().filter(|year| years.contains(year));
        !year.is_some_and(|year| taken.insert(year))
    });
    let free: Vec<i32> = years.difference(&taken).copied().collect();
    if loose.len() < free.len() {
        return give_to_one(parts, &loose, &free);
    }
    // The files with later dates, then with later names, get the later years.
    let (rest, given) = loose.split_at(loose.len() - free.len());
    let fits = given.iter().zip(&free).all(|((_, at), year)| can_be(&parts[*at], *year));
    let by_names = loose.windows(2).any(|pair| pair[0].0 == pair[1].0);
    for ((_, at), year) in given.iter().zip(&free).filter(|_| fits) {
        parts[*at].set(*year, if by_names { YearFrom::Names } else { YearFrom::OtherModules }, false);
    }
    let left = if fits { rest } else { &loose };
    for (_, at) in left {
        doubt(&mut parts[*at]);
    }
}

/// There are fewer files than years: each file gets the one year that it fits. If it fits several, a person has to say.
fn give_to_one(parts: &mut [Part<'_, EpisodeRow>], loose: &[(i32, usize)], free: &[i32]) {
    let mut given = BTreeSet::new();
    for (latest, at) in loose {
        let part = &mut parts[*at];
        let possible = free.iter().filter(|year| **year >= *latest && !given.contains(*year) && can_be(part, **year));
        match possible.copied().collect::<Vec<_>>().as_slice() {
            [] => doubt(part),
            [year] => {
                given.insert(*year);
                part.set(*year, YearFrom::OtherModules, false);
            }
            _ => (part.dated, part.ask) = (None, true),
        }
    }
}

/// The years that another module has, by its name, by what a person says, or by its dates.
pub(super) fn years_of_others(files: &Files<'_>) -> BTreeSet<i32> {
    let missing = files
        .missing
        .iter()
        .filter_map(|part| part.year().or_else(|| Votes::of_missing(&part.pieces).year().map(|voted| voted.year)));
    let header = files.header.iter().filter_map(Part::year);
    missing.chain(header).chain(files.uasc.iter().filter_map(Part::year)).collect()
}

/// Whether a file is of a year at the earliest and at the latest: an episode ended in it, or so many dates are in it that
/// next year's file would hardly be without one of its own year.
pub(super) fn is_held(part: &Part<'_, EpisodeRow>, votes: &Votes, year: i32) -> bool {
    ended_in(part, year) || votes.cells(year) >= MANY
}

/// Whether an episode of a file ended in a year.
fn ended_in(part: &Part<'_, EpisodeRow>, year: i32) -> bool {
    Votes::of_ends(&part.pieces).cells(year) > 0
}

/// The latest year in which a file has a date, up to `last`. A later date is a typing error.
fn latest_date(part: &Part<'_, EpisodeRow>, last: i32) -> i32 {
    Votes::of_episodes(&part.pieces).latest(last).unwrap_or(last)
}

/// Whether hardly any episode was over before the year, and none began after it.
pub(super) fn can_be(part: &Part<'_, EpisodeRow>, year: i32) -> bool {
    let fit = Fit::of_episodes(part.rows(), year);
    fit.fits > 0 && !fit.is_over() && !fit.is_doubtful()
}

fn doubt(part: &mut Part<'_, EpisodeRow>) {
    if let Some(dated) = &mut part.dated {
        dated.certain = false;
    }
}
