//! How the wordings of answers are read, and how often each is there.

use std::collections::BTreeMap;

use crate::answer::{Answer, alike, read};
use crate::decisions::{Decisions, Place};
use crate::report::Wording;

/// What a cell says: what was decided for all cells like it, or else what the engine reads.
pub(super) fn answer(cell: &str, decisions: &Decisions) -> (Answer, bool) {
    match decisions.wording(cell) {
        Some(answer) => (answer.clone(), true),
        None => (read(cell), false),
    }
}

/// Every wording that is not a plain whole number, by normalised spelling.
#[derive(Debug, Default)]
pub(super) struct Wordings(BTreeMap<String, Wording>);

impl Wordings {
    /// Counts one cell.
    pub(super) fn count(&mut self, cell: &str, answer: &Answer, decided: bool, place: Place) {
        if !decided && is_plain(cell) {
            return;
        }
        match self.0.entry(alike(cell)) {
            std::collections::btree_map::Entry::Occupied(mut entry) => {
                let wording = entry.get_mut();
                wording.cells += 1;
                if cell < wording.wording.as_str() {
                    cell.clone_into(&mut wording.wording);
                }
                wording.place = wording.place.clone().min(place);
            }
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(Wording { wording: cell.to_owned(), answer: answer.clone(), cells: 1, decided, place });
            }
        }
    }

    /// The wordings in the order of their spellings.
    pub(super) fn list(self) -> Vec<Wording> {
        self.0.into_values().collect()
    }
}

/// Whether a cell is a whole number and nothing else.
fn is_plain(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') && read(cell).exact().is_some()
}
