//! The numbers and ranges of a cell, and whether the words around them keep their meaning.

use super::token::{LARGEST, Token};
use super::{Answer, Withheld};
use crate::order::Ordered;

/// What comes before the end of a range: the words, whether the end itself is excluded, and whether the words are also
/// used about other things (`exempt under 40`, `children under 18`).
const BEFORE: &[(&str, bool, bool)] = &[
    ("less than or equal to", false, false),
    ("no more than", false, false),
    ("not more than", false, false),
    ("at most", false, false),
    ("a maximum of", false, false),
    ("maximum of", false, false),
    ("up to", false, true),
    ("< or =", false, false),
    ("< =", false, false),
    ("= <", false, false),
    ("≤", false, false),
    ("less than", true, false),
    ("fewer than", true, false),
    ("lower than", true, false),
    ("under", true, true),
    ("below", true, true),
    ("<", true, false),
];

/// What comes after the end of a range.
const AFTER: &[&str] =
    &["or less", "or fewer", "or under", "or below", "or lower", "and under", "and below", "and fewer", "and less"];

/// Words that may be beside a number without changing it.
const UNITS: &[&str] = &[
    "child",
    "children",
    "young",
    "people",
    "person",
    "persons",
    "individual",
    "individuals",
    "case",
    "cases",
    "incident",
    "incidents",
    "episode",
    "episodes",
    "occasion",
    "occasions",
    "times",
    "uasc",
    "lac",
    "cla",
    "cyp",
    "yp",
    "unaccompanied",
    "trafficked",
    "missing",
    "looked",
    "after",
    "in",
    "care",
    "total",
    "of",
    "the",
    "was",
    "were",
    "there",
    "went",
    "who",
    "see",
    "note",
    "notes",
    "footnote",
    "below",
    "identified",
    "inclusive",
    "provisional",
    "revised",
    "return",
    "a",
    "b",
    "p",
    "r",
];

/// Further words that may be beside a range, which say why no more is given.
const REASONS: &[&str] = &[
    "-",
    "refused",
    "refusal",
    "exempt",
    "exemption",
    "exempted",
    "exemptions",
    "declined",
    "withheld",
    "under",
    "section",
    "act",
    "foi",
    "foia",
    "foisa",
    "personal",
    "data",
    "information",
    "suppressed",
    "suppression",
    "redacted",
    "confidential",
    "disclosed",
    "disclosure",
    "control",
    "risk",
    "due",
    "to",
    "small",
    "low",
    "number",
    "numbers",
    "so",
    "too",
    "very",
    "is",
    "are",
    "as",
    "and",
    "for",
    "by",
    "applied",
    "applies",
    "identify",
    "identification",
    "identifiable",
    "protection",
    "dpa",
    "gdpr",
    "which",
    "be",
    "would",
    "could",
    "may",
];

/// What is in a cell.
#[derive(Default)]
pub(super) struct Phrase<'a> {
    /// Numbers, each once.
    counts: Vec<u64>,
    /// Lowest and highest, each range once.
    ranges: Vec<(u64, u64)>,
    /// How many numbers are not counts.
    no_counts: usize,
    /// How many numbers are percentages, which are not counts either, and may be beside a count.
    percentages: usize,
    /// The other words.
    words: Vec<&'a str>,
    /// Whether it begins with a number or range.
    pub(super) begins_with_value: bool,
    /// Whether a range is in the middle, after words that are also used about other things.
    doubtful: bool,
}

