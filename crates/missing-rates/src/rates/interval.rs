//! How far chance alone could move a share.

/// Normal quantile of a 95% interval.
pub const Z_95: f64 = 1.959_963_984_540_054;
/// Normal quantile of a 99.8% interval.
pub const Z_998: f64 = 3.090_232_306_167_813;

/// The Wilson score interval of `numerator` of `denominator`, both ends from 0 to 1. `None` without a denominator, or
/// with a numerator above it.
///
/// Source: E. B. Wilson (1927), Journal of the American Statistical Association 22:209. The end is exactly 0 where the
/// numerator is 0, and exactly 1 where the numerator equals the denominator. Square roots are the only functions used,
/// so that every machine gives the same bits.
///
/// ```
/// use missing_rates::rates::{Z_95, wilson};
/// let (lower, upper) = wilson(65, 100, Z_95).unwrap();
/// assert!((lower - 0.552_544).abs() < 1e-6 && (upper - 0.736_358).abs() < 1e-6);
/// ```
pub fn wilson(numerator: u64, denominator: u64, z: f64) -> Option<(f64, f64)> {
    if denominator == 0 || numerator > denominator {
        return None;
    }
    let n = denominator as f64;
    let p = numerator as f64 / n;
    let z2 = z * z;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let reach = z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    let lower = if numerator == 0 { 0.0 } else { (centre - reach).max(0.0) };
    let upper = if numerator == denominator { 1.0 } else { (centre + reach).min(1.0) };
    Some((lower, upper))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn published_examples_are_met() {
        for (x, n, lower, upper) in [(65, 100, 0.552_544, 0.736_358), (1, 100, 0.001_767, 0.054_486)] {
            let (low, high) = wilson(x, n, Z_95).unwrap();
            assert!((low - lower).abs() < 1e-6 && (high - upper).abs() < 1e-6, "{x}/{n}: {low} {high}");
        }
    }

    #[test]
    fn nothing_and_everything_give_their_end_exactly() {
        assert_eq!(wilson(0, 7, Z_95).map(|(lower, _)| lower), Some(0.0));
        assert_eq!(wilson(7, 7, Z_998).map(|(_, upper)| upper), Some(1.0));
        assert_eq!(wilson(0, 0, Z_95), None);
        assert_eq!(wilson(2, 1, Z_95), None);
    }

    proptest! {
        #[test]
        fn the_share_lies_within_and_the_wider_interval_around_the_narrower(n in 1u64..5_000_000, part in any::<u64>()) {
            let x = part % (n + 1);
            let p = x as f64 / n as f64;
            let (low, high) = wilson(x, n, Z_95).unwrap();
            let (lower, higher) = wilson(x, n, Z_998).unwrap();
            prop_assert!(0.0 <= lower && lower <= low && low <= p + 1e-12);
            prop_assert!(p <= high + 1e-12 && high <= higher && higher <= 1.0);
        }
    }
}
