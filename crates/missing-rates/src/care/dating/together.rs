//! Modules of one return stay together: an Episodes file whose own dates leave its year open goes to a year of which there
//! is another module.

use std::collections::BTreeSet;

use missing_rows::EpisodeRow;

use super::part::{Files, Part};
use super::votes::{Fit, Votes};
use crate::report::YearFrom;

/// Gives Episodes files that their dates alone have dated the years of the other modules. Children who stay have no date in
/// a year, so that the last date of a small return may lie years before it; an episode that ended in a year holds the file
/// to it.
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
    // What its dates say holds where another module is of that year too, and no other Episodes.
    loose.retain(|(_, at)| {
        let year = parts[*at].year().filter(|year| years.contains(year));
        !year.is_some_and(|year| taken.insert(year))
    });
    let free: Vec<i32> = years.difference(&taken).copied().collect();
    if loose.len() < free.len() {
        return give_to_one(parts, &loose, &free);
    }
    // The later files, by their dates and then by their names, to the later years.
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

/// Of fewer files than years each goes to the one year that it can be of; where there are several, a person has to say.
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

/// The years of which there is another module, by its name, by what a person says, or by its dates.
fn years_of_others(files: &Files<'_>) -> BTreeSet<i32> {
    let missing = files
        .missing
        .iter()
        .filter_map(|part| part.year().or_else(|| Votes::of_missing(part.rows()).year().map(|voted| voted.year)));
    let header = files.header.iter().filter_map(Part::year);
    missing.chain(header).chain(files.uasc.iter().filter_map(Part::year)).collect()
}

/// Whether an episode of a file ended in a year.
fn ended_in(part: &Part<'_, EpisodeRow>, year: i32) -> bool {
    Votes::of_ends(part.rows()).cells(year) > 0
}

/// The latest year of a date of a file, if that is not after `last`: what is later is a typing error.
fn latest_date(part: &Part<'_, EpisodeRow>, last: i32) -> i32 {
    Votes::of_episodes(part.rows()).latest(last).unwrap_or(last)
}

/// Whether hardly an episode was over before a year, and none is later.
fn can_be(part: &Part<'_, EpisodeRow>, year: i32) -> bool {
    let fit = Fit::of_episodes(part.rows(), year);
    fit.fits > 0 && !fit.is_over() && !fit.is_doubtful()
}

fn doubt(part: &mut Part<'_, EpisodeRow>) {
    if let Some(dated) = &mut part.dated {
        dated.certain = false;
    }
}
