//! Cells that should hold a date and do not, and what they hold instead.

use missing_rows::{Column, When};

use super::child_rows::{ChildRows, Row, Violations, this};

/// Finds this year's rows with a cell that is given, is not a date, and is of this kind. Each row is shown with all its
/// dates; those cells are at fault.
pub(super) fn find<'a>(child: &ChildRows<'a>, is: fn(&str) -> bool, violations: &mut Violations<'a>) {
    let mut row = |row: Row<'a>, dates: &[When], columns: &'static [Column]| {
        let is_meant = |column: &Column| {
            let when = dates.iter().zip(columns).find(|(_, of)| *of == column).map(|(when, _)| *when);
            when.is_some_and(When::is_not_a_date) && child.unread(row, *column).is_some_and(|text| is(&text))
        };
        if columns.iter().any(is_meant) {
            violations.row(this(row, columns).where_so(is_meant));
        }
    };
    for header in child.this.header {
        // Few files have DUC here.
        let columns: &[Column] = if header.duc.is_not_a_date() { &[Column::Dob, Column::Duc] } else { &[Column::Dob] };
        row(header.into(), &[header.dob, header.duc], columns);
    }
    for episode in child.this.episodes {
        row(episode.into(), &[episode.decom, episode.dec], &[Column::Decom, Column::Dec]);
    }
    for uasc in child.this.uasc {
        row(uasc.into(), &[uasc.duc, uasc.dob], &[Column::Duc, Column::Dob]);
    }
    for missing in child.this.missing {
        let columns = &[Column::MisStart, Column::MisEnd, Column::Dob];
        row(missing.into(), &[missing.start, missing.end, missing.dob], columns);
    }
}
