//! What a workbook to keep holds, before it is written: tables of words and numbers, and what is to be read beside them.

use serde::{Deserialize, Serialize};

/// A workbook to keep.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Written {
    /// What it is, in a few words. It is the document's title.
    pub title: String,
    /// The language of its words, as `en-GB`.
    pub language: String,
    /// What calculated it.
    pub author: String,
    /// The heading of the contents on the cover, and what the cover says above them, a line each.
    pub contents: String,
    /// Lines of the cover. Without any there is no cover: a table to fill in is all that comes back.
    pub cover: Vec<String>,
    /// Its sheets, after the cover.
    pub sheets: Vec<Table>,
}

/// A sheet with one table from its first cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The name of the sheet, of 31 characters at most.
    pub name: String,
    /// What it holds, in one sentence.
    pub about: String,
    /// The columns, each with a heading of its own.
    pub columns: Vec<Column>,
    /// The rows, with a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Whether its cells are numbers: what is one is written as one, and a symbol in the place of one as it is.
    pub numbers: bool,
    /// Whether its cells are days: what is one, as dd/mm/yyyy or yyyy-mm-dd, is written as one, and other text as it is.
    pub days: bool,
}

impl Column {
    /// A column of words. What looks like a number is an identifier.
    pub fn words(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), ..Self::default() }
    }

    /// A column of numbers.
    pub fn numbers(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), numbers: true, days: false }
    }

    /// A column of days.
    pub fn days(heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), numbers: false, days: true }
    }
}
