//! What a report rests on, and how it is to be read: the end of every print and of every file. One list, so that all of
//! them say the same.

use missing_rates::period::Period;
use missing_rates::report::{FileEntry, Level, Report};
use yew::AttrValue;

use super::method;
use crate::document::{Block, Cell, Column, Row, Table};
use crate::shared::Shared;
use crate::text;

/// What is said of all figures, by name.
fn about(report: &Report, period: Option<Period>) -> Vec<(&'static str, AttrValue)> {
    let tool = text::ExportTool { name: report.tool.name, version: report.tool.version }.text();
    let mut lines: Vec<(&'static str, AttrValue)> = Vec::new();
    lines.extend(period.map(|period| (text::export_period(), text::format::period(period))));
    lines.push((text::publish_setting(), text::disclosure(report.disclosure).into()));
    lines.push((text::export_written_by(), tool));
    lines.push((text::export_share(), text::export_share_of().into()));
    for own in [true, false] {
        if report.totals.iter().any(|total| (total.area.level == Level::Return) == own) {
            let name = if own { text::export_return() } else { text::export_answers() };
            lines.push((name, method::counted(own).join(" ").into()));
            if !own {
                lines.push((text::export_bounds(), text::export_bounds_of().into()));
            }
        }
    }
    lines.push((text::export_interval(), text::export_interval_of().into()));
    lines
}

/// All of it in lines: a name, and what is said.
pub(crate) fn lines(report: &Report, period: Option<Period>) -> Vec<(&'static str, AttrValue)> {
    let mut lines = about(report, period);
    lines.extend(report.files.iter().map(|file| (text::export_file(), line_of(file))));
    lines
}

fn line_of(file: &FileEntry) -> AttrValue {
    match (file.rows_used.number(), file.rows_set_aside.number()) {
        (Some(used), Some(aside)) => text::ExportFileOf { aside, name: &file.name, sha256: &file.sha256, used }.text(),
        _ => text::PublishRowsHidden { name: &file.name, sha256: &file.sha256 }.text(),
    }
}

/// The same as a section: a table of the files, and one of the rest.
pub(crate) fn section(report: &Report, period: Option<Period>) -> Block {
    let file = |file: &FileEntry| {
        Row::new([
            Cell { about: Some(text::rests_sum(&file.sha256)), ..Cell::text(file.name.clone()) },
            Cell::text(text::kind(file.kind)),
            Cell::number(text::format::shown(file.rows_used), None),
            Cell::number(text::format::shown(file.rows_set_aside), None),
        ])
    };
    // In a safe report the rows of files about children are not told.
    let told = report.files.iter().any(|file| file.rows_used.number().is_some());
    let file = |of: &FileEntry| {
        let mut row = file(of);
        row.cells.truncate(if told { 4 } else { 2 });
        row
    };
    let mut columns = vec![Column::words(text::export_file()), Column::words(text::rests_kind())];
    if told {
        columns.extend([Column::numbers(text::rests_used()), Column::numbers(text::rests_aside())]);
    }
    let files = Table {
        id: "rests-files".into(),
        caption: text::rests_files().into(),
        columns,
        rows: report.files.iter().map(file).collect(),
        sortable: false,
    };
    let line = |(name, said): (&'static str, AttrValue)| Row::new([Cell::text(name), Cell::text(said)]);
    let read = Table {
        id: "rests-read".into(),
        caption: text::rests_read().into(),
        columns: vec![Column::words(text::rests_what()), Column::words(text::rests_said())],
        rows: about(report, period).into_iter().map(line).collect(),
        sortable: false,
    };
    let blocks = [files, read].map(|table| Block::Table { table: Shared::new(table) }).into();
    Block::Section { id: "rests".into(), title: text::rests_heading().into(), blocks }
}
