//! How firm a pooled share is: how much it depends on single authorities, and what the silent ones could make of it.

use serde::Serialize;

use super::{Area, Interval};
use crate::area::AreaCode;
use crate::cohort::{Cohort, Share};
use crate::period::Period;

/// An authority that gave an answer, or several that answered together.
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
    /// Gave the number of children exactly, and nothing about how many went missing.
    pub children_only: Vec<Respondent>,
    /// Gave exactly how many went missing, but not the number of children.
    pub missing_only: Vec<Respondent>,
    /// The files name them, but they gave neither exactly.
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
    /// How many children it is true of, among the others.
    pub numerator: u64,
    /// Children of the others.
    pub denominator: u64,
    /// The share of the others; `null` where they have no children.
    pub value: Option<f64>,
    /// That share less the share with all, from -1 to 1. `null` where the others have no children.
    pub difference: Option<f64>,
    /// Its children as a share of all children.
    pub weight: f64,
}

/// What the silent authorities would have to be like for a share to reach a value that was asked for. An authority is
/// silent if it gave the number of children exactly, but not how many of them went missing.
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
    /// How many children it is true of, in the authorities that gave both.
    pub numerator: u64,
    /// Children in these authorities.
    pub denominator: u64,
    /// Their share.
    pub value: Option<f64>,
    /// How many authorities are silent.
    pub silent_authorities: u64,
    /// The children of the silent authorities.
    pub silent_children: u64,
    /// The lowest number of these children that it can be true of, as far as ranges say.
    pub silent_fewest: u64,
    /// The highest number of these children that it can be true of.
    pub silent_most: u64,
    /// How many of these children it would have to be true of: the fewest that raise the share to the value, or the
    /// most that keep it from exceeding the value. Below 0 or above `silent_children` where that is impossible.
    pub needed_children: i64,
    /// The same as a share of their children; `null` where they have none.
    pub needed_share: Option<f64>,
    /// Whether the value is possible.
    pub reach: Reach,
}

impl Target {
    /// The children of all these authorities.
    pub fn all_children(&self) -> u64 {
        self.denominator + self.silent_children
    }
}

/// Whether a share could have the value that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// It could.
    Possible,
    /// No: even if the silent authorities gave the answers that make it highest, it would be lower.
    TooHigh,
    /// No: even if the silent authorities gave the answers that make it lowest, it would be higher.
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
    /// Children who are at least one of the two, each counted once.
    pub either: u64,
    /// The share of trafficked children who are both; `null` where there are no trafficked children.
    pub of_trafficked: Option<f64>,
    /// The share of unaccompanied children who are both; `null` where there are no unaccompanied children.
    pub of_unaccompanied: Option<f64>,
}

/// One share of one cohort from period to period, with what was published before.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    /// Who.
    pub cohort: Cohort,
    /// Which share.
    pub measure: Share,
    /// Earliest first. For one period, published figures come before those from the files.
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
    /// Children for whom it is true; `null` where it was not published.
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
    /// The whole per cent that was printed; `null` for figures from the files.
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
