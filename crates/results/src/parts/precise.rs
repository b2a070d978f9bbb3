//! How precisely a share can be said: the numbers of a report for publication may be rounded.

use missing_rates::rates::{ends_of_bounds, ends_of_interval};
use missing_rates::report::{Rate, Report, Rounding};
use words::{Language, Text};

/// How the shares of one report are said.
#[derive(Clone, Copy, Debug)]
pub struct Precise {
    language: Language,
    rounding: Rounding,
}

/// The two ends of a range, as numbers and as they are written.
#[derive(Debug)]
pub struct Ends {
    pub lower: f64,
    pub upper: f64,
    pub said: (Text, Text),
}

impl Precise {
    pub fn of(language: Language, report: &Report) -> Self {
        Self { language, rounding: report.disclosure.rounding() }
    }

    /// What the numbers are rounded to, if they are.
    pub fn unit(self) -> Option<Text> {
        (self.rounding != Rounding::None).then(|| self.language.number(self.rounding.unit()))
    }

    /// `37.0%`; of rounded numbers, `about 37%`.
    pub fn share(self, rate: &Rate) -> Text {
        match self.rounding {
            Rounding::None => self.language.rate(rate),
            _ => self.language.quote_about(&self.language.whole(rate)),
        }
    }

    /// The 95% interval of a share; where its numbers are rounded, as wide as they may make it.
    pub fn interval(self, rate: &Rate) -> Option<Ends> {
        let (lower, upper) = ends_of_interval(self.rounding, rate)?;
        Some(Ends { lower, upper, said: self.language.ends((lower, upper), &self.language.rate(rate)) })
    }

    /// The range between two shares; where their numbers are rounded, as wide as they may make it.
    pub fn bounds(self, lowest: &Rate, highest: &Rate) -> Option<Ends> {
        let (lower, upper) = lowest.value.zip(highest.value)?;
        if self.rounding == Rounding::None {
            return Some(Ends { lower, upper, said: (self.language.rate(lowest), self.language.rate(highest)) });
        }
        let [low, high] = ends_of_bounds(self.rounding, lowest, highest);
        let of = |(part, whole): (u64, u64)| part as f64 / whole as f64;
        let said = (self.language.part_of(low.0, low.1), self.language.part_of(high.0, high.1));
        Some(Ends { lower: of(low), upper: of(high), said })
    }
}
