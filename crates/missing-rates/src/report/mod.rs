//! Everything that a reader may see, as data: format `missing-from-care/1`.
//!
//! The page, the terminal and every export show a [`Report`] and calculate nothing. Field names are fixed by the
//! format; further fields may be added.

use serde::Serialize;

use crate::area::AreaCode;
use crate::cohort::{Average, Cohort, Count, Share};
use crate::period::Period;

mod csv;
mod json;

pub use json::code;

/// The name and version of the format.
pub const FORMAT: &str = "missing-from-care/1";

/// All that was calculated from a set of files.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// [`FORMAT`].
    pub format: &'static str,
    /// What calculated it.
    pub tool: Tool,
    /// The periods that the figures are about, earliest first.
    pub periods: Vec<Period>,
    /// Whether the periods were asked for, or taken from the files.
    pub periods_from: PeriodsFrom,
    /// The files, by name.
    pub files: Vec<FileEntry>,
    /// Shares of children.
    pub rates: Vec<Rate>,
    /// Averages, such as incidents for each child who went missing.
    pub ratios: Vec<Ratio>,
    /// Sums of counts.
    pub totals: Vec<Total>,
    /// How many authorities gave what, for each share.
    pub coverage: Vec<Coverage>,
    /// Changes between periods.
    pub changes: Vec<Change>,
    /// Authorities against the limits of a funnel.
    pub funnel: Vec<Funnel>,
    /// National and regional figures as their publisher printed them; never added in.
    pub published: Vec<Published>,
    /// Rules that rows break.
    pub findings: Vec<Finding>,
    /// Rows that were not used, by file and reason.
    pub set_aside: Vec<SetAside>,
}

/// What calculated a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tool {
    /// `missing-from-care`.
    pub name: &'static str,
    /// Version of the engine.
    pub version: &'static str,
}

/// Where the periods of a report come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodsFrom {
    /// From what the files speak of.
    Files,
    /// From the person who asked.
    Asked,
}

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
    pub rows: u64,
    /// Rows that the figures rest on.
    pub rows_used: u64,
    /// Rows that were not used; [`Report::set_aside`] says why.
    pub rows_set_aside: u64,
    /// What is wrong with the file as a whole, if anything.
    pub problem: Option<Problem>,
}

/// What a file was recognised as. Written `ssda903/missing`, `authority-answers`, …
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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
    /// Something else.
    #[serde(rename = "unrecognised")]
    Unrecognised,
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
    /// A needed column stands there more than once.
    RepeatedColumn {
        /// Its name.
        column: String,
    },
    /// Nothing says which period the figures are about.
    NoPeriod,
    /// Without an Episodes file nothing says which children were looked after.
    NeedsEpisodes,
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

/// A column to be read as another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Rename {
    /// The cell of the header row, as the file has it.
    pub found: String,
    /// The column that it shall stand for.
    pub meant: String,
}

/// Where: an authority, a region, a nation, the United Kingdom. Large areas come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Area {
    /// What kind of area it is.
    pub level: Level,
    /// ONS code; none for a return that does not say whose it is.
    pub code: Option<AreaCode>,
    /// Its name in English.
    pub name: Option<&'static str>,
}

impl Area {
    /// Whoever made a child-level return: its files do not say.
    pub const RETURN: Self = Self { level: Level::Return, code: None, name: None };
}

/// What kind of area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The United Kingdom.
    Kingdom,
    /// England, Northern Ireland, Scotland or Wales.
    Nation,
    /// A region of England.
    Region,
    /// One authority.
    Authority,
    /// Whoever made the return.
    Return,
}

/// Which answers a rate rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Authorities that gave both figures exactly.
    Matched,
    /// Every exact numerator over every exact denominator: the naive division.
    AllAnswers,
    /// The least share of the children counted exactly, if no child went missing where the number is not exact.
    Lowest,
    /// The greatest, if every child went missing where the number is not exact.
    Highest,
    /// The least share, taking each range that was given at its word.
    LowestByRanges,
    /// The greatest, likewise.
    HighestByRanges,
    /// One authority's own records, child by child.
    ChildLevel,
    /// The authorities that are matched in both periods.
    LikeForLike,
}

/// A share of the children of a cohort.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rate {
    /// Where.
    pub area: Area,
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// What they did.
    pub measure: Share,
    /// On which answers it rests.
    pub basis: Basis,
    /// Children of whom it is true.
    pub numerator: u64,
    /// Children of the cohort.
    pub denominator: u64,
    /// How many authorities it rests on.
    pub authorities: u64,
    /// `numerator / denominator`, from 0 to 1, not rounded; `null` where the denominator is 0 or the numerator, being
    /// other authorities' children, is larger.
    pub value: Option<f64>,
    /// How far chance alone could move it. Bounds have none.
    pub interval: Option<Interval>,
}

/// An interval around a rate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// `wilson`.
    pub method: &'static str,
    /// Confidence, such as 0.95.
    pub level: f64,
    /// Lower end, from 0 to 1.
    pub lower: f64,
    /// Upper end, from 0 to 1.
    pub upper: f64,
}

/// One count for each unit of another, over the authorities that gave both exactly.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Ratio {
    /// Where.
    pub area: Area,
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// Which average.
    pub measure: Average,
    /// Incidents.
    pub numerator: u64,
    /// Children.
    pub denominator: u64,
    /// How many authorities it rests on.
    pub authorities: u64,
    /// `numerator / denominator`, not rounded; `null` where the denominator is 0.
    pub value: Option<f64>,
}

