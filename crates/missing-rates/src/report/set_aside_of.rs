//! Why rows of a file were set aside.

use super::{FileEntry, Report, SetAside};

impl Report {
    /// Why rows of one of its files were set aside.
    pub fn set_aside_of(&self, entry: &FileEntry) -> impl Iterator<Item = &SetAside> {
        let at = self.files.iter().position(|other| std::ptr::eq(other, entry));
        self.set_aside.iter().filter(move |rows| Some(rows.file_index) == at)
    }
}
