//! Answers that are larger than another of the same authority and period that they are a part of: one of the two is wrong, and
//! nothing says which. Both count, and it is said.

use std::collections::BTreeMap;

use super::entry::{Answerer, Entry};
use super::plausible::{each, first};
use crate::cohort::{Cohort, Count};
use crate::ledger::Ledger;
use crate::rates::{Given, Group, GroupKey};

/// Counts of children who are among those of another count of the same group.
const AMONG: [(Count, Count); 4] = [
    (Count::ChildrenMissingMoreThanOnce, Count::ChildrenMissing),
    (Count::ChildrenMissingAtEnd, Count::ChildrenMissing),
    (Count::ChildrenAwayMoreThanOnce, Count::ChildrenAway),
    (Count::ChildrenAwayAtEnd, Count::ChildrenAway),
];

/// The groups that all children of a group are in.
fn wider(cohort: Cohort) -> &'static [Cohort] {
    match cohort {
        Cohort::All => &[],
        Cohort::Unaccompanied | Cohort::Trafficked => &[Cohort::All],
        Cohort::TraffickedAndUnaccompanied => &[Cohort::Unaccompanied, Cohort::Trafficked, Cohort::All],
    }
}

/// Says which answers are larger than what they are a part of.
pub(super) fn find_larger_parts(groups: &mut BTreeMap<GroupKey, Group>, entries: &[Entry], ledger: &mut Ledger) {
    let mut all: BTreeMap<(GroupKey, Answerer), Given> = BTreeMap::new();
    for (key, group) in groups {
        all.extend(each(group).map(|(whose, given)| ((*key, whose), given.clone())));
    }
    for ((key @ (period, cohort), whose), given) in &all {
        let mut say = |count: Count, whole: Option<(u64, u64)>| {
            let over = given.bounds(count).zip(whole).filter(|((least, _), (_, most))| least > most);
            if let (Some(((least, _), (_, most))), Some(entry)) = (over, first(entries, *key, count, whose)) {
                let value = format!("{least} > {most}");
                ledger.find(entry.file, "part-larger-than-whole", entry.row, &entry.column, &value);
            }
            over.is_some()
        };
        for (part, whole) in AMONG {
            say(part, given.bounds(whole));
        }
        for count in Count::ALL {
            let wholes = wider(*cohort).iter().filter_map(|wider| all.get(&((*period, *wider), whose.clone())));
            // Once, however many groups it is larger than.
            let _ = wholes.map(|whole| whole.bounds(count)).any(|whole| say(count, whole));
        }
    }
}
