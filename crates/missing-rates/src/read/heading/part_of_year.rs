//! Whether a text beside a table says that its figures are of less than a year, or of one day: `Year to date`, `to 30 September`,
//! `January to June`, `Snapshot`. It need not say of which year.

use super::of_letters::is_of_letters;
use super::part_alone::{are_quarters, is_month, is_quarter};
use super::tokens::{Token, tokens};
use super::years::is_part_beside_year;
use crate::period::{Day, Period};
use crate::read::when::{self, BareYear, find, month_of};

/// A longer text explains how something was done.
const LONGEST: usize = 30;

/// Less than a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Less {
    /// A part of some year.
    Part,
    /// These days, as far as they are of the same year as the figures.
    Days(Period),
}

const PHRASES: &[&[&str]] = &[
    &["part", "year"],
    &["part", "of", "year"],
    &["part", "of", "the", "year"],
    &["partial", "year"],
    &["incomplete", "year"],
    &["year", "to", "date"],
    &["ytd"],
    &["to", "date"],
    &["so", "far"],
    &["half", "year"],
    &["half", "yearly"],
    &["half", "of", "the", "year"],
    &["half", "the", "year"],
    &["half", "a", "year"],
    &["quarterly"],
    &["point", "in", "time"],
    &["snapshot"],
    &["one", "day"],
    &["single", "day"],
];
/// The end of a year: a count of that day, unless it is of those who are still missing then.
const YEAR_END: &[&[&str]] = &[
    &["at", "year", "end"],
    &["at", "the", "year", "end"],
    &["at", "end", "of", "year"],
    &["at", "the", "end", "of", "the", "year"],
    &["at", "the", "end", "of", "year"],
    &["year", "end", "position"],
    &["year", "end", "figures"],
];
const STILL: &[&str] = &["still", "remain", "remains", "remained", "remaining", "missing", "absent", "found", "away"];
/// Words after which `on 31 March` is when children were counted.
const COUNTED: &[&str] = &[
    "care", "after", "lac", "cla", "children", "position", "figures", "data", "count", "counted", "uasc", "numbers",
    "taken",
];
/// Words before the end of a month that is the last of several.
const TO_END: &[&str] = &["to", "until", "till", "year", "yr", "months", "ending", "ended"];
/// A longer text with a year after `since` explains something.
const SINCE: usize = 8;
const WHICH: &[&str] = &["first", "second", "third", "fourth", "last", "latter", "final"];
const NUMBERS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "eighteen"];
/// Words of texts about the answers themselves: `replies to date`.
const REPLIES: &[&str] =
    &["response", "responses", "reply", "replies", "answered", "asked", "requests", "correct", "accurate"];

/// What a text says, if it says that figures are of less than a year.
pub(in crate::read) fn less_of_year(text: &str) -> Option<Less> {
    let tokens = tokens(text);
    if tokens.len() > LONGEST {
        return None;
    }
    if is_part_beside_year(&tokens) || is_named_alone(&tokens) {
        return Some(Less::Part);
    }
    if is_year_end(&tokens) {
        return Some(Less::Part);
    }
    let used = find(&tokens, BareYear::Calendar).used;
    let of_letter = is_of_letters(&tokens) || tokens.iter().any(|token| is(token, REPLIES));
    let mut at = 0;
    while at < tokens.len() {
        if used[at] {
            at += 1;
            continue;
        }
        let rest = &tokens[at..];
        let starts =
            |words: &&[&str]| rest.len() >= words.len() && rest.iter().zip(*words).all(|(of, word)| of.is(word));
        let at_end = YEAR_END.iter().any(starts) && !tokens.iter().any(|token| is(token, STILL));
        let since_year = tokens.len() <= SINCE
            && tokens[at].is("since")
            && rest.get(1).and_then(|token| token.number).is_some_and(|number| (1990..2050).contains(&number));
        let at_month = !of_letter
            && ends_month(rest)
            && !tokens[..at].iter().any(|token| is(token, TO_END))
            && !tokens.iter().any(|token| is(token, STILL));
        if says_part(rest, of_letter) || are_quarters(&tokens, at) || at_end || at_month || since_year && !of_letter {
            return Some(Less::Part);
        }
        if let Some((whole, length)) = months(rest) {
            if !whole {
                return Some(Less::Part);
            }
            at += length;
            continue;
        }
        let whole_before = at > 0 && is(&tokens[at - 1], &["year", "yr", "months", "ending", "ended"]);
        let on = tokens[at].is("on") && (at == 0 || is(&tokens[at - 1], COUNTED));
        if let Some(less) = bound(rest, on).filter(|_| !of_letter && !whole_before) {
            return Some(less);
        }
        at += 1;
    }
    None
}

