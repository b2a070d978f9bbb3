//! Which names of files are saved. A name may hold a child, so that only one is saved that says what a file is and of which year,
//! and nothing else.

use missing_rows::NAME_JOINT;

/// Words that say what a file is, or which of several it is. None of them is the name of a person.
const WORDS: &[&str] = &[
    "a",
    "ad",
    "adoption",
    "all",
    "and",
    "annual",
    "answers",
    "b",
    "c",
    "ca",
    "care",
    "census",
    "checked",
    "children",
    "cla",
    "collection",
    "copy",
    "corrected",
    "csv",
    "data",
    "dolo",
    "draft",
    "end",
    "ending",
    "ended",
    "episode",
    "episodes",
    "export",
    "file",
    "files",
    "final",
    "fy",
    "header",
    "headers",
    "in",
    "interviews",
    "it",
    "la",
    "lac",
    "last",
    "list",
    "looked",
    "after",
    "missing",
    "module",
    "new",
    "oc",
    "of",
    "old",
    "part",
    "past",
    "pasted",
    "perm",
    "placed",
    "prev",
    "prevperm",
    "previous",
    "q",
    "quarter",
    "return",
    "returns",
    "reviews",
    "sent",
    "sheet",
    "ssda",
    "submission",
    "submitted",
    "sw",
    "table",
    "teams",
    "test",
    "the",
    "this",
    "to",
    "trafficked",
    "uasc",
    "v",
    "version",
    "xlsx",
    "xls",
    "xml",
    "ods",
    "xlsm",
    "xlsb",
    "zip",
    "txt",
    "year",
    "years",
    "january",
    "february",
    "march",
    "july",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "jul",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "statutory",
    "placedadoption",
    "swepisodes",
    "d",
];

/// Whether a name of a file, or of a table in a file, says only what it is and of which year.
pub(crate) fn says_only_kind(name: &str) -> bool {
    name.split(NAME_JOINT).flat_map(pieces).all(|piece| {
        let digits = piece.starts_with(|c: char| c.is_ascii_digit());
        if digits { is_year_or_day(&piece) } else { WORDS.contains(&piece.as_str()) }
    })
}

/// A number of one or two digits, a year, two years in one, or a day: no identifier.
fn is_year_or_day(digits: &str) -> bool {
    let number =
        |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok()).unwrap_or_default();
    let is_year = |year: u32| (1990..2100).contains(&year);
    match digits.len() {
        1 | 2 => true,
        // `903` of `SSDA903`.
        3 => digits == "903",
        4 => is_year(number(0, 4)) || number(2, 4) == number(0, 2) + 1,
        6 => is_year(number(0, 4)) && number(4, 6) == (number(0, 4) + 1) % 100,
        8 => {
            let is_day = |year, month, day| is_year(year) && (1..=12).contains(&month) && (1..=31).contains(&day);
            is_day(number(0, 4), number(4, 6), number(6, 8)) || is_day(number(4, 8), number(2, 4), number(0, 2))
        }
        _ => false,
    }
}

/// The words and numbers of a name, in small letters.
fn pieces(name: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut before = ' ';
    for letter in name.chars() {
        let starts = before.is_alphabetic() != letter.is_alphabetic()
            || before.is_numeric() != letter.is_numeric()
            || before.is_lowercase() && letter.is_uppercase();
        before = letter;
        if !letter.is_alphanumeric() {
            continue;
        }
        match pieces.last_mut() {
            Some(piece) if !starts => piece.extend(letter.to_lowercase()),
            _ => pieces.push(letter.to_lowercase().collect()),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_saved_if_it_says_only_what_a_file_is_and_of_which_year() {
        for name in [
            "uasc.csv",
            "Missing 2024-25.csv",
            "SSDA903_Episodes_202425.csv",
            "return.xlsx › UASC",
            "SWEpisodes 31-03-2025 (1).csv",
            "OC2_20250331 final v2.csv",
            "Pasted 1",
            "header 2425.csv",
        ] {
            assert!(says_only_kind(name), "{name}");
        }
        for name in [
            "Ana Example.csv",
            "missing Ana.csv",
            "return.xlsx › Ana E",
            "uasc 1234.csv",
            "missing A1234567.csv",
            "episodes 04821.csv",
            "May June April.csv",
            "Kent.csv",
            "list 12345678.csv",
            "missing Żaneta.csv",
        ] {
            assert!(!says_only_kind(name), "{name}");
        }
    }
}
