//! Whether a title says that its figures are of several years: `2020-2024`, `Five-year total`. Above rows of one year, either is wrong.

use super::of_letters::is_of_letters;
use super::tokens::{Token, tokens};

/// A longer text is a note.
const LONGEST: usize = 12;
const COUNTS: &[&str] = &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
/// Words by which years are how old a child is, or how long something takes.
const AGES: &[&str] = &["old", "olds", "aged", "age", "ages", "over", "under"];

/// Whether a text names several years.
pub(in crate::read) fn names_several_years(text: &str) -> bool {
    let tokens = tokens(text);
    let has = |words: &[&str]| tokens.iter().any(|token| words.iter().any(|word| token.is(word)));
    tokens.len() <= LONGEST
        && !is_of_letters(&tokens)
        && !has(&["act", "acts", "regulations"])
        && ((1..tokens.len()).any(|at| is_span(&tokens, at)) || !has(AGES) && tokens.windows(2).any(is_number_of_years))
}

/// `2020-24`, `2020 to 2024`. `2023-24` is one year.
fn is_span(tokens: &[Token], at: usize) -> bool {
    let word = usize::from(["to", "until", "till", "through"].iter().any(|word| tokens[at].is(word)));
    let Some(last) = tokens.get(at + word) else { return false };
    let joined = word > 0 || matches!(last.before, '-' | '–' | '—' | '/');
    let (Some(from), Some(to)) = (tokens[at - 1].number, last.number) else { return false };
    let to = match last.text.len() {
        // `2020 to 31 March` goes on with a day.
        2 if word == 0 => to + 2000,
        4 => to,
        _ => return false,
    };
    joined && (1990..2050).contains(&from) && (from + 2..2050).contains(&to) && to < from + 30
}

/// `5 years`, `Five-year`.
fn is_number_of_years(pair: &[Token]) -> bool {
    let count = pair[0].number.is_some_and(|number| (2..13).contains(&number)) && !matches!(pair[0].before, '/' | '-');
    (count || COUNTS.iter().any(|word| pair[0].is(word)))
        && ["year", "years", "yr", "yrs"].iter().any(|word| pair[1].is(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_years_are_told_from_one() {
        for text in [
            "2020-2024",
            "Total 2020-24",
            "2020 to 2024",
            "5 years",
            "Five-year total of UASC missing",
            "UASC, last three years",
        ] {
            assert!(names_several_years(text), "{text}");
        }
        for text in [
            "2023-24",
            "2023/24",
            "2023-2024",
            "2024",
            "2024-03",
            "16 year olds",
            "Children over 5 years",
            "Sent 2020-2024",
            "2024/1234",
            "12/5 years",
            "1 January 2024 to 31 December 2024",
            "",
        ] {
            assert!(!names_several_years(text), "{text}");
        }
    }
}
