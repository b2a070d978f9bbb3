//! The words by which a title, the name of a sheet or a line below the rows of a file of a return makes less of it: fewer children, or
//! less than a year.

use super::heading::{less_of_title, limits_in_note, part_beside_module};
use crate::report::FileKind;

/// These words of a text, for a file of a kind.
pub(super) fn words_of_part(kind: FileKind, text: &str) -> Vec<String> {
    // `UASC only` is what the module is.
    let only = matches!(kind, FileKind::Uasc | FileKind::ChildList) || text.split_whitespace().count() < 3;
    let limits = limits_in_note(text).into_iter().filter(|word| !(only && word == "only"));
    limits.chain(less_of_title(text).or_else(|| part_beside_module(text))).collect()
}
