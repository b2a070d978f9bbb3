//! A table of answers as it was typed. What its names and wordings mean is decided when a report is made, because a
//! person may decide it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::remarks::Remark;
use crate::answer::Answer;
use crate::cohort::{Cohort, Count, Share};
use crate::period::Period;
use crate::read::heading::NamedYear;

/// A table of answers as it was typed.
#[derive(Debug, Default)]
pub(crate) struct AnswersTable {
    /// Who answered, each once.
    pub(crate) names: Vec<TypedName>,
    /// What was answered, each once.
    pub(crate) wordings: Vec<Rc<str>>,
    /// Wordings that are sums of others: `30 + 5`.
    pub(crate) sums: BTreeMap<u32, Vec<u32>>,
    /// One answer each, row by row.
    pub(crate) cells: Vec<TypedCell>,
    /// Percentages printed beside the counts.
    pub(crate) shares: Vec<TypedShare>,
    /// What rows say apart from their answers, by row number.
    pub(crate) remarks: BTreeMap<u64, Remark>,
    /// The years that titles and names give, where they do not give the period of answers that have none.
    pub(crate) years: Vec<NamedYear>,
}

impl AnswersTable {
    /// Why answers without a period of their own cannot be taken for those of a period that is asked for: the texts that
    /// name another year, several, or none that is clear.
    pub(crate) fn other_years(&self, asked: Option<Period>) -> Option<Vec<String>> {
        let first = self.years.first()?;
        let wanted = asked.or(first.period);
        let other = !self.years.iter().all(|year| wanted.is_some_and(|wanted| year.is_of(wanted)));
        // Without a year in what it says, asking for one would not help.
        let differ = asked.is_some() || self.years.len() > 1 || first.period.is_none();
        (other && differ).then(|| self.years.iter().map(|year| year.text.clone()).collect())
    }

    /// Whether every number is 0 or 1, as where each row is about one child.
    pub(crate) fn is_of_single_children(&self) -> bool {
        let is_one = |text: &Rc<str>| matches!(crate::answer::read(text), Answer::Exact { count: 0 | 1 });
        !self.cells.is_empty() && self.wordings.iter().all(is_one)
    }
}

/// A code and a name as typed in a row. Either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TypedName {
    pub(crate) code: String,
    pub(crate) name: String,
}

impl TypedName {
    /// What a person is shown for it.
    pub(crate) fn shown(&self) -> &str {
        if self.name.is_empty() { &self.code } else { &self.name }
    }

    /// Code and name, if both are there: `886, Medway`.
    pub(crate) fn in_full(&self) -> Option<String> {
        (!self.code.is_empty() && !self.name.is_empty()).then(|| format!("{}, {}", self.code, self.name))
    }
}

/// One answer.
#[derive(Clone, Debug)]
pub(crate) struct TypedCell {
    /// Index of the name.
    pub(crate) name: u32,
    /// Index of the wording.
    pub(crate) wording: u32,
    pub(crate) period: Option<Period>,
    pub(crate) cohort: Cohort,
    pub(crate) count: Count,
    /// Row, as a spreadsheet numbers it.
    pub(crate) row: u64,
    /// Name of the column.
    pub(crate) column: Rc<str>,
}

/// A percentage beside the counts that it is calculated from. It is checked and never counted.
#[derive(Clone, Debug)]
pub(crate) struct TypedShare {
    /// Index of the name.
    pub(crate) name: u32,
    pub(crate) period: Option<Period>,
    pub(crate) cohort: Cohort,
    pub(crate) share: Share,
    pub(crate) printed: String,
    pub(crate) row: u64,
    pub(crate) column: Rc<str>,
}

/// Gives names and wordings their numbers while a table is read.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    names: BTreeMap<TypedName, u32>,
    wordings: BTreeMap<Rc<str>, u32>,
}

impl Numbers {
    pub(super) fn name(&mut self, typed: TypedName, table: &mut AnswersTable) -> u32 {
        if let Some(number) = self.names.get(&typed) {
            return *number;
        }
        let number = number(table.names.len());
        table.names.push(typed.clone());
        self.names.insert(typed, number);
        number
    }

    pub(super) fn wording(&mut self, cell: &str, table: &mut AnswersTable) -> u32 {
        if let Some(number) = self.wordings.get(cell) {
            return *number;
        }
        let wording: Rc<str> = Rc::from(cell);
        let number = number(table.wordings.len());
        table.wordings.push(Rc::clone(&wording));
        self.wordings.insert(wording, number);
        number
    }
}

/// A table of four thousand million different wordings does not fit in memory.
fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
