//! Says with every table of a workbook what its sheets without a table say that may limit the figures: notes stand there by themselves.

use super::since;
use crate::ledger::Ledger;
use crate::read::{Content, NAME_JOINT, ReadFile, limiting_notes};
use crate::report::{FileKind, Problem};

/// The sheets that the product wrote beside its own, which are not needed. What other sheets without a table say is noted.
pub(super) fn sheets_beside(files: &[&ReadFile], ledger: &mut Ledger) -> Vec<(usize, FileKind)> {
    let own = since::sheets_beside(files);
    ledger.are_beside(&own);
    let is_own = |at: usize| own.iter().any(|(other, _)| *other == at);
    for (at, sheet) in files.iter().enumerate().filter(|(at, file)| !is_own(*at) && is_sheet_of_notes(file)) {
        let Some((book, name)) = sheet.entry.name.split_once(NAME_JOINT) else { continue };
        let beside = |(other, file): &(usize, &&ReadFile)| {
            let of = file.entry.name.split_once(NAME_JOINT).map(|(of, _)| of);
            *other != at && of == Some(book) && matches!(file.content, Content::Answers(_) | Content::Modules(_))
        };
        for (table, _) in files.iter().enumerate().filter(beside) {
            for text in limiting_notes(sheet.head()) {
                ledger.find(table, "note-on-sheet", 0, name, text);
            }
        }
    }
    own
}

/// Rows of children are no notes.
fn is_sheet_of_notes(file: &ReadFile) -> bool {
    matches!(file.content, Content::Nothing)
        && file.kind() == FileKind::Unrecognised
        && !matches!(file.entry.problem, Some(Problem::ChildRows { .. }))
}
