//! Turns answers as they were typed, file by file and row by row, into answers to questions.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::entry::{Answerer, Entry, Question, shown};
use super::names::{self, Names, Whom};
use super::printed;
use super::row_outcomes::{RowOutcome, RowOutcomes};
use super::wordings::{self, Wordings};
use crate::answer::{Answer, Withheld};
use crate::area::Authority;
use crate::cohort::Share;
use crate::decisions::{Decisions, Place};
use crate::ledger::Ledger;
use crate::observation::Observation;
use crate::period::Period;
use crate::rates::{Group, GroupKey};
use crate::read::{AnswersTable, Remark, TypedCell};
use crate::report::Problem;

/// A percentage that was typed beside counts: its file, row and column, and which share it is.
pub(super) struct Printed<'a> {
    pub(super) file: usize,
    pub(super) row: u64,
    pub(super) column: &'a str,
    pub(super) text: Cow<'a, str>,
    pub(super) key: GroupKey,
    pub(super) whose: Answerer,
    pub(super) share: Share,
}

/// What is collected, file by file.
pub(super) struct Collector<'a> {
    pub(super) asked: Option<Period>,
    pub(super) decisions: &'a Decisions,
    pub(super) file_names: &'a BTreeMap<usize, &'a str>,
    /// The files whose columns a person named.
    pub(super) as_said: BTreeSet<usize>,
    pub(super) groups: BTreeMap<GroupKey, Group>,
    pub(super) entries: Vec<Entry>,
    pub(super) outcomes: RowOutcomes,
    pub(super) names: Names,
    pub(super) wordings: Wordings,
    pub(super) printed: Vec<Printed<'a>>,
    /// What rows say apart from their answers, by file and row.
    pub(super) remarks: BTreeMap<usize, &'a BTreeMap<u64, Remark>>,
    /// The collection years that a person says of files, for answers without a period of their own.
    pub(super) years: BTreeMap<usize, Period>,
    /// The texts that name other years than the one asked for, by file: answers there without a period of their own are in
    /// doubt.
    pub(super) other_years: BTreeMap<usize, Vec<String>>,
}

impl<'a> Collector<'a> {
    fn place(&self, file: usize, row: u64, column: &str) -> Place {
        let name = self.file_names.get(&file).copied().unwrap_or_default();
        Place { file: name.to_owned(), row, column: column.to_owned() }
    }

    /// The period of an answer, if the report is about it.
    fn period(&mut self, file: usize, row: u64, said: Option<Period>, ledger: &mut Ledger) -> Option<Period> {
        let said = said.or_else(|| self.years.get(&file).copied());
        if let (None, Some(named)) = (said, self.other_years.get(&file)) {
            ledger.problem(file, Problem::PeriodInDoubt { named: named.clone() });
            self.outcomes.note(file, row, RowOutcome::NoPeriod);
            return None;
        }
        let Some(period) = said.or(self.asked) else {
            ledger.problem(file, Problem::NoPeriod);
            self.outcomes.note(file, row, RowOutcome::NoPeriod);
            return None;
        };
        if self.asked.is_some_and(|asked| asked != period) {
            self.outcomes.note(file, row, RowOutcome::OutsidePeriod);
            return None;
        }
        Some(period)
    }

    pub(super) fn published(&mut self, file: usize, observations: &[Observation], ledger: &mut Ledger) {
        for o in observations {
            let Some(period) = self.period(file, o.row, o.period, ledger) else { continue };
            self.groups.entry((period, o.cohort)).or_default();
            self.entries.push(Entry {
                question: Question { period, cohort: o.cohort, count: o.count, whose: Answerer::One(o.authority) },
                file,
                row: o.row,
                column: Rc::clone(&o.column),
                answer: o.answer.clone(),
                wording: shown(&o.answer).into(),
                typed: false,
            });
        }
    }

    pub(super) fn answers(&mut self, file: usize, table: &'a AnswersTable, ledger: &mut Ledger) {
        self.remarks.insert(file, &table.remarks);
        self.other_years.extend(table.other_years(self.asked).map(|named| (file, named)));
        let decisions = self.decisions;
        let whom: Vec<Whom> = table.names.iter().map(|typed| names::whom(typed, decisions)).collect();
        let mut read: Vec<(Answer, bool)> =
            table.wordings.iter().map(|wording| wordings::answer(wording, decisions)).collect();
        for (sum, terms) in &table.sums {
            let parts: Vec<Answer> =
                terms.iter().filter_map(|at| read.get(*at as usize)).map(|(answer, _)| answer.clone()).collect();
            if let Some(of) = read.get_mut(*sum as usize) {
                *of = (Answer::sum(&parts), false);
            }
        }
        for cells in table.cells.chunk_by(|a, b| (a.row, a.name) == (b.row, b.name)) {
            let Some(first) = cells.first() else { continue };
            match whom.get(first.name as usize) {
                Some(Whom::Authorities(authorities)) => {
                    self.row(file, table, cells, authorities, &read, ledger);
                }
                Some(whom) => self.nobodys_row(file, table, cells, whom, ledger),
                None => {}
            }
        }
        for share in &table.shares {
            let Some(Whom::Authorities(authorities)) = whom.get(share.name as usize) else { continue };
            let asked = self.asked.filter(|_| !self.other_years.contains_key(&file));
            let Some(period) = share.period.or_else(|| self.years.get(&file).copied()).or(asked) else { continue };
            let Some(whose) = names::whose(authorities, period) else { continue };
            self.printed.push(Printed {
                file,
                row: share.row,
                column: &share.column,
                text: share.printed.as_str().into(),
                key: (period, share.cohort),
                whose: whose.answerer,
                share: share.share,
            });
        }
    }

