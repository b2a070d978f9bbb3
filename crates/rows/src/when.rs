//! A cell that should hold a date.

use std::fmt;

use crate::Day;
use crate::blank::is_blank;

/// The content of a cell that should hold a date, in two bytes: nothing, a day, or something that is not a date.
///
/// Days sort first, then cells that are not dates, then blanks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When(u16);

impl When {
    /// Nothing.
    pub const BLANK: Self = Self(u16::MAX);
    /// The first day that is kept, 1 January 1900.
    pub(crate) const FIRST: Self = Self(0);
    /// Something that is not a date: a day that the calendar does not have, a year of two digits, words.
    pub const NOT_A_DATE: Self = Self(u16::MAX - 1);

    /// Reads `31/03/2025`, `1/4/2024`, `2024-04-01`, each with or without a time of day after it. The day is before the
    /// month, as in the SSDA903 guidance. A year of two digits is not a date, because it would have to be guessed.
    /// `NULL`, `NaT`, `nan` and `N/A` are blanks.
    pub fn read(cell: &[u8]) -> Self {
        if cell.is_empty() {
            return Self::BLANK;
        }
        if let Some(day) = guided(cell) {
            return Self::from(day);
        }
        if is_blank(cell) {
            return Self::BLANK;
        }
        let day = calendar(date_of(cell)).and_then(|(year, month, day)| Day::new(year, month, day));
        day.map_or(Self::NOT_A_DATE, Self::from)
    }

    /// Whether a cell holds what people and programs write for an end that has not come: `31/12/2099`, `9999-12-31`, `9999`, a
    /// dash, `ongoing`, a day later than any that is kept, which nobody can know about, or what programs write for no date.
    pub fn is_never(cell: &[u8]) -> bool {
        const SIGNS: [&str; 13] = [
            "-",
            "--",
            "\u{2013}",
            "\u{2014}",
            ".",
            "ongoing",
            "open",
            "still open",
            "still missing",
            "still away",
            "still in care",
            "still looked after",
            "not ended",
        ];
        if SIGNS.iter().any(|sign| cell.eq_ignore_ascii_case(sign.as_bytes())) {
            return true;
        }
        let date = date_of(cell);
        if is_no_day(date) {
            return true;
        }
        let year = match calendar(date) {
            Some((year, month, day)) => {
                return Day::new(year, month, day).is_none() && (year > LAST || year == LAST && month > 5);
            }
            None if date == b"99/99/9999" || date.len() == 4 => number(&date[date.len() - 4..], 4).map(i32::from),
            None => None,
        };
        year.is_some_and(|year| year >= NEVER)
    }

    pub(crate) fn number(self) -> u16 {
        self.0
    }

    pub(crate) fn from_number(number: u16) -> Self {
        Self(number)
    }

    /// The day, if it is one.
    #[inline]
    pub fn day(self) -> Option<Day> {
        (self < Self::NOT_A_DATE).then(|| Day::from_number(self.0))
    }

    /// The day on which something ends: [`Day::MAX`] for a blank, because it has not ended. `None` if it is not a date.
    #[inline]
    pub fn end(self) -> Option<Day> {
        if self == Self::BLANK { Some(Day::MAX) } else { self.day() }
    }

    /// Whether the cell is empty.
    #[inline]
    pub fn is_blank(self) -> bool {
        self == Self::BLANK
    }

    /// Whether the cell holds something that is not a date.
    #[inline]
    pub fn is_not_a_date(self) -> bool {
        self == Self::NOT_A_DATE
    }
}

impl From<Day> for When {
    /// A day. [`Day::MAX`], which no cell can hold, becomes a blank.
    fn from(day: Day) -> Self {
        Self(day.number())
    }
}

impl fmt::Debug for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day() {
            Some(day) => day.fmt(f),
            None if self.is_blank() => f.write_str("blank"),
            None => f.write_str("not a date"),
        }
    }
}

