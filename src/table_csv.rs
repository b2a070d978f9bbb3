//! A table of a part as CSV: what it shows, then what it rests on.

use missing_rates::period::Period;
use missing_rates::report::{Report, csv_line, harmless};

use crate::document::Table;
use crate::text;

/// Its head and rows as the page words them, a blank line, and what they rest on: the period, the files, the version. UTF-8
/// with a byte order mark, so that a spreadsheet knows it. No cell begins as a formula does: see [`harmless`].
pub(crate) fn table_csv(table: &Table, report: &Report, period: Option<Period>) -> String {
    let mut text = String::from("\u{FEFF}");
    let mut line =
        |cells: Vec<String>| text.push_str(&csv_line(&cells.iter().map(|cell| harmless(cell)).collect::<Vec<_>>()));
    line(table.columns.iter().map(|column| column.name.to_string()).collect());
    for row in &table.rows {
        line(row.cells.iter().map(|cell| cell.text.to_string()).collect());
    }
    line(Vec::new());
    let mut about = |name: &str, words: &str| line(vec![name.to_owned(), words.to_owned()]);
    about(text::export_table(), &table.caption);
    if let Some(period) = period {
        about(text::export_period(), &text::format::period(period));
    }
    let tool = text::ExportTool { name: report.tool.name, version: report.tool.version };
    about(text::export_written_by(), &tool.text());
    for file in &report.files {
        let of = text::ExportFileOf {
            aside: file.rows_set_aside,
            name: &file.name,
            sha256: &file.sha256,
            used: file.rows_used,
        };
        about(text::export_file(), &of.text());
    }
    text
}
