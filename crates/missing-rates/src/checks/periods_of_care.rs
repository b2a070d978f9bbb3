//! Periods of care: episodes that follow one another without a day between.

use missing_rows::{Day, EpisodeRow};

/// The first and last day of an episode; [`Day::MAX`] while it lasts. An end that is not a date, or is before the
/// start, counts as not known, so that one mistyped cell does not break further rules.
pub(super) fn days(row: &EpisodeRow) -> Option<(Day, Day)> {
    let from = row.decom.day()?;
    Some((from, row.dec.end().filter(|to| *to >= from).unwrap_or(Day::MAX)))
}

/// Days in care without a gap. Short breaks count as care here.
#[derive(Clone, Copy, Debug)]
pub(super) struct PeriodOfCare<'a> {
    pub(super) from: Day,
    /// The last day; [`Day::MAX`] while it lasts.
    pub(super) to: Day,
    /// The episode with which it began.
    pub(super) first: &'a EpisodeRow,
    /// The episode with which it ended.
    pub(super) last: &'a EpisodeRow,
}

/// The periods of care of a child, earliest first. An episode that begins on the day on which another ends continues
/// its period. An episode that begins the day after starts a new one.
pub(super) fn periods_of_care(episodes: &[EpisodeRow]) -> Vec<PeriodOfCare<'_>> {
    let mut periods: Vec<PeriodOfCare<'_>> = Vec::new();
    // Episodes are in the order of DECOM.
    for episode in episodes {
        let Some((from, to)) = days(episode) else { continue };
        match periods.last_mut() {
            Some(period) if from <= period.to => {
                if to >= period.to {
                    (period.to, period.last) = (to, episode);
                }
            }
            _ => periods.push(PeriodOfCare { from, to, first: episode, last: episode }),
        }
    }
    periods
}

/// Where a day is: in one of the periods, whose first and last day count, or between two.
pub(super) enum Place<'a> {
    Within,
    Between { before: Option<PeriodOfCare<'a>>, after: Option<PeriodOfCare<'a>> },
}

pub(super) fn place<'a>(periods: &[PeriodOfCare<'a>], day: Day) -> Place<'a> {
    let (before, after) = periods.split_at(periods.partition_point(|period| period.from <= day));
    match before.last() {
        Some(period) if day <= period.to => Place::Within,
        before => Place::Between { before: before.copied(), after: after.first().copied() },
    }
}
