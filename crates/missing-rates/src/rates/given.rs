//! What each authority gave for one period and cohort.

use std::collections::BTreeMap;

use crate::answer::{Answer, Withheld};
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count};
use crate::period::Period;

/// When and who.
pub(crate) type GroupKey = (Period, Cohort);

/// The answers of one authority, one place for each count; `None` where it was not asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Given([Option<Answer>; Count::ALL.len()]);

impl Given {
    pub(crate) fn get(&self, count: Count) -> Option<&Answer> {
        self.0[count as usize].as_ref()
    }

    pub(crate) fn set(&mut self, count: Count, answer: Answer) {
        self.0[count as usize] = Some(answer);
    }

    pub(crate) fn exact(&self, count: Count) -> Option<u64> {
        self.get(count)?.exact()
    }

    /// The least and the most that it can be.
    pub(crate) fn bounds(&self, count: Count) -> Option<(u64, u64)> {
        self.get(count)?.bounds()
    }

    pub(crate) fn withhold(&mut self, count: Count, reason: Withheld) {
        self.set(count, Answer::Withheld { reason });
    }
}

/// What all authorities gave for one period and cohort.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub(crate) given: BTreeMap<AreaCode, Given>,
    /// Whether any of it was answered to a request, which may go to all four nations. What DfE publishes is about
    /// England alone.
    pub(crate) kingdom: bool,
    /// What child-level files give, which do not say whose they are.
    pub(crate) own: Option<Given>,
}
