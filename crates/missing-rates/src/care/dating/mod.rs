//! Finds the collection year of each file of a return.
//!
//! The sources of a year, in this order: what a person says about the file; a year in its name; the year that is asked
//! for, where there is one return; the dates in the file and in the other modules; the children that it shares with
//! each year's Episodes; and, where nothing else tells two files apart, their names: the earlier name gets the earlier
//! year. A name, or the year asked for, is not believed where the dates of a file contradict that year. A single date
//! never moves a file. A year that is based on little evidence is marked as not certain. Where there is no evidence, or
//! it speaks for a year whose other modules are not given, a person is asked; so where Episodes have no date in their year and
//! many in the one before, and where nothing in a file is of the year of the
//! other modules, unless that year is asked for. The modules of one return stay together, or
//! a person is asked. What was taken out of one document is of one return.

mod believed;
mod by_children;
mod by_document;
mod clue;
mod listed;
mod named;
mod one_return;
mod overrun;
mod part;
mod several;
mod stale;
mod together;
mod votes;

pub(crate) use clue::{Clue, Dated, Years};
pub(crate) use named::Named;
use part::Files;

use super::table::Source;
use votes::{Fit, Votes};

/// Gives files their years. `asked` is the collection year that a person asks for.
///
/// Files are identified by their index in the report, which is the order of their names.
pub(crate) fn date(sources: &[Source<'_>], clue: &dyn Fn(usize) -> Clue, asked: Option<i32>) -> Years {
    let mut files = Files::of(sources, clue);
    let (bare_begins, by_rows) = files.bare_names_begin(asked);
    files.believe(bare_begins, by_rows, asked);
    if files.is_one_return(bare_begins) {
        one_return::date(&mut files, asked);
    } else {
        several::date(&mut files);
    }
    believed::doubt_strangers(&mut files);
    stale::doubt(&mut files);
    files.years()
}

/// Whether nothing in a file of Episodes or Missing speaks against a year, given the year that was found for it.
pub(crate) fn may_be(sources: &[Source<'_>], file: usize, year: i32, found: Option<Dated>) -> bool {
    let files = Files::of(sources, &|_| Clue { said: None, named: Named::Nothing, twin: false, taken_with: None });
    let sure = found.is_some_and(|found| found.certain);
    let mut episodes = files.episodes.iter().filter(|part| part.file == file);
    let mut missing = files.missing.iter().filter(|part| part.file == file);
    let fits = |fit: Fit, votes: &Votes| {
        let speaks_against = fit.has_late() || fit.contradicts(votes, year) || sure && fit.has_early();
        fit.fits > 0 && !speaks_against
    };
    episodes.all(|part| fits(Fit::of_episodes(part.rows(), year), &Votes::of_episodes(&part.pieces)))
        && missing.all(|part| fits(Fit::of_missing(part.rows(), year), &Votes::of_missing(&part.pieces)))
}

#[cfg(test)]
mod tests;
