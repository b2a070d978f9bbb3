//! Answers and published figures of all files, put together: one answer for each authority, period, cohort and count.

mod agree;
mod chase;
mod entry;
mod fates;
mod gathering;
mod names;
mod printed;
mod wordings;

use crate::order::Ordered;
use std::borrow::Cow;
use std::collections::BTreeMap;

use super::ledger::Ledger;
use crate::Asked;
use crate::answer::{Answer, Withheld};
use crate::area::{AreaCode, authority};
use crate::cohort::{Count, Share};
use crate::decisions::Decisions;
use crate::rates::{Given, Group, GroupKey};
use crate::read::{Content, Figures, ReadFile};
use crate::report::{Chase, Conflict, Name, Published, Wording};
use agree::{Agreed, Settling};
use entry::{Answerer, Entry, Question};
use fates::Fates;
use gathering::Gathering;
use names::Names;
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

impl Gathered {
    pub(super) fn from(
        files: &[(usize, &ReadFile)],
        asked: &Asked,
        decisions: &Decisions,
        ledger: &mut Ledger,
    ) -> Self {
        let published: Vec<(usize, Cow<'_, Figures>)> = files
            .iter()
            .filter_map(|(file, read)| match &read.content {
                Content::Published(figures) => Some((*file, figures.meant(asked.published_years))),
                _ => None,
            })
            .collect();
        let asked = asked.period;
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
            if let Content::Answers(table) = &read.content {
                gathering.answers(*file, table, ledger);
            }
        }
        for (file, figures) in &published {
            gathering.published(*file, &figures.observations, ledger);
        }
        let mut gathered = gathering.settle(ledger);
        for (file, figures) in &published {
            gathered.check_printed(*file, &figures.shares, asked, ledger);
            gathered.show_printed(&figures.aggregates, asked);
        }
        gathered
    }
}

impl Gathering<'_> {
    /// One answer to each question.
    fn settle(mut self, ledger: &mut Ledger) -> Gathered {
        self.entries.order_by(Entry::order);
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
        leave_out_ended(&mut self.groups);
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

/// Leaves out authorities that had ended and gave no number: files list them for years in which nobody could answer. So it
/// is with those that took over from one together, where any of them answered for itself.
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
