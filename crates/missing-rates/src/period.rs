//! Days, and ranges of days.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use time::{Date, Month};

/// A calendar day from 1900-01-01 to 2079-06-05, in two bytes, so that millions of episodes fit in a browser.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(u16);

/// Julian day number of 1900-01-01.
const EPOCH: i32 = 2_415_021;

impl Day {
    /// The first day that can be held, 1900-01-01.
    pub const MIN: Self = Self(0);
    /// The last day that can be held; stands for an end that is not known yet.
    pub const MAX: Self = Self(u16::MAX);

    /// The day, if the calendar has it and it can be held.
    ///
    /// ```
    /// use missing_rates::period::Day;
    /// assert_eq!(Day::new(2024, 2, 29).unwrap().to_string(), "2024-02-29");
    /// assert_eq!(Day::new(2024, 2, 31), None);
    /// ```
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
        let number = u16::try_from(date.to_julian_day() - EPOCH).ok()?;
        (number < u16::MAX).then_some(Self(number))
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

    /// The day after; `None` after the last that can be held.
    pub fn next(self) -> Option<Self> {
        self.0.checked_add(1).filter(|n| *n < u16::MAX).map(Self)
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
    type Err = PeriodError;

    /// Reads `2024-04-01`.
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let wrong = || PeriodError::Day(text.to_owned());
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

/// A text that is not a day or a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// Not `2024-04-01`, or no such day.
    #[error("`{0}` is not a day written as 2024-04-01")]
    Day(String),
    /// Not two days with `/` or `..` between them.
    #[error("`{0}` is not a period written as 2024-04-01..2025-03-31")]
    Shape(String),
    /// It ends before it starts.
    #[error("the period ends on {end}, before it starts on {start}")]
    Backwards {
        /// The first day that was given.
        start: Day,
        /// The last day that was given.
        end: Day,
    },
}

/// A range of days, both ends within it. Written `2023-04-01/2024-03-31` wherever it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    start: Day,
    end: Day,
}

impl Period {
    /// The days from `start` to `end`.
    ///
    /// # Errors
    /// [`PeriodError::Backwards`] if it ends before it starts.
    pub fn new(start: Day, end: Day) -> Result<Self, PeriodError> {
        if end < start {
            return Err(PeriodError::Backwards { start, end });
        }
        Ok(Self { start, end })
    }

    /// 1 April of the year before to 31 March of `year`. `None` outside 1901 to 2079.
    ///
    /// ```
    /// use missing_rates::period::Period;
    /// let year = Period::collection_year(2025).unwrap();
    /// assert_eq!(year.to_string(), "2024-04-01/2025-03-31");
    /// ```
    pub fn collection_year(year: i32) -> Option<Self> {
        Self::new(Day::new(year.checked_sub(1)?, 4, 1)?, Day::new(year, 3, 31)?).ok()
    }

    /// 1 January to 31 December of `year`. `None` outside 1900 to 2078.
    pub fn calendar_year(year: i32) -> Option<Self> {
        Self::new(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?).ok()
    }

    /// The first day.
    pub fn start(self) -> Day {
        self.start
    }

    /// The last day.
    pub fn end(self) -> Day {
        self.end
    }

    /// Whether the days from `from` to `to` have any day in common with the period.
    pub fn overlaps(self, from: Day, to: Day) -> bool {
        from <= self.end && to >= self.start
    }

    /// The year that names it, if it is a whole collection year.
    pub fn as_collection_year(self) -> Option<i32> {
        let year = self.end.ymd().0;
        (Self::collection_year(year) == Some(self)).then_some(year)
    }

    /// The year that names it, if it is a whole calendar year.
    pub fn as_calendar_year(self) -> Option<i32> {
        let year = self.end.ymd().0;
        (Self::calendar_year(year) == Some(self)).then_some(year)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    /// Reads `2024-04-01/2025-03-31` and `2024-04-01..2025-03-31`.
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let (start, end) = text
            .split_once('/')
            .or_else(|| text.split_once(".."))
            .ok_or_else(|| PeriodError::Shape(text.to_owned()))?;
        Self::new(start.trim().parse()?, end.trim().parse()?)
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}

impl TryFrom<String> for Period {
    type Error = PeriodError;

    fn try_from(text: String) -> Result<Self, PeriodError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_and_read_back() {
        for text in ["1900-01-01", "2000-02-29", "2024-03-31", "2079-06-05"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        for text in ["1899-12-31", "2079-06-07", "2023-02-29", "2024-4-1", "01/04/2024", "2024-04-01x", "", "--"] {
            assert!(text.parse::<Day>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_collection_year_runs_from_april_to_march_and_is_named_by_its_end() {
        assert_eq!(Day::new(2024, 3, 31).unwrap().collection_year(), 2024);
        assert_eq!(Day::new(2024, 4, 1).unwrap().collection_year(), 2025);
        let year = Period::collection_year(2025).unwrap();
        assert_eq!((year.as_collection_year(), year.as_calendar_year()), (Some(2025), None));
        assert_eq!(Period::calendar_year(2024).unwrap().as_calendar_year(), Some(2024));
    }

    #[test]
    fn a_period_holds_both_its_ends() {
        let year = Period::collection_year(2025).unwrap();
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert!(year.overlaps(day("2020-01-01"), day("2024-04-01")));
        assert!(year.overlaps(day("2025-03-31"), Day::MAX));
        assert!(!year.overlaps(day("2020-01-01"), day("2024-03-31")));
        assert!(!year.overlaps(day("2025-04-01"), Day::MAX));
    }

    #[test]
    fn a_period_that_ends_before_it_starts_is_refused() {
        assert!(matches!("2024-01-02..2024-01-01".parse::<Period>(), Err(PeriodError::Backwards { .. })));
        assert!(matches!("2024".parse::<Period>(), Err(PeriodError::Shape(_))));
    }
}
