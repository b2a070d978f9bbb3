//! What a rule is.

use super::child_rows::{ChildRows, ListRows, Violations};
use super::needs::Need;
pub(super) use crate::report::Severity;

/// A rule that a row can break. Its words are in the crate `words`, by code.
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
    /// The rule's code and severity.
    pub(crate) rule: Rule,
    /// The rule is not run without these.
    pub(super) needs: &'static [Need],
    /// Finds the rows that break it.
    pub(super) broken: Broken,
}

/// How the rows that break a rule are found.
#[derive(Clone, Copy, Debug)]
pub(super) enum Broken {
    /// In the rows of a child in one return and in the return of the year before.
    InReturn(for<'a> fn(&ChildRows<'a>, &mut Violations<'a>)),
    /// In the rows of a child on the lists beside the returns.
    InList(for<'a> fn(&ListRows<'a>, &mut Violations<'a>)),
}
