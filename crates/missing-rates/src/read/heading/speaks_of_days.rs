//! Whether a text says something of days or years, be it understood or not: `Year end Mar 24`, `to 31.3.24`, `CY23`, `Q1-Q3`. Beside
//! answers that do not say which days they are of, it may speak against those that are asked for.

use super::of_letters::is_dated;
use super::part_alone::{are_quarters, is_month};
use super::tokens::{Token, tokens};
use crate::read::when::{day, day_month};

/// A longer text is a note.
const LONGEST: usize = 20;
/// A longer text names a season for another reason.
const SEASON: usize = 3;
/// The end of a year is so near to its words.
const NEAR: usize = 5;

const YEAR: &[&str] = &["year", "yr", "period", "quarter", "months", "mths"];
const ENDS: &[&str] = &["ending", "ended", "end", "to"];
const TO: &[&str] = &["to", "until", "till", "through"];
/// Words before the two digits of a year.
const NAMES: &[&str] = &[
    "cy",
    "cal",
    "calendar",
    "fy",
    "fye",
    "fin",
    "financial",
    "fiscal",
    "ay",
    "academic",
    "collection",
    "year",
    "yr",
    "ye",
];
const SEASONS: &[&str] = &["winter", "spring", "summer", "autumn", "christmas", "easter"];
/// Words of texts whose days are those of who wrote them.
const OF_WRITERS: &[&str] = &[
    "foi",
    "foia",
    "eir",
    "freedom",
    "prepared",
    "produced",
    "compiled",
    "generated",
    "version",
    "run",
    "act",
    "regulations",
    "contact",
    "tel",
];
/// Words by which two numbers are ages.
const AGES: &[&str] = &["age", "ages", "aged", "old", "olds", "over", "under", "between"];

/// Whether a text does so.
pub(in crate::read) fn speaks_of_days(text: &str) -> bool {
    let tokens = tokens(text);
    let any = |says: &dyn Fn(usize) -> bool| (0..tokens.len()).any(says);
    if tokens.is_empty() || tokens.len() > LONGEST {
        return false;
    }
    if any(&|at| ends_year(&tokens[at..]) || is_range(&tokens[at..]) || are_quarters(&tokens, at)) {
        return true;
    }
    // When somebody asked, answered or wrote is another matter.
    let of_writer = is_dated(&tokens) || tokens.iter().any(|token| is(token, OF_WRITERS));
    let of_ages = tokens.iter().any(|token| is(token, AGES));
    let season = tokens.len() <= SEASON && tokens.iter().any(|token| is(token, SEASONS));
    !of_writer && (season || any(&|at| names_year(&tokens, at)) || !of_ages && any(&|at| is_split(&tokens, at)))
}

fn is(token: &Token, words: &[&str]) -> bool {
    words.iter().any(|word| token.is(word))
}

fn is_short_year(token: &Token) -> bool {
    token.text.len() == 2 && !token.grouped && token.number.is_some_and(|number| (10..50).contains(&number))
}

/// `Year end Mar 24`, `y/e 3/24`, `to 31.3.24`, `12 months to March 24`.
fn ends_year(tokens: &[Token]) -> bool {
    let near = |from: usize| {
        let rest = tokens.get(from..tokens.len().min(from + NEAR)).unwrap_or_default();
        rest.iter().any(|token| is_month(token) || token.number.is_some())
    };
    match tokens {
        [of, end, ..] if is(of, YEAR) && is(end, ENDS) => near(2),
        // The stroke of `y/e` is read as a word.
        [y, or, e, ..] if y.is("y") && or.is("or") && e.is("e") => near(3),
        [y, e, ..] if y.is("y") && e.is("e") => near(2),
        [ye, ..] if ye.is("ye") || ye.is("fye") => near(1),
        [to, rest @ ..] if is(to, TO) => {
            day(rest).is_some()
                || day_month(rest).is_some()
                || matches!(rest, [month, year, ..] if is_month(month) && is_short_year(year))
        }
        _ => false,
    }
}

/// `Jan-Dec 23`, `Apr 23 - Mar 24`.
fn is_range(tokens: &[Token]) -> bool {
    let month = |at: usize| tokens.get(at).is_some_and(is_month);
    let joint = |at: usize| {
        let next = tokens.get(at)?;
        let word = usize::from(is(next, TO));
        (word > 0 || matches!(next.before, '-' | '–' | '—' | '/')).then_some(at + word)
    };
    let after = 1 + usize::from(tokens.get(1).is_some_and(is_short_year));
    month(0) && joint(after).is_some_and(month)
}

/// `CY23`, `Mar 24`, `9m`.
fn names_year(tokens: &[Token], at: usize) -> bool {
    let Some([one, other]) = tokens.get(at..at + 2) else { return false };
    let months = one.number.is_some_and(|number| (1..12).contains(&number) || number == 18)
        && is(other, &["m", "mo", "mth", "mths", "month", "months"]);
    // `24 March 10`
    let of_day = at > 0 && tokens[at - 1].number.is_some();
    months || (is(one, NAMES) || is_month(one) && !of_day) && is_short_year(other)
}

/// `23_24`, `23.24`, and no day.
fn is_split(tokens: &[Token], at: usize) -> bool {
    let Some([one, other]) = tokens.get(at..at + 2) else { return false };
    let apart = |token: Option<&Token>| token.is_none_or(|token| token.number.is_none());
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    // `16-17` are ages.
    is_short_year(one)
        && one.number > Some(17)
        && is_short_year(other)
        && one.number.map(|number| number + 1) == other.number
        && matches!(other.before, '_' | '-' | '/' | '–' | '—' | '.')
        && apart(before)
        && apart(tokens.get(at + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_years_are_noticed_however_they_are_written() {
        for text in [
            "Year end Mar 24",
            "Late replies year end Mar 24",
            "Year ending Mar 25",
            "YE Mar 24",
            "y/e 3/24",
            "to 31.3.24",
            "Answers to 31.3.24",
            "Jan-Dec 23",
            "Jan 24-Dec 24",
            "Apr 23 - Mar 24",
            "Period: Apr 23 to Mar 24",
            "Apr23-Mar24",
            "Year to end of March 24",
            "Year ended March 24",
            "CY23",
            "Cal 23",
            "Calendar 24",
            "23_24",
            "Q1-Q3",
            "Q1 to Q3",
            "2024 (Q1-Q3)",
            "2024 9m",
            "Winter",
            "Mar 24",
            "12 months to Mar 24",
        ] {
            assert!(speaks_of_days(text), "{text}");
        }
    }

    #[test]
    fn other_numbers_and_words_are_not_taken_for_days() {
        for text in [
            "",
            "Responses",
            "Sheet1",
            "UASC 16-17",
            "Aged 16-17",
            "Table 12",
            "FOI 12345",
            "FOI Mar 24",
            "Sent Mar 24",
            "Prepared in Mar 24",
            "Children may be counted more than once",
            "Q1. Number of children in care",
            "Version 1.2",
            "12/05/2024",
            "12.05.24",
            "11-12-24",
            "Children looked after in the year",
            "Summer Street school response to the council",
            "Move to Mr Smith",
            "24 March 10",
            "OFFICIAL",
        ] {
            assert!(!speaks_of_days(text), "{text}");
        }
    }
}
