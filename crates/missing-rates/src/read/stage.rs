//! How far the reading of a table has come.

use super::answers::AnswersReader;
use super::header_row::{Body, Doubt};
use super::titles::Title;
use crate::period::Period;
use crate::report::FileKind;

#[derive(Debug)]
// Where pointers are shorter, the sizes of the variants are closer to each other.
#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::large_enum_variant, reason = "there is one, and every row of a return goes through it")
)]
pub(super) enum Stage {
    /// Looking for the header row. Holds what was seen so far, and what was wrong with the likeliest row.
    Searching {
        above: Vec<Vec<String>>,
        titles: Vec<Title>,
        problem: Option<Doubt>,
    },
    /// A header row was found. The next row may be a further layer of it.
    Headed {
        layers: Vec<Vec<String>>,
        header: Vec<Vec<u8>>,
        reader: Box<AnswersReader>,
        period: Option<Period>,
    },
    Reading {
        kind: FileKind,
        header: Vec<Vec<u8>>,
        body: Body,
    },
    NotFound(Doubt),
}
