//! The whole report as one web page that needs nothing else: no script, and nothing from elsewhere.

#[cfg(test)]
mod tests;

use document::{Attribute, Block, Element, Node, Tag};
use words::Language;

use super::written::{escaped, written};
use crate::drawing::{Medium, drawn};

/// How it looks, on a screen and on paper.
const STYLE: &str = include_str!("../report.css");
/// The sum of [`STYLE`], by which the policy lets it be used, and nothing besides.
const STYLE_SUM: &str = "sha256-p1bOjwT/3clL2JZJove3/W6zHcO0+VxgIm2ql3VONo0=";

/// What is at its head.
pub(crate) struct Head<'a> {
    pub(crate) title: &'a str,
    /// Below the title.
    pub(crate) about: Vec<Block>,
}

/// The page of these sections.
pub(crate) fn html(language: Language, head: &Head<'_>, sections: &[Block]) -> String {
    let title = escaped(head.title);
    let drawn = |blocks| written(&drawn(language, Medium::FILE, blocks));
    let way = if sections.len() > 1 { written(&[contents(language, sections)]) } else { String::new() };
    [
        "<!DOCTYPE html>\n<html lang=\"",
        language.tag(),
        "\"><head><meta charset=\"utf-8\"/>\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '",
        STYLE_SUM,
        "'; base-uri 'none'; form-action 'none'\"/>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>",
        &title,
        "</title><style>",
        STYLE,
        "</style></head>\n<body><main><h1>",
        &title,
        "</h1>\n",
        &drawn(&head.about),
        &way,
        &drawn(sections),
        "</main></body></html>\n",
    ]
    .concat()
}

/// The way to each section.
fn contents(language: Language, sections: &[Block]) -> Node {
    let line = |section: &Block| {
        let Block::Section { id, title, .. } = section else { return None };
        let link = Element::new(Tag::A).with(Attribute::Href, ["#", id].concat()).text(title.clone());
        Some(Element::new(Tag::Li).child(link))
    };
    let title = Element::new(Tag::H2).id("contents").text(language.parts_label());
    let list = Element::new(Tag::Ul).children(sections.iter().filter_map(line));
    Element::new(Tag::Nav).with(Attribute::AriaLabelledby, "contents").children([title, list]).into()
}
