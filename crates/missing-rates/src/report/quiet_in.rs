//! Whether the dates of a return end within a period.

use super::Report;
use crate::period::Period;

impl Report {
    /// Whether a period has days after which the dates of a return end, so that its figures may be those of a part of it.
    pub fn is_quiet_in(&self, period: Period) -> bool {
        self.coverage_of_returns.iter().filter(|of| of.used).any(|of| {
            let days = of.year.and_then(Period::collection_year).and_then(|year| year.common(period));
            of.quiet_from.zip(days).is_some_and(|(quiet, days)| quiet < days.end())
        })
    }
}
