//! What is being calculated while a person waits.

use serde::{Deserialize, Serialize};

/// A step from files to figures, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// Children and incidents are counted, and answers are made one.
    Count,
    /// Rows are checked against the rules.
    Check,
    /// Shares, ranges and comparisons are calculated.
    Rates,
    /// What could tell of a child is being hidden.
    Safe,
}
