//! What an `.xlsx` says of how its cells are shown.

use crate::archive::Archive;
use crate::refusal::Refusal;
use crate::styles::{MOST, Styles};
use crate::xml::{Piece, Tag};

/// How many elements a style has, with its font, fill and border, and those that it is based on.
const PARTS: usize = 20;

/// Reads the styles; none if the workbook has none.
pub(super) fn read(archive: &mut Archive<'_>, part: Option<&str>) -> Result<Styles, Refusal> {
    let mut styles = Styles::default();
    let Some(part) = part else { return Ok(styles) };
    let Some(mut xml) = archive.xml(part)? else { return Ok(styles) };
    // Cells name a style by its place here, and not among those that other styles are based on.
    let mut of_cells = false;
    // Whether each font strikes letters through, and whether those that come are of cells.
    let (mut fonts, mut of_fonts) = (Vec::new(), false);
    let mut of_conditions = false;
    // Styles that other styles are based on, and their parts, are no styles of cells, but take time as well.
    let mut tags = 0;
    loop {
        let piece = xml.next()?;
        tags += usize::from(matches!(piece, Piece::Open(_)));
        if tags > MOST * PARTS {
            return Err(Refusal::TooManyStyles);
        }
        match piece {
            Piece::Open(tag) => match tag.name() {
                "dxfs" => of_conditions = true,
                "dxf" if of_conditions => styles.add_conditional()?,
                "numFmt" if of_conditions => styles.has_format(),
                "numFmt" => {
                    if let Some(number) = tag.number("numFmtId") {
                        styles.define(number, &tag.attribute("formatCode").unwrap_or_default());
                    }
                }
                "fonts" => of_fonts = true,
                "font" if of_fonts => fonts.push(false),
                "strike" if of_fonts => {
                    if let Some(last) = fonts.last_mut() {
                        *last = is_on(&tag);
                    }
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let font = tag.number("fontId").and_then(|font| usize::try_from(font).ok());
                    let struck = font.and_then(|font| fonts.get(font)) == Some(&true);
                    styles.add(tag.number("numFmtId").unwrap_or_default(), struck)?;
                }
                _ => {}
            },
            Piece::Close(tag) if tag.name() == "cellXfs" => of_cells = false,
            Piece::Close(tag) if tag.name() == "fonts" => of_fonts = false,
            Piece::Close(tag) if tag.name() == "dxfs" => of_conditions = false,
            Piece::End => {
                styles.end();
                return Ok(styles);
            }
            _ => {}
        }
    }
}

/// Whether a property that needs no value to hold does hold.
pub(super) fn is_on(tag: &Tag<'_>) -> bool {
    tag.attribute("val").is_none_or(|val| val != "0" && val != "false")
}
