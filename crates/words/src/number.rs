//! Numbers, shares and sizes as a reader meets them.

use missing_rates::rates::percent_text;

use missing_rates::report::{Rate, Shown};

use crate::{Language, Text, written};

impl Language {
    /// Writes a whole number, its thousands apart.
    pub(crate) fn push_number(self, out: &mut String, number: u64) {
        let digits = number.to_string();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                out.push_str(self.thousands_separator());
            }
            out.push(digit);
        }
    }

    /// A whole number, its thousands apart: `2,335`.
    pub fn number(self, number: u64) -> Text {
        let mut out = String::new();
        self.push_number(&mut out, number);
        written(out)
    }

    /// A share from 0 to 1 as a percentage with one decimal: `37.0%`.
    pub fn share(self, value: f64) -> Text {
        self.percent_of(&self.tenths(value * 100.0))
    }

    /// A number of at least 0 with one decimal: `6.5`.
    pub fn tenths(self, value: f64) -> Text {
        self.decimals(value, 1)
    }

    /// A number of at least 0 with two decimals: `6.46`.
    pub fn hundredths(self, value: f64) -> Text {
        self.decimals(value, 2)
    }

    /// A number of at least 0 with so many decimals, at most 9: `0.00115`.
    pub fn decimals(self, value: f64, places: u32) -> Text {
        let places = places.min(9);
        let scale = 10_u64.pow(places);
        // Shown figures are small; what is beyond any count stays at the largest number, never wraps.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, and none is negative")]
        let parts = (value * scale as f64).round() as u64;
        let mut out = String::new();
        self.push_number(&mut out, parts / scale);
        if places > 0 {
            out.push_str(self.decimal_separator());
            let digits = (parts % scale).to_string();
            out.push_str(&"0".repeat((places as usize).saturating_sub(digits.len())));
            out.push_str(&digits);
        }
        written(out)
    }

    /// One number as a share of another with some decimals, halves away from zero: `37.0%`. Of more than there are, no share
    /// is written.
    pub fn divided(self, numerator: u64, denominator: u64, decimals: u32) -> Text {
        if numerator > denominator && denominator > 0 {
            return self.more_than_all().into();
        }
        percent_text(numerator, denominator, decimals)
            .map_or_else(|| self.no_share().into(), |number| self.percent_of(&self.separated(&number)))
    }

    /// A part of a whole as a percentage with one decimal, halves away from zero: `37.0%`. It has more where one would make it
    /// none or all although it is not: `0.01%`.
    pub fn part_of(self, numerator: u64, denominator: u64) -> Text {
        self.divided(numerator, denominator, places(numerator, denominator))
    }

    /// The two ends of the interval of a share, with as many decimals as the share that is written beside them, at least one.
    /// So it lies between them. Beside a share with more than one, no end is none or all unless it is.
    pub fn ends(self, (lower, upper): (f64, f64), share: &str) -> (Text, Text) {
        let after = share.split_once(self.decimal_separator()).map_or("", |(_, after)| after);
        let places = u32::try_from(after.bytes().take_while(u8::is_ascii_digit).count()).unwrap_or_default().max(1);
        let end = |value: f64| {
            let written = |places| self.decimals(value * 100.0, places);
            let hides = |places| {
                let is = |end: f64| written(places) == self.decimals(end, places);
                value > 0.0 && is(0.0) || value < 1.0 && is(100.0)
            };
            let enough = if places > 1 { (places..MOST_PLACES).find(|places| !hides(*places)) } else { Some(places) };
            self.percent_of(&written(enough.unwrap_or(MOST_PLACES)))
        };
        (end(lower), end(upper))
    }

    /// The share of a rate, as [`Self::part_of`] writes it: `37.0%`.
    pub fn rate(self, rate: &Rate) -> Text {
        self.part_of(rate.numerator, rate.denominator)
    }

    /// The share of a rate as a whole per cent: `37%`.
    pub fn whole(self, rate: &Rate) -> Text {
        self.divided(rate.numerator, rate.denominator, 0)
    }

    /// A count; `c` where it is hidden, and `x` where it is not said of these children at all.
    pub fn shown(self, count: Shown) -> Text {
        match count {
            Shown::Number(number) => self.number(number),
            Shown::Confidential => self.hidden_symbol().into(),
            Shown::NotAvailable => self.not_available_symbol().into(),
        }
    }

    /// A part of a whole as a percentage with one decimal, or `c` where either is hidden.
    pub fn shown_part_of(self, numerator: Shown, denominator: Shown) -> Text {
        let parts = numerator.number().zip(denominator.number());
        parts.map_or_else(|| self.hidden_symbol().into(), |(n, d)| self.part_of(n, d))
    }

    /// A size of a file: `12.3 MB`.
    pub fn bytes(self, bytes: u64) -> Text {
        if bytes < 1_000_000 {
            self.bytes_kilo(&self.tenths(bytes as f64 / 1e3))
        } else {
            self.bytes_mega(&self.tenths(bytes as f64 / 1e6))
        }
    }

    /// Digits with a point, as this language separates the decimals.
    fn separated(self, number: &str) -> Text {
        written(number.replace('.', self.decimal_separator()))
    }
}

