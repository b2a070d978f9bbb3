//! How precisely a share can be said: the numbers of a report for publication may be rounded.

use std::cmp::Ordering;

use missing_rates::rates::{direction, ends_of_bounds, ends_of_interval, whole_points};
use missing_rates::report::{Change, Compared, Rate, Report, Rounding};
use words::{Language, Text};

/// How the shares of one report are said.
#[derive(Clone, Copy, Debug)]
pub struct Precise {
    pub(super) language: Language,
    rounding: Rounding,
}

/// How a share of rounded numbers moved, in words.
#[derive(Debug)]
pub(super) struct MovedAbout {
    /// `about 19%`
    pub(super) before: Text,
    pub(super) after: Text,
    /// Which way it moved; `None` where rounding does not let that be told.
    pub(super) direction: Option<Ordering>,
    /// `11 percentage points`; `None` where it is less than one.
    pub(super) points: Option<Text>,
    /// What the numbers are rounded to.
    pub(super) unit: Text,
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

    /// The language of what is said.
    pub fn language(self) -> Language {
        self.language
    }

    /// What the numbers are rounded to, if they are.
    pub fn unit(self) -> Option<Text> {
        (self.rounding != Rounding::None).then(|| self.language.number(self.rounding.unit()))
    }

    /// `37.0%`; of rounded numbers, `about 37%`.
    pub fn share(self, rate: &Rate) -> Text {
        match self.rounding {
            Rounding::None => self.language.rate(rate),
            _ => self.part_of(rate.numerator, rate.denominator),
        }
    }

    /// How a share moved, where its numbers are rounded: in whole percentage points, and which way only where every number
    /// that rounds to these agrees. `None` where they are not rounded.
    pub(super) fn moved(self, change: &Change) -> Option<MovedAbout> {
        let unit = self.unit()?;
        let parts = |of: &Compared| Some((of.numerator, of.denominator?));
        let (earlier, later) = (parts(&change.earlier)?, parts(&change.later)?);
        let points = whole_points(earlier, later)?.by;
        Some(MovedAbout {
            before: self.part_of(earlier.0, earlier.1),
            after: self.part_of(later.0, later.1),
            direction: direction(self.rounding, change),
            points: (points != "0").then(|| self.language.points(&points)),
            unit,
        })
    }

    /// Which way a figure moved, where that is known.
    pub(super) fn direction(self, change: &Change) -> Option<Ordering> {
        direction(self.rounding, change)
    }

    /// A figure that was worked out from the numbers shown: of rounded ones, `about 2.8`.
    pub fn about(self, figure: &str) -> Text {
        match self.rounding {
            Rounding::None => figure.to_owned().into(),
            _ => self.language.quote_about(figure),
        }
    }

    /// A part of a whole in per cent: `37.0%`; of rounded numbers, `about 37%`.
    pub fn part_of(self, part: u64, whole: u64) -> Text {
        match self.rounding {
            Rounding::None => self.language.part_of(part, whole),
            _ => self.language.quote_about(&self.language.divided(part, whole, 0)),
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
