//! Dates whose month is a word: `05-Jun-2024`, `5 June 2024`. They can mean one day only.

use crate::{Day, When};

/// The month that a word in small letters names: whole, by its first three letters, or `sept`.
pub fn month_of(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let is_named = |name: &&str| {
        *name == word || word.len() == 3 && name.starts_with(word) || word == "sept" && *name == "september"
    };
    u8::try_from(MONTHS.iter().position(is_named)? + 1).ok()
}

/// A date as typed: the day, the month, and the year, which may have two digits.
fn parts(text: &[u8]) -> Option<(u8, u8, i32, usize)> {
    let text = str::from_utf8(text).ok()?.trim();
    let mut rest = text;
    let mut part = || {
        rest = rest.trim_start_matches([' ', '-', '/', '.', ',']);
        let end = rest.find([' ', '-', '/', '.', ',']).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        part
    };
    let (day, month, year) = (part(), part(), part());
    let rest = rest.trim();
    let digits = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = &day[digits.len()..];
    let is_ordinal = ["", "st", "nd", "rd", "th"].iter().any(|end| ordinal.eq_ignore_ascii_case(end));
    let is_number = |text: &str| !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let whole = is_ordinal && is_number(digits) && is_number(year) && matches!(year.len(), 2 | 4);
    if !whole || !(rest.is_empty() || crate::when::is_time_of_day(rest.as_bytes())) {
        return None;
    }
    Some((digits.parse().ok()?, month_of(&month.to_ascii_lowercase())?, year.parse().ok()?, year.len()))
}

/// The day that a text says with the month as a word and a year of four digits.
pub fn day_in_words(text: &[u8]) -> Option<Day> {
    let (day, month, year, digits) = parts(text)?;
    Day::new(year, month, day).filter(|_| digits == 4)
}

/// Whether a text is a date with the month as a word and a year of two digits, which would have to be guessed.
pub fn has_short_year_in_words(text: &[u8]) -> bool {
    parts(text).is_some_and(|(.., digits)| digits == 2)
}

/// The same for a cell of a return, where it is a day that is kept.
#[cold]
pub(crate) fn when_in_words(cell: &[u8]) -> Option<When> {
    day_in_words(cell).map(When::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_that_is_a_word_makes_a_date_unmistakable() {
        for text in [
            "05-Jun-2024",
            "5 June 2024",
            "5-JUN-2024",
            "05/Jun/2024",
            "5th June 2024",
            "5 Jun. 2024",
            "05 jun 2024 00:00",
            "05-Jun-2024 14:30:00",
        ] {
            assert_eq!(day_in_words(text.as_bytes()), Day::new(2024, 6, 5), "{text}");
        }
        assert_eq!(day_in_words(b"1 Sept 2024"), Day::new(2024, 9, 1));
        assert_eq!(day_in_words(b"05-Oct-2024"), Day::new(2024, 10, 5));
        assert_eq!(day_in_words(b"1-May-2024"), Day::new(2024, 5, 1));
        for text in [
            "05-Jun-24",
            "31 June 2024",
            "June 2024",
            "5 Juna 2024",
            "5 J 2024",
            "5 Ju 2024",
            "June 5 2024",
            "5 June 2024 or later",
            "5 June 2024?",
            "c. 5 June 2024",
            "5x June 2024",
            "5 6 2024",
            "05/06/2024",
            "",
        ] {
            assert_eq!(day_in_words(text.as_bytes()), None, "{text}");
        }
        assert!(has_short_year_in_words(b"05-Jun-24") && !has_short_year_in_words(b"05-Jun-2024"));
    }
}
