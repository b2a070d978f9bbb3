//! Which collection year each file of a return is of.
//!
//! In this order: what a person says of the file; a year in its name; the year that is asked for, where there is one
//! return; the dates in it and in the other modules; the children that it shares with each year's Episodes; and, where two
//! files can be told apart by nothing else, their names: the earlier name is the earlier year. A name, or the year asked
//! for, is not believed where the dates of a file cannot be of that year. A single date never moves a file. What rests on
//! little is marked as not certain; what nothing tells is asked.

mod by_children;
mod named;
mod one_return;
mod part;
mod several;
mod votes;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use named::Named;
use part::Files;

use super::table::Source;
use crate::report::YearFrom;

/// The year of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    pub(crate) year: i32,
    pub(crate) from: YearFrom,
    /// Whether nothing speaks against it.
    pub(crate) certain: bool,
}

/// What is known of a file beside its rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clue {
    /// The year that a person says.
    pub(crate) said: Option<i32>,
    pub(crate) named: Named,
    /// Whether another file has the same bytes.
    pub(crate) twin: bool,
}

#[cfg(test)]
impl Clue {
    /// Of a file of which nothing more is known.
    pub(crate) const NONE: Self = Self { said: None, named: Named::Nothing, twin: false };
}

/// The years of files, by their index; and the files of which a person has to say it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Years {
    pub(crate) of: BTreeMap<usize, Dated>,
    pub(crate) to_ask: BTreeSet<usize>,
}

#[cfg(test)]
impl Years {
    /// Files whose years a person has said.
    pub(crate) fn said(files: impl IntoIterator<Item = (usize, i32)>) -> Self {
        let dated = |year| Dated { year, from: YearFrom::Person, certain: true };
        Self { of: files.into_iter().map(|(file, year)| (file, dated(year))).collect(), ..Self::default() }
    }
}

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
