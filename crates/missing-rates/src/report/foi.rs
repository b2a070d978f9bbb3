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
    /// The calendar years of which the returns hold any day, earliest first.
    pub years: Vec<FoiYear>,
}

/// The answers for one calendar year, or for as much of it as the returns hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoiYear {
    /// The calendar year.
    pub year: i32,
    /// The days that the answers are about: those from the first that a return holds to the last.
    pub period: Period,
    /// Days of the year that are in no return's collection year.
    pub uncovered: Vec<Period>,
    /// How many of the answers are hidden.
    pub hidden: u64,
    /// The answers, in the order of the questions.
    pub answers: Vec<FoiAnswer>,
}

/// One number that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoiAnswer {
    /// Which question: `1a`, `5`.
    pub question: &'static str,
    /// Whose.
    pub cohort: Cohort,
    /// Of the trafficked children, those of whom the list says this.
    pub on_list: Option<OnList>,
    /// What is counted.
    pub measure: FoiCount,
    /// Which incidents, where incidents are meant.
    pub code: Option<Incidents>,
    /// Children of one sex.
    pub sex: Option<Group>,
    /// Incidents of one length.
    pub length: Option<Length>,
    /// The answer; `null` where it is not held.
    pub count: Option<Shown>,
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
    /// Of which collection year, by the year of its 31 March; `null` for a list.
    pub year: Option<i32>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FoiCount {
    /// Children looked after on any day of the period.
    Children,
    /// Of them, went missing or absent at least once.
    ChildrenMissing,
    /// Incidents.
    Incidents,
    /// Children who were not found by the end of the period, those who turned 18 before among them.
    ChildrenNotFound,
}

/// Why an answer is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotHeld {
    /// A return does not say who was trafficked; a list of children would.
    NoList,
    /// There is no UASC file of some of the years.
    NoUasc,
    /// The UASC file and the column UASC in Header disagree about who is unaccompanied.
    UascContradicted,
    /// There is no Missing file of some of the years.
    NoMissing,
    /// There is no Episodes file for some of the days.
    NoEpisodes,
    /// No file says of which sex the children are.
    NoSex,
}
