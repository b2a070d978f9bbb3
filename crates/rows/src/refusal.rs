//! Why a row is not used.

/// Why a row is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The module is not needed.
    NotNeeded,
    /// There is nothing in the columns that are read.
    Empty,
    /// CHILD is blank.
    NoChild,
    /// There is no date on which it starts.
    NoStart,
    /// Its end is given and no date.
    BadEnd,
    /// It ends before it starts.
    Backwards,
    /// MISSING is neither M nor A.
    NotMissingOrAway,
    /// TRAFFICKED is neither confirmed, suspected nor no.
    NotUnderstood,
    /// Other rows say whose the child is, and this one does not.
    NoAuthority,
}
