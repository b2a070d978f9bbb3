//! Whether the dates of a file have the month before the day: where some of them show it, and where no single one does.

use missing_rows::{Column, Day, MissingRow, Module, Rows, When};

use super::text::cell_text;
use super::typed_date::has_month_first;

/// Fewer dates that have no day but with the month first are a slip, and so is a smaller part than one of so many of the dates
/// that could be read in one order alone.
const SLIP: usize = 2;
const ONE_OF: usize = 20;

/// The first column with dates that can be read with the month first alone, if they are no slip. Of the others, those that
/// could be read either way are then wrong without a sign of it.
pub(super) fn column_with_month_first(module: &Module) -> Option<Column> {
    let is_column = |column: &Column| {
        let typed = module.unread.of(*column).map(cell_text);
        let with_month_first = typed.filter(|text| has_month_first(text)).count();
        let is_part = |with_day_first: usize| with_month_first * ONE_OF >= with_month_first + with_day_first;
        with_month_first >= SLIP && is_part(later_days(&module.rows, *column))
    };
    dates(&module.rows).iter().copied().find(|column| is_column(column))
}

/// The columns with dates that figures are based on, or that tell children apart.
fn dates(rows: &Rows) -> &'static [Column] {
    match rows {
        Rows::Header(_) => &[Column::Dob, Column::Duc],
        Rows::Episodes(_) => &[Column::Decom, Column::Dec],
        Rows::Uasc(_) => &[Column::Duc],
        Rows::Missing(_) => &[Column::MisStart, Column::MisEnd],
        Rows::Interviews(_) => &[Column::MisStart],
        Rows::List(_) | Rows::Teams(_) | Rows::None => &[],
    }
}

/// How many dates of a column were read and lie after the 12th of a month.
fn later_days(rows: &Rows, column: Column) -> usize {
    fn count<R>(rows: &[R], date: impl Fn(&R) -> When) -> usize {
        rows.iter().filter(|row| date(row).day().is_some_and(|day| day.ymd().2 > 12)).count()
    }
    match (rows, column) {
        (Rows::Header(rows), Column::Dob) => count(rows, |row| row.dob),
        (Rows::Header(rows), _) => count(rows, |row| row.duc),
        (Rows::Episodes(rows), Column::Decom) => count(rows, |row| row.decom),
        (Rows::Episodes(rows), _) => count(rows, |row| row.dec),
        (Rows::Uasc(rows), _) => count(rows, |row| row.duc),
        (Rows::Missing(rows), Column::MisStart) => count(rows, |row| row.start),
        (Rows::Missing(rows), _) => count(rows, |row| row.end),
        (Rows::Interviews(rows), _) => count(rows, |row| row.start),
        (Rows::List(_) | Rows::Teams(_) | Rows::None, _) => 0,
    }
}

/// Fewer periods than this show nothing.
const ENOUGH: usize = 6;

/// Nobody is missing for longer than this as a rule.
const LONG: u16 = 28;

/// Whether every date of periods of being missing could be read the other way, most periods are long as they were read, and
/// none is if month and day change places. An export with the month first looks like that if it was cut down to the dates
/// that could be read.
pub(super) fn are_month_first(rows: &[MissingRow]) -> bool {
    let ended: Vec<(Day, Day)> = rows.iter().filter_map(|row| row.start.day().zip(row.end.day())).collect();
    let turned: Option<Vec<(Day, Day)>> = ended.iter().map(|(from, to)| turned(*from).zip(turned(*to))).collect();
    let is_long = |(from, to): &&(Day, Day)| from > to || to.days_since(*from) > LONG;
    let as_read = ended.iter().filter(is_long).count();
    ended.len() >= ENOUGH
        && as_read * 2 > ended.len()
        && turned.is_some_and(|turned| !turned.iter().any(|of| is_long(&of)))
}

/// The day with its number and that of its month in each other's place.
fn turned(day: Day) -> Option<Day> {
    let (year, month, of_month) = day.ymd();
    Day::new(year, of_month, month)
}

#[cfg(test)]
mod tests {
    use crate::read::Reader;
    use crate::report::Problem;

    fn month_first(rows: &[&str]) -> bool {
        let mut reader = Reader::new("missing.csv", Vec::new());
        reader.push(b"CHILD,MISSING,MIS_START,MIS_END\n");
        for row in rows {
            reader.push(["1,M,", row, "\n"].concat().as_bytes());
        }
        reader.finish().entry().problem == Some(Problem::MonthFirst)
    }

    #[test]
    fn days_that_are_months_are_seen_by_how_long_children_would_be_missing() {
        let two_days = [
            "04/05/2024,04/07/2024",
            "05/06/2024,05/08/2024",
            "06/02/2024,06/04/2024",
            "07/08/2024,07/10/2024",
            "08/03/2024,08/05/2024",
            "09/09/2024,09/11/2024",
            "10/01/2024,10/03/2024",
        ];
        assert!(month_first(&two_days));
        // One day above 12 is a date in one order alone; too few rows; periods that are short as they stand.
        let mut one = two_days;
        one[3] = "20/07/2024,22/07/2024";
        assert!(!month_first(&one));
        assert!(!month_first(&two_days[..5]));
        assert!(!month_first(&[
            "04/05/2024,06/05/2024",
            "05/06/2024,05/06/2024",
            "06/02/2024,08/02/2024",
            "07/08/2024,09/08/2024",
            "08/03/2024,10/03/2024",
            "09/09/2024,11/09/2024",
            "01/10/2024,03/10/2024",
        ]));
        // Long either way.
        assert!(!month_first(&["04/05/2024,06/09/2024"; 8]));
    }

    #[test]
    fn dates_that_have_no_day_but_with_the_month_first_stop_the_file() {
        let stopped = |rows: &[&str]| {
            let mut reader = Reader::new("missing.csv", Vec::new());
            reader.push(b"CHILD,MISSING,MIS_START,MIS_END\n");
            for row in rows {
                reader.push(["1,M,", row, "\n"].concat().as_bytes());
            }
            match &reader.finish().entry().problem {
                Some(Problem::MonthFirstIn { column }) => Some(column.clone()),
                _ => None,
            }
        };
        let half = ["04/05/2024,", "05/13/2024,", "06/07/2024,", "11/30/2024 10:00,"];
        assert_eq!(stopped(&half).as_deref(), Some("MIS_START"));
        assert_eq!(stopped(&half[..3]), None, "a slip");
        assert_eq!(stopped(&["04/05/2024,04/23/2024", "05/06/2024,05/16/2024"]).as_deref(), Some("MIS_END"));
        // Some can only have the day first: one order of the two is wrong, unless a few are slips among many.
        let mixed = |right: usize| [half.as_slice(), &["23/05/2024,"].repeat(right)].concat();
        assert_eq!(stopped(&mixed(38)).as_deref(), Some("MIS_START"));
        assert_eq!(stopped(&mixed(39)), None);
        assert_eq!(stopped(&["13/13/2024,", "31/06/2024,", "04/31/2024,"]), None, "days of neither order");
    }
}
