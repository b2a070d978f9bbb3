//! Puts the answers and published figures of all files together: one answer for each authority, period, cohort and
//! count.

mod chase;
mod collect;
mod entry;
mod names;
mod part_and_whole;
mod plausible;
mod printed;
mod resolve_conflicts;
mod row_outcomes;
mod wordings;

use crate::order::Ordered;
use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::area::{AreaCode, authority};
use crate::decisions::Decisions;
use crate::ledger::Ledger;
use crate::period::Period;
use crate::query::Query;
use crate::rates::{Given, Group, GroupKey};
use crate::read::{Content, Figures, ReadFile};
use crate::report::{Chase, Conflict, FileKind, Name, Problem, Published, Wording};
use collect::Collector;
use entry::{Answerer, Entry};
use names::Names;
use resolve_conflicts::{Resolved, Resolving};
use row_outcomes::RowOutcomes;
use wordings::Wordings;

/// The answers of all files together.
#[derive(Debug, Default)]
pub(crate) struct Reconciled {
    pub(crate) groups: BTreeMap<GroupKey, Group>,
    pub(crate) published: Vec<Published>,
    pub(crate) wordings: Vec<Wording>,
    pub(crate) names: Vec<Name>,
    pub(crate) conflicts: Vec<Conflict>,
    pub(crate) chase: Vec<Chase>,
}

impl Reconciled {
    pub(crate) fn from(
        files: &[(usize, &ReadFile)],
        query: &Query,
        decisions: &Decisions,
        ledger: &mut Ledger,
    ) -> Self {
        let published: Vec<(usize, Cow<'_, Figures>)> = files
            .iter()
            .filter_map(|(file, read)| match &read.content {
                Content::Published(figures) => Some((*file, figures.meant(query.published_years))),
                _ => None,
            })
            .collect();
        let asked = query.period;
        let file_names: BTreeMap<usize, &str> =
            files.iter().map(|(index, read)| (*index, read.entry.name.as_str())).collect();
        let mut collector = Collector {
            asked,
            decisions,
            file_names: &file_names,
            as_said: files.iter().filter(|(_, read)| read.mapped).map(|(file, _)| *file).collect(),
            groups: BTreeMap::new(),
            entries: Vec::new(),
            outcomes: RowOutcomes::default(),
            names: Names::default(),
            wordings: Wordings::default(),
            printed: Vec::new(),
            remarks: BTreeMap::new(),
            years: years(files, query, ledger),
            other_years: BTreeMap::new(),
        };
        for (file, read) in files {
            if let Content::Answers(table) = &read.content {
                collector.answers(*file, table, ledger);
            }
        }
        for (file, figures) in &published {
            collector.published(*file, &figures.observations, ledger);
        }
        let mut reconciled = collector.resolve(ledger);
        for (file, figures) in &published {
            printed::check_printed(&reconciled.groups, *file, &figures.shares, asked, ledger);
            printed::show_printed(&mut reconciled.published, &figures.aggregates, asked);
        }
        reconciled
    }
}

/// The collection years that are said of files whose answers do not all say their period. Of another file that is no module of a
/// return, a year that is said changes nothing, which is noted.
fn years(files: &[(usize, &ReadFile)], query: &Query, ledger: &mut Ledger) -> BTreeMap<usize, Period> {
    let mut years = BTreeMap::new();
    for (index, read) in files {
        let Some(year) = query.year_of(read.id, &read.entry.name) else { continue };
        let undated = match &read.content {
            Content::Answers(table) => table.cells.iter().any(|cell| cell.period.is_none()),
            Content::Published(_) | Content::Past(_) => false,
            // A list is for every year. Of one that is named here that is said where it is named.
            Content::Modules(_) if is_list(read) && !query.years.contains_key(&read.id) => false,
            _ => continue,
        };
        if undated {
            years.extend(Period::collection_year(year).map(|period| (*index, period)));
        } else {
            ledger.find(*index, "year-changes-nothing", 0, "", &year.to_string());
        }
    }
    years
}

fn is_list(read: &ReadFile) -> bool {
    matches!(read.entry.kind, FileKind::ChildList | FileKind::Teams | FileKind::Interviews)
}

/// Whether so many rows of a file are impossible in themselves that a person has to say what its columns are.
pub(crate) fn reading_in_doubt(file: &ReadFile) -> bool {
    if !matches!(file.content, Content::Answers(_)) {
        return false;
    }
    let mut ledger = Ledger::new(&[file]);
    Reconciled::from(&[(0, file)], &Query::default(), &Decisions::default(), &mut ledger);
    ledger.entries().iter().any(|entry| matches!(entry.problem, Some(Problem::ReadingInDoubt { .. })))
}

impl Collector<'_> {
    /// One answer to each question.
    fn resolve(mut self, ledger: &mut Ledger) -> Reconciled {
        self.entries.order_by(Entry::order);
        let file = |file: usize| self.file_names.get(&file).map_or_else(String::new, |name| (*name).to_owned());
        let mut resolving = Resolving {
            entries: &self.entries,
            decisions: self.decisions,
            file: &file,
            remarks: &self.remarks,
            conflicts: Vec::new(),
        };
        let resolved = resolving.resolve(&mut self.outcomes, ledger);
        let conflicts = resolving.conflicts;
        for Resolved { answer, entries } in &resolved {
            let question = &self.entries[entries.start].question;
            if let Some(group) = self.groups.get_mut(&(question.period, question.cohort)) {
                given_of(group, &question.whose).set(question.count, answer.clone());
            }
        }
        let without = plausible::withhold_impossible(&mut self.groups, &self.entries, &self.as_said, ledger);
        part_and_whole::find_larger_parts(&mut self.groups, &self.entries, ledger);
        for ((file, row), outcome) in without {
            self.outcomes.withhold(file, row, outcome);
        }
        self.outcomes.enter(ledger);
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
        leave_out_ended(&mut self.groups);
        let chase = chase::chase(&self.groups, &self.entries);
        Reconciled {
            groups: self.groups,
            published: Vec::new(),
            wordings: self.wordings.list(),
            names: self.names.list(),
            conflicts,
            chase,
        }
    }
}

/// Leaves out authorities that had ended and gave no number: files list them for years in which nobody could answer. It
/// also leaves out successors that together gave no number for an authority that had ended, if any of them answered for
/// itself.
fn leave_out_ended(groups: &mut BTreeMap<GroupKey, Group>) {
    for ((period, _), group) in groups {
        let was_there = |code: &AreaCode| authority(*code).is_none_or(|of| of.is_there_at_the_end(*period));
        group.given.retain(|code, given| given.is_told() || was_there(code));
        let alone = |code: &AreaCode| group.given.contains_key(code);
        group.together.retain(|codes, given| given.is_told() || !codes.iter().any(alone));
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
