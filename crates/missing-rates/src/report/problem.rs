//! What is wrong with a file as a whole.

use serde::Serialize;

use super::Module;
use super::kept_setting::KeptSetting;
use super::kind::{FileKind, Rename};
use super::unopened::Unopened;

/// What is wrong with a file as a whole. The page turns it into sentences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "problem", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Problem {
    /// It has no bytes, or only blank lines.
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
    /// Some other bytes that are not text.
    Binary,
    /// A document that this calculator wrote, and it is cut off or changed, or a later version wrote it.
    OwnDocument {
        /// Whether a later version wrote it.
        newer: bool,
    },
    /// Settings or decisions that name an authority by a code that no authority has.
    UnknownAuthority {
        /// The code.
        code: String,
    },
    /// JSON, but neither settings, decisions nor a mapping of this format.
    OtherDocument,
    /// The same bytes as a file that was read before; counted once.
    SameAs {
        /// Name of the file that is counted.
        name: String,
    },
    /// No kind of file has these columns.
    UnknownColumns {
        /// The cells of the row that looks most like headings. Empty if no word in it is known, because it may be names
        /// of children.
        found: Vec<String>,
        /// How many columns it has.
        columns: u64,
    },
    /// Nearly the columns of a kind. Each of these columns could be taken for the one that it is paired with.
    NearMiss {
        /// What the file would be.
        kind: FileKind,
        /// The columns to rename.
        renames: Vec<Rename>,
    },
    /// It does not have columns that the kind cannot be read without.
    MissingColumns {
        /// What the file seems to be.
        kind: FileKind,
        /// The columns that it lacks, in the words of the kind.
        missing: Vec<String>,
        /// The cells of its header row.
        found: Vec<String>,
    },
    /// Nearly a list of a kind, with columns that may change what its own columns say.
    LooksLike {
        /// What the file would be.
        kind: FileKind,
        /// The headings of these columns.
        unclear: Vec<String>,
    },
    /// Figures of the Department for Education that are about something else.
    OtherRelease {
        /// What they are about.
        release: Release,
    },
    /// Its rows are children, and it is neither a file of the return nor a list that says which of them were
    /// trafficked. None of its cells is shown, because they may hold names.
    ChildRows {
        /// The column that it lacks, or has more than once: `CHILD` or `TRAFFICKED`; or `DECISION`, where its name says that the
        /// children were referred, and no column what was decided.
        lacks: String,
    },
    /// In more than one row in ten, and in at least two, more children went missing than there are, so its columns are
    /// probably something else. No figure about that group of children counts.
    ReadingInDoubt {
        /// How many rows say so.
        impossible: u64,
        /// How many rows have both numbers.
        rows: u64,
    },
    /// A column that is needed is there more than once.
    RepeatedColumn {
        /// Its name.
        column: String,
    },
    /// Nothing says which period the figures are about.
    NoPeriod,
    /// Its figures do not say their period, and its titles or its name name another year than the one that is asked for, or
    /// several. A person has to say.
    PeriodInDoubt {
        /// The texts that name years.
        named: Vec<String>,
    },
    /// Without an Episodes file nothing says which children were looked after.
    NeedsEpisodes,
    /// None of its rows can be used, so nothing is known from it.
    NoUsableRows,
    /// A third or more of its rows cannot be used, so that what the others say may be a part of it.
    FewUsableRows,
    /// None of its dates is in its year: in Missing no period begins or ends in it, in Episodes no row has a day of it.
    NoDateInYear {
        /// The year of its 31 March.
        year: Option<i32>,
    },
    /// Rows have another code than M and A in MISSING. Nobody knows which of the two they mean.
    CodesNotUnderstood {
        /// How many.
        rows: u64,
    },
    /// Rows of Episodes have no code in LS, but another word. Nobody knows which of them are short breaks.
    StatusesNotUnderstood {
        /// How many.
        rows: u64,
    },
    /// None of its children is in Episodes: the identifiers may be those of another system.
    ChildrenNotInEpisodes,
    /// Most children of a list of trafficked children are in no Episodes, so that it may not be a list of this return.
    ListNotInEpisodes,
    /// Most of its children that are not known have rows in Episodes, but none that can be used.
    EpisodesNotUsable,
    /// Its name says that it is a list of trafficked children, and its columns say that it is something else.
    NamedAsList {
        /// What its columns say.
        kind: FileKind,
    },
    /// A title above its rows, or the name of its sheet, says that they are about fewer children or less than a year, so that it
    /// may be a part of its module.
    PartOfModule {
        /// The module.
        kind: FileKind,
        /// The words that say so.
        words: Vec<String>,
    },
    /// Some of its rows name an authority that is not recognised, and may be of one of the others.
    RowsOfUnknown {
        /// The names.
        names: Vec<String>,
    },
    /// Nothing says which of several collection years it is of, or its name and its dates contradict each other. A
    /// person has to say.
    WhichYear,
    /// Beside its headings stands another table, so that what is read may be a part of it.
    TableBeside {
        /// The first row with cells of it, as a spreadsheet numbers it.
        row: u64,
    },
    /// Its dates seem to have the month before the day: as they stand, most children would be missing for months, and the other
    /// way round none.
    MonthFirst,
    /// Some dates of a column can be read with the month first alone, so that others may have it first too.
    MonthFirstIn {
        /// Its name.
        column: String,
    },
    /// Dates of a column are the numbers of days that a spreadsheet counts in: 45448 for 5 June 2024.
    NumbersForDates {
        /// Its name.
        column: String,
    },
    /// A spreadsheet took the days up to the 12th of a month for dates and left the others as text: it expected the month first.
    DatesOfTwoKinds {
        /// The column, as a spreadsheet names it.
        column: String,
    },
    /// What may be of its rows is elsewhere in the XML file that it was taken from, so that what was read may be a part of it.
    ElementMisplaced {
        /// The first such element, with those that it is in.
        element: String,
    },
    /// It is a file of settings, decisions or columns, and other files say something else. None of them is used.
    SettingsDiffer {
        /// What they say differently.
        on: Vec<KeptSetting>,
        /// Names of the other files.
        others: Vec<String>,
    },
    /// Other files are of the same module and year. They may be parts of it, or one may be a later version of another.
    /// A person has to say.
    SameModule {
        /// Which module.
        module: Module,
        /// The year of its 31 March; `null` for lists, and where nothing gives it.
        year: Option<i32>,
        /// Names of the other files.
        others: Vec<String>,
    },
    /// A person said how to use it and other files of the same module and year, and one of the files to be used is
    /// missing.
    FileNotThere {
        /// Names of the files that are missing.
        not_there: Vec<String>,
    },
    /// A person said that other files of the same module and year are used, and this one is not.
    OthersUsed {
        /// Names of the files that are used.
        used: Vec<String>,
    },
    /// Other files name the authority of each row, and this one does not.
    NoAuthorityColumn,
    /// The rows are another authority's than the one whose return a person says it is.
    AnotherAuthority {
        /// What the column of authorities says.
        named: String,
    },
    /// Two columns say whose child a row is about, and name different authorities.
    AuthoritiesDiffer {
        /// The first such row.
        row: u64,
    },
    /// A column of a list that is not read gives years or ends, and they are not the same for all rows: not every child may count
    /// in every year.
    RowsOfOtherDays {
        /// A word of its heading.
        column: String,
        /// The first row that is not true of the same days as those before it.
        row: u64,
    },
    /// A column that is not read says of some rows that they may not count: cancelled, deleted. A person has to leave them out.
    RowsMayNotCount {
        /// Its heading, or its number where the heading is not known.
        column: String,
        /// The first such row.
        row: u64,
    },
    /// Many rows do not say whose child they are about, and others do.
    RowsWithoutAuthority {
        /// How many.
        rows: u64,
    },
    /// A list of children that names several authorities, beside a return that names none. A person has to say whose
    /// return it is.
    ListOfSeveral {
        /// How many authorities, or bodies that are not known, it names.
        authorities: u64,
    },
    /// A list of children of other authorities than the one whose return it is.
    ListOfOthers,
    /// Children are in Episodes only if leading zeros in their identifiers do not matter. A person has to say.
    LeadingZeros {
        /// How many children of the file this is about.
        children: u64,
    },
    /// A spreadsheet has rounded the identifiers of children, so that they are no longer distinct.
    RoundedIdentifiers {
        /// How many rows have such an identifier.
        rows: u64,
        /// The first of these rows, as a spreadsheet numbers it.
        row: u64,
    },
    /// Identifiers have more digits than a spreadsheet keeps, and all of them end in 0 from there on: a spreadsheet may have rounded
    /// them. A person has to say if they are whole.
    MayBeRounded {
        /// How many rows have such an identifier.
        rows: u64,
        /// The first of these rows, as a spreadsheet numbers it.
        row: u64,
    },
    /// Several children of its return have one identifier, as where an export cuts it to the width of a column: their dates of
    /// birth differ.
    SharedIdentifiers {
        /// How many identifiers.
        identifiers: u64,
    },
    /// A cell or row is longer than any return has; reading stopped there.
    TooLong {
        /// Row in the file, as a spreadsheet numbers it.
        row: u64,
    },
    /// A quotation mark that is never closed takes in the rest of the file.
    OpenQuote {
        /// Row where it opens, as a spreadsheet numbers it.
        row: u64,
    },
    /// A workbook, an archive or a return in XML that cannot be opened.
    NotOpened {
        /// Why.
        why: Unopened,
        /// The line where reading stopped, for XML that is not well-formed; otherwise 0.
        line: u64,
    },
}

