//! What an `.xls` says of all its sheets.

use super::records::{Long, Records};
use crate::binary::{Fonts, rich};
use crate::number::Epoch;
use crate::refusal::Refusal;
use crate::strings::Strings;
use crate::styles::Styles;

/// The beginning and the end of a part, and of which version it is since 1997.
pub(super) const BEGIN: u16 = 0x0809;
pub(super) const END: u16 = 0x000A;
const VERSION: u16 = 0x0600;

/// A sheet as the workbook lists it.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) hidden: bool,
    /// Where it begins.
    pub(super) at: usize,
}

/// What cells refer to.
#[derive(Debug, Default)]
pub(super) struct Globals {
    pub(super) sheets: Vec<Listed>,
    pub(super) epoch: Epoch,
    pub(super) styles: Styles,
    pub(super) fonts: Fonts,
    pub(super) strings: Strings,
    /// `LibreOffice` wrote it. It may leave a zero where a formula comes to a text.
    pub(super) of_calc: bool,
}

impl Globals {
    pub(super) fn read(stream: &[u8]) -> Result<Self, Refusal> {
        let mut of = Self::default();
        let mut records = Records::from(stream, 0);
        let first = records.next()?;
        match (first.kind, first.bytes().u16()) {
            (BEGIN, Ok(VERSION)) => {}
            // Before 1997: with letters of one byte, of an alphabet of its own.
            (0x0009 | 0x0209 | 0x0409 | BEGIN, Ok(_)) => return Err(Refusal::TooOld),
            _ => return Err(Refusal::Damaged),
        }
        loop {
            let record = records.next()?;
            let mut bytes = record.bytes();
            match record.kind {
                END => break,
                // From here on everything is encrypted.
                0x002F => return Err(Refusal::Password),
                // Who wrote it.
                0x005C => of.of_calc = text(&mut records.long(record.body)).is_ok_and(|name| name == "Calc"),
                0x0022 if bytes.u16()? == 1 => of.epoch = Epoch::Y1904,
                // A font: its height, its looks, its colour, how bold it is, and whether it is above the line.
                0x0031 => {
                    bytes.u16()?;
                    let flags = bytes.u16()?;
                    bytes.take(4)?;
                    of.fonts.add(flags, bytes.u16()?);
                }
                0x041E => {
                    let number = bytes.u16()?;
                    of.styles.define(u32::from(number), &text(&mut records.long(bytes.rest()))?);
                }
                0x00E0 => {
                    let struck = of.fonts.numbered(bytes.u16()?).struck;
                    of.styles.add(u32::from(bytes.u16()?), struck)?;
                }
                0x0085 => {
                    let at = bytes.count()?;
                    let (state, kind, length) = (bytes.u8()?, bytes.u8()?, bytes.u8()?);
                    let mut name = records.long(bytes.rest());
                    let flags = name.flags()?;
                    let name = String::from_utf16_lossy(&name.letters(usize::from(length), flags)?);
                    // The others hold macros or a chart.
                    if kind == 0 {
                        of.sheets.push(Listed { name, hidden: state & 3 != 0, at });
                    }
                }
                0x00FC => of.texts(records.long(record.body))?,
                _ => {}
            }
        }
        of.styles.end();
        Ok(of)
    }

    /// Reads the texts that cells name by a number.
    fn texts(&mut self, mut from: Long<'_>) -> Result<(), Refusal> {
        from.u32()?;
        for _ in 0..from.u32()? {
            let length = usize::from(from.u16()?);
            let flags = from.flags()?;
            let runs = if flags & 8 == 0 { 0 } else { from.u16()? };
            let beside = if flags & 4 == 0 { 0 } else { from.u32()? };
            let letters = from.letters(length, flags)?;
            let text = self.with_runs(&letters, &mut from, runs)?;
            self.strings.add(&text)?;
            // How it is pronounced.
            from.skip(usize::try_from(beside).map_err(|_| Refusal::Damaged)?)?;
        }
        Ok(())
    }

    /// A text, with so many changes of the font behind it.
    pub(super) fn with_runs(&self, letters: &[u16], from: &mut Long<'_>, runs: u16) -> Result<String, Refusal> {
        let mut changes = Vec::new();
        for _ in 0..runs {
            changes.push((from.u16()?, self.fonts.numbered(from.u16()?)));
        }
        rich(letters, &changes)
    }
}

/// A text with its length before it.
pub(super) fn text(from: &mut Long<'_>) -> Result<String, Refusal> {
    let length = usize::from(from.u16()?);
    let flags = from.flags()?;
    Ok(String::from_utf16_lossy(&from.letters(length, flags)?))
}
