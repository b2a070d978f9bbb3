//! What each authority gave for one period and cohort.

use std::collections::BTreeMap;

use crate::answer::{Answer, Withheld};
use crate::area::{AreaCode, Authority, authority};
use crate::cohort::{Cohort, Count};
use crate::period::Period;
use crate::report::{Area, Level};

/// When and who.
pub(crate) type GroupKey = (Period, Cohort);

/// The answers of one authority, or of several that answered together: one entry for each count, `None` where it was
/// not asked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given {
    answers: [Option<Answer>; Count::ALL.len()],
    /// How many further authorities the answers cover.
    further: u64,
}

impl Given {
    /// The answers of so many authorities together, before any is given.
    pub(crate) fn together(authorities: usize) -> Self {
        Self { further: authorities.saturating_sub(1) as u64, ..Self::default() }
    }

    /// How many authorities the answers cover.
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

    /// The lowest and highest possible value.
    pub(crate) fn bounds(&self, count: Count) -> Option<(u64, u64)> {
        self.get(count)?.bounds()
    }

    /// Whether any count is given, even if only as a range.
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
    /// What several authorities gave together, by their codes. It counts in every area that contains all of them, and
    /// is not any authority's own.
    pub(crate) together: BTreeMap<Vec<AreaCode>, Given>,
    /// Whether any of it answers a request, which may go to all four nations. DfE's figures are only about England.
    pub(crate) kingdom: bool,
    /// What child-level files give, which do not say whose they are.
    pub(crate) own: Option<Given>,
}

impl Group {
    /// The areas that contain all of these authorities. What they gave together counts there, once.
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
