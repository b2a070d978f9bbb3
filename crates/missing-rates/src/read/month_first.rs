//! Whether the dates of a Missing file have the month before the day, where no single one of them shows it.

use missing_rows::{Day, MissingRow};

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
}
