//! How long short breaks last.

use missing_rows::{Day, EpisodeRow};

/// The nights of an episode, cut to the days from `from` to `until`. `None` without dates, or if it ends before it
/// starts.
pub(super) fn nights(row: &EpisodeRow, from: Day, until: Day) -> Option<u32> {
    let (decom, dec) = row.days()?;
    let (decom, dec) = (decom.max(from), dec.min(until));
    Some(if decom <= dec { u32::from(dec.days_since(decom)) } else { 0 })
}
