//! Cells and lines of CSV. Every CSV file that the product writes is made of these.

use csv_core::{QuoteStyle, WriteResult, WriterBuilder};

use missing_rows::{Record, Records};

use super::super::Shown;
use crate::published::Figure;

/// The byte order mark at the start of every file, so that a spreadsheet knows the encoding.
pub(crate) const MARK: char = '\u{FEFF}';

/// Signs that make a spreadsheet take a cell for a formula, and their full-width forms.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// One line, with the line end of RFC 4180. Every cell is [`harmless`].
pub fn csv_line(cells: &[String]) -> String {
    let mut line = cells.iter().map(|cell| quoted(&harmless(cell))).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// Makes a cell that no spreadsheet runs as a formula, by putting an apostrophe before it where needed.
///
/// A spreadsheet takes a cell for a formula if it begins with `=`, `+`, `-`, `@` or their full-width forms, even after
/// blanks, line ends, invisible marks or apostrophes. It may also do so if the cell begins with a tab or a line end. A
/// number below zero stays a number. A cell that a spreadsheet would change gets an apostrophe too: `0012` would lose
/// its zeros, and `1-5` would become the first of May. [`as_meant`] takes the apostrophe away again.
///
/// ```
/// use missing_rates::report::{as_meant, harmless};
/// assert_eq!(harmless("=1+1"), "'=1+1");
/// assert_eq!(as_meant("'=1+1"), "=1+1");
/// assert_eq!((harmless("-0.5").as_str(), harmless("'tis").as_str()), ("-0.5", "'tis"));
/// assert_eq!((harmless("0012").as_str(), harmless("12").as_str()), ("'0012", "12"));
/// ```
pub fn harmless(cell: &str) -> String {
    if is_taken_otherwise(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// What a cell was before [`harmless`].
pub fn as_meant(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| is_taken_otherwise(rest)).unwrap_or(cell)
}

/// Whether a spreadsheet may change a cell: run it, or take it for a number or a day that it is not.
pub fn is_taken_otherwise(cell: &str) -> bool {
    is_formula(cell) || is_another_number(cell)
}

/// How many digits of a number a spreadsheet keeps.
const DIGITS: usize = 15;

/// Whether a spreadsheet would show something else for zeros before an identifier, more digits than it keeps, an `E`
/// between digits, or two small numbers that it takes for day and month.
fn is_another_number(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'').trim();
    // A number below zero is one; `-0012` is an identifier.
    let cell = cell.strip_prefix('-').unwrap_or(cell);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let two = |between: &[char]| cell.split_once(between).filter(|(one, other)| digits(one) && digits(other));
    digits(cell) && (cell.len() > DIGITS || cell.len() > 1 && cell.starts_with('0'))
        || two(&['E', 'e']).is_some()
        || two(&['-', '/']).is_some_and(|(one, other)| one.len() <= 2 && other.len() <= 2)
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

/// Signs other than the comma that programs take for the end of a cell. A spreadsheet that is set to another country
/// splits cells at semicolons, and a user may have it split at tabs or bars.
const OTHER_ENDS: [char; 3] = [';', '\t', '|'];

fn quoted(cell: &str) -> String {
    let style = if cell.contains(OTHER_ENDS) { QuoteStyle::Always } else { QuoteStyle::Necessary };
    // At most, every quote is doubled and two more are added around the cell.
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

/// A line that begins with `#`, so that whoever reads the table skips it. It is in no quotation marks, or it would begin with one.
/// What a spreadsheet takes for a cell of it is harmless, and none opens a cell that goes on in the next line.
pub(super) fn comment(text: &str) -> String {
    let mut line = "# ".to_owned();
    for piece in
        text.replace(['\r', '\n'], " ").replace('"', "'").split_inclusive(|c| c == ',' || OTHER_ENDS.contains(&c))
    {
        if is_formula(piece) {
            line.push('\'');
        }
        line.push_str(piece);
    }
    line + "\r\n"
}

/// The tables of a file of the product's own, which follow each other with a blank line between. Each cell is as it was
/// meant.
pub fn tables_of_csv(text: &str) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
    let mut last = 0;
    let mut records = Records::new(b',');
    let mut take = |record: Record<'_>| {
        if tables.is_empty() || record.row > last + 1 {
            tables.push(Vec::new());
        }
        last = record.row;
        let cells = record.cells().map(|cell| as_meant(&String::from_utf8_lossy(cell)).to_owned()).collect();
        if let Some(table) = tables.last_mut() {
            table.push(cells);
        }
    };
    // The product writes no record that is longer than it reads. A longer record ends the tables.
    if records.push(text.trim_start_matches(MARK).as_bytes(), &mut take).is_ok() {
        let _ = records.finish(&mut take);
    }
    tables
}

/// The content of a cell for a figure: a number, a symbol in its place (`c` where it is hidden), a word, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Held(pub(super) String);

// Not inlined, because a hundred places turn a value into a cell.
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
    fn a_comment_begins_with_its_sign_whatever_it_says_and_nothing_in_it_runs() {
        let cases = [
            ("Files: a, b", "# Files: a, b\r\n"),
            ("a,\"b\nc", "# a,'b c\r\n"),
            ("=1,=1;\t@x| -y, 12,-3", "# '=1,'=1;'\t'@x|' -y, 12,-3\r\n"),
        ];
        for (text, line) in cases {
            assert_eq!(comment(text), line);
        }
    }

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
            "-0012",
            "'-0012",
            "+12",
            "''=1",
            " '=1",
            "-inf",
            "-.5",
            "- 1",
        ] {
            assert_eq!(harmless(cell), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["", "-1", "-0.5", "-2e-7", "'tis", "Kent", "<5", "a=b", " x", "−0.4", "’=1"] {
            assert_eq!(harmless(cell), cell, "{cell:?}");
        }
    }

    #[test]
    fn a_cell_of_which_a_spreadsheet_would_make_another_number_has_one_too() {
        for cell in
            ["0012", "-0012", "-00", "00", "1234567890123456", "1E5", "12e3", "1-5", "1-1", "5/12", " 007", "01-02"]
        {
            assert_eq!(harmless(cell), format!("'{cell}"), "{cell:?}");
            assert_eq!(as_meant(&harmless(cell)), cell);
        }
        for cell in [
            "0",
            "12",
            "0.5",
            "123456789012345",
            "E10000016",
            "A0012",
            "16-to-17",
            "2023/24",
            "2024-04-01",
            "1–5",
            "1-",
            "E5",
        ] {
            assert_eq!(harmless(cell), cell, "{cell:?}");
        }
    }

    #[test]
    fn an_apostrophe_of_its_own_stays() {
        for cell in ["'0e0", "'0012", "''1-5", "'=1", "' 0012", "'tis"] {
            assert_eq!(as_meant(&harmless(cell)), cell);
        }
    }

    proptest! {
        #[test]
        fn what_was_meant_can_be_told(cell in "['/\\-=+@ \\t\\r\\n＝0-9a.e\u{FEFF}\u{200B}]{0,8}") {
            let written = harmless(&cell);
            prop_assert_eq!(as_meant(&written), cell.as_str());
            prop_assert!(!written.trim_start().starts_with(SIGNS) || is_number(&written), "{:?}", written);
        }
    }
}
