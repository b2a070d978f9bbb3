//! A part of a year that is all that a text says: `June`, `5 May`, `Jan 24`, `01/24`, `2024-03`, `31/3`.

use super::tokens::Token;
use crate::read::when::{day_month, month_of};

/// Whether a text is nothing but a month, a day without its year, or a quarter.
pub(super) fn is_part_alone(tokens: &[Token]) -> bool {
    let whole_day = || day_month(tokens).is_some_and(|(_, _, length)| length == tokens.len());
    match tokens {
        [one] => is_month(one),
        [one, other] => {
            is_quarter(one, other)
                || is_month(one) && other.number.is_some() && other.text.len() < 3
                || is_in_figures(one, other)
                || whole_day()
        }
        _ => whole_day(),
    }
}

/// `Q1`, `half 2`.
pub(super) fn is_quarter(part: &Token, number: &Token) -> bool {
    ["q", "quarter", "qtr", "h", "half", "term"].iter().any(|word| part.is(word))
        && number.number.is_some_and(|number| (1..5).contains(&number))
}

/// `Q1-Q3`, `Q1 to 3`: more than one quarter, and less than a year. Questions are numbered like that, too.
pub(super) fn are_quarters(tokens: &[Token], at: usize) -> bool {
    const OF_QUESTIONS: &[&str] =
        &["question", "questions", "answer", "answers", "response", "responses", "reply", "replies", "request", "foi"];
    let Some([part, number, joint, ..]) = tokens.get(at..) else { return false };
    let word = ["to", "until", "till", "through", "and"].iter().any(|word| joint.is(word));
    let from = at + 2 + usize::from(word);
    let last = from + usize::from(tokens.get(from).is_some_and(|token| token.is(&part.text)));
    let last = tokens.get(last).and_then(|token| token.number);
    (word || matches!(joint.before, '-' | '–' | '—' | '/'))
        && is_quarter(part, number)
        && last.is_some_and(|last| Some(last) > number.number && last < 5 && (number.number, last) != (Some(1), 4))
        && !tokens.iter().any(|token| OF_QUESTIONS.iter().any(|word| token.is(word)))
}

/// A word that is a month. `May` alone is one, too.
pub(super) fn is_month(token: &Token) -> bool {
    token.text.len() > 2 && month_of(&token.text).is_some()
}

/// A month of a year, or a day of a month, in figures. `2011-12` and `11/12` are years, `1/2` is anything.
fn is_in_figures(one: &Token, other: &Token) -> bool {
    let (Some(first), Some(second)) = (one.number, other.number) else { return false };
    let joined = matches!(other.before, '/' | '-' | '–' | '.');
    let is_of_two = |token: &Token| token.text.len() == 2;
    let follows = (first + 1) % 100 == second;
    let month_of_year = is_of_two(one)
        && is_of_two(other)
        && (1..13).contains(&first)
        && (13..50).contains(&second)
        && other.before != '.';
    let year_and_month =
        one.text.len() == 4 && (1990..2050).contains(&first) && is_of_two(other) && (1..13).contains(&second);
    let day_of_month = (13..32).contains(&first) && (1..13).contains(&second) && matches!(other.before, '/' | '.');
    joined && !follows && (month_of_year || year_and_month || day_of_month)
}
