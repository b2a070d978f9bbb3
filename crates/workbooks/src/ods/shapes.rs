//! What is written in text boxes and other shapes above the cells of a sheet.

use std::io::BufRead;

use crate::refusal::Refusal;
use crate::xml::{Piece, Xml};

/// No sheet has more that anybody reads, nor one longer than this, in bytes.
pub(super) const MOST: usize = 50;
const LONGEST: usize = 4096;

/// What shapes have beside what is written in them: what they show to who cannot see them, other documents and tables.
const OTHERS: [&str; 5] = ["title", "desc", "object", "table", "annotation"];

/// What is written in the shapes of the element that has just begun, up to its end: a text for each of them.
pub(super) fn read<R: BufRead>(xml: &mut Xml<R>) -> Result<Vec<String>, Refusal> {
    let (mut texts, mut text) = (Vec::new(), String::new());
    let (mut depth, mut within) = (1_u32, 0_u32);
    while depth > 0 {
        match xml.next()? {
            Piece::Open(tag) => {
                depth += 1;
                within += u32::from(within > 0 || OTHERS.contains(&tag.name()));
                // Between two paragraphs.
                if tag.name() == "p" && !text.is_empty() {
                    text.push(' ');
                }
            }
            Piece::Close(tag) => {
                depth -= 1;
                within = within.saturating_sub(1);
                if depth < 2 && tag.name() != "p" {
                    let said = std::mem::take(&mut text);
                    texts.extend(Some(said.trim().to_owned()).filter(|said| !said.is_empty() && texts.len() < MOST));
                }
            }
            Piece::Text(more) if within == 0 && text.len() < LONGEST => text.push_str(&more),
            Piece::Text(_) | Piece::Other => {}
            Piece::End => return Err(Refusal::Damaged),
        }
    }
    Ok(texts)
}
