//! Whose figures are, by a title: the name of one authority, alone (`Hull City Council`) or beside words about an answer (`Kirklees
//! Council - FOI response`). Beside any other word it may be somebody else (`Children placed in Kent`).

use super::letter_lines::has_postcode;
use super::tokens::{Token, tokens};
use super::vocabulary::{InTitle, phrase, title};
use crate::area::{How, meant, several};
use crate::read::when::{BareYear, find};

/// A longer text is a note.
const LONGEST: usize = 160;
/// So many spaces has a title that begins or ends with a name.
const WORDS: usize = 8;
/// The fewest letters of another name of an authority that is one word without small letters: `BCP` may be anything.
const INITIALS: usize = 5;
/// Words about an answer to a request.
const ANSWER: &[&str] = &[
    "foi",
    "foia",
    "freedom",
    "of",
    "information",
    "act",
    "request",
    "requests",
    "response",
    "responses",
    "reply",
    "answer",
    "answers",
    "data",
    "figures",
    "return",
    "ref",
    "reference",
    "no",
    "number",
    "letter",
];
/// Words between these and a name.
const BY: &[&str] = &["from", "of", "by", "for", "the"];
/// A part that ends with one of these is about who comes after it in another way.
const TO: &[&str] = &["to", "in", "at", "near", "with", "and", "or"];
/// Words for several authorities.
const SEVERAL: &[&str] = &["authorities", "councils", "las"];

/// What stands before a colon and the name of whoever answers.
const LABELS: &[&str] = &[
    "authority",
    "local authority",
    "respondent",
    "la",
    "public body",
    "public authority",
    "name of authority",
    "name of local authority",
    "authority name",
    "local authority name",
];

/// A title without the label before the name: `Authority: Kent`.
fn without_label(text: &str) -> &str {
    let is_label = |label: &str| LABELS.iter().any(|known| label.trim().eq_ignore_ascii_case(known));
    text.split_once(':').filter(|(label, _)| is_label(label)).map_or(text, |(_, name)| name)
}

/// The name of the one authority that a title names, as it is written there.
pub(in crate::read) fn authority_in_title(text: &str) -> Option<&str> {
    let text = without_label(text).trim();
    if text.len() > LONGEST || text.is_empty() {
        return None;
    }
    let is_strong = |sign: char| matches!(sign, '–' | '—' | '|' | ':' | ';' | '(' | ')' | '[' | ']' | '\n');
    alone(text).or_else(|| beside_parts(text.split(is_strong).flat_map(|part| part.split(" - ")), |_| false)).or_else(
        || {
            // What is behind the name in an address is where it is.
            let in_address = has_postcode(text);
            beside_parts(
                text.split(is_strong).flat_map(|part| part.split([',']).flat_map(|part| part.split(" - "))),
                |at| in_address && at > 0,
            )
        },
    )
}

/// A title without the name of the authority in it: what it says of the figures.
pub(in crate::read) fn without_authority(text: &str) -> String {
    match authority_in_title(text) {
        Some(name) => without_label(text).replacen(name, "", 1),
        None => text.to_owned(),
    }
}

/// The same, and without the name that a text begins or ends with: `Kent UASC 2024`. What is in a place is somebody else's.
pub(super) fn without_names(text: &str) -> String {
    let (text, own) = (text.trim(), without_authority(text.trim()));
    if own.len() < text.len() {
        return own;
    }
    let spaces = || text.char_indices().filter(|(_, sign)| sign.is_whitespace()).map(|(at, _)| text.split_at(at));
    if spaces().count() > WORDS {
        return text.to_owned();
    }
    let first = spaces().rfind(|(name, _)| alone(name).is_some()).map(|(_, rest)| rest);
    let ends_in = |rest: &str| rest.split_whitespace().last().is_some_and(|word| TO.contains(&&*word.to_lowercase()));
    let last = || spaces().find(|(rest, name)| alone(name.trim()).is_some() && !ends_in(rest)).map(|(rest, _)| rest);
    first.or_else(last).unwrap_or(text).to_owned()
}

/// Whether a text is the name of an authority, and nothing else.
fn alone(text: &str) -> Option<&str> {
    let text = text.trim_end_matches([',', ';', '.', ':']);
    let is_word = |text: &str| {
        text.contains(char::is_whitespace)
            || text.len() >= INITIALS
            || text.len() + 1 >= INITIALS && text.contains(char::is_lowercase)
    };
    meant(text)
        .filter(|(_, how)| match how {
            How::Name => true,
            How::Alias => is_word(text),
            How::Code => false,
        })
        .map(|_| text)
}

/// The name among the parts of a text, if the others are about an answer, or may say anything.
fn beside_parts<'a>(parts: impl Iterator<Item = &'a str>, anything: impl Fn(usize) -> bool) -> Option<&'a str> {
    let mut named: Option<&str> = None;
    for (at, part) in parts.map(str::trim).filter(|part| !part.is_empty()).enumerate() {
        match (alone(part).or_else(|| beside_words(part)), named) {
            (Some(name), None) => named = Some(name),
            (Some(name), Some(first)) if is_another(first, name) => return None,
            (Some(_), Some(_)) => {}
            (None, _) if anything(at) || is_plain(part) => {}
            (None, _) => return None,
        }
    }
    named
}

