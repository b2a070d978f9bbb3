//! What is known about a file apart from its rows, and the year that it turns out to have.

use std::collections::{BTreeMap, BTreeSet};

use super::named::Named;
use crate::report::YearFrom;

/// The year of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    pub(crate) year: i32,
    pub(crate) from: YearFrom,
    /// Whether nothing contradicts it.
    pub(crate) certain: bool,
}

/// What is known about a file apart from its rows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clue {
    /// The year that a person says.
    pub(crate) said: Option<i32>,
    pub(crate) named: Named,
    /// Whether another file has the same bytes.
    pub(crate) twin: bool,
    /// The first of the files that were taken out of the same workbook or XML file as this one.
    pub(crate) taken_with: Option<usize>,
}

#[cfg(test)]
impl Clue {
    /// The clue where nothing more is known about a file.
    pub(crate) const NONE: Self = Self { said: None, named: Named::Nothing, twin: false, taken_with: None };
}

/// The years of files, by index, and the files whose year a person has to say.
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
