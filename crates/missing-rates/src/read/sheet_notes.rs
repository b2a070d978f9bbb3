//! What sheets without a table of their own say about the tables beside them: `Notes` with `All figures are for children under 16 only`.

use super::heading::{Against, less_of_line, limits_of_line};

/// A shorter text is a heading, or a cell of a table.
const SENTENCE: usize = 3;
/// A row of a table has more cells.
const CELLS: usize = 3;

/// Whether a text may make less, or something else, of figures.
pub(super) fn limits_figures(text: &str) -> bool {
    !limits_of_line(text).is_empty() || less_of_line(text).is_some() || Against::of(text).any()
}

/// The notes among the first rows of a sheet that may limit the figures of other sheets.
pub(crate) fn limiting_notes(head: &[Vec<String>]) -> Vec<&str> {
    let is_number = |cell: &&str| cell.bytes().any(|byte| byte.is_ascii_digit()) && !cell.contains(char::is_alphabetic);
    let notes = head.iter().flat_map(|row| {
        let filled: Vec<&str> = row.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        let is_note = filled.len() <= CELLS && !filled.iter().skip(1).any(is_number);
        if is_note { filled } else { Vec::new() }
    });
    notes.filter(|text| text.split_whitespace().count() >= SENTENCE && limits_figures(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_that_limit_are_told_from_others_and_from_rows() {
        let of = |rows: &[&[&str]]| {
            let head: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
            limiting_notes(&head).into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        let notes = of(&[
            &["Note", "Text"],
            &["1", "All figures are for children under 16 only"],
            &["2", "Snapshot at 31 March"],
            &["3", "Numbers are estimated"],
            &["4", "Source: our own records"],
            &["5", "Missing: whereabouts are not known"],
        ]);
        assert_eq!(
            notes,
            ["All figures are for children under 16 only", "Snapshot at 31 March", "Numbers are estimated"]
        );
        assert_eq!(
            of(&[&["Children under 16 only", "12"], &["Under 16", "Girls"], &["a", "b", "c", "girls only here"]]),
            [""; 0]
        );
    }
}
