//! Cells and lines of CSV: every file that the product writes as CSV is made of these.

use csv_core::{QuoteStyle, WriteResult, WriterBuilder};

use super::super::Shown;
use crate::published::Figure;

/// The byte order mark with which every file begins, so that a spreadsheet knows its encoding.
pub(crate) const MARK: char = '\u{FEFF}';

/// Signs with which a spreadsheet takes a cell for a formula, and their full-width kin.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// One line, with the line end of RFC 4180. Every cell is [`harmless`].
pub fn csv_line(cells: &[String]) -> String {
    let mut line = cells.iter().map(|cell| quoted(&harmless(cell))).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// A cell that no spreadsheet runs as a formula: such a cell has an apostrophe before it.
///
/// Taken for a formula is what begins with `=`, `+`, `-`, `@` or their full-width kin, also behind blanks, line ends,
/// marks that are not seen, or apostrophes; and what begins with a tab or a line end, behind which a spreadsheet may look.
/// A number that is below zero stays a number. [`as_meant`] takes the apostrophe away again.
///
/// ```
/// use missing_rates::report::{as_meant, harmless};
/// assert_eq!(harmless("=1+1"), "'=1+1");
/// assert_eq!(as_meant("'=1+1"), "=1+1");
/// assert_eq!((harmless("-0.5").as_str(), harmless("'tis").as_str()), ("-0.5", "'tis"));
/// ```
pub fn harmless(cell: &str) -> String {
    if is_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// What a cell was before [`harmless`].
pub fn as_meant(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet may take a cell for a formula.
pub fn is_formula(cell: &str) -> bool {
    let core = cell.trim_start_matches('\'');
    if core.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    let unseen =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | MARK);
    core.trim_start_matches(|c| unseen(c) || c == '\'').starts_with(SIGNS) && !is_number(cell)
}

/// Digits with a minus sign before them: `-0.5`, `-2e-7`.
fn is_number(cell: &str) -> bool {
    let Some(rest) = cell.strip_prefix('-') else { return false };
    rest.starts_with(|c: char| c.is_ascii_digit()) && rest.parse::<f64>().is_ok_and(f64::is_finite)
}

/// Signs that programs take for the end of a cell besides the comma: a spreadsheet that is set to another country splits
/// cells at semicolons, and one that is asked may split them at tabs or bars.
const OTHER_ENDS: [char; 3] = [';', '\t', '|'];

fn quoted(cell: &str) -> String {
    let style = if cell.contains(OTHER_ENDS) { QuoteStyle::Always } else { QuoteStyle::Necessary };
    // Quotes double at most; two more are around.
    let mut out = vec![0; cell.len() * 2 + 2];
    let mut writer = WriterBuilder::new().quote_style(style).build();
    let (result, _, mut wrote) = writer.field(cell.as_bytes(), &mut out);
    let (_, ended) = writer.finish(&mut out[wrote..]);
    wrote += ended;
    match (result, String::from_utf8(out[..wrote].to_vec())) {
        (WriteResult::InputEmpty, Ok(text)) if !cell.is_empty() => text,
        _ => String::new(),
    }
}

/// What is in a cell of a figure: a number, a symbol in its place (`c` where it is hidden), a word, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Held(pub(super) String);

// Not inlined: a hundred places turn something into a cell.
impl From<u64> for Held {
    #[inline(never)]
    fn from(count: u64) -> Self {
        Self(count.to_string())
    }
}

impl From<i64> for Held {
    #[inline(never)]
    fn from(count: i64) -> Self {
        Self(count.to_string())
    }
}

impl From<f64> for Held {
    /// The same digits as in JSON.
    #[inline(never)]
    fn from(value: f64) -> Self {
        Self(serde_json::to_string(&value).unwrap_or_default())
    }
}

impl From<Shown> for Held {
    #[inline(never)]
    fn from(count: Shown) -> Self {
        Self(count.to_string())
    }
}

impl From<Figure> for Held {
    #[inline(never)]
    fn from(figure: Figure) -> Self {
        match figure {
            Figure::Number(count) => count.into(),
            Figure::Symbol(symbol) => symbol.as_str().into(),
            Figure::NotToHand => Self::default(),
        }
    }
}

impl From<&str> for Held {
    #[inline(never)]
    fn from(word: &str) -> Self {
        Self(word.to_owned())
    }
}

impl From<String> for Held {
    #[inline(never)]
    fn from(word: String) -> Self {
        Self(word)
    }
}

impl<T: Into<Held>> From<Option<T>> for Held {
    #[inline(never)]
    fn from(held: Option<T>) -> Self {
        held.map(Into::into).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_cell_in_which_a_program_may_see_an_end_is_quoted() {
        let cases = [
            ("Kent", "Kent"),
            ("Bristol, City of", "\"Bristol, City of\""),
            ("a\"b", "\"a\"\"b\""),
            ("2019; 2020", "\"2019; 2020\""),
            ("a\tb", "\"a\tb\""),
            ("a|b", "\"a|b\""),
            ("two\nlines", "\"two\nlines\""),
            ("a;\"b\"", "\"a;\"\"b\"\"\""),
            ("", ""),
        ];
        for (cell, text) in cases {
            assert_eq!(quoted(cell), text);
        }
    }

    #[test]
    fn a_cell_that_a_spreadsheet_would_run_has_an_apostrophe_before_it() {
        for cell in [
            "=1+1",
            "+44",
            "@sum",
            "\tx",
            "\rx",
            "\nx",
            " =1",
            "\u{A0}=1",
            "\u{FEFF}=1",
            "\u{200B}@x",
            "＝1",
            "－x",
            "-",
            "--1",
            "-1+1",
            "-x",
            "'=1",
            "''=1",
            " '=1",
            "-inf",
            "-.5",
            "- 1",
        ] {
            assert_eq!(harmless(cell), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["1-1", "", "-1", "-0.5", "-2e-7", "'tis", "Kent", "<5", "a=b", " x", "−0.4", "’=1"] {
            assert_eq!(harmless(cell), cell, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn what_was_meant_can_be_told(cell in "['\\-=+@ \\t\\r\\n＝0-9a.e\u{FEFF}\u{200B}]{0,8}") {
            let written = harmless(&cell);
            prop_assert_eq!(as_meant(&written), cell.as_str());
            prop_assert!(!written.trim_start().starts_with(SIGNS) || is_number(&written), "{:?}", written);
        }
    }
}
