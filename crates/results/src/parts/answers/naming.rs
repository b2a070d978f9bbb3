//! The files whose columns a person is naming, and how far that has come.

use missing_rates::FileId;
use missing_rates::mapping::{Draft, Field, MAPPED_KINDS, Mapping, fields};
use missing_rates::report::{FileKind, Problem, code};

use crate::settings::Anew;

/// The files whose columns a person is naming.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    files: Vec<Naming>,
    /// To be read again with these columns.
    chosen: Option<(FileId, Mapping)>,
    /// To be kept as a document.
    kept: Option<String>,
}

/// One file whose columns a person is naming.
#[derive(Clone, Debug)]
pub(crate) struct Naming {
    pub(super) id: FileId,
    pub(super) name: String,
    /// The first rows of the file.
    pub(super) head: Vec<Vec<String>>,
    pub(super) draft: Draft,
}

/// Whether a person has to say what the columns are.
pub(super) fn is_by_hand(problem: &Problem) -> bool {
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
    pub(super) fn files(&self) -> &[Naming] {
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

    /// The file that is to be read again, once.
    pub fn take_chosen(&mut self) -> Option<(FileId, Mapping)> {
        self.chosen.take()
    }

    /// The mapping that is to be kept, once.
    pub fn take_kept(&mut self) -> Option<String> {
        self.kept.take()
    }

    /// Sets `<file>:<what>`: the kind, the header row, the column of a field; or reads the file, or keeps the columns.
    pub(super) fn set(&mut self, key: &str, value: &str) -> Anew {
        let found = key.split_once(':').and_then(|(id, what)| {
            let id: FileId = id.parse().ok()?;
            Some((self.files.iter_mut().find(|file| file.id == id)?, what))
        });
        let Some((file, what)) = found else { return Anew::Part };
        match what {
            "kind" => {
                let kind = MAPPED_KINDS.into_iter().find(|kind| code(kind) == value);
                file.draft.take_for(kind, &file.head);
            }
            "row" => file.draft.head_in(value.parse().unwrap_or(0), &file.head),
            "read" => {
                if let Some(mapping) = file.draft.mapping(&file.head) {
                    self.chosen = Some((file.id, mapping));
                    return Anew::Report;
                }
            }
            "keep" => self.kept = file.draft.mapping(&file.head).map(|mapping| mapping.to_json()),
            name => {
                if let Some(field) = file.draft.kind.and_then(|kind| Field::named(kind, name)) {
                    file.draft.choose(field, value.parse().ok());
                }
            }
        }
        Anew::Part
    }
}

impl Naming {
    /// The key of a control of this file.
    pub(super) fn key(&self, what: &str) -> String {
        format!("columns:{}:{what}", self.id)
    }

    /// The fields that a form offers.
    pub(super) fn fields(&self) -> Vec<Field> {
        self.draft.kind.map(fields).unwrap_or_default()
    }
}
