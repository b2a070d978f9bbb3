//! The report as tidy CSV: one observation a row, and below them what they are based on.

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

use super::{Report, Sentences};

impl Report {
    /// Every figure of the report as CSV, one observation a row: UTF-8 with a byte order mark, so that a spreadsheet knows
    /// it, and the line ends of RFC 4180. Shares are from 0 to 1, not rounded. No cell is run as a formula: see
    /// [`harmless`]. Below a blank line it says what the figures are based on.
    pub fn to_csv(&self, words: &dyn Sentences) -> String {
        let mut sheet = Sheet(String::from(MARK));
        sheet.0.push_str(&csv_line(&COLUMNS.map(str::to_owned)));
        pooled::rows(self, &mut sheet);
        returns::rows(self, &mut sheet);
        published::rows(self, &mut sheet);
        hidden::rows(self, &mut sheet);
        self.with_provenance(sheet.0, words)
    }

    /// A file of CSV, and below a blank line what it is based on, in each line a name and what is said of it.
    /// These lines have as many cells as the file's.
    pub fn with_provenance(&self, csv: String, words: &dyn Sentences) -> String {
        // No name of a column holds a comma.
        let columns = csv.lines().next().unwrap_or_default().matches(',').count() + 1;
        let mut text = csv;
        text.push_str("\r\n");
        for of in self.provenance() {
            let mut cells = words.provenance(&of).to_vec();
            cells.resize(columns.max(2), String::new());
            text.push_str(&csv_line(&cells));
        }
        text
    }
}
