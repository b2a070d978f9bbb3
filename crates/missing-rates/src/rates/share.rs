//! The share of a group of children, with its interval.

use super::interval::{Z_95, wilson};
use crate::report::Shown;
use crate::report::{Interval, Profile};

/// A share and its interval. Both are `None` without children, or where more are counted than there are.
pub(crate) fn share_of(numerator: u64, denominator: u64) -> (Option<f64>, Option<Interval>) {
    let interval = wilson(numerator, denominator, Z_95).filter(|_| numerator <= denominator);
    (
        quotient(numerator, denominator).filter(|share| *share <= 1.0),
        interval.map(|(lower, upper)| Interval { method: "wilson", level: 0.95, lower, upper }),
    )
}

/// One number divided by another; `None` if that is zero.
pub(super) fn quotient(numerator: u64, denominator: u64) -> Option<f64> {
    (denominator > 0).then(|| numerator as f64 / denominator as f64)
}

/// Calculates the share and the average of a profile from its counts. Neither is given where one of its counts is
/// hidden.
pub(crate) fn divide(profile: &mut Profile) {
    let number = Shown::number;
    let of = number(profile.children_missing).zip(number(profile.children));
    (profile.value, profile.interval) = of.map_or((None, None), |(missing, children)| share_of(missing, children));
    let each = number(profile.incidents).zip(number(profile.children_missing)).filter(|(_, missing)| *missing > 0);
    profile.incidents_per_child = each.map(|(incidents, missing)| incidents as f64 / missing as f64);
}
