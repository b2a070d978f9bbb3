//! Reads rows that say which figure they hold.

use std::collections::BTreeSet;
use std::rc::Rc;

use missing_rows::Record;

use super::AnswersReader;
use super::layout::Layout;
use super::pending::{Pending, Phrases, What};
use super::row_period::When;
use super::table::TypedName;
use crate::period::Period;
use crate::read::notes::Notes;
use crate::read::text::cell_text;
use crate::report::Reason;

impl AnswersReader {
    pub(super) fn take_rows(
        &mut self,
        record: Record<'_>,
        name: Option<u32>,
        when: &str,
        said: When,
        notes: &mut Notes,
    ) {
        let Layout::Rows { cohort, measure, cells } = &self.layout else { return };
        let row = record.row;
        let text = |at: usize| cell_text(record.cell(at)).trim().to_owned();
        let (who, what) = (cohort.map_or(String::new(), text), text(*measure));
        let mut filled = false;
        // Fills in a cohort or a measure that is only in the first of its rows.
        let (who, what) = if what.is_empty() && !self.above.measure.is_empty() {
            filled = true;
            (if who.is_empty() { self.above.cohort.clone() } else { who }, self.above.measure.clone())
        } else if who.is_empty() && !self.above.cohort.is_empty() && !Phrases::names_group(&what) {
            filled = true;
            (self.above.cohort.clone(), what)
        } else {
            (who, what)
        };
        let filled_period = if said == When::Blank { self.above.period } else { None };
        filled |= filled_period.is_some();
        let row_period = if said == When::Blank { filled_period.or(self.period) } else { said.period() };
        let unit = self.about.unit.map(text).unwrap_or_default();
        let phrase = self.phrases.number(&format!("{who} {what}"), &unit);
        let own = self.phrases.period(phrase);
        let differs = |period: Option<Period>| {
            let known: BTreeSet<Period> = [said.period(), own, period].into_iter().flatten().collect();
            known.len() > 1
        };
        let needs = own.is_none() && cells.iter().any(|cell| cell.period.is_none());
        if said == When::Unclear && needs || cells.iter().all(|cell| differs(cell.period)) {
            self.above.forget();
            notes.find("period-not-recognised", row, "", when);
            return notes.set_aside(Reason::NoPeriod);
        }
        let place = |whose: u32| (whose, own.or(row_period), Some(phrase));
        let filled_name =
            if name.is_none() { self.above.name.filter(|above| !self.above.has_said(place(*above))) } else { None };
        filled |= filled_name.is_some();
        let across = cells.iter().any(|cell| cell.authority.is_some());
        if filled && !across {
            notes.find("filled-from-above", row, "", "");
        }
        let whose = name.or(filled_name);
        if let Some(whose) = whose {
            self.above.say(place(whose));
            self.above.name = Some(whose);
            self.above.period = said.period().or(filled_period);
            (self.above.cohort, self.above.measure) = (who, what);
        } else {
            self.above.forget();
        }
        let whose = whose.unwrap_or_else(|| self.numbers.name(TypedName::default(), &mut self.table));
        let further = self.further.take(record);
        let holding: Vec<usize> = cells.iter().map(|cell| cell.at).collect();
        let (silent, denied) = self.silent(&record, &holding);
        let Layout::Rows { cells, .. } = &self.layout else { return };
        self.headed.resize(cells.len(), None);
        for (cell, headed) in cells.iter().zip(&mut self.headed) {
            if differs(cell.period) {
                continue;
            }
            let name = match &cell.authority {
                None => whose,
                Some(name) => *headed.get_or_insert_with(|| {
                    let typed = TypedName { code: String::new(), name: name.clone() };
                    self.numbers.name(typed, &mut self.table)
                }),
            };
            let wording = self.numbers.wording(&cell_text(record.cell(cell.at)), &mut self.table);
            let period = cell.period.or(own).or(row_period);
            let column = Rc::clone(&cell.name);
            let what = What::Phrase(phrase);
            self.pending.push(Pending { row, name, wording, period, what, column, further, silent, denied });
        }
    }
}
