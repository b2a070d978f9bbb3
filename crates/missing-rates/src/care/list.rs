//! What the wordings of a list of children mean, as they were read or as a person decided.

use std::collections::BTreeMap;

use missing_rows::{ChildId, Column, ListRow, Listed, Row};

use super::coverage::Lack;
use super::figures::listed_as;
use super::table::Table;
use super::years::ChildLevel;
use crate::answer::alike;
use crate::decisions::Decisions;
use crate::order::Ordered;
use crate::period::Period;
use crate::report::{ListWording, ListedAs, Module};

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
pub(crate) fn differs<'r>(of_child: impl Iterator<Item = &'r ListRow> + Clone) -> bool {
    let mut rows = of_child.clone();
    listed_as(of_child).is_some() && rows.any(|row| row.listed == Listed::No)
}

/// Which of the files of lists are about a period: for each, whether it is.
#[derive(Clone, Debug)]
pub(crate) struct ListsOf(Vec<bool>);

impl ListsOf {
    /// The rows of a child that are about the period.
    pub(super) fn of<'r>(&'r self, rows: &'r [ListRow]) -> impl Iterator<Item = &'r ListRow> + Clone {
        rows.iter().filter(|row| self.0.get(usize::from(row.file)).copied().unwrap_or(true))
    }
}

/// The years of lists, as their names say them.
impl ChildLevel<'_> {
    /// The year of each file of the lists; `None` for one that names no year, which is about every year.
    fn years_of_lists(&self) -> impl Iterator<Item = Option<i32>> {
        (0..self.list.sources().len()).map(|at| self.list_years.get(at).copied().flatten())
    }

    /// The files that are about any day of a period.
    pub(crate) fn lists_of(&self, period: Period) -> ListsOf {
        let touches = |year| Period::collection_year(year).and_then(|days| days.common(period)).is_some();
        ListsOf(self.years_of_lists().map(|year| year.is_none_or(touches)).collect())
    }

    /// The collection years of a period that no list is about.
    pub(crate) fn years_without_list(&self, period: Period) -> Vec<i32> {
        let years = period.start().collection_year()..=period.end().collection_year();
        if self.list.is_absent() || self.years_of_lists().any(|year| year.is_none()) {
            return Vec::new();
        }
        years.filter(|year| !self.years_of_lists().any(|of| of == Some(*year))).collect()
    }

    /// Whether a list that names no year is used for the returns of several years.
    pub(crate) fn has_one_list_for_several_years(&self) -> bool {
        let returns = self.returns.iter().filter(|of| !of.episodes.is_absent()).count();
        returns > 1 && self.years_of_lists().any(|year| year.is_none())
    }
}

impl ChildLevel<'_> {
    /// Why no figure of a period can be based on the lists: none is about some of its years, a person has to decide first what
    /// a wording means, or they contradict themselves. Empty if they can be used.
    pub(super) fn list_lacks(&self, period: Period) -> Vec<Lack> {
        let lack = Lack { module: Module::List, year: None, days: None, contradicted: false, undecided: false };
        if self.list.is_absent() || self.list_says_nothing {
            return vec![lack];
        }
        let days = |year| Period::collection_year(year).and_then(|days| days.common(period));
        let other_years = self.years_without_list(period).into_iter();
        let mut lacks: Vec<Lack> =
            other_years.map(|year| Lack { year: Some(year), days: days(year), ..lack }).collect();
        let (lists, rows) = (self.lists_of(period), self.list.rows());
        let undecided = lists.of(rows).any(|row| row.listed == Listed::NotUnderstood);
        let contradicted = rows.chunk_by(|a, b| a.child == b.child).any(|of_child| differs(lists.of(of_child)));
        if undecided || contradicted {
            lacks.push(Lack { contradicted, undecided, ..lack });
        }
        lacks
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
