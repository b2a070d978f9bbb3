//! Reads rows of a table with one column for each figure.

use std::rc::Rc;

use missing_rows::Record;

use super::AnswersReader;
use super::cells;
use super::layout::Layout;
use super::pending::{Pending, What};
use super::row_period::When;
use super::table::{TypedName, TypedShare};
use crate::read::heading::Kind;
use crate::read::notes::Notes;
use crate::read::sheet::Column;
use crate::read::text::cell_text;
use crate::report::Reason;

impl AnswersReader {
    pub(super) fn take_wide(
        &mut self,
        record: Record<'_>,
        name: Option<u32>,
        when: &str,
        said: When,
        notes: &mut Notes,
    ) {
        let Layout::Wide(figures) = &self.layout else { return };
        let row = record.row;
        // Fills in a year, and a name, that are only in the first of their rows, where each year has its own row.
        let filled_period = if said == When::Blank { self.above.period } else { None };
        let row_period = if said == When::Blank { filled_period.or(self.period) } else { said.period() };
        let filled_name = match (name, said) {
            (None, When::Said(_)) => self.above.name.filter(|above| !self.above.has_said((*above, row_period, None))),
            _ => None,
        };
        if filled_period.is_some() || filled_name.is_some() {
            notes.find("filled-from-above", row, "", "");
        }
        let whose = name.or(filled_name);
        if let Some(whose) = whose {
            self.above.say((whose, row_period, None));
            self.above.name = Some(whose);
            self.above.period = said.period().or(filled_period);
        } else {
            self.above.forget();
        }
        let columns = &self.sheet.columns;
        // If a heading names another year than the row, nothing says which is meant: its answer is left out, and others are read.
        let differs = |at: &usize| columns[*at].period.is_some_and(|own| said.period().is_some_and(|said| said != own));
        let unclear = said == When::Unclear && figures.iter().any(|at| columns[*at].period.is_none());
        if unclear || figures.iter().all(differs) {
            notes.find("period-not-recognised", row, "", when);
            return notes.set_aside(Reason::NoPeriod);
        }
        for at in figures.iter().filter(|at| columns[**at].period.is_some()) {
            self.doubted.year_of(*at, when, !differs(at));
            if differs(at) {
                notes.find("period-not-recognised", row, &columns[*at].heading, when);
            }
        }
        let figures: Vec<usize> = figures.iter().copied().filter(|at| !differs(at)).collect();
        let unit = self.about.unit.map(|at| cell_text(record.cell(at)).trim().to_owned()).unwrap_or_default();
        let fits = |at: &usize| columns[*at].figure().is_none_or(|(_, count)| cells::unit_fits(&unit, count));
        let figures: Vec<usize> = figures.into_iter().filter(fits).collect();
        self.doubted.unit(&unit, !figures.is_empty());
        if figures.is_empty() {
            notes.find("measure-not-recognised", row, "", &unit);
            return notes.set_aside(Reason::MeasureNotRecognised);
        }
        let whose = whose.unwrap_or_else(|| self.numbers.name(TypedName::default(), &mut self.table));
        let further = self.further.take(record);
        let (silent, denied) = self.silent(&record, &figures);
        let columns = &self.sheet.columns;
        for at in figures {
            let wording = self.numbers.wording(&cell_text(record.cell(at)), &mut self.table);
            let period = columns[at].period.or(row_period);
            let column = Rc::from(columns[at].heading.as_str());
            let what = What::Column(at);
            self.pending.push(Pending { row, name: whose, wording, period, what, column, further, silent, denied });
        }
        // A share that names no group is of the only one whose figures are beside it.
        let mut groups = columns.iter().filter_map(Column::figure).map(|(cohort, _)| cohort);
        let first = groups.next();
        let only = first.filter(|first| groups.all(|other| other == *first));
        for (at, column) in columns.iter().enumerate() {
            let Kind::Share(Some(share)) = column.phrase.kind else { continue };
            let printed = cell_text(record.cell(at)).into_owned();
            let Some(cohort) = column.cohort.or(only).filter(|_| !printed.is_empty() && column.phrase.is_plain())
            else {
                continue;
            };
            let period = column.period.or(row_period);
            let column = Rc::from(column.heading.as_str());
            self.table.shares.push(TypedShare { name: whose, period, cohort, share, printed, row, column });
        }
    }
}

impl AnswersReader {
    /// The wording of a cell of the row that says that there is no reply, and whether that denies all answers in these
    /// columns: a blank or a refusal among them may be what it is about.
    pub(super) fn silent(&mut self, record: &Record<'_>, holding: &[usize]) -> (Option<u32>, bool) {
        let is_number = |at: &usize| crate::answer::read(&cell_text(record.cell(*at))).bounds().is_some();
        let numbers = || holding.iter().all(is_number);
        let beside = || self.replies.iter().map(|(at, of)| (cell_text(record.cell(*at)), *of));
        let denying = beside().find(|(cell, of)| of.denies(cell)).filter(|_| numbers());
        let denied = denying.is_some();
        let silent = denying.or_else(|| beside().find(|(cell, of)| of.says_none(cell)));
        (silent.map(|(cell, _)| self.numbers.wording(&cell, &mut self.table)), denied)
    }
}
