//! Whether the dates of a return end within a period, or leave days of it empty.

use super::{Module, Report};
use crate::cohort::Cohort;
use crate::period::Period;

impl Report {
    /// Whether a period has days after which the dates of a return end, or which may not be in it, so that its figures may be those of a part of it.
    pub fn is_quiet_in(&self, period: Period) -> bool {
        self.coverage_of_returns.iter().filter(|of| of.used && of.module != Module::Uasc).any(|of| {
            let days = of.year.and_then(Period::collection_year).and_then(|year| year.common(period));
            let has_empty = of.empty_days.iter().any(|days| days.common(period).is_some());
            // A return of some children alone; or a report that is safe to publish does not say which days.
            let no_days = of.empty_days.is_empty() && of.quiet_from.is_none();
            let is_hidden = of.may_be_part && (no_days || of.only_some.is_some()) && days.is_some();
            is_hidden || has_empty || of.quiet_from.zip(days).is_some_and(|(quiet, days)| quiet < days.end())
        })
    }

    /// Whether the figures of a cohort may be those of a part of a period, of some children, or of others.
    pub fn may_be_part_in(&self, period: Period, cohort: Cohort) -> bool {
        self.is_quiet_in(period) || cohort.is_unaccompanied() && self.has_doubtful_uasc(period)
    }

    fn has_doubtful_uasc(&self, period: Period) -> bool {
        self.coverage_of_returns.iter().filter(|of| of.used && of.module == Module::Uasc && of.may_be_part).any(|of| {
            let days = of.year.and_then(Period::collection_year);
            days.is_some_and(|days| days.common(period).is_some())
        })
    }

    /// Whether any of its figures may be.
    pub fn may_be_part(&self) -> bool {
        self.coverage_of_returns.iter().any(|of| of.used && of.may_be_part)
    }
}
