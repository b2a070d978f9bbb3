//! A sheet before its cells are read: where each lies, and what comes after them and holds for them.

use std::collections::{BTreeMap, BTreeSet};

use super::globals::{BEGIN, END, text};
use super::records::{Record, Records};
use crate::bytes::Bytes;
use crate::merged::Area;
use crate::printed::{printed, says_more};
use crate::refusal::Refusal;

/// A sheet of cells, among what can be one.
const CELLS: u16 = 0x0010;
/// A note among what is drawn above a sheet, and what else people write in: boxes, shapes, labels.
const NOTE: u16 = 0x0019;
const BOXES: [u16; 5] = [0x0002, 0x0003, 0x0006, 0x000E, 0x001E];
/// No sheet has more boxes that anybody reads.
const MOST: usize = 50;
/// What is above and below each printed page.
const HEADER: u16 = 0x0014;
const FOOTER: u16 = 0x0015;

/// What was found in a sheet.
#[derive(Debug, Default)]
pub(super) struct First {
    pub(super) areas: Vec<Area>,
    /// What people wrote beside cells, with the row and column of each.
    pub(super) remarks: Vec<(u32, u32, String)>,
    /// What is written in boxes above the cells, and above and below printed pages.
    pub(super) boxes: Vec<String>,
    pub(super) hidden_rows: BTreeSet<u32>,
    /// The first and the last of columns that are hidden.
    pub(super) hidden_columns: Vec<(u32, u32)>,
    /// The row and column of each cell and where its record is, in order.
    pub(super) cells: Vec<((u32, u32), usize)>,
    /// No formula was calculated by what wrote the workbook.
    pub(super) uncalculated: bool,
}

/// Looks through the sheet that begins at a place; `None` if it has no cells, as a chart.
pub(super) fn read(stream: &[u8], at: usize) -> Result<Option<First>, Refusal> {
    let mut records = Records::from(stream, at);
    let begin = records.next()?;
    let mut bytes = begin.bytes();
    if begin.kind != BEGIN {
        return Err(Refusal::Damaged);
    }
    bytes.u16()?;
    if bytes.u16()? != CELLS {
        return Ok(None);
    }
    let mut first = First::default();
    let (mut object, mut texts, mut notes) = (None, BTreeMap::new(), Vec::new());
    let (mut formulas, mut values, mut within) = (0_u32, 0_u32, 0_u32);
    loop {
        let record = records.next()?;
        match record.kind {
            // A chart on the sheet is a part of its own.
            BEGIN => within += 1,
            END if within > 0 => within -= 1,
            END => break,
            _ if within > 0 => {}
            // An object that is drawn, and its text.
            0x005D => object = object_of(record.bytes()),
            0x01B6 => {
                let mut bytes = record.bytes();
                bytes.take(10)?;
                let length = usize::from(bytes.u16()?);
                let mut long = records.long(&[]);
                let Some((kind, number)) = object.take().filter(|_| length > 0) else { continue };
                if kind == NOTE {
                    texts.insert(number, String::from_utf16_lossy(&long.letters(length, 0)?));
                } else if BOXES.contains(&kind) && first.boxes.len() < MOST {
                    let said = long.letters(length, 0).map(|letters| String::from_utf16_lossy(&letters));
                    let said = said.map(|said| said.split_whitespace().collect::<Vec<_>>().join(" "));
                    first.boxes.extend(said.ok().filter(|said| !said.is_empty()));
                }
            }
            HEADER | FOOTER if !record.body.is_empty() => {
                let said = text(&mut records.long(record.body)).map(|code| printed(&code));
                first.boxes.extend(said.ok().filter(|said| says_more(said)));
            }
            0x001C => {
                let mut bytes = record.bytes();
                let (row, column, _, object) = (bytes.u16()?, bytes.u16()?, bytes.u16()?, bytes.u16()?);
                notes.push((u32::from(row), u32::from(column), object));
            }
            0x0006 => {
                formulas += 1;
                values += u32::from(has_value(record.bytes())?);
                first.cell(&record)?;
            }
            _ => first.take(&record)?,
        }
    }
    first.uncalculated = formulas > 0 && values == 0;
    let with_text = |(row, column, object)| texts.remove(&object).map(|text: String| (row, column, text));
    first.remarks = notes.into_iter().filter_map(with_text).collect();
    first.remarks.sort();
    // Some writers keep cells in the order in which they were filled. What was written last is what is shown.
    if !first.cells.is_sorted() {
        first.cells.sort_by_key(|(place, _)| *place);
    }
    first.cells.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 = later.1;
        }
        same
    });
    Ok(Some(first))
}

impl First {
    fn take(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let mut bytes = record.bytes();
        match record.kind {
            // A row: its number, its first and last column, its height, two things for programs, and its looks.
            0x0208 => {
                let row = bytes.u16()?;
                bytes.take(4)?;
                let height = bytes.u16()?;
                bytes.take(4)?;
                let looks = bytes.u16()?;
                // Hidden, or of a height of its own, which is none.
                if looks & 0x20 != 0 || looks & 0x40 != 0 && height == 0 {
                    self.hidden_rows.insert(u32::from(row));
                }
            }
            // Columns: the first and the last, how wide they are, their style, and their looks.
            0x007D => {
                let (from, to, width, _) = (bytes.u16()?, bytes.u16()?, bytes.u16()?, bytes.u16()?);
                if bytes.u16()? & 1 != 0 || width == 0 {
                    self.hidden_columns.push((u32::from(from), u32::from(to)));
                }
            }
            0x00E5 => {
                for _ in 0..bytes.u16()? {
                    let [rows, columns] = [(); 2].map(|()| Ok((u32::from(bytes.u16()?), u32::from(bytes.u16()?))));
                    self.areas.extend(Area::of(rows?, columns?));
                }
            }
            // Numbers of several cells beside each other: six bytes each, between the first and the last column.
            0x00BD => {
                let (row, column) = (u32::from(bytes.u16()?), u32::from(bytes.u16()?));
                for at in 0..u32::try_from(record.body.len().saturating_sub(6) / 6).unwrap_or_default() {
                    self.cells.push(((row, column + at), record.at));
                }
            }
            0x0203 | 0x027E | 0x00FD | 0x0204 | 0x00D6 | 0x0205 => self.cell(record)?,
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, record: &Record<'_>) -> Result<(), Refusal> {
        let mut bytes = record.bytes();
        self.cells.push(((u32::from(bytes.u16()?), u32::from(bytes.u16()?)), record.at));
        Ok(())
    }
}

/// What an object is, and its number.
fn object_of(mut bytes: Bytes<'_>) -> Option<(u16, u16)> {
    bytes.take(4).ok()?;
    Some((bytes.u16().ok()?, bytes.u16().ok()?))
}

/// Whether a formula has a value: neither nothing nor a zero that is to be calculated when the workbook is opened.
fn has_value(mut bytes: Bytes<'_>) -> Result<bool, Refusal> {
    bytes.take(6)?;
    let value: &[u8] = bytes.take(8)?;
    let calculate = bytes.u16()? & 1 == 1;
    let nothing = value.starts_with(&[3]) && value.ends_with(&[0xFF, 0xFF]);
    Ok(!(nothing || calculate && value == [0; 8]))
}
