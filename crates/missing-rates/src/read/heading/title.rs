//! What a title, or the name of a file, says about the figures below.

use super::ages::ages;
use super::governs::{is_of_letter, may_limit};
use super::items::{Items, What, items};
use super::letter_lines::is_of_letter_alone;
use super::line::is_harmless;
use super::tokens::{Token, tokens};
use super::vocabulary::{Class, InTitle, Role, column, phrase, title};
use crate::period::Period;
use crate::read::stems;
use crate::read::when::{BareYear, find, period};

/// The period of a title, if every word of it belongs to a period or says what the figures are about. Acts, references
/// and dates of letters give no period.
pub(in crate::read) fn period_of_title(text: &str) -> Option<Period> {
    let behind = || beside_known_words(&tokens(behind_answer(text)?));
    period(text, BareYear::Calendar).or_else(|| beside_known_words(&tokens(text))).or_else(behind)
}

/// What stands behind `FOI responses:`, if it is more than a period: alone, that may be when they came.
fn behind_answer(text: &str) -> Option<&str> {
    const ANSWERS: &[&str] = &["foi", "foia", "request", "requests", "response", "responses", "reply", "replies"];
    let (label, rest) = text.split_once(':')?;
    let is_of_answers = tokens(label).iter().all(|token| ANSWERS.iter().any(|word| token.is(word)));
    (is_of_answers && period(rest, BareYear::Calendar).is_none()).then_some(rest)
}

/// The period in the name of a file, without its ending, by the same rule. `2024` in `foi-2024` may be when it was
/// asked.
pub(in crate::read) fn period_of_name(name: &str) -> Option<Period> {
    stems(name).find_map(period_of_stem)
}

fn period_of_stem(stem: &str) -> Option<Period> {
    // A browser saves a second file as `answers (1)`.
    let stem = stem
        .trim_end()
        .strip_suffix(')')
        .and_then(|stem| stem.rsplit_once(" ("))
        .filter(|(_, copy)| copy.len() < 3 && copy.bytes().all(|b| b.is_ascii_digit()))
        .map_or(stem, |(stem, _)| stem);
    period_of_title(stem)
}

fn beside_known_words(tokens: &[Token]) -> Option<Period> {
    let found = find(tokens, BareYear::Calendar);
    found.period.filter(|_| are_known(tokens, &found.used))
}

/// Whether a cell of a title says only what figures are about: a period beside it is theirs. A period beside
/// `Published` or `Received` is not.
pub(in crate::read) fn only_known_words(text: &str) -> bool {
    let tokens = tokens(text);
    let heads_periods = matches!(
        column(&tokens),
        Some(Role::When(BareYear::Calendar | BareYear::JanuaryToDecember | BareYear::Collection))
    );
    heads_periods || are_known(&tokens, &vec![false; tokens.len()])
}

/// Whether all unused tokens are words of a title or of a figure.
fn are_known(tokens: &[Token], used: &[bool]) -> bool {
    let mut at = 0;
    while at < tokens.len() {
        if used[at] {
            at += 1;
            continue;
        }
        let run = used[at..].iter().position(|used| *used).map_or(tokens.len(), |length| at + length);
        at += match title(&tokens[at..run]) {
            // `Table 1`
            Some((InTitle::Harmless, 1))
                if ["table", "tables"].iter().any(|word| tokens[at].is(word))
                    && tokens.get(at + 1).is_some_and(|next| !used[at + 1] && next.number.is_some_and(|n| n < 100)) =>
            {
                2
            }
            Some((InTitle::Harmless, length)) => length,
            Some(_) => return false,
            None => match said_of_figures(&tokens[at..run]) {
                Some(length) => length,
                None => return false,
            },
        };
    }
    true
}

/// How many tokens at the start are words of a figure.
fn said_of_figures(tokens: &[Token]) -> Option<usize> {
    let Items { list, label, .. } = items(tokens);
    let first = list.first().filter(|_| label.is_none())?;
    let harmless = matches!(first.what, What::Class(class) if class.is_of_figure());
    harmless.then(|| first.text.split(' ').count())
}

/// The words of a title that limit or change every figure below it: words that do so in titles, and words that mean
/// another figure in a heading.
pub(in crate::read) fn limits(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    if is_of_letter_alone(text, &tokens) {
        return Vec::new();
    }
    // A longer text is a note, not a title. It may be about other figures, too.
    if tokens.len() > 20 {
        return limits_in_note(text);
    }
    // `Academic year 2023/24` gives its days. `by academic year` only says that the years below are all academic years.
    let says = find(&tokens, BareYear::Calendar).used;
    let mut found = ages(text);
    let of_letter = is_of_letter(text, &tokens);
    found.extend(words_where(&tokens, |at, length, does| {
        let is_period = says[at..at + length].iter().all(|used| *used);
        let other = matches!(does, Does::OtherMeaning);
        match does {
            Does::InTitle(InTitle::Part) => !is_period,
            Does::InTitle(InTitle::Limits) | Does::OtherMeaning => {
                !is_period && may_limit(&tokens, at, length, of_letter, other)
            }
            _ => false,
        }
    }));
    found
}

/// A longer line below a table is a note.
const LINE: usize = 8;

/// Words of titles that are read elsewhere where they stand in notes: what makes less of a year, and units.
const ELSEWHERE: &[&str] = &[
    "to date",
    "as at",
    "at 31 march",
    "year to date",
    "snapshot",
    "percentage",
    "percentages",
    "percent",
    "per cent",
    "%",
    "rate",
    "rates",
];

