//! Whether a word that may limit figures does: `under 16` and `girls only` are about children, `numbers under 5` and `for information
//! only` are not, and what a letter says to its reader is about the letter.

use super::line::is_of_answers;
use super::tokens::Token;
use super::vocabulary::{Class, InTitle, phrase, title};
use crate::read::when::{day, month_of};

/// Words of sentences to a reader.
const LETTER: &[&str] = &[
    "you",
    "your",
    "yours",
    "we",
    "please",
    "licence",
    "license",
    "licensed",
    "ogl",
    "act",
    "acts",
    "regulations",
    "foia",
    "eir",
    "requester",
    "applicant",
];
/// The same in longer texts: `Responses 2023` is a title.
const REPLY: &[&str] = &["response", "responses", "reply", "replies", "section"];
const SENTENCE: usize = 5;
/// Words that compare with a number.
const COMPARES: &[&str] = &[
    "under",
    "over",
    "above",
    "below",
    "less than",
    "fewer than",
    "more than",
    "greater than",
    "longer than",
    "at least",
    "at most",
    "up to",
];
const UNITS: &[&str] = &[
    "h", "hr", "hrs", "hour", "hours", "day", "days", "night", "nights", "week", "weeks", "month", "months", "year",
    "years", "yr", "yrs", "minute", "minutes", "mile", "miles", "km",
];
/// Words of texts about small numbers.
const SMALL: &[&str] =
    &["small", "shown", "replaced", "represented", "redacted", "rounded", "withheld", "hidden", "masked"];
const PEOPLE: &[&str] =
    &["child", "children", "young", "people", "those", "age", "aged", "ages", "girls", "boys", "uasc", "kids"];
/// Words before `only` that say who a text is for, or how something is done.
const READERS: &[&str] = &[
    "use",
    "staff",
    "purpose",
    "purposes",
    "information",
    "officers",
    "recipient",
    "recipients",
    "requester",
    "applicant",
    "reference",
    "illustration",
    "guidance",
    "email",
    "phone",
    "post",
    "appointment",
    "read",
    "hours",
    "addressee",
    "eyes",
    "view",
];

/// Whether a text is a sentence of a letter, or is about the answers themselves. A question says `your`, too.
pub(super) fn is_of_letter(text: &str, tokens: &[Token]) -> bool {
    let has = |words: &[&str]| tokens.iter().any(|token| is(token, words));
    let asks = (0..tokens.len()).any(|at| matches!(phrase(&tokens[at..]), Some((Class::Ask, length)) if length > 1));
    // Children are in care by these sections.
    let of_care = tokens
        .windows(2)
        .any(|pair| pair[0].is("section") && pair[1].number.is_some_and(|number| [17, 20, 31].contains(&number)));
    let reply = tokens.len() >= SENTENCE && has(REPLY) && !of_care;
    !asks && (has(LETTER) || reply || is_of_answers(text, tokens))
}

/// Whether the words at a place may limit figures, by what they govern.
pub(super) fn may_limit(tokens: &[Token], at: usize, length: usize, of_letter: bool, other: bool) -> bool {
    let end = at + length;
    if length == tokens.len() {
        return true;
    }
    let words: Vec<&str> = tokens[at..end].iter().map(|token| token.text.as_str()).collect();
    match words.join(" ").as_str() {
        "only" => is_only_of_children(tokens, at),
        "not" => denies(tokens, end),
        // `Correct as at 31 March` is about the answers.
        "as at" => !(is_amid_month(&tokens[end..]) || at > 0 && is(&tokens[at - 1], &["correct", "accurate"])),
        "example" => !(at > 0 && tokens[at - 1].is("for")),
        words if COMPARES.contains(&words) => compares(tokens, at, end),
        _ => !(other && of_letter),
    }
}

fn is(token: &Token, words: &[&str]) -> bool {
    words.iter().any(|word| token.is(word))
}

/// Whether a word is of a phrase that names a group, an age, a time, or a kind of count.
fn names_some(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if token.number.is_some() || month_of(&token.text).is_some() && token.text.len() > 2 {
        return true;
    }
    (at.saturating_sub(4)..=at).any(|from| {
        let reaches = |length: usize| from + length > at;
        let heading = matches!(
            phrase(&tokens[from..]),
            Some((
                Class::Child
                    | Class::Group(_)
                    | Class::Part(_)
                    | Class::Missing
                    | Class::Away
                    | Class::Incident
                    | Class::Many
                    | Class::Still
                    | Class::Breakdown
                    | Class::Other,
                length,
            )) if reaches(length)
        );
        let own = matches!(
            title(&tokens[from..]),
            Some((InTitle::Part | InTitle::CellPart | InTitle::Limits, length)) if reaches(length)
        );
        heading || own
    })
}

