//! Everything that a reader may see, as data: format `missing-from-care/1`.
//!
//! The page, the terminal and every export show a [`Report`] and calculate nothing. Field names are fixed by the
//! format. Further fields may be added.

use serde::Serialize;

use crate::period::Period;

mod change;
mod chase;
mod columns;
mod coverage;
mod csv;
mod every_foi;
mod figures;
mod files;
mod findings;
mod foi;
mod format;
mod funnel;
mod hidden;
mod json;
mod kept_setting;
mod kind;
mod lines;
mod listed;
mod merged;
mod only_nation;
mod problem;
mod profile;
mod provenance;
mod quiet_in;
mod robustness;
mod same_module;
mod sensitivity;
mod sentences;
mod set_aside_of;
mod shown;
mod standing;
mod unopened;
mod wordings;

pub use crate::area::{Area, Level};
pub use change::{Change, Compared, Events, Measure, Unit};
pub use chase::{Chase, ChaseState, Want};
pub use columns::{ColumnRead, ColumnState};
pub use coverage::{CoveredAlike, Module, NotCovered, OnlySome, Quiet, ReturnCoverage, Wanted};
pub(crate) use csv::MARK;
pub use csv::{as_meant, csv_line, harmless, is_formula, is_taken_otherwise, tables_of_csv};
pub use figures::{Basis, Coverage, Interval, Published, Rate, Ratio, Total};
pub use files::{CollectionYear, FileEntry, Reason, SetAside, YearFrom};
pub use findings::{
    Against, Cell, FINDING_ROWS, Finding, FindingRow, FoundChild, FoundRow, Need, Of, RuleRun, Severity,
};
pub use foi::{Foi, FoiAnswer, FoiCount, FoiDoubt, FoiNeed, FoiYear, NotHeld};
pub use format::{FORMAT, code};
pub use funnel::{Comparison, Funnel, FunnelLimits, FunnelPoint, Limits, Others, OthersTogether, Outcome, Place};
pub use hidden::{HiddenFigure, HiddenOf, LeftOut};
pub use kept_setting::KeptSetting;
pub use kind::{FileKind, Rename};
pub use lines::{Length, Month, Times};
pub use listed::ListedAs;
pub use merged::{Band, Merged};
pub use problem::{Problem, Release};
pub use profile::{Incidents, OnList, Profile};
pub use provenance::Provenance;
pub use robustness::{
    Influence, Origin, Overlap, Reach, Respondent, Respondents, Series, SeriesPoint, Target, Without,
};
pub use same_module::{ModuleFile, SameModule, Settled};
pub use sensitivity::{RowsOfYear, Scenario, Sensitivity};
pub use sentences::{Codes, RuleWords, Sentences};
pub use shown::{Disclosure, Rounding, Shown};
pub use standing::{AmongAll, Beside, Calculated, Caveat, Position, PositionOf, PublishedFigures, Role, Standing};
pub use unopened::Unopened;
pub use wordings::{Conflict, Conflicting, ListWording, Name, TakenFor, Wording};

