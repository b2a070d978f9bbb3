//! What a file is, and how one of its headings was read.

use serde::{Deserialize, Serialize};

/// What a file was recognised as. Written `ssda903/missing`, `authority-answers`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FileKind {
    /// Who the children are.
    #[serde(rename = "ssda903/header")]
    Header,
    /// When they were looked after.
    #[serde(rename = "ssda903/episodes")]
    Episodes,
    /// Who is unaccompanied.
    #[serde(rename = "ssda903/uasc")]
    Uasc,
    /// When they were missing or away.
    #[serde(rename = "ssda903/missing")]
    Missing,
    /// Reviews; not needed.
    #[serde(rename = "ssda903/reviews")]
    Reviews,
    /// Outcomes; not needed.
    #[serde(rename = "ssda903/oc2")]
    Oc2,
    /// Care leavers; not needed.
    #[serde(rename = "ssda903/oc3")]
    Oc3,
    /// Adoption; not needed.
    #[serde(rename = "ssda903/ad1")]
    Ad1,
    /// Placed for adoption; not needed.
    #[serde(rename = "ssda903/placed-adoption")]
    PlacedAdoption,
    /// Previous permanence; not needed.
    #[serde(rename = "ssda903/prev-perm")]
    PrevPerm,
    /// Social workers; not needed.
    #[serde(rename = "ssda903/sw-episodes")]
    SwEpisodes,
    /// Deprivation of liberty orders; not needed.
    #[serde(rename = "ssda903/dolo")]
    DoLo,
    /// Answers of authorities to a request.
    #[serde(rename = "authority-answers")]
    AuthorityAnswers,
    /// Figures that the Department for Education published.
    #[serde(rename = "dfe-published")]
    DfePublished,
    /// A list of children.
    #[serde(rename = "child-list")]
    ChildList,
    /// A list of return-home interviews.
    #[serde(rename = "interview-list")]
    Interviews,
    /// A list of the teams of children.
    #[serde(rename = "team-list")]
    Teams,
    /// A work list that was written earlier.
    #[serde(rename = "work-list")]
    WorkList,
    /// What a person decided about wordings, names and conflicts.
    #[serde(rename = "decisions")]
    Decisions,
    /// What a person said the columns of a file are.
    #[serde(rename = "mapping")]
    Mapping,
    /// What a person set and decided about a return.
    #[serde(rename = "settings")]
    Settings,
    /// A sheet of notes beside the tables of a workbook.
    #[serde(rename = "notes")]
    Notes,
    /// Something else.
    #[serde(rename = "unrecognised")]
    Unrecognised,
}

impl FileKind {
    /// Whether its rows may be about single children.
    pub(crate) fn may_name_children(self) -> bool {
        !matches!(self, Self::AuthorityAnswers | Self::DfePublished | Self::Decisions | Self::Mapping | Self::Settings)
    }
}

/// A column to be read as another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rename {
    /// The cell of the header row, as the file has it.
    pub found: String,
    /// The column that it is read as.
    pub meant: String,
}
