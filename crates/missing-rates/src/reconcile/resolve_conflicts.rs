//! Finds one answer to each question. Blanks say nothing, and the same answer given twice counts once. If answers
//! differ, none is used unless a person picks it. Two answers are never added up.

use crate::order::Ordered;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::entry::{Answerer, Entry, shown};
use super::row_outcomes::{RowOutcome, RowOutcomes};
use crate::answer::{Answer, Withheld};
use crate::area::{AreaCode, Standing, authority, predecessors, standing};
use crate::decisions::{Decisions, Disputed, Place, TypedAnswer};
use crate::ledger::Ledger;
use crate::read::Remark;
use crate::report::{Area, Conflict, Conflicting};

/// The answer to one question.
pub(super) struct Resolved {
    pub(super) answer: Answer,
    /// The entries that answer it.
    pub(super) entries: Range<usize>,
}

const NOT_APPLICABLE: Answer = Answer::Withheld { reason: Withheld::NotApplicable };
const BLANK: Answer = Answer::Withheld { reason: Withheld::Blank };
const CONFLICTING: Answer = Answer::Withheld { reason: Withheld::Conflicting };

/// What is needed to resolve questions.
pub(super) struct Resolving<'a> {
    /// Every answer, in order.
    pub(super) entries: &'a [Entry],
    pub(super) decisions: &'a Decisions,
    /// The name of a file.
    pub(super) file: &'a dyn Fn(usize) -> String,
    /// What rows say apart from their answers, by file and row.
    pub(super) remarks: &'a BTreeMap<usize, &'a BTreeMap<u64, Remark>>,
    pub(super) conflicts: Vec<Conflict>,
}

