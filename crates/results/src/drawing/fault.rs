//! Draws a text with the cells in it that are at fault: in a frame, which a screen reader says in words.

use document::{Element, Tag, pieces};
use words::Language;

pub(super) fn marked(language: Language, within: Element, text: &str) -> Element {
    pieces(text).fold(within, |within, (piece, at_fault)| {
        if !at_fault {
            return within.text(piece.to_owned());
        }
        let said = Element::new(Tag::Span).class("govuk-visually-hidden").text(language.quality_at_fault()).text(" ");
        within.child(Element::new(Tag::Span).class("fault").child(said).text(piece.to_owned()))
    })
}
