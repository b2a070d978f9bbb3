//! The rows of one module in one return, whether they came in one file or in several.

use std::borrow::Cow;
use std::collections::BTreeMap;

use missing_rows::{ChildId, Column, Module, Row};

use crate::read::cell_text;

/// A file that a table's rows are from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    /// Index of the file in the report.
    pub(crate) file: usize,
    pub(crate) module: &'a Module,
}

/// The rows of one module in one return, in the order of their children. Every row that has a child is there, even if
/// it is set aside.
#[derive(Clone, Debug)]
pub(crate) struct Table<'a, R: Row> {
    rows: Cow<'a, [R]>,
    sources: Vec<Source<'a>>,
}

impl<R: Row> Default for Table<'_, R> {
    fn default() -> Self {
        Self { rows: Cow::Borrowed(&[]), sources: Vec::new() }
    }
}

#[allow(dead_code, reason = "for the checks")]
impl<'a, R: Row> Table<'a, R> {
    /// Puts the rows of several files into one table. The rows of a single file are borrowed as they are.
    pub(crate) fn of(parts: &[(Source<'a>, &'a [R])]) -> Self {
        let sources = parts.iter().map(|(source, _)| *source).collect();
        if let [(_, rows)] = parts {
            return Self { rows: Cow::Borrowed(rows), sources };
        }
        let mut rows = Vec::with_capacity(parts.iter().map(|(_, rows)| rows.len()).sum());
        for (file, (_, part)) in (0..).zip(parts) {
            rows.extend(part.iter().map(|row| {
                let mut row = *row;
                row.set_file(file);
                row
            }));
        }
        R::sort(&mut rows);
        Self { rows: Cow::Owned(rows), sources }
    }

    /// Replaces identifiers by others.
    pub(crate) fn identify(&mut self, same: &BTreeMap<ChildId, ChildId>) {
        if !self.rows.iter().any(|row| same.contains_key(&row.child())) {
            return;
        }
        let rows = self.rows.to_mut();
        for row in rows.iter_mut() {
            if let Some(child) = same.get(&row.child()) {
                row.set_child(*child);
            }
        }
        R::sort(rows);
    }

    /// All rows, in the order of their children.
    pub(crate) fn rows(&self) -> &[R] {
        &self.rows
    }

    /// Changes rows, and sorts them again.
    pub(crate) fn change(&mut self, change: impl FnMut(&mut R)) {
        let rows = self.rows.to_mut();
        rows.iter_mut().for_each(change);
        R::sort(rows);
    }

    /// Keeps only some of the rows.
    pub(crate) fn retain(&mut self, keep: impl FnMut(&R) -> bool) {
        let mut keep = keep;
        if !self.rows.iter().all(&mut keep) {
            self.rows.to_mut().retain(keep);
        }
    }

    /// The files that the rows are from.
    pub(crate) fn sources(&self) -> &[Source<'a>] {
        &self.sources
    }

    /// Whether no file has this module.
    pub(crate) fn is_absent(&self) -> bool {
        self.sources.is_empty()
    }

    /// Whether every file of the table has that column. A table that is absent has no columns.
    pub(crate) fn has(&self, column: Column) -> bool {
        !self.is_absent() && self.sources.iter().all(|source| source.module.columns.has(column))
    }

    /// Where a row is: the index of its file in the report, and its number there.
    pub(crate) fn stands(&self, row: &R) -> (usize, u64) {
        let (file, number) = row.stands();
        (self.source(row).map_or(usize::from(file), |source| source.file), u64::from(number))
    }

    /// The text of a cell that could not be read as a date or as one of the codes, shortened. `None` for a cell that
    /// could be read, and for cells of a file that has more such cells than are kept.
    pub(crate) fn unread(&self, row: &R, column: Column) -> Option<String> {
        let text = self.source(row)?.module.unread.get(row.stands().1, column)?;
        Some(cell_text(text).chars().take(60).collect())
    }

    /// The name of the team in a row of a list of teams; `None` if it has none.
    pub(crate) fn team(&self, row: &R, team: u32) -> Option<String> {
        self.source(row)?.module.teams.name(team).map(|name| cell_text(name).trim().to_owned())
    }

    /// The text of a child's identifier. It never goes into a report's JSON or CSV.
    pub(crate) fn child_text(&self, child: ChildId) -> Option<String> {
        child.packed_text().or_else(|| Some(cell_text(self.name(child)?).into_owned()))
    }

    /// The text of an identifier that is not packed, as its file has it.
    pub(crate) fn name(&self, child: ChildId) -> Option<&'a [u8]> {
        self.sources.iter().find_map(|source| source.module.names.get(child))
    }

    fn source(&self, row: &R) -> Option<&Source<'a>> {
        self.sources.get(usize::from(row.stands().0))
    }
}
