//! Fills the gaps that merged cells leave: a name, a year or a cohort that is only in the first of its rows.

use std::collections::BTreeSet;

use crate::period::Period;

/// One figure of one row, or all figures of a row of a wide table.
pub(super) type Place = (u32, Option<Period>, Option<u32>);

/// What the rows above say, where gaps may be filled from them.
#[derive(Debug, Default)]
pub(super) struct Above {
    /// The row above; gaps are filled only from there.
    row: u64,
    pub(super) name: Option<u32>,
    pub(super) period: Option<Period>,
    pub(super) cohort: String,
    pub(super) measure: String,
    /// What was said already. A gap is not filled if that would say the same twice: the row is more likely a total.
    said: BTreeSet<Place>,
}

impl Above {
    /// Begins a row. Only the row directly above fills gaps.
    pub(super) fn begin(&mut self, row: u64) {
        if row != self.row + 1 {
            self.forget();
        }
        self.row = row;
    }

    /// Forgets the rows above, so that they fill no gap below.
    pub(super) fn forget(&mut self) {
        (self.name, self.period) = (None, None);
        self.cohort.clear();
        self.measure.clear();
    }

    /// Whether this figure was given before.
    pub(super) fn has_said(&self, place: Place) -> bool {
        self.said.contains(&place)
    }

    pub(super) fn say(&mut self, place: Place) {
        self.said.insert(place);
    }
}
