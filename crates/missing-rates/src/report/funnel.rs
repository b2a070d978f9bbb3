//! Authorities compared with one another.

use serde::Serialize;

use super::{Area, Interval};
use crate::area::AreaCode;
use crate::cohort::{Cohort, Share};
use crate::period::Period;

/// Authorities compared with the limits within which chance alone would leave them, by how many children they have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Funnel {
    /// The area that contains all of them.
    pub area: Area,
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// Which share.
    pub measure: Share,
    /// Pooled share of these authorities, with the limits around it.
    pub pooled: f64,
    /// Overdispersion: 1 if only chance makes them differ. From z-scores winsorised at 10% and 90%.
    pub phi: f64,
    /// The same without winsorising.
    pub phi_unwinsorised: f64,
    /// Variance between authorities, on the scale of the arcsine of a share's square root.
    pub tau2: f64,
    /// The authorities that gave both figures exactly and have children, by code.
    pub authorities: Vec<FunnelPoint>,
    /// The limits as curves, from the fewest children to the most.
    pub limits: Vec<FunnelLimits>,
}

/// One authority on a funnel.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FunnelPoint {
    /// ONS code.
    pub code: AreaCode,
    /// Name.
    pub name: &'static str,
    /// Children missing.
    pub numerator: u64,
    /// Children.
    pub denominator: u64,
    /// Share.
    pub value: f64,
    /// Its place against the plain limits.
    pub place: Place,
    /// Its place against the limits adjusted for overdispersion.
    pub place_adjusted: Place,
}

/// Where an authority is on a funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Place {
    /// Below the 99.8% limit.
    #[serde(rename = "below-99.8")]
    Below998,
    /// Below the 95% limit.
    #[serde(rename = "below-95")]
    Below95,
    /// Within the 95% limits.
    #[serde(rename = "within")]
    Within,
    /// Above the 95% limit.
    #[serde(rename = "above-95")]
    Above95,
    /// Above the 99.8% limit.
    #[serde(rename = "above-99.8")]
    Above998,
}

impl Place {
    /// Whether it is outside the 95% limits.
    pub fn is_outside_95(self) -> bool {
        self != Self::Within
    }

    /// Whether it is outside the 99.8% limits.
    pub fn is_outside_998(self) -> bool {
        matches!(self, Self::Below998 | Self::Above998)
    }
}

/// The limits for one number of children.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FunnelLimits {
    /// Children.
    pub denominator: u64,
    /// The limits within which chance alone would leave a share.
    pub plain: Limits,
    /// The same, with the variance between authorities.
    pub adjusted: Limits,
}

/// The shares of the limits, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Limits {
    /// Lower 99.8% limit.
    pub lower_998: f64,
    /// Lower 95% limit.
    pub lower_95: f64,
    /// Upper 95% limit.
    pub upper_95: f64,
    /// Upper 99.8% limit.
    pub upper_998: f64,
}

impl Limits {
    /// The place of a share.
    pub(crate) fn place(&self, value: f64) -> Place {
        if value < self.lower_998 {
            Place::Below998
        } else if value < self.lower_95 {
            Place::Below95
        } else if value > self.upper_998 {
            Place::Above998
        } else if value > self.upper_95 {
            Place::Above95
        } else {
            Place::Within
        }
    }
}

/// One authority compared with others: those of its region, its nation or the United Kingdom, or its statistical
/// neighbours. The authority is never among the others, so that the two figures do not depend on each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The authority.
    pub authority: Area,
    /// When.
    pub period: Period,
    /// Who.
    pub cohort: Cohort,
    /// Which share.
    pub measure: Share,
    /// How many of its children it is true of.
    pub numerator: u64,
    /// Its children.
    pub denominator: u64,
    /// Its share.
    pub value: f64,
    /// How far chance alone could move it.
    pub interval: Interval,
    /// Who the others are.
    pub with: Others,
    /// The others together.
    pub others: OthersTogether,
    /// Its share less theirs, from -1 to 1.
    pub points: f64,
    /// Lower end of the 95% interval of `points` (Newcombe).
    pub lower: f64,
    /// Upper end of the interval.
    pub upper: f64,
    /// Whether it is higher or lower, or chance could explain the difference.
    pub outcome: Outcome,
}

/// Who an authority is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Others {
    /// The other authorities of an area.
    Area {
        /// Which area.
        area: Area,
    },
    /// Its ten statistical neighbours.
    Neighbours,
}

/// The authorities that one is compared with, together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OthersTogether {
    /// Children for whom it is true.
    pub numerator: u64,
    /// Children.
    pub denominator: u64,
    /// How many authorities gave both figures exactly.
    pub authorities: u64,
    /// Their share.
    pub value: f64,
    /// The lowest share among those with children.
    pub lowest: f64,
    /// The highest share among them.
    pub highest: f64,
}

/// The result of comparing two shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Higher than chance would explain.
    Higher,
    /// Lower than chance would explain.
    Lower,
    /// Chance could explain the difference.
    NotClear,
}

impl Outcome {
    /// What the 95% interval of a difference says.
    pub(crate) fn of((lower, upper): (f64, f64)) -> Self {
        match () {
            () if lower > 0.0 => Self::Higher,
            () if upper < 0.0 => Self::Lower,
            () => Self::NotClear,
        }
    }
}
