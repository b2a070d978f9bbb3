//! The report as JSON. It is the same, byte for byte, wherever it is made.

use super::Disclosure;
use super::format::FORMAT;
use super::{PeriodsFrom, Report, Tool};

impl Report {
    /// A report about nothing.
    pub fn empty() -> Self {
        Self {
            format: FORMAT,
            tool: Tool { name: "missing-from-care", version: crate::VERSION, definitions: crate::DEFINITIONS },
            disclosure: Disclosure::Exact,
            hidden: Vec::new(),
            left_out: Vec::new(),
            periods: Vec::new(),
            periods_from: PeriodsFrom::Files,
            answered_by: Vec::new(),
            uncovered: Vec::new(),
            files: Vec::new(),
            coverage_of_returns: Vec::new(),
            same_module: Vec::new(),
            not_covered: Vec::new(),
            rates: Vec::new(),
            ratios: Vec::new(),
            totals: Vec::new(),
            coverage: Vec::new(),
            respondents: Vec::new(),
            overlaps: Vec::new(),
            profiles: Vec::new(),
            changes: Vec::new(),
            funnel: Vec::new(),
            influence: Vec::new(),
            targets: Vec::new(),
            comparisons: Vec::new(),
            series: Vec::new(),
            published: Vec::new(),
            wordings: Vec::new(),
            list_wordings: Vec::new(),
            names: Vec::new(),
            conflicts: Vec::new(),
            chase: Vec::new(),
            standing: None,
            foi: None,
            foi_by_authority: Vec::new(),
            findings: Vec::new(),
            found_children: Vec::new(),
            rules: Vec::new(),
            sensitivity: Vec::new(),
            set_aside: Vec::new(),
            columns: Vec::new(),
        }
    }

    /// The report as JSON, with a line feed at its end.
    pub fn to_json(&self) -> String {
        // A Report holds nothing that JSON cannot hold.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}
