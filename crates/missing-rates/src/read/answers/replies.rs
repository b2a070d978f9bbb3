//! What columns beside the answers say about whether there is a reply at all.

use super::cells::Replies;
use super::remarks::is_note;
use crate::read::heading::{Kind, Role};
use crate::read::sheet::Column;

/// What the cells of a column say about whether there is a reply: `Status`, `Outcome of request`, `Replied`. Notes do
/// so too, if a whole note is a refusal.
pub(super) fn says_of_replies((at, column): (usize, &Column)) -> Option<(usize, Replies)> {
    let text = column.heading.to_ascii_lowercase();
    let is_aside = column.phrase.kind == Kind::Aside;
    let of_replies = ["status", "outcome", "reply", "replie", "response", "received", "answered"];
    let is_of_replies = is_aside && of_replies.iter().any(|word| text.contains(word));
    if is_of_replies || column.phrase.kind == Kind::Role(Role::Value) {
        Some((at, Replies::Whether))
    } else {
        (is_aside && is_note(&text)).then_some((at, Replies::Notes))
    }
}
