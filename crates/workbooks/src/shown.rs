//! How a workbook shows a number: what its format makes of it. A person reads what is shown, so `<5` is read as `<5` where the
//! number behind it is 5; but no digit is lost that is only not shown.

use crate::number::{Epoch, moment, percent, plain};
use crate::section::{Dated, Makes, Section};

/// A number format: up to four sections for numbers of some size, and texts.
#[derive(Clone, Debug)]
pub(crate) struct Format {
    sections: Vec<Section>,
}

/// A number as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Number(String),
    /// The same, where its format shows something else: the number, and what is shown.
    Otherwise(String, String),
    /// A year, as a number: `2024`.
    Year(String),
    Date(String),
    /// Its format shows words beside it or in its place.
    Words(String),
    /// Its format shows nothing.
    Nothing,
}

impl Format {
    /// Reads the code of a format.
    pub(crate) fn read(code: &str) -> Self {
        Self { sections: Section::all(code) }
    }

    /// Of one of the numbers that stand for a format that every workbook has (ECMA-376, 18.8.30).
    pub(crate) fn built_in(number: u32) -> Self {
        Self::read(match number {
            9 | 10 => "0%",
            14 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => "yyyy-mm-dd",
            15 => "d-mmm-yy",
            16 => "d-mmm",
            17 => "mmm-yy",
            18..=21 | 32..=35 | 45 | 47 | 55 | 56 => "hh:mm:ss",
            46 => "[h]:mm:ss",
            _ => "General",
        })
    }

    /// What it makes of a number.
    pub(crate) fn show(&self, value: f64, epoch: Epoch) -> Shown {
        let Some((section, signed)) = Section::of(&self.sections, value) else {
            return if self.sections.is_empty() {
                number(plain(value))
            } else {
                Shown::Otherwise(plain(value), FILL.into())
            };
        };
        // A section for what is below zero shows it without a sign, if it does not write one.
        let unsigned = |shown: String| match shown.strip_prefix('-') {
            Some(bare) if signed => Shown::Otherwise(shown.clone(), bare.to_owned()),
            _ => number(shown),
        };
        match section.of_zero.as_ref().filter(|_| value == 0.0).unwrap_or(&section.makes) {
            Makes::Plain => unsigned(plain(value)),
            Makes::Grouped if value < 0.0 => unsigned(plain(value)),
            Makes::Grouped => Shown::Number(plain(value)),
            Makes::Scaled(thousands) => Shown::Otherwise(plain(value), scaled(value, *thousands)),
            Makes::Percent if value < 0.0 => unsigned(percent(value)),
            Makes::Percent => Shown::Number(percent(value)),
            Makes::Padded(width) if value < 0.0 => unsigned(padded(value, *width)),
            Makes::Padded(width) => Shown::Number(padded(value, *width)),
            Makes::Date(parts) => dated(value, *parts, epoch),
            Makes::Elapsed => elapsed(value),
            // It writes the sign of what is below zero.
            Makes::Worded { before, after, percent: false, .. } if signed && is_sign(before, after) => {
                number(plain(value))
            }
            Makes::Worded { before, after, percent: true, .. } if signed && is_sign(before, after) => {
                Shown::Number(percent(value))
            }
            Makes::Worded { before, after, percent: share, width } => {
                let value = if signed { value.abs() } else { value };
                let digits = if *share { percent(value) } else { padded(value, *width) };
                worded(value, [before.as_str(), &digits, after].concat())
            }
            Makes::Between(places) => worded(value, between(value, places, signed)),
            Makes::Words(words) => worded(value, words.clone()),
            // A dash for nothing, as accounts have it.
            Makes::Dash if value == 0.0 => Shown::Otherwise("0".to_owned(), "-".to_owned()),
            Makes::Dash => Shown::Words("-".to_owned()),
            Makes::Nothing => Shown::Nothing,
        }
    }
}

/// Words that a format shows. Where they are another number, the number in the cell is read.
fn worded(value: f64, words: String) -> Shown {
    let bare = words.replace([',', ' ', '\u{a0}'], "");
    let is_number = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    match bare.parse::<f64>() {
        Ok(shown) if is_number && (shown - value).abs() > 1e-9 => Shown::Otherwise(plain(value), words),
        _ => Shown::Words(words),
    }
}

/// What is shown of a number that no section of its format is for: the cell is filled with it.
const FILL: &str = "#####";

/// What is shown of a number in thousands, or in thousands of thousands.
fn scaled(value: f64, thousands: i32) -> String {
    plain((value / 1000_f64.powi(thousands)).round())
}

