//! What the controls of the part set: decisions about wordings, names and conflicts, and the columns of files.
//!
//! A setting is `answers:`, what it is about, its number in the list, and its subject: `answers:wording:3:a few`. The
//! number makes the ids of two controls differ whose subjects differ in signs alone.

use missing_rates::answer::{Answer, Withheld, read};
use missing_rates::area::{AreaCode, Resolution, resolve};
use missing_rates::cohort::{Cohort, Count};
use missing_rates::decisions::{Disputed, Meant, TypedAnswer};
use missing_rates::report::{Conflict, Conflicting, ListedAs, code};

use crate::settings::{Anew, Settings};

/// The choice by which a text field opens.
pub(super) const TYPE: &str = "type";
/// The choice by which a name is nobody's.
pub(super) const NOBODY: &str = "nobody";
/// Stands behind the key of a text whose last entry was not understood.
const WRONG: &str = "!";

/// The reasons that a person can give for a wording.
pub(super) const REASONS: [Withheld; 9] = [
    Withheld::Refused { section: None },
    Withheld::NotHeld,
    Withheld::NotRecorded,
    Withheld::NoReply,
    Withheld::NotApplicable,
    Withheld::Suppressed,
    Withheld::CountedElsewhere,
    Withheld::OtherPeriod,
    Withheld::WrongBody,
];

/// The key of a control.
pub(super) fn key(about: &str, number: usize, subject: &str) -> String {
    format!("answers:{about}:{number}:{subject}")
}

/// The key of the text field that a choice of this control opens.
pub(super) fn typed(key: &str) -> String {
    format!("{key}{TYPED}")
}

const TYPED: &str = "\u{1f}typed";

/// What was typed there last, if it was not understood.
pub(super) fn wrong<'a>(settings: &'a Settings, key: &str) -> Option<&'a str> {
    Some(settings.choice(&format!("{key}{WRONG}"))).filter(|text| !text.is_empty())
}

/// A figure of which there are several answers, as the subject of a setting.
pub(super) fn disputed_text(disputed: &Disputed) -> String {
    let codes: Vec<&str> = disputed.authorities.iter().map(AreaCode::as_str).collect();
    format!("{}|{}|{}|{}", codes.join("+"), disputed.period, code(&disputed.cohort), code(&disputed.measure))
}

/// One of several answers and all of them, as the value of a setting: the picked one first.
pub(super) fn picked_text(picked: &Conflicting, conflict: &Conflict) -> String {
    let text = |answer: TypedAnswer| {
        let codes: Vec<&str> = answer.authorities().iter().map(AreaCode::as_str).collect();
        format!("{}\u{1f}{}", codes.join("+"), answer.wording())
    };
    let all = std::iter::once(picked).chain(&conflict.answers);
    all.map(|answer| text(answer.typed())).collect::<Vec<_>>().join("\u{1e}")
}

/// Sets one of them; `None` if it is a setting of another part.
pub(crate) fn set(key: &str, value: &str, settings: &mut Settings) -> Option<Anew> {
    if let Some(rest) = key.strip_prefix("columns:") {
        return Some(settings.columns.set(rest, value));
    }
    let (about, rest) = key.strip_prefix("answers:")?.split_once(':')?;
    let (_, subject) = rest.split_once(':')?;
    if let Some(subject) = subject.strip_suffix(TYPED) {
        return Some(set_typed(about, subject, key, value, settings));
    }
    // The text field closes with any other choice, and opens with this one.
    settings.choose(key, if value == TYPE { TYPE } else { "" });
    if value == TYPE {
        return Some(Anew::Part);
    }
    let decisions = &mut settings.asked.decisions;
    match about {
        "wording" => match value.parse::<usize>().ok().and_then(|at| REASONS.get(at)) {
            Some(reason) => decisions.read_wording(subject, Answer::Withheld { reason: reason.clone() }),
            None => decisions.forget_wording(subject),
        },
        "listed" => match ListedAs::ALL.into_iter().find(|says| code(says) == value) {
            Some(says) => decisions.read_listed(subject, says),
            None => decisions.forget_listed(subject),
        },
        "name" => match value {
            "" => decisions.forget_name(subject),
            NOBODY => decisions.mean(subject, Meant::Nobody),
            codes => decisions.mean(subject, Meant::Authorities(codes.split('+').filter_map(AreaCode::read).collect())),
        },
        "conflict" => {
            let disputed = disputed(subject)?;
            let mut answers = value.split('\u{1e}').filter_map(typed_answer);
            match answers.next() {
                Some(picked) => decisions.pick(disputed, picked, answers),
                None => decisions.forget_pick(&disputed),
            }
        }
        _ => return None,
    }
    Some(Anew::Report)
}

/// Sets what was typed: a number or a range for a wording, an authority for a name.
fn set_typed(about: &str, subject: &str, key: &str, value: &str, settings: &mut Settings) -> Anew {
    let decided = if about == "wording" {
        let answer = read(value);
        let counts = answer.bounds().is_some();
        if counts {
            settings.asked.decisions.read_wording(subject, answer);
        }
        counts
    } else {
        let codes = match resolve(value) {
            Resolution::Authority { authority, .. } => vec![authority.code],
            Resolution::Joint(authorities) => authorities.iter().map(|authority| authority.code).collect(),
            _ => Vec::new(),
        };
        let known = !codes.is_empty();
        if known {
            settings.asked.decisions.mean(subject, Meant::Authorities(codes));
        }
        known
    };
    if decided && let Some(pick) = key.strip_suffix(TYPED) {
        // What was typed is now one of the choices.
        settings.choose(pick, "");
    }
    // An empty entry is wrong too, and is shown as one space.
    let wrong = if value.is_empty() { " " } else { value };
    settings.choose(&format!("{key}{WRONG}"), if decided { "" } else { wrong });
    if decided { Anew::Report } else { Anew::Part }
}

fn disputed(subject: &str) -> Option<Disputed> {
    let mut parts = subject.split('|');
    let authorities = parts.next()?.split('+').map(AreaCode::read).collect::<Option<_>>()?;
    let period = parts.next()?.parse().ok()?;
    let (cohort, measure) = (parts.next()?, parts.next()?);
    Some(Disputed {
        authorities,
        period,
        cohort: Cohort::ALL.into_iter().find(|other| code(other) == cohort)?,
        measure: Count::ALL.into_iter().find(|other| code(other) == measure)?,
    })
}

fn typed_answer(value: &str) -> Option<TypedAnswer> {
    let (codes, wording) = value.split_once('\u{1f}')?;
    Some(TypedAnswer::new(codes.split('+').map(AreaCode::read).collect::<Option<_>>()?, wording))
}
