//! The first rows of a file, as text: kept for whoever has to say what its columns are.

use missing_rows::Record;

use super::child_headings::holds_names;
use super::text::cell_text;
use crate::report::Problem;

/// How many rows from the top are kept, more than are searched for a header row.
const KEPT: usize = 48;
/// How many cells of a row are kept.
const KEPT_CELLS: usize = 100;
/// How many characters of a cell are kept.
const KEPT_CHARACTERS: usize = 200;

/// The cells of a row as text.
pub(super) fn words(record: Record<'_>) -> Vec<String> {
    record.cells().map(|cell| cell_text(cell).trim().to_owned()).collect()
}

/// Keeps one of the first rows. Says whether it was one.
pub(super) fn keep(head: &mut Vec<Vec<String>>, record: Record<'_>) -> bool {
    let is_first = head.len() < KEPT;
    if is_first {
        let short = |cell: &[u8]| cell_text(cell).chars().take(KEPT_CHARACTERS).collect();
        head.push(record.cells().take(KEPT_CELLS).map(short).collect());
    }
    is_first
}

/// The first rows as far as they may be seen, where a row among them heads rows of children.
pub(super) fn without_names(
    mut head: Vec<Vec<String>>,
    of_children: Option<(usize, Vec<String>)>,
    problem: Option<&Problem>,
) -> Vec<Vec<String>> {
    match (of_children, problem) {
        (Some((_, header)), Some(Problem::ChildRows { .. })) => return vec![header],
        (Some((at, header)), _) => {
            let named: Vec<bool> = header.iter().map(|cell| holds_names(cell)).collect();
            for row in head.iter_mut().skip(at + 1) {
                for (cell, _) in row.iter_mut().zip(&named).filter(|(_, named)| **named) {
                    cell.clear();
                }
            }
        }
        (None, _) => {}
    }
    head
}
