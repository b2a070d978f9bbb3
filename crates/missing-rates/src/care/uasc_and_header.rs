//! Finds where the UASC file and the column UASC in Header say different things about a child.

use missing_rows::{ChildId, HeaderRow, Row, UascRow};

use super::unaccompanied::{by_header, by_uasc};
use crate::period::Period;

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
