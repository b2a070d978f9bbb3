//! Numbers and days as text.

/// Numbers from here on have lost digits: a spreadsheet keeps fifteen.
const ROUNDED_FROM: f64 = 1e15;

/// A number with the digits that a spreadsheet keeps: `12`, `0.37`, `1.23456789012346E+15`.
pub(crate) fn plain(value: f64) -> String {
    if !value.is_finite() {
        return "#NUM!".to_owned();
    }
    // Of seventeen digits the last two are noise of the arithmetic.
    let fifteen = format!("{value:.14e}");
    let rounded: f64 = fifteen.parse().unwrap_or(value);
    if rounded.abs() >= ROUNDED_FROM || rounded != 0.0 && rounded.abs() < 1e-9 {
        let (digits, power) = fifteen.split_once('e').unwrap_or((&fifteen, "0"));
        let digits = digits.trim_end_matches('0').trim_end_matches('.');
        let sign = if power.starts_with('-') { "" } else { "+" };
        return format!("{digits}E{sign}{power}");
    }
    // A zero has no sign.
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

/// A share as a percentage.
pub(crate) fn percent(value: f64) -> String {
    plain(value * 100.0) + "%"
}

/// From which day a workbook counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Epoch {
    #[default]
    Y1900,
    Y1904,
}

/// Day and time of day, in seconds, of a number that a workbook shows as a date. `None` if the calendar has none.
pub(crate) fn moment(value: f64, epoch: Epoch) -> Option<([i64; 3], i64)> {
    // The last day that a workbook can hold is 9999-12-31.
    if !(0.0..2_958_466.0).contains(&value) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "within the range just asked for")]
    let (mut days, mut seconds) = (value.trunc() as i64, (value.fract() * 86_400.0).round() as i64);
    if seconds == 86_400 {
        (days, seconds) = (days + 1, 0);
    }
    // Days from 1970-01-01. Workbooks that count from 1900 have a 29 February in it, which was none: day 60.
    let days = match epoch {
        Epoch::Y1904 => days - 24_107,
        Epoch::Y1900 if days >= 61 => days - 25_569,
        Epoch::Y1900 if days < 60 => days - 25_568,
        Epoch::Y1900 => return Some(([1900, 2, 29], seconds)),
    };
    Some((civil(days), seconds))
}

/// Year, month and day of so many days after 1970-01-01, by years that begin on 1 March, so that the day that some years have
/// more is their last.
fn civil(days: i64) -> [i64; 3] {
    let days = days + 719_468;
    let (era, day) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    [year + era * 400 + later, month, day]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_person_would_type_them() {
        let cases = [
            (12.0, "12"),
            (0.0, "0"),
            (-0.0, "0"),
            (-3.0, "-3"),
            (0.37, "0.37"),
            (0.1 + 0.2, "0.3"),
            (1.0 / 3.0, "0.333333333333333"),
            (2.999_999_999_999_999_6, "3"),
            (123_456_789_012.0, "123456789012"),
            (999_999_999_999_999.0, "999999999999999"),
            (1_234_567_890_123_456.0, "1.23456789012346E+15"),
            (1e-12, "1E-12"),
            (f64::NAN, "#NUM!"),
        ];
        for (value, text) in cases {
            assert_eq!(plain(value), text);
        }
        assert_eq!((percent(0.37), percent(0.07), percent(1.125)), ("37%".into(), "7%".into(), "112.5%".into()));
    }

    #[test]
    fn days_are_counted_from_1900_with_a_day_too_many_and_from_1904() {
        let cases = [
            (1.0, Epoch::Y1900, [1900, 1, 1]),
            (59.0, Epoch::Y1900, [1900, 2, 28]),
            (60.0, Epoch::Y1900, [1900, 2, 29]),
            (61.0, Epoch::Y1900, [1900, 3, 1]),
            // What spreadsheets show for 45382 and for 43920: 31 March 2024.
            (45_382.0, Epoch::Y1900, [2024, 3, 31]),
            (43_920.0, Epoch::Y1904, [2024, 3, 31]),
            (0.0, Epoch::Y1904, [1904, 1, 1]),
            (2_958_465.0, Epoch::Y1900, [9999, 12, 31]),
        ];
        for (value, epoch, day) in cases {
            assert_eq!(moment(value, epoch).map(|(day, _)| day), Some(day), "{value}");
        }
        assert_eq!(moment(45_382.5, Epoch::Y1900), Some(([2024, 3, 31], 43_200)));
        assert_eq!(moment(-1.0, Epoch::Y1900), None);
        assert_eq!(moment(3e6, Epoch::Y1900), None);
    }
}
