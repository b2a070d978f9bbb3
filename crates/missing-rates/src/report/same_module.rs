//! Files of one module and year, and what a person says about them.

use serde::Serialize;

use super::Module;

/// Files of one module and year, or several lists of children. They may be parts, or one may be a later version of
/// another. No file says which, so none of them is used until a person has said it. Or a single file whose name says that it is a
/// part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SameModule {
    /// The year of its 31 March; `null` for lists, and where nothing gives it.
    pub year: Option<i32>,
    /// Which module.
    pub module: Module,
    /// Whether a person has said how to use them.
    pub settled: Settled,
    /// The files, by name.
    pub files: Vec<ModuleFile>,
}

/// Whether a person has said how to use the files of one module and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Settled {
    /// Nobody has said. None is used.
    No,
    /// Yes.
    Yes,
    /// Somebody has, but a file that was to be used is missing. None is used.
    FileNotThere,
}

/// One of several files of one module and year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ModuleFile {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Whether it is among the files now.
    pub there: bool,
    /// Whether a person has said that it is to be used.
    pub to_be_used: bool,
}

impl SameModule {
    /// Whether several of them are added together.
    pub fn is_sum(&self) -> bool {
        self.files.iter().filter(|file| file.to_be_used).count() > 1
    }

    /// The names of some of the files, with commas between them.
    pub fn names(&self, is: impl Fn(&ModuleFile) -> bool) -> String {
        self.files.iter().filter(|file| is(file)).map(|file| file.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}
