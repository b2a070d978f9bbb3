//! What a person asks or decides beyond choosing files. Plain data; without any of it a report is what the files say.

use std::collections::BTreeMap;

use crate::area::{AreaCode, Authority, authority};
use crate::checks::WorkOrder;
use crate::decisions::Decisions;
use crate::file_id::FileId;
use crate::period::{Day, Period, PublishedYears};
use crate::rates::TargetShare;
use crate::report::Disclosure;
use crate::report::{Area, Level};

/// All that a person asks or decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The period to calculate for; without one, those that the files are about.
    pub period: Option<Period>,
    /// A share about which it is asked what the silent authorities would have to be like for it to be reached.
    pub target: Option<TargetShare>,
    /// Two periods between which changes are asked for, beside those of each period to the next.
    pub change: Option<(Period, Period)>,
    /// What a bare year in a file of published figures means.
    pub published_years: PublishedYears,
    /// The collection year that a file is of, by the year of its 31 March, where its dates say otherwise.
    pub years: BTreeMap<FileId, i32>,
    /// The last day to which the return of a collection year is complete, by the year of its 31 March, where its rows would
    /// say otherwise.
    pub complete_to: BTreeMap<i32, Day>,
    /// Whether zeros before the identifier of a child matter: whether `0012` and `12` in two files are two children. It is
    /// asked where it makes a difference.
    pub zeros_matter: Option<bool>,
    /// Whose return the child-level files are: their figures carry its code and name, and are put beside published ones.
    pub authority: Option<AreaCode>,
    /// What wordings and names mean, and which of several answers counts; before what the files say of it.
    pub decisions: Decisions,
    /// Whether the report is exact, or safe to publish.
    pub disclosure: Disclosure,
    /// In which order the work list stands.
    pub work_order: WorkOrder,
}

impl Query {
    /// Asks for a period and nothing else.
    pub fn period(period: impl Into<Option<Period>>) -> Self {
        Self { period: period.into(), ..Self::default() }
    }

    /// The authority whose return it is said to be, if its code is one.
    pub(crate) fn authority(&self) -> Option<&'static Authority> {
        self.authority.and_then(authority)
    }

    /// The area of the child-level files: with a code and a name where it was said whose they are.
    pub(crate) fn return_area(&self) -> Area {
        self.authority().map_or(Area::RETURN, |of| Area { level: Level::Return, ..of.into() })
    }
}
