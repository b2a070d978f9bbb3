//! Dates that could not be read, as they were typed.

use missing_rows::{Day, has_short_year_in_words};

/// The three numbers of a date, as typed.
fn parts(text: &str) -> Option<[&str; 3]> {
    let date = text.split([' ', 'T']).next()?;
    let mut parts = date.split(['/', '-', '.']);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    let is_number = |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.bytes().all(|b| b.is_ascii_digit());
    (parts.next().is_none() && three.iter().all(is_number)).then_some(three)
}

/// Whether a text is a date whose year has only two digits.
pub(crate) fn has_two_digit_year(text: &str) -> bool {
    parts(text).is_some_and(|parts| parts.iter().all(|part| part.len() <= 2))
        || has_short_year_in_words(text.as_bytes())
}

/// Whether a text would be a day of the calendar if the month came first.
pub(crate) fn has_month_first(text: &str) -> bool {
    let Some([month, day, year]) = parts(text) else { return false };
    let (Ok(month), Ok(day), Ok(number)) = (month.parse(), day.parse::<u8>(), year.parse::<i32>()) else {
        return false;
    };
    let year = if year.len() == 4 { number } else { 2000 + number };
    day > 12 && Day::new(year, month, day).is_some()
}
