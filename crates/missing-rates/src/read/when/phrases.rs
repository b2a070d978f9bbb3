//! The phrases that make up periods: days, months, years, and ranges of them.

use std::ops::Range;

use missing_rows::month_of;

use crate::period::{Day, Period};
use crate::read::heading::tokens::Token;

/// What a bare year means. It depends on who wrote it, and on the heading above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum BareYear {
    /// In an answer to a request: January to December.
    Calendar,
    /// Below `Calendar year`: January to December. `2023/24` is not a period.
    JanuaryToDecember,
    /// In what DfE publishes, or below `Financial year`: April to March, named by its end.
    Collection,
    /// Below `Academic year`: `2023/24` is September to August, and a bare year is not a period.
    Academic,
    /// Below `Year ending`: a date is the end of a year, and a bare year is not a period.
    Ending,
}

/// The years that a text can mean.
const YEARS: Range<u32> = 1990..2050;

/// A phrase for a period.
pub(super) enum Phrase {
    Period(Period),
    /// `2023/24`, by the year that it ends in, and the month that it begins with.
    Split(i32, u8),
    /// Months without their year.
    Months(u8, u8),
}

/// The longest phrase at the start of the tokens, and its length.
pub(super) fn phrase(tokens: &[Token], bare: BareYear) -> Option<(Phrase, usize)> {
    let period = |(period, length): (Period, usize)| (Phrase::Period(period), length);
    days_range(tokens)
        .or_else(|| year_ending(tokens, bare))
        .or_else(|| months_range(tokens))
        .or_else(|| part_of_year(tokens, bare))
        .map(period)
        .or_else(|| split_year(tokens, bare).map(|(end, first, length)| (Phrase::Split(end, first), length)))
        .or_else(|| one_month(tokens).map(period))
        .or_else(|| one_year(tokens, bare).map(period))
        .or_else(|| yearless_months(tokens))
}

/// Two days, and what is between them.
fn days_range(tokens: &[Token]) -> Option<(Period, usize)> {
    // `1 January to 31 December 2024`
    if let Some((first, month, length)) = day_month(tokens)
        && let Some(joint) = to(&tokens[length..])
        && let Some((end, more)) = day(&tokens[length + joint..])
    {
        let start = Day::new(end.ymd().0, month, first)?;
        return Some((Period::new(start, end).ok()?, length + joint + more));
    }
    let (start, length) = day(tokens)?;
    let joint = to(&tokens[length..])?;
    let (end, more) = day(&tokens[length + joint..])?;
    Some((Period::new(start, end).ok()?, length + joint + more))
}

/// `year ending 31 March 2024`, `12 months to March 2024`, or the date alone below a heading that says so.
fn year_ending(tokens: &[Token], bare: BareYear) -> Option<(Period, usize)> {
    let words = |list: &[&[&str]]| list.iter().find(|words| starts(tokens, words)).map(|words| words.len());
    let said = words(&[
        &["year", "ending"],
        &["year", "ended"],
        &["year", "to"],
        &["year", "end"],
        &["yr", "ending"],
        &["y", "or", "e"],
        &["y", "e"],
        &["fye"],
        &["ye"],
        &["12", "months", "to"],
        &["12", "months", "ending"],
        &["12", "months", "ended"],
        &["twelve", "months", "to"],
        &["twelve", "months", "ending"],
        &["financial", "year", "ending"],
        &["financial", "year", "ended"],
        &["financial", "year", "to"],
        &["the", "year", "ending"],
    ]);
    let from = said.unwrap_or(0);
    if said.is_none() && bare != BareYear::Ending {
        return None;
    }
    if let Some((end, length)) = day(&tokens[from..]) {
        return Some((year_to(end)?, from + length));
    }
    let (month, name) = month(tokens.get(from)?).map(|month| (month, 1))?;
    let (year, length) = year_after_month(&tokens[from + name..])?;
    Some((year_to(last_day(year, month)?)?, from + name + length))
}

