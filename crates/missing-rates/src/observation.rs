//! One answer, with all that is needed to find it again.

use crate::answer::Answer;
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count};
use crate::period::Period;

/// One answer of one authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Whose answer it is.
    pub authority: AreaCode,
    /// The days that it is about.
    pub period: Period,
    /// Who is counted.
    pub cohort: Cohort,
    /// What is counted of them.
    pub count: Count,
    /// What was answered.
    pub answer: Answer,
    /// Row in the file, as a spreadsheet numbers it (the first row is 1).
    pub row: u64,
    /// Column in the file, from 1.
    pub column: u32,
}
