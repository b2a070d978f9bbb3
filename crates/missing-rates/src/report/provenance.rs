//! What the figures of a report rest on, as every file that leaves the page says it.

use super::{FileEntry, Report, code};

impl Report {
    /// A name, and what is said of it: the periods, for whom the figures are, by which definitions, what calculated them,
    /// and each file with its sum and its rows.
    pub fn provenance(&self) -> Vec<(&'static str, String)> {
        let mut provenance: Vec<(&'static str, String)> =
            self.periods.iter().map(|period| ("period", period.to_string())).collect();
        provenance.push(("disclosure", code(&self.disclosure)));
        provenance.push(("definitions", self.tool.definitions.to_owned()));
        provenance.push(("calculated by", format!("{} {}", self.tool.name, self.tool.version)));
        provenance.extend(self.files.iter().map(|file| ("file", file.provenance())));
        provenance
    }
}

impl FileEntry {
    /// Its name, its sum and its rows, in a line.
    fn provenance(&self) -> String {
        let Self { name, sha256, rows_used, rows_set_aside, .. } = self;
        format!("{name}: SHA-256 {sha256}, rows used {rows_used}, rows set aside {rows_set_aside}")
    }
}
