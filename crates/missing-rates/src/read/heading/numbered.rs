//! Numbers in lines beside a table that number something, or are when something was: `Table 1`, `Page 1 of 3`, `FOI 2024/1234`, a
//! year, the time of day. Any other number may be an age, a week or a size.

use super::tokens::Token;
use super::vocabulary::{Class, phrase};

/// Words before a number that they count on with.
const NUMBERED: &[&str] = &[
    "table",
    "tables",
    "tab",
    "sheet",
    "page",
    "pages",
    "figure",
    "fig",
    "annex",
    "appendix",
    "note",
    "notes",
    "footnote",
    "question",
    "questions",
    "version",
    "v",
    "issue",
    "rev",
    "revision",
    "ref",
    "reference",
    "foi",
    "foia",
    "eir",
    "request",
    "case",
    "no",
    "no.",
    "number",
    "id",
    "ext",
    "extension",
    "tel",
    "phone",
    "room",
    "box",
    "form",
    "ssda",
    "act",
    "acts",
    "regulations",
    "ogl",
    "worksheet",
    "row",
    "data",
    "column",
    "response",
    "file",
];
/// A longer number is none of children: a telephone, a reference.
const LONG: usize = 5;

/// Whether the token at a place is a number that says nothing of figures.
pub(super) fn is_of_no_figure(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let Some(number) = token.number else { return false };
    if token.grouped {
        return false;
    }
    // Years are asked about where they are other ones.
    let is_year = token.text.len() == 4 && (1990..2050).contains(&number);
    // The number of a page.
    let alone = tokens.len() == 1 && token.text.len() < 4 && !(10..26).contains(&number);
    is_year || alone || token.text.len() >= LONG || is_after(tokens, at) || is_before(tokens, at)
}

/// `Table 1`, `1/2024`, `1 of 3`.
fn is_after(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let word = &tokens[before];
    if NUMBERED.iter().any(|of| word.is(of)) || word.is("q") && is_asked(tokens, at) {
        return true;
    }
    let goes_on = |number: usize| tokens[number].number.is_some() && is_of_no_figure(tokens, number);
    let joined = matches!(tokens[at].before, '/' | '-' | '–' | '.' | ':');
    joined && goes_on(before) || word.is("of") && before.checked_sub(1).is_some_and(goes_on)
}

/// `1. Number of children`, `10:33`, `20 working days`.
fn is_before(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    at == 0 && next.number.is_none() && matches!(next.before, '.' | ')')
        || next.before == ':' && next.number.is_some()
        || next.is("working")
}

/// Whether the words after a place ask for a number: `Q1. Number of children`.
fn is_asked(tokens: &[Token], at: usize) -> bool {
    (at..tokens.len()).any(|at| matches!(phrase(&tokens[at..]), Some((Class::Ask, _))))
}

/// The letter before the number of a question.
pub(super) fn numbered(tokens: &[Token]) -> Option<usize> {
    let is_number = tokens.get(1).is_some_and(|number| number.number.is_some() && number.before == '\0');
    (tokens[0].is("q") && is_number && is_asked(tokens, 1)).then_some(1)
}
