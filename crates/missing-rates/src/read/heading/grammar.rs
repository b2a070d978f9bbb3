//! Finds the one figure that the words of a heading name. Every word that carries meaning must be understood.

use super::items::{Item, What, items};
use super::label::Label;
use super::tokens::{Token, tokens};
use super::vocabulary::{Class, Role, column};
use crate::cohort::{Cohort, Count, Part, Share};
use crate::mapping::Field;
use crate::period::Period;

/// What a heading says by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that a heading says or does not")]
pub(in crate::read) struct Phrase {
    pub(in crate::read) kind: Kind,
    pub(in crate::read) label: Option<Label>,
    /// Who is counted, if the heading says so.
    pub(in crate::read) group: Option<Cohort>,
    /// `X and Y`, which can mean children who are both, or children who are either.
    pub(in crate::read) loosely_both: bool,
    pub(in crate::read) part: Option<Part>,
    /// Whether the part is confirmed children, and not only `identified`, which is also said of all trafficked
    /// children.
    pub(in crate::read) confirmed: bool,
    pub(in crate::read) count: Count,
    /// `Incidents`, if it is said elsewhere what kind.
    pub(in crate::read) bare_incidents: bool,
    /// `of whom`: the children of the column beside it.
    pub(in crate::read) of_whom: bool,
    /// The labels of questions whose children are meant, and of questions whose children are left out.
    pub(in crate::read) refers: Vec<Label>,
    pub(in crate::read) leaves: Vec<Label>,
    pub(in crate::read) period: Option<Period>,
    /// The month and day of the count, which must be the end of the period.
    pub(in crate::read) ends: Option<(u8, u8)>,
    /// Words that were not understood.
    pub(in crate::read) unknown: Vec<String>,
    /// Words that mean something else.
    pub(in crate::read) other: Vec<String>,
    /// Whether all that is not understood only says which version of the figure it is: `(updated)`, `(revised)`.
    pub(in crate::read) version: bool,
}

/// What kind of column a heading heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Kind {
    /// It has no words.
    Blank,
    Role(Role),
    /// A period and nothing else.
    Period,
    /// The label of a question and nothing else.
    Label,
    Figure,
    /// A percentage, and which share it is if it can be checked.
    Share(Option<Share>),
    Average,
    /// Notes, dates, references.
    Aside,
    /// Age, sex, team and the like: its cells split the rows of an authority.
    Breakdown,
    /// A person said that the column is not needed.
    LeftOut,
    /// A column that splits rows, and what a person said should be done with them.
    Parts(Field),
    /// Something that is not a figure.
    Nothing,
}

impl Phrase {
    fn of(kind: Kind) -> Self {
        Self {
            kind,
            label: None,
            group: None,
            loosely_both: false,
            part: None,
            confirmed: false,
            count: Count::Children,
            bare_incidents: false,
            of_whom: false,
            refers: Vec::new(),
            leaves: Vec::new(),
            period: None,
            ends: None,
            unknown: Vec::new(),
            other: Vec::new(),
            version: false,
        }
    }

    /// Whether every word was understood, and none means something else.
    pub(in crate::read) fn is_plain(&self) -> bool {
        self.unknown.is_empty() && self.other.is_empty()
    }
}

/// Reads a heading by itself.
pub(in crate::read) fn read(text: &str) -> Phrase {
    let tokens = tokens(text);
    if tokens.is_empty() {
        return Phrase::of(Kind::Blank);
    }
    if let Some(role) = column(&tokens) {
        return Phrase::of(Kind::Role(role));
    }
    phrase(&tokens)
}

/// Reads the words of a figure, where no other kind of column can be meant.
pub(in crate::read) fn figure(text: &str) -> Phrase {
    let tokens = tokens(text);
    if tokens.is_empty() { Phrase::of(Kind::Blank) } else { phrase(&tokens) }
}

fn phrase(tokens: &[Token]) -> Phrase {
    let found = items(tokens);
    if found.only_period {
        return Phrase { period: found.period, ..Phrase::of(Kind::Period) };
    }
    let mut phrase = Phrase { label: found.label, period: found.period, ..Phrase::of(Kind::Figure) };
    let items = found.list.as_slice();
    let has = |class: Class| items.iter().any(|item| item.what == What::Class(class));
    if items.is_empty() {
        phrase.kind = if phrase.label.is_some() { Kind::Label } else { Kind::Nothing };
        return phrase;
    }
    let version = has(Class::Version).then(|| of_version(items, &phrase)).flatten();
    if (has(Class::Aside) || has(Class::Version)) && !has(Class::Scope) {
        phrase.kind = Kind::Aside;
        return version.unwrap_or(phrase);
    }
    let counts = counts(items) || phrase.label.is_some();
    if !counts {
        phrase.kind = if has(Class::Breakdown) { Kind::Breakdown } else { Kind::Nothing };
        let not_harmless = |item: &&Item| matches!(item.what, What::Unknown | What::Class(Class::Other));
        phrase.unknown = items.iter().filter(not_harmless).map(|item| item.text.clone()).collect();
        return phrase;
    }
    Reading { items, phrase: &mut phrase }.read();
    phrase.version = !phrase.unknown.is_empty() && phrase.unknown.iter().all(|word| VERSIONS.contains(&word.as_str()));
    phrase
}

