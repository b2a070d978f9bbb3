//! What sheets of a workbook that are no table say about the tables beside them: notes stand there by themselves.

use super::since;
use crate::ledger::Ledger;
use crate::read::{Content, NAME_JOINT, ReadFile, are_notes, limiting_notes};
use crate::report::{FileKind, Problem};

/// A line of another sheet. What opens a workbook says those of a sheet of notes with each of its tables.
const ON_SHEET: &str = "note-on-sheet";

/// The sheets, by index, that are no tables to be asked about, and what each is: the product's own beside its lists and figures, and
/// notes. What sheets that were not recognised say that may limit figures is noted with the tables beside them.
pub(super) fn sheets_beside(files: &[&ReadFile], ledger: &mut Ledger) -> Vec<(usize, FileKind)> {
    let mut sheets = since::sheets_beside(files);
    let own: Vec<usize> = sheets.iter().map(|(at, _)| *at).collect();
    for (at, sheet) in files.iter().enumerate().filter(|(at, file)| !own.contains(at) && is_without_table(file)) {
        let Some((book, name)) = sheet.entry.name.split_once(NAME_JOINT) else { continue };
        let on = own_sheet(name);
        // A second table of the same sheet is none of its notes.
        let beside = |(_, file): &(usize, &&ReadFile)| {
            let of = file.entry.name.split_once(NAME_JOINT);
            of.is_some_and(|(of, sheet)| of == book && own_sheet(sheet) != on)
                && matches!(file.content, Content::Answers(_) | Content::Modules(_))
        };
        let mut tables = files.iter().enumerate().filter(beside).peekable();
        if is_notes_alone(sheet) && tables.peek().is_some() {
            sheets.push((at, FileKind::Notes));
        }
        for (table, file) in tables {
            let mut said = file.notes.findings.iter().filter(|(rule, _)| *rule == ON_SHEET);
            if said.any(|(_, noted)| noted.rows.iter().any(|note| note.column == name)) {
                continue;
            }
            for text in limiting_notes(sheet.head()) {
                ledger.find(table, ON_SHEET, 0, name, text);
            }
        }
    }
    ledger.are_beside(&sheets);
    sheets
}

/// The name of a sheet, without the number of a table on it.
fn own_sheet(name: &str) -> &str {
    let is_number = |last: &str| last.len() < 3 && last.bytes().all(|byte| byte.is_ascii_digit());
    name.rsplit_once(NAME_JOINT).filter(|(_, last)| is_number(last)).map_or(name, |(sheet, _)| sheet)
}

/// Rows of children are no notes.
fn is_without_table(file: &ReadFile) -> bool {
    matches!(file.content, Content::Nothing)
        && file.kind() == FileKind::Unrecognised
        && !matches!(file.entry.problem, Some(Problem::ChildRows { .. }))
}

/// Whether all its rows are among the first ones, and are notes.
fn is_notes_alone(file: &ReadFile) -> bool {
    let head = file.head();
    matches!(file.entry.problem, Some(Problem::UnknownColumns { .. }))
        && file.notes.rows <= head.len() as u64
        && are_notes(head)
}
