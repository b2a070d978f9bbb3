//! What a title or a note says against the headings without saying which figures it means: that numbers are not exact, that
//! incidents are counted, that absences are.

use super::counted::counts_incidents;
use super::tokens::{Token, tokens};

/// A longer text explains how something was done.
const LONGEST: usize = 20;
const INEXACT: &[&str] =
    &["rounded", "estimate", "estimates", "estimated", "approximate", "approximates", "approximately", "approx"];
/// Words of texts about shares, which are always rounded.
const OF_SHARES: &[&str] = &["percentage", "percentages", "percent", "%", "share", "shares", "rate", "rates"];
const AWAY: &[&str] = &["absent", "absence", "absences", "unauthorised", "authorisation", "unauthorized"];

/// What a text says, as far as headings may say otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::read) struct Against {
    /// Numbers are rounded or estimated.
    pub(in crate::read) inexact: bool,
    /// Incidents are counted.
    pub(in crate::read) incidents: bool,
    /// Absences are counted, alone or beside what is missing.
    pub(in crate::read) away: bool,
}

impl Against {
    /// What a title, a note or the name of a sheet says.
    pub(in crate::read) fn of(text: &str) -> Self {
        let tokens = tokens(text);
        if tokens.is_empty() || tokens.len() > LONGEST {
            return Self::default();
        }
        Self {
            inexact: has(&tokens, INEXACT) && !has(&tokens, OF_SHARES) && !has(&tokens, &["not", "no", "never"]),
            incidents: counts_incidents(text).is_some(),
            away: names_away(text),
        }
    }

    /// Whether it says anything.
    pub(in crate::read) fn any(self) -> bool {
        self != Self::default()
    }
}

/// Whether a text names children who are away without authorisation.
pub(in crate::read) fn names_away(text: &str) -> bool {
    let tokens = tokens(text);
    has(&tokens, AWAY) && !has(&tokens, &["not", "no", "without"]) || is_away_without(&tokens)
}

fn is_away_without(tokens: &[Token]) -> bool {
    tokens.windows(2).any(|pair| pair[0].is("away") && ["without", "from"].iter().any(|word| pair[1].is(word)))
}

fn has(tokens: &[Token], words: &[&str]) -> bool {
    tokens.iter().any(|token| words.iter().any(|word| token.is(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_speaks_against_headings_is_told_from_what_explains_them() {
        let said = |text: &str| {
            let of = Against::of(text);
            [(of.inexact, 'i'), (of.incidents, 'n'), (of.away, 'a')].iter().filter(|of| of.0).map(|of| of.1).collect()
        };
        let cases = [
            ("All figures rounded to the nearest 5", "i"),
            ("Estimated figures", "i"),
            ("† estimate", "i"),
            ("Approx.", "i"),
            ("Percentages are rounded", ""),
            ("Numbers are not rounded", ""),
            ("Missing incidents 2023", "n"),
            ("Number of missing episodes", "n"),
            ("Children with a missing incident", ""),
            ("Absent children", "a"),
            ("Away without authorisation", "a"),
            ("absent or missing", "a"),
            ("[1] includes absences", "a"),
            ("Does not include absences", ""),
            ("Missing children 2023", ""),
            ("", ""),
        ];
        for (text, expected) in cases {
            let found: String = said(text);
            assert_eq!(found, expected, "{text}");
        }
    }
}
