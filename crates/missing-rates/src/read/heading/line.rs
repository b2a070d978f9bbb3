//! Whether a line beside a table, or a note beside its answers, is understood to change no figure: thanks, contacts, sources, dates of
//! letters, what a word means. Whatever else is written there may change one.

use super::letter_lines::is_of_letter_alone;
use super::numbered::{is_of_no_figure, numbered};
use super::tokens::{Token, tokens};
use super::vocabulary::{Class, InLine, InTitle, line, phrase, title};
use super::whose::without_names;
use crate::area::meant;
use crate::cohort::Part;
use crate::read::when::{BareYear, day, day_month, find, month_of};

/// A term that is explained has no more words.
const TERM: usize = 4;

/// Words that say how far an answer has come beside it, and in a line may say which children it counts.
const STATES: &[&str] = &[
    "partial",
    "partially",
    "part",
    "open",
    "closed",
    "returned",
    "pending",
    "outstanding",
    "overdue",
    "late",
    "team",
];

/// Whether a line above or below a table is understood. What it names, its table names too or it is asked about elsewhere.
pub(in crate::read) fn is_line_understood(text: &str) -> bool {
    if is_harmless(text, &tokens(text)) || meant(text).is_some() {
        return true;
    }
    (text.contains(char::is_alphabetic) || !names_part(text)) && (is_plain(text) || is_plain(&without_names(text)))
}

/// Whether a text has no word that may say which children are counted, or when.
fn is_plain(text: &str) -> bool {
    let tokens = tokens(text);
    let used = find(&tokens, BareYear::Calendar).used;
    let parts = |part: Part| {
        (0..tokens.len()).any(|at| matches!(phrase(&tokens[at..]), Some((Class::Part(of), _)) if of == part))
    };
    let both = parts(Part::Identified) && parts(Part::Suspected);
    let says_nothing = |class: Class| match class {
        Class::Part(_) => both,
        Class::Other
        | Class::Except
        | Class::Both
        | Class::Many
        | Class::Average
        | Class::Breakdown
        | Class::Still
        | Class::StillNote => false,
        _ => true,
    };
    walk(&tokens, |at| {
        let rest = &tokens[at..];
        let plain = phrase(rest).filter(|(class, _)| says_nothing(*class)).map(|(_, length)| length);
        let word = plain.or_else(|| title_word(rest)).or_else(|| dated(rest));
        let states = word.is_none_or(|length| length == 1) && STATES.iter().any(|state| tokens[at].is(state));
        let number = used[at] || is_of_no_figure(&tokens, at);
        number.then_some(1).or(word.filter(|_| !states)).or_else(|| numbered(rest))
    })
}

/// Whether a cell can only name a part of the children, or of the year: `Male`, `Under 16`, `Q1`.
pub(in crate::read) fn names_part(text: &str) -> bool {
    let tokens = tokens(text);
    (0..tokens.len()).any(|at| matches!(title(&tokens[at..]), Some((InTitle::Part | InTitle::CellPart, _))))
}

/// Whether a note beside the answers of a row is understood. Years, numbers and groups of children in it may be other ones.
pub(in crate::read) fn is_note_understood(text: &str) -> bool {
    let tokens = tokens(text);
    is_harmless(text, &tokens)
        || says_how_far(text)
        || walk(&tokens, |at| {
            let joins = |class: &Class| {
                matches!(
                    class,
                    Class::Link | Class::Of | Class::And | Class::Or | Class::At | Class::Aside | Class::Version
                )
            };
            let of_heading = phrase(&tokens[at..]).filter(|(class, _)| joins(class)).map(|(_, length)| length);
            of_heading.or_else(|| title_word(&tokens[at..])).or_else(|| dated(&tokens[at..]))
        })
}

/// Whether a cell says only how far an answer has come: `Complete`, `Replied late`.
pub(in crate::read) fn says_how_far(text: &str) -> bool {
    let tokens = tokens(text);
    let mut at = 0;
    while at < tokens.len() {
        match title(&tokens[at..]) {
            Some((InTitle::CellReply, length)) => at += length,
            _ => return false,
        }
    }
    true
}

