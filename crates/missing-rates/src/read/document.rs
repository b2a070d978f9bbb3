//! Documents of the product's own that can be chosen again: settings, decisions, a mapping.

use serde_json::Value;

use super::content::Content;
use super::notes::Notes;
use super::recognise::Ended;
use crate::decisions::{self, Decisions};
use crate::kept::{self, Kept};
use crate::mapping::{self, Mapping};
use crate::one_name;
use crate::report::{FORMAT, FileKind, Problem};

/// No document is longer than this, in bytes.
pub(super) const LONGEST: usize = 4 * 1024 * 1024;

/// Whether a text can only be JSON: `{` and then a name.
pub(super) fn is_one(head: &[u8]) -> bool {
    let text = head.trim_ascii_start();
    text.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().first() == Some(&b'"'))
}

/// The kinds of documents that are chosen again.
const KINDS: [&str; 3] = [decisions::KIND, mapping::KIND, kept::KIND];

/// Whether a later version wrote a document that cannot be read; `None` if it is none of these.
fn own(text: &[u8], document: Option<&Value>) -> Option<bool> {
    let (format, kind) = if let Some(document) = document {
        (document["format"].as_str()?.to_owned(), document["kind"].as_str()?.to_owned())
    } else {
        // Cut off: what is left of its beginning may say what it is.
        let head = String::from_utf8_lossy(&text[..text.len().min(HEAD)]);
        let said = |name: &str| {
            let rest = head.split_once(&["\"", name, "\""].concat())?.1.trim_start().strip_prefix(':')?.trim_start();
            Some(rest.strip_prefix('"')?.split('"').next()?.to_owned())
        };
        (said("format")?, said("kind").unwrap_or_else(|| kept::KIND.to_owned()))
    };
    let (own, version) = FORMAT.rsplit_once('/')?;
    let (name, of) = format.rsplit_once('/')?;
    let number = |text: &str| text.parse::<u32>().ok();
    (name == own && KINDS.contains(&kind.as_str())).then(|| number(of) > number(version))
}

/// How much of a document that is cut off is looked at, in bytes.
const HEAD: usize = 4096;

/// What a document says.
pub(super) fn read(text: &[u8]) -> Ended {
    let document = one_name::value(text);
    let decisions = document.as_ref().and_then(|document| Decisions::from_value(document).ok());
    let (kind, content, rows, unknown) = if let Some(decisions) = decisions {
        let (rows, unknown) = (decisions.len(), decisions.unknown_authority());
        (FileKind::Decisions, Content::Decisions(decisions), rows, unknown)
    } else if let Some(mapping) = document.as_ref().and_then(Mapping::from_value) {
        let rows = mapping.header.len();
        (FileKind::Mapping, Content::Mapping(mapping), rows, None)
    } else if let Some(kept) = document.as_ref().and_then(Kept::from_value) {
        let unknown = kept.unknown_authority();
        (FileKind::Settings, Content::Kept(Box::new(kept)), 0, unknown)
    } else {
        let problem =
            own(text, document.as_ref()).map_or(Problem::OtherDocument, |newer| Problem::OwnDocument { newer });
        return ended(FileKind::Unrecognised, Content::Nothing, 0, Some(problem));
    };
    match unknown {
        // Without its authority, the rest could say something else than was meant.
        Some(code) => ended(kind, Content::Nothing, rows, Some(Problem::UnknownAuthority { code: code.to_string() })),
        None => ended(kind, content, rows, None),
    }
}

fn ended(kind: FileKind, content: Content, rows: usize, problem: Option<Problem>) -> Ended {
    let notes = Notes { rows: rows as u64, ..Notes::default() };
    Ended { kind, content, notes, problem, renamed: Vec::new(), columns: Vec::new(), head: Vec::new() }
}
