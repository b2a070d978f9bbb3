//! Where tables go, and what is said of them.

use missing_rows::{NOTE, NOTE_REFUSED, NOTE_SHA256, TAKEN};

use crate::allowance::Allowance;
use crate::refusal::Refusal;

/// Takes the tables of a file, as text that the engine reads ([`TAKEN`]).
pub trait Tables {
    /// A table begins. Those that begin are counted from 0.
    fn begin(&mut self, name: &str);

    /// The next text of a table that has begun.
    fn text(&mut self, table: usize, text: &[u8]);
}

/// What a person sees in a workbook, and the text of its cells does not say. Each is a rule of the engine by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    HiddenSheet,
    HiddenRow,
    HiddenColumn,
    CellNote,
    CellError,
    FormulaWithoutValue,
    MergedCells,
    MergedNumber,
    MergedOver,
    NoteOnSheet,
    DatesFrom1904,
    DatesOfTwoKinds,
    StruckThrough,
    ValueNotShown,
    ShownOtherwise,
    FarAway,
    SheetWithoutTable,
    TextBox,
    ShownByCondition,
    UnknownElement,
    RepeatedElement,
    MisplacedElement,
}

impl Rule {
    /// As the engine knows it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::HiddenSheet => "hidden-sheet",
            Self::HiddenRow => "hidden-row",
            Self::HiddenColumn => "hidden-column",
            Self::CellNote => "cell-note",
            Self::CellError => "cell-error",
            Self::FormulaWithoutValue => "formula-without-value",
            Self::MergedCells => "merged-cells",
            Self::MergedNumber => "merged-number",
            Self::MergedOver => "merged-over",
            Self::NoteOnSheet => "note-on-sheet",
            Self::DatesFrom1904 => "dates-from-1904",
            Self::DatesOfTwoKinds => "dates-of-two-kinds",
            Self::StruckThrough => "struck-through",
            Self::ValueNotShown => "value-not-shown",
            Self::ShownOtherwise => "shown-otherwise",
            Self::FarAway => "cell-far-away",
            Self::SheetWithoutTable => "sheet-without-table",
            Self::TextBox => "text-box",
            Self::ShownByCondition => "shown-by-condition",
            Self::UnknownElement => "element-not-known",
            Self::RepeatedElement => "element-repeated",
            Self::MisplacedElement => "element-misplaced",
        }
    }
}

/// What a cell counts for, beside its text, in bytes.
const CELL: usize = 32;
/// A text of more bytes than this is long.
const LONG: usize = 255;
/// The longest text of a note that is kept, in characters.
const LONGEST_NOTE: usize = 300;

/// What is to be said of a table, as the records at its end.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes(Vec<u8>);

impl Notes {
    /// Notes something of a row from 0, and of a column from 0.
    pub(crate) fn add(&mut self, rule: Rule, row: Option<u32>, column: Option<u32>, value: &str) {
        let row = row.map_or(0, |row| u64::from(row) + 1).to_string();
        let column = column.map(letters).unwrap_or_default();
        self.record(&[rule.code(), &row, &column, value]);
    }

    /// Notes something of a column, by its name.
    pub(crate) fn add_named(&mut self, rule: Rule, column: &str, value: &str) {
        self.record(&[rule.code(), "0", column, value]);
    }

    /// Notes a line of a sheet that has no table.
    pub(crate) fn add_line(&mut self, sheet: &str, line: &str) {
        self.record(&[Rule::NoteOnSheet.code(), "0", sheet, line]);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn record(&mut self, cells: &[&str]) {
        self.0.push(NOTE);
        for cell in cells {
            self.0.push(b',');
            let short: String = cell.chars().take(LONGEST_NOTE).collect();
            push_cell(&mut self.0, &short);
        }
        self.0.push(b'\n');
    }
}

/// The tables of one file on their way out.
pub(crate) struct Taker<'t> {
    tables: &'t mut dyn Tables,
    begun: usize,
    allowance: Allowance,
}

impl<'t> Taker<'t> {
    pub(crate) fn new(tables: &'t mut dyn Tables, allowance: Allowance) -> Self {
        Self { tables, begun: 0, allowance }
    }

    /// Goes on after so many tables have begun.
    pub(crate) fn again(tables: &'t mut dyn Tables, allowance: Allowance, begun: usize) -> Self {
        Self { tables, begun, allowance }
    }

    /// How many tables there are by now.
    pub(crate) fn begun(&self) -> usize {
        self.begun
    }

    /// Begins a table. Gives back by what it goes.
    pub(crate) fn begin(&mut self, name: &str) -> usize {
        self.tables.begin(name);
        self.tables.text(self.begun, TAKEN);
        self.begun += 1;
        self.begun - 1
    }

    /// Begins what is handed on as it is.
    pub(crate) fn begin_file(&mut self, name: &str) -> usize {
        self.tables.begin(name);
        self.begun += 1;
        self.begun - 1
    }

