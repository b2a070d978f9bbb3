//! Whether a child was unaccompanied in a collection year, and what is said of it.

use missing_rows::{Column, Day, HeaderRow, When};

use super::child_rows::{ChildRows, Row};
use crate::care::{Records, Return};
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

/// A row that says that a child is unaccompanied, or was.
#[derive(Clone, Copy, Debug)]
pub(super) struct Status<'a> {
    pub(super) duc: When,
    pub(super) dob: When,
    pub(super) row: Row<'a>,
}

/// The rows of a child in this year's UASC file; without one, those of Header where its columns UASC and DUC say the same.
pub(super) fn statuses<'a>(child: &ChildRows<'a>) -> impl Iterator<Item = Status<'a>> + Clone + use<'a> {
    of(&child.this, child.of)
}

/// The same of last year's return.
pub(super) fn last_statuses<'a>(child: &ChildRows<'a>) -> impl Iterator<Item = Status<'a>> + Clone + use<'a> {
    child.last.zip(child.of_last).into_iter().flat_map(|(records, own)| of(&records, own))
}

fn of<'a>(records: &Records<'a>, own: &Return<'_>) -> impl Iterator<Item = Status<'a>> + Clone + use<'a> {
    let in_header = own.uasc.is_absent() && own.header.has(Column::Uasc) && own.header.has(Column::Duc);
    let header: &'a [HeaderRow] = if in_header { records.header } else { &[] };
    // A day on which it ended says that it was so.
    let header = header.iter().filter(|row| row.uasc.is_yes() || !row.duc.is_blank());
    let header = header.map(|row| Status { duc: row.duc, dob: row.dob, row: row.into() });
    records.uasc.iter().map(|row| Status { duc: row.duc, dob: row.dob, row: row.into() }).chain(header)
}

/// The collection year before.
pub(super) fn year_before(year: Period) -> Period {
    let before = Period::collection_year(year.end().ymd().0 - 1);
    // Nothing is known before the first year that can be held.
    before.or_else(|| Period::new(Day::MIN, Day::MIN).ok()).unwrap_or(year)
}
