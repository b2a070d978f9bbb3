//! Years in titles and names. A title that names a year and is not wholly understood gives no period, but it speaks against
//! another one: `Responses 2023` above figures that are asked for as those of 2024.

use super::of_letters::is_dated;
use super::title::period_of_title;
use super::tokens::{Token, tokens};
use crate::period::Period;
use crate::read::when::{BareYear, find, month_of};

/// A longer text is a note.
const LONGEST: usize = 20;
/// Words before a year that is not that of figures.
const OF_ACTS: &[&str] = &["act", "acts", "regulations", "regulation", "order", "measure"];

/// Words that make less of a year.
const PARTS: &[&str] = &["q", "quarter", "qtr", "h", "half", "term", "ytd", "months"];

/// A text that names a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NamedYear {
    /// As it is written.
    pub(crate) text: String,
    /// The period, if the text gives one beside its other words.
    pub(crate) period: Option<Period>,
    /// The month in which its years begin, if it says only of which kind they are: `Financial years`.
    pub(crate) begins: Option<u8>,
}

impl NamedYear {
    /// Whether it may be about this period.
    pub(crate) fn is_of(&self, period: Period) -> bool {
        self.period == Some(period) || self.begins == Some(period.start().ymd().1)
    }
}

/// The year that the title above a table names. Years of letters, references and Acts are not those of figures.
pub(in crate::read) fn year_in_title(text: &str) -> Option<NamedYear> {
    let tokens = tokens(text);
    let of_letter = is_dated(&tokens);
    if of_letter && period_of_title(text).is_none() { None } else { named(text, &tokens) }
}

/// The year that the name of a sheet names.
pub(in crate::read) fn year_in_name(text: &str) -> Option<NamedYear> {
    named(text, &tokens(text))
}

/// The same of the name of a file, where `FOI 2024` may be when it was asked.
pub(in crate::read) fn year_in_file_name(text: &str) -> Option<NamedYear> {
    let tokens = tokens(text);
    let asked = tokens.iter().any(|token| ["foi", "foia", "eir", "freedom"].iter().any(|word| token.is(word)));
    if asked { None } else { year_in_title(text) }
}

/// What a note below a table says that its figures are of: `Figures are for 2023, not 2024`. The period is `None` if they
/// are of less than a year, or if it is not clear of which.
pub(in crate::read) fn year_in_note(text: &str) -> Option<NamedYear> {
    const BEFORE: &[&str] = &["note", "notes", "nb", "please", "all", "the", "these"];
    const SUBJECTS: &[&str] = &["figure", "figures", "data", "number", "numbers", "nos", "counts", "answers"];
    const VERBS: &[&str] = &["are", "is", "relate", "relates", "cover", "covers", "refer", "refers", "for", "from"];
    const OTHERS: &[&str] = &["available", "held", "comparable", "provided", "compared", "higher", "lower", "rounded"];
    let of = |token: &Token, words: &[&str]| words.iter().any(|word| token.is(word));
    let tokens = tokens(text);
    let mut rest = tokens.iter().skip_while(|token| of(token, BEFORE));
    let begins =
        rest.next().is_some_and(|token| of(token, SUBJECTS)) && rest.next().is_some_and(|token| of(token, VERBS));
    if !begins || tokens.iter().any(|token| of(token, OTHERS)) {
        return None;
    }
    let named = year_in_title(text)?;
    let denied = tokens.iter().any(|token| token.is("not"));
    let unclear = denied || named.period.is_none() && is_part_beside_year(&tokens);
    (unclear || named.period.is_some()).then(|| NamedYear { period: named.period.filter(|_| !denied), ..named })
}

/// Whether a part of a year is named beside it: `Q1 2024`, but not question 1 in `Q1 Children in care in 2024`.
pub(super) fn is_part_beside_year(tokens: &[Token]) -> bool {
    let used = find(tokens, BareYear::Calendar).used;
    let is_part = |at: usize| !used[at] && PARTS.iter().any(|word| tokens[at].is(word));
    let near = |at: usize| (at.saturating_sub(1)..tokens.len().min(at + 4)).any(|at| is_year(tokens, at));
    tokens.len() <= LONGEST && (0..tokens.len()).any(|at| is_part(at) && near(at))
}

fn named(text: &str, tokens: &[Token]) -> Option<NamedYear> {
    if tokens.len() > LONGEST || !(0..tokens.len()).any(|at| is_year(tokens, at)) {
        return None;
    }
    let found = find(tokens, BareYear::Calendar);
    let part = |(token, used): (&Token, &bool)| {
        !used && (PARTS.iter().any(|word| token.is(word)) || month_of(&token.text).is_some())
    };
    // `Q1 2024` is a part of a year, and nobody knows of which.
    let whole = !tokens.iter().zip(&found.used).any(part);
    let beside = found.period.or_else(|| short(tokens)).filter(|_| whole);
    let period = period_of_title(text).or(beside);
    Some(NamedYear { text: text.trim().to_owned(), period, begins: None })
}

