//! Days, and ranges of days.

use std::fmt;
use std::str::FromStr;

use missing_rows::When;
pub use missing_rows::{Day, NotADay};
use serde::{Deserialize, Serialize};

/// A day as a person writes it: `31/01/2025`, `2025-01-31`, or another form that a return may have. `None` if the text
/// is not a day.
pub fn read_day(text: &str) -> Option<Day> {
    When::read(text.as_bytes()).day()
}

/// A text that is not a day or a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// Not `2024-04-01`, or no such day.
    #[error(transparent)]
    Day(#[from] NotADay),
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

/// What a bare year in a file of published figures means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublishedYears {
    /// 1 April to 31 March, named by its end, as the Department for Education means it.
    #[default]
    Collection,
    /// 1 January to 31 December.
    Calendar,
}

/// A range of days, including the first and the last. It is always written `2023-04-01/2024-03-31`.
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

    /// Whether any of the days from `from` to `to` is in the period.
    pub fn overlaps(self, from: Day, to: Day) -> bool {
        from <= self.end && to >= self.start
    }

    /// The days that are in both periods, if there are any.
    pub fn common(self, other: Self) -> Option<Self> {
        Self::new(self.start.max(other.start), self.end.min(other.end)).ok()
    }

    /// The same days of the year before. 29 February becomes 28 February.
    pub(crate) fn a_year_earlier(self) -> Option<Self> {
        let before = |day: Day| {
            let (year, month, of_month) = day.ymd();
            Day::new(year - 1, month, of_month).or_else(|| Day::new(year - 1, month, of_month.checked_sub(1)?))
        };
        Self::new(before(self.start)?, before(self.end)?).ok()
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
    fn the_same_days_of_the_year_before_end_on_28_february_for_the_29th() {
        for (period, expected) in [
            ("2024-04-01/2025-03-31", "2023-04-01/2024-03-31"),
            ("2024-02-29/2024-02-29", "2023-02-28/2023-02-28"),
            ("2023-03-01/2024-02-29", "2022-03-01/2023-02-28"),
        ] {
            assert_eq!(period.parse::<Period>().unwrap().a_year_earlier().unwrap().to_string(), expected);
        }
        assert_eq!("1900-02-01/1901-01-31".parse::<Period>().unwrap().a_year_earlier(), None);
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
