//! Returns of children looked after (SSDA903) in XML: one `CHILD` for each child, with one `HEADER` and any number of
//! `EPISODE`. They become the tables that the same return has as CSV files, child by child, so that it may be of any size.

mod child;
mod counts;
pub(crate) mod decoded;
mod form;
mod layout;
mod modules;
mod pairs;
mod row;
mod wrong;

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesStart, Event};

use crate::refusal::Refusal;
use crate::tables::{Notes, Rule, Taker};
use child::Child;
use counts::{Counts, count};
use decoded::Decoded;
use layout::{Group, MODULES, column, is_of, of_group, tells_rows, with_column};
use modules::Modules;
use wrong::Wrong;

/// The element that a return begins with.
const ROOT: &str = "EXPSSDA903";
/// The longest piece (a tag, a text, a comment), in bytes.
const LONGEST: usize = 4 * 1024 * 1024;
/// How deep elements may lie in others. A return has four levels.
const DEEPEST: usize = 64;

/// Whether a text may be XML, by how it begins.
pub(crate) fn begins(head: &[u8]) -> bool {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let typed = text.get(..DOCTYPE.len()).is_some_and(|start| start.eq_ignore_ascii_case(DOCTYPE)) && !is_page(text);
    let wide = [&b"\xFF\xFE<\0"[..], b"\xFE\xFF\0<", b"<\0?\0", b"\0<\0?"].iter().any(|mark| head.starts_with(mark));
    wide || typed || text.starts_with(b"<?xml") || is_root(text)
}

/// How a text begins that says of what kind its elements are.
const DOCTYPE: &[u8] = b"<!DOCTYPE ";

/// Whether a text that begins so is a web page.
fn is_page(text: &[u8]) -> bool {
    let name = text.get(DOCTYPE.len()..).unwrap_or_default().trim_ascii_start();
    name.get(..4).is_some_and(|name| name.eq_ignore_ascii_case(b"html"))
}

/// Whether a text begins with the element that a return begins with, of whatever prefix, after comments.
fn is_root(mut text: &[u8]) -> bool {
    while let Some(rest) = text.strip_prefix(b"<!--") {
        let Some(end) = rest.windows(3).position(|sign| sign == b"-->") else { return false };
        text = rest[end + 3..].trim_ascii_start();
    }
    let Some(tag) = text.strip_prefix(b"<") else { return false };
    let end = tag.iter().position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
    let name = &tag[..end.unwrap_or(tag.len())];
    let local = name.rsplit(|byte| *byte == b':').next().unwrap_or(name);
    local.get(..ROOT.len()).is_some_and(|local| local.eq_ignore_ascii_case(ROOT.as_bytes()))
}

/// A day without the zone that a date may have in XML: `2023-09-01Z`, `2023-09-01+01:00`. The day is meant wherever it was.
fn without_zone(text: &str) -> &str {
    let Some((day, zone)) = text.split_at_checked(10) else { return text };
    let digits = |text: &str, at: &[usize]| {
        text.bytes().enumerate().all(|(place, byte)| at.contains(&place) || byte.is_ascii_digit())
    };
    let is_day = digits(day, &[4, 7]) && day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-';
    let offset = zone.strip_prefix(['+', '-']);
    let is_zone = zone == "Z" || offset.is_some_and(|of| of.len() == 5 && of.as_bytes()[2] == b':' && digits(of, &[2]));
    if is_day && is_zone { day } else { text }
}

/// A return that arrives piece by piece.
#[derive(Debug)]
pub(crate) struct Return {
    name: String,
    decoded: Decoded,
    /// What has arrived and is not read yet, and the line that it begins in.
    rest: String,
    line: u64,
    /// The line of the last piece that is not blank.
    last: u64,
    /// The elements that are open, by their names in capitals, and as they are written.
    path: Vec<String>,
    tags: Vec<String>,
    root_seen: bool,
    /// There was a document type, which may declare names for texts.
    typed: bool,
    /// What stands in the innermost of them, and whether no element has been in it.
    text: String,
    leaf: bool,
    child: Child,
    modules: Modules,
    /// What is not known, and what says two things in one group: how often each.
    unknown: Counts,
    twice: Counts,
}

impl Return {
    pub(crate) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            decoded: Decoded::default(),
            rest: String::new(),
            line: 1,
            last: 1,
            path: Vec::new(),
            tags: Vec::new(),
            root_seen: false,
            typed: false,
            text: String::new(),
            leaf: false,
            child: Child::default(),
            modules: Modules::default(),
            unknown: Vec::new(),
            twice: Vec::new(),
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// It is no return, or not well-formed.
    pub(crate) fn push(&mut self, bytes: &[u8], taker: &mut Taker<'_>) -> Result<(), Refusal> {
        self.decoded.push(bytes, &mut self.rest);
        self.read(false, taker)?;
        match self.rest.len() > LONGEST {
            // A tag, a comment or the like that never ends.
            true if self.rest.starts_with('<') => Err(Refusal::BrokenXml { line: self.line }),
            true => Err(Refusal::TooLargeXml { line: self.line }),
            false => Ok(()),
        }
    }

