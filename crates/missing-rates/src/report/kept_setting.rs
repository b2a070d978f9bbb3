//! What files of settings can say differently.

use serde::Serialize;

/// What a file of settings says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeptSetting {
    /// Whose return it is.
    Authority,
    /// The days that are asked for.
    Period,
    /// What a bare year in files of published figures means.
    PublishedYears,
    /// Whether zeros before identifiers matter.
    LeadingZeros,
    /// Whether long identifiers are whole.
    WholeIdentifiers,
    /// The collection years of files.
    FileYears,
    /// What columns are.
    Columns,
    /// What wordings of answers mean.
    Wordings,
    /// What wordings of lists of children mean.
    Lists,
    /// Whom names mean.
    Names,
    /// Which of several answers counts.
    Answers,
    /// How files of one module are used.
    Files,
}
