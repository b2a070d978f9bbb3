//! How much a matched share depends on single authorities.

use super::given::GroupKey;
use super::members::{Matched, Member};
use crate::cohort::Share;
use crate::order::Ordered;
use crate::report::{Area, Influence, Without};

/// The share of an area without each of its members in turn, the one that matters most first. `None` where fewer than
/// two gave both figures, or there are no children. It takes one pass: each member is subtracted from the sums.
pub(super) fn influence(
    area: &Area,
    (period, cohort): GroupKey,
    measure: Share,
    members: &[Member<'_>],
) -> Option<Influence> {
    let all = Matched::of(members, measure);
    let value = all.value()?;
    let mut without: Vec<Without> = Vec::new();
    for member in members {
        let Some((numerator, denominator)) = member.matched(measure) else { continue };
        let others = Matched {
            numerator: all.numerator - numerator,
            denominator: all.denominator - denominator,
            authorities: all.authorities - member.authorities(),
        };
        without.push(Without {
            respondent: member.respondent(),
            numerator: others.numerator,
            denominator: others.denominator,
            value: others.value(),
            difference: others.value().map(|others| others - value),
            weight: denominator as f64 / all.denominator as f64,
        });
    }
    if without.len() < 2 {
        return None;
    }
    // A member matters most if nothing is left without it.
    let reach = |without: &Without| without.difference.map_or(f64::INFINITY, f64::abs);
    without.order_by(|a, b| reach(b).total_cmp(&reach(a)).then_with(|| a.respondent.cmp(&b.respondent)));
    Some(Influence { area: *area, period, cohort, measure, value, without })
}