/// Nothing but the last day of a year: `31 March`, `31 March 2025`, `31 Mar 25`.
fn is_year_end(tokens: &[Token]) -> bool {
    let day = when::day(tokens).map(|(day, length)| (day.ymd().2, day.ymd().1, length));
    let Some((31, 3 | 12, length)) = day.or_else(|| when::day_month(tokens)) else { return false };
    let rest = &tokens[length..];
    rest.is_empty() || matches!(rest, [year] if year.text.len() == 2 && year.number.is_some())
}

/// `end of March 2025`: a count of that day.
fn ends_month(tokens: &[Token]) -> bool {
    let of = usize::from(tokens.get(1).is_some_and(|token| token.is("of")));
    let month = tokens.get(1 + of).and_then(|token| month_of(&token.text));
    tokens[0].is("end") && matches!(month, Some(3 | 12))
}

/// The words of the title of a file of a return that name less than a year. Here `Q1` is no question, and the rows themselves say
/// up to which day they go.
pub(in crate::read) fn less_of_title(text: &str) -> Option<String> {
    let all = tokens(text);
    if all.len() > LONGEST || is_of_letters(&all) {
        return None;
    }
    let found = find(&all, BareYear::Collection);
    let short = found.period.is_some_and(|period| period.end().days_since(period.start()) < 360);
    let words = |of: &dyn Fn(usize) -> bool| {
        let named: Vec<&str> = (0..all.len()).filter(|at| of(*at)).map(|at| all[at].text.as_str()).collect();
        named.join(" ")
    };
    if short {
        return Some(words(&|at| found.used[at]));
    }
    if let Some(at) = (1..all.len()).find(|at| !found.used[*at] && is_named_alone(&all[at - 1..=*at])) {
        return Some(words(&|other| other + 1 == at || other == at));
    }
    (less_of_year(text) == Some(Less::Part)).then(|| words(&|at| !found.used[at]))
}

fn is(token: &Token, words: &[&str]) -> bool {
    words.iter().any(|word| token.is(word))
}

/// Nothing but `Q1`, `half 2` or a month.
fn is_named_alone(tokens: &[Token]) -> bool {
    match tokens {
        [month] => is_month(month),
        [part, number] => is_quarter(part, number),
        _ => false,
    }
}

fn says_part(tokens: &[Token], of_letter: bool) -> bool {
    let starts = |words: &&&[&str]| {
        tokens.len() >= words.len() && tokens.iter().zip(words.iter()).all(|(token, word)| token.is(word))
    };
    if let Some(words) = PHRASES.iter().find(starts) {
        // `Replies to date`
        return !(of_letter && matches!(words, ["to", "date"] | ["so", "far"]));
    }
    let second = tokens.get(1);
    let which = is(&tokens[0], WHICH) && second.is_some_and(|token| is(token, &["half", "quarter"]));
    let some = tokens[0].number.is_some_and(|number| !tokens[0].grouped && (1..12).contains(&number) || number == 18)
        || is(&tokens[0], NUMBERS);
    // `Week 12`, `week ending 5 May`
    let week = is(&tokens[0], &["week", "wk"])
        && second.is_some_and(|token| token.number.is_some() || is(token, &["ending", "commencing", "beginning"]));
    which
        || week && !of_letter
        || some && second.is_some_and(|token| is(token, &["months", "month", "mths", "mth", "m", "weeks", "quarters"]))
}

/// `January to June`, `1 April to 30 September`: whether they are a whole year, and how many tokens they have.
pub(super) fn months(tokens: &[Token]) -> Option<(bool, usize)> {
    let one = |at: usize| {
        let rest = tokens.get(at..)?;
        let day = when::day_month(rest).map(|(_, month, length)| (month, length));
        day.or_else(|| month_of(&rest.first()?.text).map(|month| (month, 1)))
    };
    let (first, length) = one(0)?;
    let joint = tokens.get(length)?;
    let word = usize::from(is(joint, &["to", "until", "till", "through"]));
    if word == 0 && !matches!(joint.before, '-' | '–' | '—') {
        return None;
    }
    let (last, more) = one(length + word)?;
    Some((last % 12 + 1 == first, length + word + more))
}

