//! Elements that both page and worker draw.

use crate::names::{Attribute, Tag};
use crate::node::{Element, Use};
use crate::text::Text;

/// The answer itself, large, with the words that complete the sentence.
pub fn answer(share: impl Into<Text>, words: impl Into<Text>) -> Element {
    let part = |class: &'static str, text: Text| Element::new(Tag::Span).class(class).text(text);
    Element::new(Tag::P)
        .class("answer")
        .child(part("answer__share", share.into()))
        .text(" ")
        .child(part("answer__words", words.into()))
}

/// What makes a figure weak. It is shown beside the figure.
pub fn note(text: impl Into<Text>) -> Element {
    Element::new(Tag::P).class("weak").text(text)
}

/// A text that can be copied as a whole, with the text of its button. Where the browser does not allow a page to copy,
/// the text can be selected.
pub fn snippet(id: &str, label: impl Into<Text>, words: &Text, copy: &'static str) -> Element {
    let id: Text = ["text-", id].concat().into();
    let said: Text = [&id, "-said"].concat().into();
    // A line that is longer than the field continues on the next.
    let lines: usize = words.lines().map(|line| line.len() / 70 + 1).sum();
    let label = Element::new(Tag::Label).class("govuk-label").with(Attribute::For, id.clone()).text(label);
    let area = Element::new(Tag::Textarea)
        .class("govuk-textarea snippet")
        .id(id.clone())
        .with(Attribute::Rows, lines.clamp(3, 24).to_string())
        .with(Attribute::Readonly, "")
        .with(Attribute::Value, words.clone());
    // A text field is cut off where a printed page ends.
    let on_paper = Element::new(Tag::P)
        .class("govuk-body letter snippet__print")
        .with(Attribute::AriaHidden, "true")
        .text(words.clone());
    let button = button(copy).used(Use::Copy { from: id.clone(), said: said.clone() });
    let said = Element::new(Tag::Span).class("quiet").id(said).with(Attribute::Role, "status");
    Element::new(Tag::Div)
        .class("govuk-form-group")
        .key(id)
        .children([label, area, on_paper, button])
        .text(" ")
        .child(said)
}

/// A button of a part.
pub fn button(text: impl Into<Text>) -> Element {
    Element::new(Tag::Button)
        .with(Attribute::Type, "button")
        .class("govuk-button govuk-button--secondary block__button")
        .text(text)
}
