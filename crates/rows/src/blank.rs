//! Words that programs write for an empty cell.

/// Whether a cell is empty or holds one of the words that programs write for an empty cell: `NULL`, `NaT`, `nan`,
/// `N/A`.
#[inline]
pub(crate) fn is_blank(cell: &[u8]) -> bool {
    cell.is_empty() || matches!(cell[0], b'n' | b'N' | b'#' | b'<') && is_word(cell)
}

#[cold]
fn is_word(cell: &[u8]) -> bool {
    const WORDS: [&[u8]; 8] = [b"NULL", b"NAN", b"NAT", b"N/A", b"#N/A", b"NA", b"<NA>", b"NONE"];
    WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_nothing_are_blanks_and_words_like_them_are_not() {
        for cell in ["", "NULL", "null", "NaT", "nan", "NaN", "N/A", "n/a", "#N/A", "<NA>", "None"] {
            assert!(is_blank(cell.as_bytes()), "{cell}");
        }
        for cell in ["NULL1", "NANCY", "NOT KNOWN", "N", "#REF!", "0", "-", "M", "<5"] {
            assert!(!is_blank(cell.as_bytes()), "{cell}");
        }
    }
}
