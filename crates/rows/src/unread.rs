//! What was in cells that could not be read as what they should be.

use crate::Column;

/// The most of such cells that are kept of one file.
pub const MOST_UNREAD: usize = 100_000;
/// The most bytes that are kept of one: sixty characters.
const LONGEST: usize = 240;

/// The texts of a file's cells that are no date, or none of the codes: the first [`MOST_UNREAD`] of them.
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
            // Not half a character.
            if let Err(error) = str::from_utf8(text)
                && text.len() < cell.len()
                && error.error_len().is_none()
            {
                text = &text[..error.valid_up_to()];
            }
            self.cells.push((row, column, text.into()));
        }
    }

    /// The bytes of a cell, shortened; `None` if it could be read, or was beyond what is kept.
    pub fn get(&self, row: u32, column: Column) -> Option<&[u8]> {
        let from = self.cells.partition_point(|(other, ..)| *other < row);
        let of_row = self.cells.get(from..)?.iter().take_while(|(other, ..)| *other == row);
        of_row.filter(|(_, other, _)| *other == column).map(|(.., text)| &**text).next()
    }
}
