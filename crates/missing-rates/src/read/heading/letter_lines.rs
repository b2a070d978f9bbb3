//! Lines of letters that say nothing of figures: postal addresses, and who signed. Every word of them is known, or has the form of a name
//! or an address: a team that looks after some of the children (`Leaving Care Team`) is none.

use super::tokens::{Token, tokens};
use super::vocabulary::{Class, line, phrase, title};

/// A longer line is no address, and no signature.
const LONGEST: usize = 20;
/// What people and teams are.
const HEADS: &[&str] = &[
    "officer",
    "manager",
    "analyst",
    "director",
    "team",
    "department",
    "directorate",
    "administrator",
    "adviser",
    "advisor",
    "coordinator",
    "secretary",
    "solicitor",
    "service",
    "services",
    "unit",
    "relations",
    "intelligence",
];
/// What they are of, where they write letters.
const OF: &[&str] = &[
    "senior",
    "principal",
    "lead",
    "deputy",
    "assistant",
    "executive",
    "interim",
    "head",
    "corporate",
    "legal",
    "information",
    "governance",
    "performance",
    "business",
    "data",
    "protection",
    "complaints",
    "complaint",
    "customer",
    "communications",
    "insight",
    "policy",
    "strategy",
    "research",
    "records",
    "management",
    "compliance",
    "transparency",
    "access",
    "rights",
    "freedom",
    "foi",
    "requests",
    "request",
    "quality",
    "assurance",
    "democratic",
    "monitoring",
    "feedback",
    "systems",
    "mi",
    "childrens",
    "children",
    "families",
    "social",
    "care",
    "of",
    "and",
    "the",
    "for",
    "to",
];
/// Words by which a line with a postcode says which children are counted.
const WHERE: &[&str] = &[
    "in",
    "from",
    "within",
    "outside",
    "living",
    "live",
    "placed",
    "placement",
    "near",
    "around",
    "only",
    "excluding",
    "except",
    "not",
    "no",
    "area",
    "children",
    "child",
    "young",
    "people",
    "figures",
    "data",
];
/// The words of a name.
const NAME: std::ops::RangeInclusive<usize> = 2..=4;

/// Whether a line is a postal address, or a job or a team that answers requests, with or without a name.
pub(super) fn is_of_letter_alone(text: &str, tokens: &[Token]) -> bool {
    !tokens.is_empty() && tokens.len() <= LONGEST && (is_address(text, tokens) || is_signed(text))
}

/// Whether a text has a postcode, and no word about children.
fn is_address(text: &str, tokens: &[Token]) -> bool {
    let about = |at: usize| {
        WHERE.iter().any(|word| tokens[at].is(word))
            || matches!(
                phrase(&tokens[at..]),
                Some((Class::Group(_) | Class::Missing | Class::Away | Class::Incident | Class::Child, _))
            )
    };
    has_postcode(text) && !(0..tokens.len()).any(about)
}

/// `FOI Officer`, `Information Governance Team`, `Jo Bloggs, FOI Officer`.
fn is_signed(text: &str) -> bool {
    let mut parts = text.split([',', '|', '–', '\n']).flat_map(|part| part.split(" - ")).map(str::trim);
    let mut any = false;
    let known = parts.by_ref().filter(|part| !part.is_empty()).all(|part| {
        let tokens = tokens(part);
        let of = |token: &Token| [HEADS, OF].iter().any(|list| list.iter().any(|word| token.is(word)));
        let is_post = tokens.iter().all(of);
        any |= is_post && tokens.iter().any(|token| HEADS.iter().any(|word| token.is(word)));
        is_post || is_name(part)
    });
    known && (any || text.trim().eq_ignore_ascii_case("head of service"))
}

/// Whether a text has the form of a person's name, and no word that any heading, title or line has.
pub(in crate::read) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    // `O’Neill-Jones`
    let is_capital = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    let is_plain = |word: &&str| word.trim_end_matches('.').split(['-', '\'', '’']).all(is_capital);
    let tokens = tokens(text);
    let is_known = |at: usize| {
        let rest = &tokens[at..];
        phrase(rest).is_some() || title(rest).is_some() || line(rest).is_some()
    };
    NAME.contains(&words.len()) && words.iter().all(is_plain) && !(0..tokens.len()).any(is_known)
}

/// Whether a line ends a letter, so that a name below it signs it.
pub(in crate::read) fn ends_letter(text: &str) -> bool {
    const ENDS: [&str; 8] = [
        "yours sincerely",
        "yours faithfully",
        "yours truly",
        "kind regards",
        "best regards",
        "with kind regards",
        "regards",
        "many thanks",
    ];
    let words: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
    ENDS.contains(&words.join(" ").as_str())
}

/// Whether a text has a postcode: `Hull HU1 2AA`.
pub(in crate::read) fn has_postcode(text: &str) -> bool {
    let is_sign = |sign: char| !sign.is_ascii_alphanumeric();
    let words: Vec<&str> = text.split(is_sign).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| is_outward(pair[0]) && is_inward(pair[1]))
}

/// `HU1`, `EC1A`: one or two letters, a digit, and a digit or a letter.
fn is_outward(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = word.as_bytes().get(letters..).unwrap_or_default();
    let ends = rest.get(1).is_none_or(|last| last.is_ascii_digit() || last.is_ascii_uppercase());
    (1..=2).contains(&letters) && (1..=2).contains(&rest.len()) && rest[0].is_ascii_digit() && ends
}

/// `2AA`.
fn is_inward(word: &str) -> bool {
    matches!(word.as_bytes(), [digit, one, two] if digit.is_ascii_digit() && one.is_ascii_uppercase() && two.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_letters_are_told_from_lines_about_children() {
        for text in [
            "FOI Officer",
            "Information Governance Team",
            "Performance Analyst",
            "Head of Service",
            "Director of Children's Services",
            "Assistant Director, Children's Social Care",
            "Children and Families Directorate",
            "Business Intelligence",
            "Jo Bloggs, FOI Officer",
            "Jo Bloggs - Senior Performance Analyst",
            "County Hall, Maidstone, Kent, ME14 1XQ",
            "PO Box 123, Leeds LS1 1UR",
            "1 High Street, Leeds, LS1 1UR",
        ] {
            assert!(is_of_letter_alone(text, &tokens(text)), "{text}");
        }
        for text in [
            "Leaving Care Team",
            "UASC Team",
            "16+ team",
            "Fostering Service",
            "Assessment Team, FOI Officer",
            "Boys, FOI Officer",
            "Social care",
            "Jo Bloggs",
            "scaled up, FOI Officer",
            "Children in LS1 1UR",
            "LS1 1UR only",
            "Missing from LS1 1UR",
            "",
        ] {
            assert!(!is_of_letter_alone(text, &tokens(text)), "{text}");
        }
        assert!(is_name("Jo Bloggs") && is_name("Siân O’Neill-Jones"));
        for text in ["Girls Only", "Leaving Care", "Jo", "scaled up", "Worst Case Of All Cases", "Q1 Only"] {
            assert!(!is_name(text), "{text}");
        }
        assert!(ends_letter("Yours sincerely,") && !ends_letter("Thanks to girls"));
    }

    #[test]
    fn a_postcode_is_known_by_its_form() {
        for text in ["Civic Hall, Leeds LS1 1UR", "EC1A 1BB", "Hull, HU1 2AA."] {
            assert!(has_postcode(text), "{text}");
        }
        for text in ["Q1 2024", "UASC 12", "FOI2 345", "A1 children", "16 AND 17"] {
            assert!(!has_postcode(text), "{text}");
        }
    }
}
