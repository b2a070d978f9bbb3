//! What stands to the right of the headings: nothing says what it is, and it is not read. Several rows with several cells there
//! are another table.

use missing_rows::Record;

use super::notes::Notes;
use crate::report::Problem;

/// So many rows, each with so many cells beside the headings, are a table. One may be a comma too many.
const ROWS: u64 = 2;
const CELLS: usize = 2;

/// What was found beside the headings so far.
#[derive(Debug, Default)]
pub(super) struct BesideHeadings {
    /// How many rows have several cells there, and the first of them.
    rows: u64,
    first: u64,
}

impl BesideHeadings {
    /// Looks at a row that is wider than the headings.
    #[cold]
    pub(super) fn look(&mut self, record: &Record<'_>, width: usize, notes: &mut Notes) {
        let filled = record.cells().skip(width).filter(|cell| !cell.trim_ascii().is_empty()).count();
        if filled > 0 {
            notes.find("beside-headings", record.row, "", "");
        }
        if filled >= CELLS {
            self.rows += 1;
            if self.rows == 1 {
                self.first = record.row;
            }
        }
    }

    /// Why the file cannot be used, if there is a table beside.
    pub(super) fn problem(&self) -> Option<Problem> {
        (self.rows >= ROWS).then_some(Problem::TableBeside { row: self.first })
    }
}
