//! Finds the collection year of each file of a return.
//!
//! The sources of a year, in this order: what a person says about the file; a year in its name; the year that is asked
//! for, where there is one return; the dates in the file and in the other modules; the children that it shares with
//! each year's Episodes; and, where nothing else tells two files apart, their names: the earlier name gets the earlier
//! year. A name, or the year asked for, is not believed where the dates of a file contradict that year. A single date
//! never moves a file. A year that is based on little evidence is marked as not certain. Where there is no evidence, or
//! it speaks for a year whose other modules are not given, a person is asked. The modules of one return stay together, or
//! a person is asked.

mod believed;
mod by_children;
mod clue;
mod listed;
mod named;
mod one_return;
mod part;
mod several;
mod together;
mod votes;

pub(crate) use clue::{Clue, Years};
pub(crate) use named::Named;
use part::Files;

use super::table::Source;

/// Gives files their years. `asked` is the collection year that a person asks for.
///
/// Files are identified by their index in the report, which is the order of their names.
pub(crate) fn date(sources: &[Source<'_>], clue: &dyn Fn(usize) -> Clue, asked: Option<i32>) -> Years {
    let mut files = Files::of(sources, clue);
    let (bare_begins, by_rows) = files.bare_names_begin(asked);
    files.believe(bare_begins, by_rows);
    if files.is_one_return(bare_begins) {
        one_return::date(&mut files, asked);
    } else {
        several::date(&mut files);
    }
    files.years()
}

#[cfg(test)]
mod tests;
