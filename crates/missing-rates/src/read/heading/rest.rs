//! What a line beside a table says besides what is counted and whose it is: `Q1` of `UASC Q1`, `16-17` of `Kent UASC 16-17`. That a line
//! names a group makes none of its other words say less.

use super::of_letters::is_of_letters;
use super::tokens::{Token, tokens};
use super::vocabulary::{Class, InTitle, phrase, title};
use super::whose::without_names;
use crate::read::when::{BareYear, find};

/// A longer text is a note, in which such words may be about something else.
const LONGEST: usize = 12;
/// Words of texts about letters, whose days are none of figures.
const LETTER: &[&str] =
    &["foi", "foia", "eir", "response", "responses", "reply", "replies", "answer", "answers", "letter", "email"];
/// Words that mean something beside a number.
const KEPT: &[&str] = &["year", "period", "sample"];

/// What a text says besides what is counted and whose it is. `None` if it names neither, or is of a letter.
pub(super) fn beside_figure(text: &str) -> Option<String> {
    let own = without_names(text);
    let tokens = tokens(&own);
    let of_letter = is_of_letters(&tokens) || tokens.iter().any(|token| is(token, LETTER));
    if of_letter || tokens.len() > LONGEST {
        return None;
    }
    let of_days = find(&tokens, BareYear::Calendar).used;
    let mut rest = String::new();
    let (mut at, mut names) = (0, own.len() < text.trim().len());
    while at < tokens.len() {
        if let Some(length) = of_figure(&tokens[at..]).filter(|_| !of_days[at]) {
            (names, at) = (true, at + length);
        } else {
            add(&mut rest, &tokens[at]);
            at += 1;
        }
    }
    names.then_some(rest)
}

fn is(token: &Token, words: &[&str]) -> bool {
    words.iter().any(|word| token.is(word))
}

/// How many tokens at the start name what is counted, or say nothing.
fn of_figure(tokens: &[Token]) -> Option<usize> {
    let own = title(tokens);
    let heading = phrase(tokens).filter(|(_, length)| own.is_none_or(|(_, own)| *length >= own));
    let names = |class: &Class| {
        matches!(
            class,
            Class::Child
                | Class::Group(_)
                | Class::Missing
                | Class::Away
                | Class::Incident
                | Class::From
                | Class::Link
                | Class::Of
        )
    };
    let plain = own.filter(|(does, length)| *does == InTitle::Harmless && !(*length == 1 && is(&tokens[0], KEPT)));
    heading.filter(|(class, _)| names(class)).map(|(_, length)| length).or(plain.map(|(_, length)| length))
}

/// Adds a word as it was written, but for its capitals.
fn add(rest: &mut String, token: &Token) {
    if !rest.is_empty() {
        rest.extend(token.spaced.then_some(' '));
        rest.extend((!matches!(token.before, ' ' | '\0')).then_some(token.before));
    }
    rest.push_str(&token.text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_beside_a_group_or_an_authority_is_found() {
        for (text, rest) in [
            ("UASC Q1", "q1"),
            ("Q1 UASC", "q1"),
            ("Kent Q1", "q1"),
            ("Kent UASC 16-17", "16-17"),
            ("UASC 31/03/2024", "31/03/2024"),
            ("UASC – Eritrea", "eritrea"),
            ("2024 UASC Q1", "2024 q1"),
            ("Unaccompanied asylum-seeking children who went missing, Kent County Council", ""),
            ("UASC data", ""),
        ] {
            assert_eq!(beside_figure(text).as_deref(), Some(rest), "{text}");
        }
        for text in ["Eritrea", "FOI response UASC 5 May", "UASC sent on 5 May", ""] {
            assert_eq!(beside_figure(text), None, "{text}");
        }
    }
}
