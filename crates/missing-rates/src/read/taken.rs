//! Tables that were taken out of another file, such as a workbook. Their text ends with notes about what a person saw
//! there.

use super::notes::Notes;
use super::sheet_notes::{holds_elsewhere, limits_figures, makes_less, names_years};
use super::sum::Sum;
use super::text::cell_text;
use crate::report::{FileKind, Problem, Unopened};
use missing_rows::{NOTE, NOTE_REFUSED, NOTE_SHA256, Record, TAKEN};

/// The rules that a note may break.
const RULES: [&str; 22] = [
    "cell-error",
    "cell-far-away",
    "cell-note",
    "dates-from-1904",
    "dates-of-two-kinds",
    "element-misplaced",
    "element-not-known",
    "element-repeated",
    "formula-without-value",
    "hidden-column",
    "hidden-row",
    "hidden-sheet",
    "merged-cells",
    "merged-number",
    "merged-over",
    "note-on-sheet",
    "sheet-without-table",
    "shown-by-condition",
    "shown-otherwise",
    "struck-through",
    "text-box",
    "value-not-shown",
];
/// Rules whose notes name a sheet or an element of a format. What other notes show may be about a child.
const NAMED: [&str; 5] =
    ["hidden-sheet", "sheet-without-table", "element-misplaced", "element-not-known", "element-repeated"];

/// A line of a sheet without a table. Only what may limit figures is said.
const ON_SHEET: &str = "note-on-sheet";
/// What a person sees on the sheet, or at the edges of its printed pages.
const TEXT_BOX: &str = "text-box";

/// What a record of such a text is.
pub(super) enum Taking {
    Row,
    Note,
    /// A note that may limit the figures of the table.
    Limit(String),
}

/// What the notes at the end of such a text say.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The hash of the rows alone: the same table in two workbooks is one.
    rows: Sum,
    ended: bool,
    /// The hash of the whole file.
    pub(super) whole: Option<String>,
    pub(super) problem: Option<Problem>,
    notes: Notes,
}

impl Taken {
    /// Takes the next bytes into the hash of the rows.
    pub(super) fn hash(&mut self, text: &[u8]) {
        if !self.ended {
            let end = text.iter().position(|byte| *byte == NOTE);
            self.ended = end.is_some();
            self.rows.push(end.map_or(text, |end| &text[..end]));
        }
    }

    /// Takes a record if it is a note.
    pub(super) fn take(&mut self, record: Record<'_>) -> Taking {
        if record.cell(0).first() != Some(&NOTE) {
            return Taking::Row;
        }
        let cell = |column| cell_text(record.cell(column));
        let (code, first) = (cell(1), cell(2));
        if code == NOTE_SHA256 {
            self.whole = Some(first.into_owned());
        } else if code == NOTE_REFUSED {
            self.problem =
                Unopened::from_code(&first).map(|why| Problem::NotOpened { why, line: cell(3).parse().unwrap_or(0) });
        } else if code == ON_SHEET && !limits_figures(&cell(4)) && !names_years(&cell(4)) {
            return Taking::Note;
        } else if let Some(rule) = RULES.iter().find(|rule| **rule == code) {
            self.notes.find(rule, first.parse().unwrap_or(0), &cell(3), cell(4).as_bytes());
        }
        let says = |limits: &dyn Fn(&str) -> bool| limits(&cell(4)) || names_years(&cell(4));
        if code == TEXT_BOX && says(&makes_less) || code == ON_SHEET && says(&holds_elsewhere) {
            return Taking::Limit(cell(4).into_owned());
        }
        Taking::Note
    }

    /// Why a table whose rows are children cannot be used, for what a person saw there.
    pub(super) fn doubt(&self) -> Option<Problem> {
        let named = |code: &str| {
            let (_, noted) = self.notes.findings.iter().find(|(rule, _)| *rule == code)?;
            Some(noted.rows.first()?.column.clone())
        };
        let misplaced = named("element-misplaced").map(|element| Problem::ElementMisplaced { element });
        misplaced.or_else(|| Some(Problem::DatesOfTwoKinds { column: named("dates-of-two-kinds")? }))
    }

    /// The hash of the rows. Adds the notes to what else was noted.
    pub(super) fn finish(mut self, kind: FileKind, notes: &mut Notes) -> String {
        // The product's own workbooks have sheets of notes, too.
        let own = kind == FileKind::WorkList || notes.findings.iter().any(|(rule, _)| *rule == "own-file");
        for (rule, mut noted) in self.notes.findings {
            if rule == ON_SHEET && own {
                continue;
            }
            if kind.may_name_children() && !NAMED.contains(&rule) {
                noted.rows.iter_mut().for_each(|note| note.value.clear());
            }
            notes.findings.push((rule, noted));
        }
        std::mem::take(&mut self.rows).finish()
    }
}

/// The text in the place of a file that could not be opened.
pub fn refused(why: Unopened) -> Vec<u8> {
    let mut text = TAKEN.to_vec();
    text.push(NOTE);
    text.extend_from_slice(format!(",{NOTE_REFUSED},{},0\n", why.code()).as_bytes());
    text
}
