//! Documents of the product's own that can be chosen again: decisions, a mapping.

use serde_json::Value;

use super::content::Content;
use super::notes::Notes;
use super::recognise::Ended;
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
pub(super) fn read(text: &[u8]) -> Ended {
    let document: Option<Value> = serde_json::from_slice(text).ok();
    let decisions = document.as_ref().and_then(|document| Decisions::from_value(document).ok());
    let (kind, content, rows, problem) = if let Some(decisions) = decisions {
        let rows = decisions.len();
        (FileKind::Decisions, Content::Decisions(decisions), rows, None)
    } else if let Some(mapping) = document.as_ref().and_then(Mapping::from_value) {
        let rows = mapping.header.len();
        (FileKind::Mapping, Content::Mapping(mapping), rows, None)
    } else {
        (FileKind::Unrecognised, Content::Nothing, 0, Some(Problem::OtherDocument))
    };
    let notes = Notes { rows: rows as u64, ..Notes::default() };
    Ended { kind, content, notes, problem, renamed: Vec::new(), columns: Vec::new(), head: Vec::new() }
}
