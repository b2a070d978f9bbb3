//! The words that authorities use to say why there is no number.

use super::section::MARK;
use super::{Answer, Withheld};

/// Beginnings of phrases, by what they mean. Each starts at a whole word, and ends at one if a space ends it.
const PHRASES: &[(Withheld, &[&str])] = &[
    (Withheld::Refused { section: None }, REFUSED),
    (
        Withheld::NotRecorded,
        &[
            "not record",
            "dont record",
            "not centrally record",
            "not routinely",
            "unrecorded",
            "no process",
            "no mechanism",
            "not captur",
            "not collect",
            "not monitor",
            "unable to report",
            "cannot report",
            "not able to report",
            "not reportable",
        ],
    ),
    (
        Withheld::NotHeld,
        &[
            "not held",
            "not hold",
            "dont hold",
            "not centrally held",
            "no information",
            "no data",
            "n h ",
            "not available",
            "unavailable",
            "not known",
            "unknown",
        ],
    ),
    (
        Withheld::NoReply,
        &[
            "no response",
            "no reply",
            "no answer",
            "not respond",
            "not repl",
            "not answer",
            "await",
            "pending",
            "overdue",
            "outstanding",
            "not received",
            "nothing received",
            "non response",
            "nonresponse",
        ],
    ),
    (
        Withheld::WrongBody,
        &[
            "wrong body",
            "wrong authority",
            "wrong council",
            "not the right body",
            "not the right authority",
            "not the correct body",
            "not the correct authority",
            "not the relevant authority",
            "not the responsible",
            "not responsible for",
            "no responsibility",
            "not have responsibility",
            "responsibility of",
            "responsibility lies with",
            "matter for ",
            "district council",
            "not a childrens services",
            "no childrens services",
            "not have childrens services",
            "please contact",
            "please redirect",
            "redirect your",
            "redirected to",
            "transferred to",
            "referred to the county",
            "try the county",
        ],
    ),
    (Withheld::NotApplicable, &["n a ", "not applicable"]),
    (Withheld::Suppressed, &["suppress", "redact", "confidential", "masked"]),
    (
        Withheld::CountedElsewhere,
        &[
            "included in",
            "included above",
            "included with",
            "see above",
            "as above",
            "counted in",
            "counted above",
            "counted with",
            "combined with",
            "merged with",
            "part of above",
            "see q",
            "see 1",
            "see 2",
            "see 3",
            "see 4",
        ],
    ),
    (
        Withheld::OtherPeriod,
        &[
            "as at ",
            "as of ",
            "snapshot",
            "snap shot",
            "part year",
            "part of the year",
            "half year",
            "quarter",
            "to date",
            "months only",
            "month only",
            "point in time",
            "currently",
            "at present",
            "at year end",
        ],
    ),
];

const REFUSED: &[&str] = &[
    "refus",
    "exempt",
    "declin",
    "withh",
    "cost limit",
    "appropriate limit",
    "exceeds",
    "excess cost",
    "not disclos",
    "not be disclos",
    "unable to disclose",
    "cannot disclose",
    "vexatious",
    "future publication",
    "§",
];

/// Phrases that say that the number is small but not zero.
const SMALL: &[&str] = &[
    "so low",
    "so few",
    "too few",
    "very few",
    "too low",
    "very low",
    "so small",
    "too small",
    "very small",
    "small number",
    "low number",
    "numbers are low",
    "numbers are small",
    "numbers low",
    "numbers small",
    "number is low",
    "number is small",
];

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_ENDS: [&str; 12] = ["", "uary", "ruary", "ch", "il", "e", "y", "ust", "t", "tember", "ober", "ember"];

/// The text as words, with one space before each and one after the last.
fn words(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() || c == MARK { c } else { ' ' }).collect();
    plain.split_whitespace().flat_map(|word| [" ", word]).chain([" "]).collect()
}

/// Where a phrase begins.
fn place(words: &str, phrase: &str) -> Option<usize> {
    words.match_indices(phrase).map(|(at, _)| at).find(|at| words[..*at].ends_with(' '))
}

/// Whether the text is about a refusal.
pub(super) fn is_refusal(text: &str) -> bool {
    let words = words(text);
    REFUSED.iter().any(|phrase| place(&words, phrase).is_some())
}

/// What a text without a number says. If there are several phrases, the first counts, but a phrase that says the number
/// is small always counts.
pub(super) fn read(text: &str, section: Option<String>) -> Option<Answer> {
    let words = words(text);
    if SMALL.iter().any(|phrase| place(&words, phrase).is_some()) {
        return Some(Answer::SMALL_NUMBER);
    }
    let phrases = PHRASES.iter().flat_map(|(reason, phrases)| phrases.iter().map(move |phrase| (reason, *phrase)));
    let places = phrases.filter_map(|(reason, phrase)| Some((place(&words, phrase)?, reason)));
    let months = month(&words).map(|place| (place, &Withheld::OtherPeriod));
    let reason = match places.chain(months).min_by_key(|(place, _)| *place)?.1 {
        Withheld::Refused { .. } => Withheld::Refused { section },
        // `not included in` is not `included in`.
        Withheld::CountedElsewhere if place(&words, "not ").is_some() => return None,
        other => other.clone(),
    };
    Some(Answer::Withheld { reason })
}

/// Where a month begins that is part of a longer text: `24 as at 31 March`. Two words alone are a date, or what a
/// spreadsheet makes of `1-5`.
fn month(words: &str) -> Option<usize> {
    let list: Vec<&str> = words.split_whitespace().collect();
    if list.len() < 3 {
        return None;
    }
    let is_number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let leads = |word: &&str| ["to", "from", "until", "since", "in"].contains(word);
    let mut at = 1;
    for (index, word) in list.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| list.get(before));
        let after = list.get(index + 1);
        // `may` is a verb too: `5 may be missing`.
        let is_may = || {
            before.is_some_and(leads)
                || after.is_some_and(|after| is_number(after) || leads(after))
                || after.is_none() && before.is_some_and(is_number)
        };
        if is_month(word) && (*word != "may" || is_may()) {
            return Some(at);
        }
        at += word.len() + 1;
    }
    None
}

fn is_month(word: &str) -> bool {
    word.get(3..).is_some_and(|end| MONTHS.contains(&&word[..3]) && MONTH_ENDS.contains(&end))
}
