//! Reads what the cells of a row say about its period.

use missing_rows::Record;

use super::AnswersReader;
use super::row_period::When;
use crate::period::Period;
use crate::read::text::cell_text;
use crate::read::when::{BareYear, day_of, period};

impl AnswersReader {
    /// What the row says about its period, as typed and as read.
    pub(super) fn when(&self, record: Record<'_>) -> (String, When) {
        let text = |at: usize| cell_text(record.cell(at)).trim().to_owned();
        let mut typed: Vec<String> = Vec::new();
        let mut said = When::Blank;
        for (at, bare) in &self.about.when {
            let cell = text(*at);
            if !cell.is_empty() {
                said = said.and(period(&cell, *bare).map_or(When::Unclear, When::Said));
                typed.push(cell);
            }
        }
        if let Some((start, end)) = self.about.days {
            let (start, end) = (text(start), text(end));
            if !(start.is_empty() && end.is_empty()) {
                let days = day_of(&start, false).zip(day_of(&end, true));
                let period = days.and_then(|(start, end)| Period::new(start, end).ok());
                said = said.and(period.map_or(When::Unclear, When::Said));
                typed.push(format!("{start} – {end}"));
            }
        }
        // If only a first or a last day is given, the year must begin or end there: `2024`, data to 30 June.
        let whole = said.period().or(self.period);
        for (at, last) in &self.about.bounds {
            let cell = text(*at);
            let bound = whole.map(|whole| if *last { whole.end() } else { whole.start() });
            if !cell.is_empty() && (bound.is_none() || day_of(&cell, *last) != bound) {
                said = When::Unclear;
                typed.push(cell);
            }
        }
        // A row below a title with a year may still give another year, in a column whose heading was not understood.
        if said == When::Blank && self.period.is_some() {
            let another = |cell: &String| {
                let year = period(cell, BareYear::Calendar);
                year.is_some() && year != self.period
            };
            if let Some(cell) = self.about.unsaid.iter().map(|at| text(*at)).find(another) {
                said = When::Unclear;
                typed.push(cell);
            }
        }
        (typed.join(", "), self.beside_title(said))
    }

    /// Below a title with an academic year, days outside that year are in doubt: `2023/24` may be meant literally.
    fn beside_title(&self, said: When) -> When {
        let academic = |title: &Period| (title.start().ymd().1, title.end().ymd().1) == (9, 8);
        match (said, self.period.filter(academic)) {
            (When::Said(own), Some(title)) if own.start() < title.start() || own.end() > title.end() => When::Unclear,
            _ => said,
        }
    }
}
