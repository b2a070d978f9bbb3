//! Children by how often they were missing: which lines are counted together, so that no line follows from those and from
//! how many incidents there were.

use super::merge::{Bands, Lines, are_some, of_lines};
use crate::report::Times;
use crate::safe::rule::{ABLE_TO_BE, FEW};

/// What everybody can know of the lines: how many children each band has, and how many incidents there are.
struct Known<'a> {
    counts: &'a [u64],
    bands: &'a [(usize, usize)],
    incidents: u64,
}

/// The lines as they are printed. A band grows until each number that it hides can be three.
pub(super) fn of_times(counts: &[u64], incidents: u64) -> Lines {
    let Lines::Bands(mut bands) = of_lines(counts) else { return of_lines(counts) };
    while let Some(at) = given_away(counts, &bands, incidents) {
        // With the band after it, the last with the one before it.
        let at = at.min(bands.len().saturating_sub(2));
        if at + 1 >= bands.len() {
            return Lines::None;
        }
        bands[at].1 = bands.remove(at + 1).1;
    }
    if are_some(counts, &bands) { Lines::Bands(bands) } else { Lines::None }
}

/// The first band of which a line can be fewer than three numbers.
fn given_away(counts: &[u64], bands: &Bands, incidents: u64) -> Option<usize> {
    // How many went more than once is told elsewhere, so that the first line stands apart for whoever looks at the others.
    let mut apart = bands.clone();
    if let Some((0, to)) = bands.first().copied().filter(|(_, to)| *to > 0) {
        apart.splice(0..1, [(0, 0), (1, to)]);
    }
    let of = |bands| Known { counts, bands, incidents };
    let is_open = |line: usize| if line == 0 { of(bands).is_open(line) } else { of(&apart).is_open(line) };
    bands.iter().position(|(from, to)| from < to && (*from..=*to).any(|line| counts[line] > 0 && !is_open(line)))
}

impl Known<'_> {
    fn is_open(&self, line: usize) -> bool {
        let near = self.counts[line].saturating_sub(FEW)..=self.counts[line] + 2 * FEW;
        near.filter(|n| self.can_be(line, *n)).count() >= ABLE_TO_BE
    }

    /// Whether so many children can be in a line.
    fn can_be(&self, line: usize, children: u64) -> bool {
        let Some(band) = self.bands.iter().find(|(from, to)| (*from..=*to).contains(&line)) else { return false };
        let Some(others) = self.sum(*band).checked_sub(children) else { return false };
        let elsewhere = self.bands.iter().filter(|of| *of != band).map(|of| incidents(*of, self.sum(*of)));
        let fixed = elsewhere.fold(incidents((line, line), children), added);
        // The others of the band went less often, or more often.
        (0..=others).any(|less| {
            let before = of_some(less, line.checked_sub(1).filter(|to| band.0 <= *to).map(|to| (band.0, to)));
            let after = of_some(others - less, (line < band.1).then_some((line + 1, band.1)));
            let all = before.zip(after).map(|(before, after)| added(fixed, added(before, after)));
            all.is_some_and(|(least, most)| (least..=most).contains(&self.incidents))
        })
    }

    fn sum(&self, (from, to): (usize, usize)) -> u64 {
        self.counts[from..=to].iter().sum()
    }
}

/// The same where there are such lines, or nobody is in them.
fn of_some(children: u64, lines: Option<(usize, usize)>) -> Option<(u64, u64)> {
    lines.map_or((children == 0).then_some((0, 0)), |lines| Some(incidents(lines, children)))
}

/// The least and the most incidents of children who are in some neighbouring lines, and it can be each number between.
fn incidents((from, to): (usize, usize), children: u64) -> (u64, u64) {
    let range = |line: usize| Times::ALL.get(line).map_or((0, None), |times| times.range());
    let most = if children == 0 { 0 } else { range(to).1.map_or(u64::MAX, |most| children * u64::from(most)) };
    (children * u64::from(range(from).0), most)
}

fn added((a, b): (u64, u64), (c, d): (u64, u64)) -> (u64, u64) {
    (a.saturating_add(c), b.saturating_add(d))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(counts: [u64; 9], incidents: u64) -> Lines {
        of_times(&counts, incidents)
    }

    #[test]
    fn lines_that_follow_from_the_incidents_are_counted_with_more_or_not_at_all() {
        // Of six children with 13 incidents one had three, whatever is counted together.
        assert_eq!(of([20, 5, 1, 0, 0, 0, 0, 0, 0], 33), Lines::None);
        // 2 a + 3 b = 25 and a + b = 10, but for those who went six times or more: their incidents can be others.
        let each = Lines::Bands(vec![(0, 0), (1, 2), (3, 3), (4, 4), (5, 5), (6, 6), (7, 7), (8, 8)]);
        assert_eq!(of([20, 5, 5, 0, 0, 8, 0, 0, 0], 20 + 25 + 60), each);
        assert_ne!(of([20, 5, 5, 0, 0, 0, 0, 0, 0], 45), each);
        // Nothing is counted together where no line has few.
        assert_eq!(of([20, 8, 0, 0, 0, 0, 0, 0, 0], 36), Lines::Each);
    }

    #[test]
    fn who_went_twice_does_not_follow_from_who_went_more_than_once() {
        // Of seven who went once or twice, four went twice: all who went more than once, less those of the other lines.
        let lines = of([3, 4, 0, 0, 0, 9, 0, 0, 0], 11 + 70);
        assert!(!matches!(&lines, Lines::Bands(bands) if bands.first() == Some(&(0, 1))), "{lines:?}");
    }
}
