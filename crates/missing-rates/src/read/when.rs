//! Which days a text speaks of.

use crate::period::{Day, Period};

/// What a bare year means: it depends on who wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BareYear {
    /// In an answer to a request: January to December.
    Calendar,
    /// In what DfE publishes: April to March, named by its end.
    Collection,
}

/// Reads `2024`, `2023/24`, `202324`, `year ending 31 March 2024`, `April 2023 to March 2024`, `01/01/2024 - 31/12/2024`.
///
/// `None` where the text does not say, or says two things.
pub(super) fn period(text: &str, bare: BareYear) -> Option<Period> {
    if let Ok(period) = text.trim().parse() {
        return Some(period);
    }
    let lower = text.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|c: char| is_apart(c)).filter(|w| !w.is_empty()).collect();
    let has = |list: &[&str]| words.iter().any(|w| list.contains(w));
    let days = days(&words);
    match days.as_slice() {
        [start, end] => return Period::new(*start, *end).ok(),
        [end] if has(&["ending", "ended", "to"]) => return year_to(*end),
        [] => {}
        _ => return None,
    }
    let years = years(&words)?;
    let months: Vec<u8> = words.iter().filter_map(|w| month(w)).collect();
    let march = months.last() == Some(&3) && months.first().is_none_or(|m| matches!(m, 3 | 4));
    match years {
        Years::Split(end) => Period::collection_year(end),
        Years::Two(start, end) if months.as_slice() == [4, 3] && end == start + 1 => Period::collection_year(end),
        Years::Two(start, end) if end == start + 1 && months.is_empty() => Period::collection_year(end),
        Years::Two(..) => None,
        Years::One(year) if march || has(&["financial", "fy", "fiscal", "collection", "reporting"]) => {
            Period::collection_year(year)
        }
        Years::One(year) if has(&["calendar"]) || months.as_slice() == [1, 12] => Period::calendar_year(year),
        Years::One(_) if !months.is_empty() => None,
        Years::One(year) => match bare {
            BareYear::Calendar => Period::calendar_year(year),
            BareYear::Collection => Period::collection_year(year),
        },
    }
}

/// The period that a heading says, a bare year being a calendar year.
pub(crate) fn says_period(heading: &str) -> Option<Period> {
    period(heading, BareYear::Calendar)
}

enum Years {
    One(i32),
    /// `2023/24`, by its end.
    Split(i32),
    Two(i32, i32),
}

fn years(words: &[&str]) -> Option<Years> {
    let mut found = Vec::new();
    let mut split = None;
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        if !word.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        match (word.len(), word.parse::<i32>().ok()?) {
            (4, year) if (1950..2079).contains(&year) => {
                let next = words.peek().filter(|w| w.len() == 2).and_then(|w| w.parse::<i32>().ok());
                if next == Some((year + 1) % 100) {
                    split = Some(year + 1);
                    words.next();
                } else {
                    found.push(year);
                }
            }
            // 202324, as DfE writes it.
            (6, number) if (1950..2079).contains(&(number / 100)) && number % 100 == (number / 100 + 1) % 100 => {
                split = Some(number / 100 + 1);
            }
            _ => {}
        }
    }
    found.dedup();
    match (split, found.as_slice()) {
        (Some(end), []) => Some(Years::Split(end)),
        (None, [year]) => Some(Years::One(*year)),
        (None, [start, end]) => Some(Years::Two(*start, *end)),
        _ => None,
    }
}

/// Whether a sign parts words. Letters beyond ASCII do not.
pub(super) fn is_apart(c: char) -> bool {
    c.is_ascii() && !c.is_ascii_alphanumeric() || matches!(c, '–' | '—' | '\u{A0}')
}

/// The days named in full: `31 March 2024`, `31/03/2024`, `2024-03-31`.
fn days(words: &[&str]) -> Vec<Day> {
    let number = |word: &str| word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse::<i32>().ok();
    let small = |word: &str| number(word).and_then(|n| u8::try_from(n).ok());
    let mut days = Vec::new();
    let mut at = 0;
    while let Some([a, b, c]) = words.get(at..at + 3) {
        let month_of = |word: &str| month(word).or_else(|| small(word));
        let day_first = || Day::new(number(c).filter(|y| *y >= 1900)?, month_of(b)?, small(a)?);
        let year_first = || Day::new(number(a).filter(|y| *y >= 1900)?, small(b)?, small(c)?);
        if let Some(day) = day_first().or_else(year_first) {
            days.push(day);
            at += 3;
        } else {
            at += 1;
        }
    }
    days
}

/// The twelve months that end on a day.
fn year_to(end: Day) -> Option<Period> {
    let (year, month, day) = end.ymd();
    let before = Day::new(year - 1, month, day).or_else(|| Day::new(year - 1, month, 28))?;
    Period::new(before.next()?, end).ok()
}

fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if word.len() < 3 {
        return None;
    }
    let at = MONTHS.iter().position(|m| m.starts_with(word) || word == "sept" && *m == "september")?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_people_write_them() {
        let cases = [
            ("2024", "2024-01-01/2024-12-31", "2023-04-01/2024-03-31"),
            (" 2023/24 ", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("2023-24", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("2023-2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("202324", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("1999/00", "1999-04-01/2000-03-31", "1999-04-01/2000-03-31"),
            ("year ending 31 March 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("Year to 30th September 2015", "2014-10-01/2015-09-30", "2014-10-01/2015-09-30"),
            ("year ending March 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("April 2023 to March 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("Jan-Dec 2024", "2024-01-01/2024-12-31", "2024-01-01/2024-12-31"),
            ("calendar year 2024", "2024-01-01/2024-12-31", "2024-01-01/2024-12-31"),
            ("FY 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("01/01/2024 - 31/12/2024", "2024-01-01/2024-12-31", "2024-01-01/2024-12-31"),
            ("1 April 2023 to 31 March 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("2024-01-01..2024-06-30", "2024-01-01/2024-06-30", "2024-01-01/2024-06-30"),
            ("Trafficked children, 2024", "2024-01-01/2024-12-31", "2023-04-01/2024-03-31"),
            ("answers_2024_final.csv", "2024-01-01/2024-12-31", "2023-04-01/2024-03-31"),
        ];
        for (text, calendar, collection) in cases {
            let read = |bare| period(text, bare).map(|p| p.to_string());
            assert_eq!(read(BareYear::Calendar).as_deref(), Some(calendar), "{text}");
            assert_eq!(read(BareYear::Collection).as_deref(), Some(collection), "{text}");
        }
        for text in ["", "n/a", "24", "2022 and 2024", "March", "June 2024", "31/12/2024 to 01/01/2024", "1234567"] {
            assert_eq!(period(text, BareYear::Calendar), None, "{text}");
        }
    }
}
