//! Rules, and the rows that break them.

use serde::Serialize;

use crate::checks::Severity;

/// A rule that some rows break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Code of the rule: DfE's number, or our own in words; one of [`rules`](crate::checks::rules).
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, in one sentence.
    pub sentence: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
    /// The file or table that it is about.
    pub table: String,
    /// How many rows break it.
    pub count: u64,
    /// The first of them.
    pub rows: Vec<FindingRow>,
}

/// How many rows of a finding are listed.
pub const FINDING_ROWS: usize = 200;

/// One row that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FindingRow {
    /// Name of the file.
    pub file: String,
    /// Row, as a spreadsheet numbers it.
    pub row: u64,
    /// Name of the column, where one cell is meant.
    pub column: Option<String>,
    /// What stands there, shortened; never a child's identifier.
    pub value: Option<String>,
    /// What could have been meant.
    pub suggestions: Vec<String>,
}
