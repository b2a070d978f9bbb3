//! Who is counted, and what is counted about them.

use serde::{Deserialize, Serialize};

/// Who is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cohort {
    /// All looked-after children.
    All,
    /// Unaccompanied asylum-seeking children (UASC).
    Unaccompanied,
    /// Children confirmed or suspected to have been trafficked.
    Trafficked,
    /// Children who are both trafficked and unaccompanied. They are in both cohorts, so the totals of the two are never
    /// added up.
    TraffickedAndUnaccompanied,
}

impl Cohort {
    /// Every cohort, in the order in which a report lists them.
    pub const ALL: [Self; 4] = [Self::All, Self::Unaccompanied, Self::Trafficked, Self::TraffickedAndUnaccompanied];

    /// Whether all its children are unaccompanied.
    pub(crate) fn is_unaccompanied(self) -> bool {
        matches!(self, Self::Unaccompanied | Self::TraffickedAndUnaccompanied)
    }
}

/// A count of children or of incidents. Unit: whole children, or whole incidents, in the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Count {
    /// Children of the cohort at any time in the period.
    Children,
    /// How many of them went missing (code M) at least once.
    ChildrenMissing,
    /// Incidents of being missing.
    MissingIncidents,
    /// Children who went missing more than once.
    ChildrenMissingMoreThanOnce,
    /// Children who were missing at the end of the period.
    ChildrenMissingAtEnd,
    /// Children who were away from placement without authorisation (code A). They are never added to missing children.
    ChildrenAway,
    /// Incidents of being away.
    AwayIncidents,
    /// Children who were away more than once.
    ChildrenAwayMoreThanOnce,
    /// Children who were away at the end of the period.
    ChildrenAwayAtEnd,
}

impl Count {
    /// Every count, in the order in which a report lists them.
    pub const ALL: [Self; 9] = [
        Self::Children,
        Self::ChildrenMissing,
        Self::MissingIncidents,
        Self::ChildrenMissingMoreThanOnce,
        Self::ChildrenMissingAtEnd,
        Self::ChildrenAway,
        Self::AwayIncidents,
        Self::ChildrenAwayMoreThanOnce,
        Self::ChildrenAwayAtEnd,
    ];
}

/// A part of the trafficked children, where an authority was asked for the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Identified or confirmed as trafficked.
    Identified,
    /// Suspected, and not among those identified.
    Suspected,
}

/// A share of the children of a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Share {
    /// Went missing at least once.
    Missing,
    /// Went missing more than once.
    MissingMoreThanOnce,
    /// Missing at the end of the period.
    MissingAtEnd,
    /// Away without authorisation at least once.
    Away,
    /// Away more than once.
    AwayMoreThanOnce,
    /// Away at the end of the period.
    AwayAtEnd,
}

impl Share {
    /// Every share, in the order in which a report lists them.
    pub const ALL: [Self; 6] = [
        Self::Missing,
        Self::MissingMoreThanOnce,
        Self::MissingAtEnd,
        Self::Away,
        Self::AwayMoreThanOnce,
        Self::AwayAtEnd,
    ];

    /// The children in the numerator of the share. The denominator is always [`Count::Children`].
    pub fn numerator(self) -> Count {
        match self {
            Self::Missing => Count::ChildrenMissing,
            Self::MissingMoreThanOnce => Count::ChildrenMissingMoreThanOnce,
            Self::MissingAtEnd => Count::ChildrenMissingAtEnd,
            Self::Away => Count::ChildrenAway,
            Self::AwayMoreThanOnce => Count::ChildrenAwayMoreThanOnce,
            Self::AwayAtEnd => Count::ChildrenAwayAtEnd,
        }
    }
}

/// An average: one count for each unit of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Average {
    /// Missing incidents for each child who went missing.
    IncidentsPerMissingChild,
    /// Away incidents for each child who was away.
    IncidentsPerAwayChild,
}

impl Average {
    /// Every average, in the order in which a report lists them.
    pub const ALL: [Self; 2] = [Self::IncidentsPerMissingChild, Self::IncidentsPerAwayChild];

    /// The count that is divided, and the count that it is divided by.
    pub fn parts(self) -> (Count, Count) {
        match self {
            Self::IncidentsPerMissingChild => (Count::MissingIncidents, Count::ChildrenMissing),
            Self::IncidentsPerAwayChild => (Count::AwayIncidents, Count::ChildrenAway),
        }
    }
}
