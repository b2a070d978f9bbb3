//! What is noted about a file while it is read: rows set aside, rules broken.

use super::text::cell_text;
use super::year_of_rows::YearOfRows;
use crate::report::{FINDING_ROWS, Reason};

/// The longest value that a finding shows, in characters.
const LONGEST_VALUE: usize = 60;

/// One cell or row that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) row: u64,
    /// Name of the column; empty if the whole row is meant.
    pub(crate) column: String,
    /// The value there; empty if there is none.
    pub(crate) value: String,
    pub(crate) suggestions: Vec<String>,
}

/// The rows that break one rule: how many, and the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Noted {
    pub(crate) count: u64,
    pub(crate) rows: Vec<Note>,
}

/// Everything that is noted about one file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Notes {
    /// Rows below the header that hold anything, and rows set aside above it.
    pub(crate) rows: u64,
    /// Rows by reason, in the order of the reasons.
    pub(crate) set_aside: Vec<(Reason, u64)>,
    /// Rules that rows break.
    pub(crate) findings: Vec<(&'static str, Noted)>,
    /// The years that columns of a list of children give for all its rows.
    pub(crate) years_of_rows: Vec<YearOfRows>,
}

impl Notes {
    pub(crate) fn set_aside(&mut self, reason: Reason) {
        self.set_aside_rows(reason, 1);
    }

    pub(crate) fn set_aside_rows(&mut self, reason: Reason, rows: u64) {
        if rows == 0 {
            return;
        }
        match self.set_aside.binary_search_by_key(&reason, |(other, _)| *other) {
            Ok(place) => self.set_aside[place].1 += rows,
            Err(place) => self.set_aside.insert(place, (reason, rows)),
        }
    }

    /// Gives another reason for rows that are set aside.
    pub(crate) fn set_aside_instead(&mut self, reason: Reason, instead: Reason, rows: u64) {
        if let Ok(place) = self.set_aside.binary_search_by_key(&reason, |(other, _)| *other) {
            let of = &mut self.set_aside[place].1;
            let moved = rows.min(*of);
            *of -= moved;
            self.set_aside.retain(|(_, rows)| *rows > 0);
            self.set_aside_rows(instead, moved);
        }
    }

    /// How many rows are set aside for a reason.
    pub(crate) fn rows_for(&self, reason: Reason) -> u64 {
        self.set_aside.iter().find(|(other, _)| *other == reason).map_or(0, |(_, rows)| *rows)
    }

    /// Sets every row aside: the file cannot be used.
    pub(crate) fn refuse(&mut self) {
        self.set_aside.clear();
        self.set_aside_rows(Reason::FileNotUsed, self.rows);
    }

    fn noted(&mut self, rule: &'static str) -> &mut Noted {
        let known = self.findings.iter().position(|(other, _)| *other == rule);
        let place = known.unwrap_or_else(|| {
            self.findings.push((rule, Noted::default()));
            self.findings.len() - 1
        });
        &mut self.findings[place].1
    }

    /// Notes that a cell breaks a rule.
    pub(crate) fn find(&mut self, rule: &'static str, row: u64, column: &str, value: impl AsRef<[u8]>) {
        self.find_suggesting(rule, row, column, value.as_ref(), Vec::new());
    }

    /// Notes that a cell breaks a rule, and what it could mean.
    pub(crate) fn find_suggesting(
        &mut self,
        rule: &'static str,
        row: u64,
        column: &str,
        value: &[u8],
        suggestions: Vec<String>,
    ) {
        let noted = self.noted(rule);
        noted.count += 1;
        if noted.rows.len() < FINDING_ROWS {
            let value = cell_text(value).chars().take(LONGEST_VALUE).collect();
            noted.rows.push(Note { row, column: column.to_owned(), value, suggestions });
        }
    }

    /// Forgets the rows that break a rule: what they quote may be nobody's to see.
    pub(crate) fn forget(&mut self, rule: &str) {
        self.findings.retain(|(other, _)| *other != rule);
    }

    /// How many rows are set aside.
    pub(crate) fn rows_set_aside(&self) -> u64 {
        self.set_aside.iter().map(|(_, rows)| rows).sum()
    }
}
