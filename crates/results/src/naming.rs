//! The files whose columns a person is naming, and how far that has come.

use missing_rates::FileId;
use missing_rates::mapping::{Draft, Field, Mapping, fields};
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
        self.files.push(Naming { id, name: name.to_owned(), head: head.to_vec(), draft });
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

    pub(crate) fn take_for(&mut self, id: FileId, kind: Option<FileKind>) -> Invalidated {
        self.change(id, |file| file.draft.take_for(kind, &file.head))
    }

    pub(crate) fn head_in(&mut self, id: FileId, row: u32) -> Invalidated {
        self.change(id, |file| file.draft.head_in(row as usize, &file.head))
    }

    /// Chooses the column of a field, which goes by its name in a mapping.
    pub(crate) fn choose(&mut self, id: FileId, field: &str, column: Option<u32>) -> Invalidated {
        self.change(id, |file| {
            if let Some(field) = file.draft.kind.and_then(|kind| Field::named(kind, field)) {
                file.draft.choose(field, column.map(|column| column as usize));
            }
        })
    }

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
