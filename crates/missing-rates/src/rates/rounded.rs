//! How far a share may be from what is printed, where its counts were rounded.

use super::interval::{Z_95, wilson};
use crate::report::{Rate, Rounding};

/// The counts of the smallest and of the largest share that a printed one may have been: children for whom it is true, and
/// all children.
pub type Ends = [(u64, u64); 2];

/// The ends of a range between two shares, each as far out as rounding allows.
pub fn ends_of_bounds(rounding: Rounding, lowest: &Rate, highest: &Rate) -> Ends {
    let (fewest, all) = (rounding.counts(lowest.numerator).0, rounding.counts(lowest.denominator).1);
    let (most, of) = (rounding.counts(highest.numerator).1, rounding.counts(highest.denominator).0);
    // A share of children of whom there may have been none can have been any.
    [(fewest, all), if of == 0 { (1, 1) } else { (most.min(of), of) }]
}

/// The 95% interval of a share, as far out as rounding allows: more of fewer children have a higher interval. `None` where
/// the share has none.
pub fn ends_of_interval(rounding: Rounding, rate: &Rate) -> Option<(f64, f64)> {
    let interval = rate.interval.as_ref()?;
    if rounding == Rounding::None {
        return Some((interval.lower, interval.upper));
    }
    let [lowest, highest] = ends_of_bounds(rounding, rate, rate);
    Some((wilson(lowest.0, lowest.1, Z_95)?.0, wilson(highest.0, highest.1, Z_95)?.1))
}
