//! Where authorities are on a funnel.

mod limits;
mod spread;

use super::given::GroupKey;
use super::members::{Matched, Member};
use crate::area::authority;
use crate::cohort::Share;
use crate::report::{Area, Funnel, FunnelLimits, FunnelPoint};
use limits::{adjusted, plain};
use spread::Spread;

pub use spread::WINSORISED_TENTHS;

/// The fewest authorities that make a funnel.
pub const FUNNEL_AT_LEAST: usize = 3;
/// How many numbers of children the limits are given for.
const STEPS: u64 = 48;

/// The funnel of an area. An authority that answered together with others has no share of its own, and 0 of 0 children
/// is not a share: neither is placed. `None` for fewer than three authorities.
pub(super) fn funnel(
    area: &Area,
    (period, cohort): GroupKey,
    measure: Share,
    members: &[Member<'_>],
) -> Option<Funnel> {
    let placed: Vec<_> = members
        .iter()
        .filter_map(|member| {
            let [code] = member.codes else { return None };
            let (numerator, denominator) = member.matched(measure).filter(|(_, children)| *children > 0)?;
            Some((*code, authority(*code)?.name, numerator, denominator))
        })
        .collect();
    if placed.len() < FUNNEL_AT_LEAST {
        return None;
    }
    let mut sums = Matched::default();
    for (.., numerator, denominator) in &placed {
        sums.numerator += numerator;
        sums.denominator += denominator;
    }
    let pooled = sums.value()?;
    let shares: Vec<(u64, u64)> = placed.iter().map(|(.., n, d)| (*n, *d)).collect();
    let spread = Spread::of(&shares, pooled);
    let at = |children: u64| (plain(pooled, children), adjusted(pooled, spread.tau2, children));
    let authorities = placed.iter().map(|(code, name, numerator, denominator)| {
        let value = *numerator as f64 / *denominator as f64;
        let (plain, adjusted) = at(*denominator);
        FunnelPoint {
            code: *code,
            name,
            numerator: *numerator,
            denominator: *denominator,
            value,
            place: plain.place(value),
            place_adjusted: adjusted.place(value),
        }
    });
    let limits = sizes(&shares).into_iter().map(|denominator| {
        let (plain, adjusted) = at(denominator);
        FunnelLimits { denominator, plain, adjusted }
    });
    Some(Funnel {
        area: *area,
        period,
        cohort,
        measure,
        pooled,
        phi: spread.phi,
        phi_unwinsorised: spread.phi_unwinsorised,
        tau2: spread.tau2,
        authorities: authorities.collect(),
        limits: limits.collect(),
    })
}

/// Numbers of children from the fewest to the most, closer together where the limits bend.
fn sizes(shares: &[(u64, u64)]) -> Vec<u64> {
    let (fewest, most) = shares.iter().fold((u64::MAX, 0), |(low, high), (_, n)| (low.min(*n), high.max(*n)));
    let steps = u128::from(STEPS);
    let at =
        |step: u128| fewest + u64::try_from(u128::from(most - fewest) * step * step / (steps * steps)).unwrap_or(0);
    let mut sizes: Vec<u64> = (0..=steps).map(at).collect();
    sizes.dedup();
    sizes
}

#[cfg(test)]
mod tests;
