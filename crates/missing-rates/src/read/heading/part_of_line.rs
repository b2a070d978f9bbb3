//! What a title, a note or the name of a sheet says of a part of a year, beside what it says is counted: `UASC Q1`, `Kent, 5 May`.

use super::part_alone::{is_month, is_part_alone};
use super::part_of_year::{Less, less_of_title, less_of_year};
use super::rest::beside_figure;
use super::tokens::{Token, tokens};
use crate::period::Period;
use crate::read::when::{BareYear, day, day_month, find};

/// Words before a part of a year.
const BEFORE: &[&str] = &["in", "for", "during", "at", "on", "as", "the"];

/// What a line says of a part of a year: as any text does, or by what it says besides what is counted. A day beside what is counted is
/// when it was counted.
pub(in crate::read) fn less_of_line(text: &str) -> Option<Less> {
    less_of_year(text).or_else(|| {
        let all = tokens(text);
        if !all.iter().any(|token| token.number.is_some() || is_month(token)) {
            return None;
        }
        let rest = beside_figure(text);
        let said = rest.as_deref().map_or(all, tokens);
        let before = said.iter().take_while(|token| is_before(token)).count();
        let whole = said.get(before..).unwrap_or_default();
        if is_part_alone(whole) {
            return Some(Less::Part);
        }
        let rest = rest?;
        less_of_year(&rest).or_else(|| days(whole).map(Less::Days))
    })
}

/// What the name of a file of a return says of a part of a year beside its module: `Missing Jan`. A day may be when it was made.
pub(in crate::read) fn part_beside_module(text: &str) -> Option<String> {
    let rest = beside_figure(text)?;
    let said = tokens(&rest);
    let part = !has_day(&said) && said.len() < 3;
    if part && is_part_alone(&said) { Some(rest) } else { less_of_title(&rest).filter(|_| part) }
}

/// Whether a text has a day, of which the name of a file does not say what it is the day of.
pub(in crate::read) fn names_day(text: &str) -> bool {
    has_day(&tokens(text))
}

fn has_day(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| day(&tokens[at..]).is_some() || day_month(&tokens[at..]).is_some())
}

/// The day or the month that tokens are, and nothing else.
fn days(tokens: &[Token]) -> Option<Period> {
    let one_day = day(tokens).filter(|(_, length)| *length == tokens.len());
    one_day.and_then(|(day, _)| Period::new(day, day).ok()).or_else(|| {
        let found = find(tokens, BareYear::Calendar);
        found
            .period
            .filter(|period| found.used.iter().all(|used| *used) && period.end().days_since(period.start()) < 31)
    })
}

fn is_before(token: &Token) -> bool {
    BEFORE.iter().any(|word| token.is(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_year_is_one_beside_a_group_too() {
        for text in [
            "UASC Q1",
            "UASC 31/03/2024",
            "UASC 31st March",
            "UASC week ending 5 May",
            "Looked after children Q1",
            "Kent Q1",
            "2024 UASC Q1",
            "UASC Jan",
            "UASC in May",
            "UASC 31.03.24",
            "5 May",
            "Jan 24",
            "01/24",
            "2024-03",
            "at 31/3",
            "Week 12",
        ] {
            assert_eq!(less_of_line(text), Some(Less::Part), "{text}");
        }
        for text in ["UASC 12/05/2024", "UASC June 2024", "Kent June 2024"] {
            assert!(matches!(less_of_line(text), Some(Less::Days(_))), "{text}");
        }
        for text in [
            "UASC missing from care 2024",
            "UASC 2023/24",
            "UASC, January to December",
            "Looked-after children missing from care, 1 January 2024 to 31 December 2024",
            "Reporting period 1 April 2023 to 31 March 2024",
            "Children looked after in the year ending 31 March 2024",
            "Q1. Number of UASC in care in 2024",
            "FOI response 31 March 2024, UASC",
            "Missing UASC table 1",
            "2011-12",
            "2024/1234",
            "12/05/2025",
            "11/12",
            "1/2",
        ] {
            assert_eq!(less_of_line(text), None, "{text}");
        }
    }
}
