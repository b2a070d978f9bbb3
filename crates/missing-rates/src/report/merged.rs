//! Neighbouring lines of a table, counted together.

use serde::Serialize;

use super::{Length, Month, Shown, Times};

/// Lines of a table from one to another, counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Band<T> {
    /// The first of them.
    pub from: T,
    /// The last of them; the same where it is one.
    pub to: T,
    /// How many there are in all of them.
    pub count: Shown,
}

/// The tables of a profile of which a safe report counts neighbouring lines together, because there are few in some. What
/// is here is not in the profile's own tables; what would be too little even so is in neither.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Merged {
    /// Incidents by length.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lengths: Vec<Band<Length>>,
    /// Children by how often they went missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<Band<Times>>,
    /// Incidents by the month of their first day: quarters, or halves, of the year that begins with the period.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<Band<Month>>,
    /// Whether the first of `months` counts those that began before the period too.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub with_carried_over: bool,
}

impl Merged {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty() && self.times.is_empty() && self.months.is_empty()
    }
}
