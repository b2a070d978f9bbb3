//! How the answers of authorities were read, and what a person is asked to decide: wordings, names, conflicts.

use serde::Serialize;

use super::Area;
use super::coverage::as_text;
use super::listed::ListedAs;
use crate::answer::Answer;
use crate::area::BodyKind;
use crate::cohort::{Cohort, Count};
use crate::decisions::{Decisions, Disputed, Place, TypedAnswer};
use crate::period::{Day, Period};

/// One wording of answers, in one of its spellings. Plain whole numbers are not listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wording {
    /// The wording as typed. If several spellings say the same, the first in alphabetical order. Empty for blank cells.
    pub wording: String,
    /// What it counts as.
    pub answer: Answer,
    /// How many cells have it.
    pub cells: u64,
    /// Whether a person decided it.
    pub decided: bool,
    /// Where it appears first.
    pub place: Place,
}

/// One wording of a list of trafficked children, in lower case. A wording with words that are not about decisions is
/// not listed, because it may hold a name.
/// listed: it may hold a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListWording {
    /// The wording in lower case. Empty for blank cells.
    pub wording: String,
    /// What it was read as; `null` if a person has to say, in which case its rows do not count.
    pub read_as: Option<ListedAs>,
    /// How many rows have it.
    pub rows: u64,
    /// Whether a person decided it.
    pub decided: bool,
}

/// A name that does not simply mean one authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Name {
    /// The name as typed. If several spellings mean the same, the first in alphabetical order. Empty for rows without a
    /// name.
    pub name: String,
    /// What it was taken for.
    pub taken_for: TakenFor,
    /// The authorities that it was taken for; for a district council, the authority that has its children's services.
    pub authorities: Vec<Area>,
    /// What the body is, if it is one without children's services.
    pub body: Option<BodyKind>,
    /// Who it could mean, the likeliest first, if it is not recognised.
    pub suggestions: Vec<Area>,
    /// How many rows have it.
    pub rows: u64,
    /// Whether a person decided it.
    pub decided: bool,
    /// Where it appears first; the column is empty.
    pub place: Place,
}

/// What a name was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TakenFor {
    /// Nothing: its rows are set aside.
    Unknown,
    /// Nothing, because its code means one body and its name another, given as `886, Medway`. Its rows are set aside.
    CodeAndNameDisagree,
    /// One authority, as a person decided.
    Authority,
    /// Several authorities that answered together.
    Joint,
    /// An authority that had ended, or did not exist yet, in a period that it answers for.
    OtherTime,
    /// A body without children's services: its rows are set aside.
    OtherBody,
    /// Nobody, as a person decided: its rows are set aside.
    Nobody,
}

impl TakenFor {
    /// Whether a person has to say who it means. Its rows do not count until then.
    pub fn needs_decision(self) -> bool {
        matches!(self, Self::Unknown | Self::CodeAndNameDisagree)
    }
}

/// Several answers to one question that differ. They are never added up. Without a decision, none of them counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// Whose answers they are.
    pub authorities: Vec<Area>,
    /// The period.
    pub period: Period,
    /// Who is counted.
    pub cohort: Cohort,
    /// What is counted.
    pub measure: Count,
    /// The answers, in the order of their places.
    pub answers: Vec<Conflicting>,
}

impl Conflict {
    /// The figure that a decision about the conflict names.
    pub fn disputed(&self) -> Disputed {
        Disputed {
            authorities: self.authorities.iter().filter_map(|area| area.code).collect(),
            period: self.period,
            cohort: self.cohort,
            measure: self.measure,
        }
    }

    /// Decides that one of the answers counts. Does nothing if there is no answer with this number.
    pub fn pick(&self, answer: usize, decisions: &mut Decisions) {
        if let Some(picked) = self.answers.get(answer) {
            decisions.pick(self.disputed(), picked.typed(), self.answers.iter().map(Conflicting::typed));
        }
    }

    /// The answer that was received last, if every answer says when it was received and no other came on that day.
    pub fn latest(&self) -> Option<usize> {
        let days: Vec<Day> = self.answers.iter().map(|answer| answer.received).collect::<Option<_>>()?;
        let last = days.iter().max()?;
        let mut on_it = days.iter().enumerate().filter(|(_, day)| *day == last).map(|(at, _)| at);
        on_it.next().filter(|_| on_it.next().is_none())
    }

    /// Whether a person picked one of the answers.
    pub fn is_decided(&self) -> bool {
        self.answers.iter().any(|answer| answer.picked)
    }
}

/// One of several answers that differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflicting {
    /// Whose it is: one of the authorities, or several that answered together.
    pub authorities: Vec<Area>,
    /// Where it is.
    pub place: Place,
    /// The answer as typed.
    pub wording: String,
    /// What it counts as, if it is picked.
    pub answer: Answer,
    /// The day on which it was received, if its row says.
    #[serde(serialize_with = "as_text")]
    pub received: Option<Day>,
    /// The notes of its row, as typed; empty if there are none.
    pub notes: String,
    /// Whether a person picked it.
    pub picked: bool,
}

impl Conflicting {
    /// The answer as a decision identifies it.
    pub fn typed(&self) -> TypedAnswer {
        TypedAnswer::new(self.authorities.iter().filter_map(|area| area.code).collect(), &self.wording)
    }
}
