//! The report as tidy CSV: one observation a row. What the figures are based on is a table of its own, or comments above them.

mod cell;
mod chase;
mod hidden;
mod pooled;
mod published;
mod returns;
mod row;

pub(crate) use cell::MARK;
use cell::comment;
pub use cell::{as_meant, csv_line, harmless, is_formula, is_taken_otherwise, tables_of_csv};
use row::{COLUMNS, Sheet};

use super::{Report, Sentences};

/// The columns of what a report is based on.
const BASED_ON: [&str; 2] = ["about", "said"];

impl Report {
    /// Every figure of the report as CSV, one observation a row: UTF-8 with a byte order mark, so that a spreadsheet knows
    /// it, and the line ends of RFC 4180. Shares are from 0 to 1, not rounded. No cell is run as a formula: see
    /// [`harmless`]. What they are based on is in [`based_on_csv`](Self::based_on_csv).
    pub fn to_csv(&self) -> String {
        let mut sheet = Sheet(String::from(MARK));
        sheet.0.push_str(&csv_line(&COLUMNS.map(str::to_owned)));
        pooled::rows(self, &mut sheet);
        returns::rows(self, &mut sheet);
        published::rows(self, &mut sheet);
        hidden::rows(self, &mut sheet);
        sheet.0
    }

    /// What the figures are based on as CSV, in each row a name and what is said of it.
    pub fn based_on_csv(&self, words: &dyn Sentences) -> String {
        let mut text = String::from(MARK);
        text.push_str(&csv_line(&BASED_ON.map(str::to_owned)));
        for of in self.provenance() {
            text.push_str(&csv_line(&words.provenance(&of)));
        }
        text
    }

    /// A file of CSV, and above it what it is based on, in lines that begin with `#`: whoever reads it skips them.
    pub fn commented(&self, csv: &str, words: &dyn Sentences) -> String {
        let mut text = String::from(MARK);
        for of in self.provenance() {
            let [name, said] = words.provenance(&of);
            text.push_str(&comment(&[&*name, ": ", &said].concat()));
        }
        text.push_str(csv.trim_start_matches(MARK));
        text
    }
}
