//! How firm a pooled share is: what it owes to single authorities, and what the silent ones could make of it.

use serde::Serialize;

use super::{Area, Interval};
use crate::area::AreaCode;
use crate::cohort::{Cohort, Share};
use crate::period::Period;

/// Who gave an answer: one authority, or several together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Respondent {
    /// ONS codes.
    pub codes: Vec<AreaCode>,
    /// Names, in the same order.
    pub names: Vec<&'static str>,
}

/// Which authorities gave what for one share, in one area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Respondents {
    /// Where.
    pub area: Area,
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// Which share.
    pub measure: Share,
    /// Gave both figures exactly.
    pub both: Vec<Respondent>,
    /// Gave the number of children exactly, and a range for how many went missing.
    pub children_and_range: Vec<Respondent>,
    /// Gave the number of children exactly, and nothing of how many went missing.
    pub children_only: Vec<Respondent>,
    /// Gave how many went missing exactly, and not of how many children.
    pub missing_only: Vec<Respondent>,
    /// Are named in the files, and gave neither exactly.
    pub neither: Vec<Respondent>,
    /// Authorities of today that the files do not name.
    pub not_named: Vec<Respondent>,
}

/// What a matched share would be without each authority in turn.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Influence {
    /// Where.
    pub area: Area,
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// Which share.
    pub measure: Share,
    /// The matched share with all of them.
    pub value: f64,
    /// Without each in turn, the one that matters most first.
    pub without: Vec<Without>,
}

/// A share without one authority.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Without {
    /// Who is left out.
    #[serde(flatten)]
    pub respondent: Respondent,
    /// Children of whom it is true, in the others.
    pub numerator: u64,
    /// Children, in the others.
    pub denominator: u64,
    /// The share of the others; `null` where they have no children.
    pub value: Option<f64>,
    /// That share less the share with all, from -1 to 1; `null` likewise.
    pub difference: Option<f64>,
    /// Its children as a share of all children.
    pub weight: f64,
}

/// What the silent authorities would have to be like for a share to reach a value that was asked for. Silent are those
/// that gave the number of children exactly, and not how many of them went missing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Target {
    /// Where.
    pub area: Area,
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// Which share.
    pub measure: Share,
    /// The value asked for, from 0 to 1.
    pub target: f64,
    /// Children of whom it is true, in the authorities that gave both.
    pub numerator: u64,
    /// Children, in those.
    pub denominator: u64,
    /// Their share.
    pub value: Option<f64>,
    /// How many authorities are silent.
    pub silent_authorities: u64,
    /// The children of those.
    pub silent_children: u64,
    /// The fewest of them of whom it can be true, as far as ranges say.
    pub silent_fewest: u64,
    /// The most of them of whom it can be true.
    pub silent_most: u64,
    /// Of how many of them it would have to be true: the fewest that raise the share to the value, or the most that
    /// keep it from lying above. Below 0 or above `silent_children` where that cannot be.
    pub needed_children: i64,
    /// The same as a share of their children; `null` where they have none.
    pub needed_share: Option<f64>,
    /// Whether it can be.
    pub reach: Reach,
}

/// Whether a share could be what was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// It could.
    Possible,
    /// Not if the silent authorities said what makes it highest: it lies lower.
    TooHigh,
    /// Not if the silent authorities said what makes it lowest: it lies higher.
    TooLow,
}

/// How many children are both trafficked and unaccompanied, over the authorities that gave all three numbers exactly.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overlap {
    /// Where.
    pub area: Area,
    /// When.
    pub period: Period,
    /// How many authorities gave all three.
    pub authorities: u64,
    /// Children who are both.
    pub both: u64,
    /// Trafficked children.
    pub trafficked: u64,
    /// Unaccompanied children.
    pub unaccompanied: u64,
    /// Children who are one or the other or both, each counted once.
    pub either: u64,
    /// Those who are both as a share of the trafficked; `null` where there are none.
    pub of_trafficked: Option<f64>,
    /// Those who are both as a share of the unaccompanied; `null` where there are none.
    pub of_unaccompanied: Option<f64>,
}

/// One share of one cohort from period to period, with what was published before.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    /// Who.
    pub cohort: Cohort,
    /// Which share.
    pub measure: Share,
    /// Earliest first; of one period what was published before what the files give.
    pub points: Vec<SeriesPoint>,
}

/// One share of a series.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SeriesPoint {
    /// When.
    pub period: Period,
    /// Where it comes from.
    pub origin: Origin,
    /// Where.
    pub area: Area,
    /// Children of whom it is true; `null` where it was not published.
    pub numerator: Option<u64>,
    /// Children; `null` where it was not published.
    pub denominator: Option<u64>,
    /// How many authorities it is based on; `null` where it was not published.
    pub authorities: Option<u64>,
    /// The share.
    pub value: f64,
    /// Children of every authority that gave their number, whether or not it said how many went missing; `null` where
    /// it was not published.
    pub children_all_answers: Option<u64>,
    /// Incidents for each child who went missing; `null` where it was not published.
    pub incidents_per_missing_child: Option<f64>,
    /// The whole per cent that was printed; `null` for what the files give.
    pub printed_percent: Option<u64>,
    /// How far chance alone could move it.
    pub interval: Option<Interval>,
}

/// Where a share of a series comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum Origin {
    /// A report of ECPAT UK and Missing People.
    Report {
        /// Its title.
        title: &'static str,
        /// The year in which it was published.
        published: u16,
    },
    /// The Department for Education.
    Department,
    /// The files.
    Files,
}
