//! Where one authority is among published figures.

use serde::Serialize;

use super::{Area, Interval, Outcome};
use crate::area::Closeness;
use crate::period::Period;
use crate::published::Figure;

/// One authority compared with the published figures for it, its region, England and its statistical neighbours. All
/// figures are about all looked-after children.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// The authority.
    pub area: Area,
    /// What the files give for it, period by period.
    pub calculated: Vec<Calculated>,
    /// What is published: the authority's own figures first, then those of the areas that it is compared with. Each
    /// area's figures are by year.
    pub published: Vec<PublishedFigures>,
    /// Collection years in the table of published figures without any for this authority: not published, or not in the
    /// table.
    pub years_without: Vec<Period>,
    /// Where its figures are among its neighbours' figures: each calculated figure, or else the latest published one.
    pub positions: Vec<Position>,
    /// The years for which a published file among the files gives figures that the product does not have.
    pub from_files: Vec<Period>,
    /// What must be said beside any comparison.
    pub caveats: Vec<Caveat>,
}

impl Standing {
    /// The latest year of published figures that a figure of another period is beside.
    pub fn another_year(&self) -> Option<Period> {
        self.positions
            .iter()
            .filter(|position| position.published != position.period)
            .map(|position| position.published)
            .max()
    }
}

/// A figure of the authority's own files, and how it would be printed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Calculated {
    /// When.
    pub period: Period,
    /// Whether it is a whole collection year, as all published figures are.
    pub collection_year: bool,
    /// Children looked after.
    pub children: u64,
    /// How many of them went missing.
    pub children_missing: u64,
    /// Incidents; `null` where the files give none.
    pub missing_incidents: Option<u64>,
    /// `children_missing / children`, not rounded.
    pub value: Option<f64>,
    /// How far chance alone could move it.
    pub interval: Option<Interval>,
    /// The share as DfE would print it: whole per cent, halves away from zero, or a symbol. Of rounded counts it is only nearly
    /// that.
    pub percent: String,
    /// Incidents for each missing child as DfE would print it.
    pub incidents_per_missing_child: Option<String>,
}

/// What is published about one area in one year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PublishedFigures {
    /// Where.
    pub area: Area,
    /// What the area is to the authority.
    pub role: Role,
    /// The rank of a neighbour, from 1, the closest, to 10.
    pub rank: Option<u8>,
    /// How alike a neighbour is.
    pub closeness: Option<Closeness>,
    /// The collection year.
    pub period: Period,
    /// 10 if the publisher rounded the counts to it.
    pub rounded_to: Option<u64>,
    /// Children looked after in the year.
    pub children: Figure,
    /// How many of them went missing.
    pub children_missing: Figure,
    /// Incidents of being missing.
    pub missing_incidents: Figure,
    /// Children who went missing more than once.
    pub children_missing_more_than_once: Figure,
    /// Children missing on 31 March.
    pub children_missing_at_end: Figure,
    /// Children who were away without authorisation.
    pub children_away: Figure,
    /// Incidents of being away.
    pub away_incidents: Figure,
    /// Children who were away more than once.
    pub children_away_more_than_once: Figure,
    /// Children away on 31 March.
    pub children_away_at_end: Figure,
    /// The share who went missing, from 0 to 1, from the counts.
    pub value: Option<f64>,
    /// How far chance alone could move it.
    pub interval: Option<Interval>,
    /// The share as printed: whole per cent or a symbol; `null` if it is not in the table.
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
    /// An authority that ended, and that it took over, all or in part.
    Predecessor,
    /// Its region. In London its half of London, then London.
    Region,
    /// England.
    Nation,
    /// A statistical neighbour.
    Neighbour,
}

/// Where one figure of the authority is among its neighbours' figures, and on which side of each other area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Position {
    /// Whether the figure was calculated from files, or published.
    pub figure: PositionOf,
    /// What the figure is about.
    pub period: Period,
    /// The year of the published figures that it is compared with: the same year if it has any, otherwise the latest.
    pub published: Period,
    /// How many neighbours have a lower share.
    pub lower: u64,
    /// How many have exactly the same share, or one that cannot be told from a figure of rounded counts.
    pub equal: u64,
    /// How many have a higher share.
    pub higher: u64,
    /// How many have no published share in that year.
    pub without: u64,
    /// The lowest share of a neighbour as printed.
    pub lowest_percent: Option<String>,
    /// The highest share of a neighbour as printed.
    pub highest_percent: Option<String>,
    /// Where it is among all authorities in England; `null` for other nations, and where few have a published share.
    pub england: Option<AmongAll>,
    /// The other areas, one by one: region, England, neighbours.
    pub beside: Vec<Beside>,
}

/// Where a figure is among the published figures of the other authorities in England.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AmongAll {
    /// How many have a published share.
    pub authorities: u64,
    /// How many have a lower share.
    pub lower: u64,
    /// How many have exactly the same share, or one that cannot be told from a figure of rounded counts.
    pub equal: u64,
    /// How many have a higher share.
    pub higher: u64,
    /// The quarter of all shares, its own among them: 1 is the highest, 4 the lowest; `null` where equal shares are in two.
    pub quarter: Option<u8>,
    /// How many are lower beyond chance, by the 95% interval of the difference (Newcombe, method 10).
    pub clearly_lower: u64,
    /// How many are higher beyond chance.
    pub clearly_higher: u64,
}

impl AmongAll {
    /// How many are neither.
    pub fn unclear(&self) -> u64 {
        self.authorities - self.clearly_higher - self.clearly_lower
    }
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

/// The authority's figure compared with another area's.
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
    /// Upper end of the interval.
    pub upper: Option<f64>,
    /// Whether the authority's share is higher or lower, or chance could explain the difference; `null` where the other's
    /// is not published.
    pub outcome: Option<Outcome>,
}

/// What must be said beside a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Caveat {
    /// Some authorities record every absence as missing. DfE warns that comparing authorities or years needs care, and
    /// that England's count is about a tenth too high.
    RecordingPractice,
    /// England's and the regions' counts are rounded to 10, so results calculated from them are only nearly right.
    RoundedTotals,
    /// The figure and those that it is compared with are about different years.
    AnotherYear,
    /// The figure is not about a whole collection year, as those that it is compared with are.
    NotACollectionYear,
}
