//! What is few, how open a hidden count must be, and what is taken into account.

/// The largest count that is hidden for itself: 1 to 5.
pub const FEW: u64 = 5;

/// How many numbers a hidden count must at least be able to be.
pub const ABLE_TO_BE: usize = 3;

/// Whether a count is hidden for itself.
pub(super) fn is_few(count: u64) -> bool {
    (1..=FEW).contains(&count)
}

/// The same of a count that can have been taken from another.
pub(super) fn is_few_of(count: i64) -> bool {
    (1..=FEW.cast_signed()).contains(&count)
}

/// What the rule takes into account: all of it. Tests take one thing out at a time, and see that an attacker notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is taken out by itself; none follows from another")]
pub(crate) struct Knows {
    /// Whether more is hidden than counts of 1 to 5.
    pub(crate) secondary: bool,
    /// Whether readers know what the Department publishes of all children.
    pub(crate) department: bool,
    /// Whether the rest of a whole is looked at as well as its part.
    pub(crate) complements: bool,
    /// Whether missing or away is looked at beside each.
    pub(crate) either: bool,
    /// Whether a part of a year is looked at beside the year.
    pub(crate) parts_of_years: bool,
    /// Whether it is looked at what nobody prints: who was missing once alone, or has come back.
    pub(crate) unprinted: bool,
}

impl Knows {
    pub(crate) const ALL: Self = Self {
        secondary: true,
        department: true,
        complements: true,
        either: true,
        parts_of_years: true,
        unprinted: true,
    };
}
