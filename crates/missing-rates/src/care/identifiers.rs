//! What is known of the identifiers of two returns that follow each other.

/// How the identifiers of a return go on from those of the year before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Identifiers {
    /// As far as is known they are the same.
    #[default]
    Same,
    /// Of those who stayed in care so many have another one.
    Some(usize),
    /// Most have, or nobody is in both returns.
    Others,
}
