//! Who is unaccompanied, according to the UASC file or to a column of that name in Header.

use super::child::Records;
use super::uasc_and_header::{by_header, by_uasc};
use crate::period::Period;

/// Whether the returns call a child unaccompanied in their parts of the period.
pub(super) fn in_uasc(records: &[Records<'_>], windows: &[Option<Period>], flagged: &[bool]) -> bool {
    let was = |((records, window), flagged): ((&Records<'_>, &Option<Period>), &bool)| {
        window.is_some_and(|window| {
            if *flagged { by_header(records.header, window) } else { by_uasc(records.uasc.iter(), window) }
        })
    };
    records.iter().zip(windows).zip(flagged).any(was)
}
