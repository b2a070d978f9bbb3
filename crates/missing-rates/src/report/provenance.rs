//! What the figures of a report rest on, as every file that leaves the page says it.

use super::{FileEntry, Report, code};

/// What two safe reports do to each other.
pub const SIDE_BY_SIDE: &str = "another setting, another period or another release of the same files, put beside this \
                                one, can show what each of them hides";

impl Report {
    /// A name, and what is said of it: the periods, for whom the figures are, by which definitions, what calculated them,
    /// and each file with its sum and its rows.
    pub fn provenance(&self) -> Vec<(&'static str, String)> {
        let mut provenance: Vec<(&'static str, String)> =
            self.periods.iter().map(|period| ("period", period.to_string())).collect();
        provenance.push(("disclosure", code(&self.disclosure)));
        if self.disclosure.is_safe() {
            provenance.push(("publish one report", SIDE_BY_SIDE.to_owned()));
            if !self.left_out.is_empty() {
                let tables: Vec<String> = self.left_out.iter().map(code).collect();
                let why = "too few children for these tables; left out whole";
                provenance.push(("left out", format!("{}: {why}", tables.join(", "))));
            }
        }
        provenance.push(("definitions", self.tool.definitions.to_owned()));
        provenance.push(("calculated by", format!("{} {}", self.tool.name, self.tool.version)));
        provenance.extend(self.files.iter().map(|file| ("file", file.provenance())));
        provenance
    }
}

impl FileEntry {
    /// Its name, its sum and its rows, in a line; of a file about children in a safe report its kind and year.
    fn provenance(&self) -> String {
        if self.is_hidden() {
            let year = self.collection_year.map(|of| format!(", year ending 31 March {}", of.year));
            return code(&self.kind) + &year.unwrap_or_default();
        }
        let Self { name, sha256, rows_used, rows_set_aside, .. } = self;
        format!("{name}: SHA-256 {sha256}, rows used {rows_used}, rows set aside {rows_set_aside}")
    }
}
