//! What a control sets. A setting is a value, never a name with a text: one that nobody understands cannot be written.

use missing_rates::FileId;
use missing_rates::area::AreaCode;
use missing_rates::checks::WorkOrder;
use missing_rates::cohort::Cohort;
use missing_rates::decisions::{Disputed, TypedAnswer};
use missing_rates::group::By;
use missing_rates::period::{Period, PublishedYears};
use missing_rates::report::{Disclosure, FileKind, Incidents, ListedAs};
use serde::{Deserialize, Serialize};

use crate::arranged::Arranged;
use crate::text::Text;

/// What a person sets: what is asked of the engine, what is decided about answers, or what a part shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Setting {
    /// The days that are asked for; none for those of the files.
    Period(Option<Period>),
    /// The collection year of a file, by the year of its 31 March; none for what its dates say.
    FileYear { file: FileId, year: Option<i32> },
    /// That the return of a collection year is complete, or not; the year goes by that of its 31 March.
    Complete { year: i32, complete: bool },
    /// Whether zeros before identifiers matter; none to be asked.
    ZerosMatter(Option<bool>),
    /// What a wording of a list of children means; none for what it was read as.
    Listed { wording: Text, says: Option<ListedAs> },
    /// For whom the figures are.
    Disclosure(Disclosure),
    /// The authority whose return it is, or that is put beside others.
    Authority(Option<AreaCode>),
    /// What a bare year in files of the Department for Education means.
    PublishedYears(PublishedYears),
    /// The two periods that are compared.
    Change { from: Period, to: Period },
    /// What was typed into a field.
    Typed { field: Field, text: String },
    /// What a wording counts as.
    Wording { wording: Text, counts_as: CountsAs },
    /// Who a name means.
    Name { name: Text, means: Means },
    /// Which of several answers counts, among all that were given; none for none of them.
    Conflict { figure: Disputed, answer: Option<TypedAnswer>, among: Vec<TypedAnswer> },
    /// Which answers count of several figures: each with all that were given to it.
    Conflicts(Vec<(Disputed, TypedAnswer, Vec<TypedAnswer>)>),
    /// What a file is whose columns are named by hand; none for what it is not.
    Kind { file: FileId, kind: Option<FileKind> },
    /// The row of such a file that holds the headings, from 0.
    HeadingRow { file: FileId, row: u32 },
    /// What a column of such a file is, from 0: a field by its name in a mapping; none to leave it out.
    Column { file: FileId, column: u32, field: Option<Text> },
    /// Of which period the figures of such a column are; none for what its heading or its rows say.
    ColumnPeriod { file: FileId, column: u32, period: Option<Period> },
    /// The group of children that is shown in one place.
    Cohort { of: CohortOf, cohort: Cohort },
    /// The area that is compared with others.
    ComparedArea(AreaCode),
    /// The area whose change is shown.
    ChangedArea(AreaCode),
    /// The limits that the funnel shows.
    Limits(Limits),
    /// What the map shows.
    Map(MapOf),
    /// Which incidents are shown.
    Incidents(Incidents),
    /// By what children are grouped.
    By(By),
    /// The authority whose children are shown, where returns are of several; none for all together.
    ReturnOf(Option<AreaCode>),
    /// The year of which an answer to a freedom-of-information request is written.
    FoiYear(i32),
    /// How findings are shown.
    Findings(WorkOrder),
    /// How a table is arranged.
    Arrange { table: Text, arranged: Arranged },
}

/// A field to type into.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    /// A share to reach.
    Target,
    /// What a wording counts as: a number or a range.
    Wording(Text),
    /// The authority that a name means.
    Name(Text),
}

/// What a person says that a wording counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CountsAs {
    /// What it was read as.
    AsRead,
    /// What is typed next.
    Typed,
    Refused,
    NotHeld,
    NotRecorded,
    NoReply,
    NotApplicable,
    Suppressed,
    CountedElsewhere,
    OtherPeriod,
    WrongBody,
}

/// Who a person says that a name means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Means {
    /// Who it was read as.
    AsRead,
    /// Whoever is typed next.
    Typed,
    /// Nobody with children's services.
    Nobody,
    Authorities(Vec<AreaCode>),
}

/// Where a group of children is chosen: each place keeps its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CohortOf {
    Compare,
    Robustness,
    Change,
    OwnChange,
    Incidents,
    Method,
}

/// Limits of a funnel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limits {
    /// As wide as chance and the spread of authorities make them.
    #[default]
    Adjusted,
    /// As wide as chance alone makes them.
    Plain,
}

/// What a map shows of each authority.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MapOf {
    #[default]
    Share,
    /// What it answered.
    Answered,
}

impl Setting {
    /// Whether it asks for other figures, so that those that are being calculated are wanted no more.
    pub fn asks_for_figures(&self) -> bool {
        !matches!(
            self,
            Self::Arrange { .. }
                | Self::Cohort { .. }
                | Self::ComparedArea(_)
                | Self::ChangedArea(_)
                | Self::Limits(_)
                | Self::Map(_)
                | Self::Incidents(_)
                | Self::By(_)
                | Self::FoiYear(_)
                | Self::Findings(_)
        )
    }
}