impl Problem {
    /// No kind of file has these columns.
    pub(crate) fn unknown_columns(found: Vec<String>) -> Self {
        let columns = found.len() as u64;
        Self::UnknownColumns { found, columns }
    }

    /// Nothing says which authority each answer is of.
    pub(crate) fn lacks_authority(found: Vec<String>) -> Self {
        Self::MissingColumns { kind: FileKind::AuthorityAnswers, missing: vec!["Authority".to_owned()], found }
    }

    /// What a file with this problem seems to be.
    pub(crate) fn kind(&self) -> FileKind {
        match self {
            Self::MissingColumns { kind, .. } | Self::LooksLike { kind, .. } | Self::PartOfModule { kind, .. } => *kind,
            Self::OtherRelease { .. } => FileKind::DfePublished,
            Self::ChildRows { .. } | Self::NamedAsList { .. } => FileKind::ChildList,
            _ => FileKind::Unrecognised,
        }
    }

    /// Whether it is what the headings of a file say.
    pub(crate) fn is_of_headings(&self) -> bool {
        matches!(
            self,
            Self::NearMiss { .. }
                | Self::MissingColumns { .. }
                | Self::LooksLike { .. }
                | Self::NamedAsList { .. }
                | Self::PartOfModule { .. }
                | Self::ChildRows { .. }
                | Self::RepeatedColumn { .. }
        )
    }
}

/// What other figures of the Department for Education are about, which do not say how many children in care went
/// missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Release {
    /// Children who went missing, only for England and its regions.
    NationalMissing,
    /// Children in need, referrals and assessments.
    ChildrenInNeed,
    /// What assessments of children in need found, including going missing.
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
