//! What a person asks or decides beyond choosing files. Plain data; without any of it a report is what the files say.

use crate::checks::WorkOrder;
use crate::period::Period;

/// All that a person asks or decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asked {
    /// The period to calculate for; without one, those that the files speak of.
    pub period: Option<Period>,
    /// In which order the work list stands.
    pub work_order: WorkOrder,
}

impl Asked {
    /// Asks for a period and nothing else.
    pub fn period(period: impl Into<Option<Period>>) -> Self {
        Self { period: period.into(), ..Self::default() }
    }
}
