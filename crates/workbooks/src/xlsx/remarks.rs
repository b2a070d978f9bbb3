//! What people wrote beside cells.

use super::relations::Relations;
use super::texts::rich;
use crate::archive::Archive;
use crate::merged::place;
use crate::refusal::Refusal;
use crate::tables::{Notes, Rule};
use crate::xml::Piece;

/// A note or the first of a thread of comments, and its cell.
#[derive(Debug)]
pub(super) struct Remark {
    row: u32,
    column: u32,
    text: String,
}

impl Remark {
    pub(super) fn note(&self, notes: &mut Notes) {
        notes.add(Rule::CellNote, Some(self.row), Some(self.column), &self.text);
    }
}

/// The notes of a sheet, by what it refers to. A thread of comments is there as a note as well.
pub(super) fn read(archive: &mut Archive<'_>, of: &Relations) -> Result<Vec<Remark>, Refusal> {
    let mut remarks = Vec::new();
    for (_, target) in of.values().filter(|(kind, _)| kind.ends_with("/comments")) {
        let Some(mut xml) = archive.xml(target)? else { continue };
        let mut at = None;
        loop {
            let has_text = match xml.next()? {
                Piece::Open(tag) if tag.name() == "comment" => {
                    at = tag.attribute("ref").and_then(|cell| place(&cell));
                    false
                }
                Piece::Open(tag) => tag.name() == "text",
                Piece::End => break,
                _ => false,
            };
            if let Some((row, column)) = at.filter(|_| has_text) {
                let mut text = String::new();
                rich(&mut xml, &mut text)?;
                remarks.push(Remark { row, column, text: of_thread(&text).trim().to_owned() });
            }
        }
    }
    Ok(remarks)
}

/// What was said, without the words with which Excel tells older versions of itself what a thread is.
fn of_thread(text: &str) -> &str {
    let said = text.strip_prefix("[Threaded comment]").and_then(|text| text.split_once("Comment:"));
    said.map_or(text, |(_, said)| said)
}
