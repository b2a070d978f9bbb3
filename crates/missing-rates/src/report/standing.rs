//! Where one authority is among published figures.

use serde::Serialize;

use super::{Area, Interval, Outcome};
use crate::area::Closeness;
use crate::period::Period;
use crate::published::Figure;

/// One authority beside what is published of it, its region, England and its statistical neighbours. About all
/// looked-after children.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// The authority.
    pub area: Area,
    /// What the files give for it, period by period.
    pub calculated: Vec<Calculated>,
    /// What is published: the authority's own figures first, then those that it is compared with; of each, by year.
    pub published: Vec<PublishedFigures>,
    /// Collection years of the table of published figures that has none of this authority in them: not published, or not
    /// to hand.
    pub years_without: Vec<Period>,
    /// Where its figures are among those of its neighbours: each that was calculated, or else the latest published.
    pub positions: Vec<Position>,
    /// What must be said beside any comparison.
    pub caveats: Vec<Caveat>,
}

/// A figure of the authority's own files, and how it would be printed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Calculated {
    /// When.
    pub period: Period,
    /// Whether it is a whole collection year, as all that is published.
    pub collection_year: bool,
    /// Children looked after.
    pub children: u64,
    /// Of them, went missing.
    pub children_missing: u64,
    /// Incidents; `null` where the files give none.
    pub missing_incidents: Option<u64>,
    /// `children_missing / children`, not rounded.
    pub value: Option<f64>,
    /// How far chance alone could move it.
    pub interval: Option<Interval>,
    /// The share as DfE would print it: whole per cent, halves away from zero, or a symbol.
    pub percent: String,
    /// Incidents for each missing child as DfE would print it.
    pub incidents_per_missing_child: Option<String>,
}

/// What is published of one area in one year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PublishedFigures {
    /// Where.
    pub area: Area,
    /// What the area is to the authority.
    pub role: Role,
    /// Of a neighbour, its place from 1, the closest, to 10.
    pub rank: Option<u8>,
    /// Of a neighbour, how alike it is.
    pub closeness: Option<Closeness>,
    /// The collection year.
    pub period: Period,
    /// 10 where the counts were rounded to it by their publisher.
    pub rounded_to: Option<u64>,
    /// Children looked after in the year.
    pub children: Figure,
    /// Of them, went missing.
    pub children_missing: Figure,
    /// Incidents of being missing.
    pub missing_incidents: Figure,
    /// Went missing more than once.
    pub children_missing_more_than_once: Figure,
    /// Missing on 31 March.
    pub children_missing_at_end: Figure,
    /// Were away without authorisation.
    pub children_away: Figure,
    /// Incidents of being away.
    pub away_incidents: Figure,
    /// Were away more than once.
    pub children_away_more_than_once: Figure,
    /// Away on 31 March.
    pub children_away_at_end: Figure,
    /// The share who went missing, from 0 to 1, from the counts.
    pub value: Option<f64>,
    /// How far chance alone could move it.
    pub interval: Option<Interval>,
    /// The share as printed: whole per cent or a symbol; `null` if not there.
    pub percent: Option<String>,
    /// Incidents for each missing child as printed.
    pub incidents_per_missing_child: Option<String>,
    /// The share who were away as printed.
    pub percent_away: Option<String>,
    /// Incidents for each child who was away as printed.
    pub incidents_per_away_child: Option<String>,
}

/// What an area is to the authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The authority itself.
    Own,
    /// An authority that ended, of which it took over all or part.
    Predecessor,
    /// Its region; in London its half, then London.
    Region,
    /// England.
    Nation,
    /// A statistical neighbour.
    Neighbour,
}

/// Where one figure of the authority is among those of its neighbours, and on which side of each other area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Position {
    /// Whether the figure was calculated from files, or published.
    pub figure: PositionOf,
    /// What the figure is about.
    pub period: Period,
    /// The year of the published figures beside it: the same if they are there, else the latest.
    pub published: Period,
    /// How many neighbours have a lower share.
    pub lower: u64,
    /// How many have the very same.
    pub equal: u64,
    /// How many have a higher one.
    pub higher: u64,
    /// How many have no published share in that year.
    pub without: u64,
    /// The lowest share of a neighbour as printed.
    pub lowest_percent: Option<String>,
    /// The highest.
    pub highest_percent: Option<String>,
    /// The other areas, one by one: region, England, neighbours.
    pub beside: Vec<Beside>,
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PositionOf {
    /// From the files.
    Calculated,
    /// From the table of published figures.
    Published,
}

/// The authority's figure beside that of another area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Beside {
    /// The other area.
    pub area: Area,
    /// What it is to the authority.
    pub role: Role,
    /// The authority's share minus the other's, from -1 to 1; `null` where the other's is not published.
    pub points: Option<f64>,
    /// Lower end of its 95% interval (Newcombe, method 10).
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
    /// Whether the authority's share is higher or lower, or chance could explain the difference; `null` where the other's
    /// is not published.
    pub outcome: Option<Outcome>,
}

/// What must be said beside a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caveat {
    /// Some authorities record every absence as missing: DfE warns that comparing authorities or years needs care, and
    /// that England's count is about a tenth too high.
    RecordingPractice,
    /// England's and the regions' counts are rounded to 10, so that what is worked out from them is nearly right.
    RoundedTotals,
    /// The figure and those beside it are not of the same year.
    AnotherYear,
    /// The figure is not of a whole collection year, as those beside it are.
    NotACollectionYear,
}
