//! Where the UASC file and the column UASC in Header say different things of a child.

use missing_rows::{HeaderRow, Row, UascRow};

use crate::period::Period;

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