    /// A cell has come, with a text of so many bytes. One cell that is repeated for a whole sheet takes few bytes of a file, and
    /// so does a long text that many cells name.
    ///
    /// # Errors
    /// There are more than a file may come to.
    pub(crate) fn cell(&mut self, bytes: usize) -> Result<(), Refusal> {
        if bytes > LONG {
            self.allowance.take_long(bytes)?;
        }
        self.allowance.take(CELL)
    }

    /// So many cells are to come, with so many bytes of text in all.
    ///
    /// # Errors
    /// There are more than a file may come to.
    pub(crate) fn has(&self, cells: u64, bytes: u64) -> Result<(), Refusal> {
        self.allowance.has(cells.saturating_mul(CELL as u64).saturating_add(bytes))
    }

    /// Hands text on.
    ///
    /// # Errors
    /// There is more than a file may come to.
    pub(crate) fn text(&mut self, table: usize, text: &[u8]) -> Result<(), Refusal> {
        self.allowance.take(text.len())?;
        self.tables.text(table, text);
        Ok(())
    }

    /// Ends a table with what is to be said of it.
    ///
    /// # Errors
    /// There is more than a file may come to.
    pub(crate) fn end(&mut self, table: usize, notes: &Notes, sha256: &str) -> Result<(), Refusal> {
        let mut end = notes.clone();
        end.record(&[NOTE_SHA256, sha256]);
        self.text(table, &end.0)
    }
}

/// The text of what stands for a file that cannot be opened.
pub(crate) fn refused(why: Refusal, sha256: &str) -> Vec<u8> {
    let (code, line) = why.code();
    let mut end = Notes::default();
    end.record(&[NOTE_REFUSED, code, &line.to_string()]);
    end.record(&[NOTE_SHA256, sha256]);
    [TAKEN, &end.0].concat()
}

/// Writes a cell, in quotation marks if it needs them. What no text has (control characters) is left out.
pub(crate) fn push_cell(text: &mut Vec<u8>, cell: &str) {
    let bytes = cell.as_bytes();
    let quoted = memchr::memchr3(b',', b'"', b'\n', bytes).is_some() || memchr::memchr(b'\r', bytes).is_some();
    // Most cells have no sign that is left out (those from U+0080 on begin with 0xC2), and are written at once.
    if !quoted && !bytes.iter().any(|byte| matches!(byte, ..b' ' | 0x7F | 0xC2)) {
        text.extend_from_slice(bytes);
        return;
    }
    let kept = |letter: &char| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r');
    if quoted {
        text.push(b'"');
    }
    for letter in cell.chars().filter(kept) {
        if letter == '"' {
            text.push(b'"');
        }
        text.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
    if quoted {
        text.push(b'"');
    }
}

/// A column from 0 by its letters, as a spreadsheet names it.
pub(crate) fn letters(column: u32) -> String {
    let mut name = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        name.push(b'A' + u8::try_from(rest % 26).unwrap_or_default());
        rest /= 26;
    }
    name.reverse();
    String::from_utf8(name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_table_is_a_rule_of_the_engine() {
        let all = [
            Rule::HiddenSheet,
            Rule::HiddenRow,
            Rule::HiddenColumn,
            Rule::CellNote,
            Rule::CellError,
            Rule::FormulaWithoutValue,
            Rule::MergedCells,
            Rule::MergedNumber,
            Rule::MergedOver,
            Rule::DatesFrom1904,
            Rule::DatesOfTwoKinds,
            Rule::StruckThrough,
            Rule::ValueNotShown,
            Rule::ShownOtherwise,
            Rule::FarAway,
            Rule::SheetWithoutTable,
            Rule::TextBox,
            Rule::ShownByCondition,
            Rule::UnknownElement,
            Rule::RepeatedElement,
            Rule::MisplacedElement,
        ];
        for rule in all {
            let mut notes = Notes::default();
            notes.add(rule, Some(1), Some(2), "x");
            let table = b"Authority,Year,UASC,UASC missing\nKent,2024,100,12\n";
            let mut reader = missing_rates::read::Reader::new("a.xlsx › S", Vec::new());
            reader.push(&[TAKEN, table, &notes.0].concat());
            let mut returns = missing_rates::Returns::default();
            returns.add(1, reader.finish());
            let report = returns.report(&missing_rates::Query::default());
            let finding = report.findings.iter().find(|finding| finding.rule == rule.code());
            let row = finding.and_then(|finding| finding.rows.first());
            assert_eq!(row.and_then(|row| row.column.as_deref()), Some("C"), "{}", rule.code());
            assert_eq!(report.rates[0].denominator, 100);
        }
    }

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        let cases = [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")];
        for (column, name) in cases {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_never_holds_what_marks_a_note() {
        let written = |cell: &str| {
            let mut text = Vec::new();
            push_cell(&mut text, cell);
            String::from_utf8_lossy(&text).into_owned()
        };
        assert_eq!(written("Kent"), "Kent");
        assert_eq!(written("a,b"), "\"a,b\"");
        assert_eq!(written("a \"b\"\nc"), "\"a \"\"b\"\"\nc\"");
        assert_eq!(written("\u{1}sha256\u{0}"), "sha256");
    }
}
