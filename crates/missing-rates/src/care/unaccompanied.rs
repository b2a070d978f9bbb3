//! Who is unaccompanied, according to the UASC file or to a column of that name in Header.

use missing_rows::{Day, HeaderRow, UascRow};

use super::child::Records;
use crate::period::Period;

/// Whether the returns call a child unaccompanied in their parts of the period.
pub(super) fn in_uasc(records: &[Records<'_>], windows: &[Option<Period>], flagged: &[bool]) -> bool {
    let was = |((records, window), flagged): ((&Records<'_>, &Option<Period>), &bool)| {
        window.is_some_and(|window| {
            if *flagged { by_header(records.header, window) } else { by_uasc(records.uasc.iter(), window) }
        })
    };
    records.iter().zip(windows).zip(flagged).any(was)
}

/// Whether the rows of a child in the UASC file say that the child was unaccompanied on any of the days.
///
/// A child who is listed is unaccompanied until the day in DUC. If that is blank or not a date, nothing says that the
/// status ceased. If one row says when it ceased and another does not, the day counts.
pub(super) fn by_uasc<'a>(rows: impl Iterator<Item = &'a UascRow>, days: Period) -> bool {
    let (mut ceased, mut lasts) = (None, false);
    for row in rows {
        match row.duc.end().filter(|day| *day < Day::MAX) {
            Some(day) => ceased = ceased.max(Some(day)),
            None => lasts = true,
        }
    }
    ceased.map_or(lasts, |day| day >= days.start())
}

/// Whether Header calls a child unaccompanied, and no DUC in Header says that the status ceased before the days.
pub(super) fn by_header(rows: &[HeaderRow], days: Period) -> bool {
    rows.iter().any(|row| row.uasc.is_yes() && row.duc.end().is_none_or(|day| day >= days.start()))
}
