//! Rows that are the name of an authority alone, in a table whose rows name none: the rows below them are that authority's, and not
//! those of the title. And headings that stand there again, below a line that nobody understands.

use missing_rows::Record;

use super::below::alone;
use crate::area::{meant, several};
use crate::read::heading::{authority_in_title, is_line_understood, is_note_understood};
use crate::read::notes::Notes;

/// A longer text is a note.
const LONGEST: usize = 80;
/// The same of a name that is not known, in words.
const WORDS: usize = 6;

/// What came since the last row of answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Since {
    #[default]
    Nothing,
    /// A text that may be the title of another table.
    Text,
    /// The name of an authority.
    Authority,
}

/// What is known of the sections of a table whose rows name no authority.
#[derive(Debug, Default)]
pub(super) struct Sections {
    since: Since,
    /// The authority of the title, if rows below it name others.
    pub(super) titled: Option<String>,
}

impl Sections {
    /// Takes a row that is the name of an authority alone: of the rows below it. `current` is that of the rows so far.
    pub(super) fn begins(&mut self, record: &Record<'_>, current: &mut Option<String>, notes: &mut Notes) -> bool {
        let Some(named) = current else { return false };
        let Some(text) = alone(record).filter(|text| text.len() <= LONGEST) else { return false };
        let known = authority_in_title(&text).map(str::to_owned);
        if known.is_none() && !seems_authority(&text) && several(&text).is_none() {
            if !is_note_understood(&text) {
                self.since = Since::Text;
            }
            return false;
        }
        let code = |name: &str| meant(name).map(|(authority, _)| authority.code);
        let is_same = known.as_deref().and_then(code).is_some_and(|own| code(named) == Some(own));
        if !is_same {
            notes.find("authority-from-name", record.row, "", &text);
            self.titled.get_or_insert_with(|| named.clone());
            *named = known.unwrap_or(text);
        }
        self.since = Since::Authority;
        true
    }

    /// Answers came.
    pub(super) fn go_on(&mut self) {
        self.since = Since::Nothing;
    }

    /// Whether headings that are there again are those of another table, which may be of another authority: below a text.
    pub(super) fn end_at_headings(&self) -> bool {
        self.since == Since::Text
    }
}

/// Whether a text that is no known name is written like one: `Leedz City Council`.
fn seems_authority(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = words.len() > 1
        && words.len() <= WORDS
        && words.iter().all(|word| word.starts_with(char::is_uppercase) || ["of", "and", "upon", "the"].contains(word));
    let style =
        words.last().is_some_and(|word| ["Council", "Borough", "MBC", "CC", "BC", "LA", "Trust"].contains(word));
    named && style && !is_line_understood(text)
}
