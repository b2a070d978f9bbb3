//! Compares the rows that break rules with an earlier work list.

use missing_rows::ChildId;

use crate::care::{TeamsOf, teams};
use crate::checks::{Handled, Listing, WorkList, WorkRow, check, work_list};
use crate::order::Ordered;
use crate::query::Query;
use crate::read::{Content, NAME_JOINT, PastRow, ReadFile};
use crate::report::{FileKind, Sentences};
use crate::returns::Returns;
use crate::since::{PastFinding, Since};

/// The sheets that the product writes beside a work list, or beside figures, by their names.
const BESIDE: [&str; 6] = ["Cover", "Notes", "Cautions", "Columns", "Findings", "Based on"];

/// The files, by index, that are such sheets of a workbook that the product wrote, and what its list or its figures are.
pub(super) fn sheets_beside(files: &[&ReadFile]) -> Vec<(usize, FileKind)> {
    let workbook = |file: &ReadFile| file.entry.name.rsplit_once(NAME_JOINT).map(|(of, _)| of.to_owned());
    let is_own = |file: &ReadFile| {
        let figures = matches!(file.content, Content::Answers(_));
        matches!(file.content, Content::Past(_))
            || figures && file.notes.findings.iter().any(|(rule, _)| *rule == "own-file")
    };
    let own: Vec<(String, FileKind)> =
        files.iter().filter(|file| is_own(file)).filter_map(|file| Some((workbook(file)?, file.entry.kind))).collect();
    let beside = |(at, file): (usize, &&ReadFile)| {
        let (of, sheet) = file.entry.name.rsplit_once(NAME_JOINT)?;
        let is_sheet = matches!(file.content, Content::Nothing) && BESIDE.contains(&sheet);
        let kind = own.iter().find(|(name, _)| is_sheet && name == of).map(|(_, kind)| *kind)?;
        Some((at, kind))
    };
    files.iter().enumerate().filter_map(beside).collect()
}

