//! What a rule is.

use serde::Serialize;

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

/// A rule that a row can break: what it is called, and what it says in plain English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// DfE's number, or our own name in words.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong with a row that breaks it, in one sentence.
    pub sentence: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
    /// Which reading of the official wording is taken, where it can be read in two ways.
    pub reading: Option<&'static str>,
}
