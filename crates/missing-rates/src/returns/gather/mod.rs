//! Answers and published figures of all files, put together: one answer for each authority, period, cohort and count.

mod agree;
mod chase;
mod entry;
mod fates;
mod names;
mod printed;
mod wordings;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::ledger::Ledger;
use crate::answer::{Answer, Withheld};
use crate::cohort::{Count, Share};
use crate::decisions::{Decisions, Place};
use crate::observation::Observation;
use crate::period::Period;
use crate::rates::{Given, Group, GroupKey};
use crate::read::{AnswersTable, Content, ReadFile};
use crate::report::{Chase, Conflict, Name, Problem, Published, Wording};
use agree::{Agreed, Settling};
use entry::{Answerer, Entry, Question};
use fates::{Fate, Fates};
use names::{Names, Whom};
use wordings::Wordings;

/// What all files together say.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) groups: BTreeMap<GroupKey, Group>,
    pub(super) published: Vec<Published>,
    pub(super) wordings: Vec<Wording>,
    pub(super) names: Vec<Name>,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) chase: Vec<Chase>,
}

/// A percentage that was typed beside counts: its file, row and column, and what it is a share of.
struct Printed<'a> {
    file: usize,
    row: u64,
    column: &'a str,
    text: std::borrow::Cow<'a, str>,
    key: GroupKey,
    whose: Answerer,
    share: Share,
}

/// What is put together, file by file.
struct Gathering<'a> {
    asked: Option<Period>,
    decisions: &'a Decisions,
    file_names: &'a BTreeMap<usize, &'a str>,
    groups: BTreeMap<GroupKey, Group>,
    entries: Vec<Entry>,
    fates: Fates,
    names: Names,
    wordings: Wordings,
    printed: Vec<Printed<'a>>,
}

impl Gathered {
    pub(super) fn from(
        files: &[(usize, &ReadFile)],
        asked: Option<Period>,
        decisions: &Decisions,
        ledger: &mut Ledger,
    ) -> Self {
        let file_names: BTreeMap<usize, &str> =
            files.iter().map(|(index, read)| (*index, read.entry.name.as_str())).collect();
        let mut gathering = Gathering {
            asked,
            decisions,
            file_names: &file_names,
            groups: BTreeMap::new(),
            entries: Vec::new(),
            fates: Fates::default(),
            names: Names::default(),
            wordings: Wordings::default(),
            printed: Vec::new(),
        };
        for (file, read) in files {
            match &read.content {
                Content::Answers(table) => gathering.answers(*file, table, ledger),
                Content::Published(figures) => gathering.published(*file, &figures.observations, ledger),
                _ => {}
            }
        }
        let mut gathered = gathering.settle(ledger);
        for (file, read) in files {
            if let Content::Published(figures) = &read.content {
                gathered.check_printed(*file, &figures.shares, asked, ledger);
                gathered.show_printed(&figures.aggregates, asked);
            }
        }
        gathered
    }
}

impl<'a> Gathering<'a> {
    fn place(&self, file: usize, row: u64, column: &str) -> Place {
        let name = self.file_names.get(&file).copied().unwrap_or_default();
        Place { file: name.to_owned(), row, column: column.to_owned() }
    }

    /// The period of an answer, if it is one that the report is about.
    fn period(&mut self, file: usize, row: u64, said: Option<Period>, ledger: &mut Ledger) -> Option<Period> {
        let Some(period) = said.or(self.asked) else {
            ledger.problem(file, Problem::NoPeriod);
            self.fates.note(file, row, Fate::NoPeriod);
            return None;
        };
        if self.asked.is_some_and(|asked| asked != period) {
            self.fates.note(file, row, Fate::OutsidePeriod);
            return None;
        }
        Some(period)
    }

