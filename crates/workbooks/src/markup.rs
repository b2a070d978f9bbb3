//! Markup as browsers read it: tags need not be closed, nor values quoted. Pieces come one after another; what is in scripts and
//! styles is no text.

use std::borrow::Cow;

use quick_xml::escape::resolve_html5_entity;

/// The longest name of a character, in bytes.
const LONGEST_NAME: usize = 32;

/// Markup that is read from its beginning to its end.
#[derive(Debug)]
pub(crate) struct Markup<'a> {
    rest: &'a str,
}

/// A piece of it. Names are in small letters.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    Open(Tag),
    Close(String),
    Text(Cow<'a, str>),
}

/// The beginning of an element.
#[derive(Debug)]
pub(crate) struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Tag {
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl<'a> Markup<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        Self { rest: text }
    }

    /// Skips what comes before this, and this.
    fn skip(&mut self, end: &str) {
        self.rest = self.rest.find(end).map_or("", |at| &self.rest[at + end.len()..]);
    }

    fn text(&mut self, end: usize) -> Piece<'a> {
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        Piece::Text(decoded(text))
    }

    /// A tag whose bracket and name have gone: its attributes, up to its end.
    fn attributes(&mut self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        loop {
            self.rest = self.rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if let Some(rest) = self.rest.strip_prefix('>') {
                self.rest = rest;
                return found;
            }
            if self.rest.is_empty() {
                return found;
            }
            let name = self.until(|c| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/'));
            self.rest = self.rest.trim_ascii_start();
            let mut value = "";
            if let Some(rest) = self.rest.strip_prefix('=') {
                self.rest = rest.trim_ascii_start();
                value = match self.rest.chars().next() {
                    Some(quote @ ('"' | '\'')) => {
                        self.rest = &self.rest[1..];
                        let value = self.until(|c| c == quote);
                        self.rest = self.rest.get(1..).unwrap_or_default();
                        value
                    }
                    _ => self.until(|c| c.is_ascii_whitespace() || c == '>'),
                };
            }
            found.push((name.to_ascii_lowercase(), decoded(value).into_owned()));
        }
    }

    /// What comes before such a letter. At least one letter, so that reading goes on.
    fn until(&mut self, end: impl Fn(char) -> bool) -> &'a str {
        let at = self.rest.find(end).unwrap_or(self.rest.len());
        let (text, rest) = self.rest.split_at(at);
        // An equals sign without a name is skipped.
        self.rest = if at == 0 { rest.strip_prefix('=').unwrap_or(rest) } else { rest };
        text
    }
}

impl<'a> Iterator for Markup<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(inside) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                return Some(self.text(end));
            };
            if inside.starts_with("!--") {
                self.skip("-->");
                continue;
            }
            if inside.starts_with(['!', '?']) {
                self.skip(">");
                continue;
            }
            let closes = inside.starts_with('/');
            let named = inside.strip_prefix('/').unwrap_or(inside);
            if !named.starts_with(|c: char| c.is_ascii_alphabetic()) {
                // A bracket that begins no tag.
                let end = inside.find('<').map_or(self.rest.len(), |at| at + 1);
                return Some(self.text(end));
            }
            self.rest = named;
            let name = self.until(|c| c.is_ascii_whitespace() || matches!(c, '>' | '/')).to_ascii_lowercase();
            let attributes = self.attributes();
            if closes {
                return Some(Piece::Close(name));
            }
            if matches!(name.as_str(), "script" | "style" | "title" | "textarea") {
                let end = ["</", &name].concat();
                let at =
                    self.rest.as_bytes().windows(end.len()).position(|text| text.eq_ignore_ascii_case(end.as_bytes()));
                self.rest = at.and_then(|at| self.rest.get(at..)).unwrap_or_default();
            }
            return Some(Piece::Open(Tag { name, attributes }));
        }
    }
}

/// A text with the characters in the place of their names. A name that no browser knows stays as it is.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut parts = text.split('&');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let found = part.split_once(';').filter(|(name, _)| name.len() <= LONGEST_NAME);
        if let Some((character, rest)) = found.and_then(|(name, rest)| Some((character(name)?, rest))) {
            whole.push_str(&character);
            whole.push_str(rest);
        } else {
            whole.push('&');
            whole.push_str(part);
        }
    }
    whole.into()
}

fn character(name: &str) -> Option<Cow<'static, str>> {
    let Some(number) = name.strip_prefix('#') else { return resolve_html5_entity(name).map(Cow::Borrowed) };
    let number = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
        None => number.parse(),
    };
    char::from_u32(number.ok()?).map(|letter| letter.to_string().into())
}