fn is_only_of_children(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| !tokens[*before].is("the"));
    if before.is_some_and(|before| is(&tokens[before], READERS)) {
        return false;
    }
    let next = (at + 1..tokens.len()).find(|next| {
        !is(
            &tokens[*next],
            &["the", "for", "of", "to", "include", "includes", "cover", "covers", "count", "counts", "counted"],
        )
    });
    before.into_iter().chain(next).any(|place| names_some(tokens, place))
}

/// `not UASC`, `do not include hotels`; `children, not episodes` says what is counted anyway.
fn denies(tokens: &[Token], next: usize) -> bool {
    const INCLUDES: &[&str] = &[
        "include",
        "included",
        "includes",
        "including",
        "count",
        "counted",
        "counting",
        "cover",
        "covering",
        "covered",
    ];
    let Some(token) = tokens.get(next) else { return true };
    let includes = is(token, INCLUDES);
    let next = if includes { next + 1 } else { next };
    let class = tokens.get(next..).and_then(phrase).map(|(class, _)| class);
    match class {
        Some(Class::Incident | Class::Away) => false,
        Some(Class::Child | Class::Group(_) | Class::Missing | Class::Part(_)) => true,
        _ => includes,
    }
}

/// `as at 12 February 2025` is when somebody looked. Children are counted on the last day of a month.
fn is_amid_month(after: &[Token]) -> bool {
    let after = if after.first().is_some_and(|token| token.is("the")) { &after[1..] } else { after };
    day(after).is_some_and(|(day, _)| day.ymd().2 < 28)
}

fn compares(tokens: &[Token], at: usize, end: usize) -> bool {
    let Some(next) = tokens.get(end) else {
        // `16 or over`
        return at > 1 && is(&tokens[at - 1], &["and", "or"]) && tokens[at - 2].number.is_some();
    };
    if is(next, &["age", "ages", "aged"]) || next.is("the") && tokens.get(end + 1).is_some_and(|of| of.is("age")) {
        return true;
    }
    let Some(number) = next.number else { return false };
    if tokens.get(end + 1).is_some_and(|unit| is(unit, UNITS)) {
        return true;
    }
    let small = tokens
        .iter()
        .any(|token| is(token, SMALL) || token.text.starts_with("suppress") || token.text.starts_with("disclos"));
    if small && number < 21 {
        return false;
    }
    let counted = tokens.get(end + 1..).and_then(phrase).map(|(class, _)| class);
    let of_children = tokens[at.saturating_sub(3)..at].iter().any(|token| is(token, PEOPLE));
    (11..26).contains(&number)
        || counted == Some(Class::Incident)
        || of_children && tokens[at].text.len() < 6
        || tokens.len() < 4
}

#[cfg(test)]
mod tests {
    use super::super::title::limits;

    #[test]
    fn words_limit_by_what_they_govern() {
        for text in [
            "Licensed under OGL v3",
            "Information provided under the Environmental Information Regulations",
            "Suppression has been applied to numbers under 5.",
            "Figures less than 5 are shown as c",
            "For internal use only",
            "For information only",
            "This response is for the requester only",
            "All figures are children not episodes",
            "Numbers under 5 have been suppressed",
            "Small numbers (under 6) suppressed",
            "You have a right to complain under section 50 of the Act",
            "As at 12 February 2025",
            "Please consider the environment before printing",
            "If you have any queries please do not hesitate to contact us",
            "Over the past year we have improved our systems",
            "Values below 10 are not shown",
        ] {
            assert_eq!(limits(text), Vec::<String>::new(), "{text}");
        }
        for text in [
            "Children under 16",
            "Under 18",
            "Under 5s",
            "Children under 5",
            "Please note these are children over 15",
            "Missing over 24 hrs",
            "Confirmed cases only",
            "Only those with a social worker",
            "Please note: girls only",
            "Not UASC",
            "Figures do not include care leavers",
            "As at 31 March 2024",
            "Children placed under section 20",
            "Please note that this excludes hotels",
            "At least",
            "More than 3 episodes",
            "How many children in your care were placed abroad?",
        ] {
            assert_ne!(limits(text), Vec::<String>::new(), "{text}");
        }
    }
}
