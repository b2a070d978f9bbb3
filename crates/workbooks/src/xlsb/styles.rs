//! What an `.xlsb` says of how its cells are shown.

use super::records::records;
use super::texts::text;
use crate::archive::Archive;
use crate::binary::Fonts;
use crate::refusal::Refusal;
use crate::styles::Styles;

/// Reads the styles and fonts; none if the workbook has none.
pub(super) fn read(archive: &mut Archive<'_>, part: Option<&str>) -> Result<(Styles, Fonts), Refusal> {
    let (mut styles, mut fonts) = (Styles::default(), Fonts::default());
    let Some(part) = part else { return Ok((styles, fonts)) };
    let Some(mut records) = records(archive, part)? else { return Ok((styles, fonts)) };
    // Cells name a style by its place here, and not among those that other styles are based on.
    let mut of_cells = false;
    while let Some((kind, mut bytes)) = records.next()? {
        match kind {
            44 => {
                let number = bytes.u16()?;
                styles.define(u32::from(number), &text(&mut bytes)?);
            }
            // A font: its height, its looks, how bold it is, and whether it is above the line.
            43 => {
                bytes.u16()?;
                let flags = bytes.u16()?;
                bytes.u16()?;
                fonts.add(flags, bytes.u16()?);
            }
            617 => of_cells = true,
            618 => of_cells = false,
            47 if of_cells => {
                bytes.u16()?;
                let number = u32::from(bytes.u16()?);
                styles.add(number, fonts.at(usize::from(bytes.u16()?)).struck)?;
            }
            _ => {}
        }
    }
    styles.end();
    Ok((styles, fonts))
}
