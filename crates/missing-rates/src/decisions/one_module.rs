//! How to use several files of one module and year.

use std::collections::{BTreeMap, BTreeSet};

/// Files of one module and year, and those of them that are used: all are parts of it, or one counts and the others do
/// not. A file is identified by the SHA-256 of its bytes, so that another version of it is asked about again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OneModule {
    /// Their names, by SHA-256.
    pub(crate) files: BTreeMap<String, String>,
    /// The SHA-256 of each file that is used.
    pub(crate) used: BTreeSet<String>,
}

impl OneModule {
    /// `None` if none of the files is used. A single file whose name says that it is a part is used if it is whole.
    pub(super) fn of(
        files: impl IntoIterator<Item = (String, String)>,
        used: impl IntoIterator<Item = String>,
    ) -> Option<Self> {
        let files: BTreeMap<String, String> = files.into_iter().collect();
        let used: BTreeSet<String> = used.into_iter().filter(|sha256| files.contains_key(sha256)).collect();
        (!used.is_empty()).then_some(Self { files, used })
    }

    /// Whether it is about any of these files.
    pub(crate) fn is_about<'a>(&self, mut sha256: impl Iterator<Item = &'a str>) -> bool {
        sha256.any(|one| self.files.contains_key(one))
    }
}
