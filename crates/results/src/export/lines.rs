//! One table, to be copied.

use document::{Cell, Table};

use super::written::written;
use crate::drawing::whole_table;

/// As markup, to be in a document.
pub fn table(table: &Table) -> String {
    written(&[whole_table(table).into()])
}

/// In lines, its cells apart by tabs, as spreadsheets take them.
pub fn lines(table: &Table) -> String {
    // A cell has no line of its own.
    let plain = |text: &str| text.replace(['\t', '\r', '\n'], " ");
    let cell = |cell: &Cell| [if cell.guarded { "'" } else { "" }, &plain(&cell.text)].concat();
    let mut out = String::new();
    let mut line = |cells: Vec<String>| {
        out.push_str(&cells.join("\t"));
        out.push('\n');
    };
    line(table.columns.iter().map(|column| plain(&column.name)).collect());
    for row in &table.rows {
        line(row.cells.iter().map(cell).collect());
    }
    out
}
