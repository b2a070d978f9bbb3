//! Workbooks of the OASIS format (`OpenDocument` 1.3, part 3): `.ods`.

mod cell;
mod printed;
mod shapes;
mod styles;

use std::collections::BTreeSet;
use std::io::BufRead;
use std::ops::Range;

use crate::archive::Archive;
use crate::book::Book;
use crate::merged::{Area, MOST_COLUMNS, MOST_ROWS};
use crate::refusal::Refusal;
use crate::sheet::Sheet;
use crate::tables::Rule;
use crate::xml::{Piece, Tag, Xml};
use cell::Cell;
use printed::Printed;
use styles::Styles;

/// So many groups of columns have a style that cells may leave to them. People make a few.
const STYLED_COLUMNS: usize = 200;
const CONTENT: &str = "content.xml";
const MANIFEST: &str = "META-INF/manifest.xml";
/// How the part `mimetype` begins.
const SPREADSHEET: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.";

/// Whether an archive is a workbook of this format; `None` if it is no document of it at all.
///
/// # Errors
/// The archive is damaged.
pub(crate) fn is_one(archive: &mut Archive<'_>) -> Result<Option<bool>, Refusal> {
    let Some(kind) = archive.whole("mimetype")? else { return Ok(None) };
    Ok(kind.starts_with(DOCUMENT).then(|| kind.starts_with(SPREADSHEET)))
}

/// Reads every sheet.
///
/// # Errors
/// It is damaged, a password protects it, or it comes to too much.
pub(crate) fn read(archive: &mut Archive<'_>, book: &mut Book<'_, '_>) -> Result<(), Refusal> {
    if let Some(mut xml) = archive.xml(MANIFEST)? {
        loop {
            match xml.next()? {
                Piece::Open(tag) if tag.name() == "encryption-data" => return Err(Refusal::Password),
                Piece::End => break,
                _ => {}
            }
        }
    }
    let printed = Printed::read(archive)?;
    // The areas of merged cells are beside the cells, and must be known before.
    let ahead = ahead(&mut archive.xml(CONTENT)?.ok_or(Refusal::Damaged)?)?;
    let mut ahead = ahead.into_iter();
    let mut xml = archive.xml(CONTENT)?.ok_or(Refusal::Damaged)?;
    let mut styles = Styles::default();
    let mut any = false;
    loop {
        let name = match xml.next()? {
            Piece::Open(tag) if tag.name() == "table" => {
                any = true;
                let style = tag.attribute("style-name").unwrap_or_default();
                Some((tag.attribute("name").unwrap_or_default(), styles.hides(&style), style))
            }
            Piece::Open(tag) => {
                styles.take(&tag)?;
                None
            }
            Piece::End if any => return Ok(()),
            Piece::End => return Err(Refusal::NoSheets),
            _ => None,
        };
        if let Some((name, hidden, style)) = name {
            let Ahead { areas, is_copy } = ahead.next().unwrap_or_default();
            if is_copy {
                xml.text(&[])?;
            } else {
                book.sheet(&name, hidden, areas, |sheet| {
                    for text in printed.of(styles.page(&style)) {
                        sheet.notes.add(Rule::TextBox, None, None, text);
                    }
                    table(&mut xml, &styles, sheet)
                })?;
            }
        }
    }
}

/// How often a row or a cell is there.
fn repeated(tag: &Tag<'_>, name: &str, most: u32) -> u32 {
    tag.number(name).unwrap_or(1).clamp(1, most)
}

/// What must be known of a sheet before its cells are read.
#[derive(Debug, Default)]
struct Ahead {
    /// The areas of merged cells.
    areas: Vec<Area>,
    /// Whether it is what a link to another file or program brought last. That is kept beside the sheets and shown nowhere.
    is_copy: bool,
}

/// Finds it for each sheet.
fn ahead<R: BufRead>(xml: &mut Xml<R>) -> Result<Vec<Ahead>, Refusal> {
    let mut sheets: Vec<Ahead> = Vec::new();
    let mut of_links = false;
    let (mut row, mut rows, mut column, mut tables) = (0_u32, 1, 0_u32, 0_u32);
    loop {
        match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "table" => {
                    tables += 1;
                    if tables == 1 {
                        sheets.push(Ahead { is_copy: of_links, ..Ahead::default() });
                        row = 0;
                    }
                }
                "table-source" => {
                    if let Some(of) = sheets.last_mut().filter(|_| tables == 1) {
                        of.is_copy = true;
                    }
                }
                "dde-links" => of_links = true,
                "table-row" => {
                    rows = repeated(&tag, "number-rows-repeated", MOST_ROWS);
                    column = 0;
                }
                "table-cell" | "covered-table-cell" => {
                    let down = tag.number("number-rows-spanned").unwrap_or(1).clamp(1, MOST_ROWS);
                    let across = tag.number("number-columns-spanned").unwrap_or(1).clamp(1, MOST_COLUMNS);
                    let area =
                        Area::of((row, row.saturating_add(down - 1)), (column, column.saturating_add(across - 1)));
                    if let Some(of) = sheets.last_mut() {
                        of.areas.extend(area);
                    }
                    column = column.saturating_add(repeated(&tag, "number-columns-repeated", MOST_COLUMNS));
                }
                _ => {}
            },
            Piece::Close(tag) => match tag.name() {
                "table" => tables = tables.saturating_sub(1),
                "dde-links" => of_links = false,
                "table-row" => row = row.saturating_add(rows),
                _ => {}
            },
            Piece::End => return Ok(sheets),
            _ => {}
        }
    }
}

