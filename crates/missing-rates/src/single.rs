//! What is known about single children, for the analyst's own work: who is missing on a day, and the record of one
//! child. It is never part of a [`Report`](crate::report::Report), so nothing of it can be published. Nothing is given
//! where the query asks for figures that are safe to publish.

use missing_rows::Day;

use crate::report::{FoundRow, OnList};

/// Who is missing, or away without authorisation, on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingOn {
    /// The day. The children were missing on it and not back before the next day.
    pub day: Day,
    /// The children, those who have been gone longest first.
    pub children: Vec<MissingChild>,
    /// How many more have a period that is open on that day and are not counted, since no episode covers the days of it, or only
    /// short breaks do.
    pub not_counted: u64,
    /// Children with a period that last year's return leaves open on that day and that the return of the day does not have. They
    /// are in no figure of that return.
    pub open_last_year: Vec<OpenLastYear>,
    /// Authorities whose files do not cover the day, where the files are of several.
    pub not_covered: Vec<String>,
}

/// A child whose period is open in last year's return and is not in this year's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLastYear {
    /// The child's identifier.
    pub child: String,
    /// The authority, where the files are of several.
    pub authority: Option<String>,
    /// Missing (M), or else away without authorisation (A).
    pub missing: bool,
    /// Since when.
    pub since: Day,
    /// The last day of care, if it was before that day.
    pub left_care: Option<Day>,
}

/// A child who is missing or away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingChild {
    /// The child's identifier.
    pub child: String,
    /// The authority, where the files are of several.
    pub authority: Option<String>,
    /// Missing (M), or else away without authorisation (A).
    pub missing: bool,
    /// Since when.
    pub since: Day,
    /// How many days ago that was.
    pub days: u16,
    /// Completed years on the day; `None` where no date of birth is known.
    pub age: Option<u8>,
    /// Whether the returns say that the child is unaccompanied.
    pub unaccompanied: bool,
    /// What a list of trafficked children says, if the child is on one.
    pub listed: Option<OnList>,
    /// LS of the episode that the child went missing from; empty where none is known.
    pub legal_status: &'static str,
    /// PLACE of that episode.
    pub placement: &'static str,
    /// The last day of that episode, if it was before that day.
    pub placement_ended: Option<Day>,
    /// The last day of care, if it was before that day.
    pub left_care: Option<Day>,
    /// Incidents of being missing that began before this one, in all files chosen.
    pub previous: u32,
}

/// Everything that the files say about one child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChildRecord {
    /// The child's identifier.
    pub child: String,
    /// The authority, where the files are of several.
    pub authority: Option<String>,
    /// `M` or `F`; empty where it is not known.
    pub sex: &'static str,
    /// Day of birth.
    pub born: Option<Day>,
    /// Episodes of care, earliest first. An episode that two returns have is listed once, as in the later return.
    pub episodes: Vec<EpisodeOfCare>,
    /// Incidents, each once, earliest first.
    pub incidents: Vec<Absence>,
    /// Whether the child is, or was, unaccompanied.
    pub unaccompanied: Unaccompanied,
    /// The first day that the returns call the child unaccompanied: of care, or of the earliest return that does. `None` where
    /// none does, or where the files say of no day of care.
    pub unaccompanied_from: Option<Day>,
    /// What a list of trafficked children says, if the child is on one.
    pub listed: Option<OnList>,
    /// The rows of this child that break a rule.
    pub findings: Vec<FoundRow>,
}

/// A child's status as unaccompanied, from the latest return that says anything about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unaccompanied {
    /// No file says it.
    NotKnown,
    /// Not unaccompanied.
    No,
    /// Until this day.
    Until(Day),
    /// It lasts.
    Lasts,
}

/// One episode of care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EpisodeOfCare {
    /// DECOM.
    pub from: Day,
    /// DEC; `None` while it lasts.
    pub to: Option<Day>,
    /// LS.
    pub legal_status: &'static str,
    /// PLACE.
    pub placement: &'static str,
    /// `PLACE_PROVIDER`.
    pub provider: &'static str,
    /// RNE: why it began.
    pub began: &'static str,
    /// REC: why it ended.
    pub ended: &'static str,
}

/// One period of being missing or away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Missing (M), or else away without authorisation (A).
    pub missing: bool,
    /// `MIS_START`.
    pub from: Day,
    /// `MIS_END`; `None` where no return has an end.
    pub to: Option<Day>,
}
