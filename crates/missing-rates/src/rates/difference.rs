//! How far chance alone could move the difference between two figures.

use super::interval::wilson;

/// A figure and its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Lower end of its interval.
    pub lower: f64,
    /// Upper end of its interval.
    pub upper: f64,
}

/// The interval of `first - second`, for two independent figures, from the interval of each. The distances from each
/// figure to its ends are squared and added, and the root is taken.
///
/// Source: G. Y. Zou and A. Donner (2008), Statistics in Medicine 27:1693, equation 3.
pub fn square_and_add(first: Estimate, second: Estimate) -> (f64, f64) {
    let difference = first.value - second.value;
    let root = |a: f64, b: f64| (a * a + b * b).sqrt();
    let below = root(first.value - first.lower, second.upper - second.value);
    let above = root(first.upper - first.value, second.value - second.lower);
    (difference - below, difference + above)
}

/// The hybrid score interval of the difference between two shares, `first - second`. Each share is given as the number
/// of children for whom it is true and the number of all children. Both ends are from -1 to 1. `None` where one of the
/// two is not a share.
///
/// Source: R. G. Newcombe (1998), Statistics in Medicine 17:873, method 10.
///
/// ```
/// use missing_rates::rates::{Z_95, newcombe};
/// let (lower, upper) = newcombe((56, 70), (48, 80), Z_95).unwrap();
/// assert!((lower - 0.0524).abs() < 5e-5 && (upper - 0.3339).abs() < 5e-5);
/// ```
pub fn newcombe(first: (u64, u64), second: (u64, u64), z: f64) -> Option<(f64, f64)> {
    let share = |(numerator, denominator): (u64, u64)| {
        let (lower, upper) = wilson(numerator, denominator, z)?;
        Some(Estimate { value: numerator as f64 / denominator as f64, lower, upper })
    };
    let (lower, upper) = square_and_add(share(first)?, share(second)?);
    // Rounding alone could move an end beyond -1 or 1.
    Some((lower.max(-1.0), upper.min(1.0)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::interval::{Z_95, Z_998};
    use super::*;

    /// Source: Newcombe (1998), table II, method 10: examples (a) to (h).
    #[test]
    fn the_examples_of_newcombe_are_met() {
        let examples = [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((6, 7), (2, 7), 0.0582, 0.8062),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((0, 10), (0, 20), -0.1611, 0.2775),
            ((0, 10), (0, 10), -0.2775, 0.2775),
            ((10, 10), (0, 20), 0.6791, 1.0),
            ((10, 10), (0, 10), 0.6075, 1.0),
        ];
        for (first, second, lower, upper) in examples {
            let (low, high) = newcombe(first, second, Z_95).unwrap();
            assert!(
                (low - lower).abs() < 5.1e-5 && (high - upper).abs() < 5.1e-5,
                "{first:?} {second:?}: {low} {high}"
            );
        }
    }

    #[test]
    fn without_a_denominator_there_is_no_difference() {
        assert_eq!(newcombe((0, 0), (1, 2), Z_95), None);
        assert_eq!(newcombe((1, 2), (3, 2), Z_95), None);
    }

    proptest! {
        #[test]
        fn the_difference_lies_within_and_the_other_way_round_is_the_same_with_its_sign_turned(
            n in 1u64..100_000, m in 1u64..100_000, part in any::<(u64, u64)>()
        ) {
            let (first, second) = ((part.0 % (n + 1), n), (part.1 % (m + 1), m));
            let difference = first.0 as f64 / n as f64 - second.0 as f64 / m as f64;
            let (low, high) = newcombe(first, second, Z_95).unwrap();
            let (lower, higher) = newcombe(first, second, Z_998).unwrap();
            prop_assert!(-1.0 <= lower && lower <= low && low <= difference + 1e-12);
            prop_assert!(difference <= high + 1e-12 && high <= higher && higher <= 1.0);
            let (low_turned, high_turned) = newcombe(second, first, Z_95).unwrap();
            prop_assert!((low + high_turned).abs() < 1e-12 && (high + low_turned).abs() < 1e-12);
        }
    }
}
