//! The order in which a table is shown, and which rows are shown.

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// How many rows are shown at once.
pub const ROWS: usize = 100;

/// How a reader wants to see a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arranged {
    /// The column that it is sorted by, and whether in reverse.
    pub by: Option<u32>,
    pub backwards: bool,
    /// How many of the matching rows come before those that are shown.
    pub from: u32,
    /// The text that is looked for in the names of the rows.
    pub find: Text,
}
