//! The limits of a funnel.

use super::super::interval::{Z_95, Z_998};
use crate::report::Limits;

/// The limits within which chance alone would leave a share of so many children: p ± z √(p (1 − p) / n), from 0 to 1.
pub(super) fn plain(pooled: f64, children: u64) -> Limits {
    let error = (pooled * (1.0 - pooled) / children as f64).sqrt();
    let at = |z: f64| (pooled + z * error).clamp(0.0, 1.0);
    Limits { lower_998: at(-Z_998), lower_95: at(-Z_95), upper_95: at(Z_95), upper_998: at(Z_998) }
}

/// The same with the variance between authorities, on the scale of the arcsine and back:
/// sin² (asin √p ± z √(1 / 4n + τ²)).
///
/// Source: D. J. Spiegelhalter (2005), Statistics in Medicine 24:1185, sections 3 and 4.
pub(super) fn adjusted(pooled: f64, tau2: f64, children: u64) -> Limits {
    let centre = libm::asin(pooled.sqrt());
    let error = (0.25 / children as f64 + tau2).sqrt();
    let at = |z: f64| {
        let sine = libm::sin((centre + z * error).clamp(0.0, std::f64::consts::FRAC_PI_2));
        sine * sine
    };
    Limits { lower_998: at(-Z_998), lower_95: at(-Z_95), upper_95: at(Z_95), upper_998: at(Z_998) }
}
