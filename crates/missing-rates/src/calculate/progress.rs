//! How far a calculation has come while a person waits.

use serde::{Deserialize, Serialize};

use crate::report::Report;

/// A step from files to figures. The steps are in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// Children and incidents are counted, answers are reconciled, and shares are calculated.
    Count,
    /// Rows are checked against the rules, and children are grouped.
    Check,
    /// Ranges and comparisons are calculated.
    Rates,
    /// What could identify a child is being hidden.
    Safe,
}

/// What has happened in a calculation.
#[derive(Clone, Copy, Debug)]
pub enum Progress<'a> {
    /// This step comes next.
    Step(Step),
    /// How much of the step is done, in per cent.
    Done(u8),
    /// The figures of a return are known, and what they are based on: shares, counts, incidents, days covered, changes
    /// since the year before. The report that follows has the same figures, and adds findings, groups and comparisons.
    /// A report that is to be safe to publish sends none: none of its figures is known before all of them are.
    Headline(&'a Report),
}

/// A function that is told about the progress of a calculation.
pub type OnProgress<'a> = &'a mut dyn FnMut(Progress<'_>);
