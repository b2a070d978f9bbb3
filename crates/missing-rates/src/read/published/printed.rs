//! A printed number, or the symbol in its place.

use super::super::notes::Notes;
use crate::answer::{Answer, Withheld};

/// A printed number or symbol. In the older wide files `x` means 1 to 5. Since then `c` also hides numbers that would
/// give another away, so it says nothing about the size.
pub(super) fn printed(cell: &str, wide: bool, row: u64, column: &str, notes: &mut Notes) -> Answer {
    let withheld = |reason| Answer::Withheld { reason };
    match cell.to_ascii_lowercase().as_str() {
        "x" if wide => Answer::Range { lowest: 1, highest: 5 },
        "c" | "k" | "low" | "*" => withheld(Withheld::Suppressed),
        "z" => withheld(Withheld::NotApplicable),
        "x" | ".." | ":" => withheld(Withheld::NotHeld),
        _ => match crate::answer::read(cell) {
            Answer::Withheld { reason: Withheld::NotACount } => {
                notes.find("not-a-count", row, column, cell);
                withheld(Withheld::NotACount)
            }
            Answer::Withheld { reason: Withheld::NotUnderstood } => {
                notes.find("not-understood", row, column, cell);
                withheld(Withheld::NotUnderstood)
            }
            answer => answer,
        },
    }
}
