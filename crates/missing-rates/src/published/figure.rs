//! One published figure.

use serde::{Serialize, Serializer};

/// What a table prints in place of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Symbol {
    /// `c`: 1 to 5, or a number that would give another away.
    Confidential,
    /// `z`: the authority did not exist in that year.
    NotApplicable,
    /// `x`: not available.
    NotAvailable,
    /// `k`: not zero, but rounds to zero.
    RoundsToZero,
}

impl Symbol {
    /// As it is printed.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Confidential => "c",
            Self::NotApplicable => "z",
            Self::NotAvailable => "x",
            Self::RoundsToZero => "k",
        }
    }

    /// The symbol that a cell holds.
    pub fn read(cell: &str) -> Option<Self> {
        let all = [Self::Confidential, Self::NotApplicable, Self::NotAvailable, Self::RoundsToZero];
        all.into_iter().find(|symbol| symbol.as_str() == cell)
    }
}

/// A published count. In a report it is a number, the symbol as text, or `null` where the table does not have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A number.
    Number(u64),
    /// A symbol in its place; never zero.
    Symbol(Symbol),
    /// Published, but not in this table.
    NotToHand,
}

impl Figure {
    /// The number, if it is one.
    pub fn number(self) -> Option<u64> {
        if let Self::Number(number) = self { Some(number) } else { None }
    }

    /// Reads a cell of the table. A cell that is neither a number nor a symbol counts as absent; a test reads every
    /// cell.
    pub(super) fn read(cell: &str) -> Self {
        let number = cell.parse().ok().map(Self::Number);
        number.or_else(|| Symbol::read(cell).map(Self::Symbol)).unwrap_or(Self::NotToHand)
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Symbol(symbol) => serializer.serialize_str(symbol.as_str()),
            Self::NotToHand => serializer.serialize_none(),
        }
    }
}