    fn published(&mut self, file: usize, observations: &[Observation], ledger: &mut Ledger) {
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

    fn answers(&mut self, file: usize, table: &'a AnswersTable, ledger: &mut Ledger) {
        let decisions = self.decisions;
        let whom: Vec<Whom> = table.names.iter().map(|typed| names::whom(typed, decisions)).collect();
        let read: Vec<(Answer, bool)> =
            table.wordings.iter().map(|wording| wordings::answer(wording, decisions)).collect();
        for cells in table.cells.chunk_by(|a, b| a.row == b.row) {
            let Some(first) = cells.first() else { continue };
            let row = first.row;
            let (Some(typed), Some(whom)) = (table.names.get(first.name as usize), whom.get(first.name as usize))
            else {
                continue;
            };
            let place = self.place(file, row, "");
            let fate = match whom {
                Whom::Authorities(_) => Fate::Used,
                Whom::Total => Fate::Total,
                Whom::OtherBody(_) => {
                    ledger.find(file, "other-body", row, "", typed.shown());
                    Fate::OtherBody
                }
                Whom::Nobody => Fate::OtherBody,
                Whom::Unknown(suggestions) => {
                    let says = |cell: &crate::read::TypedCell| {
                        table.wordings.get(cell.wording as usize).is_some_and(|wording| !wording.is_empty())
                    };
                    if suggestions.is_empty() && !cells.iter().any(says) {
                        // A note below the table.
                        self.fates.note(file, row, Fate::Empty);
                        continue;
                    }
                    let meant = suggestions.iter().map(|a| a.name.to_owned()).collect();
                    ledger.find_suggesting(file, "authority-not-recognised", row, typed.shown(), meant);
                    Fate::NotRecognised
                }
            };
            let Whom::Authorities(authorities) = whom else {
                self.names.count(typed, whom, None, place, decisions);
                self.fates.note(file, row, fate);
                continue;
            };
            let mut said = None;
            let mut stand_ins = None;
            for cell in cells {
                let Some((answer, decided)) = read.get(cell.wording as usize) else { continue };
                let Some(wording) = table.wordings.get(cell.wording as usize) else { continue };
                let Some(period) = self.period(file, row, cell.period, ledger) else { continue };
                let Some(whose) = names::whose(authorities, period) else { continue };
                said = said.or(whose.said);
                if whose.stand_ins {
                    stand_ins = Some(whose.answerer.clone());
                }
                let rule = match answer {
                    Answer::Withheld { reason: Withheld::NotACount } => Some("not-a-count"),
                    Answer::Withheld { reason: Withheld::NotUnderstood } => Some("not-understood"),
                    _ => None,
                };
                if let Some(rule) = rule {
                    ledger.find(file, rule, row, &cell.column, wording);
                }
                let name = self.file_names.get(&file).copied().unwrap_or_default();
                self.wordings.count(wording, answer, *decided, || Place {
                    file: name.to_owned(),
                    row,
                    column: cell.column.to_string(),
                });
                let share = Share::ALL.into_iter().find(|share| share.numerator() == cell.count);
                if let (Some(share), Some(percentage)) = (share, printed::percentage_in(wording)) {
                    self.printed.push(Printed {
                        file,
                        row,
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
                    row,
                    column: Rc::clone(&cell.column),
                    answer: answer.clone(),
                    wording: Rc::clone(wording),
                    typed: true,
                });
            }
            if let Some(rule) = said {
                ledger.find(file, rule, row, "", typed.shown());
            }
            self.names.count(typed, whom, stand_ins.as_ref(), place, decisions);
        }
        for share in &table.shares {
            let Some(Whom::Authorities(authorities)) = whom.get(share.name as usize) else { continue };
            let Some(period) = share.period.or(self.asked) else { continue };
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

    /// One answer to each question.
    fn settle(mut self, ledger: &mut Ledger) -> Gathered {
        self.entries.sort_unstable_by(Entry::order);
        let file = |file: usize| self.file_names.get(&file).map_or_else(String::new, |name| (*name).to_owned());
        let mut settling =
            Settling { entries: &self.entries, decisions: self.decisions, file: &file, conflicts: Vec::new() };
        let agreed = settling.settle(&mut self.fates, ledger);
        let conflicts = settling.conflicts;
        for Agreed { answer, entries } in &agreed {
            let question = &self.entries[entries.start].question;
            if let Some(group) = self.groups.get_mut(&(question.period, question.cohort)) {
                given_of(group, &question.whose).set(question.count, answer.clone());
            }
        }
        self.fates.enter(ledger);
        withhold_impossible(&mut self.groups, &self.entries, ledger);
        for p in &self.printed {
            let given = self.groups.get(&p.key).and_then(|group| match &p.whose {
                Answerer::One(code) => group.given.get(code),
                Answerer::Together(codes) => group.together.get(codes.as_ref()),
            });
            if let Some(right) = given.and_then(|given| printed::should_be(&p.text, given, p.share.numerator())) {
                let value = format!("{} ({right})", p.text);
                ledger.find(p.file, "printed-share-differs", p.row, p.column, &value);
            }
        }
        let chase = chase::chase(&self.groups, &self.entries);
        Gathered {
            groups: self.groups,
            published: Vec::new(),
            wordings: self.wordings.list(),
            names: self.names.list(),
            conflicts,
            chase,
        }
    }
}

/// What one authority, or several together, gave.
fn given_of<'a>(group: &'a mut Group, whose: &Answerer) -> &'a mut Given {
    match whose {
        Answerer::One(code) => group.given.entry(*code).or_default(),
        Answerer::Together(codes) => {
            group.together.entry(codes.to_vec()).or_insert_with(|| Given::together(codes.len()))
        }
    }
}

/// The entries that answer a question.
fn answers_to<'a>(entries: &'a [Entry], question: &Question) -> &'a [Entry] {
    let first = entries.partition_point(|entry| entry.question < *question);
    let rest = entries.get(first..).unwrap_or_default();
    &rest[..rest.partition_point(|entry| entry.question == *question)]
}

/// More children missing than there are children: one of the two is wrong, and nothing says which.
fn withhold_impossible(groups: &mut BTreeMap<GroupKey, Group>, entries: &[Entry], ledger: &mut Ledger) {
    for ((period, cohort), group) in groups {
        let one = group.given.iter_mut().map(|(code, given)| (Answerer::One(*code), given));
        let together =
            group.together.iter_mut().map(|(codes, given)| (Answerer::Together(codes.as_slice().into()), given));
        for (whose, given) in one.chain(together) {
            let place = |count: Count| {
                let question = Question { period: *period, cohort: *cohort, count, whose: whose.clone() };
                answers_to(entries, &question).first()
            };
            let most = given.bounds(Count::Children).map(|(_, most)| most);
            let over = |share: &Share| given.bounds(share.numerator()).zip(most).is_some_and(|((n, _), most)| n > most);
            let impossible: Vec<Share> = Share::ALL.into_iter().filter(over).collect();
            for share in &impossible {
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
            for share in &impossible {
                given.withhold(share.numerator(), Withheld::Conflicting);
                given.withhold(Count::Children, Withheld::Conflicting);
            }
        }
    }
}

/// An answer in short, for a finding.
fn shown(answer: &Answer) -> String {
    match answer {
        Answer::Exact { count } => count.to_string(),
        Answer::Range { lowest, highest } => format!("{lowest}–{highest}"),
        Answer::Withheld { .. } => "–".to_owned(),
    }
}
