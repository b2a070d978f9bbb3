//! What cohorts and periods are called in the terminal.

use missing_rates::cohort::Cohort;
use missing_rates::period::{Day, Period};

/// A cohort, as a title.
pub(crate) fn name(cohort: Cohort) -> &'static str {
    match cohort {
        Cohort::All => "All looked-after children",
        Cohort::Unaccompanied => "Unaccompanied children",
        Cohort::Trafficked => "Trafficked children",
        Cohort::TraffickedAndUnaccompanied => "Children both trafficked and unaccompanied",
    }
}

/// A period: a collection year, as much of one as a return holds, a calendar year, or its days.
pub(crate) fn days(period: Period) -> String {
    let year = period.end().collection_year();
    let begins = Period::collection_year(year).is_some_and(|of| of.start() == period.start());
    match (period.as_collection_year(), period.as_calendar_year()) {
        (Some(year), _) => format!("year ending 31 March {year}"),
        (_, Some(year)) => year.to_string(),
        _ if begins => format!("year ending 31 March {year}, up to {}", in_words(period.end())),
        _ => format!("{} to {}", period.start(), period.end()),
    }
}

/// `30 September 2024`.
pub(crate) fn in_words(day: Day) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, day) = day.ymd();
    let month = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    format!("{day} {month} {year}")
}
