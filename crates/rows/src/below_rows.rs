//! Rows below those of children that are about all of them: a total, a count, a note.

/// Words in the place of an identifier that say so, in capitals and without spaces.
const WHOLE: [&str; 16] = [
    "TOTAL",
    "TOTALS",
    "GRANDTOTAL",
    "SUBTOTAL",
    "SUB-TOTAL",
    "COUNT",
    "SUM",
    "AVERAGE",
    "MEAN",
    "TOTALCHILDREN",
    "TOTALROWS",
    "TOTALRECORDS",
    "TOTALINCIDENTS",
    "NOTE",
    "NOTES",
    "ENDOFREPORT",
];
/// The same before a colon.
const BEFORE: [&str; 9] =
    ["TOTAL", "TOTALS", "GRANDTOTAL", "SUBTOTAL", "SUB-TOTAL", "COUNT", "NOTE", "NOTES", "SOURCE"];
/// No such word has fewer letters.
const SHORTEST: usize = 3;
/// A sentence has so many words.
const WORDS: usize = 5;

/// Whether a cell in the place of an identifier says that its row is about other rows.
pub(crate) fn is_about_rows(cell: &[u8]) -> bool {
    // Most identifiers have a digit among their first three signs.
    let begins = cell.iter().filter(|byte| !byte.is_ascii_whitespace()).take(SHORTEST);
    if begins.filter(|byte| byte.is_ascii_alphabetic()).count() < SHORTEST {
        return false;
    }
    let text: String = String::from_utf8_lossy(cell).split_whitespace().collect::<String>().to_uppercase();
    let (word, more) = text.split_once([':', '=']).map_or((text.as_str(), false), |(word, _)| (word, true));
    is_sentence(cell) || WHOLE.contains(&word) || more && BEFORE.contains(&word)
}

/// Whether a cell has the words of a sentence. No identifier has so many.
fn is_sentence(cell: &[u8]) -> bool {
    let words =
        cell.split(u8::is_ascii_whitespace).filter(|word| word.len() > 1 && word.iter().all(u8::is_ascii_alphabetic));
    words.count() >= WORDS
}

/// Whether a cell may be a day, in any form: two signs between digits, or a month in letters.
pub(crate) fn may_be_day(cell: &[u8]) -> bool {
    let digits = cell.iter().filter(|byte| byte.is_ascii_digit()).count();
    let others =
        cell.iter().filter(|byte| matches!(byte, b'/' | b'-' | b'.' | b' ' | b'a'..=b'z' | b'A'..=b'Z')).count();
    digits >= 3 && (others >= 2 || digits >= 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_about_others_is_told_from_a_child() {
        for cell in [
            "Total",
            "Grand total",
            " TOTAL: 40",
            "Count",
            "Note: as at 31 March",
            "Sub-total",
            "Source: own",
            "Only episodes of more than 24 hours are listed",
        ] {
            assert!(is_about_rows(cell.as_bytes()), "{cell}");
        }
        for cell in [
            "TOTAL1",
            "Tot",
            "Sumner",
            "NOTE12",
            "C001",
            "Counter",
            "Mean-1",
            "Sources",
            "Jo of the Hill",
            "AB CD 12 34",
            "",
            "12",
        ] {
            assert!(!is_about_rows(cell.as_bytes()), "{cell}");
        }
        for cell in ["01/05/2024", "2024-05-01", "1 May 2024", "20240501", "45413"] {
            assert!(may_be_day(cell.as_bytes()), "{cell}");
        }
        for cell in ["40", "1,204", "", "M", "2.1"] {
            assert!(!may_be_day(cell.as_bytes()), "{cell}");
        }
    }
}
