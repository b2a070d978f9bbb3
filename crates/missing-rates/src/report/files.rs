//! Files, what they are, and what became of their rows.

use serde::Serialize;

use super::Shown;
use super::kind::{FileKind, Rename};
use super::problem::Problem;

/// One file and what became of its rows: `rows = rows_used + rows_set_aside`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileEntry {
    /// Name without folders.
    pub name: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// The SHA-256 of the workbook, archive or XML file that it was taken out of. `sha256` is then the sum of its rows
    /// as text.
    pub taken_from: Option<String>,
    /// What it was recognised as.
    pub kind: FileKind,
    /// `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`; empty if it is not text.
    pub encoding: String,
    /// Rows below the header row that hold anything.
    pub rows: Shown,
    /// Rows that the figures are based on.
    pub rows_used: Shown,
    /// Rows that were not used; the `set_aside` of the report says why.
    pub rows_set_aside: Shown,
    /// What is wrong with the file as a whole, if anything.
    pub problem: Option<Problem>,
    /// The columns that were read under another name, because their own name can mean nothing else or because a person
    /// agreed.
    pub renamed: Vec<Rename>,
    /// The collection year that a file of a return is of.
    pub collection_year: Option<CollectionYear>,
    /// Whether a person said that it has no rows because there was nobody to write down.
    pub said_empty: bool,
}

impl FileEntry {
    /// Hides everything but its kind and year. A name can be a child's, the number of rows is often a number of
    /// children, and a person who has the SHA-256 of a short file can find its rows by trial.
    pub(crate) fn hide(&mut self) {
        self.name.clear();
        self.sha256.clear();
        self.taken_from = None;
        self.encoding.clear();
        (self.rows, self.rows_used, self.rows_set_aside) =
            (Shown::Confidential, Shown::Confidential, Shown::Confidential);
        self.said_empty = false;
        match &mut self.problem {
            Some(Problem::SameAs { name }) => name.clear(),
            Some(
                Problem::SameModule { others: names, .. }
                | Problem::FileNotThere { not_there: names }
                | Problem::OthersUsed { used: names }
                | Problem::SettingsDiffer { others: names, .. },
            ) => names.clear(),
            Some(Problem::UnknownColumns { found, columns }) => {
                found.clear();
                *columns = 0;
            }
            Some(Problem::NearMiss { renames, .. }) => renames.clear(),
            Some(Problem::MissingColumns { found, missing, .. }) => {
                found.clear();
                missing.clear();
            }
            Some(Problem::RepeatedColumn { column }) => column.clear(),
            Some(
                Problem::TooLong { row }
                | Problem::OpenQuote { row }
                | Problem::TableBeside { row }
                | Problem::NotOpened { line: row, .. },
            ) => {
                *row = 0;
            }
            _ => {}
        }
    }

    /// Hides the sums alone.
    pub(crate) fn hide_sum(&mut self) {
        self.sha256.clear();
        self.taken_from = None;
    }

    /// The SHA-256 of the file that the person chose; empty where a safe report does not give it.
    pub fn sha256_of_file(&self) -> &str {
        self.taken_from.as_deref().unwrap_or(&self.sha256)
    }

    /// Whether it has a header row and nothing below it, and could have that because there was nobody to write down:
    /// a person is asked.
    pub fn may_be_empty(&self) -> bool {
        self.problem == Some(Problem::NoRows)
            && matches!(self.kind, FileKind::Missing | FileKind::Uasc | FileKind::ChildList)
    }

    /// Whether everything but its kind and year is hidden.
    pub fn is_hidden(&self) -> bool {
        self.rows == Shown::Confidential
    }
}

/// The collection year that a file is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CollectionYear {
    /// The year of its 31 March.
    pub year: i32,
    /// Whether a person gave the year for this file.
    pub asked: bool,
    /// Where the year comes from.
    pub from: YearFrom,
    /// Whether nothing contradicts it. If it is uncertain, a person should look.
    pub certain: bool,
}

