use super::*;
use crate::answer::Answer;
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count};
use crate::period::Period;
use crate::rates::Given;
use crate::report::{Level, Place};

fn given(numerator: u64, denominator: u64) -> Given {
    let mut given = Given::default();
    given.set(Count::Children, Answer::Exact { count: denominator });
    given.set(Count::ChildrenMissing, Answer::Exact { count: numerator });
    given
}

/// The funnel of the first authorities of England, with these numbers.
fn funnel_of(numbers: &[(u64, u64)]) -> Option<Funnel> {
    let england = Area { level: Level::Nation, code: Some(AreaCode::ENGLAND), name: Some("England") };
    let key = (Period::collection_year(2024).unwrap(), Cohort::All);
    let given: Vec<Given> = numbers.iter().map(|(n, d)| given(*n, *d)).collect();
    let codes: Vec<AreaCode> = crate::area::authorities().iter().map(|authority| authority.code).collect();
    let members: Vec<Member<'_>> =
        codes.iter().zip(&given).map(|(code, given)| Member { codes: std::slice::from_ref(code), given }).collect();
    funnel(&england, key, Share::Missing, &members)
}

#[test]
fn zero_of_zero_has_no_place_and_three_are_needed() {
    assert_eq!(funnel_of(&[(1, 10), (2, 20), (0, 0)]), None);
    let funnel = funnel_of(&[(1, 10), (2, 20), (0, 0), (5, 50)]).unwrap();
    assert_eq!(funnel.authorities.len(), 3);
    assert_eq!(funnel.limits.first().map(|l| l.denominator), Some(10));
    assert_eq!(funnel.limits.last().map(|l| l.denominator), Some(50));
}

#[test]
fn where_nobody_or_everybody_is_missing_all_lie_within() {
    for share in [0, 1] {
        let funnel = funnel_of(&[(10 * share, 10), (200 * share, 200), (30 * share, 30)]).unwrap();
        assert!(funnel.authorities.iter().all(|a| (a.place, a.place_adjusted) == (Place::Within, Place::Within)));
        assert_eq!((funnel.phi, funnel.tau2), (0.0, 0.0));
    }
}

#[test]
fn limits_narrow_with_the_number_of_children_and_lie_around_the_pooled_share() {
    let funnel = funnel_of(&[(10, 40), (90, 300), (20, 200), (400, 1000), (30, 90)]).unwrap();
    assert!(funnel.phi > 1.0 && funnel.tau2 > 0.0);
    for pair in funnel.limits.windows(2) {
        assert!(pair[0].plain.lower_95 <= pair[1].plain.lower_95 && pair[0].plain.upper_998 >= pair[1].plain.upper_998);
        assert!(pair[0].adjusted.upper_95 >= pair[1].adjusted.upper_95);
    }
    for at in &funnel.limits {
        for limits in [at.plain, at.adjusted] {
            assert!(limits.lower_998 <= limits.lower_95 && limits.lower_95 <= funnel.pooled);
            assert!(funnel.pooled <= limits.upper_95 && limits.upper_95 <= limits.upper_998);
        }
        assert!(at.adjusted.upper_95 > at.plain.upper_95 - 0.02);
    }
}
