//! How one child counts in the share of all looked-after children who went missing.

use missing_rows::Code;

use super::child::Records;
use super::incidents::Incidents;
use crate::period::Period;

/// Whether a child was looked after in the period, and whether such a child went missing in it. `windows` are those of
/// [`ChildLevel::windows`](super::ChildLevel::windows).
pub(crate) fn counts_as(
    records: &[Records<'_>],
    windows: &[Option<Period>],
    incidents: &mut Incidents,
) -> (bool, bool) {
    let was = records.iter().zip(windows).any(|(records, days)| days.is_some_and(|days| looked_after(records, days)));
    if !was {
        return (false, false);
    }
    incidents.gather(&speaking(records, windows));
    (true, incidents.kept.iter().any(|incident| incident.code == Code::Missing && incident.lies_in(windows)))
}

/// The records in the returns that answer for a part of the period; nothing of the others.
pub(super) fn speaking<'a>(records: &[Records<'a>], windows: &[Option<Period>]) -> Vec<Records<'a>> {
    let of = |(records, window): (&Records<'a>, &Option<Period>)| window.map_or_else(Records::default, |_| *records);
    records.iter().zip(windows).map(of).collect()
}

/// Whether a child was looked after on any of the days, other than under short breaks.
pub(super) fn looked_after(records: &Records<'_>, days: Period) -> bool {
    let counts = |(from, to)| days.overlaps(from, to);
    records.episodes.iter().any(|row| !row.ls.is_short_break() && row.days().is_some_and(counts))
}