    /// Ends it.
    ///
    /// # Errors
    /// It is no return, or not well-formed.
    pub(crate) fn finish(mut self, sha256: &str, taker: &mut Taker<'_>) -> Result<(), Refusal> {
        self.decoded.finish(&mut self.rest);
        self.read(true, taker)?;
        if !self.root_seen {
            return Err(Refusal::OtherXml);
        }
        if !self.path.is_empty() {
            let rest = self.rest.trim_ascii_end();
            let line = if rest.is_empty() { self.last } else { self.line + lines(rest) };
            return Err(Refusal::BrokenXml { line });
        }
        let mut notes = Notes::default();
        for (rule, paths) in [(Rule::UnknownElement, &self.unknown), (Rule::RepeatedElement, &self.twice)] {
            for (path, count) in paths {
                notes.add_named(rule, path, &count.to_string());
            }
        }
        self.modules.end(&notes, (&self.name, sha256), taker)
    }

    /// Reads what is whole; all of it if nothing more comes.
    fn read(&mut self, last: bool, taker: &mut Taker<'_>) -> Result<(), Refusal> {
        let rest = std::mem::take(&mut self.rest);
        let mut reader = Reader::from_str(&rest);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        // Whether ends match beginnings is seen here: a piece begins in the midst of the document.
        config.check_end_names = false;
        config.check_comments = true;
        config.allow_unmatched_ends = true;
        let mut done = 0;
        loop {
            let event = reader.read_event();
            let at = usize::try_from(reader.buffer_position()).unwrap_or(rest.len());
            let event = match event {
                // It goes on in what comes next. A text may, too.
                Err(Error::Syntax(_)) if !last => break,
                Err(Error::IllFormed(IllFormedError::UnclosedReference))
                    if !last && !rest[done..].contains([';', '<']) =>
                {
                    break;
                }
                Ok(Event::Text(_)) if !last && at >= rest.len() => break,
                Ok(Event::Eof) | Err(Error::IllFormed(IllFormedError::MissingEndTag(_))) => break,
                Ok(event) => event,
                Err(_) => {
                    return Err(Refusal::BrokenXml {
                        line: self.line + lines(&rest[done..reader_error(&reader, done, &rest)]),
                    });
                }
            };
            let piece = rest.get(done..at).unwrap_or_default();
            if form::forbids(piece) {
                let at = piece.char_indices().find(|(_, letter)| form::forbids(letter.encode_utf8(&mut [0; 4])));
                let before = at.and_then(|(at, _)| piece.get(..at)).unwrap_or_default();
                return Err(Refusal::BrokenXml { line: self.line + lines(before) });
            }
            let begun = self.line;
            let wrong = lines(up_to_error(piece, &event));
            self.take(event, taker).map_err(|why| why.in_line(begun + wrong))?;
            self.line = begun + lines(piece);
            if !piece.trim_ascii().is_empty() {
                self.last = begun + lines(piece.trim_ascii_end());
            }
            done = at;
        }
        rest.get(done..).unwrap_or_default().clone_into(&mut self.rest);
        Ok(())
    }

