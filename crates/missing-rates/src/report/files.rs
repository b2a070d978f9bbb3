//! Files, what they are, and what became of their rows.

use serde::{Deserialize, Serialize};

use super::Shown;

/// One file and what became of its rows: `rows = rows_used + rows_set_aside`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileEntry {
    /// Name without folders.
    pub name: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// What it was recognised as.
    pub kind: FileKind,
    /// `utf-8`, `utf-16le`, `utf-16be` or `windows-1252`; empty if it is no text.
    pub encoding: String,
    /// Rows below the header row that hold anything.
    pub rows: Shown,
    /// Rows that the figures are based on.
    pub rows_used: Shown,
    /// Rows that were not used; the `set_aside` of the report says why.
    pub rows_set_aside: Shown,
    /// What is wrong with the file as a whole, if anything.
    pub problem: Option<Problem>,
    /// The columns that were read under another name than their own: what they are called can mean nothing else, or a
    /// person agreed.
    pub renamed: Vec<Rename>,
    /// The collection year that a file of a return is of.
    pub collection_year: Option<CollectionYear>,
}

impl FileEntry {
    /// Hides all but its kind and year. A name can be a child's, the number of rows is often one of children, and whoever
    /// has the SHA-256 of a short file finds its rows by trying.
    pub(crate) fn hide(&mut self) {
        self.name.clear();
        self.sha256.clear();
        self.encoding.clear();
        (self.rows, self.rows_used, self.rows_set_aside) =
            (Shown::Confidential, Shown::Confidential, Shown::Confidential);
        match &mut self.problem {
            Some(Problem::SameAs { name }) => name.clear(),
            Some(Problem::UnknownColumns { found }) => found.clear(),
            Some(Problem::NearMiss { renames, .. }) => renames.clear(),
            Some(Problem::MissingColumns { found, missing, .. }) => {
                found.clear();
                missing.clear();
            }
            Some(Problem::RepeatedColumn { column }) => column.clear(),
            Some(Problem::TooLong { row } | Problem::OpenQuote { row }) => *row = 0,
            _ => {}
        }
    }

    /// Whether all but its kind and year is hidden.
    pub fn is_hidden(&self) -> bool {
        self.rows == Shown::Confidential
    }
}

/// The collection year that a file is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CollectionYear {
    /// The year of its 31 March.
    pub year: i32,
    /// Whether a person said so of the file.
    pub asked: bool,
    /// What says so.
    pub from: YearFrom,
    /// Whether nothing speaks against it. If not, a person should look.
    pub certain: bool,
}

/// What says which collection year a file is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum YearFrom {
    /// A person.
    Person,
    /// Its name.
    Name,
    /// The year that is asked for: there is one return.
    Asked,
    /// The dates in it and in the modules beside it.
    Dates,
    /// The year of the modules beside it.
    OtherModules,
    /// The children that it shares with that year's Episodes.
    Children,
    /// Its name and that of another file, which nothing else tells apart: the earlier name is the earlier year.
    Names,
}

/// What a file was recognised as. Written `ssda903/missing`, `authority-answers`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FileKind {
    /// Who the children are.
    #[serde(rename = "ssda903/header")]
    Header,
    /// When they were looked after.
    #[serde(rename = "ssda903/episodes")]
    Episodes,
    /// Who of them is unaccompanied.
    #[serde(rename = "ssda903/uasc")]
    Uasc,
    /// When they were missing or away.
    #[serde(rename = "ssda903/missing")]
    Missing,
    /// Reviews; not needed.
    #[serde(rename = "ssda903/reviews")]
    Reviews,
    /// Outcomes; not needed.
    #[serde(rename = "ssda903/oc2")]
    Oc2,
    /// Care leavers; not needed.
    #[serde(rename = "ssda903/oc3")]
    Oc3,
    /// Adoption; not needed.
    #[serde(rename = "ssda903/ad1")]
    Ad1,
    /// Placed for adoption; not needed.
    #[serde(rename = "ssda903/placed-adoption")]
    PlacedAdoption,
    /// Previous permanence; not needed.
    #[serde(rename = "ssda903/prev-perm")]
    PrevPerm,
    /// Social workers; not needed.
    #[serde(rename = "ssda903/sw-episodes")]
    SwEpisodes,
    /// Deprivation of liberty orders; not needed.
    #[serde(rename = "ssda903/dolo")]
    DoLo,
    /// What authorities answered to a request.
    #[serde(rename = "authority-answers")]
    AuthorityAnswers,
    /// Figures that the Department for Education published.
    #[serde(rename = "dfe-published")]
    DfePublished,
    /// A list of children.
    #[serde(rename = "child-list")]
    ChildList,
    /// What a person decided about wordings, names and conflicts.
    #[serde(rename = "decisions")]
    Decisions,
    /// What a person said the columns of a file are.
    #[serde(rename = "mapping")]
    Mapping,
    /// Something else.
    #[serde(rename = "unrecognised")]
    Unrecognised,
}

impl FileKind {
    /// Whether its rows may be about single children.
    pub(crate) fn may_name_children(self) -> bool {
        !matches!(self, Self::AuthorityAnswers | Self::DfePublished | Self::Decisions | Self::Mapping)
    }
}

