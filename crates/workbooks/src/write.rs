//! Workbooks to keep, by the guidance of the Government Analysis Function on spreadsheets that everybody can read: a cover with
//! contents, one marked table on each sheet from its first cell, one header row, no merged cells, numbers as numbers and
//! identifiers as text.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Table as Marked, TableColumn, TableStyle, Workbook, Worksheet,
    XlsxError,
};

use std::io::{Cursor, Read as _, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::written::{Table, Written};

/// The narrowest and the widest column, in characters.
const WIDTH: (usize, usize) = (8, 60);
/// The most characters of a cell.
const LONGEST: usize = 32_000;
/// The part with the title, the author and the language.
const PROPERTIES: &str = "docProps/core.xml";
/// The most rows of a table; a sheet has one more.
pub const MOST_ROWS: usize = 1_048_575;

/// Writes a workbook as `.xlsx`. The same workbook is the same bytes.
///
/// # Errors
/// A sheet has a name that another has, or more rows than [`MOST_ROWS`].
pub fn xlsx(of: &Written) -> Result<Vec<u8>, NotWritten> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_title(&of.title).set_author(&of.author));
    if !of.cover.is_empty() {
        cover(workbook.add_worksheet(), of).map_err(NotWritten)?;
    }
    for (at, table) in (1..).zip(&of.sheets) {
        sheet(workbook.add_worksheet(), table, at).map_err(NotWritten)?;
    }
    let bytes = workbook.save_to_buffer().map_err(NotWritten)?;
    with_language(&bytes, &of.language).map_err(|error| NotWritten(XlsxError::ZipError(error)))
}

/// The same workbook with its language among its properties, where programs look for it, and without the time at which it was
/// written: the same report is the same file.
fn with_language(bytes: &[u8], language: &str) -> Result<Vec<u8>, ZipError> {
    let mut read = ZipArchive::new(Cursor::new(bytes))?;
    let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for at in 0..read.len() {
        let part = read.by_index_raw(at)?;
        if part.name()? != PROPERTIES {
            out.raw_copy_file(part)?;
            continue;
        }
        drop(part);
        let mut text = String::new();
        read.by_index(at)?.read_to_string(&mut text)?;
        for element in ["created", "modified"] {
            let (open, close) = (["<dcterms:", element].concat(), ["</dcterms:", element, ">"].concat());
            if let (Some(from), Some(to)) = (text.find(&open), text.find(&close)) {
                text.replace_range(from..to + close.len(), "");
            }
        }
        let end = "</cp:coreProperties>";
        let said = ["<dc:language>", language, "</dc:language>", end].concat();
        out.start_file(PROPERTIES, SimpleFileOptions::default())?;
        out.write_all(text.replace(end, &said).as_bytes())?;
    }
    Ok(out.finish()?.into_inner())
}

/// Why a workbook cannot be written.
#[derive(Debug)]
pub struct NotWritten(XlsxError);

impl std::fmt::Display for NotWritten {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for NotWritten {}

/// The first sheet: the title, what is to be known first, and the contents with links.
fn cover(sheet: &mut Worksheet, of: &Written) -> Result<(), XlsxError> {
    sheet.set_name("Cover")?;
    sheet.set_column_width(0, 40)?.set_column_width(1, 80)?;
    let (title, heading) = (Format::new().set_bold().set_font_size(16), Format::new().set_bold().set_font_size(13));
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, 0, &of.title, &title)?;
    let mut row = 1;
    for line in &of.cover {
        sheet.write_string(row, 0, line)?;
        row += 1;
    }
    sheet.write_string_with_format(row, 0, &of.contents, &heading)?;
    for table in &of.sheets {
        row += 1;
        let link = format!("internal:'{}'!A1", table.name.replace('\'', "''"));
        sheet.write_url_with_text(row, 0, link.as_str(), &table.name)?;
        sheet.write_string_with_format(row, 1, &table.about, &wrapped)?;
    }
    Ok(())
}

/// The day that a cell is, as dd/mm/yyyy or yyyy-mm-dd. Workbooks have none before 1900.
fn day(cell: &str) -> Option<ExcelDateTime> {
    let parts: Vec<&str> = cell.split('/').collect();
    let iso: Vec<&str> = cell.split('-').rev().collect();
    let (([day, month, year], _) | (_, [day, month, year])) = (&parts[..], &iso[..]) else { return None };
    let is_whole = (day.len(), month.len(), year.len()) == (2, 2, 4);
    let is_number = [day, month, year].iter().all(|part| part.bytes().all(|sign| sign.is_ascii_digit()));
    let (day, month, year) = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok().filter(|_| is_whole && is_number)
}

/// A sheet with one table, which is marked as one and named, so that a screen reader reads its header row.
fn sheet(sheet: &mut Worksheet, of: &Table, number: u32) -> Result<(), XlsxError> {
    sheet.set_name(&of.name)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let of_days = Format::new().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Top);
    for (row, cells) in (1..).zip(&of.rows) {
        for ((column, cell), kind) in (0..).zip(cells).zip(&of.columns) {
            if let Some(day) = day(cell).filter(|_| kind.days) {
                sheet.write_datetime_with_format(row, column, &day, &of_days)?;
                continue;
            }
            match cell.parse::<f64>().ok().filter(|number| kind.numbers && number.is_finite()) {
                _ if cell.is_empty() => {}
                Some(number) => drop(sheet.write_number(row, column, number)?),
                None => {
                    let text: String = cell.chars().take(LONGEST).collect();
                    sheet.write_string_with_format(row, column, text, &wrapped)?;
                }
            }
        }
    }
    let columns: Vec<TableColumn> =
        of.columns.iter().map(|column| TableColumn::new().set_header(&column.heading)).collect();
    let marked = Marked::new().set_name(format!("Table{number}")).set_columns(&columns).set_style(TableStyle::Light1);
    let last = u32::try_from(of.rows.len().max(1)).unwrap_or(u32::MAX);
    let across = u16::try_from(of.columns.len().max(1) - 1).unwrap_or(u16::MAX);
    sheet.add_table(0, 0, last, across, &marked)?;
    for (at, column) in (0..).zip(&of.columns) {
        let cells = of.rows.iter().filter_map(|row| row.get(usize::from(at)));
        let longest = cells.map(|cell| cell.chars().count()).chain([column.heading.chars().count() + 3]).max();
        let width = longest.unwrap_or_default().clamp(WIDTH.0, WIDTH.1);
        sheet.set_column_width(at, u32::try_from(width).unwrap_or_default() + 1)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
