//! Rules, and the rows that break them.

use serde::Serialize;

/// Every rule that a report can find broken, and how much each matters, in the order of a report.
pub const RULES: [(&str, Severity); 24] = [
    ("104", Severity::Error),
    ("1004", Severity::Error),
    ("1005", Severity::Error),
    ("1006", Severity::Error),
    ("564", Severity::Error),
    ("565", Severity::Error),
    ("566", Severity::Error),
    ("567", Severity::Error),
    ("authority-not-recognised", Severity::Error),
    ("conflicting-answers", Severity::Error),
    ("episode-end", Severity::Error),
    ("episode-order", Severity::Error),
    ("episode-start", Severity::Error),
    ("measure-not-recognised", Severity::Error),
    ("more-missing-than-children", Severity::Error),
    ("no-child", Severity::Error),
    ("not-a-count", Severity::Error),
    ("not-understood", Severity::Error),
    ("period-not-recognised", Severity::Error),
    ("trafficked-not-understood", Severity::Error),
    ("fewer-incidents-than-children", Severity::Warning),
    ("identical-rows", Severity::Warning),
    ("published-share-differs", Severity::Warning),
    ("period-from-name", Severity::Note),
];

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A figure could be wrong.
    Error,
    /// Someone should look.
    Warning,
    /// Worth knowing.
    Note,
}

/// A rule that some rows break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Code of the rule: DfE's number, or our own in words; one of [`RULES`].
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
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