/// The most decimals of a share that is hardly more than none, or hardly less than all.
const MOST_PLACES: u32 = 6;

/// With how many decimals a share is neither none nor all, unless it is: one for almost every share.
fn places(numerator: u64, denominator: u64) -> u32 {
    let hides = |places| {
        let is = |end| percent_text(numerator, denominator, places) == percent_text(end, denominator, places);
        numerator > 0 && is(0) || numerator < denominator && is(denominator)
    };
    (1..MOST_PLACES).find(|places| !hides(*places)).unwrap_or(MOST_PLACES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language::English;

    #[test]
    fn what_is_hidden_and_what_is_not_said_have_signs_of_their_own() {
        let said = [Shown::Number(1_234), Shown::Confidential, Shown::NotAvailable].map(|count| English.shown(count));
        assert_eq!(said, ["1,234", "c", "x"]);
    }

    #[test]
    fn numbers_have_commas_and_shares_one_decimal() {
        for (value, text) in [(0, "0"), (999, "999"), (2_335, "2,335"), (1_234_567, "1,234,567")] {
            assert_eq!(English.number(value), text);
        }
        for (value, text) in [(0.0, "0.0%"), (0.350_9, "35.1%"), (0.999_6, "100.0%"), (1.0, "100.0%")] {
            assert_eq!(English.share(value), text);
        }
        for (value, places, text) in [(0.001_147, 5, "0.00115"), (0.0, 3, "0.000"), (1_234.5, 0, "1,235")] {
            assert_eq!(English.decimals(value, places), text);
        }
        assert_eq!((English.tenths(6.45), English.tenths(1_234.0)), ("6.5".into(), "1,234.0".into()));
        assert_eq!((English.hundredths(1.999), English.hundredths(0.046)), ("2.00".into(), "0.05".into()));
        assert_eq!((English.divided(137, 1_204, 1), English.divided(1, 8, 0)), ("11.4%".into(), "13%".into()));
    }

    #[test]
    fn a_share_is_none_or_all_only_if_it_is_and_lies_between_the_ends_of_its_interval() {
        let said = |(numerator, denominator)| {
            let of = missing_rates::rates::wilson(numerator, denominator, missing_rates::rates::Z_95).unwrap();
            let share = English.part_of(numerator, denominator);
            let (lower, upper) = English.ends(of, &share);
            [lower, share, upper].map(|text| text.to_string())
        };
        for (parts, written) in [
            ((1, 12_000), ["0.001%", "0.01%", "0.05%"]),
            ((6_999, 7_000), ["99.92%", "99.99%", "99.997%"]),
            ((0, 12_000), ["0.0%", "0.0%", "0.0%"]),
            ((7, 7), ["64.6%", "100.0%", "100.0%"]),
            ((1, 500), ["0.0%", "0.2%", "1.1%"]),
            ((864, 2_335), ["35.1%", "37.0%", "39.0%"]),
        ] {
            assert_eq!(said(parts), written, "{parts:?}");
        }
        // Beside a share as it was printed.
        assert_eq!(English.ends((0.104, 0.126), "11%"), ("10.4%".into(), "12.6%".into()));
    }

    #[test]
    fn sizes_are_short() {
        assert_eq!((English.bytes(1_800), English.bytes(330_000_140)), ("1.8 KB".into(), "330.0 MB".into()));
    }
}
