//! Words by which the days and years of a text are those of a letter, or of when somebody looked, and not of its figures.

use super::tokens::Token;

/// Words of texts whose year is that of a letter, or of an Act.
const OF_LETTERS: &[&str] = &[
    "received",
    "sent",
    "published",
    "publication",
    "printed",
    "dated",
    "date",
    "updated",
    "created",
    "modified",
    "copyright",
    "ref",
    "reference",
    "request",
    "requests",
    "requested",
    "released",
    "extracted",
    "downloaded",
    "revised",
    "issued",
    "asked",
];
/// Whether a text has such a word.
pub(super) fn is_dated(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| OF_LETTERS.iter().any(|word| token.is(word)))
}

/// Whether the days of a text are those of a letter or of its data, and not of its figures. A year to date has the word `date`.
pub(super) fn is_of_letters(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| !token.is("date") && OF_LETTERS.iter().any(|word| token.is(word)))
}
