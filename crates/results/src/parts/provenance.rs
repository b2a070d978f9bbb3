//! What a report is based on, and how to read it, for the end of every print and every file. There is one list, so that
//! all of them say the same.

use missing_rates::period::Period;
use missing_rates::report::{FileEntry, Level, Provenance, Report};
use words::{Language, Text};

use super::method;
use document::Shared;
use document::{Block, Cell, Column, Row, Table};

/// What is said about all figures, by name.
fn about(language: Language, report: &Report, period: Option<Period>) -> Vec<(&'static str, Text)> {
    let tool = language.tool(&report.tool);
    let mut lines: Vec<(&'static str, Text)> = Vec::new();
    lines.extend(period.map(|period| (language.export_period(), language.period(period))));
    lines.push((language.publish_setting(), language.disclosure(report.disclosure, report.is_about_children()).into()));
    if report.disclosure.is_safe() {
        lines.push(language.provenance(&Provenance::OneReport));
    }
    if !report.left_out.is_empty() {
        lines.push(language.provenance(&Provenance::LeftOut(&report.left_out)));
    }
    if report.may_be_part() {
        lines.push(language.provenance(&Provenance::MayBePart { disclosure: report.disclosure }));
    }
    lines.push((language.export_written_by(), tool));
    lines.push((language.export_share(), language.export_share_of().into()));
    for own in [true, false] {
        if report.totals.iter().any(|total| (total.area.level == Level::Return) == own) {
            let name = if own { language.export_return() } else { language.export_answers() };
            lines.push((name, method::counted(language, own).join(" ").into()));
            if !own {
                lines.push((language.export_bounds(), language.export_bounds_of().into()));
            }
        }
    }
    lines.push((language.export_interval(), language.export_interval_of().into()));
    lines
}

/// Everything as lines: a name, and what is said.
pub(crate) fn lines(language: Language, report: &Report, period: Option<Period>) -> Vec<(&'static str, Text)> {
    let mut lines = about(language, report, period);
    lines.extend(report.files.iter().map(|file| (language.export_file(), language.file(file))));
    lines
}

/// The same as a section: a table of the files, and a table of the rest.
pub(crate) fn section(language: Language, report: &Report, period: Option<Period>) -> Block {
    let file = |file: &FileEntry| {
        let sum = match file.sha256.as_str() {
            "" if report.disclosure.is_safe() => language.provenance_sum_hidden().into(),
            "" if !file.is_hidden() => language.provenance_sum_later().into(),
            sum => language.provenance_sum(sum),
        };
        Row::new([
            Cell { about: Some(sum), ..Cell::text(file.name.clone()) },
            Cell::text(language.kind(file.kind)),
            Cell::number(language.shown(file.rows_used), None),
            Cell::number(language.shown(file.rows_set_aside), None),
        ])
    };
    // A safe report does not give the number of rows in files about children.
    let told = report.files.iter().any(|file| file.rows_used.number().is_some());
    let file = |of: &FileEntry| {
        let mut row = file(of);
        row.cells.truncate(if told { 4 } else { 2 });
        row
    };
    let mut columns = vec![Column::words(language.export_file()), Column::words(language.provenance_kind())];
    if told {
        columns.extend([Column::numbers(language.provenance_used()), Column::numbers(language.provenance_aside())]);
    }
    let files = Table {
        id: "provenance-files".into(),
        caption: language.provenance_files().into(),
        columns,
        rows: report.files.iter().map(file).collect(),
        sortable: false,
    };
    let line = |(name, said): (&'static str, Text)| Row::new([Cell::text(name), Cell::text(said)]);
    let read = Table {
        id: "provenance-read".into(),
        caption: language.provenance_read().into(),
        columns: vec![Column::words(language.provenance_what()), Column::words(language.provenance_said())],
        rows: about(language, report, period).into_iter().map(line).collect(),
        sortable: false,
    };
    let blocks = [files, read].map(|table| Block::Table { table: Shared::new(table) }).into();
    Block::Section { id: "provenance".into(), title: language.provenance_heading().into(), blocks }
}
