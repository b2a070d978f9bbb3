//! The texts of cells that could not be read as dates or codes.

use crate::Column;

/// The highest number of such cells that are kept for one file.
pub const MOST_UNREAD: usize = 100_000;
/// The highest number of bytes that are kept of one text: sixty characters.
const LONGEST: usize = 240;

/// The texts of a file's cells that are not a date, or not one of the codes: the first [`MOST_UNREAD`] of them.
#[derive(Clone, Debug, Default)]
pub struct Unread {
    /// In the order of the rows.
    cells: Vec<(u32, Column, Box<[u8]>)>,
}

impl Unread {
    #[cold]
    pub(crate) fn note(&mut self, row: u32, column: Column, cell: &[u8]) {
        if self.cells.len() < MOST_UNREAD {
            let mut text = &cell[..cell.len().min(LONGEST)];
            // Do not keep half a character.
            if let Err(error) = str::from_utf8(text)
                && text.len() < cell.len()
                && error.error_len().is_none()
            {
                text = &text[..error.valid_up_to()];
            }
            self.cells.push((row, column, text.into()));
        }
    }

    /// The bytes of a cell, shortened; `None` if it could be read, or came after those that are kept.
    pub fn get(&self, row: u32, column: Column) -> Option<&[u8]> {
        let from = self.cells.partition_point(|(other, ..)| *other < row);
        let of_row = self.cells.get(from..)?.iter().take_while(|(other, ..)| *other == row);
        of_row.filter(|(_, other, _)| *other == column).map(|(.., text)| &**text).next()
    }

    /// The first row with such a cell of a column of which this holds.
    pub fn first_row(&self, column: Column, is: impl Fn(&[u8]) -> bool) -> Option<u32> {
        self.cells.iter().find(|(_, other, text)| *other == column && is(text)).map(|(row, ..)| *row)
    }

    /// The bytes of all such cells of a column.
    pub fn of(&self, column: Column) -> impl Iterator<Item = &[u8]> {
        self.cells.iter().filter(move |(_, other, _)| *other == column).map(|(.., text)| &**text)
    }
}
