//! What is written in text boxes above the cells of a sheet.

use super::relations::Relations;
use crate::archive::Archive;
use crate::refusal::Refusal;
use crate::xml::Piece;

/// No sheet has more that anybody reads.
const MOST: usize = 50;

/// The texts of the boxes of a sheet, by what it refers to.
pub(super) fn read(archive: &mut Archive<'_>, of: &Relations) -> Result<Vec<String>, Refusal> {
    let mut boxes = Vec::new();
    for (_, target) in of.values().filter(|(kind, _)| kind.ends_with("/drawing")) {
        let Some(mut xml) = archive.xml(target)? else { continue };
        // The text of the shape that was begun last.
        let mut text: Option<String> = None;
        loop {
            let is_text = match xml.next()? {
                Piece::Open(tag) if tag.name() == "sp" => {
                    text = Some(String::new());
                    false
                }
                // Between two paragraphs.
                Piece::Open(tag) if tag.name() == "p" => {
                    text.iter_mut().filter(|text| !text.is_empty()).for_each(|text| text.push(' '));
                    false
                }
                Piece::Open(tag) => tag.name() == "t",
                Piece::Close(tag) if tag.name() == "sp" => {
                    let said = text.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
                    boxes.extend(said.filter(|_| boxes.len() < MOST));
                    false
                }
                Piece::End => break,
                _ => false,
            };
            if let Some(text) = text.as_mut().filter(|_| is_text) {
                text.push_str(&xml.text(&[])?);
            }
        }
    }
    Ok(boxes)
}
