//! Days.

use std::fmt;
use std::str::FromStr;

use time::{Date, Month};

/// A calendar day from 1900-01-01 to 2079-06-04, in two bytes, so that millions of episodes fit in a browser.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u16);

/// Julian day number of 1900-01-01.
const EPOCH: i32 = 2_415_021;
/// 2079-06-04. The two numbers behind it stand for cells that hold no day (see [`When`](crate::When)).
const LAST: u16 = u16::MAX - 2;

impl Day {
    /// The first day that can be held, 1900-01-01.
    pub const MIN: Self = Self(0);
    /// Stands for an end that is not known yet: it lies after every day.
    pub const MAX: Self = Self(u16::MAX);

    /// The day, if the calendar has it and it can be held.
    ///
    /// ```
    /// use missing_rows::Day;
    /// assert_eq!(Day::new(2024, 2, 29).unwrap().to_string(), "2024-02-29");
    /// assert_eq!(Day::new(2024, 2, 31), None);
    /// ```
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
        let number = u16::try_from(date.to_julian_day() - EPOCH).ok()?;
        (number <= LAST).then_some(Self(number))
    }

    pub(crate) fn number(self) -> u16 {
        self.0
    }

    pub(crate) fn from_number(number: u16) -> Self {
        Self(number)
    }

    /// The day before; `None` before the first that can be held.
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }

    /// Year, month and day of the month.
    pub fn ymd(self) -> (i32, u8, u8) {
        // Every value of two bytes lies within what `time` can hold.
        let date = Date::from_julian_day(EPOCH + i32::from(self.0)).unwrap_or(Date::MIN);
        (date.year(), u8::from(date.month()), date.day())
    }

    /// Days from `earlier` to this day; nought if it is not earlier.
    pub fn days_since(self, earlier: Self) -> u16 {
        self.0.saturating_sub(earlier.0)
    }

    /// Completed months from `earlier` to this day; negative if it is later. From the 31st a month is complete on the 1st
    /// of the month but one where there is no 31st.
    ///
    /// ```
    /// use missing_rows::Day;
    /// let day = |text: &str| text.parse::<Day>().unwrap();
    /// assert_eq!(day("2024-06-14").months_since(day("2008-06-15")), 16 * 12 - 1);
    /// assert_eq!(day("2024-06-15").months_since(day("2008-06-15")), 16 * 12);
    /// ```
    pub fn months_since(self, earlier: Self) -> i32 {
        let ((year, month, day), (from_year, from_month, from_day)) = (self.ymd(), earlier.ymd());
        let months = (year - from_year) * 12 + i32::from(month) - i32::from(from_month);
        months - i32::from(day < from_day)
    }

    /// The day after; `None` after the last that can be held.
    pub fn next(self) -> Option<Self> {
        self.0.checked_add(1).filter(|n| *n <= LAST).map(Self)
    }

    /// The year by whose end the collection year of this day is named: 1 April 2024 to 31 March 2025 is 2025.
    pub fn collection_year(self) -> i32 {
        let (year, month, _) = self.ymd();
        if month >= 4 { year + 1 } else { year }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    /// Reads `2024-04-01`.
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let wrong = || NotADay(text.to_owned());
        let mut parts = text.splitn(3, '-');
        let mut number = |length: usize| {
            parts
                .next()
                .filter(|p| p.len() == length && p.bytes().all(|b| b.is_ascii_digit()))
                .and_then(|p| p.parse::<u16>().ok())
                .ok_or_else(wrong)
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let small = |n: u16| u8::try_from(n).map_err(|_| wrong());
        Self::new(i32::from(year), small(month)?, small(day)?).ok_or_else(wrong)
    }
}

/// A text that is no day written as `2024-04-01`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day written as 2024-04-01")]
pub struct NotADay(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_and_read_back() {
        for text in ["1900-01-01", "2000-02-29", "2024-03-31", "2079-06-04"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        for text in ["1899-12-31", "2079-06-05", "2023-02-29", "2024-4-1", "01/04/2024", "2024-04-01x", "", "--"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }
}
