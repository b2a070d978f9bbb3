//! What the wordings of a list of children mean, as they were read or as a person decided.

use std::collections::BTreeMap;

use missing_rows::{ChildId, Column, ListRow, Listed, Row};

use super::figures::listed_as;
use super::table::Table;
use super::years::ChildLevel;
use crate::answer::alike;
use crate::decisions::Decisions;
use crate::order::Ordered;
use crate::report::{ListWording, ListedAs};

/// How the wordings of the lists were read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ListWordings {
    /// Each wording that says what was decided about children and that can be shown.
    pub(crate) wordings: Vec<ListWording>,
    /// Rows that count after all, because a person said what they mean: index of the file, rows.
    pub(crate) decided: Vec<(usize, u64)>,
}

impl ListWordings {
    /// Adds the wordings of another authority, each once.
    pub(crate) fn add(&mut self, more: Self) {
        for wording in more.wordings {
            match self.wordings.iter_mut().find(|other| other.wording == wording.wording) {
                Some(other) => other.rows += wording.rows,
                None => self.wordings.push(wording),
            }
        }
        self.wordings.order_by(|a, b| a.wording.cmp(&b.wording));
        self.decided.extend(more.decided);
    }
}

/// Whether a list says of one child both that it was trafficked and that it was not.
pub(crate) fn differs(of_child: &[ListRow]) -> bool {
    listed_as(of_child).is_some() && of_child.iter().any(|row| row.listed == Listed::No)
}

impl ChildLevel<'_> {
    /// Why no figure can be based on the list: whether a person has to decide first what a wording means, and whether
    /// it contradicts itself. `None` if it can be used.
    pub(super) fn list_lacks(&self) -> Option<(bool, bool)> {
        if self.list.is_absent() || self.list_says_nothing {
            return Some((false, false));
        }
        let rows = self.list.rows();
        let undecided = rows.iter().any(|row| row.listed == Listed::NotUnderstood);
        let contradicted = rows.chunk_by(|a, b| a.child == b.child).any(differs);
        (undecided || contradicted).then_some((undecided, contradicted))
    }

    /// Whether the list has rows, and all of them need a decision.
    pub(super) fn list_is_undecided(&self) -> bool {
        !self.list.rows().is_empty() && self.list.rows().iter().all(|row| row.listed == Listed::NotUnderstood)
    }

    /// Takes the rows out of the list whose identifiers may be names of children: they are in no file of a return, and
    /// have more letters together than an identifier needs. Returns the file and row of each, and whether the row
    /// could be used.
    pub(crate) fn leave_out_names(&mut self) -> Vec<(usize, u64, bool)> {
        let mut names: Vec<ChildId> = self.list.rows().iter().map(Row::child).collect();
        names.dedup();
        names.retain(|child| !self.has(*child) && may_be_name(&self.list.child_text(*child).unwrap_or_default()));
        let is_name = |row: &ListRow| names.binary_search(&row.child).is_ok();
        let out = self.list.rows().iter().filter(|row| is_name(row)).map(|row| {
            let (file, number) = self.list.stands(row);
            (file, number, row.listed != Listed::NotUnderstood)
        });
        let out = out.collect();
        self.list_names = names.len();
        self.list.retain(|row| !is_name(row));
        out
    }

    /// Whether any file of a return has a child.
    pub(crate) fn has(&self, child: ChildId) -> bool {
        fn of<R: Row>(table: &Table<'_, R>, child: ChildId) -> bool {
            table.rows().binary_search_by_key(&child, Row::child).is_ok()
        }
        self.returns.iter().any(|own| {
            of(&own.header, child) || of(&own.episodes, child) || of(&own.uasc, child) || of(&own.missing, child)
        })
    }
}

/// Whether an identifier may be a name, or hold one: it has no digit, or two letters side by side.
fn may_be_name(identifier: &str) -> bool {
    let letters = |pair: &[char]| pair.iter().all(|c| c.is_alphabetic());
    let text: Vec<char> = identifier.chars().collect();
    !text.iter().any(char::is_ascii_digit) || text.windows(2).any(letters)
}

/// Reads the wordings of lists as a person decided, and reports how each was read.
///
/// A wording with words that are not about decisions is not shown, since it may hold a child’s name.
pub(crate) fn decide(list: &mut Table<'_, ListRow>, decisions: &Decisions) -> ListWordings {
    let mut found: BTreeMap<String, ListWording> = BTreeMap::new();
    let mut decided: BTreeMap<usize, u64> = BTreeMap::new();
    let mut meant: BTreeMap<(u16, u32), Listed> = BTreeMap::new();
    for row in list.rows() {
        let Some(text) = list.unread(row, Column::Trafficked) else { continue };
        let wording = alike(&text);
        let decision = decisions.listed(&wording);
        let says = decision.map_or(row.listed, Listed::from);
        if let Some(as_decided) = decision {
            meant.insert((row.file, row.row), Listed::from(as_decided));
            if row.listed == Listed::NotUnderstood {
                *decided.entry(list.stands(row).0).or_default() += 1;
            }
        }
        if !Listed::is_plain(&wording) {
            continue;
        }
        let entry = found.entry(wording.clone()).or_insert_with(|| ListWording {
            wording,
            read_as: ListedAs::of(says),
            rows: 0,
            decided: decision.is_some(),
        });
        entry.rows += 1;
    }
    if !meant.is_empty() {
        list.change(|row| {
            if let Some(listed) = meant.get(&(row.file, row.row)) {
                row.listed = *listed;
            }
        });
    }
    ListWordings { wordings: found.into_values().collect(), decided: decided.into_iter().collect() }
}
