//! Columns that say for each row what its numbers are about, the year or the unit, and that were not understood in any
//! row; and columns of figures whose heading names another year than every row. What is wrong in one row alone is a finding about that row.

use std::collections::BTreeMap;

use super::layout::About;
use super::row_period::When;
use crate::read::sheet::Sheet;
use crate::report::ColumnState;

/// Whether any row was understood, and the first cell that was not.
#[derive(Debug, Default)]
struct Cells {
    understood: bool,
    first: Option<String>,
}

impl Cells {
    fn note(&mut self, cell: &str, understood: bool) {
        self.understood |= understood;
        if !understood && self.first.is_none() {
            self.first = Some(cell.to_owned());
        }
    }

    /// The cell that a person is asked about.
    fn asked(&self) -> Option<&String> {
        self.first.as_ref().filter(|_| !self.understood)
    }
}

/// What the rows say about their year and their unit.
#[derive(Debug, Default)]
pub(super) struct Doubted {
    periods: Cells,
    units: Cells,
    /// By columns of figures whose heading names a year: what rows say of theirs.
    years: BTreeMap<usize, Cells>,
}

impl Doubted {
    pub(super) fn period(&mut self, typed: &str, said: When) {
        if said != When::Blank {
            self.periods.note(typed, said != When::Unclear);
        }
    }

    pub(super) fn year_of(&mut self, column: usize, typed: &str, fits: bool) {
        self.years.entry(column).or_default().note(typed, fits);
    }

    pub(super) fn unit(&mut self, typed: &str, fits: bool) {
        self.units.note(typed, fits);
    }

    /// Asks about the columns in which no cell was understood.
    pub(super) fn settle(&self, sheet: &mut Sheet, about: &About) {
        let mut ask = |at: usize, state: ColumnState, cell: &String| {
            if let Some(column) = sheet.columns.get_mut(at) {
                (column.state, column.words) = (state, vec![cell.clone()]);
            }
        };
        if let Some(cell) = self.periods.asked() {
            let days = about.days.into_iter().flat_map(|(start, end)| [start, end]);
            let bounds = about.bounds.iter().map(|(at, _)| *at);
            for at in about.when.iter().map(|(at, _)| *at).chain(days).chain(bounds) {
                ask(at, ColumnState::NoPeriod, cell);
            }
        }
        for (at, cells) in &self.years {
            if let Some(cell) = cells.asked() {
                ask(*at, ColumnState::NoPeriod, cell);
            }
        }
        if let (Some(cell), Some(at)) = (self.units.asked(), about.unit) {
            ask(at, ColumnState::NotUnderstood, cell);
        }
    }
}
