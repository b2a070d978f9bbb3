//! Who to ask again, and for what.

use serde::Serialize;

use super::Area;
use crate::answer::Answer;
use crate::cohort::{Cohort, Count};
use crate::period::Period;

/// An authority whose answer for one period and cohort is missing, partial or in doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chase {
    /// Who to ask. The name of a joint answer is the first of its authorities'.
    pub authorities: Vec<Area>,
    /// When.
    pub period: Period,
    /// Who is counted.
    pub cohort: Cohort,
    /// How much there is.
    pub state: ChaseState,
    /// What is wanting.
    pub wants: Vec<Want>,
}

/// How much an authority gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChaseState {
    /// Nothing that can be counted.
    Missing,
    /// One of the two numbers that make a share.
    Partial,
    /// A range, a conflict or words that were not understood are in the place of a number.
    InDoubt,
}

/// One figure that is wanting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Want {
    /// What is counted.
    pub measure: Count,
    /// What there is instead.
    pub answer: Answer,
    /// As typed; empty where the files hold nothing, or several answers differ.
    pub wording: String,
}
