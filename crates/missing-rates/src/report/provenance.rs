//! What the figures of a report are based on, as every file says it.

use super::{Disclosure, FileEntry, LeftOut, Report, Tool, code};
use crate::period::Period;

/// One thing that the figures of a report are based on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance<'a> {
    /// A period that they are about.
    Period(Period),
    /// For whom they are.
    Disclosure(Disclosure),
    /// Two safe reports of the same files can show what each of them hides, so that only one is to be published.
    OneReport,
    /// Tables that a safe report leaves out whole.
    LeftOut(&'a [LeftOut]),
    /// By which definitions they are calculated.
    Definitions(&'static str),
    /// What calculated them.
    Tool(&'a Tool),
    /// A file. One [that is hidden](FileEntry::is_hidden) goes by its kind and year alone.
    File(&'a FileEntry),
}

impl Report {
    /// The periods, for whom the figures are, by which definitions, what calculated them, and each file.
    pub fn provenance(&self) -> Vec<Provenance<'_>> {
        let mut provenance: Vec<Provenance<'_>> = self.periods.iter().copied().map(Provenance::Period).collect();
        provenance.push(Provenance::Disclosure(self.disclosure));
        if self.disclosure.is_safe() {
            provenance.push(Provenance::OneReport);
            if !self.left_out.is_empty() {
                provenance.push(Provenance::LeftOut(&self.left_out));
            }
        }
        provenance.extend([Provenance::Definitions(self.tool.definitions), Provenance::Tool(&self.tool)]);
        provenance.extend(self.files.iter().map(Provenance::File));
        provenance
    }
}

impl Provenance<'_> {
    /// A word of the format for it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Period(_) => "period",
            Self::Disclosure(_) => "disclosure",
            Self::OneReport => "one-report",
            Self::LeftOut(_) => "left-out",
            Self::Definitions(_) => "definitions",
            Self::Tool(_) => "tool",
            Self::File(_) => "file",
        }
    }

    /// The same as data.
    pub(super) fn value(&self) -> String {
        match self {
            Self::Period(period) => period.to_string(),
            Self::Disclosure(disclosure) => code(disclosure),
            Self::OneReport => "true".to_owned(),
            Self::LeftOut(tables) => tables.iter().map(code).collect::<Vec<_>>().join(" "),
            Self::Definitions(definitions) => (*definitions).to_owned(),
            Self::Tool(tool) => [tool.name, " ", tool.version].concat(),
            Self::File(file) if file.is_hidden() => code(&file.kind),
            Self::File(file) => [file.name.as_str(), ": SHA-256 ", &file.sha256].concat(),
        }
    }
}
