//! The fields that a column can be.

use crate::cohort::{Cohort, Count, Part};
use crate::period::Period;
use crate::read::says_period;
use crate::report::{FileKind, code};

/// What one column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The name of the authority whose answer the row holds.
    Authority,
    /// The authority's code.
    Code,
    /// The year or period.
    Year,
    /// With one row for each figure: who is counted.
    Cohort,
    /// With one row for each figure: what is counted.
    Measure,
    /// With one row for each figure: the answer.
    Answer,
    /// With one column for each figure: the figure.
    Figure(Cohort, Count),
    /// With one column for each part of a figure: the part, which is added up with the other part.
    Part(Cohort, Count, Part),
    /// Its cells split the rows of an authority, and the rows add up to its figures.
    AddUp,
    /// Its cells split the rows of an authority, and only rows that say `total` or `all` count.
    TotalRows,
    /// Its cells split the rows of an authority, and rows that say anything here do not count.
    LeaveOut,
    /// A column of an SSDA903 file, by its official name.
    Official(&'static str),
}

/// The kinds of file whose columns can be named by hand.
pub const MAPPED_KINDS: [FileKind; 8] = [
    FileKind::AuthorityAnswers,
    FileKind::Episodes,
    FileKind::Missing,
    FileKind::Uasc,
    FileKind::Header,
    FileKind::ChildList,
    FileKind::Interviews,
    FileKind::Teams,
];

/// What is counted in answers, in the order of a form.
const COUNTED: [Count; 5] = [
    Count::Children,
    Count::ChildrenMissing,
    Count::MissingIncidents,
    Count::ChildrenMissingMoreThanOnce,
    Count::ChildrenMissingAtEnd,
];

/// The groups whose figures answers hold, in the order of a form.
const COHORTS: [Cohort; 4] =
    [Cohort::Trafficked, Cohort::Unaccompanied, Cohort::TraffickedAndUnaccompanied, Cohort::All];

/// What can be done with rows that are parts of an authority's figures.
pub const PARTS: [Field; 3] = [Field::AddUp, Field::TotalRows, Field::LeaveOut];

/// The fields that a kind of file can have, in the order of a form.
pub fn fields(kind: FileKind) -> Vec<Field> {
    let official = |names: &[&'static str]| names.iter().map(|name| Field::Official(name)).collect();
    match kind {
        FileKind::Episodes => official(&["CHILD", "DECOM", "RNE", "LS", "PLACE", "PLACE_PROVIDER", "DEC", "REC"]),
        FileKind::Missing => official(&["CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"]),
        FileKind::Uasc => official(&["CHILD", "SEX", "DOB", "DUC"]),
        FileKind::Header => official(&["CHILD", "SEX", "DOB", "ETHNIC", "UPN"]),
        FileKind::ChildList => official(&["CHILD", "TRAFFICKED"]),
        FileKind::Interviews => official(&["CHILD", "MIS_START", "OFFERED", "ACCEPTED", "DATE"]),
        FileKind::Teams => official(&["CHILD", "TEAM"]),
        FileKind::AuthorityAnswers => {
            let figures = COHORTS.into_iter().flat_map(|cohort| COUNTED.map(|count| Field::Figure(cohort, count)));
            let parts = COUNTED.into_iter().flat_map(|count| {
                [Part::Identified, Part::Suspected].map(|part| Field::Part(Cohort::Trafficked, count, part))
            });
            [Field::Authority, Field::Code, Field::Year]
                .into_iter()
                .chain(figures)
                .chain(parts)
                .chain([Field::Cohort, Field::Measure, Field::Answer])
                .chain(PARTS)
                .collect()
        }
        _ => Vec::new(),
    }
}

impl Field {
    /// Whether it is a number of children or incidents. A file can have one such field for each period.
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Figure(..) | Self::Part(..))
    }

    /// Its name in a mapping document and in a form: `authority`, `trafficked/children-missing`, `MIS_START`.
    pub fn name(self) -> String {
        match self {
            Self::Authority => "authority".to_owned(),
            Self::Code => "code".to_owned(),
            Self::Year => "year".to_owned(),
            Self::Cohort => "cohort".to_owned(),
            Self::Measure => "measure".to_owned(),
            Self::Answer => "answer".to_owned(),
            Self::AddUp => "add-up".to_owned(),
            Self::TotalRows => "total-rows".to_owned(),
            Self::LeaveOut => "leave-out".to_owned(),
            Self::Figure(cohort, count) => format!("{}/{}", code(&cohort), code(&count)),
            Self::Part(cohort, count, part) => format!("{}/{}/{}", code(&cohort), code(&count), code(&part)),
            Self::Official(name) => name.to_owned(),
        }
    }

    /// The field of a kind that has this name.
    pub fn named(kind: FileKind, name: &str) -> Option<Self> {
        fields(kind).into_iter().find(|field| field.name() == name)
    }

    /// The heading that identifies it to the engine, with the period that a person or the column's own heading gives.
    pub(super) fn heading(self, own: &str, period: Option<Period>) -> String {
        let phrase = match self {
            Self::Authority => "Authority",
            Self::Code => "ONS code",
            Self::Year => "Year",
            Self::Cohort => "Cohort",
            Self::Measure => "Measure",
            Self::Answer => "Answer",
            // These columns are read by what they are, not by a heading.
            Self::AddUp | Self::TotalRows | Self::LeaveOut | Self::Part(..) => own,
            Self::Official(name) => name,
            Self::Figure(cohort, count) => {
                let who = match cohort {
                    Cohort::All => "Looked-after children",
                    Cohort::Unaccompanied => "Unaccompanied children",
                    Cohort::Trafficked => "Trafficked children",
                    Cohort::TraffickedAndUnaccompanied => "Trafficked and unaccompanied children",
                };
                let what = match count {
                    Count::Children => "",
                    Count::ChildrenMissing => " missing",
                    Count::MissingIncidents => ": missing incidents",
                    Count::ChildrenMissingMoreThanOnce => " missing more than once",
                    Count::ChildrenMissingAtEnd => " still missing",
                    Count::ChildrenAway => " away",
                    Count::AwayIncidents => ": away incidents",
                    Count::ChildrenAwayMoreThanOnce => " away more than once",
                    Count::ChildrenAwayAtEnd => " still away",
                };
                let period = period.or_else(|| says_period(own)).map_or(String::new(), |period| format!(" {period}"));
                return format!("{who}{what}{period}");
            }
        };
        phrase.to_owned()
    }
}
