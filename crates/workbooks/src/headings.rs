//! Whether another table begins below a table of the same sheet. Below its header row, the headings above say nothing any more.
//!
//! A row begins one if it holds no number, where numbers were above it, and
//! - repeats a heading in its column, and is not the whole header row again;
//! - or is the whole header row again, below a title;
//! - or is below a gap, says something else in each cell, and shares words with two headings.

use std::collections::BTreeSet;
use std::ops::Range;

/// How many letters a word has that says what a column is about.
const WORD: usize = 4;

/// What is between a row and the last row of several cells above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    None,
    /// Rows without cells.
    Blank,
    /// Among them one with a single cell.
    Title,
}

/// The header row of a sheet by now, and the row that arrives.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    /// The headings, by their columns, as text. Empty until there is a header row.
    header: Vec<(u32, Vec<u8>)>,
    /// There were numbers below it.
    numbers: bool,
    /// There were numbers before any header row, so what seems to be one may be answers in words.
    unclear: bool,
    /// Where the cells of the row that arrives are in the text.
    row: Vec<(u32, Range<usize>)>,
}

impl Headings {
    /// A cell of the row that arrives, by its column and its place in the text.
    pub(crate) fn cell(&mut self, column: u32, from: usize, to: usize) {
        self.row.push((column, from..to));
    }

    /// The row that arrived ends, below a gap. Gives back whether another table begins with it.
    pub(crate) fn end_row(&mut self, text: &[u8], gap: Gap) -> bool {
        let mut row = std::mem::take(&mut self.row);
        let begins = row.len() > 1 && self.take(&row, text, gap);
        row.clear();
        self.row = row;
        begins
    }

    fn take(&mut self, row: &[(u32, Range<usize>)], text: &[u8], gap: Gap) -> bool {
        let cells = || row.iter().map(|(column, at)| (*column, text.get(at.clone()).unwrap_or_default()));
        let has_number = cells().any(|(_, cell)| is_number(cell));
        if self.header.is_empty() {
            self.unclear |= has_number;
            if !self.unclear && cells().any(|(_, cell)| cell.iter().any(u8::is_ascii_alphabetic)) {
                self.begin(row, text);
            }
            return false;
        }
        if has_number || !self.numbers {
            self.numbers |= has_number;
            return false;
        }
        let heads = |(column, cell): (u32, &[u8])| {
            let at = self.header.binary_search_by_key(&column, |(column, _)| *column).ok();
            let heading = at.and_then(|at| self.header.get(at));
            heading.is_some_and(|(_, heading)| cell.iter().any(u8::is_ascii_alphabetic) && is_same(heading, cell))
        };
        let again = || cells().map(|(_, cell)| cell).eq(self.header.iter().map(|(_, heading)| heading.as_slice()));
        let begins = match (again(), gap) {
            (again, Gap::Title) if again => true,
            (again, _) if again => false,
            (_, gap) => {
                cells().any(heads)
                    || gap != Gap::None && self.is_like(&cells().map(|(_, cell)| cell).collect::<Vec<_>>())
            }
        };
        if begins {
            self.begin(row, text);
        }
        begins
    }

    /// Whether cells are headings as those of the header row: none is there twice, and two share a word with it.
    fn is_like(&self, cells: &[&[u8]]) -> bool {
        let known: BTreeSet<Vec<u8>> = self.header.iter().flat_map(|(_, heading)| words(heading)).collect();
        let shares = |cell: &&&[u8]| words(cell).any(|word| known.contains(&word));
        cells.iter().filter(shares).count() > 1 && cells.iter().collect::<BTreeSet<_>>().len() == cells.len()
    }

    fn begin(&mut self, row: &[(u32, Range<usize>)], text: &[u8]) {
        let cell = |(column, at): &(u32, Range<usize>)| (*column, text.get(at.clone()).unwrap_or_default().to_vec());
        (self.header, self.numbers) = (row.iter().map(cell).collect(), false);
    }
}

/// Whether it is a number other than a year, or a range of numbers.
fn is_number(cell: &[u8]) -> bool {
    let is_year = cell.len() == 4 && (cell.starts_with(b"19") || cell.starts_with(b"20"));
    cell.first().is_some_and(|first| first.is_ascii_digit() || matches!(first, b'<' | b'-' | b'"'))
        && !is_year
        && cell.iter().any(u8::is_ascii_digit)
}

/// The words of a cell, in small letters.
fn words(cell: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let words = cell.split(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric());
    words.filter(|word| word.len() >= WORD).map(<[u8]>::to_ascii_lowercase)
}

fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.trim_ascii().eq_ignore_ascii_case(other.trim_ascii())
}
