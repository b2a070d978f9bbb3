//! What one child, or all children, add to the headline measures of all looked-after children.

use missing_rows::Code;

use super::child::Records;
use super::incidents::Incidents;
use super::unaccompanied::in_uasc;
use crate::period::Period;

/// The counts that make up the headline measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Headline {
    /// Children looked after.
    pub(crate) children: u64,
    /// How many of them went missing.
    pub(crate) missing: u64,
    /// Their incidents.
    pub(crate) incidents: u64,
    /// How many of them went missing more than once.
    pub(crate) more_than_once: u64,
    /// How many of them were missing at the end of the period.
    pub(crate) at_end: u64,
    /// How many of the children were unaccompanied, and how many of those went missing.
    pub(crate) unaccompanied: u64,
    pub(crate) unaccompanied_missing: u64,
}

/// What one child adds to the counts of a period. `windows` come from
/// [`ChildLevel::windows`](super::ChildLevel::windows); `flagged` says which returns have no UASC file, but may have a column
/// in Header.
pub(crate) fn counts_as(
    records: &[Records<'_>],
    (period, windows, flagged): (Period, &[Option<Period>], &[bool]),
    incidents: &mut Incidents,
) -> Headline {
    let was = records.iter().zip(windows).any(|(records, days)| days.is_some_and(|days| looked_after(records, days)));
    if !was {
        return Headline::default();
    }
    incidents.add_records(&speaking(records, windows));
    let own = || incidents.kept.iter().filter(|of| of.code == Code::Missing && of.lies_in(windows));
    let count = own().count() as u64;
    let unaccompanied = in_uasc(records, windows, flagged);
    Headline {
        children: 1,
        missing: u64::from(count > 0),
        incidents: count,
        more_than_once: u64::from(count > 1),
        at_end: u64::from(own().any(|incident| incident.lasts_beyond(period, windows))),
        unaccompanied: u64::from(unaccompanied),
        unaccompanied_missing: u64::from(unaccompanied && count > 0),
    }
}

/// The records in the returns that cover a part of the period; the records in other returns are empty.
pub(super) fn speaking<'a>(records: &[Records<'a>], windows: &[Option<Period>]) -> Vec<Records<'a>> {
    let of = |(records, window): (&Records<'a>, &Option<Period>)| window.map_or_else(Records::default, |_| *records);
    records.iter().zip(windows).map(of).collect()
}

/// Whether a child was looked after on any of the days, other than under short breaks.
pub(super) fn looked_after(records: &Records<'_>, days: Period) -> bool {
    let counts = |(from, to)| days.overlaps(from, to);
    records.episodes.iter().any(|row| !row.ls.is_short_break() && row.days().is_some_and(counts))
}
