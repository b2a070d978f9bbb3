//! What each authority gave for one period and cohort.

use std::collections::BTreeMap;

use crate::answer::{Answer, Withheld};
use crate::area::{AreaCode, Authority, authority};
use crate::cohort::{Cohort, Count};
use crate::period::Period;
use crate::report::{Area, Level};

/// When and who.
pub(crate) type GroupKey = (Period, Cohort);

/// The answers of one authority, or of several that answered together: one place for each count; `None` where it was
/// not asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    answers: [Option<Answer>; Count::ALL.len()],
    /// How many further authorities the answers speak for.
    further: u64,
}

impl Given {
    /// The answers of so many authorities together, none of them given yet.
    pub(crate) fn together(authorities: usize) -> Self {
        Self { further: authorities.saturating_sub(1) as u64, ..Self::default() }
    }

    /// How many authorities the answers speak for.
    pub(crate) fn authorities(&self) -> u64 {
        1 + self.further
    }

    pub(crate) fn get(&self, count: Count) -> Option<&Answer> {
        self.answers[count as usize].as_ref()
    }

    pub(crate) fn set(&mut self, count: Count, answer: Answer) {
        self.answers[count as usize] = Some(answer);
    }

    pub(crate) fn exact(&self, count: Count) -> Option<u64> {
        self.get(count)?.exact()
    }

    /// The least and the most that it can be.
    pub(crate) fn bounds(&self, count: Count) -> Option<(u64, u64)> {
        self.get(count)?.bounds()
    }

    /// Whether any count is told, if only by a range.
    pub(crate) fn is_told(&self) -> bool {
        Count::ALL.into_iter().any(|count| self.bounds(count).is_some())
    }

    pub(crate) fn withhold(&mut self, count: Count, reason: Withheld) {
        self.set(count, Answer::Withheld { reason });
    }
}

/// What all authorities gave for one period and cohort.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub(crate) given: BTreeMap<AreaCode, Given>,
    /// What several gave together, by their codes. It counts in every area in which all of them lie, and is no
    /// authority's own.
    pub(crate) together: BTreeMap<Vec<AreaCode>, Given>,
    /// Whether any of it was answered to a request, which may go to all four nations. What DfE publishes is about
    /// England alone.
    pub(crate) kingdom: bool,
    /// What child-level files give, which do not say whose they are.
    pub(crate) own: Option<Given>,
}

impl Group {
    /// The areas in which all of these authorities lie: what they gave together counts there, once.
    pub(crate) fn common_areas(&self, codes: &[AreaCode]) -> Vec<Area> {
        let larger = |code: &AreaCode| authority(*code).map(Authority::lies_in).unwrap_or_default();
        let Some((first, others)) = codes.split_first() else { return Vec::new() };
        let mut common = larger(first);
        common.retain(|area| {
            (self.kingdom || area.level != Level::Kingdom) && others.iter().all(|code| larger(code).contains(area))
        });
        common
    }
}
