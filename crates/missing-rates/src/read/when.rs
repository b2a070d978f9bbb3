//! Which days a text speaks of: a closed grammar of periods. What is not wholly a period gives none.

use std::ops::Range;

use super::heading::tokens::{Token, tokens};
use crate::period::{Day, Period};

/// What a bare year means: it depends on who wrote it, and on the heading above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BareYear {
    /// In an answer to a request: January to December.
    Calendar,
    /// In what DfE publishes, or below `Financial year`: April to March, named by its end.
    Collection,
    /// Below `Academic year`: `2023/24` is September to August, and a bare year is none.
    Academic,
    /// Below `Year ending`: a date is the end of a year, and a bare year is none.
    Ending,
}

/// The years that a text can mean.
const YEARS: Range<u32> = 1990..2050;

/// The period of a text that is a phrase of period and nothing else: `2024`, `2023/24`, `202324`, `Q1 2024/25`,
/// `year ending 31 March 2024`, `April 2023 to March 2024`, `01/01/2024 - 31/12/2024`.
///
/// `None` where a word is in the way, or where it could be read in two ways.
pub(super) fn period(text: &str, bare: BareYear) -> Option<Period> {
    let text = without_time(text.trim());
    if let Ok(period) = text.parse() {
        return Some(period);
    }
    let tokens = tokens(text);
    let found = find(&tokens, bare);
    found.used.iter().all(|used| *used).then_some(found.period).flatten()
}

/// The periods among the tokens of a heading.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The one period that they say, if they say one.
    pub(super) period: Option<Period>,
    /// Which tokens say it.
    pub(super) used: Vec<bool>,
}

/// The day that a text says, or the first or last of the month that it says.
pub(super) fn day_of(text: &str, last: bool) -> Option<Day> {
    let tokens = tokens(without_time(text.trim()));
    let whole = |(found, length): (Day, usize)| (length == tokens.len()).then_some(found);
    day(&tokens).and_then(whole).or_else(|| {
        let (month, length) = one_month(&tokens)?;
        whole((if last { month.end() } else { month.start() }, length))
    })
}

/// The period that a heading says, among its other words, a bare year being a calendar year.
pub(crate) fn says_period(heading: &str) -> Option<Period> {
    says_period_by(heading, BareYear::Calendar)
}

/// The same, a bare year being what is said.
pub(super) fn says_period_by(heading: &str, bare: BareYear) -> Option<Period> {
    find(&tokens(heading), bare).period
}

/// Words that say nothing beside a period.
const BEFORE: &[&str] =
    &["in", "for", "during", "over", "the", "of", "period", "reporting", "data", "year", "years", "calendar"];

/// Finds what the tokens say of a period. Two that differ are none, and none of their tokens is used.
pub(super) fn find(tokens: &[Token], bare: BareYear) -> Found {
    let mut found = Found { period: None, used: vec![false; tokens.len()] };
    let (mut said, mut months): (Vec<Period>, Vec<(u8, u8)>) = (Vec::new(), Vec::new());
    let mut split = None;
    let mut at = 0;
    while at < tokens.len() {
        let starts = at == 0 || tokens[at].before != '\0';
        if let Some((phrase, length)) = starts.then(|| phrase(&tokens[at..], bare)).flatten() {
            found.used[at..at + length].fill(true);
            // `for the year 2024`, `between 1 January 2024 and …`
            let mut before = at;
            let introduces = |token: &Token| {
                BEFORE.iter().any(|word| token.is(word)) || length > 3 && (token.is("between") || token.is("from"))
            };
            while before > 0 && !found.used[before - 1] && introduces(&tokens[before - 1]) {
                before -= 1;
                found.used[before] = true;
            }
            match phrase {
                Phrase::Period(period) => said.push(period),
                Phrase::Split(end) => split = Some(split.map_or(end, |other| if other == end { end } else { 0 })),
                Phrase::Months(first, last) => months.push((first, last)),
            }
            at += length;
        } else {
            at += 1;
        }
    }
    if let Some(end) = split {
        said.extend(months_of(end, &months, bare));
        if said.is_empty() {
            // Months that do not fit the year.
            said.clear();
        }
    } else if let (&[(first, last)], [year]) = (&*months, &*said)
        && let Some(year) = year.as_calendar_year().filter(|_| bare != BareYear::Ending)
    {
        // `2024 (January to June)`
        let within = if first <= last { days_of(year, first, year, last) } else { None };
        said = within.into_iter().collect();
    } else if !months.is_empty() {
        said.clear();
    }
    said.dedup();
    match said.as_slice() {
        [one] => found.period = Some(*one),
        _ => found.used.fill(false),
    }
    found
}

