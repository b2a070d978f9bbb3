//! How much more authorities differ than chance explains.

use crate::order::Ordered;

/// The tenths of all z-scores at which they are winsorised: 10% and 90%.
pub const WINSORISED_TENTHS: [usize; 2] = [1, 9];

/// How far shares are from the pooled share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spread {
    pub(super) phi: f64,
    pub(super) phi_unwinsorised: f64,
    pub(super) tau2: f64,
}

impl Spread {
    /// The spread of shares, each of a known number of children that is not 0.
    ///
    /// A share is put on the scale of the arcsine of its square root, where its variance is always 1 / 4n. The z-scores
    /// there are winsorised, so that a few extreme authorities do not widen the limits for all. φ is the mean of their
    /// squares, and τ² is the variance between authorities that explains it.
    ///
    /// Source: D. J. Spiegelhalter (2005), Statistics in Medicine 24:1185, sections 3 and 4; τ² by moments, as R.
    /// `DerSimonian` and N. Laird (1986), Controlled Clinical Trials 7:177.
    pub(super) fn of(shares: &[(u64, u64)], pooled: f64) -> Self {
        let centre = libm::asin(pooled.sqrt());
        let score = |(numerator, denominator): &(u64, u64)| {
            let share = *numerator as f64 / *denominator as f64;
            (libm::asin(share.sqrt()) - centre) * 2.0 * (*denominator as f64).sqrt()
        };
        let mut scores: Vec<f64> = shares.iter().map(score).collect();
        // They are sorted, so that sums do not depend on the order of the authorities.
        scores.order_by(f64::total_cmp);
        let [low, high] = WINSORISED_TENTHS.map(|tenths| quantile(&scores, tenths));
        let count = scores.len() as f64;
        let mean_square = |scores: &mut dyn Iterator<Item = f64>| scores.map(|z| z * z).sum::<f64>() / count;
        let phi = mean_square(&mut scores.iter().map(|z| z.clamp(low, high)));
        let phi_unwinsorised = mean_square(&mut scores.iter().copied());
        let (mut weight, mut squares) = (0.0, 0.0);
        for (_, denominator) in shares {
            let w = 4.0 * *denominator as f64;
            weight += w;
            squares += w * w;
        }
        let tau2 = ((count * phi - (count - 1.0)) / (weight - squares / weight)).max(0.0);
        Self { phi, phi_unwinsorised, tau2 }
    }
}

/// The value below which so many tenths are, by linear interpolation between two values (R's type 7).
///
/// Source: R. J. Hyndman and Y. Fan (1996), The American Statistician 50:361.
fn quantile(sorted: &[f64], tenths: usize) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let (whole, part) = (last * tenths / 10, (last * tenths % 10) as f64 / 10.0);
    let at = |place: usize| sorted.get(place.min(last)).copied().unwrap_or(0.0);
    at(whole) + part * (at(whole + 1) - at(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: R, `quantile(c(1, 2, 4, 8, 16, 32), c(.1, .9))` gives 1.5 and 24.
    #[test]
    fn quantiles_lie_between_two_values() {
        let values = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0];
        assert_eq!((quantile(&values, 1), quantile(&values, 9)), (1.5, 24.0));
        assert_eq!((quantile(&[3.0], 1), quantile(&[3.0], 9)), (3.0, 3.0));
    }

    #[test]
    fn authorities_that_are_all_alike_have_no_variance_between_them() {
        let spread = Spread::of(&[(10, 100), (20, 200), (7, 70), (3, 30)], 0.1);
        assert!(spread.phi < 1e-20);
        assert!(spread.tau2.abs() < f64::EPSILON);
    }
}
