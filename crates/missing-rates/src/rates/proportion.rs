//! A share of two numbers that a person knows, without a file.

use super::difference::{Estimate, newcombe};
use super::interval::{Z_95, wilson};
use crate::percent::percent_text;

/// A number of children, and how many of them went missing. There is at least one child, and no more went missing than
/// there are.
///
/// ```
/// use missing_rates::rates::Proportion;
/// let share = Proportion::new(864, 2_335).unwrap();
/// assert_eq!(share.percent(1), "37.0");
/// assert!((share.estimate().lower - 0.351).abs() < 5e-4);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proportion {
    missing: u64,
    children: u64,
}

/// Two numbers that are not a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoProportion {
    /// There is nothing to divide by.
    #[error("there are no children")]
    NoChildren,
    /// The part is larger than the whole.
    #[error("more children went missing than there are")]
    MoreThanAll,
}

impl Proportion {
    /// The share of `missing` in `children`.
    ///
    /// # Errors
    /// There are no children, or fewer than went missing.
    pub fn new(missing: u64, children: u64) -> Result<Self, NoProportion> {
        match (missing, children) {
            (_, 0) => Err(NoProportion::NoChildren),
            _ if missing > children => Err(NoProportion::MoreThanAll),
            _ => Ok(Self { missing, children }),
        }
    }

    /// Children who went missing.
    pub fn missing(self) -> u64 {
        self.missing
    }

    /// All children.
    pub fn children(self) -> u64 {
        self.children
    }

    /// The share, from 0 to 1, with the ends of its 95% Wilson interval.
    pub fn estimate(self) -> Estimate {
        let value = self.missing as f64 / self.children as f64;
        let (lower, upper) = wilson(self.missing, self.children, Z_95).unwrap_or((value, value));
        Estimate { value, lower, upper }
    }

    /// The share in per cent with this many decimals, rounded halves away from zero.
    pub fn percent(self, decimals: u32) -> String {
        percent_text(self.missing, self.children, decimals).unwrap_or_default()
    }

    /// By how much this share is larger than another, from -1 to 1, with the ends of Newcombe's 95% interval.
    pub fn minus(self, other: Self) -> Estimate {
        let value = self.estimate().value - other.estimate().value;
        let pair = |share: Self| (share.missing, share.children);
        let (lower, upper) = newcombe(pair(self), pair(other), Z_95).unwrap_or((value, value));
        Estimate { value, lower, upper }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_numbers_that_are_no_share_are_refused() {
        assert_eq!(Proportion::new(0, 0), Err(NoProportion::NoChildren));
        assert_eq!(Proportion::new(3, 2), Err(NoProportion::MoreThanAll));
        assert!(Proportion::new(0, 1).is_ok() && Proportion::new(2, 2).is_ok());
    }

    /// Sources: Wilson's interval of 65/100 as in `wilson`; the difference is example (a) of Newcombe (1998), method 10.
    #[test]
    fn published_examples_are_met() {
        let share = Proportion::new(65, 100).unwrap();
        let Estimate { value, lower, upper } = share.estimate();
        assert!((value - 0.65).abs() < 1e-12 && (lower - 0.552_544).abs() < 1e-6 && (upper - 0.736_358).abs() < 1e-6);
        let [first, second] = [(56, 70), (48, 80)].map(|(x, n)| Proportion::new(x, n).unwrap());
        let Estimate { value, lower, upper } = first.minus(second);
        assert!((value - 0.2).abs() < 1e-12 && (lower - 0.0524).abs() < 5e-5 && (upper - 0.3339).abs() < 5e-5);
        assert!((second.minus(first).value + 0.2).abs() < 1e-12);
    }
}