/// Words that say which version of a figure it is, besides those of the vocabulary.
const VERSIONS: &[&str] =
    &["revised", "corrected", "amended", "resubmitted", "latest", "final", "draft", "provisional", "original", "old"];

/// A whole figure beside words that say which version it is: another column may have the other one.
fn of_version(items: &[Item], phrase: &Phrase) -> Option<Phrase> {
    let is_version = |item: &&Item| item.what == What::Class(Class::Version);
    let rest: Vec<Item> = items.iter().filter(|item| !is_version(item)).cloned().collect();
    let mut own = phrase.clone();
    Reading { items: &rest, phrase: &mut own }.read();
    let whole = counts(&rest) && own.kind == Kind::Figure && own.is_plain();
    own.unknown = items.iter().filter(is_version).map(|item| item.text.clone()).collect();
    own.version = true;
    whole.then_some(own)
}

/// Whether words count something.
fn counts(items: &[Item]) -> bool {
    items.iter().any(|item| {
        matches!(
            item.what,
            What::Class(
                Class::Child
                    | Class::Group(_)
                    | Class::Missing
                    | Class::Away
                    | Class::Incident
                    | Class::Share
                    | Class::Average
                    | Class::OfWhom
            ) | What::Refers(_)
        )
    })
}

/// A figure while its words are being read.
pub(super) struct Reading<'a> {
    pub(super) items: &'a [Item],
    pub(super) phrase: &'a mut Phrase,
}

