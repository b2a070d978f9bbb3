//! The cells of a sheet.

use super::records::records;
use super::texts::{rich_text, text};
use crate::archive::Archive;
use crate::binary::{FORMULA, Fonts, error, packed, truth};
use crate::bytes::Bytes;
use crate::merged::{Area, Holds};
use crate::number::Epoch;
use crate::refusal::Refusal;
use crate::seen::Seen;
use crate::sheet::Sheet;
use crate::strings::Strings;
use crate::styles::Styles;
use crate::tables::Rule;

/// What the cells of a sheet refer to.
pub(super) struct Of {
    pub(super) strings: Strings,
    pub(super) styles: Styles,
    pub(super) fonts: Fonts,
    pub(super) epoch: Epoch,
    pub(super) uncalculated: bool,
}

/// The areas of merged cells. They come after the cells, so every sheet is read twice.
pub(super) fn areas(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Area>, Refusal> {
    let mut records = records(archive, part)?.ok_or(Refusal::Damaged)?;
    let mut areas = Vec::new();
    while let Some((kind, mut bytes)) = records.next()? {
        if kind == 176 {
            let (from, to, left, right) = (bytes.u32()?, bytes.u32()?, bytes.u32()?, bytes.u32()?);
            areas.extend(Area::of((from, to), (left, right)));
        }
    }
    Ok(areas)
}

impl Of {
    /// Reads the cells of a sheet.
    pub(super) fn read(&self, archive: &mut Archive<'_>, part: &str, sheet: &mut Sheet<'_, '_>) -> Result<(), Refusal> {
        let mut records = records(archive, part)?.ok_or(Refusal::Damaged)?;
        let mut seen = Seen::new(self.epoch);
        let (mut row, mut ended) = (0, false);
        while let Some((kind, mut bytes)) = records.next()? {
            match kind {
                // A row: its number, its style, its height, and its looks.
                0 => {
                    row = bytes.u32()?;
                    bytes.u32()?;
                    let height = bytes.u16()?;
                    bytes.u8()?;
                    let looks = bytes.u8()?;
                    // Hidden, or of a height of its own, which is none.
                    seen.row(looks & 0x10 != 0 || looks & 0x20 != 0 && height == 0);
                }
                // Columns: the first and the last, how wide they are, their style, and their looks.
                60 => {
                    let (from, to, width, _) = (bytes.u32()?, bytes.u32()?, bytes.u32()?, bytes.u32()?);
                    if bytes.u16()? & 1 != 0 || width == 0 {
                        seen.hide(from, to)?;
                    }
                }
                2..=11 | 62 => {
                    let column = bytes.u32()?;
                    let style = bytes.u32()? & 0x00FF_FFFF;
                    let style = usize::try_from(style).unwrap_or(usize::MAX);
                    let (text, holds) = self.text((kind, style), bytes, (row, column), &seen, sheet)?;
                    seen.cell(sheet, (row, column), (&text, holds))?;
                    sheet.style((row, column), &text, self.styles.strikes(style));
                }
                130 => ended = true,
                _ => {}
            }
        }
        if ended { Ok(()) } else { Err(Refusal::Damaged) }
    }

    /// What a person reads in a cell.
    fn text(
        &self,
        (kind, style): (u16, usize),
        mut bytes: Bytes<'_>,
        at: (u32, u32),
        seen: &Seen,
        sheet: &mut Sheet<'_, '_>,
    ) -> Result<(String, Holds), Refusal> {
        let text = match kind {
            2 => return Ok(seen.number(sheet, at, packed(bytes.u32()?), self.styles.get(style))),
            5 => return Ok(seen.number(sheet, at, bytes.f64()?, self.styles.get(style))),
            9 => {
                let value = bytes.f64()?;
                if value != 0.0 || !self.uncalculated {
                    return Ok(seen.number(sheet, at, value, self.styles.get(style)));
                }
                sheet.notes.add(Rule::FormulaWithoutValue, Some(at.0), Some(at.1), FORMULA);
                FORMULA.to_owned()
            }
            3 | 11 => {
                let error = error(bytes.u8()?);
                sheet.notes.add(Rule::CellError, Some(at.0), Some(at.1), error);
                error.to_owned()
            }
            4 | 10 => truth(bytes.u8()?).to_owned(),
            7 => {
                let number = bytes.count()?;
                self.strings.get(number).ok_or(Refusal::Damaged)?.to_owned()
            }
            62 => rich_text(&mut bytes, &self.fonts)?,
            _ => text(&mut bytes)?,
        };
        Ok((text, Holds::Words))
    }
}
