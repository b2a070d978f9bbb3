//! One row that breaks a rule, as one line: where it stands, and the values side by side.

use missing_rates::report::{Against, Cell, FindingRow};
use words::Text;

/// `missing.csv, row 2, child 17: MIS_START 05/06/2024 · MIS_END 04/06/2024`, and the row that it clashes with.
pub(super) fn line(row: &FindingRow, with_child: bool) -> Text {
    let mut place = place(&row.file, row.row);
    if with_child && let Some(child) = &row.child {
        place = words::QualityChild { child, place: &place }.text();
    }
    let values = if row.cells.is_empty() { shown(row) } else { values(&row.cells) };
    let mut line =
        if values.is_empty() { place } else { words::QualityValues { place: &place, values: &values }.text() };
    if !row.suggestions.is_empty() {
        line = words::QualitySuggested { line: &line, names: &row.suggestions.join(", ") }.text();
    }
    match &row.against {
        Some(other) => against(&line, other),
        None => line,
    }
}

fn place(file: &str, row: u64) -> Text {
    words::QualityRow { file, row: &words::format::number(row) }.text()
}

fn against(line: &str, other: &Against) -> Text {
    let (place, values) = (place(&other.file, other.row), values(&other.cells));
    if values.is_empty() {
        words::QualityAgainstPlace { line, place: &place }.text()
    } else {
        words::QualityAgainst { line, place: &place, values: &values }.text()
    }
}

/// `MIS_START 05/06/2024 · MIS_END blank`.
fn values(cells: &[Cell]) -> String {
    let cell = |cell: &Cell| {
        let value = if cell.value.is_empty() { words::quality_blank() } else { &cell.value };
        words::QualityCell { column: cell.column, value }.text().to_string()
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(" · ")
}

/// The column and value of a row that has no more to show.
fn shown(row: &FindingRow) -> String {
    match (&row.column, &row.value) {
        (Some(column), Some(value)) => words::QualityCell { column, value: &quoted(value) }.text().to_string(),
        (Some(column), None) => column.clone(),
        (None, Some(value)) => quoted(value),
        (None, None) => String::new(),
    }
}

fn quoted(value: &str) -> String {
    ["“", value, "”"].concat()
}
