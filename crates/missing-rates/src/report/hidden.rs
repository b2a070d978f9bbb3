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
