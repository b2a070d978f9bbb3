//! Years that a table of answers names outside its headings and cells: in titles, in its name, and in rows that are a year alone.

use super::AnswersReader;
use crate::period::Period;
use crate::read::heading::NamedYear;

impl AnswersReader {
    /// Titles and names do not give the period, but name these years.
    pub(in crate::read) fn in_doubt_of(&mut self, years: Vec<NamedYear>) {
        (self.period, self.years) = (None, years);
    }

    /// The same as for a reader of fewer layers of the header.
    pub(in crate::read) fn in_doubt_as(&mut self, other: &Self) {
        self.years.clone_from(&other.years);
    }

    /// The words of titles that say that incidents are counted.
    pub(in crate::read) fn of_incidents(&self) -> &[String] {
        &self.sheet.incidents
    }

    /// A row is a year alone: the rows below it are of that year. If there are rows above it that no year heads, nobody knows
    /// which year they are of.
    pub(super) fn begin_year(&mut self, text: String, period: Period) {
        if !self.dated_above && !self.pending.is_empty() {
            self.years.push(NamedYear { text, period: None, begins: None });
        }
        (self.period, self.dated_above) = (Some(period), true);
        self.above.forget();
    }
}
