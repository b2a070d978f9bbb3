//! Splits a heading into its words, by class, and the labels, references and periods among them.

use std::ops::Range;

use super::label::{self, Label};
use super::tokens::Token;
use super::vocabulary::{Class, phrase};
use crate::period::{Day, Period};
use crate::read::when;

/// A piece of a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) what: What,
    /// Its words.
    pub(super) text: String,
    /// The sign before it.
    pub(super) before: char,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Class(Class),
    /// Labels of other questions, and whether their children are left out.
    Refers(Vec<Label>),
    Leaves(Vec<Label>),
    /// `at 31 March`: month and day, and the year that ends there if it names one.
    OnADay((u8, u8), Option<Period>),
    /// A word that is in no phrase.
    Unknown,
}

/// The pieces of a heading.
#[derive(Debug)]
pub(super) struct Items {
    pub(super) label: Option<Label>,
    pub(super) period: Option<Period>,
    /// Whether there is nothing but the period.
    pub(super) only_period: bool,
    pub(super) list: Vec<Item>,
}

pub(super) fn items(tokens: &[Token]) -> Items {
    let mut used = vec![false; tokens.len()];
    let mut list = Vec::new();
    let days = on_a_day(tokens);
    for (place, ..) in &days {
        used[place.clone()].fill(true);
    }
    // A period is looked for in the tokens that are left, because the day must not be part of it.
    let left: Vec<Token> =
        tokens.iter().zip(&used).filter(|(_, used)| !**used).map(|(token, _)| token.clone()).collect();
    let found = when::find(&left, when::BareYear::Calendar);
    let mut said = found.used.iter();
    for used in used.iter_mut().filter(|used| !**used) {
        *used = said.next().copied().unwrap_or_default();
    }
    let mut at = 0;
    let mut label = None;
    // A year may come before it: the year of a group of columns.
    let first = used.iter().position(|used| !used).unwrap_or(tokens.len());
    if let Some((own, length)) = label::leading(&tokens[first..])
        && !used[first..first + length].contains(&true)
    {
        label = Some(own);
        used[first..first + length].fill(true);
        at = first + length;
    }
    let only_period = found.period.is_some() && label.is_none() && used.iter().all(|used| *used) && days.is_empty();
    while at < tokens.len() {
        if let Some((place, day, period)) = days.iter().find(|(place, ..)| place.start == at) {
            list.push(item(tokens, place.clone(), What::OnADay(*day, *period)));
            at = place.end;
            continue;
        }
        if used[at] {
            at += 1;
            continue;
        }
        let run = used[at..].iter().position(|used| *used).map_or(tokens.len(), |length| at + length);
        let (what, length) = next(&tokens[at..run], at == first);
        list.push(item(tokens, at..at + length, what));
        at += length;
    }
    Items { label, period: found.period, only_period, list }
}

fn item(tokens: &[Token], place: Range<usize>, what: What) -> Item {
    let before = tokens[place.start].before;
    let words: Vec<&str> = tokens[place].iter().map(|token| token.text.as_str()).collect();
    Item { what, text: words.join(" "), before }
}

/// What begins here, and how many tokens it has.
fn next(tokens: &[Token], first: bool) -> (What, usize) {
    let found = phrase(tokens);
    if let Some((class @ (Class::At | Class::Except | Class::Of | Class::OfWhom), length)) = found {
        // `of those at Q1a` is read piece by piece. `of those in the care of` is not a reference.
        let at = length
            + match class {
                Class::At => 0,
                _ => {
                    usize::from(tokens.get(length).is_some_and(|t| ["at", "in", "from", "to"].iter().any(|w| t.is(w))))
                }
            };
        if let Some((labels, more)) = labels(&tokens[at..]) {
            let refers = if class == Class::Except { What::Leaves(labels) } else { What::Refers(labels) };
            return (refers, at + more);
        }
        // Without a label it excludes something else.
        return match class {
            Class::Except => (What::Class(Class::Other), length),
            Class::At => (What::Unknown, length),
            class => (What::Class(class), length),
        };
    }
    let bracket = tokens.first().is_some_and(|t| t.opens || t.is("q") || t.is("question"));
    if let Some((labels, length)) = labels(tokens).filter(|_| bracket && !first) {
        return (What::Refers(labels), length);
    }
    match found {
        Some((class, length)) => (What::Class(class), length),
        None => (What::Unknown, 1),
    }
}

/// `Q1a and Q1b`, `(a) or (b) above`.
fn labels(tokens: &[Token]) -> Option<(Vec<Label>, usize)> {
    let (first, mut at) = label::referred(tokens)?;
    let mut found = vec![first];
    loop {
        let joint = usize::from(tokens.get(at).is_some_and(|t| t.is("and") || t.is("or")));
        let sign = tokens.get(at).is_some_and(|t| matches!(t.before, ',' | '/' | '+'));
        let Some((mut label, length)) =
            tokens.get(at + joint..).filter(|_| joint > 0 || sign).and_then(label::referred)
        else {
            break;
        };
        label.number = label.number.or_else(|| found.last().and_then(|last| last.number));
        found.push(label);
        at += joint + length;
    }
    at += usize::from(tokens.get(at).is_some_and(|t| t.is("above")));
    Some((found, at))
}

/// Where a heading names a day on which something is counted: its tokens, its month and day, and the year that ends
/// there.
type OnADay = (Range<usize>, (u8, u8), Option<Period>);

/// `at 31 March`, `as at 31/03/2024`, `on 31 March 2024`: where they are, and the year that ends there.
fn on_a_day(tokens: &[Token]) -> Vec<OnADay> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let is = |place: usize, word: &str| tokens.get(place).is_some_and(|t| t.is(word));
        let length = match () {
            () if is(at, "as") && (is(at + 1, "at") || is(at + 1, "of") || is(at + 1, "on")) => 2,
            () if is(at, "at") || is(at, "on") || is(at, "by") => 1,
            () => 0,
        };
        let the = usize::from(is(at + length, "the"));
        let after = tokens.get(at + length + the..).filter(|_| length > 0);
        let day = after.and_then(when::day).map(|(day, more)| ((day.ymd().1, day.ymd().2), Some(day), more));
        let day = day.or_else(|| after.and_then(when::day_month).map(|(day, month, more)| ((month, day), None, more)));
        if let Some((month_day, day, more)) = day {
            let end = at + length + the + more;
            found.push((at..end, month_day, day.and_then(year_that_ends)));
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

fn year_that_ends(day: Day) -> Option<Period> {
    match day.ymd() {
        (year, 3, 31) => Period::collection_year(year),
        (year, 12, 31) => Period::calendar_year(year),
        _ => None,
    }
}
