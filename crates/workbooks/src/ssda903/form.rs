//! Whether a piece of XML is well-formed, where the reader of pieces does not ask.

use std::borrow::Cow;

use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesRef, BytesStart};

use super::wrong::Wrong;
use crate::xml::referred;

/// Whether a letter may be in no document. Of a hundred million letters almost none is: looked for without branches.
pub(super) fn forbids(text: &str) -> bool {
    let control = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    let (found, high) =
        text.bytes().fold((false, false), |(found, high), byte| (found | control(byte), high || byte == 0xEF));
    found || high && text.contains(['\u{FFFE}', '\u{FFFF}'])
}

/// Whether it is a name (XML 1.0, 2.3).
pub(super) fn is_name(name: &str) -> bool {
    let begins = |letter: char| letter.is_alphabetic() || matches!(letter, '_' | ':') || !letter.is_ascii();
    let goes_on = |letter: char| begins(letter) || letter.is_ascii_digit() || matches!(letter, '-' | '.');
    name.chars().next().is_some_and(begins) && name.chars().all(goes_on)
}

/// A text between elements.
pub(super) fn text(text: &str) -> Result<(), Wrong> {
    if memchr::memmem::find(text.as_bytes(), b"]]>").is_some() { Err(Wrong::Form) } else { Ok(()) }
}

/// What a name for a text stands for. One that no document type declares is an error; what a document type declares is not read.
pub(super) fn reference(name: &BytesRef<'_>, declared: bool) -> Result<Cow<'static, str>, Wrong> {
    let said = referred(name).filter(|text| !forbids(text));
    said.ok_or(if declared && is_name(name) { Wrong::Entity } else { Wrong::Form })
}

/// The beginning of an element: its name, and each of its attributes, once, in quotation marks.
pub(super) fn tag(tag: &BytesStart<'_>, declared: bool) -> Result<(), Wrong> {
    if !is_name(tag.name().into_inner()) {
        return Err(Wrong::Form);
    }
    let mut rest = tag.attributes_raw();
    // Most elements have none.
    if rest.trim_ascii().is_empty() {
        return Ok(());
    }
    for attribute in tag.attributes().with_checks(true) {
        let attribute = attribute.map_err(|_| Wrong::Form)?;
        if !is_name(attribute.key.into_inner()) || attribute.value.contains('<') {
            return Err(Wrong::Form);
        }
        references(&attribute.value, declared)?;
    }
    // A blank stands before each.
    while !rest.trim_ascii().is_empty() {
        if !rest.starts_with(|letter: char| letter.is_ascii_whitespace()) {
            return Err(Wrong::Form);
        }
        rest = after_value(rest).ok_or(Wrong::Form)?;
    }
    Ok(())
}

/// Where the first attribute is that cannot be read, if there is one, from the name on.
pub(super) fn wrong_at(tag: &BytesStart<'_>) -> Option<usize> {
    use AttrError::{Duplicated, ExpectedEq, ExpectedQuote, ExpectedValue, UnquotedValue};
    let error = tag.attributes().with_checks(true).find_map(Result::err)?;
    Some(match error {
        ExpectedEq(at) | ExpectedValue(at) | UnquotedValue(at) | ExpectedQuote(at, _) | Duplicated(at, _) => at,
    })
}

/// What follows the first value in quotation marks.
fn after_value(text: &str) -> Option<&str> {
    let at = text.find(['"', '\''])?;
    let (mark, inside) = (text[at..].chars().next()?, text.get(at + 1..)?);
    inside.split_once(mark).map(|(_, rest)| rest)
}

/// The names for texts in a value.
fn references(value: &str, declared: bool) -> Result<(), Wrong> {
    value.split('&').skip(1).try_for_each(|rest| {
        let (name, _) = rest.split_once(';').ok_or(Wrong::Form)?;
        reference(&BytesRef::new(name), declared).map(drop)
    })
}
