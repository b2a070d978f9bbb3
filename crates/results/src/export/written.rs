//! A drawing as text, as HTML and XML write it.

use document::{Element, Node, Tag};

/// The drawing as text. What a person can do with it is left out.
pub(super) fn written(nodes: &[Node]) -> String {
    let mut out = String::new();
    for node in nodes {
        write(&mut out, node);
    }
    out
}

fn write(out: &mut String, node: &Node) {
    match node {
        Node::Text(text) => out.push_str(&escaped(text)),
        Node::Element(element) => write_element(out, element),
    }
}

fn write_element(out: &mut String, Element { tag, attributes, inside, .. }: &Element) {
    out.push('<');
    out.push_str(tag.as_str());
    for (name, value) in attributes {
        out.push(' ');
        out.push_str(name.as_str());
        out.push_str("=\"");
        out.push_str(&escaped(value));
        out.push('"');
    }
    if inside.is_empty() && is_closed_at_once(*tag) {
        out.push_str("/>");
        return;
    }
    out.push('>');
    for node in inside {
        write(out, node);
    }
    out.push_str("</");
    out.push_str(tag.as_str());
    out.push('>');
    if is_a_line(*tag) {
        out.push('\n');
    }
}

/// What holds nothing: HTML would read an end of its own as a second one, or would not end it.
fn is_closed_at_once(tag: Tag) -> bool {
    matches!(tag, Tag::Br | Tag::Input | Tag::Path | Tag::Polyline | Tag::Rect)
}

/// What begins a line of its own, so that the file can be read.
fn is_a_line(tag: Tag) -> bool {
    matches!(tag, Tag::P | Tag::Li | Tag::Tr | Tag::Div | Tag::H2 | Tag::H3 | Tag::H4 | Tag::Section | Tag::Table)
}

/// A text as XML holds it. Characters that XML has no place for are left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\r' => out.push(' '),
            '\n' => out.push('\n'),
            _ if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {}
            _ => out.push(letter),
        }
    }
    out
}
