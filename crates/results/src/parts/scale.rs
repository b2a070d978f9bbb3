//! Scales of charts: round numbers from zero, and the positions of figures between them.

use words::{Language, Text};

use document::{Span, Tick};

/// From zero to a round number above all figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct FromZero {
    step: f64,
    steps: u32,
}

/// Steps of a scale, before powers of ten.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];
/// The highest number of steps.
const MOST: f64 = 5.0;

impl FromZero {
    /// A scale that holds the largest of some figures, with steps of at least `least_step`.
    pub(super) fn holding(largest: f64, least_step: f64) -> Self {
        let mut unit = least_step;
        // Figures are counts below 2^64 or shares, so a few dozen rounds are enough.
        for _ in 0..30 {
            for step in STEPS {
                if step * unit * MOST >= largest {
                    let step = step * unit;
                    let steps = (1..5).find(|n| f64::from(*n) * step >= largest).unwrap_or(5);
                    return Self { step, steps };
                }
            }
            unit *= 10.0;
        }
        Self { step: largest.max(1.0), steps: 1 }
    }

    /// The last number.
    pub(super) fn end(self) -> f64 {
        self.step * f64::from(self.steps)
    }

    /// The position of a figure, from 0 to 1.
    pub(super) fn at(self, figure: f64) -> f64 {
        (figure / self.end()).clamp(0.0, 1.0)
    }

    pub(super) fn span(self, (lower, upper): (f64, f64)) -> Span {
        Span { lower: self.at(lower), upper: self.at(upper) }
    }

    /// The numbers on the scale.
    pub(super) fn ticks(self, print: impl Fn(f64) -> Text) -> Vec<Tick> {
        let tick = |n: u32| Tick { at: f64::from(n) / f64::from(self.steps), text: print(self.step * f64::from(n)) };
        (0..=self.steps).map(tick).collect()
    }
}

/// A scale of shares that holds the largest, at most 100%.
pub(super) fn shares(largest: f64) -> FromZero {
    // It is in whole per cent, so that the steps are too.
    let scale = FromZero::holding((largest * 100.0).clamp(1.0, 100.0), 1.0);
    FromZero { step: scale.step / 100.0, steps: scale.steps }
}

/// A share as a whole per cent, for a scale.
pub(super) fn whole_percent(language: Language, share: f64) -> Text {
    let tenths = language.tenths(share * 100.0);
    language.percent_of(tenths.trim_end_matches(".0"))
}

/// What a mark says: its name, its number, and how far chance could move it.
pub(super) fn said(language: Language, name: &str, share: &str, interval: Option<(f64, f64)>) -> Text {
    let Some((lower, upper)) = interval else { return words::ChartShare { name, share }.text(language) };
    let (lower, upper) = language.ends((lower, upper), share);
    let interval = words::Between { lower: &lower, upper: &upper }.text(language);
    words::ChartShareBetween { interval: &interval, name, share }.text(language)
}

/// The points of a curve, kept within the picture.
pub(super) fn points(places: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    places.map(|(x, y)| (x.clamp(0.0, 1.0), y.clamp(0.0, 1.0))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_holds_its_figures_in_round_steps() {
        for (largest, end, steps) in [(0.37, 0.4, 4), (0.112, 0.15, 3), (0.03, 0.03, 3), (1.0, 1.0, 5), (0.0, 0.01, 1)]
        {
            let scale = shares(largest);
            assert!((scale.end() - end).abs() < 1e-9 && scale.steps == steps, "{largest}: {scale:?}");
        }
        for (largest, end) in [(3127.0, 4000.0), (7.0, 8.0), (1.0, 1.0), (900_000.0, 1_000_000.0)] {
            assert!((FromZero::holding(largest, 1.0).end() - end).abs() < 1e-9, "{largest}");
        }
    }

    #[test]
    fn curves_stay_within_their_picture() {
        assert_eq!(points([(0.0, -0.5), (1.5, 1.0), (0.5, 0.25)].into_iter()), [(0.0, 0.0), (1.0, 1.0), (0.5, 0.25)]);
    }
}