/// The rule, the child and the collection year: what is alike in these may be the same finding.
type Alike = (&'static str, Option<ChildId>, Option<i32>);

impl Returns {
    /// What became of the rows of the work list among the files. `None` without one, and where the query asks for figures
    /// that are safe to publish. `words` are those in which the list was written.
    pub fn since(&self, query: &Query, words: &dyn Sentences) -> Option<Since> {
        let past = self.past_lists();
        if past.is_empty() || query.disclosure.is_safe() {
            return None;
        }
        let names = past.iter().map(|(name, ..)| (*name).to_owned()).collect();
        let [(.., rows)] = past[..] else { return Some(Since { lists: names, ..Since::default() }) };
        let (now, known) = self.work_now(query);
        Some(compared(rows, now.rows, &known, words, names))
    }

    /// The work lists among the files, each with its name: the same list chosen twice is one.
    fn past_lists(&self) -> Vec<(&str, &[PastRow])> {
        let mut past: Vec<(&str, &[PastRow])> = Vec::new();
        let bare = |rows: &[PastRow]| -> Vec<PastRow> {
            rows.iter().map(|row| PastRow { handled: Handled::default(), ..row.clone() }).collect()
        };
        for file in self.by_name().into_iter().filter(|file| file.entry.problem.is_none()) {
            let Content::Past(rows) = &file.content else { continue };
            let is_written = |rows: &[PastRow]| rows.iter().any(|row| row.handled != Handled::default());
            match past.iter_mut().find(|(_, other)| bare(other) == bare(rows)) {
                Some((_, other)) if *other == rows.as_slice() || !is_written(rows) => {}
                // A person has written into one of them.
                Some(other) if !is_written(other.1) => *other = (&file.entry.name, rows),
                // Of two that say different things neither is taken.
                _ => past.push((&file.entry.name, rows)),
            }
        }
        past
    }

    /// Every row that breaks a rule, with what a person wrote about the same finding into an earlier work list among the files.
    /// `words` are those in which the list was written.
    pub fn work_rows_since(&self, query: &Query, words: &dyn Sentences) -> WorkList {
        let mut list = self.work_rows(query);
        if let [(_, past)] = self.past_lists()[..]
            && !query.disclosure.is_safe()
        {
            let matches = matched(past, &list.rows, words);
            for (row, at) in list.rows.iter_mut().zip(matches) {
                if let Some(found) = at.and_then(|at| past.get(at)) {
                    row.handled.clone_from(&found.handled);
                }
            }
        }
        list
    }

    /// The names of the teams in the lists of teams, in order.
    pub fn teams(&self, query: &Query) -> Vec<String> {
        if query.disclosure.is_safe() {
            return Vec::new();
        }
        self.of_levels(query, |levels, _| {
            let lists: Vec<TeamsOf> = levels.iter().map(|level| teams(&level.of.teams)).collect();
            TeamsOf::names(lists.iter())
        })
    }

    /// Every row that breaks a rule, and what is known about the rules that ran and the children that are there.
    pub(super) fn work_now(&self, query: &Query) -> (WorkList, Known) {
        self.of_levels(query, |levels, ledger| {
            let names = ledger.names();
            let noted = ledger.noted("no-child");
            let none = (Vec::new(), 0);
            let (mut all, mut known) = (WorkList::default(), Known::default());
            for (nth, level) in levels.iter().enumerate() {
                let listing = Listing { all: &level.of, names: &names };
                let checked = check(&level.of);
                let noted = if nth == 0 { &noted } else { &none };
                let list = work_list(&listing, &checked.violations, noted, query.work_order);
                all.rows.extend(list.rows);
                all.more += list.more;
                known.ran.extend(checked.runs.iter().filter(|run| run.ran).map(|run| (run.rule, run.year)));
                known.lacked.extend(checked.runs.iter().filter(|run| !run.ran).map(|run| (run.rule, run.year)));
                for own in &level.of.returns {
                    known.children.extend(own.header.rows().iter().map(|row| row.child));
                    known.children.extend(own.episodes.rows().iter().map(|row| row.child));
                    known.children.extend(own.missing.rows().iter().map(|row| row.child));
                    known.children.extend(own.uasc.rows().iter().map(|row| row.child));
                }
                known.children.extend(level.of.list.rows().iter().map(|row| row.child));
            }
            known.children.order();
            known.children.dedup();
            (all, known)
        })
    }
}

/// What could be found.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Rules that ran, with the year that they ran on, and those that could not on any authority's.
    ran: Vec<(&'static str, Option<i32>)>,
    lacked: Vec<(&'static str, Option<i32>)>,
    /// In order.
    children: Vec<ChildId>,
}

impl Known {
    fn checked(&self, rule: &'static str, year: Option<i32>) -> bool {
        rule == "no-child" || self.ran.contains(&(rule, year)) && !self.lacked.contains(&(rule, year))
    }
}

/// For each row that breaks a rule now, the row of the list that is the same finding: first those with the very same values, then
/// those that still break the same rule with others.
fn matched(past: &[PastRow], now: &[WorkRow], words: &dyn Sentences) -> Vec<Option<usize>> {
    let key = |at: &usize| {
        let row = &past[*at];
        (row.rule, row.child.as_ref().map(|(id, _)| *id), row.year)
    };
    let mut order: Vec<usize> = (0..past.len()).collect();
    order.order_by_key(key);
    let mut is_found = vec![false; past.len()];
    let alike = |row: &WorkRow| -> Alike {
        (row.rule.code, row.found.child.as_ref().and_then(|child| ChildId::read(child.as_bytes())), row.year)
    };
    // A sheet has an empty cell for a blank, and a CSV file a word.
    let blank = format!(" {}", words.blank());
    let is_said = |value: &&String| !value.ends_with(&blank);
    let is_same = |one: &[String], other: &[String]| one.iter().filter(is_said).eq(other.iter().filter(is_said));
    let mut matches = vec![None; now.len()];
    for same in [true, false] {
        for (row, matched) in now.iter().zip(&mut matches).filter(|(_, matched)| matched.is_none()) {
            let alike = alike(row);
            let values = if same { row.values(words) } else { Vec::new() };
            let from = order.partition_point(|at| key(at) < alike);
            let of_same = order.iter().skip(from).take_while(|at| key(at) == alike);
            let found = of_same.copied().find(|at| !is_found[*at] && (!same || is_same(&past[*at].values, &values)));
            if let Some(found) = found {
                (is_found[found], *matched) = (true, Some(found));
            }
        }
    }
    matches
}

fn compared(past: &[PastRow], now: Vec<WorkRow>, known: &Known, words: &dyn Sentences, lists: Vec<String>) -> Since {
    let matches = matched(past, &now, words);
    let mut is_found = vec![false; past.len()];
    matches.iter().flatten().for_each(|at| is_found[*at] = true);
    let mut since = Since { lists, ..Since::default() };
    for (row, matched) in now.into_iter().zip(matches) {
        if matched.is_some() { since.left.push(row) } else { since.new.push(row) }
    }
    for (row, _) in past.iter().zip(is_found).filter(|(_, is_found)| !is_found) {
        let is_there = row.child.as_ref().is_none_or(|(id, _)| known.children.binary_search(id).is_ok());
        let list = if !known.checked(row.rule, row.year) {
            &mut since.not_checked
        } else if is_there {
            &mut since.fixed
        } else {
            &mut since.gone
        };
        list.push(PastFinding {
            rule: row.rule,
            child: row.child.as_ref().map(|(_, text)| text.clone()).unwrap_or_default(),
            file: row.file.clone(),
            row: row.row.clone(),
            year: row.year,
            values: row.values.clone(),
        });
    }
    since
}
