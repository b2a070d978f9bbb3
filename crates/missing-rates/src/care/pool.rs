//! What is known about the children of several authorities together.

use std::collections::BTreeMap;

use super::profile::SETS;
use crate::group::By;
use crate::rates::divide;
use crate::report::{Area, Profile, Shown};

/// Adds up the profiles of several authorities; `of` holds the profiles of each. The sum holds only what is known for
/// every authority. A group without children at one authority counts as zero there.
pub(crate) fn pool(area: Area, of: &[Vec<Profile>]) -> Vec<Profile> {
    let set = |of: &Profile| SETS.iter().position(|set| *set == (of.cohort, of.on_list));
    let mut pooled: BTreeMap<_, Profile> = BTreeMap::new();
    for profile in of.iter().flatten().filter(|profile| of.iter().all(|own| is_grouped(own, profile))) {
        let key = (profile.period, set(profile), profile.code, profile.group as usize);
        match pooled.get_mut(&key) {
            Some(sum) => add(sum, profile),
            None => {
                pooled.insert(key, Profile { area, ..profile.clone() });
            }
        }
    }
    let mut pooled: Vec<Profile> = pooled.into_values().collect();
    pooled.iter_mut().for_each(divide);
    pooled
}

/// Whether an authority has the children of a cohort and, if it has any, groups them in the same way as a profile does.
fn is_grouped(own: &[Profile], like: &Profile) -> bool {
    let same = |of: &&Profile| (of.period, of.cohort, of.code) == (like.period, like.cohort, like.code);
    let whole = |of: &&Profile| same(of) && (of.by, of.on_list) == (By::None, None);
    let Some(whole) = own.iter().find(whole) else { return false };
    whole.children == 0 || own.iter().filter(same).any(|of| of.by == like.by)
}

fn add(sum: &mut Profile, more: &Profile) {
    let counts = [
        (&mut sum.children, more.children),
        (&mut sum.children_missing, more.children_missing),
        (&mut sum.incidents, more.incidents),
        (&mut sum.more_than_once, more.more_than_once),
        (&mut sum.at_end, more.at_end),
        (&mut sum.not_found, more.not_found),
        (&mut sum.carried_over, more.carried_over),
    ];
    for (sum, more) in counts {
        add_count(sum, more);
    }
    add_each(&mut sum.lengths, &more.lengths);
    add_each(&mut sum.times, &more.times);
    add_each(&mut sum.months, &more.months);
}

fn add_each<K: Ord + Copy>(sum: &mut BTreeMap<K, Shown>, more: &BTreeMap<K, Shown>) {
    for (key, count) in more {
        add_count(sum.entry(*key).or_insert(Shown::Number(0)), *count);
    }
}

/// What is not known of one authority is not known of all of them. Nothing is hidden before a report is made safe.
fn add_count(sum: &mut Shown, more: Shown) {
    *sum = match (sum.number(), more.number()) {
        (Some(one), Some(other)) => Shown::Number(one + other),
        _ => Shown::NotAvailable,
    };
}
