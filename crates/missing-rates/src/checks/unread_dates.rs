//! Cells that should hold a date and do not, and what they hold instead.

use missing_rows::{Column, Day, When};

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
        row(header.into(), &[header.dob], &[Column::Dob]);
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

/// The three numbers of a date, as typed.
fn parts(text: &str) -> Option<[&str; 3]> {
    let date = text.split([' ', 'T']).next()?;
    let mut parts = date.split(['/', '-', '.']);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    let is_number = |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
    (parts.next().is_none() && three.iter().all(is_number)).then_some(three)
}

/// Whether a text is a date whose year has only two digits.
pub(super) fn has_two_digit_year(text: &str) -> bool {
    parts(text).is_some_and(|parts| parts.iter().all(|part| part.len() <= 2))
}

/// Whether a text would be a day of the calendar if the month came first.
pub(super) fn has_month_first(text: &str) -> bool {
    let Some([month, day, year]) = parts(text) else { return false };
    let (Ok(month), Ok(day), Ok(number)) = (month.parse(), day.parse::<u8>(), year.parse::<i32>()) else {
        return false;
    };
    let year = if year.len() == 4 { number } else { 2000 + number };
    day > 12 && Day::new(year, month, day).is_some()
}