/// Whether a year is written here that may be that of figures: no day, and no number of a letter.
fn is_year(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let after = tokens.get(at + 1);
    let of_act = before.is_some_and(|before| OF_ACTS.iter().any(|word| before.is(word)));
    if token.grouped || of_act {
        return false;
    }
    let joined = |token: &Token| matches!(token.before, '/' | '-' | '–' | '—' | '.' | '\\');
    let whole = |token: &Token| token.text.len() == 4 && token.number.is_some_and(|n| (1990..2050).contains(&n));
    if whole(token) {
        // `12/02/2024`, `12 February 2024`
        let day = before.is_some_and(|before| before.number.is_some_and(|n| n < 32) && joined(token))
            || at > 1
                && before.is_some_and(|before| month_of(&before.text).is_some())
                && tokens[at - 2].number.is_some_and(|n| n < 32);
        let ends = ["ending", "ended", "to", "end", "ye", "fye"];
        let of_range = tokens[..at].iter().any(|token| ends.iter().any(|word| token.is(word)));
        // `2024/1234`
        let number = after.is_some_and(|after| {
            let next = token.number.map(|n| n + 1);
            let fits = after.number == next || after.number == next.map(|next| next % 100) || whole(after);
            after.number.is_some() && matches!(after.before, '/' | '-') && !fits && after.text.len() > 2
        });
        return (!day || of_range) && !number;
    }
    let split = token.text.len() == 6
        && token.number.is_some_and(|n| {
            let (start, end) = (n / 100, n % 100);
            (1990..2050).contains(&start) && end == (start + 1) % 100
        });
    split || short_at(tokens, at).is_some()
}

/// The period of a year with two digits.
fn short(tokens: &[Token]) -> Option<Period> {
    (0..tokens.len()).find_map(|at| short_at(tokens, at))
}

/// `FY23`, `22-23`, `'23`. Two numbers may be ages, too.
fn short_at(tokens: &[Token], at: usize) -> Option<Period> {
    let token = tokens.get(at).filter(|token| token.text.len() == 2 && !token.grouped)?;
    let number = token.number.filter(|n| (10..50).contains(n))?;
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let year = i32::try_from(number).ok()? + 2000;
    let next = tokens.get(at + 1).filter(|next| matches!(next.before, '/' | '-' | '–') && next.text.len() == 2);
    let financial = before.is_some_and(|before| ["fy", "fye", "ye"].iter().any(|word| before.is(word)));
    let of_ages = || {
        tokens.iter().any(|token| ["age", "ages", "aged", "old", "olds", "over", "under"].iter().any(|w| token.is(w)))
    };
    if let Some(next) = next
        && next.number == Some(number + 1)
        && (financial || number > 17 && !of_ages())
        && tokens.get(at + 2).is_none_or(|after| after.number.is_none())
    {
        return Period::collection_year(year + 1);
    }
    if financial {
        return Period::collection_year(year);
    }
    matches!(token.before, '\'' | '’' | '‘').then(|| Period::calendar_year(year)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_named_however_it_is_written() {
        let period = |text: &str| year_in_name(text).map(|named| named.period.map(|period| period.to_string()));
        let calendar = |year: i32| Some(Some(format!("{year}-01-01/{year}-12-31")));
        let collection = |year: i32| Some(Some(format!("{}-04-01/{year}-03-31", year - 1)));
        for text in ["2023", "Responses 2023", "2023 responses", "Responses '23", "Responses (2023)"] {
            assert_eq!(period(text), calendar(2023), "{text}");
        }
        for text in [
            "2022-23 data",
            "FY23",
            "FY 22/23",
            "22-23 replies",
            "Replies 202223",
            "Replies, year ending 31 March 2023",
        ] {
            assert_eq!(period(text), collection(2023), "{text}");
        }
        for text in ["2022 and 2023", "Q1 2023 replies"] {
            assert_eq!(period(text), Some(None), "{text}");
        }
        for text in ["", "Responses", "Sheet1", "Ages 16-17", "aged 18-19", "12/02/2024", "12 February 2024", "1,999"] {
            assert_eq!(period(text), None, "{text}");
        }
    }

    #[test]
    fn years_of_letters_acts_and_references_are_not_of_figures() {
        for text in [
            "Freedom of Information Act 2000",
            "Data Protection Act 2018 applies",
            "Ref 2024/1234",
            "FOI 2024/1234",
            "Received 2024",
            "© copyright 2024",
            "Request of 2024",
            "Published: May 2024",
        ] {
            assert_eq!(year_in_title(text), None, "{text}");
        }
        assert!(year_in_title("Responses for 2023").is_some());
        assert!(year_in_file_name("FOI 2024").is_none() && year_in_file_name("Responses 2023").is_some());
    }
}
