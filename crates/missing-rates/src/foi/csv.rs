//! The answers as CSV, with one number in each row.

use crate::period::Period;
use crate::report::Rounding;
use crate::report::{Foi, FoiAnswer, FoiYear, MARK, Report, Sentences, code, csv_line};

const COLUMNS: [&str; 17] = [
    "year",
    "period_start",
    "period_end",
    "whole_year",
    "area_code",
    "area_name",
    "question",
    "cohort",
    "on_list",
    "measure",
    "incidents_of",
    "sex",
    "length",
    "count",
    "not_held",
    "disclosure",
    "note",
];

impl Report {
    /// The answers for all calendar years as CSV; of several authorities those of all together, then of each. `None` without a
    /// return. `words` says what may be wrong with a number.
    pub fn foi_csv(&self, words: &dyn Sentences) -> Option<String> {
        let mut all = self.every_foi();
        let mut text = all.next()?.to_csv(None, words);
        for foi in all {
            text.push_str(foi.to_csv(None, words).split_once("\r\n").map_or("", |(_, rows)| rows));
        }
        Some(text)
    }
}

impl Foi {
    /// The answers for one calendar year, or for all, as CSV: UTF-8 with a byte order mark, so that a spreadsheet knows
    /// the encoding, and the line ends of RFC 4180. A count is a number or `c`. Where it is empty, `not_held` says why, and
    /// `note` says in `words` what may be wrong with it.
    /// No cell begins with a sign that a spreadsheet runs as a formula: all cells are names and numbers of the engine's
    /// own.
    pub fn to_csv(&self, year: Option<i32>, words: &dyn Sentences) -> String {
        let mut text = String::from(MARK);
        text.push_str(&csv_line(&COLUMNS.map(str::to_owned)));
        for of_year in self.years.iter().filter(|of_year| year.is_none_or(|year| of_year.year == year)) {
            for answer in &of_year.answers {
                text.push_str(&csv_line(&self.cells((of_year, answer), words)));
            }
        }
        text
    }

    fn cells(&self, (year, answer): (&FoiYear, &FoiAnswer), words: &dyn Sentences) -> [String; COLUMNS.len()] {
        let whole = Period::calendar_year(year.year) == Some(year.period) && year.uncovered.is_empty();
        [
            year.year.to_string(),
            year.period.start().to_string(),
            year.period.end().to_string(),
            if whole { "yes" } else { "no" }.to_owned(),
            self.area.code.map_or_else(String::new, |code| code.to_string()),
            self.area.name.unwrap_or_default().to_owned(),
            answer.question.to_owned(),
            code(&answer.cohort),
            answer.on_list.as_ref().map(code).unwrap_or_default(),
            code(&answer.measure),
            answer.code.as_ref().map(code).unwrap_or_default(),
            answer.sex.map_or("", crate::group::Group::name).to_owned(),
            answer.length.as_ref().map(code).unwrap_or_default(),
            answer.count.map_or_else(String::new, |count| count.to_string()),
            answer.not_held.as_ref().map(code).unwrap_or_default(),
            match (self.disclosure.is_safe(), self.disclosure.rounding()) {
                (false, _) => "exact",
                (true, Rounding::None) => "safe",
                (true, Rounding::To5) => "safe, rounded to 5",
                (true, Rounding::To10) => "safe, rounded to 10",
            }
            .to_owned(),
            words.foi_note(year, answer),
        ]
    }
}