/// `April 2023 to March 2024`, `Jan-Dec 2024`.
fn months_range(tokens: &[Token]) -> Option<(Period, usize)> {
    let first = month(tokens.first()?)?;
    let (start_year, length) = year_after_month(&tokens[1..]).map_or((None, 1), |(year, more)| (Some(year), 1 + more));
    let joint = to(&tokens[length..])?;
    let last = month(tokens.get(length + joint)?)?;
    let (year, more) = year_after_month(&tokens[length + joint + 1..])?;
    let start = start_year.or((first <= last).then_some(year))?;
    Some((days_of(start, first, year, last)?, length + joint + 1 + more))
}

/// `Q1 2024/25`, `2024/25 quarter 1`, `H1 2024/25`. A quarter of a bare year could be read in two ways. An academic
/// year has terms, not quarters.
fn part_of_year(tokens: &[Token], bare: BareYear) -> Option<(Period, usize)> {
    let (part, length) = part(tokens).map_or((None, 0), |(part, length)| (Some(part), length));
    let of = usize::from(part.is_some() && tokens.get(length).is_some_and(|t| t.is("of")));
    let (end, _, more) = split_year(&tokens[length + of..], bare).filter(|(_, first_month, _)| *first_month == 4)?;
    let so_far = length + of + more;
    let (part, all) = match part {
        Some(part) => (part, so_far),
        None => self::part(&tokens[so_far..]).map(|(part, length)| (part, so_far + length))?,
    };
    let (first, last) = part;
    let year_of = |month: u8| if month >= 4 { end - 1 } else { end };
    Some((days_of(year_of(first), first, year_of(last), last)?, all))
}

/// The first and last month of a quarter or half of a financial year.
fn part(tokens: &[Token]) -> Option<((u8, u8), usize)> {
    let number = |at: usize| tokens.get(at).and_then(|t| t.number);
    let first = tokens.first()?;
    match number(1)? {
        n @ 1..=4 if first.is("q") || first.is("quarter") || first.is("qtr") => {
            Some(([(4, 6), (7, 9), (10, 12), (1, 3)][n as usize - 1], 2))
        }
        n @ 1..=2 if first.is("h") || first.is("half") => Some(([(4, 9), (10, 3)][n as usize - 1], 2)),
        _ => None,
    }
}

/// `2023/24`, `2023-2024`, `202324`, `23/24`, by the year that it ends in and the month that it begins with: April,
/// unless it is called an academic year. Nobody writes a calendar year like this.
fn split_year(tokens: &[Token], bare: BareYear) -> Option<(i32, u8, usize)> {
    let academic = ["academic", "school", "ay"];
    let financial = ["financial", "fy", "fiscal", "collection"];
    let is = |token: &Token, words: &[&str]| words.iter().any(|word| token.is(word));
    let word =
        |token: &&Token| is(token, &academic) || is(token, &financial) || is(token, &["year", "yr", "reporting"]);
    let said = tokens.iter().take(2).take_while(word).count();
    let first_month = match &tokens[..said] {
        [word, ..] if is(word, &academic) => 9,
        [word, ..] if is(word, &financial) => 4,
        _ if bare == BareYear::JanuaryToDecember => return None,
        _ if bare == BareYear::Academic => 9,
        _ => 4,
    };
    let first = tokens.get(said).filter(|t| !t.grouped)?;
    let number = first.number?;
    let (start, end) = (number / 100, number % 100);
    if first.text.len() == 6 && YEARS.contains(&start) && end == (start + 1) % 100 {
        return Some((i32::try_from(start + 1).ok()?, first_month, said + 1));
    }
    let next = tokens.get(said + 1).filter(|t| matches!(t.before, '/' | '-' | '–' | '—' | '\\') && !t.grouped)?;
    let end = number + 1;
    let fits = match (first.text.len(), next.text.len()) {
        (4, 2) => next.number == Some(end % 100),
        (4, 4) => next.number == Some(end),
        (2, 2) if said > 0 || next.before == '/' => (15..40).contains(&number) && next.number == Some(end),
        _ => false,
    };
    // `2023-24-05` and `2023/24/05` are days.
    let goes_on = tokens.get(said + 2).is_some_and(|t| t.number.is_some() && matches!(t.before, '/' | '-' | '.'));
    let start = if first.text.len() == 2 { number + 2000 } else { number };
    (fits && !goes_on && YEARS.contains(&start))
        .then(|| Some((i32::try_from(start + 1).ok()?, first_month, said + 2)))
        .flatten()
}

