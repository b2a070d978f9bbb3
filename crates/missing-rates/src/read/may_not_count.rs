//! Columns of a module that nobody reads, and that say of some rows that they may not count: a status of Cancelled, a mark under
//! Deleted. Which rows are left out is a person's to say.

use missing_rows::Record;

use super::modules::is_column;
use super::near::{bare, words};
use super::shown::heading_or_number;
use super::text::cell_text;
use crate::report::Problem;

/// Words that take a row back.
const TAKEN_BACK: [&str; 16] = [
    "cancelled",
    "canceled",
    "cancellation",
    "cancel",
    "void",
    "voided",
    "deleted",
    "draft",
    "duplicate",
    "duplicated",
    "superseded",
    "withdrawn",
    "rejected",
    "invalid",
    "archived",
    "removed",
];
/// Words that may be around them in a cell that says no more than that.
const AROUND: [&str; 15] = [
    "record", "row", "entry", "episode", "incident", "status", "is", "was", "been", "has", "as", "do", "not", "count",
    "use",
];
/// What a cell says that takes nothing back, under a heading that is such a word.
const NO: [&str; 9] = ["n", "no", "0", "false", "null", "none", "not", "f", "-"];
/// Above this many characters a cell is a sentence, in which such a word may be about something else.
const SHORT: usize = 40;

/// A column that may say so.
#[derive(Debug)]
struct Column {
    at: usize,
    heading: String,
    /// Whether its heading is such a word, so that a mark below it is enough.
    is_mark: bool,
}

/// The columns that may, and the first that does.
#[derive(Debug, Default)]
pub(super) struct MayNotCount {
    columns: Vec<Column>,
    /// Its heading, and the first row of which it says so.
    found: Option<(String, u64)>,
}

impl MayNotCount {
    /// Of a header row, without the columns that the rows are read from and those that the return has.
    pub(super) fn new(header: &[String], read: &[Option<usize>]) -> Self {
        let known = |heading: &str| {
            let name = words(heading).replace(' ', "_").to_uppercase();
            is_column(&name) || OF_RETURN.contains(&bare(heading).as_str())
        };
        let others = header.iter().enumerate().filter(|(at, heading)| !read.contains(&Some(*at)) && !known(heading));
        let columns = others.map(|(at, heading)| Column { at, heading: heading.clone(), is_mark: is_mark(heading) });
        Self { columns: columns.collect(), found: None }
    }

    #[inline]
    pub(super) fn take(&mut self, record: Record<'_>) {
        if !self.columns.is_empty() && self.found.is_none() {
            self.look(record);
        }
    }

    #[cold]
    fn look(&mut self, record: Record<'_>) {
        let says = |column: &&Column| {
            let cell = record.cell(column.at);
            !cell.is_empty() && takes_back(&cell_text(cell), column.is_mark)
        };
        if let Some(column) = self.columns.iter().find(says) {
            self.found = Some((heading_or_number(column.at, &column.heading), record.row));
        }
    }

    pub(super) fn finish(self) -> Option<Problem> {
        self.found.map(|(column, row)| Problem::RowsMayNotCount { column, row })
    }
}

/// Columns of the return that no module is read by.
const OF_RETURN: [&str; 6] = ["CIN", "REASONPLACECHANGE", "HOMEPOST", "PLPOST", "URN", "ETHNIC"];

/// Whether a heading is a word that takes a row back: `Deleted`, `IsCancelled`, `DUPLICATE_FLAG`.
fn is_mark(heading: &str) -> bool {
    let letters = bare(heading).to_lowercase();
    let letters = letters.strip_prefix("is").unwrap_or(&letters);
    words(heading).split(' ').chain([letters]).any(|word| TAKEN_BACK.contains(&word))
}

/// Whether a cell takes its row back.
fn takes_back(cell: &str, is_mark: bool) -> bool {
    let phrase = words(cell);
    if phrase.is_empty() {
        return false;
    }
    if is_mark {
        return !NO.contains(&phrase.as_str());
    }
    // Before the words are looked at one by one: most cells are something else.
    let is_short = phrase.len() <= SHORT;
    let of = |word: &str| TAKEN_BACK.contains(&word) || AROUND.contains(&word);
    is_short
        && (phrase.split(' ').any(|word| TAKEN_BACK.contains(&word)) && phrase.split(' ').all(of)
            || matches!(phrase.as_str(), "in error" | "entered in error" | "recorded in error" | "created in error"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_that_takes_a_row_back_is_told_from_one_that_only_has_such_a_word() {
        for cell in ["Cancelled", "CANCELLED", "void", "Draft record", "Cancelled - duplicate", "Entered in error"] {
            assert!(takes_back(cell, false), "{cell}");
        }
        for cell in [
            "",
            "Final",
            "Deleted User",
            "Draft Street",
            "Placement visit was cancelled",
            "J. Void",
            "Approved",
            "Error",
        ] {
            assert!(!takes_back(cell, false), "{cell}");
        }
        for heading in ["Deleted", "IsCancelled", "DUPLICATE_FLAG", "is_void", "Superseded by"] {
            assert!(is_mark(heading), "{heading}");
        }
        for heading in ["Status", "Ward", "Comments", "Avoid", "Team"] {
            assert!(!is_mark(heading), "{heading}");
        }
        assert!(["Y", "1", "true", "05/06/2024", "X"].iter().all(|cell| takes_back(cell, true)));
        assert!(["", "N", "No", "0", "FALSE", "-"].iter().all(|cell| !takes_back(cell, true)));
    }
}
