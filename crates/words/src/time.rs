//! Days, periods and times as a reader meets them.

use missing_rates::period::{Day, Period};

use crate::{DateOf, Language, MonthOf, PeriodPartOfYear, PeriodRange, Text, WithinDays, written};

impl Language {
    /// `April 2024`.
    pub fn month(self, year: i32, month: u8) -> Text {
        MonthOf { month: self.month_name(month), year: &year.to_string() }.text(self)
    }

    /// `1 April 2024`.
    pub fn day(self, day: Day) -> Text {
        let (year, month, day) = day.ymd();
        DateOf { day: &day.to_string(), month: self.month_name(month), year: &year.to_string() }.text(self)
    }

    fn month_name(self, month: u8) -> &'static str {
        match month {
            1 => self.month_1(),
            2 => self.month_2(),
            3 => self.month_3(),
            4 => self.month_4(),
            5 => self.month_5(),
            6 => self.month_6(),
            7 => self.month_7(),
            8 => self.month_8(),
            9 => self.month_9(),
            10 => self.month_10(),
            11 => self.month_11(),
            _ => self.month_12(),
        }
    }

    /// A period within a sentence: `year ending 31 March 2025`, the same `up to 30 September 2024`, `2024`, or
    /// `1 May 2024 to 30 June 2024`.
    pub fn period(self, period: Period) -> Text {
        if let Some(year) = period.as_collection_year() {
            self.period_collection_year(&year.to_string())
        } else if let Some(year) = period.as_calendar_year() {
            written(year.to_string())
        } else if let Some(year) = begun(period) {
            PeriodPartOfYear { day: &self.day(period.end()), year: &year.to_string() }.text(self)
        } else {
            self.range(period)
        }
    }

    /// Its first and last day, of a whole year too: `1 April 2024 to 30 June 2024`.
    pub fn range(self, period: Period) -> Text {
        PeriodRange { start: &self.day(period.start()), end: &self.day(period.end()) }.text(self)
    }

    /// A period after “in” or “for”: `the year ending 31 March 2025`, `2024`, or `the time from 1 May 2024 to 30 June 2024`.
    pub fn within(self, period: Period) -> Text {
        if period.as_calendar_year().is_some() {
            self.period(period)
        } else if period.as_collection_year().is_some() || begun(period).is_some() {
            self.within_year(&self.period(period))
        } else {
            WithinDays { end: &self.day(period.end()), start: &self.day(period.start()) }.text(self)
        }
    }

    /// A time of day: `09:05`.
    pub fn time(self, hour: u32, minute: u32) -> Text {
        written(format!("{hour:02}:{minute:02}"))
    }
}

/// The collection year, by its end, of which a period is the first part.
fn begun(period: Period) -> Option<i32> {
    let year = period.end().collection_year();
    (Period::collection_year(year)?.start() == period.start()).then_some(year)
}

#[cfg(test)]
mod tests {
    use missing_rates::period::Period;

    use crate::Language::English;

    #[test]
    fn a_period_is_named_by_its_year_where_it_is_one() {
        let named = |text: &str| English.period(text.parse::<Period>().unwrap()).to_string();
        assert_eq!(named("2024-04-01/2025-03-31"), "year ending 31 March 2025");
        assert_eq!(named("2024-01-01/2024-12-31"), "2024");
        assert_eq!(named("2024-06-01/2024-09-30"), "1 June 2024 to 30 September 2024");
        assert_eq!(English.capital("year ending 31 March 2025"), "Year ending 31 March 2025");
    }

    #[test]
    fn a_period_can_follow_a_preposition() {
        let within = |text: &str| English.within(text.parse::<Period>().unwrap()).to_string();
        assert_eq!(within("2024-04-01/2025-03-31"), "the year ending 31 March 2025");
        assert_eq!(within("2024-04-01/2024-09-30"), "the year ending 31 March 2025, up to 30 September 2024");
        assert_eq!(within("2024-01-01/2024-12-31"), "2024");
        assert_eq!(within("2024-06-01/2024-09-30"), "the time from 1 June 2024 to 30 September 2024");
    }

    #[test]
    fn times_have_two_digits() {
        assert_eq!((English.time(0, 27), English.time(10, 42)), ("00:27".into(), "10:42".into()));
    }
}
