//! Days.

use std::fmt;
use std::str::FromStr;

/// A calendar day from 1900-01-01 to 2079-06-04, in two bytes, so that millions of episodes fit in a browser.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u16);

/// The first and the last year that can be held.
const YEARS: (i32, i32) = (1900, 2079);
/// Days of a year before each month, in years without a 29 February.
const BEFORE_MONTH: [u16; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/// Days from 1900-01-01 to 1 January of a year. 1900 had no 29 February; every later year up to 2079 that is divisible
/// by 4 has one.
const fn before_year(years: u16) -> u32 {
    365 * years as u32 + years.saturating_sub(1) as u32 / 4
}

/// Whether a year, counted from 1900, has a 29 February.
const fn is_leap(years: u16) -> bool {
    years > 0 && years.is_multiple_of(4)
}

/// Days of a year before a month, counted from 0.
const fn before_month(month: usize, leap: bool) -> u16 {
    BEFORE_MONTH[month] + (leap && month > 1) as u16
}

/// 2079-06-04. The two numbers after it are for cells that hold no day (see [`When`](crate::When)).
const LAST: u16 = u16::MAX - 2;

impl Day {
    /// The first day that can be held, 1900-01-01.
    pub const MIN: Self = Self(0);
    /// An end that is not known yet. It is after every day.
    pub const MAX: Self = Self(u16::MAX);

    /// The day, if it is in the calendar and can be held.
    ///
    /// ```
    /// use missing_rows::Day;
    /// assert_eq!(Day::new(2024, 2, 29).unwrap().to_string(), "2024-02-29");
    /// assert_eq!(Day::new(2024, 2, 31), None);
    /// ```
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(YEARS.0..=YEARS.1).contains(&year) || !(1..=12).contains(&month) || day < 1 {
            return None;
        }
        let years = u16::try_from(year - YEARS.0).ok()?;
        let month = usize::from(month);
        let leap = is_leap(years);
        let day = u16::from(day);
        let first = before_month(month - 1, leap);
        let number = u16::try_from(before_year(years) + u32::from(first + day - 1)).ok()?;
        (first + day <= before_month(month, leap) && number <= LAST).then_some(Self(number))
    }

    pub(crate) fn number(self) -> u16 {
        self.0
    }

    pub(crate) fn from_number(number: u16) -> Self {
        Self(number)
    }

    /// The day before; `None` before the first day that can be held.
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }

    /// Year, month and day of the month.
    pub fn ymd(self) -> (i32, u8, u8) {
        // A year has at most 366 days, so it is this year or, at most, the next.
        let mut years = self.0 / 366;
        let number = u32::from(self.0);
        if before_year(years + 1) <= number {
            years += 1;
        }
        let leap = is_leap(years);
        // Less than 366.
        let of_year = u16::try_from(number - before_year(years)).unwrap_or_default();
        // A month has at most 31 days, so it is this month or, at most, the next.
        let mut month = usize::from(of_year / 31).min(11);
        if before_month(month + 1, leap) <= of_year {
            month += 1;
        }
        let day = of_year - before_month(month, leap) + 1;
        let small = |n: usize| u8::try_from(n).unwrap_or_default();
        (YEARS.0 + i32::from(years), small(month + 1), small(usize::from(day)))
    }

    /// Days from `earlier` to this day; zero if `earlier` is not earlier.
    pub fn days_since(self, earlier: Self) -> u16 {
        self.0.saturating_sub(earlier.0)
    }

    /// Completed months from `earlier` to this day; negative if `earlier` is later. From the 31st, a month that has no
    /// 31st is completed on the 1st of the following month.
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

    /// The day after; `None` after the last day that can be held.
    pub fn next(self) -> Option<Self> {
        self.0.checked_add(1).filter(|n| *n <= LAST).map(Self)
    }

    /// The collection year of this day, named by its end: 1 April 2024 to 31 March 2025 is 2025.
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

/// A text that is not a day written as `2024-04-01`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a day written as 2024-04-01")]
pub struct NotADay(pub String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_follows_the_one_before_as_in_the_calendar() {
        let (mut year, mut month, mut day) = (1900, 1, 1);
        let mut of = Day::MIN;
        loop {
            assert_eq!(of.ymd(), (year, month, day));
            assert_eq!(Day::new(year, month, day), Some(of));
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let length = match month {
                2 if leap => 29,
                2 => 28,
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            assert_eq!(Day::new(year, month, length + 1), None, "{year}-{month}");
            (year, month, day) = match (month, day) {
                (12, 31) => (year + 1, 1, 1),
                (_, last) if last == length => (year, month + 1, 1),
                _ => (year, month, day + 1),
            };
            let Some(next) = of.next() else { break };
            of = next;
        }
        assert_eq!((year, month, day), (2079, 6, 5));
        for wrong in [(1899, 12, 31), (2079, 6, 5), (2080, 1, 1), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0)] {
            assert_eq!(Day::new(wrong.0, wrong.1, wrong.2), None, "{wrong:?}");
        }
        assert_eq!(Day::MAX.ymd(), (2079, 6, 6));
    }

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
