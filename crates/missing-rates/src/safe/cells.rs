//! Printed counts, each once, and whether each is shown.

use crate::report::{Rounding, Shown};

/// One count among [`Cells`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell(pub(super) usize);

impl Cell {
    /// A count that no safe report has.
    pub(super) const NONE: Self = Self(usize::MAX);
}

/// The cells that a figure is calculated from.
pub(super) type RestsOn = Vec<Cell>;

/// How a count is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    #[default]
    Shown,
    /// As `c`.
    Confidential,
    /// Not at all, with its whole table.
    LeftOut,
}

/// Every count of which something in a report is calculated.
#[derive(Debug, Default)]
pub(super) struct Cells(pub(super) Vec<(u64, State)>);

impl Cells {
    pub(super) fn add(&mut self, count: u64, state: State) -> Cell {
        self.0.push((count, state));
        Cell(self.0.len() - 1)
    }

    pub(super) fn count(&self, cell: Cell) -> u64 {
        self.0.get(cell.0).map_or(0, |(count, _)| *count)
    }

    pub(super) fn is_hidden(&self, cell: Cell) -> bool {
        self.0.get(cell.0).is_none_or(|(_, state)| *state != State::Shown)
    }

    /// As it is printed.
    pub(super) fn shown(&self, cell: Cell, rounding: Rounding) -> Shown {
        match self.0.get(cell.0) {
            Some((count, State::Shown)) => Shown::Number(rounding.of(*count)),
            Some((_, State::Confidential)) => Shown::Confidential,
            _ => Shown::NotAvailable,
        }
    }
}