/// `March 2024`, `Mar-24`.
pub(super) fn one_month(tokens: &[Token]) -> Option<(Period, usize)> {
    let of = month(tokens.first()?)?;
    let (year, length) = year_after_month(&tokens[1..])?;
    Some((days_of(year, of, year, of)?, 1 + length))
}

/// `2024`, `calendar year 2024`, `2024 calendar year`, `FY 2024`.
fn one_year(tokens: &[Token], bare: BareYear) -> Option<(Period, usize)> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| words.iter().any(|word| t.is(word)));
    let (collection, calendar) = (is(0, &["financial", "fy", "fiscal", "collection"]), is(0, &["calendar", "cy"]));
    let mut said = usize::from(collection || calendar);
    said += usize::from(said > 0 && is(said, &["year"]));
    let (year, length) = year(&tokens[said..])?;
    let behind = said == 0 && is(length, &["calendar"]) && is(length + 1, &["year"]);
    let (calendar, length) = (calendar || behind, if behind { length + 2 } else { length });
    let period = match bare {
        _ if collection => Period::collection_year(year),
        _ if calendar => Period::calendar_year(year),
        BareYear::Calendar | BareYear::JanuaryToDecember => Period::calendar_year(year),
        BareYear::Collection => Period::collection_year(year),
        BareYear::Academic | BareYear::Ending => None,
    };
    Some((period?, said + length))
}

/// `Jan to Mar` beside a year that is given elsewhere.
fn yearless_months(tokens: &[Token]) -> Option<(Phrase, usize)> {
    let whole = |first: u8, at: usize| -> Option<(u8, usize)> {
        let length = to(&tokens[at..])?;
        let (last, more) = day_month(&tokens[at + length..])
            .map(|(_, month, length)| (month, length))
            .or_else(|| month(tokens.get(at + length)?).map(|month| (month, 1)))?;
        let _ = first;
        Some((last, at + length + more))
    };
    let (first, at) = match day_month(tokens) {
        Some((1, month, length)) => (month, length),
        Some(_) => return None,
        None => (month(tokens.first()?)?, 1),
    };
    let (last, length) = whole(first, at)?;
    Some((Phrase::Months(first, last), length))
}

/// A year on its own, not part of a longer number. Spreadsheets write `2024.0`.
fn year(tokens: &[Token]) -> Option<(i32, usize)> {
    let first = tokens.first().filter(|t| t.text.len() == 4 && !t.grouped)?;
    let year = first.number.filter(|year| YEARS.contains(year))?;
    let next = tokens.get(1).filter(|t| t.number.is_some());
    let length = match next {
        Some(next) if next.before == '.' && next.number == Some(0) => 2,
        Some(next) if !next.spaced && matches!(next.before, '/' | '-' | '.' | '–' | '—' | '\\') => return None,
        _ => 1,
    };
    Some((i32::try_from(year).ok()?, length))
}

/// The year after a month: `March 2024`, `Mar-24`, `March of 2024`.
fn year_after_month(tokens: &[Token]) -> Option<(i32, usize)> {
    let of = usize::from(tokens.first().is_some_and(|t| t.is("of")));
    if let Some((year, length)) = year(&tokens[of..]) {
        return Some((year, of + length));
    }
    let short = tokens.first().filter(|t| t.text.len() == 2 && matches!(t.before, '-' | '\'' | '’' | '/' | ' '))?;
    let year = short.number.filter(|n| (10..50).contains(n) && short.before != ' ')?;
    Some((i32::try_from(year + 2000).ok()?, 1))
}

