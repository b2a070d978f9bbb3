//! Whether a child was unaccompanied in a collection year.

use missing_rows::Day;

use crate::care::Records;
use crate::period::Period;

/// Where Header has a column UASC, that column decides. Otherwise a child is unaccompanied if the UASC file lists them
/// with a DUC that is blank, not a date, or not before the year.
pub(super) fn is_unaccompanied(records: &Records<'_>, year: Period) -> bool {
    if records.header.iter().any(|row| row.uasc.is_yes() || row.uasc.is_no()) {
        records.header.iter().any(|row| row.uasc.is_yes())
    } else {
        records.uasc.iter().any(|row| row.duc.day().is_none_or(|duc| duc >= year.start()))
    }
}

/// The collection year before.
pub(super) fn year_before(year: Period) -> Period {
    let before = Period::collection_year(year.end().ymd().0 - 1);
    // Nothing is known before the first year that can be held.
    before.or_else(|| Period::new(Day::MIN, Day::MIN).ok()).unwrap_or(year)
}
