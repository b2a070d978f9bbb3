//! What a control sets. A setting is a value, never a name with a text, so a setting that nobody understands cannot be
//! written.

use missing_rates::FileId;
use missing_rates::area::{AreaCode, Nation};
use missing_rates::checks::WorkOrder;
use missing_rates::cohort::Cohort;
use missing_rates::decisions::{Disputed, TypedAnswer};
use missing_rates::group::By;
use missing_rates::period::{Period, PublishedYears};
use missing_rates::report::{Disclosure, FileKind, Incidents, ListedAs, Severity};
use serde::{Deserialize, Serialize};

use crate::arranged::Arranged;
use crate::text::Text;

/// What a person sets: a question to the engine, a decision about answers, or what a part shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Setting {
    /// The days that are asked for; `None` for the days of the files.
    Period(Option<Period>),
    /// The collection year of a file, by the year of its 31 March; `None` for the year of its dates.
    FileYear { file: FileId, year: Option<i32> },
    /// Whether a file has a header row alone because there was nobody to write down.
    Empty { name: Text, empty: bool },
    /// Which files of answers or of published figures are an earlier version of the others.
    Earlier(Vec<FileId>),
    /// Whether the return of a collection year is complete. It is given by the year of its 31 March.
    Complete { year: i32, complete: bool },
    /// Whether zeros before identifiers matter; `None` to be asked.
    ZerosMatter(Option<bool>),
    /// Whether long identifiers that all end in 0 are whole; otherwise a person is asked.
    WholeIdentifiers(bool),
    /// How to use files of one module and year: all files, and the used ones.
    UseFiles { files: Vec<FileOf>, used: Vec<Text> },
    /// Asks again how to use a file of a module and year, by its SHA-256.
    AskAboutFile(Text),
    /// What a wording of a list of children means; `None` for what it was read as.
    Listed { wording: Text, says: Option<ListedAs> },
    /// Who the figures are for.
    Disclosure(Disclosure),
    /// The authority whose return it is, or that is compared with others.
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
    /// Which of several answers counts, among all that were given; `None` if none counts.
    Conflict { figure: Disputed, answer: Option<TypedAnswer>, among: Vec<TypedAnswer> },
    /// Which answers count for several figures. Each figure has all the answers that were given.
    Conflicts(Vec<(Disputed, TypedAnswer, Vec<TypedAnswer>)>),
    /// The kind of a file whose columns are named by hand; `None` for no kind.
    Kind { file: FileId, kind: Option<FileKind> },
    /// The row of such a file that holds the headings, counted from 0.
    HeadingRow { file: FileId, row: u32 },
    /// What a column of such a file, counted from 0, is: a field by its name in a mapping; `None` to leave it out.
    Column { file: FileId, column: u32, field: Option<Text> },
    /// The period of the figures in such a column; `None` for what its heading or its rows say.
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
    /// How children are grouped.
    By(By),
    /// The authority whose children are shown, if returns are of several; `None` for all together.
    ReturnOf(Option<AreaCode>),
    /// The year for which the answers to a freedom-of-information request are written.
    FoiYear(i32),
    /// The identifier of the child whose record is shown; `None` to show the children who are missing.
    Child(Option<Text>),
    /// The council of which published figures are shown; none for a choice among all.
    Council(Option<AreaCode>),
    /// What a request to authorities asks for.
    Request(RequestOf),
    /// Whether CSV files say above their tables what these are based on.
    Comments(bool),
    /// How findings are shown.
    Findings(WorkOrder),
    /// Which findings are listed one by one.
    Only(OnlyOf),
    /// How a table is arranged.
    Arrange { table: Text, arranged: Arranged },
}

/// A file by the SHA-256 of its bytes, and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileOf {
    pub sha256: Text,
    pub name: Text,
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
    /// The day for which missing children are listed.
    MissingOn,
    /// The identifier of a child.
    Child,
    /// The identifier of a child, or a part of it, for which findings are listed.
    FindingsOf,
    /// A council by its name or code.
    Council,
    /// The figure that a frame shows alone.
    Figure,
}

/// A choice that a request to authorities is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RequestOf {
    /// Whether it asks about a group of children.
    Cohort { cohort: Cohort, asked: bool },
    /// Whether it goes to the authorities of a nation.
    Nation { nation: Nation, asked: bool },
    /// Whether it asks for sex and length of time too.
    Detail { asked: bool },
    /// The first calendar year that it asks for.
    From(i32),
    /// The last one.
    To(i32),
}

/// What a person says a wording counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CountsAs {
    /// What it was read as.
    AsRead,
    /// What the person types next.
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

/// Who a person says a name means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Means {
    /// Who it was read as.
    AsRead,
    /// The authority that the person types next.
    Typed,
    /// Nobody with children's services.
    Nobody,
    Authorities(Vec<AreaCode>),
}

/// Where a group of children is chosen. Each place keeps its own choice.
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
    /// The limits from chance and the spread of authorities.
    #[default]
    Adjusted,
    /// The limits from chance alone.
    Plain,
}

/// One of the choices of which findings are listed. The others stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnlyOf {
    /// All that the other choices allow.
    All,
    Rule(Option<Text>),
    Severity(Option<Severity>),
    Team(Option<Text>),
}

/// What a map shows about each authority.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum MapOf {
    #[default]
    Share,
    /// What it answered.
    Answered,
}

impl Setting {
    /// Whether it asks for other figures, so that the figures that are being calculated are no longer wanted.
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
                | Self::Child(_)
                | Self::Council(_)
                | Self::Request(_)
                | Self::Typed {
                    field: Field::MissingOn | Field::Child | Field::FindingsOf | Field::Council | Field::Figure,
                    ..
                }
                | Self::Comments(_)
                | Self::Findings(_)
                | Self::Only(_)
        )
    }
}