    /// Handles a row of a total, of another body, or of a name that is not known.
    fn nobodys_row(
        &mut self,
        file: usize,
        table: &AnswersTable,
        cells: &[TypedCell],
        whom: &Whom,
        ledger: &mut Ledger,
    ) {
        let Some((row, typed)) = cells.first().and_then(|cell| Some((cell.row, table.names.get(cell.name as usize)?)))
        else {
            return;
        };
        let outcome = match whom {
            Whom::Authorities(_) => return,
            Whom::Total => RowOutcome::Total,
            Whom::OtherBody(_) => {
                ledger.find(file, "other-body", row, "", typed.shown());
                RowOutcome::OtherBody
            }
            Whom::Nobody => RowOutcome::OtherBody,
            Whom::Unknown(suggestions) => {
                let says = |cell: &TypedCell| {
                    table.wordings.get(cell.wording as usize).is_some_and(|wording| !wording.is_empty())
                };
                if suggestions.is_empty() && !cells.iter().any(says) {
                    // This is a note below the table.
                    return self.outcomes.note(file, row, RowOutcome::Empty);
                }
                let meant = suggestions.iter().map(|a| a.name.to_owned()).collect();
                ledger.find_suggesting(file, "authority-not-recognised", row, typed.shown(), meant);
                RowOutcome::NotRecognised
            }
            Whom::Disagree(could_be) => {
                let meant = could_be.iter().map(|a| a.name.to_owned()).collect();
                let shown = typed.in_full().unwrap_or_default();
                ledger.find_suggesting(file, "code-and-name-disagree", row, &shown, meant);
                RowOutcome::NotRecognised
            }
        };
        let place = self.place(file, row, "");
        self.names.count(typed, whom, None, place, self.decisions);
        self.outcomes.note(file, row, outcome);
    }

    /// Handles a row of authorities: mostly of one.
    fn row(
        &mut self,
        file: usize,
        table: &'a AnswersTable,
        cells: &'a [TypedCell],
        authorities: &[&'static Authority],
        read: &[(Answer, bool)],
        ledger: &mut Ledger,
    ) {
        let mut said = None;
        let mut stand_ins = None;
        for cell in cells {
            let at = cell.wording as usize;
            let Some(((answer, decided), wording)) = read.get(at).zip(table.wordings.get(at)) else { continue };
            let Some(period) = self.period(file, cell.row, cell.period, ledger) else { continue };
            let Some(whose) = names::whose(authorities, period) else { continue };
            said = said.or(whose.said);
            if whose.stand_ins {
                stand_ins = Some(whose.answerer.clone());
            }
            match answer {
                Answer::Withheld { reason: Withheld::NotACount } => {
                    ledger.find(file, "not-a-count", cell.row, &cell.column, wording);
                }
                Answer::Withheld { reason: Withheld::NotUnderstood } => {
                    ledger.find(file, "not-understood", cell.row, &cell.column, wording);
                }
                _ => {}
            }
            let place = self.place(file, cell.row, &cell.column);
            match table.sums.get(&cell.wording) {
                None => self.wordings.count(wording, answer, *decided, place),
                // If the answer is a sum, its terms are what was typed.
                Some(terms) => {
                    for term in terms.iter().map(|at| *at as usize) {
                        if let Some(((answer, decided), wording)) = read.get(term).zip(table.wordings.get(term)) {
                            self.wordings.count(wording, answer, *decided, place.clone());
                        }
                    }
                }
            }
            let share = Share::ALL.into_iter().find(|share| share.numerator() == cell.count);
            if let (Some(share), Some(percentage)) = (share, printed::percentage_in(wording)) {
                self.printed.push(Printed {
                    file,
                    row: cell.row,
                    column: &cell.column,
                    text: format!("{percentage}%").into(),
                    key: (period, cell.cohort),
                    whose: whose.answerer.clone(),
                    share,
                });
            }
            self.groups.entry((period, cell.cohort)).or_default().kingdom = true;
            self.entries.push(Entry {
                question: Question { period, cohort: cell.cohort, count: cell.count, whose: whose.answerer },
                file,
                row: cell.row,
                column: Rc::clone(&cell.column),
                answer: answer.clone(),
                wording: Rc::clone(wording),
                typed: true,
            });
        }
        let Some((row, typed)) = cells.first().and_then(|cell| Some((cell.row, table.names.get(cell.name as usize)?)))
        else {
            return;
        };
        if let Some(rule) = said {
            ledger.find(file, rule, row, "", typed.shown());
        }
        let place = self.place(file, row, "");
        let whom = Whom::Authorities(authorities.to_vec());
        self.names.count(typed, &whom, stand_ins.as_ref(), place, self.decisions);
    }
}
