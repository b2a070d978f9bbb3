//! What the page only hands back. The worker writes and reads it, so the page does not need to understand it.

use missing_rates::report::Disclosure;
use serde::{Deserialize, Serialize};

use crate::part::Part;

/// A command, as bytes that the page hands back unchanged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    pub bytes: Vec<u8>,
    /// Whether a new worker must be told about it too.
    pub kept: bool,
    /// Whether it makes the worker calculate other figures.
    pub calculates: bool,
    /// Whether the figures that are being calculated are no longer wanted after it.
    pub overtakes: bool,
    /// Who the figures are for after it, if it changes that.
    pub disclosure: Option<Disclosure>,
    /// What shows its effect, if that may be another than what is open. The focus goes there.
    pub opens: Option<Opens>,
}

/// What a command opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opens {
    Part(Part),
    /// The open part anew, if that is then about something, without what was used to send it.
    Anew,
}
