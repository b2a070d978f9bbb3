//! How a figure was worked out, with the reader's own numbers. It opens beside every figure, and is in the part on
//! method. There is one helper, so that all of them say the same.

mod change;
mod pooled;
#[cfg(test)]
mod tests;

use missing_rates::rates::{Z_95, wilson};
use missing_rates::report::{Basis, Rate, Report, Shown};
use words::{Language, Text};

use super::Part;
use super::precise::Precise;
use document::Block;

/// How many files are named.
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

    /// Adds a step in words.
    pub(super) fn says(mut self, step: impl Into<Text>) -> Self {
        self.steps.push(step.into());
        self
    }

    /// Adds the share of a rate with its interval, and who is counted.
    pub(super) fn rate(self, language: Language, rate: &Rate) -> Self {
        self.rate_of(language, language.column_share(), rate)
    }

    /// The same under another name.
    pub(super) fn rate_of(self, language: Language, name: &str, rate: &Rate) -> Self {
        let worked = self.share(language, name, rate.numerator, rate.denominator);
        let worked =
            if rate.interval.is_some() { worked.wilson(language, rate.numerator, rate.denominator) } else { worked };
        match rate.basis {
            Basis::Matched => worked.says(language.worked_matched(rate.authorities)),
            Basis::ChildLevel => worked.says(language.worked_return()),
            _ => worked,
        }
    }

    /// `864 ÷ 2,335 = 37.0%`
    pub(super) fn share(self, language: Language, name: &str, part: impl Into<Shown>, whole: impl Into<Shown>) -> Self {
        let (part, whole) = (part.into(), whole.into());
        self.divided(language, name, part, whole, &language.shown_part_of(part, whole))
    }

    /// `83,911 ÷ 13,000 = 6.5`
    pub(super) fn average(
        self,
        language: Language,
        name: &str,
        part: impl Into<Shown>,
        whole: impl Into<Shown>,
    ) -> Self {
        let (part, whole) = (part.into(), whole.into());
        self.divided(language, name, part, whole, &part.average(whole))
    }

    #[inline(never)]
    fn divided(self, language: Language, name: &str, part: Shown, whole: Shown, result: &str) -> Self {
        if part.number().is_none() || whole.number().is_none() {
            return self.says(language.worked_hidden());
        }
        let (part, whole) = (language.shown(part), language.shown(whole));
        self.says(words::WorkedDivided { name, part: &part, result, whole: &whole }.text(language))
    }

    /// Adds the share in the first row of a table.
    pub(super) fn row(self, language: Language, name: &str, part: impl Into<Shown>, whole: impl Into<Shown>) -> Self {
        self.first_row(language, name, part.into(), whole.into())
    }

    #[inline(never)]
    fn first_row(self, language: Language, name: &str, part: Shown, whole: Shown) -> Self {
        if part.number().is_none() || whole.number().is_none_or(|whole| whole == 0) {
            return self;
        }
        let result = language.shown_part_of(part, whole);
        let (part, whole) = (language.shown(part), language.shown(whole));
        self.says(words::WorkedRow { name, part: &part, result: &result, whole: &whole }.text(language))
    }

    /// Adds Wilson's interval of a share. Adds nothing if a part is hidden or the two are not a share.
    pub(super) fn wilson(self, language: Language, part: impl Into<Shown>, whole: impl Into<Shown>) -> Self {
        self.interval(language, part.into(), whole.into())
    }

    #[inline(never)]
    fn interval(self, language: Language, part: Shown, whole: Shown) -> Self {
        let Some((part, whole)) = part.number().zip(whole.number()) else { return self };
        let Some((lower, upper)) = wilson(part, whole, Z_95) else { return self };
        let (lower, upper) = language.ends((lower, upper), &language.part_of(part, whole));
        let words = words::WorkedWilson {
            lower: &lower,
            n: &language.number(whole),
            p: &fraction(language, part as f64 / whole as f64),
            upper: &upper,
        };
        let worked = self.says(words.text(language));
        match Precise::of(language, worked.report).unit() {
            Some(unit) => worked.says(language.worked_widened(&unit)),
            None => worked,
        }
    }

    /// The block that opens: the steps, the files, and a link to the part on method.
    #[inline(never)]
    pub(super) fn block(self, language: Language) -> Block {
        let mut items = self.steps;
        items.extend(files(language, self.report));
        Block::Details {
            summary: language.worked_how().into(),
            blocks: vec![
                Block::List { items },
                Block::Link { fragment: Part::Method.fragment().into(), text: language.worked_link().into() },
            ],
        }
    }

    /// Only the steps, for the part on method.
    pub(super) fn list(self) -> Block {
        Block::List { items: self.steps }
    }
}

/// A share as a number in a formula: `0.3700`.
pub(super) fn fraction(language: Language, value: f64) -> Text {
    if value >= 1.0 { language.tenths(value) } else { language.decimals(value, 4) }
}

/// The files that figures are based on, with the number of rows from each.
fn files(language: Language, report: &Report) -> Option<Text> {
    let mut used = report.files.iter().filter(|file| file.rows_used != 0);
    let named = used.by_ref().take(FILES).map(|file| match file.rows_used.number() {
        Some(rows) => words::WorkedFile { name: &file.name, rows }.text(language),
        None => file.name.clone().into(),
    });
    let named = named.reduce(|first, second| words::WorkedFileAnd { first: &first, second: &second }.text(language))?;
    let more = used.count() as u64;
    let all = if more > 0 { words::WorkedFilesMore { first: &named, more }.text(language) } else { named };
    Some(language.worked_files(&all))
}