/// Whether what is before and after a number only says that it is below zero.
fn is_sign(before: &str, after: &str) -> bool {
    matches!((before.trim(), after.trim()), ("-" | "–", "") | ("(", ")") | ("", "-"))
}

/// A whole number with words or signs between its digits.
fn between(value: f64, places: &[(bool, char)], signed: bool) -> String {
    let text = plain(value.round().abs());
    let mut digits = text.chars().rev();
    let mut left = places.iter().filter(|(digit, _)| *digit).count();
    let mut shown: Vec<char> = Vec::new();
    for (digit, letter) in places.iter().rev() {
        if !digit {
            shown.push(*letter);
            continue;
        }
        left -= 1;
        match digits.next() {
            Some(next) => shown.push(next),
            None if *letter == '0' => shown.push('0'),
            None => {}
        }
        if left == 0 {
            shown.extend(digits.by_ref());
        }
    }
    shown.extend((value < 0.0 && !signed).then_some('-'));
    shown.iter().rev().collect::<String>().trim().to_owned()
}

fn number(text: String) -> Shown {
    let is_year = text.len() == 4 && matches!(text.parse(), Ok(1990..=2079));
    if is_year { Shown::Year(text) } else { Shown::Number(text) }
}

/// `0012` for 12 in a format of four zeros.
fn padded(value: f64, width: usize) -> String {
    let text = plain(value);
    match text.strip_prefix('-') {
        Some(digits) => format!("-{digits:0>width$}"),
        None => format!("{text:0>width$}"),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day as a day; of a month or a year that alone are shown, no more.
fn dated(value: f64, parts: Dated, epoch: Epoch) -> Shown {
    let Some(([year, month, day], seconds)) = moment(value, epoch) else { return Shown::Number(plain(value)) };
    let name = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    let time = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    Shown::Date(match parts {
        Dated { year: false, month: false, day: false, .. } => time,
        Dated { year: true, month: false, day: false, .. } => return Shown::Year(format!("{year:04}")),
        Dated { year: true, month: true, day: false, .. } => format!("{name} {year:04}"),
        Dated { year: false, month: true, day: false, .. } => name.to_owned(),
        Dated { time: true, .. } if seconds > 0 => format!("{year:04}-{month:02}-{day:02} {time}"),
        Dated { .. } => format!("{year:04}-{month:02}-{day:02}"),
    })
}

fn elapsed(value: f64) -> Shown {
    if !(0.0..1e9).contains(&value) {
        return Shown::Number(plain(value));
    }
    #[expect(clippy::cast_possible_truncation, reason = "within the range just asked for")]
    let seconds = (value * 86_400.0).round() as i64;
    Shown::Date(format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, value: f64) -> String {
        match Format::read(code).show(value, Epoch::Y1900) {
            Shown::Number(text) => text,
            Shown::Otherwise(text, shown) => format!("{text}, shown {shown}"),
            Shown::Year(text) => format!("year {text}"),
            Shown::Date(text) => format!("date {text}"),
            Shown::Words(text) => format!("words {text}"),
            Shown::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn what_a_format_shows_is_what_is_read() {
        let cases = [
            ("General", 12.0, "12"),
            ("General", 2024.0, "year 2024"),
            ("0", 2024.0, "year 2024"),
            ("#,##0", 2024.0, "2024"),
            ("0", 12.4, "12.4"),
            ("0.00", 12.0, "12"),
            ("0%", 0.37, "37%"),
            ("0.0%", 0.3699, "36.99%"),
            ("[Red]0%", 0.37, "37%"),
            ("0000", 12.0, "0012"),
            ("00000000", 12_345_678.0, "12345678"),
            ("dd/mm/yyyy", 45_382.0, "date 2024-03-31"),
            ("[$-809]dd mmmm yyyy;@", 45_382.0, "date 2024-03-31"),
            ("yyyy-mm-dd hh:mm", 45_382.5, "date 2024-03-31 12:00:00"),
            ("mmm-yy", 45_382.0, "date March 2024"),
            ("mmmm", 45_382.0, "date March"),
            ("yyyy", 45_382.0, "year 2024"),
            ("dddd", 45_382.0, "date 2024-03-31"),
            ("hh:mm", 0.75, "date 18:00:00"),
            ("mm:ss", 0.75, "date 18:00:00"),
            ("[h]:mm", 1.5, "date 36:00:00"),
            ("\"<\"0", 5.0, "words <5"),
            ("[<6]\"c\";0", 3.0, "words c"),
            ("[<6]\"c\";0", 12.0, "12"),
            ("[<=5]\"5 or less\";General", 5.0, "words 5 or less"),
            ("0\" children\"", 12.0, "words 12 children"),
            ("0\\*", 12.0, "words 12*"),
            ("[$£-809]#,##0", 1200.0, "words £1200"),
            ("£#,##0", 1200.0, "words £1200"),
            ("0.0%\" est.\"", 0.37, "words 37% est."),
            ("0,", 12_345.0, "12345, shown 12"),
            ("0.0,,\"m\"", 12_345_678.0, "12345678, shown 12"),
            ("_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", 0.0, "0, shown -"),
            ("_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", 12.0, "12"),
            ("_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", -12.0, "-12"),
            ("0;(0)", -12.0, "-12"),
            ("0;;", 0.0, "nothing"),
            (";;;", 12.0, "nothing"),
            ("0.00E+00", 1_234_567_890_123.0, "1234567890123"),
            ("# ?/?", 0.5, "0.5"),
            ("0;-0;\"nil\"", 0.0, "words nil"),
            // What is beside the digits is no part of the number, and is read.
            ("0\"%\"", 5.0, "words 5%"),
            ("0\\%", 5.0, "words 5%"),
            ("#,##0\"%\"", 5.0, "words 5%"),
            ("0\" %\"", 5.0, "words 5 %"),
            ("General\"%\"", 5.0, "words 5%"),
            ("0\"+\"", 5.0, "words 5+"),
            ("0+", 5.0, "words 5+"),
            ("0\"-\"", 5.0, "words 5-"),
            ("-0", 5.0, "words -5"),
            ("(0)", 5.0, "words (5)"),
            ("0\" - \"0", 12.0, "words 1 - 2"),
            ("0\" - \"0", 5.0, "words 0 - 5"),
            ("0\"/\"0", 123.0, "words 12/3"),
            ("\"A\"0000", 12.0, "words A0012"),
            ("0\"'\"", 5.0, "words 5'"),
            ("0,\"%\"", 5000.0, "words 5000%"),
            // Spaces, and what only takes their place, say nothing.
            ("0_)", 5.0, "5"),
            ("* 0\" \"", 5.0, "5"),
            ("0.", 5.0, "5"),
            (".00", 0.5, "0.5"),
            // A digit that need not be there is not there in a zero.
            ("#", 0.0, "nothing"),
            ("#,###", 0.0, "nothing"),
            ("#", 5.0, "5"),
            ("#\" children\"", 0.0, "words children"),
            ("_-* #,##0_-;-* #,##0_-;_-* \"-\"??_-;_-@_-", 0.0, "0, shown -"),
            ("# ?/?", 0.0, "0"),
            // A section for what is below zero writes its sign.
            ("#,##0_);(#,##0)", -12.0, "-12"),
            ("0%;-0%", -0.5, "-50%"),
            ("0;\"<\"0", -5.0, "words <5"),
            ("[<0]-0;0", -5.0, "-5"),
            // Where a text goes, a number goes as it is. The last section may be for texts.
            ("@", 5.0, "5"),
            ("@", 2024.0, "year 2024"),
            ("\"<\"@", 5.0, "words <5"),
            ("0;@", -5.0, "-5"),
            ("0;-0;@", 0.0, "0"),
            (";;;@", 5.0, "nothing"),
            (";@", 5.0, "nothing"),
            // Conditions, and what no section is for.
            ("[<10]\"c\";0", 9.0, "words c"),
            ("[<10]\"c\";0", 10.0, "10"),
            ("[=0]\"-\";0", 0.0, "0, shown -"),
            ("[=0]\"-\";0", 5.0, "5"),
            ("[=0]\"-\"", 5.0, "5"),
            ("[<10]\"c\"", 12.0, "12"),
            ("[<10]\"c\";[<20]\"d\"", 15.0, "words d"),
            ("[<10]\"c\";[<20]\"d\"", 25.0, "25, shown #####"),
            // A sign that is not shown.
            ("0;0", -5.0, "-5, shown 5"),
            ("#,##0;[Red]#,##0", -1200.0, "-1200, shown 1200"),
            ("0%;0%", -0.5, "-50%, shown 50%"),
            ("0;-0", -5.0, "-5"),
            ("0;0", 5.0, "5"),
            ("#,##0,", 1_234_567.0, "1234567, shown 1235"),
        ];
        for (code, value, text) in cases {
            assert_eq!(shown(code, value), text, "{code} of {value}");
        }
    }

    #[test]
    fn digits_of_a_format_are_none_of_the_number() {
        let cases = [
            ("\"12\"", 99.0, "99, shown 12"),
            ("\"12\"", 12.0, "words 12"),
            ("0\"00\"", 4.0, "4, shown 400"),
            ("\"1\"0", 5.0, "5, shown 15"),
        ];
        for (code, value, text) in cases {
            assert_eq!(shown(code, value), text, "{code} of {value}");
        }
    }
}