/// The words of a short line below a table, or of a short note beside its answers, that limit or change figures: those of a title. A
/// line about the answers themselves, or about what a word means, has none.
pub(in crate::read) fn limits_of_line(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mut found = limits_in_note(text);
    if tokens.len() > LINE || is_harmless(text, &tokens) {
        return found;
    }
    let of_figures = |at: usize| {
        let class = tokens.get(at..).and_then(phrase).map(|(class, _)| class);
        matches!(class, Some(Class::Child | Class::Group(_) | Class::Missing | Class::Away | Class::Incident))
    };
    // `Not all replied` is about other answers, `not UASC` is about these.
    let denies = |word: &str| {
        let place = tokens.iter().position(|token| token.is(word));
        !["no", "if", "but", "when", "without", "before", "after", "none"].contains(&word)
            || place.is_some_and(|at| of_figures(at + 1))
    };
    found.extend(limits(text).into_iter().filter(|word| denies(word) && !ELSEWHERE.contains(&word.as_str())));
    found.dedup();
    found
}

/// The words of a note, above or below a table, that can only be about fewer children: `girls`, `excluding`.
pub(in crate::read) fn limits_in_note(text: &str) -> Vec<String> {
    const ONLY: &[&str] = &["only", "excluding", "exclude", "excludes", "except"];
    let tokens = tokens(text);
    let mut found = ages(text);
    found.extend(words_where(&tokens, |at, length, does| match does {
        Does::InTitle(InTitle::Part) => true,
        // `Children aged 16 and 17` is a longer phrase of headings.
        Does::OtherMeaning => {
            let end = at + length;
            (at..end).any(|from| matches!(title(&tokens[from..end]), Some((InTitle::Part, _))))
        }
        // `For internal use only`
        _ => length == 1 && ONLY.iter().any(|word| tokens[at].is(word)) && may_limit(&tokens, at, length, false, false),
    }));
    found
}

/// The words of a note by which figures are no plain counts: `Numbers in hundreds`, `Figures are percentages`. Beside
/// columns of shares, a note may be about these.
pub(in crate::read) fn units_in_note(text: &str, beside_shares: bool) -> Option<String> {
    const BARE: usize = 3;
    const SUBJECTS: &[&str] =
        &["figure", "figures", "number", "numbers", "value", "values", "count", "counts", "data", "rates"];
    const OTHERS: &[&str] =
        &["rounded", "rounding", "add", "sum", "calculated", "based", "may", "bracket", "brackets", "below"];
    const LARGE: &[&str] = &["tens", "hundreds", "thousands", "millions", "000s"];
    const SHARES: &[&str] = &["percentages", "percentage", "percent", "%"];
    let tokens = tokens(text);
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is(word)));
    let any = |words: &[&str]| (0..tokens.len()).find(|at| is(*at, words));
    if tokens.len() > 12 || any(OTHERS).is_some() {
        return None;
    }
    // `Percentages`, `Estimates`: a title of its own.
    if tokens.len() <= BARE && any(SUBJECTS).is_none() {
        let words = words_where(&tokens, |at, _, does| {
            let shares = beside_shares && is(at, SHARES);
            // What makes less of a year is read elsewhere.
            let others =
                is(at, &["not", "to", "as", "at", "year", "snapshot"]) || !may_limit(&tokens, at, 1, false, false);
            matches!(does, Does::InTitle(InTitle::Limits)) && !shares && !others
        });
        return (!words.is_empty()).then(|| words.join(" "));
    }
    any(SUBJECTS)?;
    let large = any(LARGE).filter(|at| *at > 0 && is(at - 1, &["in"]));
    let per = (1..tokens.len()).find(|at| is(at - 1, &["per"]) && (tokens[*at].number.is_some() || is(*at, &["cent"])));
    let share = any(SHARES).or(per.map(|at| at - 1)).filter(|_| !beside_shares);
    large.or(share).map(|at| tokens[at..].iter().map(|token| &*token.text).collect::<Vec<_>>().join(" "))
}

/// What a piece of a title does.
enum Does {
    InTitle(InTitle),
    /// It means another figure in a heading.
    OtherMeaning,
    Nothing,
}

/// Whether a piece is more than a sign: `sep=;` is not a title.
fn says_something(token: &Token) -> bool {
    token.text.chars().any(|sign| sign.is_alphanumeric() || ['£', '$', '€'].contains(&sign))
}

/// The pieces of a title that have an effect.
fn words_where(tokens: &[Token], wanted: impl Fn(usize, usize, &Does) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let (own, heading) = (title(&tokens[at..]), phrase(&tokens[at..]));
        let longer = heading.filter(|(_, length)| own.is_none_or(|(_, own)| *length > own));
        let (does, length) = match (longer, own) {
            (Some((Class::Other, length)), _) if says_something(&tokens[at]) => (Does::OtherMeaning, length),
            (_, Some((does, length))) => (Does::InTitle(does), length),
            (Some((_, length)), None) => (Does::Nothing, length),
            (None, None) => (Does::Nothing, 1),
        };
        if wanted(at, length, &does) {
            let words: Vec<&str> = tokens[at..at + length].iter().map(|token| token.text.as_str()).collect();
            found.push(words.join(" "));
        }
        at += length;
    }
    found
}
