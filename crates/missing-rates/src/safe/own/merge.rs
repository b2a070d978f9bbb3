//! Neighbouring lines of a table, counted together until no line has few.

use crate::report::Month;
use crate::safe::rule::is_few;

/// Which lines of a table are counted together: the first and the last of each band, by their places.
pub(super) type Bands = Vec<(usize, usize)>;

/// How a table is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Lines {
    #[default]
    None,
    /// Each by itself.
    Each,
    Bands(Bands),
}

impl Lines {
    pub(super) fn is_printed(&self) -> bool {
        *self != Self::None
    }
}

fn sum(counts: &[u64], (from, to): (usize, usize)) -> u64 {
    counts.get(from..=to).unwrap_or_default().iter().sum()
}

/// Lines that follow each other: each by itself where none has few, else together with those after it, and the last few
/// with those before them. Nothing is printed of a table of one line.
pub(super) fn of_lines(counts: &[u64]) -> Lines {
    if !counts.iter().any(|count| is_few(*count)) {
        return if counts.iter().all(|count| *count == 0) { Lines::None } else { Lines::Each };
    }
    let mut bands: Bands = Vec::new();
    let mut from = 0;
    for to in 0..counts.len() {
        if !is_few(sum(counts, (from, to))) {
            bands.push((from, to));
            from = to + 1;
        }
    }
    if from < counts.len() {
        let mut last = (from, counts.len() - 1);
        while is_few(sum(counts, last)) {
            let Some((before, _)) = bands.pop() else { return Lines::None };
            last.0 = before;
        }
        bands.push(last);
    }
    if are_some(counts, &bands) { Lines::Bands(bands) } else { Lines::None }
}

/// Whether two bands or more have somebody.
pub(super) fn are_some(counts: &[u64], bands: &[(usize, usize)]) -> bool {
    bands.iter().filter(|band| sum(counts, **band) > 0).nth(1).is_some()
}

/// Months: each by itself, or quarters, or halves of the year that begins with the first; and whether those carried over
/// are counted with the first band.
pub(super) fn of_months(months: &[Month], counts: &[u64], carried_over: u64) -> (Lines, bool) {
    let is_clean = |bands: &[(usize, usize)], with: bool| {
        let counts = bands
            .iter()
            .enumerate()
            .map(|(at, band)| sum(counts, *band) + if at == 0 && with { carried_over } else { 0 });
        let counts: Vec<u64> = counts.chain((!with).then_some(carried_over)).collect();
        !counts.iter().any(|count| is_few(*count)) && counts.iter().filter(|count| **count > 0).count() > 1
    };
    for length in [1, 3, 6] {
        let bands: Bands =
            (0..months.len()).step_by(length).map(|from| (from, (from + length).min(months.len()) - 1)).collect();
        for with in [false, true] {
            if is_clean(&bands, with) {
                let lines = if length == 1 && !with { Lines::Each } else { Lines::Bands(bands) };
                return (lines, with);
            }
        }
    }
    (Lines::None, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_with_few_are_counted_with_their_neighbours() {
        assert_eq!(of_lines(&[8, 0, 12]), Lines::Each);
        assert_eq!(of_lines(&[3, 4, 12, 0, 2]), Lines::Bands(vec![(0, 1), (2, 4)]));
        assert_eq!(of_lines(&[9, 0, 2, 3, 1]), Lines::Bands(vec![(0, 0), (1, 1), (2, 4)]));
        // One line would say no more than the sum.
        assert_eq!(of_lines(&[3, 4]), Lines::None);
        assert_eq!(of_lines(&[2, 1]), Lines::None);
        assert_eq!(of_lines(&[0, 0]), Lines::None);
    }

    #[test]
    fn months_become_quarters_and_quarters_halves() {
        let months: Vec<Month> = (4..=12).map(|month| Month { year: 2024, month }).collect();
        let of = |counts: [u64; 9], carried| of_months(&months, &counts, carried);
        assert_eq!(of([6, 7, 0, 9, 9, 9, 8, 8, 8], 0), (Lines::Each, false));
        let quarters = Lines::Bands(vec![(0, 2), (3, 5), (6, 8)]);
        assert_eq!(of([6, 7, 1, 9, 9, 9, 8, 8, 8], 0), (quarters.clone(), false));
        assert_eq!(of([6, 7, 1, 9, 9, 9, 8, 8, 8], 7), (quarters.clone(), false));
        assert_eq!(of([6, 7, 1, 9, 9, 9, 8, 8, 8], 2), (quarters, true));
        assert_eq!(of([6, 7, 1, 1, 0, 0, 8, 8, 8], 0), (Lines::Bands(vec![(0, 5), (6, 8)]), false));
        assert_eq!(of([1, 0, 0, 0, 0, 0, 8, 8, 8], 0), (Lines::None, false));
    }
}