/// Where the collection year of a file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum YearFrom {
    /// A person.
    Person,
    /// Its name.
    Name,
    /// Its name, where the rows show that the year in it is the one in which the collection year begins.
    NameBegins,
    /// The year that is asked for, if there is only one return.
    Asked,
    /// The dates in it and in the other modules.
    Dates,
    /// The year of the other modules.
    OtherModules,
    /// The children that it shares with the Episodes of that year.
    Children,
    /// Its name and the name of another file, if nothing else tells the two apart: the earlier name is the earlier
    /// year.
    Names,
}

/// Rows of one file that were not used, for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetAside {
    /// Name of the file.
    pub file: String,
    /// Which of the report's `files` it is, from 0. Files of two folders may have one name.
    pub file_index: usize,
    /// Why.
    pub reason: Reason,
    /// How many rows.
    pub count: u64,
}

/// Why a row was not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The whole file could not be used.
    FileNotUsed,
    /// The module is not needed for these figures.
    ModuleNotNeeded,
    /// A person said that the file is an earlier version of others.
    EarlierVersion,
    /// It is above the header row.
    AboveHeader,
    /// The row has nothing in the columns that are needed.
    EmptyRow,
    /// The header row appears again.
    RepeatedHeader,
    /// It is a year alone, which the rows below it are of.
    YearAlone,
    /// It is below a second row of headings, or below a title of another group or period.
    OtherHeadings,
    /// It goes on to the right of the last heading: its cells may have moved.
    BesideHeadings,
    /// CHILD is blank.
    NoChild,
    /// DECOM or MIS_START is blank or not a date.
    NoStartDate,
    /// DEC, MIS_END or DUC is given and is not a date.
    BadEndDate,
    /// It ends before it starts.
    EndBeforeStart,
    /// MISSING is neither M nor A.
    NotMissingOrAway,
    /// It is outside the period.
    OutsidePeriod,
    /// The child was not looked after in the period, or only under short breaks.
    ChildNotLookedAfter,
    /// Without an Episodes file nothing says which children were looked after.
    NeedsEpisodes,
    /// The same row is in another file.
    SaidInAnotherFile,
    /// The name or code is not an authority with children's services.
    AuthorityNotRecognised,
    /// The row of a list is about a child of another authority than the one whose return it is.
    OtherAuthority,
    /// A person has to say first whose return it is.
    AuthorityNotSaid,
    /// CHILD is not in the return, and looks like a name. It is shown nowhere.
    MayBeName,
    /// A body without children's services, such as a district council, or a body that a person said has none.
    OtherBody,
    /// A total of other rows.
    TotalRow,
    /// A published national or regional figure: shown, not added in.
    PublishedAggregate,
    /// A published average or share: checked, not added in.
    PublishedShare,
    /// A category that is not about children missing or away.
    OtherCategory,
    /// The row of an earlier work list names no rule that is checked here.
    RuleNotKnown,
    /// Nothing says which period it is about.
    NoPeriod,
    /// A person has to decide first which child it is about.
    ChildNotKnown,
    /// Other files are of the same module and year, and nobody has said how to use them, or somebody has said not to
    /// use this one.
    SameModule,
    /// The same answer is in another row.
    SameAnswer,
    /// Another row of the same authority and period gives another answer.
    ConflictingAnswers,
    /// In more than one row in ten of its file, more children went missing than there are: the reading of its columns
    /// is in doubt.
    ReadingInDoubt,
    /// It is about a cohort or measure that was not understood.
    MeasureNotRecognised,
    /// A part of an authority's answers, by age, sex, team and the like, that nobody has said how to use, or that is
    /// left out because somebody has said so.
    PartOfAnswers,
}

impl Reason {
    /// Whether such rows were read and lack nothing: they are about something else than the figures, or say nothing new.
    pub fn is_ordinary(self) -> bool {
        matches!(
            self,
            Self::ModuleNotNeeded
                | Self::EarlierVersion
                | Self::AboveHeader
                | Self::EmptyRow
                | Self::RepeatedHeader
                | Self::YearAlone
                | Self::OutsidePeriod
                | Self::ChildNotLookedAfter
                | Self::SaidInAnotherFile
                | Self::TotalRow
                | Self::PublishedAggregate
                | Self::PublishedShare
                | Self::OtherCategory
                | Self::SameAnswer
        )
    }
}
