//! What the list of files says of a file that was read.

use missing_rates::report::Rename;
use serde::{Deserialize, Serialize};

use crate::text::Text;

/// What was read of a file, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSummary {
    /// What it was recognised as, or what is wrong with it, in a word or two.
    pub kind: Text,
    pub state: FileState,
    /// Whether it has any rows that may be told of.
    pub has_rows: bool,
    pub rows_used: u64,
    pub rows_set_aside: u64,
    /// Why rows were set aside, a line for each reason.
    pub reasons: Vec<Text>,
    pub problem: Option<FileProblem>,
    /// Which columns were read under another name, in words; none if none were.
    pub renamed: Option<Text>,
    /// Whether it belongs to a return, and so to a collection year.
    pub is_of_return: bool,
    /// That year; none where a person has to say it.
    pub year: Option<FileYear>,
}

/// How well a file was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileState {
    Understood,
    InDoubt,
    NotUnderstood,
}

/// What is wrong with a file as a whole, and the way out of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileProblem {
    /// What was found, what was expected, what to do.
    pub text: Text,
    pub way_out: WayOut,
}

/// The way out of a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WayOut {
    /// Only another file helps.
    None,
    /// Take columns for others; each line says which.
    Rename { renames: Vec<Rename>, lines: Vec<Text> },
    /// Say what the columns are. `found` says which columns there are, if that helps.
    NameColumns { found: Option<Text> },
}

/// The collection year that a file is of, by the year of its 31 March.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileYear {
    pub year: i32,
    /// Whether a person said so.
    pub asked: bool,
}