/// What is wrong with a file as a whole. The page turns it into sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "problem", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Problem {
    /// It has no bytes, or nothing but blank lines.
    Empty,
    /// It has a header row and no rows below it.
    NoRows,
    /// A zip archive, or a workbook in one (`.xlsx`, `.ods`).
    Zip {
        /// Whether a password protects it.
        password: bool,
    },
    /// A workbook or document of an old Microsoft format, or one that a password protects.
    OldOffice {
        /// Whether a password protects it.
        password: bool,
    },
    /// A PDF.
    Pdf,
    /// A web page.
    Html,
    /// Some other bytes that are no text.
    Binary,
    /// JSON, but neither decisions nor a mapping of this format.
    OtherDocument,
    /// The same bytes as a file that was read before; counted once.
    SameAs {
        /// Name of the file that is counted.
        name: String,
    },
    /// No kind of file has these columns.
    UnknownColumns {
        /// The cells of its first row.
        found: Vec<String>,
    },
    /// Nearly the columns of a kind: each of these could be taken for the one beside it.
    NearMiss {
        /// What the file would be.
        kind: FileKind,
        /// The columns to rename.
        renames: Vec<Rename>,
    },
    /// Columns without which the kind cannot be read.
    MissingColumns {
        /// What the file seems to be.
        kind: FileKind,
        /// What it lacks, in the words of the kind.
        missing: Vec<String>,
        /// The cells of its header row.
        found: Vec<String>,
    },
    /// Figures of the Department for Education that are about something else.
    OtherRelease {
        /// What they are about.
        release: Release,
    },
    /// Its rows are children, and it is neither a file of the return nor a list that says which of them were trafficked.
    /// None of its cells is shown: there may be names in them.
    ChildRows {
        /// The column that it lacks, or has more than once: `CHILD` or `TRAFFICKED`.
        lacks: String,
    },
    /// In more than one row of ten, and in two at least, more children went missing than there are: its columns are
    /// probably something else. Nothing of the group of children that they are about counts.
    ReadingInDoubt {
        /// How many rows say so.
        impossible: u64,
        /// Of how many that have both numbers.
        rows: u64,
    },
    /// A needed column is there more than once.
    RepeatedColumn {
        /// Its name.
        column: String,
    },
    /// Nothing says which period the figures are about.
    NoPeriod,
    /// Without an Episodes file nothing says which children were looked after.
    NeedsEpisodes,
    /// Nothing tells which of several collection years it is of, or its name and its dates say two: a person has to say.
    WhichYear,
    /// Other files say of each row whose it is, and this one does not.
    NoAuthorityColumn,
    /// Children are in Episodes only if zeros before their identifiers do not matter: a person has to say.
    LeadingZeros {
        /// How many children of the file.
        children: u64,
    },
    /// A spreadsheet has rounded the identifiers of children, so that they cannot be told apart.
    RoundedIdentifiers {
        /// How many rows.
        rows: u64,
        /// The first of them, as a spreadsheet numbers it.
        row: u64,
    },
    /// A cell or row is longer than any return has; reading stopped there.
    TooLong {
        /// Row in the file, as a spreadsheet numbers it.
        row: u64,
    },
    /// A quotation mark that is never closed swallows the rest of the file.
    OpenQuote {
        /// Row where it opens, as a spreadsheet numbers it.
        row: u64,
    },
}

/// What figures of the Department for Education are about that say nothing of how many children in care went missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Release {
    /// Children who went missing, for England and its regions alone.
    NationalMissing,
    /// Children in need, referrals and assessments.
    ChildrenInNeed,
    /// What assessments of children in need found, going missing among it.
    AssessmentFactors,
    /// Children who started to be looked after.
    Started,
    /// Children who ceased to be looked after.
    Ceased,
    /// Where children are placed, on one day or when they move.
    Placements,
    /// Care leavers.
    CareLeavers,
    /// Health, convictions and other outcomes.
    Outcomes,
    /// Something else.
    Other,
}

/// A column to be read as another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rename {
    /// The cell of the header row, as the file has it.
    pub found: String,
    /// The column that it shall stand for.
    pub meant: String,
}

/// Rows of one file that were not used, for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetAside {
    /// Name of the file.
    pub file: String,
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
    /// It is above the header row.
    AboveHeader,
    /// The row has nothing in the columns that are needed.
    EmptyRow,
    /// The header row is there again.
    RepeatedHeader,
    /// CHILD is blank.
    NoChild,
    /// DECOM or MIS_START is blank or no date.
    NoStartDate,
    /// DEC, MIS_END or DUC is given and no date.
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
    /// The name or code is no authority with children's services.
    AuthorityNotRecognised,
    /// A body without children's services, such as a district council; or a person said that it is none.
    OtherBody,
    /// A total of other rows.
    TotalRow,
    /// A published national or regional figure: shown, not added in.
    PublishedAggregate,
    /// A published average or share: checked, not added in.
    PublishedShare,
    /// A category that is not about children missing or away.
    OtherCategory,
    /// Nothing says which period it is about.
    NoPeriod,
    /// Which child it is about is not known until a person has decided.
    ChildNotKnown,
    /// The same answer is in another row.
    SameAnswer,
    /// Another row of the same authority and period says otherwise.
    ConflictingAnswers,
    /// In more than one row in ten of its file more children went missing than there are: what its columns are is in doubt.
    ReadingInDoubt,
    /// It is about a cohort or measure that was not understood.
    MeasureNotRecognised,
    /// A part of an authority's answers, by age, sex, team and the like, of which nobody has said how to use them; or left
    /// out because somebody has.
    PartOfAnswers,
}
