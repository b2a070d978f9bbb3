//! Spaces around what a cell holds, and words that programs write for an empty cell.

/// A cell without white space of any kind around it: a no-break space, in UTF-8 or in Windows-1252, or a sign without width, too.
#[inline]
pub(crate) fn trim(cell: &[u8]) -> &[u8] {
    let cell = cell.trim_ascii();
    let is_plain = |byte: Option<&u8>| byte.is_none_or(|byte| (b'!'..=b'~').contains(byte));
    if is_plain(cell.first()) && is_plain(cell.last()) { cell } else { trim_slowly(cell) }
}

#[cold]
fn trim_slowly(cell: &[u8]) -> &[u8] {
    if let Ok(text) = str::from_utf8(cell) {
        return text.trim_matches(is_space).as_bytes();
    }
    // A cell that is not UTF-8 was written by an older program, in which a byte is a character.
    let is_space = |byte: &u8| is_space(char::from(*byte));
    let Some(from) = cell.iter().position(|byte| !is_space(byte)) else { return &[] };
    let to = cell.iter().rposition(|byte| !is_space(byte)).map_or(from, |last| last + 1);
    &cell[from..to]
}

/// Whether a sign is a space of any kind, or has no width.
pub(crate) fn is_space(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a cell is empty or holds one of the words that programs write for an empty cell: `NULL`, `NaT`, `nan`,
/// `N/A`, `(null)`, `\\N`.
#[inline]
pub(crate) fn is_blank(cell: &[u8]) -> bool {
    cell.is_empty() || matches!(cell[0], b'n' | b'N' | b'#' | b'<' | b'(' | b'[' | b'\\') && is_word(cell)
}

#[cold]
fn is_word(cell: &[u8]) -> bool {
    const WORDS: [&[u8]; 12] =
        [b"NULL", b"NAN", b"NAT", b"N/A", b"#N/A", b"NA", b"<NA>", b"NONE", b"(NULL)", b"<NULL>", b"[NULL]", b"\\N"];
    WORDS.iter().any(|word| cell.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_nothing_are_blanks_and_words_like_them_are_not() {
        for cell in [
            "", "NULL", "null", "NaT", "nan", "NaN", "N/A", "n/a", "#N/A", "<NA>", "None", "(null)", "<NULL>",
            "[null]", "\\N",
        ] {
            assert!(is_blank(cell.as_bytes()), "{cell}");
        }
        for cell in ["NULL1", "NANCY", "NOT KNOWN", "N", "#REF!", "0", "-", "M", "<5", "(", "[c]", "\\", "(none)"] {
            assert!(!is_blank(cell.as_bytes()), "{cell}");
        }
    }
}