/// Reads the sheet that has just begun, up to its end.
fn table<R: BufRead>(xml: &mut Xml<R>, styles: &Styles, sheet: &mut Sheet<'_, '_>) -> Result<(), Refusal> {
    let (mut row, mut rows, mut column) = (0_u32, 1_u32, 0_u32);
    // Each cell with the columns that it is in.
    let mut line: Vec<(Range<u32>, Cell)> = Vec::new();
    let (mut across, mut hidden_columns) = (0_u32, Vec::new());
    // The style of cells that name none, of columns and of the row.
    let (mut usual, mut of_row) = (Vec::new(), None::<String>);
    let (mut hidden, mut said) = (false, BTreeSet::new());
    let mut drawn = 0;
    loop {
        let begun = match xml.next()? {
            Piece::Open(tag) => match tag.name() {
                "table-column" => {
                    let next = across.saturating_add(repeated(&tag, "number-columns-repeated", MOST_COLUMNS));
                    if is_hidden(&tag, styles) {
                        hidden_columns.push(across..next);
                    }
                    if let Some(style) =
                        tag.attribute("default-cell-style-name").filter(|_| usual.len() < STYLED_COLUMNS)
                    {
                        usual.push((across..next, style));
                    }
                    across = next;
                    None
                }
                "table-row" => {
                    rows = repeated(&tag, "number-rows-repeated", MOST_ROWS);
                    hidden = is_hidden(&tag, styles);
                    of_row = tag.attribute("default-cell-style-name");
                    column = 0;
                    line.clear();
                    None
                }
                "table-cell" | "covered-table-cell" => {
                    let times = repeated(&tag, "number-columns-repeated", MOST_COLUMNS);
                    let of_column = || usual.iter().find(|(columns, _)| columns.contains(&column));
                    let style = of_row.as_deref().or_else(|| of_column().map(|(_, style)| style.as_str()));
                    Some((Cell::begin(&tag, styles, style.unwrap_or_default()), times))
                }
                // A table within a cell, or of what a chart draws, is none of the sheet.
                "table" | "forms" => {
                    xml.text(&[])?;
                    None
                }
                "shapes" => {
                    for text in shapes::read(xml)? {
                        sheet.notes.add(Rule::TextBox, None, None, &text);
                    }
                    None
                }
                _ => None,
            },
            Piece::Close(tag) => match tag.name() {
                "table" => return Ok(()),
                "table-row" => {
                    expect(&line, rows, sheet)?;
                    for again in 0..rows {
                        if line.is_empty() {
                            break;
                        }
                        let at = row.saturating_add(again);
                        if hidden {
                            sheet.notes.add(Rule::HiddenRow, Some(at), None, "");
                        }
                        for (column, cell) in
                            line.iter().flat_map(|(columns, cell)| columns.clone().map(move |at| (at, cell)))
                        {
                            let text = cell.put(at, column, sheet)?;
                            let hides = || hidden_columns.iter().any(|of| of.contains(&column));
                            if !text.is_empty() && hides() && said.insert(column) {
                                sheet.notes.add(Rule::HiddenColumn, None, Some(column), &text);
                            }
                        }
                    }
                    row = row.saturating_add(rows);
                    None
                }
                _ => None,
            },
            Piece::End => return Err(Refusal::Damaged),
            _ => None,
        };
        if let Some((mut cell, times)) = begun {
            for text in cell.read(xml, styles)?.iter().take(shapes::MOST.saturating_sub(drawn)) {
                sheet.notes.add(Rule::TextBox, None, None, text);
                drawn += 1;
            }
            if !cell.is_empty() {
                line.push((column..column.saturating_add(times), cell));
            }
            column = column.saturating_add(times);
        }
    }
}

/// Whether what a row comes to, so many times, is no more than a file may. Few bytes say that a cell is there a million times.
fn expect(line: &[(Range<u32>, Cell)], rows: u32, sheet: &Sheet<'_, '_>) -> Result<(), Refusal> {
    let times = |columns: &Range<u32>| u64::from(columns.end - columns.start);
    let cells = line.iter().map(|(columns, _)| times(columns)).fold(0, u64::saturating_add);
    let bytes = line.iter().map(|(columns, cell)| times(columns).saturating_mul(cell.bytes()));
    sheet.expect(rows, cells, bytes.fold(0, u64::saturating_add))
}

/// Whether a row or column is hidden, by a person or by a filter, or has no height or width.
fn is_hidden(tag: &Tag<'_>, styles: &Styles) -> bool {
    let said = tag.attribute("visibility").is_some_and(|is| is == "collapse" || is == "filter");
    said || tag.attribute("style-name").is_some_and(|style| styles.hides(&style))
}
