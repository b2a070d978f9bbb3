//! Episodes of which no child left care in the year, none was there when it began, or none at its end: probably an extract of
//! some of the children.
//!
//! Of England's looked-after children in a year, three in ten come in it and three in ten leave. Among so many children none who
//! does is very rare, even where half as many leave, or twice as many come.

use missing_rows::EpisodeRow;

use crate::period::Period;
use crate::report::OnlySome;

/// The fewest children of whom nobody leaves: at half of England's share of leavers fewer than 1 in 300 such returns.
const FEWEST_STAY: u32 = 40;
/// The fewest episodes of theirs that ended in the year, each of them with a move (X1): a file without ends says nothing.
const FEWEST_MOVES: usize = 10;
/// The fewest children of whom nobody was there before, or nobody stays.
const FEWEST_CHANGE: u32 = 20;

/// Which children a file of a whole year may hold alone. Its rows are in the order of their children.
pub(super) fn only_some(year: Period, rows: &[EpisodeRow]) -> Option<OnlySome> {
    let (mut all, mut were, mut left, mut stay) = (0, 0, 0, 0);
    let mut moves = 0;
    for child in rows.chunk_by(|a, b| a.child == b.child) {
        let of_year = || {
            let dated = child.iter().filter_map(|row| row.days().map(|(from, to)| (from, to, row.rec.goes_on())));
            dated.filter(|(from, to, _)| year.overlaps(*from, *to))
        };
        let Some((first, ..)) = of_year().min() else { continue };
        let ends_in_it = |to| to <= year.end();
        all += 1;
        were += u32::from(first < year.start());
        moves += of_year().filter(|(_, to, goes_on)| ends_in_it(*to) && *goes_on).count();
        left += u32::from(of_year().any(|(_, to, goes_on)| ends_in_it(to) && !goes_on));
        stay += u32::from(
            of_year()
                .map(|(from, to, goes_on)| (to, from, goes_on))
                .max()
                .is_some_and(|(to, _, goes_on)| !ends_in_it(to) || goes_on),
        );
    }
    match (left, were, stay) {
        (0, ..) if all >= FEWEST_STAY && moves >= FEWEST_MOVES => Some(OnlySome::StillInCare),
        (_, 0, _) if all >= FEWEST_CHANGE => Some(OnlySome::Newcomers),
        (.., 0) if all >= FEWEST_CHANGE => Some(OnlySome::Leavers),
        _ => None,
    }
}
