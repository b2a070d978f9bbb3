//! What a person decides about answers that could be read in several ways. Plain data; nothing here reads a file or
//! knows what the figures are.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, alike};
use crate::area::{AreaCode, normalise};
use crate::cohort::{Cohort, Count};
use crate::order::Ordered;
use crate::period::Period;
use crate::report::ListedAs;

mod json;

pub use json::NotDecisions;

/// All decisions of one person, in an order of their own.
///
/// Nothing of a page is stored when it is closed; as a small JSON document ([`Decisions::to_json`]) they can be kept and
/// chosen again.
///
/// ```
/// use missing_rates::answer::Answer;
/// use missing_rates::decisions::Decisions;
///
/// let mut decisions = Decisions::default();
/// decisions.read_wording("A  few", Answer::Range { lowest: 1, highest: 5 });
/// // All cells like it are meant.
/// assert!(decisions.wording("a few").is_some());
/// assert_eq!(Decisions::from_json(&decisions.to_json()).unwrap(), decisions);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// What a wording says, by the wording in one spelling.
    wordings: BTreeMap<String, Answer>,
    /// What a wording of a list of children says, by the wording in one spelling.
    listed: BTreeMap<String, ListedAs>,
    /// Who a name means, by the name in one spelling.
    names: BTreeMap<String, Meant>,
    /// Which of several answers counts, and which there were when it was picked.
    conflicts: BTreeMap<Disputed, Pick>,
}

/// Who a name means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meant {
    /// This authority, or these, which answered together; by code, at least one.
    Authorities(Vec<AreaCode>),
    /// Nobody with children's services: its rows are set aside.
    Nobody,
}

/// A figure of which there are several answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Disputed {
    /// Whose it is, by code; several where an answer of several is one of those that differ.
    pub authorities: Vec<AreaCode>,
    /// When.
    pub period: Period,
    /// Who is counted.
    pub cohort: Cohort,
    /// What is counted.
    pub measure: Count,
}

/// One of several answers to a figure, as a decision knows it: by whose it is and what it says, wherever its row is.
///
/// ```
/// use missing_rates::decisions::TypedAnswer;
/// assert_eq!(TypedAnswer::new(Vec::new(), "A  few"), TypedAnswer::new(Vec::new(), "a few"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TypedAnswer {
    authorities: Vec<AreaCode>,
    wording: String,
}

impl TypedAnswer {
    /// The answer of these authorities with this wording, or one like it.
    pub fn new(mut authorities: Vec<AreaCode>, wording: &str) -> Self {
        authorities.order();
        authorities.dedup();
        Self { authorities, wording: alike(wording) }
    }

    /// Whose it is, by code.
    pub fn authorities(&self) -> &[AreaCode] {
        &self.authorities
    }

    /// Its wording, in one spelling.
    pub fn wording(&self) -> &str {
        &self.wording
    }
}

/// What was picked, and all that it was picked from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Pick {
    answer: TypedAnswer,
    among: BTreeSet<TypedAnswer>,
}

/// Where an answer is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Name of the file.
    pub file: String,
    /// Row, as a spreadsheet numbers it.
    pub row: u64,
    /// Name of the column.
    pub column: String,
}

impl Decisions {
    /// Whether nothing is decided.
    pub fn is_empty(&self) -> bool {
        self.wordings.is_empty() && self.listed.is_empty() && self.names.is_empty() && self.conflicts.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.wordings.len() + self.listed.len() + self.names.len() + self.conflicts.len()
    }

    /// Decides what every cell with this wording says.
    pub fn read_wording(&mut self, wording: &str, answer: Answer) {
        self.wordings.insert(alike(wording), answer);
    }

    /// Leaves the reading of a wording to the engine again.
    pub fn forget_wording(&mut self, wording: &str) {
        self.wordings.remove(&alike(wording));
    }

    /// What a wording was decided to say.
    pub fn wording(&self, wording: &str) -> Option<&Answer> {
        if self.wordings.is_empty() { None } else { self.wordings.get(&alike(wording)) }
    }

    /// Decides what every row of a list of children with this wording says.
    pub fn read_listed(&mut self, wording: &str, says: ListedAs) {
        self.listed.insert(alike(wording), says);
    }

    /// Leaves the reading of a wording of lists to the engine again.
    pub fn forget_listed(&mut self, wording: &str) {
        self.listed.remove(&alike(wording));
    }

    /// What a wording of lists was decided to say.
    pub fn listed(&self, wording: &str) -> Option<ListedAs> {
        if self.listed.is_empty() { None } else { self.listed.get(&alike(wording)).copied() }
    }

    /// Decides whom every row with this name is about.
    pub fn mean(&mut self, name: &str, meant: Meant) {
        self.names.insert(normalise(name), meant);
    }

    /// Leaves a name to the engine again.
    pub fn forget_name(&mut self, name: &str) {
        self.names.remove(&normalise(name));
    }

    /// Who a name was decided to mean.
    pub fn name(&self, name: &str) -> Option<&Meant> {
        if self.names.is_empty() { None } else { self.names.get(&normalise(name)) }
    }

    /// Decides which of several answers counts, as long as these are the answers: if one changes or another comes, it is
    /// asked again.
    pub fn pick(&mut self, disputed: Disputed, answer: TypedAnswer, among: impl IntoIterator<Item = TypedAnswer>) {
        let mut among: BTreeSet<TypedAnswer> = among.into_iter().collect();
        among.insert(answer.clone());
        self.conflicts.insert(disputed, Pick { answer, among });
    }

    /// Lets none of several answers count.
    pub fn forget_pick(&mut self, disputed: &Disputed) {
        self.conflicts.remove(disputed);
    }

    /// Which of these answers was decided to count; `None` too where the decision was about other ones.
    pub fn picked(&self, disputed: &Disputed, among: &BTreeSet<TypedAnswer>) -> Option<&TypedAnswer> {
        self.conflicts.get(disputed).filter(|pick| pick.among == *among).map(|pick| &pick.answer)
    }

    /// Takes over what is decided in others; where both decide, the others count.
    pub fn extend(&mut self, others: &Self) {
        self.wordings.extend(others.wordings.iter().map(|(key, value)| (key.clone(), value.clone())));
        self.listed.extend(others.listed.iter().map(|(key, value)| (key.clone(), *value)));
        self.names.extend(others.names.iter().map(|(key, value)| (key.clone(), value.clone())));
        self.conflicts.extend(others.conflicts.iter().map(|(key, value)| (key.clone(), value.clone())));
    }
}
