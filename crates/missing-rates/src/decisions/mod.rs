//! What a person decides about answers that could be read in several ways. It is plain data: nothing here reads a file
//! or knows what the figures are.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, alike};
use crate::area::{AreaCode, normalise};
use crate::cohort::{Cohort, Count};
use crate::order::Ordered;
use crate::period::Period;
use crate::report::ListedAs;

mod differ;
mod json;
mod of_children;
mod one_module;

pub(crate) use differ::differ;
pub(crate) use json::KIND;
pub use json::NotDecisions;
pub(crate) use one_module::OneModule;

/// All decisions of one person, in a fixed order.
///
/// A page stores nothing when it is closed. Decisions can be kept as a small JSON document ([`Decisions::to_json`]) and
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
    /// What a wording says, by its normalised spelling.
    wordings: BTreeMap<String, Answer>,
    /// What a wording of a list of children says, by its normalised spelling.
    listed: BTreeMap<String, ListedAs>,
    /// Who a name means, by its normalised spelling.
    names: BTreeMap<String, Meant>,
    /// Which of several answers counts, and which answers there were when it was picked.
    conflicts: BTreeMap<Disputed, Pick>,
    /// How to use several files of one module and year. No file is in more than one entry.
    modules: Vec<OneModule>,
}

/// Who a name means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meant {
    /// This authority, or these authorities, which answered together. By code, at least one.
    Authorities(Vec<AreaCode>),
    /// Nobody with children's services: its rows are set aside.
    Nobody,
}

/// A figure with several answers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Disputed {
    /// Whose figure it is, by code. It has several codes if one of the answers is a joint one.
    pub authorities: Vec<AreaCode>,
    /// When.
    pub period: Period,
    /// Who is counted.
    pub cohort: Cohort,
    /// What is counted.
    pub measure: Count,
}

/// One of several answers to a figure. A decision identifies it by whose it is and what it says, wherever its row is.
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

    /// Its wording, in normalised spelling.
    pub fn wording(&self) -> &str {
        &self.wording
    }
}

/// What was picked, and all answers that it was picked from.
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
        self.len() == 0
    }

    /// How many decisions there are.
    pub fn len(&self) -> usize {
        self.wordings.len() + self.listed.len() + self.names.len() + self.conflicts.len() + self.modules.len()
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

    /// Decides who every row with this name is about.
    pub fn mean(&mut self, name: &str, meant: Meant) {
        self.names.insert(normalise(name), meant);
    }

    /// Leaves a name to the engine again.
    pub fn forget_name(&mut self, name: &str) {
        self.names.remove(&normalise(name));
    }

    /// Who a person decided that a name means.
    pub fn name(&self, name: &str) -> Option<&Meant> {
        if self.names.is_empty() { None } else { self.names.get(&normalise(name)) }
    }

    /// Decides which of several answers counts, for as long as these are the answers. If one changes or another comes,
    /// the question is asked again.
    pub fn pick(&mut self, disputed: Disputed, answer: TypedAnswer, among: impl IntoIterator<Item = TypedAnswer>) {
        let mut among: BTreeSet<TypedAnswer> = among.into_iter().collect();
        among.insert(answer.clone());
        self.conflicts.insert(disputed, Pick { answer, among });
    }

    /// Lets none of several answers count.
    pub fn forget_pick(&mut self, disputed: &Disputed) {
        self.conflicts.remove(disputed);
    }

    /// Which of these answers a person decided on. `None` as well if the decision was about other answers.
    pub fn picked(&self, disputed: &Disputed, among: &BTreeSet<TypedAnswer>) -> Option<&TypedAnswer> {
        self.conflicts.get(disputed).filter(|pick| pick.among == *among).map(|pick| &pick.answer)
    }

    /// Decides how to use files of one module and year, given as SHA-256 and name: the `used` files are added together,
    /// and the others are left out. It applies for as long as all used files are there and no further file is.
    ///
    /// ```
    /// use missing_rates::decisions::Decisions;
    ///
    /// let mut decisions = Decisions::default();
    /// let [a, b] = [("ab12", "team a.csv"), ("cd34", "team b.csv")].map(|(sha256, name)| (sha256.to_owned(), name.to_owned()));
    /// decisions.use_files([a.clone(), b.clone()], [a.0.clone(), b.0]);
    /// assert_eq!(decisions.len(), 1);
    /// decisions.ask_about_file(&a.0);
    /// assert!(decisions.is_empty());
    /// ```
    pub fn use_files(
        &mut self,
        files: impl IntoIterator<Item = (String, String)>,
        used: impl IntoIterator<Item = String>,
    ) {
        if let Some(decided) = OneModule::of(files, used) {
            self.take_over(decided);
        }
    }

    /// Asks again how to use a file, given by its SHA-256, and the other files of the same module and year.
    pub fn ask_about_file(&mut self, sha256: &str) {
        self.modules.retain(|other| !other.files.contains_key(sha256));
    }

    fn take_over(&mut self, decided: OneModule) {
        self.modules.retain(|other| !other.is_about(decided.files.keys().map(String::as_str)));
        self.modules.push(decided);
        self.modules.order_by(|a, b| a.files.cmp(&b.files));
    }

    /// How many decisions are about files by their SHA-256.
    pub fn about_uses(&self) -> usize {
        self.modules.len()
    }

    /// Whether any decision is about files by their SHA-256.
    pub(crate) fn names_files(&self) -> bool {
        !self.modules.is_empty()
    }

    /// What was decided about any of these files, given by their SHA-256. There are several decisions if the files are
    /// in several.
    pub(crate) fn about_files<'a>(
        &'a self,
        sha256: impl Iterator<Item = &'a str> + Clone + 'a,
    ) -> impl Iterator<Item = &'a OneModule> {
        self.modules.iter().filter(move |decided| decided.is_about(sha256.clone()))
    }

    /// Takes over the decisions of others. If both decide the same thing, the others count: what a person decides here comes
    /// before what a file says. Files that contradict each other are not used.
    pub fn extend(&mut self, others: &Self) {
        self.wordings.extend(others.wordings.iter().map(|(key, value)| (key.clone(), value.clone())));
        self.listed.extend(others.listed.iter().map(|(key, value)| (key.clone(), *value)));
        self.names.extend(others.names.iter().map(|(key, value)| (key.clone(), value.clone())));
        self.conflicts.extend(others.conflicts.iter().map(|(key, value)| (key.clone(), value.clone())));
        for decided in &others.modules {
            self.take_over(decided.clone());
        }
    }
}
