//! In which order a table is shown, and what of it.

use serde::{Deserialize, Serialize};

use crate::text::Text;

/// How many rows are shown at once.
pub const ROWS: usize = 100;

/// How a reader wants to see a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arranged {
    /// The column that it is sorted by, and whether from its end.
    pub by: Option<u32>,
    pub backwards: bool,
    /// How many of the wanted rows come before those that are shown.
    pub from: u32,
    /// What is looked for in the names of the rows.
    pub find: Text,
}
