//! Binary workbooks as their specifications have them, made record by record: no library that is kept writes them.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::cast_possible_truncation)]

use super::{Typed, typed};

/// A cell to write.
#[derive(Clone, Debug)]
pub(crate) enum Cell {
    Blank,
    /// A number, and which of [`FORMATS`] shows it.
    Number(f64, u16),
    Words(String),
    /// Words, and from where on they are raised.
    Raised(&'static str, u16),
    Truth(bool),
    Error(u8),
    /// What a formula came to.
    Formula(f64),
    WordsOfFormula(&'static str),
    ErrorOfFormula(u8),
    /// A formula that nobody has calculated.
    Uncalculated,
}

/// The formats of styles, by their place: general, and so on.
pub(crate) const FORMATS: [&str; 6] = ["General", "0.0%", "dd/mm/yyyy", "\"<\"0", "0000", "yyyy"];

/// A sheet to write.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    pub(crate) rows: Vec<Vec<Cell>>,
    pub(crate) hidden_rows: Vec<u32>,
    pub(crate) hidden_columns: Vec<u32>,
    /// First and last row, first and last column.
    pub(crate) merged: Vec<[u32; 4]>,
    pub(crate) notes: Vec<(u32, u32, &'static str)>,
    /// Headers and footers of printed pages by the kind of their record, and objects with a text by what they are. For `.xls` alone.
    pub(crate) printed: Vec<(u16, &'static str)>,
    pub(crate) objects: Vec<(u16, &'static str)>,
}

impl Sheet {
    /// Words and numbers as a person who types them has them.
    pub(crate) fn typed(name: &str, rows: &[Vec<String>]) -> Self {
        let cell = |cell: &String| match typed(cell) {
            Typed::Number(number) => Cell::Number(number, 0),
            Typed::Percent(share) => Cell::Number(share, 1),
            Typed::Words(words) if words.is_empty() => Cell::Blank,
            Typed::Words(words) => Cell::Words(words),
        };
        let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
        Self { name: name.to_owned(), rows, ..Self::default() }
    }
}

pub(crate) fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

pub(crate) fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}