/// Everything that was calculated from a set of files.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// [`FORMAT`].
    pub format: &'static str,
    /// What calculated it.
    pub tool: Tool,
    /// Whether it is exact or safe to publish, and how its counts are rounded. A safe report holds nothing about single
    /// rows: no findings, no wordings of answers, no names as they were written.
    pub disclosure: Disclosure,
    /// Figures that are left out so that the report is safe to publish. Hidden counts of profiles and of answers to a
    /// request are there as `"c"`.
    pub hidden: Vec<HiddenFigure>,
    /// Tables that are left out entirely for the same reason.
    pub left_out: Vec<LeftOut>,
    /// The periods that the figures are about, earliest first.
    pub periods: Vec<Period>,
    /// Whether the periods were asked for, or taken from the files.
    pub periods_from: PeriodsFrom,
    /// Which return covers which days of the period. Only for child-level returns.
    pub answered_by: Vec<AnsweredBy>,
    /// The days of the period that are in no return's collection year. Figures there are based on the nearest return.
    pub uncovered: Vec<Period>,
    /// The files, by name.
    pub files: Vec<FileEntry>,
    /// Which days each file of a return covers, by year and module.
    pub coverage_of_returns: Vec<ReturnCoverage>,
    /// Files of one module and year, and whether a person has said how to use them.
    pub same_module: Vec<SameModule>,
    /// Figures that are not given, because a module of a return that they need does not cover their days.
    pub not_covered: Vec<NotCovered>,
    /// Shares of children.
    pub rates: Vec<Rate>,
    /// Averages, such as incidents for each child who went missing.
    pub ratios: Vec<Ratio>,
    /// Sums of counts.
    pub totals: Vec<Total>,
    /// How many authorities gave what, for each share.
    pub coverage: Vec<Coverage>,
    /// Which authorities gave what, for the largest area that the answers are about.
    pub respondents: Vec<Respondents>,
    /// How many children are both trafficked and unaccompanied, where it was asked.
    pub overlaps: Vec<Overlap>,
    /// What is known about the children of each group and their incidents. Only for child-level returns.
    pub profiles: Vec<Profile>,
    /// Changes between periods.
    pub changes: Vec<Change>,
    /// Authorities compared with the limits of a funnel.
    pub funnel: Vec<Funnel>,
    /// What matched shares would be without each authority in turn.
    pub influence: Vec<Influence>,
    /// What the silent authorities would have to be like for a share to reach the value asked for.
    pub targets: Vec<Target>,
    /// The authority asked about, compared with its region, its nation and its statistical neighbours.
    pub comparisons: Vec<Comparison>,
    /// Shares from period to period, with those published before.
    pub series: Vec<Series>,
    /// National and regional figures as their publisher printed them. They are never added in.
    pub published: Vec<Published>,
    /// How the answers of authorities were read, by wording.
    pub wordings: Vec<Wording>,
    /// How the wordings of lists of trafficked children were read.
    pub list_wordings: Vec<ListWording>,
    /// Names that do not simply mean one authority.
    pub names: Vec<Name>,
    /// Answers that differ from others to the same question.
    pub conflicts: Vec<Conflict>,
    /// Authorities to ask again.
    pub chase: Vec<Chase>,
    /// Where an authority is among published figures, if the person said whose return it is.
    pub standing: Option<Standing>,
    /// Answers to a freedom-of-information request, by calendar year. Only for child-level returns. If the returns are
    /// of several authorities, the answers are for all of them together.
    pub foi: Option<Foi>,
    /// The same for each authority, if the returns are of several.
    pub foi_by_authority: Vec<Foi>,
    /// Rules that rows break.
    pub findings: Vec<Finding>,
    /// The same by child. It is never in JSON or CSV, because it holds identifiers.
    #[serde(skip)]
    pub found_children: Vec<FoundChild>,
    /// Which rules were run on the child-level files, which were not, and why.
    pub rules: Vec<RuleRun>,
    /// How much the findings matter: the share of children who went missing, without the rows found.
    pub sensitivity: Vec<Sensitivity>,
    /// Rows that were not used, by file and reason.
    pub set_aside: Vec<SetAside>,
    /// How each column of a table of answers was read, by file.
    pub columns: Vec<ColumnRead>,
}

/// What calculated a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tool {
    /// `missing-from-care`.
    pub name: &'static str,
    /// Version of the engine.
    pub version: &'static str,
    /// The address of the definitions that it uses: a document of that version.
    pub definitions: &'static str,
}

/// A return, and the days that it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AnsweredBy {
    /// Its collection year, by the year of its 31 March.
    pub year: i32,
    /// The days.
    pub days: Period,
}

/// Where the periods of a report come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodsFrom {
    /// The periods that the files are about.
    Files,
    /// The person who asked.
    Asked,
}
