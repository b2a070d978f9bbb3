//! What a rule is.

use super::child_rows::{ChildRows, ListRows, Violations};
use super::needs::Need;
pub(super) use crate::report::Severity;

/// A rule that a row can break. What it says is in the crate `words`, by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// DfE's number, or our own name in words.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
}

/// A rule about the records of one child.
#[derive(Debug)]
pub(crate) struct ChildRule {
    /// What it says.
    pub(crate) rule: Rule,
    /// Without these it is not run.
    pub(super) needs: &'static [Need],
    /// Finds the rows that break it.
    pub(super) broken: Broken,
}

/// How the rows that break a rule are found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Broken {
    /// Among what one return, and the one of the year before, hold of a child.
    InReturn(for<'a> fn(&ChildRows<'a>, &mut Violations<'a>)),
    /// Among what the lists beside the returns hold of a child.
    InList(for<'a> fn(&ListRows<'a>, &mut Violations<'a>)),
}
