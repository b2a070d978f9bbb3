//! Who is unaccompanied: by the UASC file, or by a column of that name in Header.

use missing_rows::{Day, HeaderRow, Row, UascRow};

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

/// Whether the UASC file and the column UASC in Header disagree about any child of Header. Whose status had ceased before
/// the year may be in the file or not.
pub(super) fn disagree(year: Period, uasc: &[UascRow], header: &[HeaderRow]) -> bool {
    header.chunk_by(|a, b| a.child == b.child).any(|rows| {
        let Some(child) = rows.first().map(Row::child) else { return false };
        let from = uasc.partition_point(|row| row.child < child);
        let listed = uasc.get(from..).unwrap_or_default().iter().take_while(|row| row.child == child);
        says_otherwise(year, listed, rows)
    })
}

/// Whether the UASC file says another thing of a child than Header does.
pub(crate) fn says_otherwise<'a>(
    year: Period,
    mut listed: impl Iterator<Item = &'a UascRow> + Clone,
    header: &[HeaderRow],
) -> bool {
    if header.iter().any(|row| row.uasc.is_yes()) {
        listed.next().is_none()
    } else {
        listed.any(|row| row.duc.day().is_none_or(|duc| duc >= year.start()))
    }
}
