//! What a control sets, by name.

/// The setting that asks for a period, written as a [`Period`](crate::engine::Period) is; none for those of the files.
pub const ASK_PERIOD: &str = "ask:period";

/// Beginning of the setting that says which collection year a file is of: the number of the file follows, and the value is
/// the year of its 31 March; none for what its dates say.
pub const ASK_YEAR: &str = "ask:year:";

/// Beginning of the setting that says that the return of a year is complete: the year of its 31 March follows, and the value
/// is its last day, as 2025-03-31; none for what its rows say.
pub const ASK_COMPLETE: &str = "ask:complete:";

/// The setting that says whether zeros before identifiers matter: `same` or `different`; none to be asked.
pub const ASK_ZEROS: &str = "ask:zeros";

/// Beginning of the setting that arranges a table, before the table's id; its value is an [`Arranged`](crate::Arranged) as
/// text.
pub const ARRANGE: &str = "table:";
