//! One answer, the question that it answers, and where it is.

use crate::order::Ordered;
use std::rc::Rc;

use crate::answer::Answer;
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count};
use crate::period::Period;

/// Whose answer it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Answerer {
    One(AreaCode),
    /// Several authorities together, by code; at least two.
    Together(Rc<[AreaCode]>),
}

impl Answerer {
    /// The answerer for these authorities; `None` if there are none.
    pub(super) fn of(mut codes: Vec<AreaCode>) -> Option<Self> {
        codes.order();
        codes.dedup();
        match codes.as_slice() {
            [] => None,
            [code] => Some(Self::One(*code)),
            _ => Some(Self::Together(codes.into())),
        }
    }

    pub(super) fn codes(&self) -> &[AreaCode] {
        match self {
            Self::One(code) => std::slice::from_ref(code),
            Self::Together(codes) => codes,
        }
    }
}

/// What an answer is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Question {
    pub(super) period: Period,
    pub(super) cohort: Cohort,
    pub(super) count: Count,
    pub(super) whose: Answerer,
}

/// One answer and its place.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) question: Question,
    /// Index of the file.
    pub(super) file: usize,
    pub(super) row: u64,
    pub(super) column: Rc<str>,
    pub(super) answer: Answer,
    /// The answer as typed.
    pub(super) wording: Rc<str>,
    /// Whether an authority, or the person who asked it, typed the answer. Published figures are consistent in
    /// themselves: they may give figures of today's authority for days before it existed, beside the figures of the
    /// authorities that it took over from.
    pub(super) typed: bool,
}

impl Entry {
    /// A fixed order, whatever the order of files and rows.
    pub(super) fn order(a: &Self, b: &Self) -> std::cmp::Ordering {
        (&a.question, a.file, a.row, &a.column).cmp(&(&b.question, b.file, b.row, &b.column))
    }
}

/// The entries that answer a question.
pub(super) fn answers_to<'a>(entries: &'a [Entry], question: &Question) -> &'a [Entry] {
    let first = entries.partition_point(|entry| entry.question < *question);
    let rest = entries.get(first..).unwrap_or_default();
    &rest[..rest.partition_point(|entry| entry.question == *question)]
}

/// A short form of an answer, for a finding.
pub(super) fn shown(answer: &Answer) -> String {
    match answer {
        Answer::Exact { count } => count.to_string(),
        Answer::Range { lowest, highest } => format!("{lowest}–{highest}"),
        Answer::Withheld { .. } => "–".to_owned(),
    }
}
