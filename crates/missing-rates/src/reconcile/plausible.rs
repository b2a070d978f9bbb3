//! Whether what was read can be true. If an answer has more children missing than there are children, a person is asked
//! about it. If that happens in many rows of a file, the reading of its columns is in doubt.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Answerer, Entry, Question, answers_to};
use super::row_outcomes::RowOutcome;
use crate::answer::{Answer, Withheld};
use crate::cohort::{Cohort, Count, Share};
use crate::ledger::Ledger;
use crate::rates::{Given, Group, GroupKey};
use crate::report::Problem;

/// One in this many rows may be wrong in itself. If there are more, the reading is wrong.
const ONE_IN: u64 = 10;
/// The same where a person said what the columns are. If there are more, two columns were mistaken for each other.
const ONE_IN_AS_SAID: u64 = 2;

const BLANK: Answer = Answer::Withheld { reason: Withheld::Blank };

/// How many rows of a file have both numbers, and in how many of them more went missing than there are.
#[derive(Clone, Copy, Default)]
struct Tally {
    rows: u64,
    impossible: u64,
}

/// Leaves out impossible answers of single authorities, and everything that a file says about a cohort where its
/// reading is in doubt. `as_said` are the files whose columns a person named. Returns what became of the rows that are
/// not used for anything else.
pub(super) fn withhold_impossible(
    groups: &mut BTreeMap<GroupKey, Group>,
    entries: &[Entry],
    as_said: &BTreeSet<usize>,
    ledger: &mut Ledger,
) -> BTreeMap<(usize, u64), RowOutcome> {
    let doubted = doubted(groups, entries, as_said, ledger);
    let mut withheld: BTreeMap<Question, RowOutcome> = BTreeMap::new();
    for (key @ (period, cohort), group) in groups {
        for (whose, given) in each(group) {
            let file = |count: Count| first(entries, *key, count, &whose).map(|entry| entry.file);
            let question = |count: Count| Question { period: *period, cohort: *cohort, count, whose: whose.clone() };
            for count in one(*key, &whose, given, entries, ledger) {
                given.withhold(count, Withheld::Conflicting);
                withheld.insert(question(count), RowOutcome::Conflicting);
            }
            for count in Count::ALL {
                if file(count).is_some_and(|file| doubted.contains(&(file, *cohort))) {
                    given.withhold(count, Withheld::NotUnderstood);
                    withheld.insert(question(count), RowOutcome::InDoubt);
                }
            }
        }
    }
    rows_without(entries, &withheld)
}

/// The rows with all answers withheld.
fn rows_without(entries: &[Entry], withheld: &BTreeMap<Question, RowOutcome>) -> BTreeMap<(usize, u64), RowOutcome> {
    let mut rows: BTreeMap<(usize, u64), Option<RowOutcome>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.answer != BLANK) {
        let own = withheld.get(&entry.question).copied();
        let row = rows.entry((entry.file, entry.row)).or_insert(own);
        *row = row.zip(own).map(|(row, own)| row.min(own));
    }
    rows.into_iter().filter_map(|(place, outcome)| Some((place, outcome?))).collect()
}

/// The files whose reading is in doubt, each with the cohort.
fn doubted(
    groups: &mut BTreeMap<GroupKey, Group>,
    entries: &[Entry],
    as_said: &BTreeSet<usize>,
    ledger: &mut Ledger,
) -> BTreeSet<(usize, Cohort)> {
    let mut tallies: BTreeMap<(usize, Cohort), Tally> = BTreeMap::new();
    for (key, group) in groups {
        for (whose, given) in each(group) {
            let over = impossible(given);
            let told = Share::ALL.into_iter().filter(|share| given.bounds(share.numerator()).is_some());
            let Some(most) = told.min() else { continue };
            if given.bounds(Count::Children).is_none() {
                continue;
            }
            let numerator = over.first().copied().unwrap_or(most).numerator();
            let files = [numerator, Count::Children].map(|count| first(entries, *key, count, &whose).map(|e| e.file));
            for file in files.into_iter().flatten().collect::<BTreeSet<_>>() {
                let tally = tallies.entry((file, key.1)).or_default();
                tally.rows += 1;
                tally.impossible += u64::from(!over.is_empty());
            }
        }
    }
    let one_in = |file: usize| if as_said.contains(&file) { ONE_IN_AS_SAID } else { ONE_IN };
    tallies.retain(|(file, _), of| of.impossible * one_in(*file) > of.rows);
    for ((file, _), of) in &tallies {
        ledger.problem(*file, Problem::ReadingInDoubt { impossible: of.impossible, rows: of.rows });
    }
    tallies.into_keys().collect()
}

/// The shares whose lowest number of missing children is more than the highest number of children.
fn impossible(given: &Given) -> Vec<Share> {
    let most = given.bounds(Count::Children).map(|(_, most)| most);
    let over = |share: &Share| given.bounds(share.numerator()).zip(most).is_some_and(|((n, _), most)| n > most);
    Share::ALL.into_iter().filter(over).collect()
}

/// Finds answers with more children missing than children: one of the two counts is wrong, and nothing says which.
/// Returns both counts.
fn one(key: GroupKey, whose: &Answerer, given: &Given, entries: &[Entry], ledger: &mut Ledger) -> Vec<Count> {
    let place = |count: Count| first(entries, key, count, whose);
    let impossible = impossible(given);
    for share in &impossible {
        let most = given.bounds(Count::Children).map(|(_, most)| most);
        if let (Some(e), Some(most)) = (place(share.numerator()), most) {
            let found = given.bounds(share.numerator()).map_or(0, |(least, _)| least);
            ledger.find(e.file, "more-missing-than-children", e.row, &e.column, &format!("{found} > {most}"));
        }
    }
    let few = given.exact(Count::MissingIncidents).zip(given.exact(Count::ChildrenMissing));
    if let (Some((incidents, children)), Some(e)) = (few, place(Count::MissingIncidents))
        && incidents < children
    {
        let value = format!("{incidents} < {children}");
        ledger.find(e.file, "fewer-incidents-than-children", e.row, &e.column, &value);
    }
    let numerators = impossible.iter().map(|share| share.numerator());
    numerators.chain((!impossible.is_empty()).then_some(Count::Children)).collect()
}

/// What each authority gave, and what several authorities gave together.
pub(super) fn each(group: &mut Group) -> impl Iterator<Item = (Answerer, &mut Given)> {
    let one = group.given.iter_mut().map(|(code, given)| (Answerer::One(*code), given));
    let together = group.together.iter_mut();
    one.chain(together.map(|(codes, given)| (Answerer::Together(codes.as_slice().into()), given)))
}

/// The first entry that answers a question.
pub(super) fn first<'a>(
    entries: &'a [Entry],
    (period, cohort): GroupKey,
    count: Count,
    whose: &Answerer,
) -> Option<&'a Entry> {
    answers_to(entries, &Question { period, cohort, count, whose: whose.clone() }).first()
}