/// Whether a text explains a word or a sign: `Missing: …`, `c = suppressed`. What follows `Note:` explains nothing.
pub(super) fn explains(text: &str) -> bool {
    let Some((term, meaning)) = text.split_once([':', '=']).or_else(|| text.split_once(" means ")) else {
        return false;
    };
    let words = tokens(term);
    let is_number = term.trim().bytes().all(|byte| byte.is_ascii_digit());
    let is_sign = !is_number && term.trim().trim_matches(['"', '“', '”', '[', ']', '(', ')']).chars().count() <= 3;
    let of_figures = |class: Class| {
        matches!(
            class,
            Class::Missing | Class::Away | Class::Group(_) | Class::Incident | Class::Link | Class::And | Class::Or
        )
    };
    let is_term = || {
        !words.is_empty()
            && words.len() <= TERM
            && walk(&words, |at| phrase(&words[at..]).filter(|(class, _)| of_figures(*class)).map(|(_, length)| length))
    };
    // What follows a group and a colon may be the part of it that is counted: `UASC: Albania`.
    let says_meaning = || !text.contains(':') || text.contains('=') || is_line_understood(meaning);
    !meaning.trim().is_empty() && (is_sign || is_term() && says_meaning())
}

/// Whether a text has nothing but words of the given lengths.
fn walk(tokens: &[Token], length: impl Fn(usize) -> Option<usize>) -> bool {
    let mut at = 0;
    while at < tokens.len() {
        let Some(more) = length(at) else { return false };
        at += more;
    }
    true
}

/// A line that is about the answers themselves, or whose words stand for nothing else.
pub(super) fn is_harmless(text: &str, tokens: &[Token]) -> bool {
    is_of_answers(text, tokens) || !text.chars().any(char::is_alphanumeric) || explains(text)
}

/// A line that is about the answers themselves: a contact, a source, a licence.
pub(super) fn is_of_answers(text: &str, tokens: &[Token]) -> bool {
    is_address(text)
        || is_of_letter_alone(text, tokens)
        || (0..tokens.len()).any(|at| matches!(line(&tokens[at..]), Some((InLine::Whole, _))))
}

/// Whether a text has the address of a page or a mailbox.
pub(in crate::read) fn is_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["@", "http:", "https:", "www."].iter().any(|sign| lower.contains(sign))
}

/// How many tokens at the start say nothing in a line or in a title; of two phrases the longer counts.
fn title_word(tokens: &[Token]) -> Option<usize> {
    let of_line = line(tokens).map(|(_, length)| length);
    match title(tokens) {
        Some((_, length)) if of_line.is_some_and(|own| own >= length) => of_line,
        Some((InTitle::Harmless | InTitle::Aside | InTitle::CellReply, length)) => Some(length),
        Some(_) => None,
        None => of_line,
    }
}

/// A day: `3 May 2024`, `3 May`, `May`.
fn dated(tokens: &[Token]) -> Option<usize> {
    day(tokens)
        .map(|(_, length)| length)
        .or_else(|| day_month(tokens).map(|(_, _, length)| length))
        .or_else(|| (tokens[0].text.len() > 2 && month_of(&tokens[0].text).is_some()).then_some(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn harmless_lines_and_notes_are_told_from_others() {
        for text in [
            "",
            "Thank you for your request",
            "Kind regards",
            "Information Governance Team",
            "Source: our own records",
            "Contact: foi@kent.gov.uk",
            "Tel. 01234 567890",
            "Open Government Licence",
            "OFFICIAL - SENSITIVE",
            "Ref: FOI 2024/1234",
            "Freedom of Information request FOI-10234",
            "Please find our answers below.",
            "Missing: whereabouts are not known",
            "c = suppressed",
            "Percentages are rounded",
            "Kent County Council",
            "Table 1",
            "Unaccompanied children who went missing, 2023",
            "Answers of local authorities",
            "England only",
        ] {
            assert!(is_line_understood(text), "{text}");
        }
        for text in ["Superseded by another version", "Worst case", "Figures were scaled up", "See revised"] {
            assert!(!is_line_understood(text), "{text}");
        }
        for text in [
            "",
            "-",
            "by phone",
            "see the letter of 3 May 2024",
            "see attached",
            "Replied late",
            "12/03/2024",
            "thanks",
        ] {
            assert!(is_note_understood(text), "{text}");
        }
        for text in ["2023", "12 incidents in all", "All looked after children", "scaled up", "Medway"] {
            assert!(!is_note_understood(text), "{text}");
        }
    }
}
