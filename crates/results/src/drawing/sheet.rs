//! A sheet that is filled from the top.

use document::shape::{Pen, SIZE, Shape, Words, words};
use document::{Mark, Text};

use super::measure::wrap;

/// How high a line of words is.
pub(super) const LINE: f64 = SIZE * 1.3;
/// How high a plot is where there is room enough.
pub(super) const PLOT: f64 = 420.0;

/// A sheet that is being filled.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The left and right end of the area that may be filled.
    pub(super) left: f64,
    pub(super) right: f64,
    /// How far down it is filled.
    pub(super) y: f64,
    /// How high a plot on it is at most.
    pub(super) plot: f64,
    /// Whether what is usually below each other is in columns, and small, so that the sheet is no higher than a screen.
    pub(super) is_flat: bool,
    /// Each shape, with the mark of the chart that it belongs to.
    pub(super) shapes: Vec<(Option<u32>, Shape)>,
    mark: Option<u32>,
}

impl Sheet {
    /// An empty sheet of this width, with this margin.
    pub(super) fn new(width: f64, edge: f64) -> Self {
        Self { left: edge, right: width - edge, y: edge, plot: PLOT, is_flat: false, shapes: Vec::new(), mark: None }
    }

    /// Everything drawn from now on belongs to this mark.
    pub(super) fn mark_is(&mut self, mark: u32) {
        self.mark = Some(mark);
    }

    /// Everything drawn from now on belongs to no mark.
    pub(super) fn no_mark(&mut self) {
        self.mark = None;
    }

    pub(super) fn push(&mut self, shape: Shape) {
        self.shapes.push((self.mark, shape));
    }

    /// Writes words over the whole width from `x` on, in as many lines as they need.
    pub(super) fn lines(&mut self, text: &str, x: f64, size: f64, bold: bool) {
        for line in wrap(text, self.right - x, size, bold) {
            self.y += size * 1.3;
            self.put(Words { size, bold, ..words(x, self.y, Text::from(line)) });
        }
    }

    pub(super) fn put(&mut self, words: Words) {
        if !words.text.is_empty() {
            self.push(Shape::Text(words));
        }
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), pen: Pen) {
        self.push(Shape::Line { points: vec![from, to], pen });
    }

    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &'static str) {
        self.push(Shape::Rect { x, y, width, height, fill, edge: None });
    }

    pub(super) fn mark(&mut self, (x, y): (f64, f64), mark: Mark, fill: &'static str, edge: Pen) {
        self.push(Shape::Mark { x, y, mark, fill, edge });
    }
}
