//! Numbers, shares, dates and periods as a reader meets them.

use crate::Text;
use missing_rates::period::{Day, Period};
use missing_rates::rates::percent_text;
use missing_rates::report::Rate;
use missing_rates::report::Shown;

/// Writes a whole number with thousands commas.
pub(super) fn push_number(out: &mut String, number: u64) {
    let digits = number.to_string();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
}

/// A whole number with thousands commas: `2,335`.
pub fn number(number: u64) -> Text {
    let mut out = String::new();
    push_number(&mut out, number);
    super::written(out)
}

/// A share from 0 to 1 as a percentage with one decimal: `37.0%`.
pub fn share(value: f64) -> Text {
    super::percent_of(&tenths(value * 100.0))
}

/// A number with one decimal: `6.5`.
pub fn tenths(value: f64) -> Text {
    fixed(value, 10)
}

/// A number with two decimals: `6.46`.
pub fn hundredths(value: f64) -> Text {
    fixed(value, 100)
}

/// A number with the decimals of a part of 10 or 100.
fn fixed(value: f64, scale: u64) -> Text {
    // Shown figures are small; what is beyond any count stays at the largest number, never wraps.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and none is negative")]
    let parts = (value * scale as f64).round() as u64;
    let mut out = String::new();
    push_number(&mut out, parts / scale);
    out.push('.');
    if scale > 10 {
        push_number(&mut out, parts / 10 % 10);
    }
    push_number(&mut out, parts % 10);
    super::written(out)
}

/// A part of a whole as a percentage with one decimal, halves away from zero: `37.0%`.
pub fn part_of(numerator: u64, denominator: u64) -> Text {
    divided(numerator, denominator, 1)
}

/// A count, or `c` where it is hidden.
pub fn shown(count: Shown) -> Text {
    count.number().map_or_else(|| super::hidden_symbol().into(), number)
}

/// A part of a whole as a percentage with one decimal, or `c` where either is hidden.
pub fn shown_part_of(numerator: Shown, denominator: Shown) -> Text {
    let parts = numerator.number().zip(denominator.number());
    parts.map_or_else(|| super::hidden_symbol().into(), |(n, d)| part_of(n, d))
}

/// Words as they stand within a sentence: the first letter small.
pub fn lower(text: &str) -> Text {
    let mut text = text.to_owned();
    // The words that this is used on begin with a letter of ASCII.
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    super::written(text)
}

/// `April 2024`.
pub fn month(year: i32, month: u8) -> Text {
    super::MonthOf { month: month_name(month), year: &year.to_string() }.text()
}

/// `1 April 2024`.
pub fn day(day: Day) -> Text {
    let (year, month, day) = day.ymd();
    super::DateOf { day: &day.to_string(), month: month_name(month), year: &year.to_string() }.text()
}

fn month_name(month: u8) -> &'static str {
    match month {
        1 => super::month_1(),
        2 => super::month_2(),
        3 => super::month_3(),
        4 => super::month_4(),
        5 => super::month_5(),
        6 => super::month_6(),
        7 => super::month_7(),
        8 => super::month_8(),
        9 => super::month_9(),
        10 => super::month_10(),
        11 => super::month_11(),
        _ => super::month_12(),
    }
}

/// `year ending 31 March 2025`, `2024`, or `1 April 2024 to 30 June 2024`.
pub fn period(period: Period) -> Text {
    if let Some(year) = period.as_collection_year() {
        super::period_collection_year(&year.to_string())
    } else if let Some(year) = period.as_calendar_year() {
        super::written(year.to_string())
    } else {
        range(period)
    }
}

/// `1 April 2024 to 30 June 2024`, a whole year too.
pub fn range(period: Period) -> Text {
    super::PeriodRange { start: &day(period.start()), end: &day(period.end()) }.text()
}

