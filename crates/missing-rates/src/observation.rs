//! One answer, with everything that is needed to find it again.

use crate::answer::Answer;
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count, Share};
use crate::period::Period;
use crate::report::Area;

/// One answer of one authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// Whose answer it is.
    pub authority: AreaCode,
    /// The days that it is about; `None` where neither the file nor the file's name says.
    pub period: Option<Period>,
    /// Who is counted.
    pub cohort: Cohort,
    /// What is counted about them.
    pub count: Count,
    /// What was answered.
    pub answer: Answer,
    /// Row in the file, as a spreadsheet numbers it (the first row is 1).
    pub row: u64,
    /// Name of the column.
    pub column: std::rc::Rc<str>,
}

/// A share that a publisher printed for one authority, in whole per cent. It is checked against the authority's counts
/// and never used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedShare {
    /// Whose share it is.
    pub authority: AreaCode,
    /// The days that it is about.
    pub period: Option<Period>,
    /// Which share.
    pub share: Share,
    /// The cell as printed.
    pub printed: String,
    /// Row in the file, as a spreadsheet numbers it.
    pub row: u64,
}

/// A figure that a publisher printed for a region or a nation. It is shown as printed and never added in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedAggregate {
    /// The region or nation, if the table of areas has it.
    pub area: Area,
    /// The publisher's name for it.
    pub place: String,
    /// The days that it is about.
    pub period: Option<Period>,
    /// The publisher's name for the figure.
    pub measure: String,
    /// The cell as printed.
    pub printed: String,
}
