//! Who to ask again, and for what.

use serde::Serialize;

use super::Area;
use crate::answer::{Answer, Withheld};
use crate::cohort::{Cohort, Count};
use crate::period::Period;

/// An authority whose answer for one period and cohort is missing, partial or in doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chase {
    /// Who to ask. A joint answer has several authorities, and goes under the name of the first.
    pub authorities: Vec<Area>,
    /// The period.
    pub period: Period,
    /// Who is counted.
    pub cohort: Cohort,
    /// How much the authority gave.
    pub state: ChaseState,
    /// What is missing.
    pub wants: Vec<Want>,
}

impl Chase {
    /// Whether nothing that is wanted was answered, with a number or with a reason.
    pub fn is_unanswered(&self) -> bool {
        let is_blank =
            |want: &Want| matches!(want.answer, Answer::Withheld { reason: Withheld::Blank | Withheld::NoReply });
        self.state == ChaseState::Missing && self.wants.iter().all(is_blank)
    }

    /// Whether everything in doubt is a range, which is an answer.
    pub fn is_of_ranges(&self) -> bool {
        let mut doubts = self.wants.iter().filter(|want| want.is_in_doubt()).peekable();
        doubts.peek().is_some() && doubts.all(|want| matches!(want.answer, Answer::Range { .. }))
    }
}

/// How much an authority gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChaseState {
    /// Nothing that can be counted.
    Missing,
    /// One of the two numbers that make a share.
    Partial,
    /// A range, a conflict or words that were not understood replace a number.
    InDoubt,
}

/// One figure that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Want {
    /// What is counted.
    pub measure: Count,
    /// What there is instead.
    pub answer: Answer,
    /// The answer as typed. Empty where the files hold nothing, or several answers differ.
    pub wording: String,
}

impl Want {
    /// Whether a range, a conflict or words that were not understood replace the number.
    pub(crate) fn is_in_doubt(&self) -> bool {
        match &self.answer {
            Answer::Range { .. } => true,
            Answer::Withheld { reason } => matches!(
                reason,
                Withheld::Conflicting
                    | Withheld::NotACount
                    | Withheld::NotUnderstood
                    | Withheld::OtherPeriod
                    | Withheld::CountedElsewhere
            ),
            Answer::Exact { .. } => false,
        }
    }
}
