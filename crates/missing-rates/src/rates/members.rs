//! Who is in an area, and what they gave.

use std::collections::BTreeMap;

use super::given::{Given, Group};
use crate::area::{AreaCode, authority};
use crate::cohort::{Count, Share};
use crate::report::{Area, Level, Respondent};

/// An authority that answered, or several together, with the answers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member<'a> {
    pub(crate) codes: &'a [AreaCode],
    pub(crate) given: &'a Given,
}

impl Member<'_> {
    /// The number of children for whom a share is true, and of all children, where both were given exactly.
    pub(super) fn matched(&self, share: Share) -> Option<(u64, u64)> {
        self.given.exact(share.numerator()).zip(self.given.exact(Count::Children))
    }

    /// Whether it was asked for the share.
    pub(super) fn was_asked(&self, share: Share) -> bool {
        self.given.get(share.numerator()).is_some() || self.given.get(Count::Children).is_some()
    }

    pub(super) fn authorities(&self) -> u64 {
        self.codes.len() as u64
    }

    pub(super) fn respondent(&self) -> Respondent {
        respondent(self.codes)
    }
}

pub(super) fn respondent(codes: &[AreaCode]) -> Respondent {
    let names = codes.iter().map(|code| authority(*code).map_or("", |authority| authority.name)).collect();
    Respondent { codes: codes.to_vec(), names }
}

/// The sums over members that gave both figures exactly, and how many authorities they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Matched {
    pub(super) numerator: u64,
    pub(super) denominator: u64,
    pub(super) authorities: u64,
}

impl Matched {
    pub(super) fn of<'a>(members: impl IntoIterator<Item = &'a Member<'a>>, share: Share) -> Self {
        let mut sums = Self::default();
        for member in members {
            if let Some((numerator, denominator)) = member.matched(share) {
                sums.numerator += numerator;
                sums.denominator += denominator;
                sums.authorities += member.authorities();
            }
        }
        sums
    }

    pub(super) fn parts(self) -> (u64, u64) {
        (self.numerator, self.denominator)
    }

    /// `None` without children.
    pub(super) fn value(self) -> Option<f64> {
        (self.denominator > 0).then(|| self.numerator as f64 / self.denominator as f64)
    }
}

/// Every area that contains one of the authorities, including its own, with its members. What several authorities gave
/// together counts once, in every area that contains all of them.
pub(crate) fn areas_of(group: &Group) -> BTreeMap<Area, Vec<Member<'_>>> {
    let mut areas: BTreeMap<Area, Vec<Member<'_>>> = BTreeMap::new();
    for (code, given) in &group.given {
        let Some(authority) = authority(*code) else { continue };
        let member = Member { codes: std::slice::from_ref(code), given };
        let larger = authority.lies_in().into_iter().filter(|area| group.kingdom || area.level != Level::Kingdom);
        for area in larger.chain([Area::from(authority)]) {
            areas.entry(area).or_default().push(member);
        }
    }
    for (codes, given) in &group.together {
        for area in group.common_areas(codes) {
            areas.entry(area).or_default().push(Member { codes, given });
        }
    }
    areas
}

/// The largest areas that the answers are about: the United Kingdom, or the nations for DfE's published figures.
pub(super) fn largest<'a, 'b>(
    areas: &'b BTreeMap<Area, Vec<Member<'a>>>,
) -> impl Iterator<Item = (&'b Area, &'b [Member<'a>])> {
    let level = areas.keys().map(|area| area.level).min();
    areas.iter().filter(move |(area, _)| Some(area.level) == level).map(|(area, members)| (area, members.as_slice()))
}
