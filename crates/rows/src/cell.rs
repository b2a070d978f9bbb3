//! What stands in the cells of a child-level return: dates and identifiers.

use crate::Day;

/// A cell that should hold a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateCell {
    Blank,
    Day(Day),
    /// Something else: a day that the calendar does not have, a year of two digits, words.
    NotADate,
}

/// Reads `31/03/2025`, `1/4/2024`, `2024-04-01`, each with or without a time of day behind it. The day stands before the
/// month, as the SSDA903 guidance has it; a year of two digits is no date, since it would have to be guessed.
pub(crate) fn date(cell: &[u8]) -> DateCell {
    if cell.is_empty() {
        return DateCell::Blank;
    }
    let day = match cell.iter().position(|b| matches!(b, b' ' | b'T')) {
        None => calendar(cell),
        Some(at) if is_time_of_day(&cell[at + 1..]) => calendar(&cell[..at]),
        Some(_) => None,
    };
    day.map_or(DateCell::NotADate, DateCell::Day)
}

fn calendar(text: &[u8]) -> Option<Day> {
    let separator = *text.iter().find(|b| !b.is_ascii_digit())?;
    if !matches!(separator, b'/' | b'-' | b'.') {
        return None;
    }
    let mut parts = text.split(|b| *b == separator);
    let (first, month, last) = (parts.next()?, number(parts.next()?, 2)?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (day, year) = match (first.len(), last.len()) {
        (1 | 2, 4) => (number(first, 2)?, number(last, 4)?),
        (4, 1 | 2) if separator != b'.' => (number(last, 2)?, number(first, 4)?),
        _ => return None,
    };
    Day::new(i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

fn number(digits: &[u8], longest: usize) -> Option<u16> {
    if digits.is_empty() || digits.len() > longest {
        return None;
    }
    digits.iter().try_fold(0u16, |n, b| b.is_ascii_digit().then(|| n * 10 + u16::from(b - b'0')))
}

fn is_time_of_day(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'Z'))
}

/// The identifier of a child, in eight bytes, so that millions of rows fit in a browser.
///
/// Up to twelve digits, capital letters, `-`, `_` and `/` are packed without loss. Any other text stands as a hash of
/// 60 bits, kept apart from those that are packed: for a million such children two would share one with a chance of
/// about one in two million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChildId {
    // Two halves, so that a row of a table needs no padding.
    high: u32,
    low: u32,
}

const SYMBOLS: u64 = 40;
/// 40 to the power of 12: how many texts are packed.
const PACKED: u64 = SYMBOLS.pow(12);

impl ChildId {
    /// `None` for a blank cell.
    #[inline]
    pub fn read(cell: &[u8]) -> Option<Self> {
        if cell.is_empty() {
            return None;
        }
        if cell.len() > 12 {
            return Some(Self::new(Self::hash(cell)));
        }
        let mut packed = 0;
        for byte in cell {
            let symbol = match byte {
                b'0'..=b'9' => byte - b'0' + 1,
                b'A'..=b'Z' => byte - b'A' + 11,
                b'-' => 37,
                b'_' => 38,
                b'/' => 39,
                _ => return Some(Self::new(Self::hash(cell))),
            };
            packed = packed * SYMBOLS + u64::from(symbol);
        }
        Some(Self::new(packed))
    }

    /// FNV-1a (Fowler, Noll, Vo), stirred by the finaliser of MurmurHash3 (Appleby).
    fn hash(cell: &[u8]) -> u64 {
        let mut hash =
            cell.iter().fold(0xCBF2_9CE4_8422_2325, |h: u64, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01B3));
        for factor in [0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53] {
            hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
        }
        PACKED + (hash ^ (hash >> 33)) % (u64::MAX - PACKED)
    }

    #[inline]
    fn new(number: u64) -> Self {
        let half = |bits: u64| (bits & u64::from(u32::MAX)).try_into().unwrap_or_default();
        Self { high: half(number >> 32), low: half(number) }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them_and_never_guessed() {
        let is = [
            ("31/03/2025", "2025-03-31"),
            ("1/4/2024", "2024-04-01"),
            ("01-04-2024", "2024-04-01"),
            ("01.04.2024", "2024-04-01"),
            ("2024-04-01", "2024-04-01"),
            ("2024/4/1", "2024-04-01"),
            ("01/05/2024 00:00", "2024-05-01"),
            ("2024-05-01T00:00:00.000Z", "2024-05-01"),
            ("29/02/2024", "2024-02-29"),
        ];
        for (cell, day) in is {
            assert_eq!(date(cell.as_bytes()), DateCell::Day(day.parse().unwrap()), "{cell}");
        }
        let is_not = [
            "31/02/2024",
            "29/02/2023",
            "01/13/2024",
            "12/25/2024",
            "01/04/24",
            "24-04-01",
            "1 April 2024",
            "45383",
            "0",
            "//",
            "01/04/2024/",
            "01/04/20245",
            "01/04/2024 noon",
            "00/04/2024",
            "99/99/9999",
            "01/04/1066",
            "01-04/2024",
            "٠١/٠٤/٢٠٢٤",
        ];
        for cell in is_not {
            assert_eq!(date(cell.as_bytes()), DateCell::NotADate, "{cell}");
        }
        assert_eq!(date(b""), DateCell::Blank);
    }

    #[test]
    fn identifiers_are_the_same_only_if_their_texts_are() {
        let texts = [
            "1",
            "01",
            "001",
            "10",
            "A",
            "a",
            "A1",
            "1A",
            "A-1",
            "A_1",
            "A/1",
            "A 1",
            "999999999999",
            "9999999999999",
            "ZZZZZZZZZZZZ",
            "////////////",
            "Æ",
            "0",
            "00",
        ];
        let ids: HashSet<_> = texts.iter().map(|t| ChildId::read(t.as_bytes()).unwrap()).collect();
        assert_eq!(ids.len(), texts.len());
        assert_eq!(ChildId::read(b""), None);
    }
}
