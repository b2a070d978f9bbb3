//! Changes as they are printed: in whole-number arithmetic, halves away from zero, never from a quotient.

use std::cmp::Ordering;

use crate::percent::{decimal, percent_text};

/// How a figure moved, as printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Whether it rose, fell or stayed, before rounding.
    pub direction: Ordering,
    /// By how much, without a sign.
    pub by: String,
}

/// A change of a share as printed: both shares with the same decimals, and the percentage points between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedShare {
    /// The earlier share in per cent.
    pub from: String,
    /// The later share in per cent.
    pub to: String,
    /// The percentage points between them, from the counts and never from rounded shares. Where they are not the
    /// difference of the printed shares, they have more decimals.
    pub points: Moved,
    /// Whether the points are the difference of the printed shares. A third less two ninths adds up with no number of
    /// decimals.
    pub adds_up: bool,
}

/// A share of fewer children than this is never printed with two decimals: one child is more than a tenth of a
/// percentage point.
pub const FEW: u64 = 1_000;

/// The change of a share. Each share is given as the number of children for whom it is true and the number of all
/// children. It is printed with one decimal; with none where all numbers are whole; or with up to three where the
/// points would otherwise not be the difference of the printed shares. With fewer than [`FEW`] children, or where three
/// are not enough, the shares keep one decimal and only the points have more. `None` without children, or where the counts are too large to
/// multiply.
///
/// ```
/// use missing_rates::rates::share_moved;
/// let printed = |earlier, later| share_moved(earlier, later).map(|moved| [moved.from, moved.to, moved.points.by]);
/// assert_eq!(printed((11, 100), (13, 100)).unwrap(), ["11", "13", "2"]);
/// // 10.938% and 12.060% are 1.122 points apart.
/// assert_eq!(printed((21, 192), (24, 199)).unwrap(), ["10.9", "12.1", "1.12"]);
/// assert_eq!(printed((1094, 10_000), (1206, 10_000)).unwrap(), ["10.94", "12.06", "1.12"]);
/// // 12.05479% and 6.13748% are 5.91731 points apart.
/// assert_eq!(printed((176, 1460), (75, 1222)).unwrap(), ["12.1", "6.1", "5.92"]);
/// ```
pub fn share_moved(earlier: (u64, u64), later: (u64, u64)) -> Option<MovedShare> {
    moved_alike(earlier, later, earlier.1.min(later.1) < FEW)
}

/// The change of an average in the same way. Each average is given as the sum and the number that divides it. The
/// points are the difference.
pub fn average_moved(earlier: (u64, u64), later: (u64, u64)) -> Option<MovedShare> {
    // An average is written as a hundredth of as many per cent.
    let per_cent = |(sum, of): (u64, u64)| Some((sum, of.checked_mul(100)?));
    moved_alike(per_cent(earlier)?, per_cent(later)?, earlier.1.min(later.1) < FEW)
}

fn moved_alike(earlier: (u64, u64), later: (u64, u64), few: bool) -> Option<MovedShare> {
    let with = |decimals| {
        let from = percent_text(earlier.0, earlier.1, decimals)?;
        let to = percent_text(later.0, later.1, decimals)?;
        let points = points(earlier, later, decimals)?;
        Some(MovedShare { adds_up: adds_up(&from, &to, &points)?, from, to, points })
    };
    let moved = with(1)?;
    if [&moved.from, &moved.to, &moved.points.by].iter().all(|text| text.ends_with(".0")) {
        return with(0);
    }
    let most = if few { 1 } else { MOST_DECIMALS };
    let mut exact = (2..=most).filter_map(with).filter(|moved| moved.adds_up);
    if let Some(exact) = Some(moved.clone()).filter(|moved| moved.adds_up).or_else(|| exact.next()) {
        return Some(exact);
    }
    // One more decimal than the shares, or as many as it takes to say that anything moved.
    let finer = (2..=MOST_DECIMALS).map(|decimals| points(earlier, later, decimals));
    let finest = finer.flatten().reduce(|points, finer| if points.is_little() { finer } else { points })?;
    Some(MovedShare { points: finest, ..moved })
}

impl Moved {
    /// Whether it moved by less than is printed.
    fn is_little(&self) -> bool {
        self.direction != Ordering::Equal && self.by.trim_matches(['0', '.']).is_empty()
    }
}

/// No share is printed with more decimals.
const MOST_DECIMALS: u32 = 3;

/// A printed number, in units of its last decimal.
fn tenths(text: &str) -> Option<u128> {
    text.replace('.', "").parse().ok()
}

/// Whether the points are the difference of the printed shares, all three with the same decimals.
fn adds_up(from: &str, to: &str, points: &Moved) -> Option<bool> {
    Some(tenths(to)?.abs_diff(tenths(from)?) == tenths(&points.by)?)
}

/// The later share less the earlier share, in percentage points.
fn points(earlier: (u64, u64), later: (u64, u64), decimals: u32) -> Option<Moved> {
    let (before, after) = (product(earlier.0, later.1), product(later.0, earlier.1));
    moved(before, after, product(earlier.1, later.1), decimals)
}

/// The change of a share in whole percentage points, for shares of rounded numbers. `None` without children.
///
/// ```
/// use missing_rates::rates::whole_points;
/// assert_eq!(whole_points((15, 80), (30, 100)).unwrap().by, "11");
/// ```
pub fn whole_points(earlier: (u64, u64), later: (u64, u64)) -> Option<Moved> {
    points(earlier, later, 0)
}

