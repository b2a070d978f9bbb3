//! What the figures of a report are based on, as every export says it.

use super::{Disclosure, FileEntry, FileKind, LeftOut, Report, Tool, code};
use crate::period::Period;

/// One thing that the figures of a report are based on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance<'a> {
    /// A period that they are about.
    Period(Period),
    /// Who they are for.
    Disclosure {
        /// Whether they are exact or safe to publish.
        disclosure: Disclosure,
        /// Whether any file is about single children.
        about_children: bool,
    },
    /// Two safe reports of the same files can together reveal what each hides, so only one may be published.
    OneReport,
    /// Tables that a safe report leaves out entirely.
    LeftOut(&'a [LeftOut]),
    /// They may be those of a part of the children or of the days, or of others.
    MayBePart {
        /// Whether they are exact or safe to publish.
        disclosure: Disclosure,
    },
    /// The definitions that they are calculated by.
    Definitions(&'static str),
    /// What calculated them.
    Tool(&'a Tool),
    /// A file. A [hidden](FileEntry::is_hidden) file is described only by its kind and year.
    File(&'a FileEntry),
}

impl Report {
    /// Whether it is made from any file whose rows are about single children. Answers of authorities and published figures are
    /// public as they are.
    pub fn is_about_children(&self) -> bool {
        self.files.iter().any(|file| file.kind != FileKind::Unrecognised && file.kind.may_name_children())
    }

    /// The periods, who the figures are for, the definitions, what calculated them, and each file.
    pub fn provenance(&self) -> Vec<Provenance<'_>> {
        let mut provenance: Vec<Provenance<'_>> = self.periods.iter().copied().map(Provenance::Period).collect();
        provenance
            .push(Provenance::Disclosure { disclosure: self.disclosure, about_children: self.is_about_children() });
        if self.disclosure.is_safe() {
            provenance.push(Provenance::OneReport);
            if !self.left_out.is_empty() {
                provenance.push(Provenance::LeftOut(&self.left_out));
            }
        }
        if self.may_be_part() {
            provenance.push(Provenance::MayBePart { disclosure: self.disclosure });
        }
        provenance.extend([Provenance::Definitions(self.tool.definitions), Provenance::Tool(&self.tool)]);
        provenance.extend(self.files.iter().map(Provenance::File));
        provenance
    }
}

impl Provenance<'_> {
    /// The word for it in the format.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Period(_) => "period",
            Self::Disclosure { .. } => "disclosure",
            Self::OneReport => "one-report",
            Self::LeftOut(_) => "left-out",
            Self::MayBePart { .. } => "may-be-part",
            Self::Definitions(_) => "definitions",
            Self::Tool(_) => "tool",
            Self::File(_) => "file",
        }
    }

    /// The same as data.
    pub(super) fn value(&self) -> String {
        match self {
            Self::Period(period) => period.to_string(),
            Self::Disclosure { disclosure, .. } => code(disclosure),
            Self::OneReport | Self::MayBePart { .. } => "true".to_owned(),
            Self::LeftOut(tables) => tables.iter().map(code).collect::<Vec<_>>().join(" "),
            Self::Definitions(definitions) => (*definitions).to_owned(),
            Self::Tool(tool) => [tool.name, " ", tool.version].concat(),
            Self::File(file) if file.is_hidden() => code(&file.kind),
            Self::File(file) if file.sha256.is_empty() => file.name.clone(),
            Self::File(file) => [file.name.as_str(), ": SHA-256 ", file.sha256_of_file()].concat(),
        }
    }
}
