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

/// A change of a share as printed: both shares, and the percentage points between them, with the same decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedShare {
    /// The earlier share in per cent.
    pub from: String,
    /// The later share in per cent.
    pub to: String,
    /// The percentage points between them.
    pub points: Moved,
    /// Whether the points are those between the printed shares. Rounding can part them: 10.94% and 12.06% are 1.1
    /// points apart, 10.9% and 12.1% are 1.2; then more decimals are printed. The points are always those before rounding.
    pub adds_up: bool,
}

/// The change of a share, each given as children of whom it is true and all children, with one decimal, with none
/// where all of it is whole, or with up to three where the points would else not be those between the printed shares. `None` without children, or where the counts are too large to multiply.
///
/// ```
/// use missing_rates::rates::share_moved;
/// let moved = share_moved((11, 100), (13, 100)).unwrap();
/// assert_eq!((moved.from.as_str(), moved.to.as_str(), moved.points.by.as_str()), ("11", "13", "2"));
/// ```
pub fn share_moved(earlier: (u64, u64), later: (u64, u64)) -> Option<MovedShare> {
    let with = |decimals| {
        let from = percent_text(earlier.0, earlier.1, decimals)?;
        let to = percent_text(later.0, later.1, decimals)?;
        Some((from, to, points(earlier, later, decimals)?))
    };
    let (from, to, points) = with(1)?;
    let whole = [&from, &to, &points.by].iter().all(|text| text.ends_with(".0"));
    let mut moved = MovedShare { adds_up: adds_up(&from, &to, &points)?, from, to, points };
    if whole {
        let (from, to, points) = with(0)?;
        return Some(MovedShare { adds_up: adds_up(&from, &to, &points)?, from, to, points });
    }
    for decimals in 2..=MOST_DECIMALS {
        if moved.adds_up {
            break;
        }
        let (from, to, points) = with(decimals)?;
        moved = MovedShare { adds_up: adds_up(&from, &to, &points)?, from, to, points };
    }
    Some(moved)
}

/// No share is printed with more.
const MOST_DECIMALS: u32 = 3;

/// Whether the points are those between the printed shares, all three with the same decimals.
fn adds_up(from: &str, to: &str, points: &Moved) -> Option<bool> {
    let parts = |text: &str| text.replace('.', "").parse::<i64>().ok();
    let apart = parts(to)?.checked_sub(parts(from)?)?.abs();
    Some(Some(apart) == parts(&points.by))
}

/// Later share less earlier share in percentage points.
fn points(earlier: (u64, u64), later: (u64, u64), decimals: u32) -> Option<Moved> {
    let (before, after) = (product(earlier.0, later.1), product(later.0, earlier.1));
    moved(before, after, product(earlier.1, later.1), decimals)
}

/// The change of a count in per cent of the earlier one, with one decimal. `None` where that is 0.
///
/// ```
/// use missing_rates::rates::relative_change;
/// assert_eq!(relative_change(960, 1231).unwrap().by, "28.2");
/// ```
pub fn relative_change(earlier: u64, later: u64) -> Option<Moved> {
    moved(earlier.into(), later.into(), earlier.into(), 1)
}

/// The change of a share in per cent of the earlier one, with one decimal. `None` where that is 0.
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
            // With one decimal 10.9% and 12.1%, and 1.1 points between them.
            ((1094, 10_000), (1206, 10_000), "10.94", "12.06", "1.12", Ordering::Greater, true),
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
            // None at worst.
            let _ = (share_moved(a, b), relative_change(a.0, b.0), relative_change_of_share(a, b));
        }

        #[test]
        fn printed_points_are_half_a_tenth_from_the_true_ones(n in 1u64..9999, m in 1u64..9999, part in any::<(u64, u64)>()) {
            let (earlier, later) = ((part.0 % (n + 1), n), (part.1 % (m + 1), m));
            let moved = share_moved(earlier, later).unwrap();
            let share = |(n, d): (u64, u64)| n as f64 / d as f64;
            let off = (moved.points.by.parse::<f64>().unwrap() - 100.0 * (share(later) - share(earlier)).abs()).abs();
            prop_assert!(off <= 0.05 + 1e-9, "{moved:?}");
        }
    }
}
