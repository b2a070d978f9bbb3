//! What is noted of a file while it is read: rows set aside, rules broken.

use std::collections::BTreeMap;

use super::text::cell_text;
use crate::report::{FINDING_ROWS, Reason};

/// Longest value that a finding shows, in characters.
const LONGEST_VALUE: usize = 60;

/// One cell or row that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) row: u64,
    /// Name of the column; empty if the whole row is meant.
    pub(crate) column: String,
    /// What stands there; empty if nothing does.
    pub(crate) value: String,
    pub(crate) suggestions: Vec<String>,
}

/// The rows that break one rule: how many, and the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Noted {
    pub(crate) count: u64,
    pub(crate) rows: Vec<Note>,
}

/// All that is noted of one file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes {
    /// Rows below the header that hold anything, and those set aside above it.
    pub(crate) rows: u64,
    pub(crate) set_aside: BTreeMap<Reason, u64>,
    pub(crate) findings: BTreeMap<String, Noted>,
}

impl Notes {
    pub(crate) fn set_aside(&mut self, reason: Reason) {
        *self.set_aside.entry(reason).or_default() += 1;
    }

    /// Notes that a cell breaks a rule.
    pub(crate) fn find(&mut self, rule: &str, row: u64, column: &str, value: impl AsRef<[u8]>) {
        self.find_suggesting(rule, row, column, value, Vec::new);
    }

    /// Notes that a cell breaks a rule, and what could have been meant.
    pub(crate) fn find_suggesting(
        &mut self,
        rule: &str,
        row: u64,
        column: &str,
        value: impl AsRef<[u8]>,
        suggestions: impl FnOnce() -> Vec<String>,
    ) {
        if !self.findings.contains_key(rule) {
            self.findings.insert(rule.to_owned(), Noted::default());
        }
        let Some(noted) = self.findings.get_mut(rule) else { return };
        noted.count += 1;
        if noted.rows.len() < FINDING_ROWS {
            let value = cell_text(value.as_ref()).chars().take(LONGEST_VALUE).collect();
            noted.rows.push(Note { row, column: column.to_owned(), value, suggestions: suggestions() });
        }
    }

    /// Rows that figures can rest on.
    pub(crate) fn rows_set_aside(&self) -> u64 {
        self.set_aside.values().sum()
    }
}
