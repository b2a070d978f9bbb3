//! Why a row is not used.

/// Why a row is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The module is not needed.
    NotNeeded,
    /// The columns that are read are all empty.
    Empty,
    /// CHILD is blank.
    NoChild,
    /// It has no start date.
    NoStart,
    /// Its end is given and is not a date.
    BadEnd,
    /// It ends before it starts.
    Backwards,
    /// MISSING is neither M nor A.
    NotMissingOrAway,
    /// TRAFFICKED is neither confirmed, suspected nor no.
    NotUnderstood,
    /// Other rows name the child's authority, and this one does not.
    NoAuthority,
}
