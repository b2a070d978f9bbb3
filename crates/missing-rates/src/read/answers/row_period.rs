//! What the cells of a row say about its period.

use crate::period::Period;

/// What the cells of a row say about its period.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Blank,
    Said(Period),
    Unclear,
}

impl When {
    pub(super) fn period(self) -> Option<Period> {
        if let Self::Said(period) = self { Some(period) } else { None }
    }

    /// What two columns say together.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Blank, said) | (said, Self::Blank) => said,
            (one, other) if one == other => one,
            _ => Self::Unclear,
        }
    }
}