/// A day in full: `31 March 2024`, `31/03/2024`, `2024-03-31`, `31-Mar-24`.
pub(in crate::read) fn day(tokens: &[Token]) -> Option<(Day, usize)> {
    if let Some((number, month, length)) = day_month(tokens) {
        let (year, more) = year_after_month(&tokens[length..])?;
        return Some((Day::new(year, month, number)?, length + more));
    }
    // `March 31, 2024`
    if let (Some(month), Some((number, length))) = (tokens.first().and_then(month), tokens.get(1..).and_then(ordinal))
        && let Some((year, more)) = year(&tokens[1 + length..])
    {
        return Some((Day::new(year, month, number)?, 1 + length + more));
    }
    let [first, second, third] = tokens.get(..3)? else { return None };
    let apart = |t: &Token| matches!(t.before, '/' | '-' | '.');
    if !apart(second) || second.before != third.before || first.grouped || third.grouped {
        return None;
    }
    let (one, month, other) = (first.number?, second.number?, third.number?);
    let small = |n: u32| u8::try_from(n).ok();
    let of = |year: u32, month: u32, day: u32| {
        YEARS.contains(&year).then(|| Day::new(i32::try_from(year).ok()?, small(month)?, small(day)?)).flatten()
    };
    let day = match (first.text.len(), third.text.len()) {
        (4, _) => of(one, month, other),
        (_, 4) => of(other, month, one),
        (_, 2) => of(other + 2000, month, one),
        _ => None,
    };
    Some((day?, 3))
}

/// `31 March`, `31st of March`.
pub(in crate::read) fn day_month(tokens: &[Token]) -> Option<(u8, u8, usize)> {
    let (number, length) = ordinal(tokens)?;
    let of = usize::from(tokens.get(length).is_some_and(|t| t.is("of")));
    let month = month(tokens.get(length + of)?)?;
    Some((number, month, length + of + 1))
}

fn ordinal(tokens: &[Token]) -> Option<(u8, usize)> {
    let number = tokens.first()?.number.and_then(|n| u8::try_from(n).ok()).filter(|n| (1..=31).contains(n))?;
    let ending = tokens.get(1).is_some_and(|t| t.before == '\0' && ["st", "nd", "rd", "th"].iter().any(|e| t.is(e)));
    Some((number, 1 + usize::from(ending)))
}

/// The words that join the ends of a range: how many tokens they have, 0 for a dash.
fn to(tokens: &[Token]) -> Option<usize> {
    let first = tokens.first()?;
    if ["to", "and", "until", "till", "through"].iter().any(|word| first.is(word)) {
        return Some(1);
    }
    matches!(first.before, '-' | '–' | '—' | '.').then_some(0)
}

fn starts(tokens: &[Token], words: &[&str]) -> bool {
    tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.is(word))
}

/// The days from the first day of one month to the last day of another.
pub(super) fn days_of(start_year: i32, first: u8, end_year: i32, last: u8) -> Option<Period> {
    Period::new(Day::new(start_year, first, 1)?, last_day(end_year, last)?).ok()
}

fn last_day(year: i32, month: u8) -> Option<Day> {
    (28..=31).rev().find_map(|day| Day::new(year, month, day))
}

/// The twelve months that end on a day, which must be the last of its month.
fn year_to(end: Day) -> Option<Period> {
    let (year, month, _) = end.ymd();
    if last_day(year, month) != Some(end) {
        return None;
    }
    let before = last_day(year - 1, month)?;
    Period::new(before.next()?, end).ok()
}

/// The month that a word names: whole, by its first three letters, or `sept`.
fn month(token: &Token) -> Option<u8> {
    month_of(&token.text)
}
