//! What a report leaves out so that it can be published.

use serde::Serialize;

use super::{Area, Basis, Measure};
use crate::cohort::{Average, Cohort, Count, Share};
use crate::period::Period;

/// A figure that is hidden: a count of 1 to 5 is among those that it is calculated from, or a count that would give such
/// a one away. Which of the two is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct HiddenFigure {
    /// Where.
    pub area: Area,
    /// When; of a change the later period.
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

/// A table that a safe report leaves out whole, because too much of it would be hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// Groups of all children: the ways of grouping, of those who went missing or of those who were away, of which most
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
    /// Tables by sex or by length among the answers to a request; each of their numbers is `"x"`.
    AnswerTables,
}
