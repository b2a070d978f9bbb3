//! Days as `dd/mm/yyyy` (Howard Hinnant, "chrono-compatible low-level date algorithms").

use std::fmt;

/// Days from 1 January 1970 to a later day.
pub(super) const fn days(year: u32, month: u32, day: u32) -> u32 {
    // The year begins in March, so that the leap day is its last day.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year / 400, year % 400);
    let of_year = (153 * month + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// A day, by its number since 1 January 1970. It is shown in the form that returns use.
#[derive(Clone, Copy)]
pub(super) struct Date(pub(super) u32);

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.0 + 719_468;
        let (era, of_era) = (day / 146_097, day % 146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let year = year_of_era + era * 400 + u32::from(month <= 2);
        write!(f, "{day:02}/{month:02}/{year}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_the_dates_of_the_calendar() {
        for (year, month, day, shown) in [
            (1970, 1, 1, "01/01/1970"),
            (2000, 2, 29, "29/02/2000"),
            (2024, 12, 31, "31/12/2024"),
            (2025, 3, 1, "01/03/2025"),
        ] {
            assert_eq!(Date(days(year, month, day)).to_string(), shown);
        }
        // The same as `date -d 2025-03-31 +%s`, in days.
        assert_eq!(days(2025, 3, 31), 20_178);
    }
}
