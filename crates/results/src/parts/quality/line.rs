//! One row that breaks a rule, as one line: where it is, and the values side by side.

use document::at_fault;
use missing_rates::report::{Against, Cell, FindingRow};
use words::{Language, Text};

/// `missing.csv, row 2, child 17: MIS_START 05/06/2024 · MIS_END 04/06/2024`, and the row that it clashes with. The cells at
/// fault are marked.
pub(in super::super) fn line(language: Language, row: &FindingRow, with_child: bool) -> Text {
    let mut place = place(language, &row.file, row.row);
    if with_child && let Some(child) = &row.child {
        place = words::QualityChild { child, place: &place }.text(language);
    }
    let values = if row.cells.is_empty() { shown(language, row) } else { marked(language, &row.cells) };
    let mut line =
        if values.is_empty() { place } else { words::QualityValues { place: &place, values: &values }.text(language) };
    if !row.suggestions.is_empty() {
        line = words::QualitySuggested { line: &line, names: &row.suggestions.join(", ") }.text(language);
    }
    match &row.against {
        Some(other) => against(language, &line, other),
        None => line,
    }
}

/// Where it is; what is in row 0 is about the whole file.
fn place(language: Language, file: &str, row: u64) -> Text {
    if row == 0 {
        return file.to_owned().into();
    }
    words::QualityRow { file, row: &language.number(row) }.text(language)
}

fn against(language: Language, line: &str, other: &Against) -> Text {
    let (place, values) = (place(language, &other.file, other.row), values(language, &other.cells));
    if values.is_empty() {
        words::QualityAgainstPlace { line, place: &place }.text(language)
    } else {
        words::QualityAgainst { line, place: &place, values: &values }.text(language)
    }
}

/// `MIS_START 05/06/2024 · MIS_END blank`.
pub(super) fn values(language: Language, cells: &[Cell]) -> String {
    cells.iter().map(|of| cell(language, of)).collect::<Vec<_>>().join(" · ")
}

/// The same, with those marked that are at fault.
pub(super) fn marked(language: Language, cells: &[Cell]) -> String {
    let one = |of: &Cell| if of.at_fault { at_fault(&cell(language, of)) } else { cell(language, of) };
    cells.iter().map(one).collect::<Vec<_>>().join(" · ")
}

/// `MIS_END blank`.
pub(super) fn cell(language: Language, cell: &Cell) -> String {
    let value = if cell.value.is_empty() { language.quality_blank() } else { &cell.value };
    words::QualityCell { column: cell.column, value }.text(language).to_string()
}

/// The column and value of a row that has no more to show.
fn shown(language: Language, row: &FindingRow) -> String {
    match (&row.column, &row.value) {
        (Some(column), Some(value)) => words::QualityCell { column, value: &quoted(value) }.text(language).to_string(),
        (Some(column), None) => column.clone(),
        (None, Some(value)) => quoted(value),
        (None, None) => String::new(),
    }
}

fn quoted(value: &str) -> String {
    ["“", value, "”"].concat()
}
