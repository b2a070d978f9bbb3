//! What a report rests on, and how it is to be read: the end of every print and of every file. One list, so that all of
//! them say the same.

use missing_rates::period::Period;
use missing_rates::report::{FileEntry, Level, Report};
use words::Text;

use super::method;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

/// What is said of all figures, by name.
fn about(report: &Report, period: Option<Period>) -> Vec<(&'static str, Text)> {
    let tool = words::ExportTool { name: report.tool.name, version: report.tool.version }.text();
    let mut lines: Vec<(&'static str, Text)> = Vec::new();
    lines.extend(period.map(|period| (words::export_period(), words::format::period(period))));
    lines.push((words::publish_setting(), words::disclosure(report.disclosure).into()));
    lines.push((words::export_written_by(), tool));
    lines.push((words::export_share(), words::export_share_of().into()));
    for own in [true, false] {
        if report.totals.iter().any(|total| (total.area.level == Level::Return) == own) {
            let name = if own { words::export_return() } else { words::export_answers() };
            lines.push((name, method::counted(own).join(" ").into()));
            if !own {
                lines.push((words::export_bounds(), words::export_bounds_of().into()));
            }
        }
    }
    lines.push((words::export_interval(), words::export_interval_of().into()));
    lines
}

/// All of it in lines: a name, and what is said.
pub(crate) fn lines(report: &Report, period: Option<Period>) -> Vec<(&'static str, Text)> {
    let mut lines = about(report, period);
    lines.extend(report.files.iter().map(|file| (words::export_file(), line_of(file))));
    lines
}

fn line_of(file: &FileEntry) -> Text {
    match (file.rows_used.number(), file.rows_set_aside.number()) {
        (Some(used), Some(aside)) => words::ExportFileOf { aside, name: &file.name, sha256: &file.sha256, used }.text(),
        _ => words::PublishRowsHidden { name: &file.name, sha256: &file.sha256 }.text(),
    }
}

/// The same as a section: a table of the files, and one of the rest.
pub(crate) fn section(report: &Report, period: Option<Period>) -> Block {
    let file = |file: &FileEntry| {
        Row::new([
            Cell { about: Some(words::rests_sum(&file.sha256)), ..Cell::text(file.name.clone()) },
            Cell::text(words::kind(file.kind)),
            Cell::number(words::format::shown(file.rows_used), None),
            Cell::number(words::format::shown(file.rows_set_aside), None),
        ])
    };
    // In a safe report the rows of files about children are not told.
    let told = report.files.iter().any(|file| file.rows_used.number().is_some());
    let file = |of: &FileEntry| {
        let mut row = file(of);
        row.cells.truncate(if told { 4 } else { 2 });
        row
    };
    let mut columns = vec![Column::words(words::export_file()), Column::words(words::rests_kind())];
    if told {
        columns.extend([Column::numbers(words::rests_used()), Column::numbers(words::rests_aside())]);
    }
    let files = Table {
        id: "rests-files".into(),
        caption: words::rests_files().into(),
        columns,
        rows: report.files.iter().map(file).collect(),
        sortable: false,
    };
    let line = |(name, said): (&'static str, Text)| Row::new([Cell::text(name), Cell::text(said)]);
    let read = Table {
        id: "rests-read".into(),
        caption: words::rests_read().into(),
        columns: vec![Column::words(words::rests_what()), Column::words(words::rests_said())],
        rows: about(report, period).into_iter().map(line).collect(),
        sortable: false,
    };
    let blocks = [files, read].map(|table| Block::Table { table: Shared::new(table) }).into();
    Block::Section { id: "rests".into(), title: words::rests_heading().into(), blocks }
}
