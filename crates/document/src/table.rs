//! Tables: every figure of the results stands in one.

use missing_rates::report::is_formula;

use crate::wire::wire_struct;
use crate::{Block, Text};

/// A table. The first cell of a row is its heading.
#[derive(Clone, Debug)]
pub struct Table {
    /// Unlike that of any other table in the report.
    pub id: Text,
    pub caption: Text,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Whether a reader may sort it by a column and look for a row.
    pub sortable: bool,
}

#[derive(Clone, Debug)]
pub struct Column {
    pub name: Text,
    /// Numbers stand to the right, and are sorted by their key, largest first.
    pub numeric: bool,
    /// Whether a reader who looks for a row finds it by this too, not by its name alone.
    pub searched: bool,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// Stands out among the others: the reader's own, or a total.
    pub marked: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Cell {
    pub text: Text,
    /// What it is sorted by, if not its text.
    pub key: Option<f64>,
    /// A spreadsheet would run it as a formula, so that an apostrophe must go along when it is copied.
    pub guarded: bool,
    /// A quieter second line.
    pub about: Option<Text>,
    /// Controls, or more to read.
    pub blocks: Vec<Block>,
}

wire_struct!(Table { id, caption, columns, rows, sortable });
wire_struct!(Column { name, numeric, searched });
wire_struct!(Row { cells, marked });
wire_struct!(Cell { text, key, guarded, about, blocks });

impl Column {
    /// A column of words.
    pub fn words(name: impl Into<Text>) -> Self {
        Self { name: name.into(), numeric: false, searched: false }
    }

    /// A column of numbers.
    pub fn numbers(name: impl Into<Text>) -> Self {
        Self { name: name.into(), numeric: true, searched: false }
    }

    /// One by which rows are found.
    #[must_use]
    pub fn searched(self) -> Self {
        Self { searched: true, ..self }
    }
}

impl Cell {
    pub fn text(text: impl Into<Text>) -> Self {
        let text = text.into();
        Self { guarded: is_formula(&text), text, ..Self::default() }
    }

    /// A number as it is printed, and what it is sorted by.
    pub fn number(text: impl Into<Text>, key: impl Into<Option<f64>>) -> Self {
        Self { text: text.into(), key: key.into(), ..Self::default() }
    }
}

impl Row {
    pub fn new(cells: impl Into<Vec<Cell>>) -> Self {
        Self { cells: cells.into(), marked: false }
    }

    /// One that stands out if `marked`.
    #[must_use]
    pub fn marked(self, marked: bool) -> Self {
        Self { marked, ..self }
    }
}
