//! Compares one authority with others.

use super::difference::newcombe;
use super::given::GroupKey;
use super::interval::{Z_95, wilson};
use super::members::{Matched, Member};
use crate::area::{Authority, neighbours};
use crate::cohort::Share;
use crate::report::{Area, Comparison, Interval, Others, OthersTogether, Outcome};

/// Compares an authority with the others of every area that it is in, up to `widest`, and with its statistical
/// neighbours, as far as they are among the `members` that answered. Empty where the authority did not give both
/// figures or has no children.
pub(super) fn comparisons(
    authority: &'static Authority,
    widest: &Area,
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
            outcome: Outcome::of(difference),
        })
    };
    let is_other = |member: &&Member<'_>| !member.codes.contains(&authority.code);
    let alike: Vec<_> = neighbours(authority).iter().map(|neighbour| neighbour.authority.code).collect();
    let of_neighbours = members.iter().filter(is_other).filter(|m| m.codes.iter().all(|code| alike.contains(code)));
    let mut found: Vec<_> = compare(Others::Neighbours, of_neighbours.collect()).into_iter().collect();
    for area in authority.lies_in().into_iter().filter(|area| area.level >= widest.level) {
        let of_area = members.iter().filter(is_other).filter(|member| lies_in(member, &area));
        found.extend(compare(Others::Area { area }, of_area.collect()));
    }
    found
}

fn lies_in(member: &Member<'_>, area: &Area) -> bool {
    member.codes.iter().all(|code| crate::area::authority(*code).is_some_and(|a| a.lies_in().contains(area)))
}

/// `None` without children.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Answer;
    use crate::area::{AreaCode, authority, resolve};
    use crate::cohort::{Cohort, Count};
    use crate::period::Period;
    use crate::rates::Given;

    fn code(name: &str) -> AreaCode {
        match resolve(name) {
            crate::area::Resolution::Authority { authority, .. } => authority.code,
            other => panic!("{name}: {other:?}"),
        }
    }

    fn kingdom() -> Area {
        crate::area::area(AreaCode::UNITED_KINGDOM).unwrap()
    }

    #[test]
    fn an_authority_is_beside_others_and_never_among_them() {
        let kent = authority(code("Kent")).unwrap();
        // Essex is a statistical neighbour. Surrey is only in the same region. Cardiff is neither, but is in the United
        // Kingdom.
        let numbers =
            [("Kent", 90, 300), ("Essex", 30, 200), ("Surrey", 10, 100), ("Leeds", 0, 0), ("Cardiff", 20, 100)];
        let codes: Vec<AreaCode> = numbers.iter().map(|(name, ..)| code(name)).collect();
        let given: Vec<Given> = numbers
            .iter()
            .map(|(_, numerator, denominator)| {
                let mut given = Given::default();
                given.set(Count::Children, Answer::Exact { count: *denominator });
                given.set(Count::ChildrenMissing, Answer::Exact { count: *numerator });
                given
            })
            .collect();
        let members: Vec<Member<'_>> =
            codes.iter().zip(&given).map(|(code, given)| Member { codes: std::slice::from_ref(code), given }).collect();
        let key = (Period::collection_year(2024).unwrap(), Cohort::All);
        let found = comparisons(kent, &kingdom(), key, Share::Missing, &members);
        let with = |name: &str| {
            let of = |c: &&Comparison| match c.with {
                Others::Area { area } => area.name == Some(name),
                Others::Neighbours => name == "neighbours",
            };
            let c = found.iter().find(of).unwrap_or_else(|| panic!("{name}"));
            (c.others.numerator, c.others.denominator, c.others.authorities, c.outcome)
        };
        assert_eq!(with("neighbours"), (30, 200, 1, Outcome::Higher));
        assert_eq!(with("South East"), (10, 100, 1, Outcome::Higher));
        assert_eq!(with("England"), (40, 300, 3, Outcome::Higher));
        assert_eq!(with("United Kingdom"), (60, 400, 4, Outcome::Higher));
        let england = found.iter().find(|c| matches!(c.with, Others::Area { area } if area.name == Some("England")));
        let england = england.unwrap();
        assert!((england.others.lowest - 0.1).abs() < 1e-12 && (england.others.highest - 0.15).abs() < 1e-12);
        assert!(england.lower > 0.0 && england.lower < england.points && england.points < england.upper);
        // Answers about England alone say nothing about the United Kingdom.
        let england = crate::area::area(AreaCode::ENGLAND).unwrap();
        assert_eq!(comparisons(kent, &england, key, Share::Missing, &members).len(), found.len() - 1);
        // Without children, or without both figures, there is nothing to compare.
        let leeds = authority(code("Leeds")).unwrap();
        assert_eq!(comparisons(leeds, &kingdom(), key, Share::Missing, &members), []);
        assert_eq!(comparisons(kent, &kingdom(), key, Share::Away, &members), []);
    }

    #[test]
    fn a_difference_that_chance_explains_is_not_called_one() {
        let kent = authority(code("Kent")).unwrap();
        let codes = [kent.code, code("Surrey")];
        let given = [(3, 20), (2, 20)].map(|(numerator, denominator)| {
            let mut given = Given::default();
            given.set(Count::Children, Answer::Exact { count: denominator });
            given.set(Count::ChildrenMissing, Answer::Exact { count: numerator });
            given
        });
        let members: Vec<Member<'_>> =
            codes.iter().zip(&given).map(|(code, given)| Member { codes: std::slice::from_ref(code), given }).collect();
        let key = (Period::collection_year(2024).unwrap(), Cohort::All);
        assert!(
            comparisons(kent, &kingdom(), key, Share::Missing, &members).iter().all(|c| c.outcome == Outcome::NotClear)
        );
    }
}
