//! The files whose columns a person is naming, and how far that has come.

use missing_rates::FileId;
use missing_rates::mapping::{Draft, Field, Mapping, fields};
use missing_rates::period::Period;
use missing_rates::report::{FileKind, Problem};

use crate::invalidated::Invalidated;

/// The files whose columns a person is naming.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    files: Vec<Naming>,
}

/// One file whose columns a person is naming.
#[derive(Clone, Debug)]
pub(crate) struct Naming {
    pub(crate) id: FileId,
    pub(crate) name: String,
    /// The first rows of the file.
    pub(crate) head: Vec<Vec<String>>,
    pub(crate) draft: Draft,
    /// Whether the file was read by it.
    pub(crate) read: bool,
}

/// Whether a person has to say what the columns are.
pub(crate) fn is_by_hand(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::UnknownColumns { .. }
            | Problem::MissingColumns { .. }
            | Problem::NearMiss { .. }
            | Problem::ChildRows { .. }
            | Problem::ReadingInDoubt { .. }
    )
}

impl Columns {
    pub(crate) fn files(&self) -> &[Naming] {
        &self.files
    }

    /// Begins with a file; its columns are proposed.
    pub fn begin(&mut self, id: FileId, name: &str, kind: FileKind, head: &[Vec<String>]) {
        self.forget(id);
        let draft = Draft::propose(head, Some(kind));
        self.files.push(Naming { id, name: name.to_owned(), head: head.to_vec(), draft, read: false });
    }

    /// The file went, or was read.
    pub fn forget(&mut self, id: FileId) {
        self.files.retain(|file| file.id != id);
    }

    /// The columns of a file as they were named, once nothing is missing.
    pub fn mapping(&self, id: FileId) -> Option<Mapping> {
        let file = self.files.iter().find(|file| file.id == id)?;
        file.draft.mapping(&file.head)
    }

    /// What the columns of files were said to be, of each where nothing is missing.
    pub fn mappings(&self) -> Vec<Mapping> {
        self.files.iter().filter_map(|file| file.draft.mapping(&file.head)).collect()
    }

    pub(crate) fn take_for(&mut self, id: FileId, kind: Option<FileKind>) -> Invalidated {
        self.change(id, |file| file.draft.take_for(kind, &file.head))
    }

    pub(crate) fn head_in(&mut self, id: FileId, row: u32) -> Invalidated {
        self.change(id, |file| file.draft.head_in(row as usize, &file.head))
    }

    /// Says what a column is, by the name of a field in a mapping.
    pub(crate) fn take_column_for(&mut self, id: FileId, column: u32, field: Option<&str>) -> Invalidated {
        self.change(id, |file| {
            let named = field.and_then(|field| file.draft.kind.and_then(|kind| Field::named(kind, field)));
            if field.is_none() || named.is_some() {
                file.draft.take_column_for(column as usize, named);
            }
        })
    }

    pub(crate) fn date_column(&mut self, id: FileId, column: u32, period: Option<Period>) -> Invalidated {
        self.change(id, |file| file.draft.date_column(column as usize, period))
    }

    /// Takes every guess about the columns of a file for what it is.
    pub fn accept(&mut self, id: FileId) {
        self.change(id, |file| file.draft.accept());
    }

    /// Goes on with a file that was read by a mapping, as it says; what a person began is kept.
    pub fn keep(&mut self, id: FileId, name: &str, head: &[Vec<String>], mapping: &Mapping) {
        if self.files.iter().all(|file| file.id != id)
            && let Some(draft) = Draft::of(mapping, head)
        {
            self.files.push(Naming { id, name: name.to_owned(), head: head.to_vec(), draft, read: true });
        }
        self.files.iter_mut().filter(|file| file.id == id).for_each(|file| file.read = true);
    }

    /// Makes a change to a file; it is read anew at once, where nothing is missing.
    fn change(&mut self, id: FileId, change: impl FnOnce(&mut Naming)) -> Invalidated {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            change(file);
        }
        Invalidated::Part
    }
}

impl Naming {
    /// The fields that a form offers.
    pub(crate) fn fields(&self) -> Vec<Field> {
        self.draft.kind.map(fields).unwrap_or_default()
    }
}
