//! What has to be made again.

/// What a setting makes out of date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Invalidated {
    /// The report.
    Report,
    /// Only what is shown of it.
    Part,
    /// Only which rows of a table are shown.
    Rows,
}
