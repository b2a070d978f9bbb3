//! Which cells of a table are hidden.

use super::cells::{Cell, Cells};
use crate::report::{Rounding, Shown};

/// Which cells are hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden(pub(super) Vec<bool>);

impl Hidden {
    /// None of them: exact figures, for us.
    pub fn none(cells: &Cells) -> Self {
        Self(vec![false; cells.len()])
    }

    /// Whether a cell is hidden.
    pub fn is_hidden(&self, cell: Cell) -> bool {
        self.0.get(cell.0).copied().unwrap_or_default()
    }

    /// Hides one more. What is hidden already stays as safe as it was.
    pub(crate) fn hide(&mut self, cell: Cell) {
        if let Some(hidden) = self.0.get_mut(cell.0) {
            *hidden = true;
        }
    }

    /// How many are.
    pub fn count(&self) -> u64 {
        self.0.iter().filter(|hidden| **hidden).count() as u64
    }

    /// A cell as it is shown.
    pub fn shown(&self, cells: &Cells, cell: Cell, rounding: Rounding) -> Shown {
        if self.is_hidden(cell) { Shown::Confidential } else { Shown::Number(rounding.of(cells.count(cell))) }
    }
}
