//! What the wordings of a list of children mean, as it was read and as a person decided.

use std::collections::BTreeMap;

use missing_rows::{Column, ListRow, Listed};

use super::table::Table;
use crate::answer::alike;
use crate::decisions::Decisions;
use crate::order::Ordered;
use crate::report::{ListWording, ListedAs};

/// How the wordings of the lists were read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ListWordings {
    /// Each wording that says what was decided about children, and can be shown.
    pub(crate) wordings: Vec<ListWording>,
    /// Rows that count after all, since a person said what they mean: index of the file, rows.
    pub(crate) decided: Vec<(usize, u64)>,
}

impl ListWordings {
    /// Adds those of another authority: each wording once.
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

/// Reads the wordings of lists as a person decided, and says how each is read.
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
