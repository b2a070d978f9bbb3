//! Which days a text is about, by a closed grammar of periods. A text that is not wholly a period gives none.

mod phrases;

use super::heading::tokens::{Token, tokens};
use crate::period::{Day, Period};
pub(crate) use missing_rows::month_of;
pub(super) use phrases::{BareYear, day, day_month};
use phrases::{Phrase, days_of, one_month, phrase};

/// The period of a text that is a phrase for a period and nothing else: `2024`, `2023/24`, `202324`, `Q1 2024/25`,
/// `year ending 31 March 2024`, `April 2023 to March 2024`, `01/01/2024 - 31/12/2024`.
///
/// `None` if another word is in it, or if it could be read in two ways.
pub(super) fn period(text: &str, bare: BareYear) -> Option<Period> {
    let text = without_time(text.trim());
    // `2024?` is a guess of the person who typed it.
    if text.contains('?') {
        return None;
    }
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
    /// The one period that they give, if they give one.
    pub(super) period: Option<Period>,
    /// Which tokens give it.
    pub(super) used: Vec<bool>,
}

/// The day that a text gives, or the first or last day of the month that it gives.
pub(super) fn day_of(text: &str, last: bool) -> Option<Day> {
    let tokens = tokens(without_time(text.trim()));
    let whole = |(found, length): (Day, usize)| (length == tokens.len()).then_some(found);
    day(&tokens).and_then(whole).or_else(|| {
        let (month, length) = one_month(&tokens)?;
        whole((if last { month.end() } else { month.start() }, length))
    })
}

/// The period that a heading gives among its other words. A bare year is a calendar year.
pub(crate) fn says_period(heading: &str) -> Option<Period> {
    says_period_by(heading, BareYear::Calendar)
}

/// The same, where `bare` says what a bare year means.
pub(super) fn says_period_by(heading: &str, bare: BareYear) -> Option<Period> {
    find(&tokens(heading), bare).period
}

/// Words that say nothing beside a period.
const BEFORE: &[&str] =
    &["in", "for", "during", "over", "the", "of", "period", "reporting", "data", "year", "years", "calendar"];

/// Finds the period that the tokens give. If they give two that differ, there is none, and none of their tokens is
/// used.
pub(super) fn find(tokens: &[Token], bare: BareYear) -> Found {
    let mut found = Found { period: None, used: vec![false; tokens.len()] };
    let (mut said, mut months): (Vec<Period>, Vec<(u8, u8)>) = (Vec::new(), Vec::new());
    let mut split: Option<(i32, u8)> = None;
    let mut at = 0;
    while at < tokens.len() {
        let starts = at == 0 || tokens[at].before != '\0';
        if let Some((phrase, length)) = starts.then(|| phrase(&tokens[at..], bare)).flatten() {
            found.used[at..at + length].fill(true);
            // `for the year 2024`, `between 1 January 2024 and …`
            let mut before = at;
            let mut calendar = false;
            let introduces = |token: &Token| {
                BEFORE.iter().any(|word| token.is(word)) || length > 3 && (token.is("between") || token.is("from"))
            };
            while before > 0 && !found.used[before - 1] && introduces(&tokens[before - 1]) {
                before -= 1;
                found.used[before] = true;
                // `Calendar year 2023/24` is not a period.
                calendar |= tokens[before].is("calendar");
            }
            match phrase {
                Phrase::Period(period) => said.push(period),
                Phrase::Split(..) if calendar => split = Some((0, 0)),
                Phrase::Split(end, first) => {
                    let own = (end, first);
                    split = Some(split.map_or(own, |other| if other == own { own } else { (0, 0) }));
                }
                Phrase::Months(first, last) => months.push((first, last)),
            }
            at += length;
        } else {
            at += 1;
        }
    }
    if let Some((end, first_month)) = split {
        said.extend(months_of(end, first_month, &months));
        if said.is_empty() {
            // The months do not fit the year.
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
fn months_of(end: i32, first_month: u8, months: &[(u8, u8)]) -> Option<Period> {
    if end == 0 {
        return None;
    }
    let year_of = |month: u8| if month >= first_month { end - 1 } else { end };
    let last_month = first_month - 1;
    match months {
        [] => days_of(end - 1, first_month, end, last_month),
        &[(first, last)] => days_of(year_of(first), first, year_of(last), last),
        _ => None,
    }
}

/// The day without the time that a spreadsheet adds.
fn without_time(text: &str) -> &str {
    let rest = |at: usize| text.get(at..).unwrap_or_default();
    let is_date =
        text.len() > 10 && text.as_bytes()[..10].iter().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/'));
    let time = rest(10);
    let zero = time.bytes().all(|b| matches!(b, b'T' | b'Z' | b'0' | b':' | b'.' | b' ' | b'+'));
    if is_date && zero && time.contains(':') { &text[..10] } else { text }
}

#[cfg(test)]
mod tests;
