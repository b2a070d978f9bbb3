//! A file that was read, and what it says.

use missing_rows::Module;

use super::answers::{AnswersTable, TypedName};
use super::notes::Notes;
use super::past_list::PastRow;
use super::published::Figures;
use crate::decisions::Decisions;
use crate::file_id::FileId;
use crate::kept::Kept;
use crate::mapping::Mapping;
use crate::period::Period;
use crate::report::{ColumnRead, FileEntry, FileKind};

/// What a file says.
#[derive(Debug)]
pub(crate) enum Content {
    Nothing,
    /// One for each authority that a column names.
    Modules(Vec<Module>),
    Answers(AnswersTable),
    Published(Figures),
    /// A work list that was written earlier.
    Past(Vec<PastRow>),
    Decisions(Decisions),
    Mapping(Mapping),
    Kept(Box<Kept>),
}

/// A file that was read to its end.
#[derive(Debug)]
pub struct ReadFile {
    /// The hash is empty until it is told.
    pub(crate) entry: FileEntry,
    /// In bytes.
    pub(crate) length: u64,
    pub(crate) content: Content,
    pub(crate) notes: Notes,
    pub(super) head: Vec<Vec<String>>,
    /// How its columns were read, if it is a table of answers.
    pub(crate) columns: Vec<ColumnRead>,
    /// Whether it was read as a person said.
    pub(crate) mapped: bool,
    /// Its id among the chosen files, once it is among others.
    pub(crate) id: FileId,
}

impl ReadFile {
    /// The first rows, shortened, for a person who has to say what the columns are. Empty for a file of child-level
    /// rows that was recognised.
    pub fn head(&self) -> &[Vec<String>] {
        &self.head
    }

    /// The period of its first answer: of two sheets with the same numbers, each can be of the year in its name.
    pub(crate) fn period_of_answers(&self) -> Option<Period> {
        let Content::Answers(table) = &self.content else { return None };
        table.cells.first().and_then(|cell| cell.period)
    }

    /// Who answered. Of two sheets with the same rows, each may be the authority’s that it is named after.
    pub(crate) fn names_of_answers(&self) -> &[TypedName] {
        if let Content::Answers(table) = &self.content { &table.names } else { &[] }
    }

    /// Whether its titles or its name name years, and answers do not say which they are of.
    pub(crate) fn names_years(&self) -> bool {
        let Content::Answers(table) = &self.content else { return false };
        !table.years.is_empty() && table.cells.iter().any(|cell| cell.period.is_none())
    }

    /// Its name, what it was recognised as, and what became of its rows.
    pub fn entry(&self) -> &FileEntry {
        &self.entry
    }

    /// Whether its hash is known.
    pub fn has_sum(&self) -> bool {
        !self.entry.sha256.is_empty()
    }

    /// What it was recognised as.
    pub fn kind(&self) -> FileKind {
        self.entry.kind
    }
}
