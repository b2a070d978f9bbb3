//! What the page only hands back: it is written and read in the worker, so the page needs to understand none of it.

use serde::{Deserialize, Serialize};

/// A command as bytes that the page hands back as they came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    pub bytes: Vec<u8>,
    /// Whether a new worker must be told of it too.
    pub kept: bool,
    /// Whether other figures are on their way then.
    pub calculates: bool,
}
