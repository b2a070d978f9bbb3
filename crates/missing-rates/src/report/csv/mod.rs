//! The report as tidy CSV: one observation a row, and below what they rest on.

mod cell;
mod chase;
mod hidden;
mod pooled;
mod published;
mod returns;
mod row;

pub(crate) use cell::MARK;
pub use cell::{as_meant, csv_line, harmless, is_formula};
use row::{COLUMNS, Sheet};

use super::Report;

impl Report {
    /// Every figure of the report as CSV, one observation a row: UTF-8 with a byte order mark, so that a spreadsheet knows
    /// it, and the line ends of RFC 4180. Shares are from 0 to 1, not rounded. No cell is run as a formula: see
    /// [`harmless`]. After a blank line stands what the figures rest on.
    pub fn to_csv(&self) -> String {
        let mut sheet = Sheet(String::from(MARK));
        sheet.0.push_str(&csv_line(&COLUMNS.map(str::to_owned)));
        pooled::rows(self, &mut sheet);
        returns::rows(self, &mut sheet);
        published::rows(self, &mut sheet);
        hidden::rows(self, &mut sheet);
        self.resting_on(sheet.0)
    }

    /// A file of CSV, and below it after a blank line what it rests on, a name and what is said of it in each line.
    /// These lines have as many cells as the file's.
    pub fn resting_on(&self, csv: String) -> String {
        // No name of a column holds a comma.
        let columns = csv.lines().next().unwrap_or_default().matches(',').count() + 1;
        let mut text = csv;
        text.push_str("\r\n");
        for (name, said) in self.provenance() {
            let mut cells = vec![name.to_owned(), said];
            cells.resize(columns.max(2), String::new());
            text.push_str(&csv_line(&cells));
        }
        text
    }
}
