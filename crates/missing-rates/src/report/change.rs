//! Changes between periods.

use serde::Serialize;

use super::{Area, Basis};
use crate::cohort::{Average, Cohort, Count, Share};
use crate::period::Period;

/// A change between two periods.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Where.
    pub area: Area,
    /// Who is counted.
    pub cohort: Cohort,
    /// Which figure.
    pub measure: Measure,
    /// The earlier period.
    pub from: Period,
    /// The later period.
    pub to: Period,
    /// Which answers are used.
    pub basis: Basis,
    /// The figure of the earlier period, which is the base of `relative`.
    pub earlier: Compared,
    /// The figure of the later period.
    pub later: Compared,
    /// The unit of `difference`, `lower` and `upper`.
    pub unit: Unit,
    /// The later figure less the earlier figure. For shares it is from -1 to 1, where 0.02 is 2 percentage points.
    pub difference: f64,
    /// The same for a share; `null` for figures without percentage points.
    pub points: Option<f64>,
    /// `newcombe` or `poisson`; `null` without an interval.
    pub method: Option<&'static str>,
    /// Lower end of the 95% interval of `difference`; `null` for a number of children looked after.
    pub lower: Option<f64>,
    /// Upper end of the interval.
    pub upper: Option<f64>,
    /// `difference` as a share of the earlier figure; `null` where that is 0.
    pub relative: Option<f64>,
}

/// One of the two figures of a change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// Children, or incidents.
    pub numerator: u64,
    /// Children that the numerator is divided by; `null` for a count.
    pub denominator: Option<u64>,
    /// How many authorities it is based on.
    pub authorities: u64,
    /// The figure, not rounded; `null` where the denominator is 0.
    pub value: Option<f64>,
}

/// A share, an average or a count. It is written as the measure itself is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Measure {
    /// A share of children.
    Share(Share),
    /// An average.
    Average(Average),
    /// A count.
    Count(Count),
    /// Incidents for each hundred children.
    Events(Events),
}

/// Incidents for each hundred children of the cohort, whether they went missing or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Events {
    /// Incidents of being missing.
    #[serde(rename = "missing-incidents-per-100-children")]
    Missing,
    /// Incidents of being away.
    #[serde(rename = "away-incidents-per-100-children")]
    Away,
}

impl Measure {
    /// The counts that it is calculated from.
    pub(crate) fn counts(self) -> Vec<Count> {
        match self {
            Self::Share(share) => vec![share.numerator(), Count::Children],
            Self::Average(average) => <[Count; 2]>::from(average.parts()).into(),
            Self::Events(events) => vec![events.numerator(), Count::Children],
            Self::Count(count) => vec![count],
        }
    }
}

impl Events {
    /// Every one, in the order in which a report lists them.
    pub const ALL: [Self; 2] = [Self::Missing, Self::Away];

    /// The incidents that are counted. The denominator is always [`Count::Children`].
    pub fn numerator(self) -> Count {
        match self {
            Self::Missing => Count::MissingIncidents,
            Self::Away => Count::AwayIncidents,
        }
    }
}

/// The unit of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Percentage points, as a share of 1: 0.02 is 2 percentage points.
    PercentagePoints,
    /// Children.
    Children,
    /// Incidents.
    Incidents,
    /// Incidents for each child.
    IncidentsPerChild,
    /// Incidents for each hundred children.
    #[serde(rename = "incidents-per-100-children")]
    IncidentsPer100Children,
}
