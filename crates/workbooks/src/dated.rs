//! Columns in which a spreadsheet took some days for dates and left others as text. It does so where a file has the day first and
//! the spreadsheet expects the month first: what can be a month becomes one, and what cannot stays as it was.

use std::collections::BTreeMap;

use crate::merged::Holds;
use crate::tables::{Notes, Rule};

/// So many days in a column tell chance from a rule.
const ENOUGH: u32 = 4;

/// The days of a sheet, by column.
#[derive(Debug, Default)]
pub(crate) struct Dated(BTreeMap<u32, Days>);

/// The days of a column.
#[derive(Debug, Default)]
struct Days {
    /// Dates up to the 12th of a month, and texts that begin with a number above 12.
    dates: u32,
    texts: u32,
    /// A later date, or a text that could be read with the month first.
    others: bool,
    first: u32,
}

impl Dated {
    /// Looks at a cell.
    pub(crate) fn look(&mut self, row: u32, column: u32, text: &str, holds: Holds) {
        let bytes = text.as_bytes();
        let number = |at: usize| match bytes.get(at..at + 2) {
            Some([tens @ b'0'..=b'9', ones @ b'0'..=b'9']) => Some((tens - b'0') * 10 + ones - b'0'),
            _ => None,
        };
        let (early, is_date) = if holds == Holds::When {
            let (Some(b'-'), Some(b'-'), Some(day)) = (bytes.get(4), bytes.get(7), number(8)) else { return };
            (day <= 12, true)
        } else {
            let (Some(b'/' | b'-' | b'.'), Some(first)) = (bytes.get(2), number(0)) else { return };
            // With a month and a year behind it.
            if bytes.len() < 8 || number(3).is_none() || bytes.get(5) != bytes.get(2) {
                return;
            }
            (first <= 12, false)
        };
        let days = self.0.entry(column).or_default();
        match (is_date, early) {
            (true, true) => {
                if days.dates == 0 {
                    days.first = row;
                }
                days.dates += 1;
            }
            (false, false) => days.texts += 1,
            _ => days.others = true,
        }
    }

    /// Says which columns look like that, and begins anew.
    pub(crate) fn note(&mut self, notes: &mut Notes) {
        for (column, days) in std::mem::take(&mut self.0) {
            if !days.others && days.dates > 0 && days.texts > 0 && days.dates + days.texts >= ENOUGH {
                notes.add(Rule::DatesOfTwoKinds, Some(days.first), Some(column), "");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_noted(cells: &[(&str, Holds)]) -> bool {
        let (mut dated, mut notes) = (Dated::default(), Notes::default());
        for (row, (text, holds)) in (0..).zip(cells) {
            dated.look(row, 3, text, *holds);
        }
        dated.note(&mut notes);
        !notes.is_empty()
    }

    #[test]
    fn days_that_were_half_taken_for_dates_are_seen() {
        let date = |text| (text, Holds::When);
        let text = |text| (text, Holds::Words);
        let half = [date("2024-05-04"), text("13/05/2024"), date("2024-11-12"), text("31/03/2024 10:00")];
        assert!(is_noted(&half));
        assert!(!is_noted(&half[..3]), "too few to say");
        assert!(!is_noted(&[half.as_slice(), &[date("2024-05-13")]].concat()), "a day that is no month");
        assert!(!is_noted(&[half.as_slice(), &[text("04/05/2024")]].concat()), "a text that could be a date");
        assert!(!is_noted(&[date("2024-05-04"); 5]), "dates alone");
        assert!(!is_noted(&[text("13/05/2024"); 5]), "texts alone");
        assert!(!is_noted(&[date("2024"), text("13/14"), text("20-25"), date("2024-05"), text("13 children")]));
    }
}
