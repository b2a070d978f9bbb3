//! What cohorts and periods are called in the terminal.

use missing_rates::cohort::Cohort;
use missing_rates::period::Period;

/// A cohort, as a title.
pub(crate) fn name(cohort: Cohort) -> &'static str {
    match cohort {
        Cohort::All => "All looked-after children",
        Cohort::Unaccompanied => "Unaccompanied children",
        Cohort::Trafficked => "Trafficked children",
        Cohort::TraffickedAndUnaccompanied => "Children both trafficked and unaccompanied",
    }
}

/// A period: a collection year, a calendar year, or its days.
pub(crate) fn days(period: Period) -> String {
    match (period.as_collection_year(), period.as_calendar_year()) {
        (Some(year), _) => format!("year ending 31 March {year}"),
        (_, Some(year)) => year.to_string(),
        _ => format!("{} to {}", period.start(), period.end()),
    }
}
