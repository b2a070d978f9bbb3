//! The cohorts in the order in which they are shown.

use missing_rates::cohort::Cohort;

/// Whom the question is asked about most comes early.
pub(crate) const COHORTS: [Cohort; 4] =
    [Cohort::All, Cohort::Trafficked, Cohort::Unaccompanied, Cohort::TraffickedAndUnaccompanied];
