//! What a person asks or decides in addition to choosing files. It is plain data. With an empty query a report is what
//! the files say.

use std::collections::{BTreeMap, BTreeSet};

use crate::area::{AreaCode, Authority, authority};
use crate::checks::WorkOrder;
use crate::decisions::Decisions;
use crate::file_id::FileId;
use crate::kept::Kept;
use crate::period::{Day, Period, PublishedYears};
use crate::rates::TargetShare;
use crate::report::Disclosure;
use crate::report::{Area, Level};
use missing_rows::NAME_JOINT;

/// Everything that a person asks or decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The period to calculate for. Without it, the periods that the files are about.
    pub period: Option<Period>,
    /// A target share. The report says what the silent authorities would have to be like for it to be reached.
    pub target: Option<TargetShare>,
    /// Two periods to compare, in addition to each period with the next.
    pub change: Option<(Period, Period)>,
    /// What a bare year in a file of published figures means.
    pub published_years: PublishedYears,
    /// The collection years of files, by the year of their 31 March, where the dates of a file say otherwise.
    pub years: BTreeMap<FileId, i32>,
    /// The same by the names of files, as files of settings say it: for files alone that do not say their year themselves.
    pub years_by_name: BTreeMap<String, i32>,
    /// Names of files that have a header row and nothing below it because there was nobody to write down. Without this, such
    /// a file may be a failed export and says nothing.
    pub empty: BTreeSet<String>,
    /// Files of answers or of published figures that are an earlier version of the others. They count in no figure, and are
    /// compared with the others ([`Returns::changed_answers`](crate::Returns::changed_answers)).
    pub earlier: BTreeSet<FileId>,
    /// The last day to which the return of a collection year is complete, by the year of its 31 March, where its rows would
    /// say otherwise.
    pub complete_to: BTreeMap<i32, Day>,
    /// Whether leading zeros in a child's identifier matter, so that `0012` and `12` in two files are two children. A
    /// person is asked where it makes a difference.
    pub zeros_matter: Option<bool>,
    /// Whether identifiers with more digits than a spreadsheet keeps are whole, although all of them end in 0. Otherwise a person is asked.
    pub whole_identifiers: Option<bool>,
    /// Whose return the child-level files are. Their figures carry its code and name, and are put beside published
    /// figures.
    pub authority: Option<AreaCode>,
    /// What wordings and names mean, and which of several answers counts. These decisions go before those in the files.
    pub decisions: Decisions,
    /// Whether the report is exact, or safe to publish.
    pub disclosure: Disclosure,
    /// The order of the work list.
    pub work_order: WorkOrder,
    /// What a person has said here, be it that nothing is asked: it comes before what files of settings say ([`Query::fill`]).
    pub said: BTreeSet<Said>,
}

/// What a person can say here, and a file of settings too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// Whose return it is.
    Authority,
    /// The days that are asked for.
    Period,
    /// What a bare year in files of published figures means.
    PublishedYears,
    /// Whether zeros before identifiers matter.
    LeadingZeros,
    /// Whether long identifiers are whole.
    WholeIdentifiers,
}

impl Query {
    /// Asks for a period and nothing else.
    pub fn period(period: impl Into<Option<Period>>) -> Self {
        Self { period: period.into(), ..Self::default() }
    }

    /// Asks what files of settings say of what nobody has said here.
    pub fn fill(&mut self, kept: &Kept) {
        if !self.said.contains(&Said::Authority) {
            self.authority = kept.authority;
        }
        if !self.said.contains(&Said::Period) {
            self.period = kept.period;
        }
        if !self.said.contains(&Said::PublishedYears) {
            self.published_years = kept.published_years.unwrap_or_default();
        }
        if !self.said.contains(&Said::LeadingZeros) {
            self.zeros_matter = kept.zeros_matter;
        }
        if !self.said.contains(&Said::WholeIdentifiers) {
            self.whole_identifiers = kept.whole_identifiers;
        }
        self.years_by_name.clone_from(&kept.file_years);
    }

    /// The collection year that is said of a file: here, or by files of settings for a file of its name. What is said of a table
    /// comes before what is said of the file that it was taken from.
    pub(crate) fn year_of(&self, id: FileId, name: &str) -> Option<i32> {
        self.said_year(id).or_else(|| self.kept_year(name))
    }

    /// The collection year that a person says of a file.
    pub(crate) fn said_year(&self, id: FileId) -> Option<i32> {
        self.years.get(&id).copied().filter(|year| Period::collection_year(*year).is_some())
    }

    /// The collection year that files of settings say of a file of this name.
    pub(crate) fn kept_year(&self, name: &str) -> Option<i32> {
        let mut within = std::iter::successors(Some(name), |of| of.rsplit_once(NAME_JOINT).map(|(file, _)| file));
        let year = within.find_map(|name| self.years_by_name.get(name)).copied();
        year.filter(|year| Period::collection_year(*year).is_some())
    }

    /// The authority whose return it is said to be, if its code is one.
    pub(crate) fn authority(&self) -> Option<&'static Authority> {
        self.authority.and_then(authority)
    }

    /// The area of the child-level files. It has a code and a name if a person said whose the files are.
    pub(crate) fn return_area(&self) -> Area {
        self.authority().map_or(Area::RETURN, |of| Area { level: Level::Return, ..of.into() })
    }
}