impl Reading<'_> {
    pub(super) fn has(&self, class: Class) -> bool {
        self.items.iter().any(|item| item.what == What::Class(class))
    }

    pub(super) fn class(&self, at: usize) -> Option<Class> {
        match self.items.get(at)?.what {
            What::Class(class) => Some(class),
            _ => None,
        }
    }

    /// The nearest piece before or after a piece, not counting links.
    pub(super) fn near(&self, at: usize, before: bool) -> Option<usize> {
        let skip = |at: &usize| !matches!(self.class(*at), Some(Class::Link | Class::During));
        if before { (0..at).rev().find(skip) } else { (at + 1..self.items.len()).find(skip) }
    }

    /// Whether a verb comes directly after it: `and went missing`.
    pub(super) fn linked(&self, at: usize) -> bool {
        matches!(self.class(at + 1), Some(Class::Link | Class::Had))
            || self.items.get(at + 1).is_some_and(|item| {
                self.class(at + 1) == Some(Class::Missing)
                    && item.text.split(' ').next().is_some_and(|word| word == "went")
            })
    }

    pub(super) fn in_the_way(&mut self, at: usize) {
        let text = self.items[at].text.clone();
        if !self.phrase.unknown.contains(&text) {
            self.phrase.unknown.push(text);
        }
    }

    fn read(&mut self) {
        let (missing, away) = (self.has(Class::Missing), self.has(Class::Away));
        let mut groups: Vec<Cohort> = Vec::new();
        let (mut joined, mut both) = (false, self.has(Class::Both));
        for at in 0..self.items.len() {
            match &self.items[at].what {
                What::Unknown => self.in_the_way(at),
                What::Refers(labels) => self.phrase.refers.extend(labels.iter().cloned()),
                What::Leaves(labels) => self.phrase.leaves.extend(labels.iter().cloned()),
                // The end of a month can be the end of the period. The row says whether it is.
                What::OnADay(day, period) => {
                    if (missing || away) && day.1 >= 28 {
                        self.phrase.ends = Some(*day);
                        self.phrase.period = period.or(self.phrase.period);
                    } else {
                        self.phrase.other.push(self.items[at].text.clone());
                    }
                }
                What::Class(class) => match *class {
                    Class::Group(cohort) => groups.push(cohort),
                    Class::Part(part) => self.part(at, part),
                    Class::Scope => self.in_the_way(at),
                    Class::Other | Class::Breakdown => self.phrase.other.push(self.items[at].text.clone()),
                    // If it comes after a group of its own, `of whom` refers to that group.
                    Class::OfWhom => self.phrase.of_whom |= groups.is_empty(),
                    Class::From | Class::Still | Class::StillNote | Class::Many if !(missing || away) => {
                        self.in_the_way(at);
                    }
                    Class::End if !(missing || away) => self.phrase.other.push(self.items[at].text.clone()),
                    Class::And => match self.and(at) {
                        Joint::Fine => {}
                        Joint::Groups => joined = true,
                        Joint::Not => self.in_the_way(at),
                    },
                    Class::Or if !self.or(at) => self.in_the_way(at),
                    Class::Of if !self.of(at) => self.in_the_way(at),
                    Class::Had if !self.had(at) => self.in_the_way(at),
                    _ => {}
                },
            }
        }
        if missing && away {
            let away = (0..self.items.len()).find(|at| self.class(*at) == Some(Class::Away));
            if let Some(at) = away {
                self.in_the_way(at);
            }
        }
        both &= groups.iter().any(|group| *group != Cohort::All);
        self.group(&groups, joined, both);
        self.count(missing, away);
    }

    fn group(&mut self, groups: &[Cohort], joined: bool, both: bool) {
        let has = |cohort: Cohort| groups.contains(&cohort);
        let (unaccompanied, trafficked) = (has(Cohort::Unaccompanied), has(Cohort::Trafficked));
        self.phrase.group = match (unaccompanied, trafficked) {
            (true, true) => {
                self.phrase.loosely_both = joined && !both;
                self.phrase.part = None;
                Some(Cohort::TraffickedAndUnaccompanied)
            }
            (true, false) => Some(Cohort::Unaccompanied),
            (false, true) => Some(Cohort::Trafficked),
            (false, false) => has(Cohort::All).then_some(Cohort::All),
        };
        let alone = both && self.phrase.refers.is_empty() && !(unaccompanied && trafficked);
        if alone || self.has(Class::Both) && groups.is_empty() && self.phrase.refers.is_empty() {
            let place = (0..self.items.len()).find(|at| self.class(*at) == Some(Class::Both));
            if let Some(at) = place {
                self.in_the_way(at);
            }
        }
    }

    fn count(&mut self, missing: bool, away: bool) {
        let away = away && !missing;
        let many = self.has(Class::Many);
        let on_a_day = self.items.iter().any(|item| matches!(item.what, What::OnADay(..)));
        let still = self.has(Class::Still) || self.has(Class::End) || on_a_day;
        let incident = self.incident();
        let had = incident.is_some_and(|incident| {
            let first = (0..incident).find(|at| matches!(self.class(*at), Some(Class::Child | Class::Group(_))));
            first.is_some_and(|first| (first..incident).any(|at| self.class(at) == Some(Class::Had)))
        });
        let incidents = incident.filter(|_| !had);
        if let Some(incident) = incidents {
            self.phrase.bare_incidents = !missing && !away;
            // `number of children missing episodes` can be a number of children or of incidents.
            let noun = (0..incident).find(|at| matches!(self.class(*at), Some(Class::Child | Class::Group(_))));
            let asked = noun.is_some_and(|noun| {
                self.near(noun, true).and_then(|at| self.class(at)) == Some(Class::Ask)
                    && (noun + 1..=incident)
                        .all(|at| !matches!(self.items[at].before, ':' | ',' | '-' | '–' | '—' | '(' | ')'))
            });
            if asked || many || still {
                self.in_the_way(incident);
            }
        }
        if many && still {
            let place = (0..self.items.len()).find(|at| self.class(*at) == Some(Class::Many));
            if let Some(at) = place {
                self.in_the_way(at);
            }
        }
        let of = |missing, gone| if away { gone } else { missing };
        self.phrase.count = if incidents.is_some() {
            of(Count::MissingIncidents, Count::AwayIncidents)
        } else if !missing && !away {
            Count::Children
        } else if many {
            of(Count::ChildrenMissingMoreThanOnce, Count::ChildrenAwayMoreThanOnce)
        } else if still {
            of(Count::ChildrenMissingAtEnd, Count::ChildrenAwayAtEnd)
        } else {
            of(Count::ChildrenMissing, Count::ChildrenAway)
        };
        if self.has(Class::Average) {
            self.phrase.kind = Kind::Average;
        } else if self.has(Class::Share) {
            let count = self.phrase.count;
            self.phrase.kind = Kind::Share(Share::ALL.into_iter().find(|share| share.numerator() == count));
        }
    }
}

/// What an `and` joins.
pub(super) enum Joint {
    /// Two ways to name one figure.
    Fine,
    /// Two groups.
    Groups,
    /// Two figures, or something that is not known.
    Not,
}
