//! Whether a text says something of days or years, be it understood or not: `Year end Mar 24`, `to 31.3.24`, `CY23`, `Q1-Q3`. Beside
//! answers that do not say which days they are of, it may speak against those that are asked for.

use super::of_letters::is_dated;
use super::part_alone::{are_quarters, is_month};
use super::several_years::names_several_years;
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
const SEASONS: &[&str] = &[
    "winter",
    "spring",
    "summer",
    "autumn",
    "christmas",
    "easter",
    "lent",
    "michaelmas",
    "trinity",
    "lockdown",
    "covid",
];
/// Units of time, beside a number or a word that says which.
const UNITS: &[&str] = &[
    "year", "years", "yr", "yrs", "month", "months", "mth", "mths", "week", "weeks", "wk", "quarter", "quarters",
    "qtr", "half", "term", "period", "day",
];
const WHICH: &[&str] = &[
    "last",
    "previous",
    "prev",
    "past",
    "current",
    "this",
    "latest",
    "next",
    "first",
    "second",
    "third",
    "fourth",
    "1st",
    "2nd",
    "3rd",
    "4th",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "nine",
    "ten",
    "twelve",
    "rolling",
    "mid",
    "financial",
    "fin",
    "fiscal",
    "calendar",
    "academic",
    "school",
];
/// Words that say by themselves how long a time is.
const ALONE: &[&str] = &["annual", "monthly", "weekly", "yearly", "biannual"];
/// A text with one of these names no period by it.
const ALONE_IN: usize = 4;
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
    if any(&|at| ends_year(&tokens[at..]) || is_range(&tokens[at..]) || are_quarters(&tokens, at))
        || names_several_years(text)
    {
        return true;
    }
    // When somebody asked, answered or wrote is another matter.
    let of_writer = is_dated(&tokens) || tokens.iter().any(|token| is(token, OF_WRITERS));
    let of_ages = tokens.iter().any(|token| is(token, AGES));
    let season = tokens.len() <= SEASON && any(&|at| is_season(&tokens, at));
    let unit = any(&|at| is_unit_of_time(&tokens, at) || is_whole_day(&tokens[at]));
    !of_writer && (season || unit || any(&|at| names_year(&tokens, at)) || !of_ages && any(&|at| is_split(&tokens, at)))
}

fn is(token: &Token, words: &[&str]) -> bool {
    words.iter().any(|word| token.is(word))
}

/// `last 3 years`, `Year 2`, `month 6`, `1st half`, `Financial year`.
fn is_unit_of_time(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if is(token, ALONE) && tokens.len() <= ALONE_IN {
        return true;
    }
    let small = |token: &Token| token.number.is_some_and(|number| (1..100).contains(&number)) && !token.grouped;
    let ordinal = |token: &Token| is(token, &["st", "nd", "rd", "th"]);
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let aged = tokens.get(at + 1).is_some_and(|next| is(next, &["old", "olds"]));
    is(token, UNITS)
        && !aged
        && (before.is_some_and(|before| is(before, WHICH) || small(before) || ordinal(before))
            || tokens.get(at + 1).is_some_and(small))
        || tokens.len() <= SEASON && is(token, &["p", "m", "wk"]) && tokens.get(at + 1).is_some_and(small)
}

/// `20240331`, `31032024`.
fn is_whole_day(token: &Token) -> bool {
    let Some(number) = token.number.filter(|_| token.text.len() == 8 && !token.grouped) else { return false };
    let fits = |year: u32, month: u32, day: u32| {
        (1990..2050).contains(&year) && (1..13).contains(&month) && (1..32).contains(&day)
    };
    fits(number / 10_000, number / 100 % 100, number % 100)
        || fits(number % 10_000, number / 10_000 % 100, number / 1_000_000)
}

/// A season that is no name: `Spring 2024`, `Lent term`, `Winter`.
fn is_season(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1);
    is(&tokens[at], SEASONS)
        && next.is_none_or(|next| next.number.is_some() || is(next, &["term", "and", "to", "period", "quarter"]))
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
            "total 2020-2024",
            "2022-2024",
            "three year total",
            "last 3 years",
            "prev year",
            "latest year",
            "Financial year",
            "last 12 months",
            "1st half",
            "Year 2",
            "month 6",
            "Period 1",
            "P6",
            "annual",
            "Summer 2024",
            "Lent term",
            "20240331",
            "during lockdown",
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
            "Children who went missing during the year",
            "16 year olds",
            "Winter Gardens",
            "Spring Gardens Team",
            "Number of UASC at any time in the year",
            "FOI response 12345678",
        ] {
            assert!(!speaks_of_days(text), "{text}");
        }
    }
}
