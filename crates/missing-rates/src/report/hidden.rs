//! What a report leaves out so that it is safe to publish.

use serde::Serialize;

use super::{Area, Basis, Measure};
use crate::cohort::{Average, Cohort, Count, Share};
use crate::period::Period;

/// A figure that is hidden, because it is calculated from a count of 1 to 5, or from a count that would give such a
/// count away. The report does not say which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct HiddenFigure {
    /// Where.
    pub area: Area,
    /// The period; for a change, the later one.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// What.
    #[serde(flatten)]
    pub of: HiddenOf,
}

/// What is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "figure", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are those of the figures that are hidden")]
pub enum HiddenOf {
    /// A [`Rate`](super::Rate).
    Rate { measure: Share, basis: Basis },
    /// A [`Ratio`](super::Ratio).
    Ratio { measure: Average },
    /// A [`Total`](super::Total).
    Total { measure: Count },
    /// A [`Change`](super::Change).
    Change { measure: Measure, from: Period, basis: Basis },
    /// An [`Overlap`](super::Overlap).
    Overlap,
}

/// A table that a safe report leaves out entirely, because too much of it would be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// Groups of all children: the groupings, of children who went missing or of children who were away, in which most
    /// rows would be hidden.
    Groups,
    /// Groups of a cohort, and of children who went missing or were away.
    GroupsOfCohorts,
    /// How long, how often and when, by group.
    TablesOfGroups,
    /// How long, how often and when, of a cohort.
    TablesOfCohorts,
    /// Incidents by length.
    Lengths,
    /// Children by how often they were missing.
    Times,
    /// Incidents by month.
    Months,
    /// Tables by sex or by length among the answers to a request. Each of their numbers is `"x"`.
    AnswerTables,
}
