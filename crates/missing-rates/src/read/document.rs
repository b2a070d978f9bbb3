//! Documents of the product's own that can be chosen again: decisions, a mapping.

use serde_json::Value;

use super::content::Content;
use super::notes::Notes;
use crate::decisions::Decisions;
use crate::mapping::Mapping;
use crate::report::{FileKind, Problem};

/// No document is longer, in bytes.
pub(super) const LONGEST: usize = 4 * 1024 * 1024;

/// Whether a text can be only JSON: `{` and then a name.
pub(super) fn is_one(head: &[u8]) -> bool {
    let text = head.trim_ascii_start();
    text.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().first() == Some(&b'"'))
}

/// What a document says.
pub(super) fn read(text: &[u8]) -> (FileKind, Content, Notes, Option<Problem>) {
    let mut notes = Notes::default();
    let document: Option<Value> = serde_json::from_slice(text).ok();
    let decisions = document.as_ref().and_then(|document| Decisions::from_value(document).ok());
    if let Some(decisions) = decisions {
        notes.rows = decisions.len() as u64;
        return (FileKind::Decisions, Content::Decisions(decisions), notes, None);
    }
    if let Some(mapping) = document.as_ref().and_then(Mapping::from_value) {
        notes.rows = mapping.header.len() as u64;
        return (FileKind::Mapping, Content::Mapping(mapping), notes, None);
    }
    (FileKind::Unrecognised, Content::Nothing, notes, Some(Problem::OtherDocument))
}