/// The months of a year that runs over two calendar years, named by the second.
fn months_of(end: i32, months: &[(u8, u8)], bare: BareYear) -> Option<Period> {
    let first_month = if bare == BareYear::Academic { 9 } else { 4 };
    let year_of = |month: u8| if month >= first_month { end - 1 } else { end };
    let last_month = first_month - 1;
    match months {
        _ if end == 0 => None,
        [] => days_of(end - 1, first_month, end, last_month),
        &[(first, last)] => days_of(year_of(first), first, year_of(last), last),
        _ => None,
    }
}

enum Phrase {
    Period(Period),
    /// `2023/24`, by its end.
    Split(i32),
    /// Months without their year.
    Months(u8, u8),
}

/// The longest phrase at the start of the tokens, and its length.
fn phrase(tokens: &[Token], bare: BareYear) -> Option<(Phrase, usize)> {
    let period = |(period, length): (Period, usize)| (Phrase::Period(period), length);
    days_range(tokens)
        .or_else(|| year_ending(tokens, bare))
        .or_else(|| months_range(tokens))
        .or_else(|| part_of_year(tokens))
        .map(period)
        .or_else(|| split_year(tokens).map(|(end, length)| (Phrase::Split(end), length)))
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

/// `year ending 31 March 2024`, `12 months to March 2024`; below a heading that says so, the date alone.
fn year_ending(tokens: &[Token], bare: BareYear) -> Option<(Period, usize)> {
    let words = |list: &[&[&str]]| list.iter().find(|words| starts(tokens, words)).map(|words| words.len());
    let said = words(&[
        &["year", "ending"],
        &["year", "ended"],
        &["year", "to"],
        &["year", "end"],
        &["yr", "ending"],
        &["y", "e"],
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

/// `Q1 2024/25`, `2024/25 quarter 1`, `H1 2024/25`. Of a bare year it could be read in two ways.
fn part_of_year(tokens: &[Token]) -> Option<(Period, usize)> {
    let (part, length) = part(tokens).map_or((None, 0), |(part, length)| (Some(part), length));
    let of = usize::from(part.is_some() && tokens.get(length).is_some_and(|t| t.is("of")));
    let (end, more) = split_year(&tokens[length + of..])?;
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

/// `2023/24`, `2023-2024`, `202324`, `23/24`, by the year that it ends in.
fn split_year(tokens: &[Token]) -> Option<(i32, usize)> {
    let words = ["financial", "year", "fy", "fiscal", "collection", "reporting", "academic"];
    let said = tokens.iter().take(2).take_while(|t| words.iter().any(|word| t.is(word))).count();
    let first = tokens.get(said).filter(|t| !t.grouped)?;
    let number = first.number?;
    let (start, end) = (number / 100, number % 100);
    if first.text.len() == 6 && YEARS.contains(&start) && end == (start + 1) % 100 {
        return Some((i32::try_from(start + 1).ok()?, said + 1));
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
    (fits && !goes_on && YEARS.contains(&start)).then(|| Some((i32::try_from(start + 1).ok()?, said + 2))).flatten()
}

/// `March 2024`, `Mar-24`.
fn one_month(tokens: &[Token]) -> Option<(Period, usize)> {
    let of = month(tokens.first()?)?;
    let (year, length) = year_after_month(&tokens[1..])?;
    Some((days_of(year, of, year, of)?, 1 + length))
}

/// `2024`, `calendar year 2024`, `FY 2024`.
fn one_year(tokens: &[Token], bare: BareYear) -> Option<(Period, usize)> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|t| words.iter().any(|word| t.is(word)));
    let (collection, calendar) = (is(0, &["financial", "fy", "fiscal", "collection"]), is(0, &["calendar", "cy"]));
    let mut said = usize::from(collection || calendar);
    said += usize::from(said > 0 && is(said, &["year"]));
    let (year, length) = year(&tokens[said..])?;
    let period = match bare {
        _ if collection => Period::collection_year(year),
        _ if calendar => Period::calendar_year(year),
        BareYear::Calendar => Period::calendar_year(year),
        BareYear::Collection => Period::collection_year(year),
        BareYear::Academic | BareYear::Ending => None,
    };
    Some((period?, said + length))
}

/// `Jan to Mar` beside a year that is said elsewhere.
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

/// A year on its own, and not part of a longer number; `2024.0` is how spreadsheets write it.
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
pub(super) fn day(tokens: &[Token]) -> Option<(Day, usize)> {
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
pub(super) fn day_month(tokens: &[Token]) -> Option<(u8, u8, usize)> {
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

/// What joins the ends of a range: the number of tokens, none if only a dash.
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

/// The day without the time that a spreadsheet puts behind it.
fn without_time(text: &str) -> &str {
    let rest = |at: usize| text.get(at..).unwrap_or_default();
    let is_date =
        text.len() > 10 && text.as_bytes()[..10].iter().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/'));
    let time = rest(10);
    let zero = time.bytes().all(|b| matches!(b, b'T' | b'Z' | b'0' | b':' | b'.' | b' ' | b'+'));
    if is_date && zero && time.contains(':') { &text[..10] } else { text }
}

/// The days from the first of one month to the last of another.
fn days_of(start_year: i32, first: u8, end_year: i32, last: u8) -> Option<Period> {
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

/// The month that a word names.
pub(super) fn month(token: &Token) -> Option<u8> {
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
    let word = token.text.as_str();
    if word.len() < 3 {
        return None;
    }
    let at = MONTHS
        .iter()
        .position(|m| *m == word || word.len() == 3 && m.starts_with(word) || word == "sept" && *m == "september")?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_people_write_them() {
        let cases = [
            ("2024", "2024-01-01/2024-12-31", "2023-04-01/2024-03-31"),
            ("2024.0", "2024-01-01/2024-12-31", "2023-04-01/2024-03-31"),
            (" 2023/24 ", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("2023-24", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("2023-2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("23/24", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("FY23-24", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("202324", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("1999/00", "1999-04-01/2000-03-31", "1999-04-01/2000-03-31"),
            ("year ending 31 March 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("Year to 30th September 2015", "2014-10-01/2015-09-30", "2014-10-01/2015-09-30"),
            ("year ending March 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("April 2023 to March 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("2023/24 (April to March)", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("2023/24 (Apr-Dec)", "2023-04-01/2023-12-31", "2023-04-01/2023-12-31"),
            ("Jan-Dec 2024", "2024-01-01/2024-12-31", "2024-01-01/2024-12-31"),
            ("Jan–Apr 2024", "2024-01-01/2024-04-30", "2024-01-01/2024-04-30"),
            ("2024 (Jan-Jun)", "2024-01-01/2024-06-30", ""),
            ("calendar year 2024", "2024-01-01/2024-12-31", "2024-01-01/2024-12-31"),
            ("for the calendar year 2024", "2024-01-01/2024-12-31", "2024-01-01/2024-12-31"),
            ("FY 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("01/01/2024 - 31/12/2024", "2024-01-01/2024-12-31", "2024-01-01/2024-12-31"),
            ("1 April 2023 to 31 March 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("between 1 April 2023 and 31 March 2024", "2023-04-01/2024-03-31", "2023-04-01/2024-03-31"),
            ("1 January to 31 December 2024", "2024-01-01/2024-12-31", "2024-01-01/2024-12-31"),
            ("2024-01-01..2024-06-30", "2024-01-01/2024-06-30", "2024-01-01/2024-06-30"),
            ("Q1 2024/25", "2024-04-01/2024-06-30", "2024-04-01/2024-06-30"),
            ("2024/25 Q4", "2025-01-01/2025-03-31", "2025-01-01/2025-03-31"),
            ("H2 2024/25", "2024-10-01/2025-03-31", "2024-10-01/2025-03-31"),
            ("Mar-24", "2024-03-01/2024-03-31", "2024-03-01/2024-03-31"),
            ("June 2024", "2024-06-01/2024-06-30", "2024-06-01/2024-06-30"),
        ];
        for (text, calendar, collection) in cases {
            let read = |bare| period(text, bare).map_or(String::new(), |p| p.to_string());
            assert_eq!(read(BareYear::Calendar), calendar, "{text}");
            assert_eq!(read(BareYear::Collection), collection, "{text}");
        }
        for text in [
            "",
            "n/a",
            "24",
            "2022 and 2024",
            "March",
            "31/12/2024 to 01/01/2024",
            "1234567",
            "1,980",
            "2024 to date",
            "Q1 2024",
            "Q1",
            "2024 (April to March)",
            "Act 2018",
            "Freedom of Information Act 2000",
            "FOI 2025/0312",
            "31 March 2024",
            "since 2020",
            "2024, 2025",
            "2023/25",
            "academic year",
            "part of 2024",
            "2024 provisional",
            "12024",
            "2024-13-01",
            "2024/24/05",
        ] {
            assert_eq!(period(text, BareYear::Calendar), None, "{text}");
        }
    }

    #[test]
    fn the_heading_says_what_a_year_is() {
        let read = |text, bare| period(text, bare).map(|p| p.to_string()).unwrap_or_default();
        for date in
            ["31/03/2024", "31-Mar-24", "2024-03-31T00:00:00Z", "2024-03-31 00:00:00", "31 March 2024", "March 2024"]
        {
            assert_eq!(read(date, BareYear::Ending), "2023-04-01/2024-03-31", "{date}");
            assert!(!read(date, BareYear::Calendar).contains("/2024-03-31") || date == "March 2024", "{date}");
        }
        assert_eq!(read("2024", BareYear::Ending), "");
        assert_eq!(read("30/03/2024", BareYear::Ending), "");
        assert_eq!(read("2023/24", BareYear::Academic), "2023-09-01/2024-08-31");
        assert_eq!(read("2024", BareYear::Academic), "");
    }
}