/// `to 30 September`, `from July 2024`, `as at 31 March 2024`.
fn bound(tokens: &[Token], on: bool) -> Option<Less> {
    let two =
        |first: &str, second: &[&str]| tokens[0].is(first) && tokens.get(1).is_some_and(|token| is(token, second));
    let at_day = two("as", &["at", "of", "on"]);
    let upto = two("up", &["to", "until"]);
    let length = if at_day || upto { 2 } else { 1 };
    let to = upto || is(&tokens[0], &["to", "until", "till"]);
    let from = is(&tokens[0], &["from", "since"]);
    let at_day = at_day || on || tokens[0].is("at");
    if !(to || from || at_day) {
        return None;
    }
    let after = tokens.get(length..)?;
    let after = if after.first()?.is("the") { &after[1..] } else { after };
    if let Some((day, _)) = when::day(after) {
        let (first, last) = (Day::new(1900, 1, 1)?, Day::new(2070, 1, 1)?);
        let (start, end) = if to {
            (first, day)
        } else if from {
            (day, last)
        } else {
            (day, day)
        };
        return Period::new(start, end).ok().map(Less::Days);
    }
    let is_day = when::day_month(after).is_some();
    // `to May` may be anything.
    let is_month =
        !at_day && after.first().is_some_and(|token| token.text.len() > 3 && month_of(&token.text).is_some());
    (is_day || is_month).then_some(Less::Part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_less_of_a_year_is_told_from_a_whole_one() {
        for text in [
            "Part year",
            "2024 is part year (January to June)",
            "Year to date",
            "YTD",
            "* 2024 figures are to 30 September",
            "To 30 September",
            "Jan-Jun",
            "April to September",
            "1 April - 30 September",
            "6 months only",
            "First half of 2024",
            "Six months",
            "Q1",
            "H1",
            "Q1 2024",
            "June",
            "Snapshot as at 31 March 2024",
            "Quarterly figures",
            "since April",
            "On 31 March",
            "Children in care on 31 March",
            "At year end",
            "Cumulative since 2020",
            "31 Mar 25",
            "31/12/24",
            "End of March 2025",
            "Position at end March",
            "Q1-Q3",
            "Figures are for Q1 to Q3",
            "UASC Q2 to Q4",
            "Figures for half the year",
        ] {
            assert_eq!(less_of_year(text), Some(Less::Part), "{text}");
        }
        let days = |text: &str| match less_of_year(text) {
            Some(Less::Days(period)) => Some(period.to_string()),
            _ => None,
        };
        assert_eq!(days("Position as at 31 March 2024").as_deref(), Some("2024-03-31/2024-03-31"));
        assert_eq!(days("Figures are up to 30 June 2024").as_deref(), Some("1900-01-01/2024-06-30"));
        assert_eq!(days("Data from 1 July 2024").as_deref(), Some("2024-07-01/2070-01-01"));
        assert_eq!(days("Children looked after on 31 March 2024").as_deref(), Some("2024-03-31/2024-03-31"));
        assert_eq!(days("At 31.03.25").as_deref(), Some("2025-03-31/2025-03-31"));
        for text in [
            "2024",
            "April 2024 to end of March 2025",
            "Year to end of March 2025",
            "Still missing at the end of March 2025",
            "Sent at end of March",
            "Answers to Q1-Q3",
            "Q1 to Q4",
            "January to December",
            "April to March",
            "Jan-Dec 2024",
            "1 January to 31 December",
            "1 January 2024 to 31 December 2024",
            "Year to 31 March",
            "Year ending 31 March 2024",
            "12 months to March 2024",
            "2020 to 2024",
            "Responses to date",
            "Published to 30 September 2024",
            "Data correct as at 12 May 2025",
            "Q1 Number of children in care in 2024",
            "Children may be counted more than once",
            "May",
            "Responses to Maria",
            "Contact the team",
            "Sent on 31 March",
            "We wrote on 31 March",
            "Still missing at year end",
            "The council has published these figures every year since 2015",
            "",
        ] {
            let expected = if text == "May" { Some(Less::Part) } else { None };
            assert_eq!(less_of_year(text), expected, "{text}");
        }
    }
}
