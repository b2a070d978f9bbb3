//! Ages in texts beside a table: `18+`, `Post-16`, `Age 17`, `Years 7-11`, `U16`, and `0-17` where a text says no more.

use super::rest::beside_figure;
use super::tokens::{Token, tokens};
use crate::read::when::month_of;

/// A longer text may be about anything.
const LONGEST: usize = 20;
/// Words before an age that children have, and before a year of school.
const AGES: &[&str] = &["age", "ages"];
const SIDES: &[&str] = &["post", "pre", "u"];
const YEARS: &[&str] = &["year", "years", "yr", "yrs"];
/// Words before `year` by which it is none of school.
const OF_DAYS: &[&str] = &["financial", "fiscal", "calendar", "collection", "ssda", "per", "last", "next"];

/// The ages that a text names.
pub(super) fn ages(text: &str) -> Vec<String> {
    let all = tokens(text);
    if all.len() > LONGEST {
        return Vec::new();
    }
    let mut found: Vec<String> =
        all.windows(2).filter(|pair| is_from(pair)).map(|pair| format!("{}+", pair[0].text)).collect();
    found.extend((1..all.len()).filter(|at| is_after_word(&all, *at)).map(|at| join(&all[at - 1..=at])));
    if !all.windows(2).any(|pair| is_range(&pair[0], &pair[1])) {
        return found;
    }
    let rest = beside_figure(text).map_or(all, |rest| tokens(&rest));
    if let [one, other] = rest.as_slice()
        && is_range(one, other)
    {
        found.push(format!("{}-{}", one.text, other.text));
    }
    found
}

fn join(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// `18+`: ages from a number on.
fn is_from(pair: &[Token]) -> bool {
    pair[1].is("+") && pair[1].before == '\0' && pair[0].number.is_some_and(|number| (10..26).contains(&number))
}

/// Whether a number is an age by the word before it. `Post 16 May` is a day.
fn is_after_word(tokens: &[Token], at: usize) -> bool {
    let (word, number) = (&tokens[at - 1], &tokens[at]);
    let Some(age) = number.number.filter(|_| number.text.len() < 3) else { return false };
    let of = |words: &[&str]| words.iter().any(|of| word.is(of));
    let dated = tokens.get(at + 1).is_some_and(|next| month_of(&next.text).is_some() || next.before == '/');
    let of_days = at > 1 && OF_DAYS.iter().any(|of| tokens[at - 2].is(of));
    let side = of(SIDES) && (10..26).contains(&age) && (!word.is("u") || number.before == '\0');
    !dated && (of(AGES) && age < 26 || side || of(YEARS) && (1..14).contains(&age) && !of_days)
}

/// `0-17`. Two numbers one after the other may be years, from `18-19` on.
fn is_range(one: &Token, other: &Token) -> bool {
    let (Some(first), Some(last)) = (one.number, other.number) else { return false };
    let joined = matches!(other.before, '-' | '–' | '—');
    joined
        && first < last
        && last < 26
        && !(first > 17 && last == first + 1)
        && one.text.len() < 3
        && other.text.len() < 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_told_from_other_numbers() {
        for text in [
            "Post-16",
            "Post 16",
            "Post-18",
            "Pre-16",
            "Age 17",
            "Age: 16",
            "Year 12",
            "Years 7-11",
            "0-17",
            "UASC 16-17",
            "UASC Post-16",
            "18+",
            "U16",
            "Kent U16s",
            "Ages 16 and 17",
        ] {
            assert_ne!(ages(text), Vec::<String>::new(), "{text}");
        }
        for text in [
            "Post 16 May",
            "Posted 16",
            "Page 17",
            "2023-24",
            "23-24",
            "Year 2024",
            "Financial year 12",
            "12 - 13 May 2024",
            "FOI 16-17",
            "Table 16",
            "01/24",
            "Ref U 16",
            "",
        ] {
            assert_eq!(ages(text), Vec::<String>::new(), "{text}");
        }
    }
}
