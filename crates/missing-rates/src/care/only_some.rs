//! Episodes of which no child left care in the year, none was there when it began, or none at its end: probably an extract of
//! some of the children.
//!
//! Of England's looked-after children in a year, three in ten come in it and three in ten leave. Among so many children none who
//! does is very rare, even where half as many leave, or twice as many come.

use missing_rows::{Day, EpisodeRow};

use super::extent::Stops;
use crate::period::Period;
use crate::report::OnlySome;

/// The fewest children of whom nobody leaves in a whole year; in half of one there must be twice as many. At England's share of leavers
/// fewer than 1 in 1,000 such returns, and at half of it 1 in 25.
const FEWEST_STAY: u64 = 20;
/// The fewest children of whom nobody was there before, or nobody stays.
const FEWEST_CHANGE: u64 = 20;

/// Which children a file may hold alone. Its rows are in the order of their children.
pub(super) fn only_some(year: Period, stops: Stops, rows: &[EpisodeRow]) -> Option<OnlySome> {
    let (mut all, mut were, mut left, mut stay) = (0, 0, 0, 0);
    let mut starts: Vec<Day> = Vec::new();
    for child in rows.chunk_by(|a, b| a.child == b.child) {
        let of_year = || {
            let dated = child.iter().filter_map(|row| row.days().map(|(from, to)| (from, to, row.rec.goes_on())));
            dated.filter(|(from, to, _)| year.overlaps(*from, *to))
        };
        let Some((first, ..)) = of_year().min() else { continue };
        let ends_in_it = |to| to <= year.end();
        starts.clear();
        starts.extend(of_year().map(|(from, ..)| from));
        starts.sort_unstable();
        // Another that begins on the day of the end, or the day after.
        let is_followed = |from: Day, to: Day| {
            let before = starts.partition_point(|start| *start < to) + usize::from(from == to);
            starts.partition_point(|start| to.next().is_none_or(|next| *start <= next)) > before
        };
        let mut ends = of_year().filter(|(_, to, goes_on)| ends_in_it(*to) && !goes_on);
        all += 1;
        were += u64::from(first < year.start());
        left += u64::from(ends.any(|(from, to, _)| !is_followed(from, to)));
        stay += u64::from(
            of_year()
                .map(|(from, to, goes_on)| (to, from, goes_on))
                .max()
                .is_some_and(|(to, _, goes_on)| !ends_in_it(to) || goes_on),
        );
    }
    // Those who left after the last date are not known yet.
    let until = stops.episodes.or(stops.quiet_from).or(stops.episodes_quiet_from).unwrap_or(year.end());
    let [known, whole] = [until, year.end()].map(|day| u64::from(day.days_since(year.start())) + 1);
    match (left, were, stay) {
        (0, ..) if all * known >= FEWEST_STAY * whole => Some(OnlySome::StillInCare),
        _ if stops.episodes.is_some() => None,
        (_, 0, _) if all >= FEWEST_CHANGE => Some(OnlySome::Newcomers),
        (.., 0) if all >= FEWEST_CHANGE => Some(OnlySome::Leavers),
        _ => None,
    }
}