/// The change of a count in per cent of the earlier count, with one decimal. `None` where the earlier count is 0.
///
/// ```
/// use missing_rates::rates::relative_change;
/// assert_eq!(relative_change(960, 1231).unwrap().by, "28.2");
/// ```
pub fn relative_change(earlier: u64, later: u64) -> Option<Moved> {
    moved(earlier.into(), later.into(), earlier.into(), 1)
}

/// The change of a share in per cent of the earlier share, with one decimal. `None` where the earlier share is 0.
pub fn relative_change_of_share(earlier: (u64, u64), later: (u64, u64)) -> Option<Moved> {
    let (before, after) = (product(earlier.0, later.1), product(later.0, earlier.1));
    if later.1 == 0 {
        return None;
    }
    moved(before, after, before, 1)
}

fn product(a: u64, b: u64) -> u128 {
    u128::from(a) * u128::from(b)
}

/// The distance between two numbers in per cent of a third.
fn moved(before: u128, after: u128, base: u128, decimals: u32) -> Option<Moved> {
    let scale = 10u128.pow(decimals.min(6));
    let distance = before.abs_diff(after).checked_mul(200 * scale)?;
    let rounded = distance.checked_add(base)?.checked_div(base.checked_mul(2)?)?;
    Some(Moved { direction: after.cmp(&before), by: decimal(rounded, decimals) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn shares_move_by_percentage_points() {
        let cases = [
            ((11, 100), (13, 100), "11", "13", "2", Ordering::Greater, true),
            ((13, 100), (11, 100), "13", "11", "2", Ordering::Less, true),
            ((864, 2335), (864, 2335), "37.0", "37.0", "0.0", Ordering::Equal, true),
            ((112, 1000), (125, 1000), "11.2", "12.5", "1.3", Ordering::Greater, true),
            ((11, 100), (125, 1000), "11.0", "12.5", "1.5", Ordering::Greater, true),
            // With one decimal it would be 10.9% and 12.1%, and 1.1 points between them.
            ((1094, 10_000), (1206, 10_000), "10.94", "12.06", "1.12", Ordering::Greater, true),
            // With fewer children: shares with one decimal, and points that do not agree with them have more.
            ((21, 192), (24, 199), "10.9", "12.1", "1.12", Ordering::Greater, false),
            ((5, 400), (6, 400), "1.3", "1.5", "0.25", Ordering::Greater, false),
            ((1, 3), (2, 3), "33.3", "66.7", "33.33", Ordering::Greater, false),
            ((1, 400), (1, 401), "0.3", "0.2", "0.001", Ordering::Less, false),
            ((1, 3), (2, 9), "33.3", "22.2", "11.1", Ordering::Less, true),
            // A quarter of a point is 0.3.
            ((400, 4000), (410, 4000), "10.0", "10.3", "0.3", Ordering::Greater, true),
            // A rise too small to print is still a rise.
            ((10_000, 100_000), (10_001, 100_000), "10.0", "10.0", "0.0", Ordering::Greater, true),
        ];
        for (earlier, later, from, to, by, direction, adds_up) in cases {
            let moved = share_moved(earlier, later).unwrap();
            let plain = |text: &str| text.trim_end_matches(".0").to_owned();
            assert_eq!((plain(&moved.from), plain(&moved.to)), (plain(from), plain(to)), "{earlier:?} {later:?}");
            assert_eq!(plain(&moved.points.by), plain(by), "{earlier:?} {later:?}");
            assert_eq!((moved.points.direction, moved.adds_up), (direction, adds_up), "{earlier:?} {later:?}");
        }
        assert_eq!(share_moved((0, 0), (1, 2)), None);
    }

    /// Source: When Harm Remains, ECPAT UK and Missing People, 2022: 960 children in 2018, 1,231 in 2020. The difference
    /// is 22% of the later number, and 28.2% of the earlier one.
    #[test]
    fn counts_change_in_per_cent_of_the_earlier_one() {
        let cases = [
            (960, 1231, "28.2", Ordering::Greater),
            (1231, 960, "22.0", Ordering::Less),
            (8, 8, "0.0", Ordering::Equal),
        ];
        for (earlier, later, by, direction) in cases {
            assert_eq!(relative_change(earlier, later), Some(Moved { direction, by: by.to_owned() }));
        }
        assert_eq!(relative_change(0, 5), None);
        assert_eq!(relative_change_of_share((11, 100), (13, 100)).unwrap().by, "18.2");
        assert_eq!(relative_change_of_share((0, 100), (13, 100)), None);
        assert_eq!(relative_change_of_share((1, 100), (0, 0)), None);
    }

    proptest! {
        #[test]
        fn no_counts_are_too_large_to_be_safe(a in any::<(u64, u64)>(), b in any::<(u64, u64)>()) {
            // At worst, the result is `None`.
            let _ = (share_moved(a, b), relative_change(a.0, b.0), relative_change_of_share(a, b));
        }

        #[test]
        fn printed_points_are_half_a_tenth_from_the_true_ones(n in 1u64..9999, m in 1u64..9999, part in any::<(u64, u64)>()) {
            let (earlier, later) = ((part.0 % (n + 1), n), (part.1 % (m + 1), m));
            let moved = share_moved(earlier, later).unwrap();
            let share = |(n, d): (u64, u64)| n as f64 / d as f64;
            let off = (moved.points.by.parse::<f64>().unwrap() - 100.0 * (share(later) - share(earlier)).abs()).abs();
            let few = n.min(m) < FEW;
            prop_assert!(off <= 0.05 + 1e-9, "{moved:?}");
            let decimals = |text: &str| text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
            prop_assert!(!few || decimals(&moved.from).max(decimals(&moved.to)) < 2, "{moved:?}");
            prop_assert!(moved.adds_up || decimals(&moved.points.by) > 1, "{moved:?}");
        }
    }
}