/// A date written as in the guidance, `31/03/2025`. Nearly all dates are, so they are read without looking further.
#[inline]
fn guided(cell: &[u8]) -> Option<Day> {
    let [day @ .., b'/', month_1, month_2, b'/', year_1, year_2, year_3, year_4] = cell else { return None };
    let [day_1, day_2] = day else { return None };
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| byte - b'0');
    let pair = |tens, units| Some(digit(tens)? * 10 + digit(units)?);
    let year = i32::from(pair(year_1, year_2)?) * 100 + i32::from(pair(year_3, year_4)?);
    Day::new(year, pair(month_1, month_2)?, pair(day_1, day_2)?)
}

/// From this year on, an end has not come: nobody looked after today will be in care then.
const NEVER: i32 = 2090;
/// The last year with days that are kept: until early in June.
const LAST: i32 = 2079;

/// Whether a date is what programs make of nothing: zero, or the day from which spreadsheets and databases count.
fn is_no_day(date: &[u8]) -> bool {
    const DAYS: [&[u8]; 11] = [
        b"0",
        b"00/00/0000",
        b"0000-00-00",
        b"00/01/1900",
        b"1900-01-00",
        b"01/01/1900",
        b"1/1/1900",
        b"1900-01-01",
        b"30/12/1899",
        b"1899-12-30",
        b"0001-01-01",
    ];
    DAYS.contains(&date)
}

/// The part before a time of day.
fn date_of(cell: &[u8]) -> &[u8] {
    match cell.iter().position(|b| matches!(b, b' ' | b'T' | b't')) {
        Some(at) if is_time_of_day(cell[at + 1..].trim_ascii()) => &cell[..at],
        _ => cell,
    }
}

