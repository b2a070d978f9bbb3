//! What a person who opens the sheet sees in its cells, and what not: the formats that keep cells one by one have this in common.

use std::collections::BTreeSet;

use crate::merged::{Holds, MOST_COLUMNS};
use crate::number::{Epoch, plain};
use crate::refusal::Refusal;
use crate::sheet::Sheet;
use crate::shown::{Format, Shown};
use crate::tables::Rule;

/// The day before the first that workbooks count.
const NO_DAY: &str = "1899-12-31";

/// What was met in a sheet by now.
#[derive(Debug)]
pub(crate) struct Seen {
    epoch: Epoch,
    /// Whether each column is hidden, how often that was said of columns, and of which it was noted.
    hidden: Vec<bool>,
    times: u32,
    noted: BTreeSet<u32>,
    /// The row that comes is hidden, and that was not said.
    hidden_row: bool,
    dates: bool,
}

impl Seen {
    pub(crate) fn new(epoch: Epoch) -> Self {
        Self { epoch, hidden: Vec::new(), times: 0, noted: BTreeSet::new(), hidden_row: false, dates: false }
    }

    /// The columns from this to that are hidden, both from 0 and included.
    ///
    /// # Errors
    /// That was said more often than a sheet has columns.
    pub(crate) fn hide(&mut self, from: u32, to: u32) -> Result<(), Refusal> {
        self.times += 1;
        if self.times > MOST_COLUMNS {
            return Err(Refusal::Damaged);
        }
        let number = |column: u32| usize::try_from(column).unwrap_or(usize::MAX);
        let end = number(to.min(MOST_COLUMNS - 1)) + 1;
        if self.hidden.len() < end {
            self.hidden.resize(end, false);
        }
        if let Some(hidden) = self.hidden.get_mut(number(from)..end) {
            hidden.fill(true);
        }
        Ok(())
    }

    /// A row begins.
    pub(crate) fn row(&mut self, is_hidden: bool) {
        self.hidden_row = is_hidden;
    }

    /// Takes a cell, and says what a person cannot see of it.
    ///
    /// # Errors
    /// As [`Sheet::cell`].
    pub(crate) fn cell(
        &mut self,
        sheet: &mut Sheet<'_, '_>,
        (row, column): (u32, u32),
        (text, holds): (&str, Holds),
    ) -> Result<(), Refusal> {
        if text.is_empty() {
            return Ok(());
        }
        if std::mem::take(&mut self.hidden_row) {
            sheet.notes.add(Rule::HiddenRow, Some(row), None, "");
        }
        let is_hidden = usize::try_from(column).is_ok_and(|column| self.hidden.get(column) == Some(&true));
        if is_hidden && self.noted.insert(column) {
            sheet.notes.add(Rule::HiddenColumn, None, Some(column), text);
        }
        if holds == Holds::When && self.epoch == Epoch::Y1904 && !std::mem::replace(&mut self.dates, true) {
            sheet.notes.add(Rule::DatesFrom1904, Some(row), Some(column), text);
        }
        sheet.cell(row, column, text, holds)
    }

    /// A number as its format shows it.
    pub(crate) fn number(
        &self,
        sheet: &mut Sheet<'_, '_>,
        (row, column): (u32, u32),
        value: f64,
        format: Option<&Format>,
    ) -> (String, Holds) {
        match format.map_or_else(|| Shown::Number(plain(value)), |format| format.show(value, self.epoch)) {
            Shown::Number(text) => (text, Holds::Number),
            Shown::Otherwise(text, shown) => {
                sheet.shown_otherwise((row, column), &shown);
                (text, Holds::Number)
            }
            // What a formula makes of a blank date: 0, shown as 00/01/1900.
            Shown::Date(text) if value == 0.0 && text.starts_with(NO_DAY) => {
                sheet.notes.add(Rule::ValueNotShown, Some(row), Some(column), "");
                (String::new(), Holds::Words)
            }
            Shown::Year(text) | Shown::Date(text) => (text, Holds::When),
            Shown::Words(text) => (text, Holds::Words),
            Shown::Nothing => {
                sheet.notes.add(Rule::ValueNotShown, Some(row), Some(column), "");
                (String::new(), Holds::Words)
            }
        }
    }
}
