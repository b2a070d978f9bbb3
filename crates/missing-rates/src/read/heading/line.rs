//! Whether a line beside a table, or a note beside its answers, is understood to change no figure: thanks, contacts, sources, dates of
//! letters, what a word means. Whatever else is written there may change one.

use super::letter_lines::is_of_letter_alone;
use super::tokens::{Token, tokens};
use super::vocabulary::{Class, InLine, InTitle, line, phrase, title};
use super::whose::authority_in_title;
use crate::area::meant;
use crate::read::when::{BareYear, day, day_month, find, month_of};

/// A term that is explained has no more words.
const TERM: usize = 4;

/// Whether a line above or below a table is understood. What it names, its table names too or it is asked about elsewhere.
pub(in crate::read) fn is_line_understood(text: &str) -> bool {
    let tokens = tokens(text);
    is_harmless(text, &tokens)
        || meant(text).is_some()
        || authority_in_title(text).is_some()
        || (text.contains(char::is_alphabetic) || !names_part(text))
            && {
                let used = find(&tokens, BareYear::Calendar).used;
                walk(&tokens, |at| {
                    let plain = matches!(phrase(&tokens[at..]), Some((class, _)) if !matches!(class, Class::Other | Class::Except | Class::Both | Class::Many));
                    let length = phrase(&tokens[at..]).filter(|_| plain).map(|(_, length)| length);
                    let number = (used[at] || tokens[at].number.is_some()).then_some(1);
                    number.or(length).or_else(|| title_word(&tokens[at..])).or_else(|| dated(&tokens[at..]))
                })
            }
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
    let is_sign = term.trim().trim_matches(['"', '“', '”', '[', ']', '(', ')']).chars().count() <= 3;
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
    !meaning.trim().is_empty() && (is_sign || is_term())
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