/// Year, month and day, each as written.
fn calendar(text: &[u8]) -> Option<(i32, u8, u8)> {
    let separator = *text.iter().find(|b| !b.is_ascii_digit())?;
    if !matches!(separator, b'/' | b'-' | b'.') {
        return None;
    }
    let mut parts = text.split(|b| *b == separator);
    let (first, month, last) = (parts.next()?, number(parts.next()?, 2)?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (day, year) = match (first.len(), last.len()) {
        (1 | 2, 4) => (number(first, 2)?, number(last, 4)?),
        (4, 1 | 2) if separator != b'.' => (number(last, 2)?, number(first, 4)?),
        _ => return None,
    };
    let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((i32::from(year), month, day))
}

fn number(digits: &[u8], longest: usize) -> Option<u16> {
    if digits.is_empty() || digits.len() > longest {
        return None;
    }
    digits.iter().try_fold(0u16, |n, b| b.is_ascii_digit().then(|| n * 10 + u16::from(b - b'0')))
}

/// Whether a text is a time of day: `14:30`, `14:30:00.000Z`, `2:30 PM`, `14:30+01:00`.
pub(crate) fn is_time_of_day(text: &[u8]) -> bool {
    let text = match text {
        [rest @ .., b'A' | b'a' | b'P' | b'p', b'M' | b'm'] => rest.trim_ascii_end(),
        [rest @ .., b'Z' | b'z'] => rest,
        _ => text,
    };
    // After the seconds comes the offset from Greenwich.
    let clock = text.split(|b| matches!(b, b'+' | b'-')).next().unwrap_or_default();
    let offset = &text[clock.len()..];
    let mut parts = clock.split(|b| *b == b':');
    let whole = |part: Option<&[u8]>, most: u16| part.and_then(|part| number(part, 2)).is_some_and(|n| n <= most);
    let seconds = |part: &[u8]| {
        let mut parts = part.splitn(2, |b| *b == b'.');
        whole(parts.next(), 60) && parts.next().is_none_or(|rest| rest.iter().all(u8::is_ascii_digit))
    };
    whole(parts.next(), 24)
        && whole(parts.next(), 59)
        && parts.next().is_none_or(seconds)
        && parts.next().is_none()
        && offset.iter().skip(1).all(|b| b.is_ascii_digit() || *b == b':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them_and_never_guessed() {
        let is = [
            ("31/03/2025", "2025-03-31"),
            ("1/4/2024", "2024-04-01"),
            ("01-04-2024", "2024-04-01"),
            ("01.04.2024", "2024-04-01"),
            ("2024-04-01", "2024-04-01"),
            ("2024/4/1", "2024-04-01"),
            ("01/05/2024 00:00", "2024-05-01"),
            ("2024-05-01T00:00:00.000Z", "2024-05-01"),
            ("29/02/2024", "2024-02-29"),
            ("05/06/2024 14:30", "2024-06-05"),
            ("5/6/2024  2:30 pm", "2024-06-05"),
            ("2024-06-05T14:30:00Z", "2024-06-05"),
            ("2024-06-05T14:30:00+01:00", "2024-06-05"),
            ("2024-06-05 14:30:00.123456", "2024-06-05"),
        ];
        for (cell, day) in is {
            assert_eq!(When::read(cell.as_bytes()).day(), day.parse().ok(), "{cell}");
        }
        let is_not = [
            "31/02/2024",
            "29/02/2023",
            "01/13/2024",
            "12/25/2024",
            "01/04/24",
            "24-04-01",
            "1 April 2024",
            "45383",
            "0",
            "//",
            "01/04/2024/",
            "01/04/20245",
            "01/04/2024 noon",
            "00/04/2024",
            "99/99/9999",
            "01/04/1066",
            "01-04/2024",
            "٠١/٠٤/٢٠٢٤",
            "05/06/2024 25:30",
            "05/06/2024 14:75",
            "05/06/2024 07/06/2024",
            "05/06/2024 7",
            "31/12/2099",
        ];
        for cell in is_not {
            assert_eq!(When::read(cell.as_bytes()), When::NOT_A_DATE, "{cell}");
        }
        for cell in ["", "NULL", "NaT", "nan", "N/A"] {
            assert_eq!(When::read(cell.as_bytes()), When::BLANK, "{cell}");
        }
    }

    #[test]
    fn what_people_write_for_an_end_that_has_not_come_is_known() {
        for cell in ["31/12/2099", "31/12/9999", "9999-12-31", "9999", "2099", "99/99/9999", "31/12/9999 00:00:00"] {
            assert!(When::is_never(cell.as_bytes()), "{cell}");
        }
        for cell in ["05/06/2079", "31/12/2079", "05/06/2082", "2085-01-01"] {
            assert!(When::is_never(cell.as_bytes()) && When::read(cell.as_bytes()).is_not_a_date(), "{cell}");
        }
        for cell in [
            "31/05/2079",
            "04/06/2079",
            "30/02/2025",
            "31/12/2025",
            "01/04/2035",
            "2025",
            "",
            "99991",
            "soon",
            "31-12-99",
            "12/31/2099",
        ] {
            assert!(!When::is_never(cell.as_bytes()), "{cell}");
        }
    }

    #[test]
    fn what_programs_make_of_nothing_is_no_end() {
        for cell in
            ["0", ".", "00/00/0000", "0000-00-00 00:00:00", "00/01/1900", "01/01/1900 00:00", "1900-01-01T00:00:00"]
        {
            assert!(When::is_never(cell.as_bytes()), "{cell}");
        }
        for cell in ["Still missing", "still in care", "NOT ENDED"] {
            assert!(When::is_never(cell.as_bytes()), "{cell}");
        }
        for cell in ["00", "..", "1", "02/01/1900", "00/04/2024", "missing", "01/01/1901", "1900"] {
            assert!(!When::is_never(cell.as_bytes()), "{cell}");
        }
    }

    #[test]
    fn an_end_that_is_blank_lies_after_every_day_and_one_that_is_no_date_is_none() {
        let last = Day::new(2079, 6, 4).unwrap();
        assert_eq!(When::from(last).day(), Some(last));
        assert!(When::BLANK.end() > When::from(last).end());
        assert_eq!((When::BLANK.day(), When::NOT_A_DATE.day(), When::NOT_A_DATE.end()), (None, None, None));
    }
}
