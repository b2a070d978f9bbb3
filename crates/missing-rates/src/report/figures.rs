//! Figures, each with its area, period and cohort.

use serde::Serialize;

use crate::area::AreaCode;
use crate::cohort::{Average, Cohort, Count, Share};
use crate::period::Period;

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
    /// Which figure.
    pub measure: Measure,
    /// The earlier period.
    pub from: Period,
    /// The later period.
    pub to: Period,
    /// On which answers it rests.
    pub basis: Basis,
    /// The figure of the earlier period: the base of what is relative.
    pub earlier: Compared,
    /// The figure of the later period.
    pub later: Compared,
    /// The unit of `difference`, `lower` and `upper`.
    pub unit: Unit,
    /// Later figure less earlier figure. Of shares from -1 to 1, where 0.02 is 2 percentage points.
    pub difference: f64,
    /// The same, of a share; `null` for what has no percentage points.
    pub points: Option<f64>,
    /// `newcombe` or `poisson`; `null` without an interval.
    pub method: Option<&'static str>,
    /// Lower end of the 95% interval of `difference`; `null` for a mere number of children.
    pub lower: Option<f64>,
    /// Upper end of it.
    pub upper: Option<f64>,
    /// `difference` as a share of the earlier figure; `null` where that is 0.
    pub relative: Option<f64>,
}

/// One of the two figures of a change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// Children, or incidents.
    pub numerator: u64,
    /// Children that they are divided by; `null` for a count.
    pub denominator: Option<u64>,
    /// How many authorities it rests on.
    pub authorities: u64,
    /// The figure, not rounded; `null` where the denominator is 0.
    pub value: Option<f64>,
}

/// A share, an average or a count; written as each of them is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Measure {
    /// A share of children.
    Share(Share),
    /// An average.
    Average(Average),
    /// A count.
    Count(Count),
}

/// What a difference is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Percentage points, as a share of 1: 0.02 is 2 of them.
    PercentagePoints,
    /// Children.
    Children,
    /// Incidents.
    Incidents,
    /// Incidents for each child.
    IncidentsPerChild,
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
