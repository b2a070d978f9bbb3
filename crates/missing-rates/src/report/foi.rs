//! Answers to the questions that freedom-of-information requests ask about children missing from care.

use serde::Serialize;

use super::{Area, Incidents, Length, Module, OnList};
use super::{Disclosure, Shown};
use crate::cohort::Cohort;
use crate::group::Group;
use crate::period::Period;

/// The answers, calendar year by calendar year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Foi {
    /// Whose return it is.
    pub area: Area,
    /// Whether they are exact or safe to publish.
    pub disclosure: Disclosure,
    /// The calendar years in which the returns hold any day, earliest first.
    pub years: Vec<FoiYear>,
}

/// The answers for one calendar year, or for as much of it as the returns hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoiYear {
    /// The calendar year.
    pub year: i32,
    /// The days that the answers are about, from the first to the last that a return holds.
    pub period: Period,
    /// Days of the year that are in no return's collection year.
    pub uncovered: Vec<Period>,
    /// What may be wrong with every answer, each once.
    pub doubts: Vec<FoiDoubt>,
    /// How many of the answers are hidden.
    pub hidden: u64,
    /// The answers, in the order of the questions.
    pub answers: Vec<FoiAnswer>,
}

/// Why the answers for a year may be wrong. It holds no day, so that a report that is safe to publish can say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoiDoubt {
    /// The dates of a return end long before the days that it is to answer for. If it was made earlier, they are too low.
    EndsEarly,
    /// A return may not be of all children who were in care, or may be of others.
    OtherChildren,
    /// Missing names far fewer children than another year's, or than in nearly any authority.
    FewMissing,
    /// Nearly all children of Episodes are in Missing, so that others may be left out.
    NearlyAllInMissing,
    /// The dates of Episodes end long before, and Missing goes on.
    EpisodesEndEarly,
    /// The dates of Missing end long before, and Episodes goes on.
    MissingEndsEarly,
    /// Episodes has no date on some of these days, though so many seldom leave them empty.
    EpisodesEmpty,
    /// The same of Missing.
    MissingEmpty,
    /// No child of Episodes left care.
    StillInCare,
    /// No child of Episodes was there when the year began.
    Newcomers,
    /// No child of Episodes is there when the year ends.
    Leavers,
    /// The return may be a part of what was recorded. A report that is safe to publish does not say which.
    MayBePart,
    /// Some children may have other identifiers in one return than in the next, and be counted twice.
    CountedTwice,
    /// One list of trafficked children, which names no year, is used for the returns of several.
    SameList,
}

impl FoiDoubt {
    /// Whether it is about an answer.
    pub fn is_about(self, answer: &FoiAnswer) -> bool {
        match self {
            Self::MissingEndsEarly | Self::MissingEmpty | Self::FewMissing => answer.measure != FoiCount::Children,
            Self::SameList => matches!(answer.cohort, Cohort::Trafficked | Cohort::TraffickedAndUnaccompanied),
            _ => true,
        }
    }

    /// What a report that is safe to publish says instead.
    pub(crate) fn safe(self) -> Self {
        match self {
            Self::EndsEarly | Self::CountedTwice | Self::SameList => self,
            _ => Self::MayBePart,
        }
    }
}

impl FoiYear {
    /// What may be wrong with one of the answers.
    pub fn doubts_of<'a>(&'a self, answer: &'a FoiAnswer) -> impl Iterator<Item = FoiDoubt> + 'a {
        self.doubts.iter().copied().filter(|doubt| answer.count.is_some() && doubt.is_about(answer))
    }
}

/// One number that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoiAnswer {
    /// Which question: `1a`, `5`.
    pub question: &'static str,
    /// Which children.
    pub cohort: Cohort,
    /// If set, only trafficked children about whom the list says this.
    pub on_list: Option<OnList>,
    /// What is counted.
    pub measure: FoiCount,
    /// Which incidents, if incidents are meant.
    pub code: Option<Incidents>,
    /// If set, only children of one sex.
    pub sex: Option<Group>,
    /// If set, only incidents of one length.
    pub length: Option<Length>,
    /// The answer; `null` where it is not held.
    pub count: Option<Shown>,
    /// Whether it may be more: the list does not say of every child what this counts.
    pub at_least: bool,
    /// Why it is not held.
    pub not_held: Option<NotHeld>,
    /// The modules of returns that would answer it.
    pub needs: Vec<FoiNeed>,
}

/// A module of a return that is not among the files, or does not cover the days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FoiNeed {
    /// Which module.
    pub module: Module,
    /// The collection year, by the year of its 31 March; `null` for a list, unless its name says another year.
    pub year: Option<i32>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoiCount {
    /// Children looked after on any day of the period.
    Children,
    /// How many of them went missing or absent at least once.
    ChildrenMissing,
    /// Incidents.
    Incidents,
    /// Children who were not found by the end of the period, including those who turned 18 before it.
    ChildrenNotFound,
}

/// Why an answer is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotHeld {
    /// A return does not say who was trafficked; a list of children would.
    NoList,
    /// A person has to say first what some wordings of the list mean.
    ListUndecided,
    /// The list says of one child both that it was trafficked and that it was not.
    ListContradicted,
    /// The lists are of other years, as their names say.
    ListOfAnotherYear,
    /// The list does not say which children are confirmed and which suspected.
    NotRecorded,
    /// Two returns that the days are in have other identifiers for the same children.
    IdentifiersDiffer,
    /// Some of the years have no UASC file.
    NoUasc,
    /// The UASC file and the column UASC in Header disagree about who is unaccompanied.
    UascContradicted,
    /// Some of the years have no Missing file.
    NoMissing,
    /// Some of the days have no Episodes file.
    NoEpisodes,
    /// No file gives the sex of the children.
    NoSex,
    /// No file says whether a child, whose care ended together with an incident, turned 18 on that day.
    NoDateOfBirth,
}
