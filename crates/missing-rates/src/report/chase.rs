//! Who to ask again, and for what.

use serde::Serialize;

use super::Area;
use crate::answer::Answer;
use crate::cohort::{Cohort, Count};
use crate::period::Period;

/// An authority whose answer for one period and cohort is missing, partial or in doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chase {
    /// Who to ask. A joint answer has several authorities, and goes under the name of the first.
    pub authorities: Vec<Area>,
    /// The period.
    pub period: Period,
    /// Who is counted.
    pub cohort: Cohort,
    /// How much the authority gave.
    pub state: ChaseState,
    /// What is missing.
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
    /// A range, a conflict or words that were not understood replace a number.
    InDoubt,
}

/// One figure that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Want {
    /// What is counted.
    pub measure: Count,
    /// What there is instead.
    pub answer: Answer,
    /// The answer as typed. Empty where the files hold nothing, or several answers differ.
    pub wording: String,
}
