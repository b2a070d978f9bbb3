//! Which authorities gave what.

use super::given::GroupKey;
use super::members::{Member, respondent};
use crate::area::authorities;
use crate::cohort::{Count, Share};
use crate::report::{Area, Respondents};

/// The members of an area by what they gave for a share.
pub(super) fn respondents(
    area: &Area,
    (period, cohort): GroupKey,
    measure: Share,
    members: &[Member<'_>],
) -> Respondents {
    let mut found = Respondents {
        area: *area,
        period,
        cohort,
        measure,
        both: Vec::new(),
        children_and_range: Vec::new(),
        children_only: Vec::new(),
        missing_only: Vec::new(),
        neither: Vec::new(),
        not_named: Vec::new(),
    };
    let asked: Vec<_> = members.iter().filter(|member| member.was_asked(measure)).collect();
    for member in &asked {
        let over = measure.numerator();
        let list = match (member.given.exact(over), member.given.exact(Count::Children)) {
            (Some(_), Some(_)) => &mut found.both,
            (None, Some(_)) if member.given.bounds(over).is_some() => &mut found.children_and_range,
            (None, Some(_)) => &mut found.children_only,
            (Some(_), None) => &mut found.missing_only,
            (None, None) => &mut found.neither,
        };
        list.push(member.respondent());
    }
    for authority in authorities().iter().filter(|authority| authority.is_there_at_the_end(period)) {
        let lies_here = authority.lies_in().iter().any(|larger| larger.code == area.code);
        if lies_here && !asked.iter().any(|member| member.codes.contains(&authority.code)) {
            found.not_named.push(respondent(&[authority.code]));
        }
    }
    found
}
