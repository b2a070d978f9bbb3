//! Neighbouring lines of a table that are counted together.

use serde::Serialize;

use super::{Length, Month, Shown, Times};

/// A range of lines of a table that are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Band<T> {
    /// The first line.
    pub from: T,
    /// The last line; the same if there is only one.
    pub to: T,
    /// The count of all of them.
    pub count: Shown,
}

/// The tables of a profile in which a safe report counts neighbouring lines together, because some have few children.
/// Lines here are not in the profile's own tables. Lines that would still be too small are in neither.
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
    /// Whether the first of `months` also counts incidents that began before the period.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub with_carried_over: bool,
}

impl Merged {
    /// Whether there are no such lines.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty() && self.times.is_empty() && self.months.is_empty()
    }
}
