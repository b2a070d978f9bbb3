//! What the list of files shows about a file that was read.

use missing_rates::report::Rename;
use serde::{Deserialize, Serialize};

use crate::text::Text;

/// What was read from a file, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileSummary {
    /// What it was recognised as, or what is wrong with it, in a word or two.
    pub kind: Text,
    pub state: FileState,
    /// Whether it has any rows that may be mentioned.
    pub has_rows: bool,
    pub rows_used: u64,
    pub rows_set_aside: u64,
    /// Those of them that could not be used as they are. The others lack nothing.
    pub rows_in_doubt: u64,
    /// How many of its columns need a person's decision, and are not used until then.
    pub columns_open: u64,
    /// Why rows were set aside, with one line for each reason.
    pub reasons: Vec<Text>,
    pub problem: Option<FileProblem>,
    /// The columns that were read under another name, in words; `None` if there are none.
    pub renamed: Option<Text>,
    /// Whether it belongs to a return, and so has a collection year.
    pub is_of_return: bool,
    /// The collection year; `None` if a person has to say it.
    pub year: Option<FileYear>,
}

/// How well a file was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileState {
    Understood,
    InDoubt,
    NotUnderstood,
}

/// What is wrong with a file as a whole, and how to solve it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileProblem {
    /// What was found, what was expected, what to do.
    pub text: Text,
    /// The same without what to do, for those who only read.
    pub found: Text,
    pub way_out: WayOut,
}

/// How to solve a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WayOut {
    /// Only another file helps.
    None,
    /// Read columns as others. Each line names one.
    Rename { renames: Vec<Rename>, lines: Vec<Text> },
    /// Say what the columns are. `found` lists the columns, if that helps.
    NameColumns { found: Option<Text> },
}

/// The collection year of a file, by the year of its 31 March.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileYear {
    pub year: i32,
    /// Whether a person said so.
    pub asked: bool,
}
