//! What titles and notes among the first rows of a file say that limits every figure, for who names its columns.

use super::{answers, heading};

/// The words in titles above a header row, and in notes below the rows, that may limit every figure.
pub(crate) fn limiting(head: &[Vec<String>], header_row: usize) -> Vec<String> {
    let less = |cell: &&String| heading::less_of_year(cell).is_some();
    let titles = || head.iter().take(header_row).flatten();
    let above = titles().flat_map(|cell| heading::limits(cell)).chain(titles().filter(less).cloned());
    let alone = |row: &&Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count() == 1;
    let below = head.iter().skip(header_row + 1).filter(alone).flatten();
    let below = below.filter(|cell| !answers::names_authority(cell)).flat_map(|cell| {
        let words = heading::limits_in_note(cell).into_iter().chain(heading::units_in_note(cell, false));
        let words = words.chain(heading::incidents_in_note(cell)).chain(Some(cell).filter(less).cloned());
        words.collect::<Vec<_>>()
    });
    let mut words: Vec<String> = above.chain(below).collect();
    words.sort_unstable();
    words.dedup();
    words
}