impl Resolving<'_> {
    /// One answer for each question, in order of the questions.
    pub(super) fn resolve(&mut self, outcomes: &mut RowOutcomes, ledger: &mut Ledger) -> Vec<Resolved> {
        let mut resolved = Vec::new();
        let mut at = 0;
        for same in self.entries.chunk_by(|a, b| a.question == b.question) {
            let entries = at..at + same.len();
            at = entries.end;
            let answer = self.one(entries.clone(), outcomes, ledger);
            resolved.push(Resolved { answer, entries });
        }
        self.overlapping(&mut resolved, outcomes, ledger);
        self.conflicts.order_by(|a, b| {
            (a.period, a.cohort, a.measure, &a.authorities).cmp(&(b.period, b.cohort, b.measure, &b.authorities))
        });
        resolved
    }

    /// The one answer from the entries for the same question.
    fn one(&mut self, same: Range<usize>, outcomes: &mut RowOutcomes, ledger: &mut Ledger) -> Answer {
        let entries = &self.entries[same.clone()];
        let mut full = entries.iter().filter(|e| e.answer != BLANK);
        let first = full.next();
        let answer = first.map_or(&BLANK, |e| &e.answer);
        if full.any(|e| e.answer != *answer) {
            return match self.conflict(std::slice::from_ref(&same), outcomes, ledger) {
                Some(place) => self.entries[place].answer.clone(),
                None => CONFLICTING,
            };
        }
        let used = first.or(entries.first()).map(|e| (e.file, e.row));
        for e in entries {
            outcomes.note(
                e.file,
                e.row,
                if Some((e.file, e.row)) == used { RowOutcome::Used } else { RowOutcome::Repeated },
            );
        }
        answer.clone()
    }

    /// Notes a conflict between answers to these questions, and which answer was picked.
    fn conflict(
        &mut self,
        questions: &[Range<usize>],
        outcomes: &mut RowOutcomes,
        ledger: &mut Ledger,
    ) -> Option<usize> {
        let first = &self.entries[questions.first()?.start].question;
        let indexes = || questions.iter().cloned().flatten();
        let mut codes: Vec<AreaCode> =
            questions.iter().flat_map(|same| self.entries[same.start].question.whose.codes()).copied().collect();
        codes.order();
        codes.dedup();
        let disputed =
            Disputed { authorities: codes.clone(), period: first.period, cohort: first.cohort, measure: first.count };
        let place = |e: &Entry| Place { file: (self.file)(e.file), row: e.row, column: e.column.to_string() };
        let typed = |e: &Entry| TypedAnswer::new(e.question.whose.codes().to_vec(), &e.wording);
        let differing = || indexes().filter(|at| self.entries[*at].answer != BLANK);
        let among: BTreeSet<TypedAnswer> = differing().map(|at| typed(&self.entries[at])).collect();
        let wanted = self.decisions.picked(&disputed, &among);
        let picked = wanted.and_then(|wanted| differing().find(|at| typed(&self.entries[*at]) == *wanted));
        let remark = |e: &Entry| self.remarks.get(&e.file)?.get(&e.row);
        let mut answers = Vec::new();
        for at in indexes() {
            let e = &self.entries[at];
            if e.answer == BLANK {
                outcomes.note(e.file, e.row, RowOutcome::Repeated);
                continue;
            }
            outcomes.note(e.file, e.row, if picked == Some(at) { RowOutcome::Used } else { RowOutcome::Conflicting });
            if picked.is_none() {
                ledger.find(e.file, "conflicting-answers", e.row, &e.column, &shown(&e.answer));
            }
            answers.push(Conflicting {
                authorities: areas(e.question.whose.codes()),
                place: place(e),
                wording: e.wording.to_string(),
                answer: e.answer.clone(),
                received: remark(e).and_then(|remark| remark.received),
                notes: remark(e).map_or(String::new(), |remark| remark.notes.clone()),
                picked: picked == Some(at),
            });
        }
        self.conflicts.push(Conflict {
            authorities: areas(&codes),
            period: disputed.period,
            cohort: disputed.cohort,
            measure: disputed.measure,
            answers,
        });
        picked
    }

    /// Finds the same children in answers of different bodies. A joint answer may be beside the answer of one of its
    /// authorities. An authority's answer for days before it existed may be beside the answer of an authority that it
    /// took over from.
    fn overlapping(&mut self, resolved: &mut [Resolved], outcomes: &mut RowOutcomes, ledger: &mut Ledger) {
        let entries = self.entries;
        let question = |resolved: &Resolved| &entries[resolved.entries.start].question;
        let mut at = 0;
        while at < resolved.len() {
            let of = question(&resolved[at]);
            let same = |other: &Resolved| {
                let other = question(other);
                (other.period, other.cohort, other.count) == (of.period, of.cohort, of.count)
            };
            let end = at + resolved[at..].iter().take_while(|other| same(other)).count();
            let period = of.period;
            // A body that no longer exists, or does not exist yet, says nothing about the others by “not applicable”.
            let speaks = |of: &Resolved| of.answer != BLANK && of.answer != NOT_APPLICABLE;
            let says: Vec<usize> =
                (at..end).filter(|i| speaks(&resolved[*i]) && entries[resolved[*i].entries.start].typed).collect();
            let wide: Vec<usize> =
                says.iter().copied().filter(|i| speaks_for_others(&question(&resolved[*i]).whose, period)).collect();
            let mut done: Vec<usize> = Vec::new();
            for i in wide {
                if done.contains(&i) {
                    continue;
                }
                let overlaps =
                    |j: usize, k: usize| overlap(&question(&resolved[j]).whose, &question(&resolved[k]).whose);
                let mut group = vec![i];
                let mut next = 0;
                while next < group.len() {
                    let more: Vec<usize> =
                        says.iter().copied().filter(|j| !group.contains(j) && overlaps(group[next], *j)).collect();
                    group.extend(more);
                    next += 1;
                }
                if group.len() < 2 {
                    continue;
                }
                group.order();
                let questions: Vec<Range<usize>> = group.iter().map(|j| resolved[*j].entries.clone()).collect();
                let picked = self.conflict(&questions, outcomes, ledger);
                let kept = picked.and_then(|p| group.iter().copied().find(|j| resolved[*j].entries.contains(&p)));
                for j in &group {
                    resolved[*j].answer = match (picked, kept) {
                        (Some(p), Some(kept)) if *j == kept => entries[p].answer.clone(),
                        // An answer that the picked one does not cover is kept beside it.
                        (Some(_), Some(kept))
                            if !overlap(&question(&resolved[*j]).whose, &question(&resolved[kept]).whose) =>
                        {
                            for entry in resolved[*j].entries.clone() {
                                outcomes.note(entries[entry].file, entries[entry].row, RowOutcome::Used);
                            }
                            resolved[*j].answer.clone()
                        }
                        (Some(_), _) => Answer::Withheld { reason: Withheld::CountedElsewhere },
                        (None, _) => CONFLICTING,
                    };
                }
                done.extend(group);
            }
            at = end;
        }
    }
}

fn areas(codes: &[AreaCode]) -> Vec<Area> {
    codes.iter().filter_map(|code| authority(*code)).map(Area::from).collect()
}

/// Whether an answer can hold children of bodies other than the one that it is listed under.
fn speaks_for_others(whose: &Answerer, period: crate::period::Period) -> bool {
    match whose {
        Answerer::Together(_) => true,
        Answerer::One(code) => authority(*code).is_some_and(|one| matches!(standing(one, period), Standing::NotYet(_))),
    }
}

fn overlap(a: &Answerer, b: &Answerer) -> bool {
    let took_over = |new: &[AreaCode], old: &[AreaCode]| {
        let before = new.iter().filter_map(|code| authority(*code)).flat_map(predecessors);
        before.into_iter().any(|before| old.contains(&before.code))
    };
    a != b
        && (a.codes().iter().any(|code| b.codes().contains(code))
            || took_over(a.codes(), b.codes())
            || took_over(b.codes(), a.codes()))
}
