//! Reads the collection year in the name of a file.

use crate::period::Period;
use crate::read::{says_period, stems};

/// The year in the name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// None, or several.
    Nothing,
    /// `2024-25`, `2024_25`, `24-25`, `202425`, `year ending March 2025`: the collection year to 31 March 2025.
    Whole(i32),
    /// `2025`: the year in which the collection year ends, or the one in which it begins.
    Bare(i32),
}

impl Named {
    /// The year in this name.
    pub(crate) fn of(name: &str) -> Self {
        stems(name).map(Self::of_stem).find(|named| *named != Self::Nothing).unwrap_or(Self::Nothing)
    }

    fn of_stem(stem: &str) -> Self {
        let period = says_period(&with_slashes(stem));
        if let Some(year) = period.and_then(Period::as_collection_year) {
            return Self::Whole(year);
        }
        if let Some(year) = period.and_then(Period::as_calendar_year) {
            return Self::Bare(year);
        }
        if period.is_some() { Self::Nothing } else { short(stem).map_or(Self::Nothing, Self::Whole) }
    }

    /// The year as it is named, if a file of this collection year cannot be meant.
    pub(crate) fn other_than(self, collection_year: i32) -> Option<i32> {
        match self {
            Self::Whole(year) if year != collection_year => Some(year),
            Self::Bare(year) if year != collection_year && year + 1 != collection_year => Some(year),
            _ => None,
        }
    }

    /// The collection year, where a bare year is the one in which it begins (`bare_begins`) or ends.
    pub(super) fn year(self, bare_begins: bool) -> Option<i32> {
        match self {
            Self::Nothing => None,
            Self::Whole(year) => Some(year),
            Self::Bare(year) => Some(year + i32::from(bare_begins)),
        }
    }
}

/// The name with `2024/25` for `2024_25`. Names of files have a `_` where a sentence has a blank, and within a year
/// where a sentence has a `/`.
fn with_slashes(stem: &str) -> String {
    let mut text = stem.to_owned();
    for (at, _) in stem.match_indices('_') {
        let before = stem[..at].rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let after = stem[at + 1..].split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let number = |digits: &str| digits.parse::<u32>().ok();
        let follows = number(before).zip(number(after)).is_some_and(|(year, next)| (year + 1) % 100 == next);
        if before.len() == 4 && after.len() == 2 && follows {
            text.replace_range(at..=at, "/");
        }
    }
    text
}

/// `24-25` or `2425`, once: two years of two digits, one after the other.
fn short(stem: &str) -> Option<i32> {
    let numbers: Vec<&str> = stem
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| word.bytes().all(|b| b.is_ascii_digit()))
        .collect();
    let pair = |first: &str, second: &str| {
        let (first, second) = (first.parse::<i32>().ok()?, second.parse::<i32>().ok()?);
        (10..60).contains(&first).then_some(second).filter(|second| *second == first + 1).map(|second| 2000 + second)
    };
    let mut years: Vec<i32> = numbers
        .windows(2)
        .filter(|pair| pair.iter().all(|number| number.len() == 2))
        .filter_map(|numbers| pair(numbers[0], numbers[1]))
        .collect();
    years.extend(
        numbers.iter().filter(|number| number.len() == 4).filter_map(|number| pair(&number[..2], &number[2..])),
    );
    match years.as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_in_a_name_is_found_however_it_is_written() {
        let cases = [
            ("missing 2024-25.csv", Named::Whole(2025)),
            ("Missing_2024_25_v2.csv", Named::Whole(2025)),
            ("2024_25_missing_2.csv", Named::Whole(2025)),
            ("missing_1999_00.csv", Named::Whole(2000)),
            ("missing_2024_251.csv", Named::Bare(2024)),
            ("SSDA903 episodes 202425.csv", Named::Whole(2025)),
            ("year ending March 2025 uasc.csv", Named::Whole(2025)),
            ("uasc 24-25.csv", Named::Whole(2025)),
            ("uasc_2425.csv", Named::Whole(2025)),
            ("uasc 2024.csv", Named::Bare(2024)),
            ("2025_header (1).csv", Named::Bare(2025)),
            ("903 header.csv", Named::Nothing),
            ("missing.csv", Named::Nothing),
            ("missing 2024 and 2026.csv", Named::Nothing),
            ("missing 30 September 2024.csv", Named::Nothing),
            ("missing exported 2025-06-03.csv", Named::Nothing),
            ("missing 12-15.csv", Named::Nothing),
            ("file-3.csv", Named::Nothing),
            ("return 2024-25.xlsx › Missing", Named::Whole(2025)),
            ("returns.xlsx › Missing 2024-25", Named::Whole(2025)),
            ("returns 2023-24.xlsx › Missing 2024-25", Named::Whole(2025)),
            ("returns.xlsx › Missing", Named::Nothing),
        ];
        for (name, named) in cases {
            assert_eq!(Named::of(name), named, "{name}");
        }
    }
}
