//! XML, piece by piece.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::allowance::{Paced, refusal};
use crate::refusal::Refusal;

/// A document that is read from its beginning to its end. Prefixes of names are left out: no two elements that matter here
/// differ by them alone.
#[derive(Debug)]
pub(crate) struct Xml<R> {
    reader: Reader<Paced<R>>,
    buffer: Vec<u8>,
}

/// A piece of a document.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    /// An element begins; every one ends, an empty one too.
    Open(Tag<'a>),
    Close(Closed<'a>),
    Text(Cow<'a, str>),
    /// A comment, an instruction, a declaration.
    Other,
    End,
}

/// The beginning of an element.
#[derive(Debug)]
pub(crate) struct Tag<'a>(BytesStart<'a>);

/// The name of an element that ends.
#[derive(Debug)]
pub(crate) struct Closed<'a>(quick_xml::events::BytesEnd<'a>);

impl Closed<'_> {
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

impl Tag<'_> {
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute, by its name without prefix.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().find(|at| at.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// Attributes by their names without prefix, as they are written: enough for what holds no text of a person.
    pub(crate) fn plain<const N: usize>(&self, names: [&str; N]) -> [Option<Cow<'_, str>>; N] {
        let mut found = [const { None }; N];
        for at in self.0.attributes().with_checks(false).flatten() {
            let name = at.key.local_name().into_inner();
            if let Some(place) = names.iter().position(|wanted| *wanted == name) {
                found[place] = Some(at.value);
            }
        }
        found
    }

    /// Whether an attribute of this name, of whatever prefix, is this.
    pub(crate) fn has(&self, name: &str, value: &str) -> bool {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false).flatten().any(|at| at.key.local_name().into_inner() == name && at.value == value)
    }

    /// An attribute that is a number.
    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(crate) fn says(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
    }
}

impl<R: BufRead> Xml<R> {
    pub(crate) fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(Paced::new(source));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.trim_text(false);
        Self { reader, buffer: Vec::new() }
    }

    /// The next piece.
    ///
    /// # Errors
    /// The document is cut off or not well-formed, or the piece is too long.
    pub(crate) fn next(&mut self) -> Result<Piece<'_>, Refusal> {
        self.buffer.clear();
        self.reader.get_mut().begin();
        Ok(match self.reader.read_event_into(&mut self.buffer).map_err(|error| why(&error))? {
            Event::Start(tag) | Event::Empty(tag) => Piece::Open(Tag(tag)),
            Event::End(tag) => Piece::Close(Closed(tag)),
            Event::Text(text) => Piece::Text(text.into_inner()),
            Event::CData(text) => Piece::Text(text.into_inner()),
            Event::GeneralRef(reference) => Piece::Text(referred(&reference).ok_or(Refusal::Damaged)?),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => Piece::Other,
            Event::Eof => Piece::End,
        })
    }

    /// The text of the element that has just begun, those of all elements in it but of the ones named, up to its end.
    ///
    /// # Errors
    /// The document is cut off or not well-formed, or the text is longer than any that is read.
    pub(crate) fn text(&mut self, without: &[&str]) -> Result<String, Refusal> {
        let (mut text, mut depth, mut left_out) = (String::new(), 1_u32, 0_u32);
        while depth > 0 {
            match self.next()? {
                Piece::Open(tag) => {
                    depth += 1;
                    left_out += u32::from(left_out > 0 || without.contains(&tag.name()));
                }
                Piece::Close(_) => {
                    depth -= 1;
                    left_out = left_out.saturating_sub(1);
                }
                Piece::Text(more) if left_out == 0 => text.push_str(&more),
                Piece::End => return Err(Refusal::Damaged),
                Piece::Text(_) | Piece::Other => {}
            }
            if text.len() > LONGEST {
                return Err(Refusal::TooLarge);
            }
        }
        Ok(text)
    }
}

/// The longest text of an element that is read, in bytes.
const LONGEST: usize = 4 * 1024 * 1024;

fn why(error: &quick_xml::Error) -> Refusal {
    match error {
        quick_xml::Error::Io(error) => refusal(error),
        _ => Refusal::Damaged,
    }
}

/// What a reference stands for: a character, or one of the five names that every document has.
pub(crate) fn referred(reference: &BytesRef<'_>) -> Option<Cow<'static, str>> {
    match reference.resolve_char_ref() {
        Ok(Some(letter)) => Some(letter.to_string().into()),
        Ok(None) => resolve_xml_entity(reference).map(Cow::Borrowed),
        Err(_) => None,
    }
}
