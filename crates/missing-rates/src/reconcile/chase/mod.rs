//! Who to ask again: every authority of the nations that were asked, if its answer is missing, partial or in doubt.

use crate::order::Ordered;
use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Answerer, Entry, Question, answers_to};
use crate::answer::{Answer, Withheld};
use crate::area::{AreaCode, Nation, Standing, authorities, authority, standing};
use crate::cohort::Count;
use crate::rates::{Given, Group, GroupKey};
use crate::read::as_typed;
use crate::report::{Area, Chase, ChaseState, Want};

/// The counts that every authority is asked for, if any authority was asked for them.
const ASKED: [Count; 3] = [Count::Children, Count::ChildrenMissing, Count::MissingIncidents];

/// The authorities to ask again, by period, cohort and authority.
pub(super) fn chase(groups: &BTreeMap<GroupKey, Group>, entries: &[Entry]) -> Vec<Chase> {
    let mut list = Vec::new();
    for (key, group) in groups.iter().filter(|(_, group)| group.kingdom) {
        let all = || group.given.values().chain(group.together.values());
        let asked: Vec<Count> = ASKED.into_iter().filter(|c| all().any(|given| given.get(*c).is_some())).collect();
        if !asked.contains(&Count::ChildrenMissing) && !asked.contains(&Count::MissingIncidents) {
            continue;
        }
        let one = group.given.iter().map(|(code, given)| (Answerer::One(*code), Some(given)));
        let together =
            group.together.iter().map(|(codes, given)| (Answerer::Together(codes.as_slice().into()), Some(given)));
        let silent = silent(*key, group).into_iter().map(|code| (Answerer::One(code), None));
        let mut rows: Vec<(Answerer, Option<&Given>)> = one.chain(together).chain(silent).collect();
        rows.order_by(|(a, _), (b, _)| a.codes().cmp(b.codes()));
        list.extend(rows.into_iter().filter_map(|(whose, given)| row(*key, &whose, given, &asked, entries)));
    }
    list
}

/// The authorities that are in no file, but existed in the period and belong to a nation that answered.
fn silent((period, _): GroupKey, group: &Group) -> Vec<AreaCode> {
    let spoken: BTreeSet<AreaCode> = group.given.keys().chain(group.together.keys().flatten()).copied().collect();
    let nations: BTreeSet<Nation> = spoken.iter().filter_map(|code| authority(*code)).map(|a| a.nation).collect();
    // The successor or predecessor of an authority that answered is not asked again.
    let covered = |code: &AreaCode| {
        spoken.iter().filter_map(|code| authority(*code)).any(|a| a.successors.contains(code))
            || authority(*code).is_some_and(|a| a.successors.iter().any(|successor| spoken.contains(successor)))
    };
    let there = authorities().iter().filter(|a| matches!(standing(a, period), Standing::There | Standing::EndedWithin));
    let today =
        there.filter(|a| nations.contains(&a.nation) && (a.is_current() || standing(a, period) == Standing::There));
    today.map(|a| a.code).filter(|code| !spoken.contains(code) && !covered(code)).collect()
}

fn row(
    (period, cohort): GroupKey,
    whose: &Answerer,
    given: Option<&Given>,
    asked: &[Count],
    entries: &[Entry],
) -> Option<Chase> {
    const NOTHING: Answer = Answer::Withheld { reason: Withheld::NoReply };
    let exact = |count: Count| given.and_then(|given| given.exact(count));
    // If there are no children, or none went missing, nothing more need be asked.
    let follows = |count: Count| match count {
        Count::ChildrenMissing => exact(Count::Children) == Some(0),
        Count::MissingIncidents => exact(Count::ChildrenMissing) == Some(0) || exact(Count::Children) == Some(0),
        _ => false,
    };
    let wanting = asked.iter().copied().filter(|count| exact(*count).is_none() && !follows(*count));
    let mut wants: Vec<Want> = wanting
        .map(|measure| {
            let answer = given.and_then(|given| given.get(measure)).cloned().unwrap_or(NOTHING);
            let question = Question { period, cohort, count: measure, whose: whose.clone() };
            let differ = matches!(answer, Answer::Withheld { reason: Withheld::Conflicting });
            // If one answer has several spellings, the first in alphabetical order is shown, whatever the order of
            // rows.
            let said = answers_to(entries, &question).iter().filter(|entry| entry.answer == answer && !differ);
            let wording = as_typed(said.map(|entry| &*entry.wording).min().unwrap_or_default()).to_owned();
            Want { measure, answer, wording }
        })
        .collect();
    let pair = [Count::Children, Count::ChildrenMissing];
    let has = pair.iter().filter(|count| exact(**count).is_some()).count();
    // Incidents alone are chased only from authorities that gave the rest.
    if has == 2 && wants.iter().all(|want| want.measure == Count::MissingIncidents) {
        wants.retain(|want| !matches!(want.answer, Answer::Withheld { reason: Withheld::NoReply }) || given.is_some());
    }
    if wants.is_empty() {
        return None;
    }
    let of_pair: Vec<&Want> = wants.iter().filter(|want| pair.contains(&want.measure)).collect();
    let state = if wants.iter().all(Want::is_in_doubt) || of_pair.iter().any(|want| want.is_in_doubt()) && has == 0 {
        ChaseState::InDoubt
    } else if has == 0 {
        ChaseState::Missing
    } else {
        ChaseState::Partial
    };
    let areas: Vec<Area> = whose.codes().iter().filter_map(|code| authority(*code)).map(Area::from).collect();
    Some(Chase { authorities: areas, period, cohort, state, wants })
}
