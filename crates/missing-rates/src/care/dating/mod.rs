//! Which collection year each file of a return is of.
//!
//! In this order: what a person says of the file; a year in its name; the year that is asked for, where there is one
//! return; the dates in it and in the other modules; the children that it shares with each year's Episodes; and, where two
//! files can be told apart by nothing else, their names: the earlier name is the earlier year. A name, or the year asked
//! for, is not believed where the dates of a file cannot be of that year. A single date never moves a file. What is based on
//! little is marked as not certain; what nothing tells is asked.

mod by_children;
mod clue;
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
/// Files go by their index in the report, which is the order of their names.
pub(crate) fn date(sources: &[Source<'_>], clue: &dyn Fn(usize) -> Clue, asked: Option<i32>) -> Years {
    let mut files = Files::of(sources, clue);
    let bare_begins = files.bare_names_begin(asked);
    files.believe(bare_begins);
    if files.is_one_return(bare_begins) {
        one_return::date(&mut files, asked);
    } else {
        several::date(&mut files);
    }
    files.years()
}

#[cfg(test)]
mod tests;
