//! The name of the format, and the names that it uses.

use serde::Serialize;

/// The name and version of the format.
pub const FORMAT: &str = "missing-from-care/1";

/// The name that a cohort, a measure, a kind of file or a reason has in the format: `ssda903/missing`.
#[inline(never)]
pub fn code(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}