/// `9:05`.
pub fn time(hour: u32, minute: u32) -> Text {
    let minute = minute.to_string();
    let nought = if minute.len() == 1 { "0" } else { "" };
    super::written([&hour.to_string(), ":", nought, &minute].concat())
}

/// A size of a file: `12.3 MB`.
pub fn bytes(bytes: u64) -> Text {
    if bytes < 1_000_000 {
        super::bytes_kilo(&tenths(bytes as f64 / 1e3))
    } else {
        super::bytes_mega(&tenths(bytes as f64 / 1e6))
    }
}

/// A sentence's beginning: the first letter as a capital.
pub fn capital(text: &str) -> Text {
    let mut text = text.to_owned();
    // The words that this is used on begin with a letter of ASCII.
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    super::written(text)
}

/// The share of a rate with one decimal, halves away from zero: `37.0%`.
pub fn rate(rate: &Rate) -> Text {
    percent(rate, 1)
}

/// The share of some children with one decimal: `37.0%`.
pub fn parts(numerator: u64, denominator: u64) -> Text {
    divided(numerator, denominator, 1)
}

/// A number below 1 with so many decimals, at most 9: `0.00115`.
pub fn decimals(value: f64, places: usize) -> Text {
    let scale = (0..places.min(9)).fold(1.0, |scale, _| scale * 10.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and none is negative")]
    let digits = ((value * scale).round() as u64).to_string();
    let noughts = "0".repeat(places.min(9).saturating_sub(digits.len()));
    super::written(["0.", &noughts, &digits].concat())
}

/// The same as a whole per cent: `37%`.
pub fn whole(rate: &Rate) -> Text {
    percent(rate, 0)
}

fn percent(rate: &Rate, decimals: u32) -> Text {
    divided(rate.numerator, rate.denominator, decimals)
}

/// One number as a share of another with some decimals, halves away from zero: `37.0%`. Of more than there are, no share is
/// written.
pub fn divided(numerator: u64, denominator: u64, decimals: u32) -> Text {
    if numerator > denominator && denominator > 0 {
        return super::more_than_all().into();
    }
    percent_text(numerator, denominator, decimals)
        .map_or_else(|| super::no_share().into(), |number| super::percent_of(&number))
}

#[cfg(test)]
mod tests {
    use missing_rates::period::Period;

    use super::*;

    #[test]
    fn numbers_have_commas_and_shares_one_decimal() {
        for (value, text) in [(0, "0"), (999, "999"), (2_335, "2,335"), (1_234_567, "1,234,567")] {
            assert_eq!(number(value), text);
        }
        for (value, text) in [(0.0, "0.0%"), (0.350_9, "35.1%"), (0.999_6, "100.0%"), (1.0, "100.0%")] {
            assert_eq!(share(value), text);
        }
        assert_eq!((decimals(0.001_147, 5), decimals(0.0, 3)), ("0.00115".into(), "0.000".into()));
        assert_eq!((tenths(6.45), tenths(1_234.0)), ("6.5".into(), "1,234.0".into()));
        assert_eq!((hundredths(1.999), hundredths(0.046)), ("2.00".into(), "0.05".into()));
    }

    #[test]
    fn a_period_is_named_by_its_year_where_it_is_one() {
        let named = |text: &str| period(text.parse::<Period>().unwrap()).to_string();
        assert_eq!(named("2024-04-01/2025-03-31"), "year ending 31 March 2025");
        assert_eq!(named("2024-01-01/2024-12-31"), "2024");
        assert_eq!(named("2024-06-01/2024-09-30"), "1 June 2024 to 30 September 2024");
        assert_eq!(capital("year ending 31 March 2025"), "Year ending 31 March 2025");
    }

    #[test]
    fn sizes_and_times_are_short() {
        assert_eq!((bytes(1_800), bytes(330_000_140)), ("1.8 KB".into(), "330.0 MB".into()));
        assert_eq!((time(9, 5), time(10, 42)), ("9:05".into(), "10:42".into()));
    }
}
