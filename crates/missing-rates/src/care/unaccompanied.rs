//! Who is unaccompanied: by the UASC file, or by a column of that name in Header.

use missing_rows::{Day, HeaderRow};

use super::child::Records;
use crate::period::Period;

/// Whether the returns call a child unaccompanied in their parts of the period.
pub(super) fn in_uasc(records: &[Records<'_>], windows: &[Option<Period>], flagged: &[bool]) -> bool {
    let was = |((records, window), flagged): ((&Records<'_>, &Option<Period>), &bool)| {
        window.is_some_and(|window| if *flagged { is_flagged(records, window) } else { unaccompanied(records, window) })
    };
    records.iter().zip(windows).zip(flagged).any(was)
}

/// Whether a child was unaccompanied on any of the days.
///
/// Where one row says when the status ceased and another leaves it blank, the day stands. A row whose DUC is no date says
/// nothing.
fn unaccompanied(records: &Records<'_>, days: Period) -> bool {
    let ends = || records.uasc.iter().filter_map(|row| row.duc.end());
    let ceased = ends().filter(|day| *day < Day::MAX).max().or_else(|| ends().max());
    ceased.is_some_and(|day| day >= days.start())
}

/// Whether Header calls a child unaccompanied, and no DUC there says that it was over before the days.
fn is_flagged(records: &Records<'_>, days: Period) -> bool {
    let is = |row: &&HeaderRow| row.uasc.is_yes() && row.duc.end().is_none_or(|day| day >= days.start());
    records.header.iter().any(|row| is(&row))
}
