//! Texts, those of cells and those beside them.

use super::records::records;
use crate::archive::Archive;
use crate::binary::{Fonts, rich};
use crate::bytes::Bytes;
use crate::refusal::Refusal;
use crate::strings::Strings;

/// A text, with its length before it.
pub(super) fn text(bytes: &mut Bytes<'_>) -> Result<String, Refusal> {
    let length = bytes.count()?;
    Ok(String::from_utf16_lossy(&bytes.wide(length)?))
}

/// A text of which some letters may look different.
pub(super) fn rich_text(bytes: &mut Bytes<'_>, fonts: &Fonts) -> Result<String, Refusal> {
    let has_runs = bytes.u8()? & 1 == 1;
    let length = bytes.count()?;
    let letters = bytes.wide(length)?;
    let mut changes = Vec::new();
    if has_runs {
        for _ in 0..bytes.u32()? {
            let (at, font) = (bytes.u16()?, usize::from(bytes.u16()?));
            changes.push((at, fonts.at(font)));
        }
    }
    rich(&letters, &changes)
}

/// The texts that cells name by a number; none if the workbook has none.
pub(super) fn shared(archive: &mut Archive<'_>, part: Option<&str>, fonts: &Fonts) -> Result<Strings, Refusal> {
    let mut strings = Strings::default();
    let Some(part) = part else { return Ok(strings) };
    let Some(mut records) = records(archive, part)? else { return Ok(strings) };
    while let Some((kind, mut bytes)) = records.next()? {
        if kind == 19 {
            strings.add(&rich_text(&mut bytes, fonts)?)?;
        }
    }
    Ok(strings)
}

/// What people wrote beside cells, with the row and column of each.
pub(super) fn remarks(
    archive: &mut Archive<'_>,
    part: &str,
    fonts: &Fonts,
) -> Result<Vec<(u32, u32, String)>, Refusal> {
    let mut remarks = Vec::new();
    let Some(mut records) = records(archive, part)? else { return Ok(remarks) };
    let mut at = None;
    while let Some((kind, mut bytes)) = records.next()? {
        match kind {
            // Its author, and the rows and columns that it is about.
            635 => {
                let (_, row, _, column) = (bytes.u32()?, bytes.u32()?, bytes.u32()?, bytes.u32()?);
                at = Some((row, column));
            }
            637 => {
                if let Some((row, column)) = at.take() {
                    remarks.push((row, column, rich_text(&mut bytes, fonts)?));
                }
            }
            _ => {}
        }
    }
    Ok(remarks)
}
