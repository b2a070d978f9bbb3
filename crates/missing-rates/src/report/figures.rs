//! Figures, each with its area, period and cohort.

use serde::Serialize;

use super::Area;
use crate::cohort::{Average, Cohort, Count, Share};
use crate::period::Period;

/// Which answers a rate is based on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Authorities that gave both figures exactly.
    Matched,
    /// Every exact numerator over every exact denominator: the naive division.
    AllAnswers,
    /// The lowest share of the children counted exactly: no child went missing where that number is not exact.
    Lowest,
    /// The highest share: every child went missing where that number is not exact.
    Highest,
    /// The lowest share, with every range used.
    LowestByRanges,
    /// The highest share, with every range used.
    HighestByRanges,
    /// The lowest share of the authorities that gave a number or a range for both: how much ranges alone leave open.
    LowestByRangesAlone,
    /// The highest share of these authorities.
    HighestByRangesAlone,
    /// The lowest share of the authorities that gave the number of children exactly, and how many went missing exactly
    /// or not at all: how much silence alone leaves open.
    LowestBySilenceAlone,
    /// The highest share of these authorities.
    HighestBySilenceAlone,
    /// One authority's own records, child by child.
    ChildLevel,
    /// The authorities that are matched in both periods.
    LikeForLike,
}

impl Basis {
    /// Whether it is a bound. A bound is not based on a sample, so it has no interval.
    pub fn is_bound(self) -> bool {
        !matches!(self, Self::Matched | Self::AllAnswers | Self::ChildLevel | Self::LikeForLike)
    }
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
    /// Which answers are used.
    pub basis: Basis,
    /// Children for whom it is true.
    pub numerator: u64,
    /// Children of the cohort.
    pub denominator: u64,
    /// How many authorities it is based on.
    pub authorities: u64,
    /// `numerator / denominator`, from 0 to 1, not rounded. `null` where the denominator is 0, or where the numerator
    /// is larger because it counts children of other authorities.
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
    /// How many authorities it is based on.
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
    /// Authorities that the files name for this area and period, without those that had ended and gave nothing.
    pub named: u64,
    /// Authorities that the area had when the period ended.
    pub in_area: u64,
    /// How many gave both figures exactly.
    pub both: u64,
    /// How many gave the number of children exactly, but not how many of them went missing.
    pub children_only: u64,
    /// The children of those authorities.
    pub children_unmatched: Option<u64>,
    /// How many of those authorities gave a range for how many went missing.
    pub children_only_with_range: u64,
    /// How many gave exactly how many went missing, but not the number of children.
    pub missing_only: u64,
    /// How many gave neither exactly.
    pub neither: u64,
    /// How many of all these gave answers to one of the two that contradict one another, so that none of them counts.
    pub contradictory: u64,
}

impl Coverage {
    /// Whether a minority gave both, so that the share is weak.
    pub fn is_of_few(&self) -> bool {
        self.both * 2 < self.in_area
    }
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
    /// The number; `null` where a symbol replaces it.
    pub value: Option<f64>,
    /// The cell as printed.
    pub printed: String,
}
