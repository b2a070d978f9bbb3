//! The first rows of a file, as text: kept for whoever has to say what its columns are.

use missing_rows::Record;

use super::text::cell_text;

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

/// Keeps one of the first rows.
pub(super) fn keep(head: &mut Vec<Vec<String>>, record: Record<'_>) {
    if head.len() < KEPT {
        let short = |cell: &[u8]| cell_text(cell).chars().take(KEPT_CHARACTERS).collect();
        head.push(record.cells().take(KEPT_CELLS).map(short).collect());
    }
}
