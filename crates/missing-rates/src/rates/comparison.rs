//! One authority beside others.

use super::difference::newcombe;
use super::given::GroupKey;
use super::interval::{Z_95, wilson};
use super::members::{Matched, Member};
use crate::area::Authority;
use crate::cohort::Share;
use crate::report::{Area, Comparison, Interval, Others, OthersTogether, Outcome};

/// An authority beside the others of every area that it lies in, and beside its statistical neighbours, as far as they
/// are `members`: all that answered. Empty where it did not give both figures, or has no children.
pub(super) fn comparisons(
    authority: &'static Authority,
    (period, cohort): GroupKey,
    measure: Share,
    members: &[Member<'_>],
) -> Vec<Comparison> {
    let own = members.iter().find(|member| member.codes == [authority.code]);
    let Some((numerator, denominator)) = own.and_then(|own| own.matched(measure)) else { return Vec::new() };
    let Some((lower, upper)) = wilson(numerator, denominator, Z_95) else { return Vec::new() };
    let compare = |with: Others, others: Vec<&Member<'_>>| {
        let others = together(&others, measure)?;
        let difference = newcombe((numerator, denominator), (others.numerator, others.denominator), Z_95)?;
        let value = numerator as f64 / denominator as f64;
        Some(Comparison {
            authority: authority.into(),
            period,
            cohort,
            measure,
            numerator,
            denominator,
            value,
            interval: Interval { method: "wilson", level: 0.95, lower, upper },
            with,
            points: value - others.value,
            others,
            lower: difference.0,
            upper: difference.1,
            outcome: match difference {
                (lower, _) if lower > 0.0 => Outcome::Higher,
                (_, upper) if upper < 0.0 => Outcome::Lower,
                _ => Outcome::NotClear,
            },
        })
    };
    let is_other = |member: &&Member<'_>| !member.codes.contains(&authority.code);
    let mut found: Vec<_> = Vec::new();
    for area in authority.lies_in() {
        let of_area = members.iter().filter(is_other).filter(|member| lies_in(member, &area));
        found.extend(compare(Others::Area { area }, of_area.collect()));
    }
    found
}

fn lies_in(member: &Member<'_>, area: &Area) -> bool {
    member.codes.iter().all(|code| crate::area::authority(*code).is_some_and(|a| a.lies_in().contains(area)))
}

/// `None` without any child.
fn together(others: &[&Member<'_>], measure: Share) -> Option<OthersTogether> {
    let sums = Matched::of(others.iter().copied(), measure);
    let value = sums.value()?;
    let shares = others.iter().filter_map(|other| other.matched(measure)).filter(|(_, children)| *children > 0);
    let shares = shares.map(|(numerator, denominator)| numerator as f64 / denominator as f64);
    let (lowest, highest) = shares.fold((1.0, 0.0), |(low, high): (f64, f64), share| (low.min(share), high.max(share)));
    Some(OthersTogether {
        numerator: sums.numerator,
        denominator: sums.denominator,
        authorities: sums.authorities,
        value,
        lowest,
        highest,
    })
}