/// A sum of counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// Where.
    pub area: Area,
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// What is counted.
    pub measure: Count,
    /// Sum of the exact answers; `null` if there is none.
    pub exact: Option<u64>,
    /// How many authorities answered exactly.
    pub authorities: u64,
    /// Sum of the exact answers and the low end of every range.
    pub lowest: u64,
    /// Sum of the exact answers and the high end of every range.
    pub highest: u64,
}

/// How many authorities gave what, for one share in one area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Where.
    pub area: Area,
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// Which share.
    pub measure: Share,
    /// Authorities that the files name for this area and period.
    pub named: u64,
    /// Authorities that the area has (today's; the files may name ended ones).
    pub in_area: u64,
    /// Gave both figures exactly.
    pub both: u64,
    /// Gave the number of children exactly, and not how many of them went missing.
    pub children_only: u64,
    /// The children of those.
    pub children_unmatched: u64,
    /// Of those, how many gave a range for how many went missing.
    pub children_only_with_range: u64,
    /// Gave how many went missing exactly, and not of how many children.
    pub missing_only: u64,
    /// Gave neither exactly.
    pub neither: u64,
}

/// A change between two periods.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Where.
    pub area: Area,
    /// Who.
    pub cohort: Cohort,
    /// Which share.
    pub measure: Share,
    /// The earlier period.
    pub from: Period,
    /// The later period.
    pub to: Period,
    /// On which answers it rests.
    pub basis: Basis,
    /// Later share less earlier share, from -1 to 1.
    pub points: f64,
    /// Lower end of its interval.
    pub lower: f64,
    /// Upper end of its interval.
    pub upper: f64,
    /// `points` as a share of the earlier share; `null` where that is 0.
    pub relative: Option<f64>,
}

/// Authorities against the limits of a funnel.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Funnel {
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// Pooled share.
    pub pooled: f64,
    /// Overdispersion.
    pub phi: f64,
    /// Variance between authorities.
    pub tau2: f64,
    /// The authorities.
    pub authorities: Vec<FunnelPoint>,
}

/// One authority on a funnel.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FunnelPoint {
    /// ONS code.
    pub code: AreaCode,
    /// Name.
    pub name: String,
    /// Children missing.
    pub numerator: u64,
    /// Children.
    pub denominator: u64,
    /// Share.
    pub value: f64,
    /// Against the plain limits.
    pub place: String,
    /// Against the limits adjusted for overdispersion.
    pub place_adjusted: String,
}

/// A figure as its publisher printed it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Published {
    /// Where; without a name if the table of areas does not have it.
    pub area: Area,
    /// The publisher's name for the area.
    pub place: String,
    /// When.
    pub period: Period,
    /// The publisher's own name for the figure.
    pub measure: String,
    /// The number; `null` where a symbol stands instead.
    pub value: Option<f64>,
    /// The cell as printed.
    pub printed: String,
}

/// Every rule that a report can find broken, and how much each matters, in the order of a report.
pub const RULES: [(&str, Severity); 24] = [
    ("104", Severity::Error),
    ("1004", Severity::Error),
    ("1005", Severity::Error),
    ("1006", Severity::Error),
    ("564", Severity::Error),
    ("565", Severity::Error),
    ("566", Severity::Error),
    ("567", Severity::Error),
    ("authority-not-recognised", Severity::Error),
    ("conflicting-answers", Severity::Error),
    ("episode-end", Severity::Error),
    ("episode-order", Severity::Error),
    ("episode-start", Severity::Error),
    ("measure-not-recognised", Severity::Error),
    ("more-missing-than-children", Severity::Error),
    ("no-child", Severity::Error),
    ("not-a-count", Severity::Error),
    ("not-understood", Severity::Error),
    ("period-not-recognised", Severity::Error),
    ("trafficked-not-understood", Severity::Error),
    ("fewer-incidents-than-children", Severity::Warning),
    ("identical-rows", Severity::Warning),
    ("published-share-differs", Severity::Warning),
    ("period-from-name", Severity::Note),
];

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A figure could be wrong.
    Error,
    /// Someone should look.
    Warning,
    /// Worth knowing.
    Note,
}

/// A rule that some rows break.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Code of the rule: DfE's number, or our own in words; one of [`RULES`].
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The file or table that it is about.
    pub table: String,
    /// How many rows break it.
    pub count: u64,
    /// The first of them.
    pub rows: Vec<FindingRow>,
}

/// How many rows of a finding are listed.
pub const FINDING_ROWS: usize = 200;

/// One row that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct FindingRow {
    /// Name of the file.
    pub file: String,
    /// Row, as a spreadsheet numbers it.
    pub row: u64,
    /// Name of the column, where one cell is meant.
    pub column: Option<String>,
    /// What stands there, shortened; never a child's identifier.
    pub value: Option<String>,
    /// What could have been meant.
    pub suggestions: Vec<String>,
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
    /// It stands above the header row.
    AboveHeader,
    /// The row has nothing in the columns that are needed.
    EmptyRow,
    /// The header row stands there again.
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
    /// It lies outside the period.
    OutsidePeriod,
    /// The child was not looked after in the period, or only under short breaks.
    ChildNotLookedAfter,
    /// Without an Episodes file nothing says which children were looked after.
    NeedsEpisodes,
    /// The same row stands in another file.
    SaidInAnotherFile,
    /// The name or code is no authority with children's services.
    AuthorityNotRecognised,
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
    /// The same answer stands in another row.
    SameAnswer,
    /// Another row of the same authority and period says otherwise.
    ConflictingAnswers,
    /// It is about a cohort or measure that was not understood.
    MeasureNotRecognised,
}