impl<'a> Phrase<'a> {
    /// What these tokens say.
    pub(super) fn parse(tokens: &[Token<'a>]) -> Self {
        let mut phrase = Self::default();
        let mut at = 0;
        while at < tokens.len() {
            at += phrase.take(&tokens[at..], at == 0);
        }
        phrase.counts.order();
        phrase.counts.dedup();
        phrase.ranges.order();
        phrase.ranges.dedup();
        phrase
    }

    /// Takes what begins here, and returns how many tokens it has.
    fn take(&mut self, tokens: &[Token<'a>], first: bool) -> usize {
        for (words, without_end, doubtful) in BEFORE {
            if let Some(length) = starts(tokens, words)
                && let Some(&Token::Count(end)) = tokens.get(length)
            {
                self.begins_with_value |= first;
                self.doubtful |= *doubtful && !first;
                self.range(Some(0), end.checked_sub(u64::from(*without_end)));
                return length + 1;
            }
        }
        let (before, rest) = match tokens {
            [Token::Word("between" | "from"), rest @ ..] => (1, rest),
            _ => (0, tokens),
        };
        match (rest, before) {
            (&[Token::Count(low), Token::Word(between), Token::Count(high), ..], _)
                if ["-", "to"].contains(&between) || before == 1 && between == "and" =>
            {
                self.begins_with_value |= first;
                self.range(Some(low), Some(high));
                before + 3
            }
            (&[Token::Count(_) | Token::NoCount, Token::Word("%" | "percent"), ..], 0) => {
                self.begins_with_value |= first;
                self.percentages += 1;
                2
            }
            (&[Token::Count(_) | Token::NoCount, Token::Word("per"), Token::Word("cent"), ..], 0) => {
                self.begins_with_value |= first;
                self.percentages += 1;
                3
            }
            (&[Token::Count(end), ..], 0) => {
                self.begins_with_value |= first;
                if let Some(length) = AFTER.iter().find_map(|words| starts(&tokens[1..], words)) {
                    self.range(Some(0), Some(end));
                    return 1 + length;
                }
                self.counts.push(end);
                1
            }
            (&[Token::NoCount, ..], 0) => {
                self.begins_with_value |= first;
                self.no_counts += 1;
                1
            }
            (&[Token::Word("note" | "footnote" | "ref"), Token::Count(_), ..], 0) => 2,
            (&[Token::Word("no"), Token::Word(unit), ..], 0) if UNITS.contains(&unit) => {
                self.begins_with_value |= first;
                self.counts.push(0);
                2
            }
            (_, _) => {
                if let Some(&Token::Word(word)) = tokens.first() {
                    self.words.push(word);
                }
                1
            }
        }
    }

    fn range(&mut self, lowest: Option<u64>, highest: Option<u64>) {
        match (lowest, highest) {
            // `2023-2024` is a year.
            (Some(low), Some(high)) if low <= high && high <= LARGEST && !(low >= 1990 && high == low + 1) => {
                self.ranges.push((low, high));
            }
            _ => self.words.push("?"),
        }
    }

    /// The number or range, if the cell holds exactly one and no word that could change its meaning.
    pub(super) fn answer(&self, section: bool) -> Option<Answer> {
        let only_units = self.words.iter().all(|word| UNITS.contains(word));
        let only_reasons = self.words.iter().all(|word| UNITS.contains(word) || REASONS.contains(word));
        match (&*self.counts, &*self.ranges, self.no_counts) {
            (&[count], [], 0) if only_units && !section => Some(Answer::Exact { count }),
            ([], &[(lowest, highest)], 0) if only_units || only_reasons && !self.doubtful => {
                Some(if lowest == highest {
                    Answer::Exact { count: lowest }
                } else {
                    Answer::Range { lowest, highest }
                })
            }
            ([], [], 0) if self.percentages > 0 && only_units && !section => {
                Some(Answer::Withheld { reason: Withheld::NotACount })
            }
            ([], [], 1) if only_units && !section => Some(Answer::Withheld { reason: Withheld::NotACount }),
            _ => None,
        }
    }
}

/// How many tokens these words have, if the tokens start with them.
fn starts(tokens: &[Token<'_>], words: &str) -> Option<usize> {
    let mut length = 0;
    for word in words.split(' ') {
        if tokens.get(length) != Some(&Token::Word(word)) {
            return None;
        }
        length += 1;
    }
    Some(length)
}
