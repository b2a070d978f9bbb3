//! What the UASC file and the column UASC in Header say about a child, and whether they disagree.

use missing_rows::{ChildId, Day, HeaderRow, Row, UascRow};

use crate::period::Period;

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

/// Whether the UASC file and the column UASC in Header disagree about any child, as the figures take each of them. Nobody
/// whose status had ceased before the year is unaccompanied in it, whether listed or not. A child of the file who is not in
/// Header counts as not unaccompanied in Header.
pub(super) fn disagree(year: Period, uasc: &[UascRow], header: &[HeaderRow]) -> bool {
    let in_header = |child: ChildId| header.binary_search_by_key(&child, Row::child).is_ok();
    let alone = uasc.iter().any(|row| !in_header(row.child) && says_otherwise(year, [row].into_iter(), &[]));
    alone
        || header.chunk_by(|a, b| a.child == b.child).any(|rows| {
            let Some(child) = rows.first().map(Row::child) else { return false };
            let from = uasc.partition_point(|row| row.child < child);
            let listed = uasc.get(from..).unwrap_or_default().iter().take_while(|row| row.child == child);
            says_otherwise(year, listed, rows)
        })
}

/// Whether the UASC file contradicts Header about a child. A cell of Header that is not understood says nothing.
pub(crate) fn says_otherwise<'a>(
    year: Period,
    listed: impl Iterator<Item = &'a UascRow>,
    header: &[HeaderRow],
) -> bool {
    !header.iter().any(|row| row.uasc.is_other()) && by_header(header, year) != by_uasc(listed, year)
}
