//! What every part is made from, and what of it several parts look for.

use missing_rates::cohort::{Cohort, Share};
use missing_rates::period::Period;
use missing_rates::report::{Area, Level, Rate, Report};
use words::Language;

use crate::settings::Settings;

/// The cohorts in the order in which they are shown: whom the question is asked about most comes early.
pub(crate) const COHORTS: [Cohort; 4] =
    [Cohort::All, Cohort::Trafficked, Cohort::Unaccompanied, Cohort::TraffickedAndUnaccompanied];

/// What a part is made from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub language: Language,
    pub report: &'a Report,
    /// The period that is shown; none if no file is about any.
    pub period: Option<Period>,
    pub settings: &'a Settings,
}

impl<'a> Context<'a> {
    /// Whose figures are first in the period: those of the return, or of the widest area.
    pub(crate) fn subject(self) -> Option<&'a Area> {
        let totals = self.report.totals.iter().filter(|total| Some(total.period) == self.period);
        totals.map(|total| &total.area).min_by_key(|area| (area.level != Level::Return, area.level))
    }

    /// The cohorts that anything is known of in the area and period.
    pub(crate) fn cohorts(self, area: &Area) -> Vec<Cohort> {
        let known = |cohort: &Cohort| {
            let mut totals = self.report.totals.iter();
            totals.any(|t| t.area == *area && Some(t.period) == self.period && t.cohort == *cohort)
        };
        COHORTS.into_iter().filter(known).collect()
    }

    /// One share on every basis.
    pub(crate) fn rates(self, area: &Area, cohort: Cohort, share: Share) -> Vec<&'a Rate> {
        let here = |rate: &&Rate| {
            rate.area == *area && Some(rate.period) == self.period && rate.cohort == cohort && rate.measure == share
        };
        self.report.rates.iter().filter(here).collect()
    }
}
