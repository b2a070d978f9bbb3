//! Dates of a module that are written otherwise than in the guide: with the month as a word, which is read, and as the numbers
//! of days that spreadsheets count in, which is not.

use missing_rows::{Column, Module, Rows, day_in_words};

/// Fewer such numbers are a slip, and so is a smaller part than one of so many of the rows.
const SLIP: usize = 2;
const ONE_OF: usize = 20;

/// The columns with dates whose month is a word, and the first row of each.
pub(super) fn columns_in_words(module: &Module) -> Vec<(Column, u32)> {
    let first =
        |column: &Column| Some((*column, module.unread.first_row(*column, |text| day_in_words(text).is_some())?));
    columns(&module.rows).0.iter().filter_map(first).collect()
}

/// The first column with numbers of days in place of dates, if they are no slip.
pub(super) fn column_of_numbers(module: &Module) -> Option<Column> {
    let (columns, rows) = columns(&module.rows);
    let is = |column: &&Column| {
        let numbers = module.unread.of(**column).filter(|text| is_number_of_days(text)).count();
        numbers >= SLIP && numbers * ONE_OF >= rows
    };
    columns.iter().find(is).copied()
}

/// The columns with the dates that figures are based on, and how many rows there are.
fn columns(rows: &Rows) -> (&'static [Column], usize) {
    match rows {
        Rows::Header(rows) => (&[Column::Dob, Column::Duc], rows.len()),
        Rows::Episodes(rows) => (&[Column::Decom, Column::Dec], rows.len()),
        Rows::Uasc(rows) => (&[Column::Duc], rows.len()),
        Rows::Missing(rows) => (&[Column::MisStart, Column::MisEnd], rows.len()),
        Rows::Interviews(rows) => (&[Column::MisStart], rows.len()),
        Rows::List(_) | Rows::Teams(_) | Rows::None => (&[], 0),
    }
}

/// Whether a cell is a number of days since 1900, of a day from 1990 to 2064, with or without a part of a day.
fn is_number_of_days(cell: &[u8]) -> bool {
    let Some((days, part)) =
        str::from_utf8(cell).ok().map(str::trim).map(|cell| cell.split_once('.').unwrap_or((cell, "")))
    else {
        return false;
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    days.len() == 5 && is_digits(days) && is_digits(part) && ("32874"..="60266").contains(&days)
}

#[cfg(test)]
mod tests {
    use crate::read::Reader;
    use crate::report::Problem;

    fn numbers(rows: &[&str]) -> Option<String> {
        let mut reader = Reader::new("missing.csv", Vec::new());
        reader.push(b"CHILD,MISSING,MIS_START,MIS_END\n");
        for row in rows {
            reader.push(["1,M,", row, "\n"].concat().as_bytes());
        }
        match &reader.finish().entry().problem {
            Some(Problem::NumbersForDates { column }) => Some(column.clone()),
            _ => None,
        }
    }

    #[test]
    fn numbers_of_days_in_place_of_dates_stop_the_file_and_other_numbers_and_slips_do_not() {
        assert_eq!(numbers(&["45448,45450", "45460,"]).as_deref(), Some("MIS_START"));
        assert_eq!(numbers(&["05/06/2024,45450.5", "06/06/2024,45451"]).as_deref(), Some("MIS_END"));
        assert_eq!(numbers(&["45448,", "05/06/2024,07/06/2024"]), None, "a slip");
        assert_eq!(numbers(&["12345,", "99999,", "4544,", "20240605,", "45448a,", "45448"]), None);
        assert_eq!(numbers(&[&["05/06/2024,"; 60][..], &["45448,"; 2]].concat()), None, "a few among many");
    }
}
