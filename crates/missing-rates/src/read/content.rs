//! A file that was read, and what it says.

use missing_rows::Module;

use super::answers::AnswersTable;
use super::notes::Notes;
use super::published::Figures;
use crate::decisions::Decisions;
use crate::file_id::FileId;
use crate::mapping::Mapping;
use crate::report::{ColumnRead, FileEntry, FileKind};

/// What a file says.
#[derive(Debug)]
pub(crate) enum Content {
    Nothing,
    /// One for each authority that a column names.
    Modules(Vec<Module>),
    Answers(AnswersTable),
    Published(Figures),
    Decisions(Decisions),
    Mapping(Mapping),
}

/// A file that was read to its end.
#[derive(Debug)]
pub struct ReadFile {
    pub(crate) entry: FileEntry,
    pub(crate) content: Content,
    pub(crate) notes: Notes,
    pub(super) head: Vec<Vec<String>>,
    /// How its columns were read, if it is a table of answers.
    pub(crate) columns: Vec<ColumnRead>,
    /// Whether it was read as a person said.
    pub(crate) mapped: bool,
    /// By which it goes where it was chosen, once it is among others.
    pub(crate) id: FileId,
}

impl ReadFile {
    /// The first rows, shortened, for a person who has to say what the columns are. None of a file of child-level rows
    /// that was recognised.
    pub fn head(&self) -> &[Vec<String>] {
        &self.head
    }

    /// Its name, what it was recognised as, and what became of its rows.
    pub fn entry(&self) -> &FileEntry {
        &self.entry
    }

    /// What it was recognised as.
    pub fn kind(&self) -> FileKind {
        self.entry.kind
    }
}
