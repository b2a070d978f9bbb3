//! Rules, and the rows that break them.

use std::fmt;

use missing_rows::Column;
use serde::{Deserialize, Serialize, Serializer};

use super::Module;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// Code of the rule: DfE's number, or our own name in words. One of [`rules`](crate::checks::rules).
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

/// What a finding counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Rows.
    Rows,
    /// Cells: a row may have several.
    Cells,
    /// What has no row: a file, a sheet, a column, an element.
    Whole,
}

impl Finding {
    /// What it counts.
    pub fn of(&self) -> Of {
        let is_cell = |row: &FindingRow| row.column.is_some() && row.cells.is_empty() && row.child.is_none();
        match self.rows.first() {
            Some(first) if first.row == 0 => Of::Whole,
            Some(_) if self.rows.iter().all(is_cell) => Of::Cells,
            _ => Of::Rows,
        }
    }
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
    /// Name of the column, if one cell is meant. If there are several, the first.
    pub column: Option<String>,
    /// The value there, shortened. It is never a child's identifier or date of birth.
    pub value: Option<String>,
    /// What could have been meant.
    pub suggestions: Vec<String>,
    /// The identifier of the child in the row. It is never in the report's JSON or CSV.
    #[serde(skip)]
    pub child: Option<String>,
    /// The values that a reader should see side by side. Dates of birth are not in the report's JSON.
    #[serde(serialize_with = "without_birth_dates")]
    pub cells: Vec<Cell>,
    /// The row that it clashes with.
    pub against: Option<Against>,
}

/// A cell of a child-level file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Cell {
    /// Name of the column.
    pub column: &'static str,
    /// The value: a date as dd/mm/yyyy, a code, or the text as it is if it is neither. Empty for a blank.
    pub value: String,
    /// Whether it is what breaks the rule, or only shown beside what does. No cell of the other row of two that clash is.
    pub at_fault: bool,
}

/// The row that another clashes with.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Against {
    /// Name of its file.
    pub file: String,
    /// Row, as a spreadsheet numbers it.
    pub row: u64,
    /// Its values.
    #[serde(serialize_with = "without_birth_dates")]
    pub cells: Vec<Cell>,
}

/// What was found about one child. It is never in the report's JSON or CSV.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundChild {
    /// The child's identifier.
    pub child: String,
    /// How many findings there are.
    pub count: u64,
    /// The first of them.
    pub rows: Vec<FoundRow>,
}

impl FoundChild {
    /// How many findings of a child are listed.
    pub const ROWS: usize = 50;
}

/// One finding of a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRow {
    /// Code of the rule.
    pub rule: &'static str,
    /// The row that breaks it.
    pub row: FindingRow,
}

/// Whether a rule was run on a return, and how many rows break it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleRun {
    /// Code of the rule.
    pub rule: &'static str,
    /// The year of the 31 March that names the return's collection year; `null` for a list beside the returns, and
    /// where no date gives it.
    pub year: Option<i32>,
    /// Whether it was run.
    pub ran: bool,
    /// What it needs and the files do not have. Empty if it was run.
    pub needs: Vec<Need>,
    /// How many rows break it.
    pub count: u64,
}

/// One thing that a rule needs to be run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A module of the return, or the list: `missing`.
    Table(Module),
    /// A column of one of them: `missing/MIS_END`.
    Cells(Module, Column),
    /// A module of the previous year's return: `last-year/missing`.
    LastYears(Module),
    /// A column DUC in the UASC file or in Header: `duc`.
    Duc,
    /// A date that gives the collection year: `collection-year`.
    Year,
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(module) => f.write_str(&super::code(module)),
            Self::Cells(module, column) => write!(f, "{}/{}", super::code(module), column.name()),
            Self::LastYears(module) => write!(f, "last-year/{}", super::code(module)),
            Self::Duc => f.write_str("duc"),
            Self::Year => f.write_str("collection-year"),
        }
    }
}

impl Serialize for Need {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

fn without_birth_dates<S: Serializer>(cells: &[Cell], to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(cells.iter().filter(|cell| cell.column != "DOB"))
}
