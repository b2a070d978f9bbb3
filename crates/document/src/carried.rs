//! What the page only hands back: it is written and read in the worker, so the page needs to understand none of it.

use missing_rates::report::Disclosure;
use serde::{Deserialize, Serialize};

/// A command as bytes that the page hands back as they came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    pub bytes: Vec<u8>,
    /// Whether a new worker must be told of it too.
    pub kept: bool,
    /// Whether other figures are on their way then.
    pub calculates: bool,
    /// Whether the figures that are being calculated are wanted no more then.
    pub overtakes: bool,
    /// For whom the figures are from then on, if it says so.
    pub disclosure: Option<Disclosure>,
}
