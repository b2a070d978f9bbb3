//! How a figure was worked out, in the reader's own numbers: what opens beside every figure, and stands in the part on
//! method. One helper, so that all of them say the same.

mod change;
mod pooled;
#[cfg(test)]
mod tests;

use missing_rates::disclosure::Shown;
use missing_rates::rates::{Z_95, wilson};
use missing_rates::report::{Basis, Rate, Report};
use words::Text;

use super::Part;
use document::Block;

/// So many files are named.
const FILES: usize = 8;

/// The steps to one figure, or to the figures of one table or chart.
pub(super) struct Worked<'a> {
    report: &'a Report,
    steps: Vec<Text>,
}

impl<'a> Worked<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        Self { report, steps: Vec::new() }
    }

    /// A step in words.
    pub(super) fn says(mut self, step: impl Into<Text>) -> Self {
        self.steps.push(step.into());
        self
    }

    /// The share of a rate with its interval, and who is counted.
    pub(super) fn rate(self, rate: &Rate) -> Self {
        self.rate_of(words::column_share(), rate)
    }

    /// The same by another name.
    pub(super) fn rate_of(self, name: &str, rate: &Rate) -> Self {
        let worked = self.share(name, rate.numerator, rate.denominator);
        let worked = if rate.interval.is_some() { worked.wilson(rate.numerator, rate.denominator) } else { worked };
        match rate.basis {
            Basis::Matched => worked.says(words::worked_matched(rate.authorities)),
            Basis::ChildLevel => worked.says(words::worked_return()),
            _ => worked,
        }
    }

    /// `864 ÷ 2,335 = 37.0%`
    pub(super) fn share(self, name: &str, part: impl Into<Shown>, whole: impl Into<Shown>) -> Self {
        let (part, whole) = (part.into(), whole.into());
        self.divided(name, part, whole, &words::format::shown_part_of(part, whole))
    }

    /// `83,911 ÷ 13,000 = 6.5`
    pub(super) fn average(self, name: &str, part: impl Into<Shown>, whole: impl Into<Shown>) -> Self {
        let (part, whole) = (part.into(), whole.into());
        self.divided(name, part, whole, &part.average(whole))
    }

    #[inline(never)]
    fn divided(self, name: &str, part: Shown, whole: Shown, result: &str) -> Self {
        if part.number().is_none() || whole.number().is_none() {
            return self.says(words::worked_hidden());
        }
        let (part, whole) = (words::format::shown(part), words::format::shown(whole));
        self.says(words::WorkedDivided { name, part: &part, result, whole: &whole }.text())
    }

    /// The share in the first row of a table.
    pub(super) fn row(self, name: &str, part: impl Into<Shown>, whole: impl Into<Shown>) -> Self {
        self.first_row(name, part.into(), whole.into())
    }

    #[inline(never)]
    fn first_row(self, name: &str, part: Shown, whole: Shown) -> Self {
        if part.number().is_none() || whole.number().is_none_or(|whole| whole == 0) {
            return self;
        }
        let result = words::format::shown_part_of(part, whole);
        let (part, whole) = (words::format::shown(part), words::format::shown(whole));
        self.says(words::WorkedRow { name, part: &part, result: &result, whole: &whole }.text())
    }

    /// Wilson's interval of a share; nothing where a part is hidden or it is no share.
    pub(super) fn wilson(self, part: impl Into<Shown>, whole: impl Into<Shown>) -> Self {
        self.interval(part.into(), whole.into())
    }

    #[inline(never)]
    fn interval(self, part: Shown, whole: Shown) -> Self {
        let Some((part, whole)) = part.number().zip(whole.number()) else { return self };
        let Some((lower, upper)) = wilson(part, whole, Z_95) else { return self };
        let words = words::WorkedWilson {
            lower: &words::format::share(lower),
            n: &words::format::number(whole),
            p: &fraction(part as f64 / whole as f64),
            upper: &words::format::share(upper),
        };
        self.says(words.text())
    }

    /// What opens: the steps, the files, and the way to the part on method.
    #[inline(never)]
    pub(super) fn block(self) -> Block {
        let mut items = self.steps;
        items.extend(files(self.report));
        Block::Details {
            summary: words::worked_how().into(),
            blocks: vec![
                Block::List { items },
                Block::Link { fragment: Part::Method.fragment().into(), text: words::worked_link().into() },
            ],
        }
    }

    /// The steps alone, for the part on method.
    pub(super) fn list(self) -> Block {
        Block::List { items: self.steps }
    }
}

/// A share as a number in a formula: `0.3700`.
pub(super) fn fraction(value: f64) -> Text {
    if value >= 1.0 { words::format::tenths(value) } else { words::format::decimals(value, 4) }
}

/// The files that figures rest on, each with how many of its rows.
fn files(report: &Report) -> Option<Text> {
    let mut used = report.files.iter().filter(|file| file.rows_used != 0);
    let named = used.by_ref().take(FILES).map(|file| match file.rows_used.number() {
        Some(rows) => words::WorkedFile { name: &file.name, rows }.text(),
        None => file.name.clone().into(),
    });
    let named = named.reduce(|first, second| words::WorkedFileAnd { first: &first, second: &second }.text())?;
    let more = used.count() as u64;
    let all = if more > 0 { words::WorkedFilesMore { first: &named, more }.text() } else { named };
    Some(words::worked_files(&all))
}