    fn take(&mut self, event: Event<'_>, taker: &mut Taker<'_>) -> Result<(), Wrong> {
        match event {
            Event::Start(tag) => {
                form::tag(&tag, self.typed)?;
                self.open(&tag.local_name().into_inner().to_ascii_uppercase(), tag.name().into_inner())?;
                self.attributes(&tag);
                Ok(())
            }
            Event::End(tag) if self.tags.pop().is_none_or(|open| open != tag.name().into_inner()) => Err(Wrong::Form),
            Event::End(tag) => self.close(&tag.local_name().into_inner().to_ascii_uppercase(), taker),
            Event::Text(text) => form::text(&text).and_then(|()| self.write(&text)),
            // What is no text between elements is in one.
            Event::CData(_) | Event::GeneralRef(_) if self.path.is_empty() => Err(Wrong::Form),
            Event::CData(text) => self.write(&text),
            Event::GeneralRef(name) => self.write(&form::reference(&name, self.typed)?),
            // They are at the beginning.
            Event::Decl(_) | Event::DocType(_) if self.root_seen || self.typed => Err(Wrong::Form),
            Event::DocType(_) => {
                self.typed = true;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Values beside the name of an element are not read. Those at the beginning are about the file.
    fn attributes(&mut self, tag: &BytesStart<'_>) {
        if self.path.len() < 2 {
            return;
        }
        for attribute in tag.attributes().with_checks(false).flatten() {
            let key = attribute.key.into_inner();
            let of_format = ["xmlns", "xsi:", "xml:"].iter().any(|prefix| key.starts_with(prefix));
            if !of_format && !attribute.value.trim().is_empty() {
                let name = attribute.key.local_name().into_inner().to_ascii_uppercase();
                let of = if name == "VALUE" { self.path.last().cloned().unwrap_or_default() } else { name };
                self.not_here([&self.path.join("/"), "/@", key].concat(), with_column(column(&of)));
            }
        }
    }

    /// Something is in a place where a return does not have it. Tables that it may be of lack it.
    fn not_here(&mut self, path: String, of: impl Iterator<Item = usize>) {
        of.for_each(|at| self.modules.doubt(at, &path));
        count(&mut self.unknown, path);
    }

    /// Text that is in no element of its own.
    fn stray(&mut self) {
        let path = self.path.join("/") + "/text()";
        if let Some(group) = self.path.get(2..).and_then(Group::of) {
            self.not_here(path, of_group(group));
        } else {
            let name = self.path.last().cloned().unwrap_or_default();
            self.not_here(path, with_column(column(&name)));
        }
    }

    fn write(&mut self, text: &str) -> Result<(), Wrong> {
        if self.path.is_empty() && !text.trim().is_empty() {
            return Err(Wrong::Form);
        }
        if self.text.len() + text.len() > LONGEST {
            return Err(Wrong::TooLarge);
        }
        self.text.push_str(text);
        Ok(())
    }

    fn open(&mut self, name: &str, written: &str) -> Result<(), Wrong> {
        if self.path.is_empty() {
            if self.root_seen {
                return Err(Wrong::Form);
            }
            if name != ROOT {
                let excel = name == "WORKBOOK";
                return Err(Wrong::Other(if excel { Refusal::ExcelXml } else { Refusal::OtherXml }));
            }
            self.root_seen = true;
        }
        if self.path.len() == DEEPEST {
            return Err(Wrong::TooLarge);
        }
        if !std::mem::take(&mut self.text).trim().is_empty() {
            self.stray();
        }
        self.leaf = true;
        self.path.push(name.to_owned());
        self.tags.push(written.to_owned());
        self.child.open(&self.path);
        Ok(())
    }

    fn close(&mut self, name: &str, taker: &mut Taker<'_>) -> Result<(), Wrong> {
        let text = std::mem::take(&mut self.text);
        let holds_elements = self.path.len() <= 2 || self.path.get(2..).and_then(Group::of).is_some();
        if !text.trim().is_empty() && (holds_elements || !self.leaf) {
            self.stray();
        }
        self.leaf = false;
        if !self.child.close(&self.path, without_zone(text.trim())) {
            self.not_here(self.path.join("/"), with_column(column(name)));
        }
        if let Some(group) = self.path.get(2..).and_then(Group::of) {
            self.end_group(group);
        }
        self.path.pop();
        if self.path.len() == 1 {
            self.end_child(taker)?;
        }
        Ok(())
    }

    /// Says which elements of a group say two things. If one of them says which row it is, or when, there may be several rows in
    /// the group, and its table lacks them.
    fn end_group(&mut self, group: Group) {
        for name in self.child.said_twice(group) {
            let path = [&self.path.join("/"), "/", &name].concat();
            let of = (0..MODULES.len()).filter(|at| tells_rows(group, column(&name)) && is_of(*at, group));
            of.for_each(|at| self.modules.doubt(at, &path));
            count(&mut self.twice, path);
        }
    }

    fn end_child(&mut self, taker: &mut Taker<'_>) -> Result<(), Wrong> {
        let child = std::mem::take(&mut self.child);
        for (group, column) in child.of_others() {
            let path = format!("{ROOT}/CHILD/{}/{column}", group.name());
            // What is in a second HEADER may be of another child, and so may every group.
            let of = (0..MODULES.len()).filter(|at| is_of(*at, group));
            self.not_here(path, of);
        }
        self.modules.take(&child, &self.name, taker).map_err(Wrong::Other)
    }
}

/// How many lines end in a text: by a line feed, a carriage return, or both.
fn lines(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let ends = |(at, byte): (usize, &u8)| *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    bytes.iter().enumerate().filter(|of| ends(*of)).count() as u64
}

/// What of a piece is before what may be wrong in it. Of a text that is its end, without the blanks and lines that follow.
fn up_to_error<'p>(piece: &'p str, event: &Event<'_>) -> &'p str {
    match event {
        Event::Text(_) => piece.split("]]>").next().unwrap_or_default().trim_end(),
        Event::Start(tag) => form::wrong_at(tag).and_then(|at| piece.get(..=at)).unwrap_or(piece),
        _ => piece,
    }
}

/// Where reading stopped, in the text that is read.
fn reader_error(reader: &Reader<&[u8]>, done: usize, rest: &str) -> usize {
    let at = usize::try_from(reader.error_position()).unwrap_or(done).clamp(done, rest.len());
    (done..=at).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(done)
}
