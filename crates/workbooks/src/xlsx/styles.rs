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
    // Whether the letters of each font are white, and whether each fill is another colour than white.
    let (mut white, mut fills, mut of_fills) = (Vec::new(), Vec::new(), false);
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
                "font" if of_fonts => {
                    fonts.push(false);
                    white.push(false);
                }
                "color" if of_fonts => {
                    if let Some(last) = white.last_mut() {
                        *last = is_white(&tag);
                    }
                }
                "fills" => of_fills = true,
                "fill" if of_fills => fills.push(false),
                // The first two fills are none, and one that nobody chooses.
                "patternFill" | "gradientFill" if of_fills => {
                    let is_none = tag.attribute("patternType").is_some_and(|kind| kind == "none");
                    if let Some(last) = fills.last_mut() {
                        *last = !is_none;
                    }
                }
                "fgColor" if of_fills && is_white(&tag) => {
                    if let Some(last) = fills.last_mut() {
                        *last = false;
                    }
                }
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
                    let fill = tag.number("fillId").and_then(|fill| usize::try_from(fill).ok()).unwrap_or_default();
                    let is_white = font.and_then(|font| white.get(font)) == Some(&true);
                    if is_white && fills.get(fill) == Some(&false) {
                        styles.hide();
                    }
                }
                _ => {}
            },
            Piece::Close(tag) if tag.name() == "cellXfs" => of_cells = false,
            Piece::Close(tag) if tag.name() == "fonts" => of_fonts = false,
            Piece::Close(tag) if tag.name() == "fills" => of_fills = false,
            Piece::Close(tag) if tag.name() == "dxfs" => of_conditions = false,
            Piece::End => {
                styles.end();
                return Ok(styles);
            }
            _ => {}
        }
    }
}

/// Whether a colour is white: by its parts, by its place among those of old, or as the background of the theme.
fn is_white(tag: &Tag<'_>) -> bool {
    let is = |name: &str, value: &str| tag.attribute(name).is_some_and(|is| is == value);
    let parts = tag.attribute("rgb").is_some_and(|rgb| rgb.to_ascii_uppercase().ends_with("FFFFFF"));
    parts || is("indexed", "9") || is("indexed", "1") || is("theme", "0") && tag.attribute("tint").is_none()
}

/// Whether a property that needs no value to hold does hold.
pub(super) fn is_on(tag: &Tag<'_>) -> bool {
    tag.attribute("val").is_none_or(|val| val != "0" && val != "false")
}
