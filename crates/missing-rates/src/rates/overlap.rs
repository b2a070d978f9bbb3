//! Children who are both trafficked and unaccompanied.

use std::collections::BTreeMap;

use super::members::Member;
use crate::area::AreaCode;
use crate::cohort::Count;
use crate::period::Period;
use crate::report::{Area, Overlap};

/// The overlap of the two cohorts in an area, over the members that gave all three numbers exactly and without
/// contradiction. `None` if no member did.
pub(super) fn overlap(
    area: &Area,
    period: Period,
    trafficked: &[Member<'_>],
    unaccompanied: &[Member<'_>],
    both: &[Member<'_>],
) -> Option<Overlap> {
    let children = |members: &[Member<'_>]| -> BTreeMap<Vec<AreaCode>, u64> {
        let exact = |m: &Member<'_>| Some((m.codes.to_vec(), m.given.exact(Count::Children)?));
        members.iter().filter_map(exact).collect()
    };
    let (trafficked, unaccompanied) = (children(trafficked), children(unaccompanied));
    let mut sums = (0, 0, 0, 0);
    for (codes, both) in children(both) {
        let (Some(t), Some(u)) = (trafficked.get(&codes), unaccompanied.get(&codes)) else { continue };
        // There are more children in both than in one of the two, so one of the numbers is wrong.
        if both > *t || both > *u {
            continue;
        }
        sums = (sums.0 + codes.len() as u64, sums.1 + both, sums.2 + t, sums.3 + u);
    }
    let (authorities, both, trafficked, unaccompanied) = sums;
    let of = |all: u64| (all > 0).then(|| both as f64 / all as f64);
    (authorities > 0).then(|| Overlap {
        area: *area,
        period,
        authorities,
        both,
        trafficked,
        unaccompanied,
        either: trafficked + unaccompanied - both,
        of_trafficked: of(trafficked),
        of_unaccompanied: of(unaccompanied),
    })
}
