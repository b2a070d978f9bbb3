//! Notes below a table, which are about the whole of it. A text that names another group begins another table, if rows follow;
//! if none do, it was a note.

use std::collections::BTreeSet;

use missing_rows::Record;

use super::below::alone;
use crate::read::heading::{ends_letter, is_name};
use crate::read::text::cell_text;

/// So many cells are a row of a table. A source beside its name is a note.
const ROW: usize = 3;
/// How many texts are kept.
const KEPT: usize = 100;

/// The notes below a table.
#[derive(Debug, Default)]
pub(super) struct NotesBelow {
    texts: BTreeSet<String>,
    /// Whether the last line ended a letter.
    signs: bool,
    /// Those from where another table seems to begin.
    last: BTreeSet<String>,
    /// Those beside the rows.
    beside: BTreeSet<String>,
    /// Those beside the sheet.
    said: Vec<String>,
    /// How many rows there are from there on.
    rows: u64,
    /// Whether another table did begin there.
    rows_follow: bool,
}

/// The notes below a table that has ended.
pub(super) struct Ended {
    pub(super) texts: BTreeSet<String>,
    /// Those below the last row, and how many rows they are in.
    pub(super) last: BTreeSet<String>,
    /// Those that are said beside the table, as in a text box.
    pub(super) said: Vec<String>,
    pub(super) rows: u64,
}

impl NotesBelow {
    /// Takes a row without figures.
    pub(super) fn take(&mut self, record: &Record<'_>) {
        if let Some(text) = alone(record) {
            // The name below `Yours sincerely` is that of who signed.
            if std::mem::replace(&mut self.signs, ends_letter(&text)) && is_name(&text) {
                return;
            }
        }
        for cell in record.cells().filter(|cell| !cell.is_empty()) {
            if self.texts.len() < KEPT {
                self.texts.insert(cell_text(cell).trim().to_owned());
            }
        }
    }

    /// Takes a row from where another table seems to begin.
    pub(super) fn take_last(&mut self, record: &Record<'_>) {
        if self.rows_follow {
            return;
        }
        self.rows += 1;
        if let Some(text) = alone(record) {
            if self.last.len() < KEPT {
                self.last.insert(text);
            }
            return;
        }
        let filled = record.cells().filter(|cell| !cell.is_empty()).count();
        let number = record.cells().skip(1).any(|cell| cell.first().is_some_and(u8::is_ascii_digit));
        self.rows_follow = filled >= ROW || number;
    }

    /// Takes a text that is beside the table.
    pub(super) fn say(&mut self, text: String) {
        if self.beside.len() < KEPT {
            self.beside.insert(text);
        }
    }

    /// Takes a text that is beside the sheet, as in a text box.
    pub(super) fn say_outside(&mut self, text: String) {
        if self.said.len() < KEPT {
            self.said.push(text);
        }
    }

    /// The notes. If rows follow from where another table seemed to begin, these are not of this one.
    pub(super) fn finish(self) -> Ended {
        let (mut last, rows) = if self.rows_follow { (BTreeSet::new(), 0) } else { (self.last, self.rows) };
        last.extend(self.beside);
        last.extend(self.said.iter().cloned());
        Ended { texts: self.texts, last, said: self.said, rows }
    }
}