/// The name in a part that has it after or before words about an answer: `FOI response from Leeds`, `Leeds FOI 2025/123`.
fn beside_words(part: &str) -> Option<&str> {
    let spaces: Vec<usize> = part.char_indices().filter(|(_, sign)| sign.is_whitespace()).map(|(at, _)| at).collect();
    let plain = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    let is_answer = |word: &str| {
        let word = plain(word);
        ANSWER.contains(&word.as_str()) || word.contains(|sign: char| sign.is_ascii_digit()) || word.is_empty()
    };
    let before = spaces.iter().rev().find_map(|at| {
        let (name, rest) = part.split_at(*at);
        rest.split_whitespace().all(is_answer).then(|| alone(name)).flatten()
    });
    before.or_else(|| {
        spaces.iter().find_map(|at| {
            let (rest, name) = part.split_at(*at);
            let says = rest.split_whitespace().any(|word| plain(word) != "of" && is_answer(word));
            let all = rest.split_whitespace().all(|word| is_answer(word) || BY.contains(&plain(word).as_str()));
            (says && all).then(|| alone(name.trim())).flatten()
        })
    })
}

/// A text without the words about an answer before it: `Kent and Medway` of `Figures for Kent and Medway`.
pub(in crate::read) fn without_answer(text: &str) -> &str {
    let mut rest = text.trim();
    while let Some((word, after)) = rest.split_once(char::is_whitespace) {
        let word = word.to_lowercase();
        if !ANSWER.iter().chain(BY).any(|known| *known == word) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// Whether a title says that several authorities answer together.
pub(in crate::read) fn names_several(title: &str) -> bool {
    let words: Vec<String> = title.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
    words.iter().any(|word| matches!(word.as_str(), "joint" | "jointly"))
        || words.windows(3).any(|words| words == ["on", "behalf", "of"])
        || several(without_answer(title)) == Some(true)
}

/// Whether two names are of two authorities.
fn is_another(one: &str, other: &str) -> bool {
    meant(one).zip(meant(other)).is_none_or(|((one, _), (other, _))| one.code != other.code)
}

/// Whether a part of a title says only that it is about an answer, or what is counted, or when.
fn is_plain(part: &str) -> bool {
    let tokens = tokens(part);
    let used = find(&tokens, BareYear::Calendar).used;
    let mut at = 0;
    while at < tokens.len() {
        match plain_words(&tokens[at..]).or_else(|| used[at].then_some(1)) {
            Some(length) => at += length,
            None => return false,
        }
    }
    !tokens.last().is_some_and(|last| TO.iter().any(|word| last.is(word)))
}

fn plain_words(tokens: &[Token]) -> Option<usize> {
    let first = tokens.first()?;
    if SEVERAL.iter().any(|word| first.is(word)) {
        return None;
    }
    if first.number.is_some() || ANSWER.iter().chain(BY).chain(TO).any(|word| first.is(word)) {
        return Some(1);
    }
    if let Some((does, length)) = title(tokens) {
        let several = tokens[..length].iter().any(|token| SEVERAL.iter().any(|word| token.is(word)));
        return (does == InTitle::Harmless && !several).then_some(length);
    }
    let (class, length) = phrase(tokens)?;
    class.is_of_figure().then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_authority_of_a_title_is_found() {
        for (title, name) in [
            ("Hull City Council", "Hull City Council"),
            ("BCP Council", "BCP Council"),
            ("Slough Children First", "Slough Children First"),
            ("Sandwell Children's Trust", "Sandwell Children's Trust"),
            ("Together for Children Sunderland", "Together for Children Sunderland"),
            ("London Borough of Hackney", "London Borough of Hackney"),
            ("Rochdale MBC", "Rochdale MBC"),
            ("Kirklees Council - FOI response", "Kirklees Council"),
            ("FOI response from Kirklees Council", "Kirklees Council"),
            ("Kent County Council: response to FOI request", "Kent County Council"),
            ("Kirklees Council FOI 2025/123", "Kirklees Council"),
            ("Children missing from care - Hull City Council", "Hull City Council"),
            ("Data for Leeds", "Leeds"),
            (
                "Bournemouth, Christchurch and Poole Council - FOI response",
                "Bournemouth, Christchurch and Poole Council",
            ),
            ("Leeds City Council, Civic Hall, Leeds LS1 1UR", "Leeds City Council"),
            ("Kent, 2024", "Kent"),
        ] {
            assert_eq!(authority_in_title(title), Some(name), "{title}");
        }
    }

    #[test]
    fn a_title_that_may_be_of_somebody_else_names_nobody() {
        for title in [
            "Achieving for Children",
            "Northamptonshire Children's Trust",
            "Kent and Medway",
            "Kent - Medway",
            "Kent Police",
            "Children placed in Kent",
            "Missing children in Kent",
            "Children in care - from Kent",
            "Sent to: Kent County Council",
            "To: Kent County Council",
            "All authorities except Kent",
            "Local authorities: Kent",
            "Neighbours of Kent",
            "Kent region",
            "Bromsgrove District Council",
            "Dear Kent County Council",
            "BCP",
            "886",
            "Total",
            "",
        ] {
            assert_eq!(authority_in_title(title), None, "{title}");
        }
    }
}
