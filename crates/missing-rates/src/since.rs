//! What became of the rows of an earlier work list: fixed, left, or new. It is for the analyst's own use and never part of a
//! [`Report`](crate::report::Report): it names children.

use crate::checks::WorkRow;

/// What became of the rows of an earlier work list.
#[derive(Clone, Debug, Default)]
pub struct Since {
    /// The names of the work lists that were chosen. With more than one nothing is compared.
    pub lists: Vec<String>,
    /// Rows of the list that break their rule no more.
    pub fixed: Vec<PastFinding>,
    /// Rows of the list that break their rule still, with the same values or with others.
    pub left: Vec<WorkRow>,
    /// Rows that break a rule and are not in the list.
    pub new: Vec<WorkRow>,
    /// Rows of the list whose rule could not be checked now, because a file or a year is missing.
    pub not_checked: Vec<PastFinding>,
    /// Rows of the list whose child is in no file now.
    pub gone: Vec<PastFinding>,
}

/// A row of an earlier work list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastFinding {
    /// Code of the rule.
    pub rule: &'static str,
    /// The child's identifier; empty in a row about no child.
    pub child: String,
    /// Name of the file then.
    pub file: String,
    /// Row then.
    pub row: String,
    /// The collection year of the return.
    pub year: Option<i32>,
    /// The values then, such as `MIS_START 01/06/2024`.
    pub values: Vec<String>,
}
