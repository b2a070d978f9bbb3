//! Where the decisions of two documents contradict each other.

use std::collections::{BTreeMap, BTreeSet};

use super::Decisions;
use crate::report::KeptSetting;

impl Decisions {
    /// What both decide, and differently.
    pub(crate) fn differ(&self, other: &Self) -> BTreeSet<KeptSetting> {
        let picks = self.conflicts.iter().any(|(figure, pick)| {
            // Of other answers to one figure another may count.
            other.conflicts.get(figure).is_some_and(|of| of.among == pick.among && of.answer != pick.answer)
        });
        let modules = self.modules.iter().any(|decided| {
            let about = |of: &&super::OneModule| of.is_about(decided.files.keys().map(String::as_str));
            other.modules.iter().filter(about).any(|of| {
                // Under what names is not decided.
                of.used != decided.used || !of.files.keys().eq(decided.files.keys())
            })
        });
        let all = [
            (KeptSetting::Wordings, differ(&self.wordings, &other.wordings)),
            (KeptSetting::Lists, differ(&self.listed, &other.listed)),
            (KeptSetting::Names, differ(&self.names, &other.names)),
            (KeptSetting::Answers, picks),
            (KeptSetting::Files, modules),
        ];
        all.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect()
    }
}

/// Whether both have a key, with different values.
pub(crate) fn differ<K: Ord, V: PartialEq>(one: &BTreeMap<K, V>, other: &BTreeMap<K, V>) -> bool {
    one.iter().any(|(key, value)| other.get(key).is_some_and(|of| of != value))
}
