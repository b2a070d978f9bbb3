//! Reads the product's own tidy CSV when it is chosen again: the totals of single authorities become answers again.
//! Everything else in it is derived from these answers, or from data that the file does not hold.

use missing_rows::Record;

use super::table::{AnswersTable, Numbers, TypedCell, TypedName};
use crate::cohort::{Cohort, Count};
use crate::period::Period;
use crate::read::text::cell_text;
use crate::report::{Disclosure, Level, Reason, as_meant, code};

/// Where its columns are.
#[derive(Debug)]
pub(super) struct Tidy {
    figure: usize,
    level: usize,
    pub(super) code: usize,
    pub(super) name: usize,
    start: usize,
    end: usize,
    cohort: usize,
    measure: usize,
    statistic: usize,
    pub(super) value: usize,
    /// The column that says whether the file is safe to publish, and how it is rounded. Earlier files have nothing there.
    note: Option<usize>,
    /// Whether it was said that the file is the product's own.
    said: bool,
    /// The lowest number of a total, until the highest comes in the next row.
    lowest: Option<(TypedName, String)>,
}

/// One answer of it.
pub(super) struct Answer {
    pub(super) name: TypedName,
    pub(super) period: Period,
    pub(super) cohort: Cohort,
    pub(super) count: Count,
    /// A number, or a range such as `0-4`.
    pub(super) wording: String,
}

impl Tidy {
    /// `None` if these are not its columns.
    pub(super) fn recognise(cells: &[String]) -> Option<Self> {
        // The product's own workbook has `Area level` for `area_level`.
        let is = |cell: &str, name: &str| {
            cell.len() == name.len()
                && cell.bytes().zip(name.bytes()).all(|(a, b)| a.eq_ignore_ascii_case(&b) || (a, b) == (b' ', b'_'))
        };
        let at = |name: &str| cells.iter().position(|cell| is(cell, name));
        Some(Self {
            figure: at("figure")?,
            level: at("area_level")?,
            code: at("area_code")?,
            name: at("area_name")?,
            start: at("period_start")?,
            end: at("period_end")?,
            cohort: at("cohort")?,
            measure: at("measure")?,
            statistic: at("statistic")?,
            value: at("value")?,
            note: at("note"),
            said: false,
            lowest: None,
        })
    }

    /// What the first total says of how the file was saved.
    pub(super) fn saved_as(&mut self, record: &Record<'_>) -> Option<String> {
        let is_first = !self.said && cell_text(record.cell(self.figure)).trim() == "total";
        self.said |= is_first;
        is_first.then(|| code(&self.disclosure(record)))
    }

    fn disclosure(&self, record: &Record<'_>) -> Disclosure {
        let note = self.note.map_or_else(String::new, |at| cell_text(record.cell(at)).trim().to_owned());
        Disclosure::ALL.into_iter().find(|of| code(of) == note).unwrap_or_default()
    }

    /// The answer that a row completes, or why it gives none.
    pub(super) fn take(&mut self, record: &Record<'_>) -> Result<Answer, Reason> {
        let text = |at: usize| match as_meant(&cell_text(record.cell(at))) {
            "[z]" | "[x]" => String::new(),
            "[c]" => "c".to_owned(),
            text => text.to_owned(),
        };
        let (level, statistic, value) = (text(self.level), text(self.statistic), text(self.value));
        if statistic.is_empty() {
            // The row says what the figures are based on.
            return Err(Reason::EmptyRow);
        }
        if text(self.figure) != "total" {
            return Err(Reason::PublishedShare);
        }
        let name = TypedName { code: text(self.code), name: text(self.name) };
        let is_one = level == code(&Level::Authority) || level == code(&Level::Return) && !name.code.is_empty();
        if !is_one {
            return Err(Reason::TotalRow);
        }
        // A hidden number may be any number, but `c` in an answer is a range.
        if !value.bytes().all(|byte| byte.is_ascii_digit()) || value.is_empty() {
            return Err(Reason::OtherCategory);
        }
        if statistic != "highest" {
            // The row of the highest number has the lowest as well.
            self.lowest = (statistic == "lowest").then_some((name, value));
            return Err(Reason::SameAnswer);
        }
        let lowest = self.lowest.take().filter(|(of, _)| *of == name).ok_or(Reason::OtherCategory)?.1;
        let (who, what) = (text(self.cohort), text(self.measure));
        let rounding = self.disclosure(record).rounding();
        let widened = |text: &str| text.parse().map(|number| rounding.counts(number));
        let (lowest, value) = match (widened(&lowest), widened(&value)) {
            // Nought is not rounded: small numbers are hidden.
            _ if value == "0" => (lowest, value),
            (Ok((least, _)), Ok((_, most))) => (least.to_string(), most.to_string()),
            _ => return Err(Reason::OtherCategory),
        };
        let period = format!("{}/{}", text(self.start), text(self.end));
        Ok(Answer {
            name,
            period: period.parse().map_err(|_| Reason::NoPeriod)?,
            cohort: Cohort::ALL.into_iter().find(|of| code(of) == who).ok_or(Reason::MeasureNotRecognised)?,
            count: Count::ALL.into_iter().find(|of| code(of) == what).ok_or(Reason::MeasureNotRecognised)?,
            wording: if lowest == value { value } else { format!("{lowest}-{value}") },
        })
    }
}

/// Adds one answer of the product's own file.
pub(super) fn add(answer: Answer, row: u64, (numbers, table): (&mut Numbers, &mut AnswersTable)) {
    let name = numbers.name(answer.name, table);
    let wording = numbers.wording(&answer.wording, table);
    let Answer { period, cohort, count, .. } = answer;
    let column = std::rc::Rc::from("value");
    table.cells.push(TypedCell { name, wording, period: Some(period), cohort, count, row, column });
}
