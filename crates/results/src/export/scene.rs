//! A chart as a list of shapes on a sheet, which a file of any kind is written from.

use document::{Chart, Mark, Stroke};
use words::Language;

use super::layout;
use super::measure::{width, wrap};

/// The width of every sheet.
pub const WIDTH: f64 = 800.0;
/// What is left free at its edges.
pub(super) const EDGE: f64 = 24.0;
/// The size of words.
pub(super) const SIZE: f64 = 15.0;
const TITLE: f64 = 20.0;
const SMALL: f64 = 13.0;

/// The colours of the Government Analysis Function, and the greys beside them.
pub(super) mod colour {
    use document::Shade;

    pub(crate) const BLUE: &str = "#12436D";
    pub(crate) const TURQUOISE: &str = "#28A197";
    pub(crate) const PINK: &str = "#801650";
    pub(crate) const ORANGE: &str = "#F46A25";
    pub(crate) const DARK: &str = "#3D3D3D";
    pub(crate) const TEXT: &str = "#0B0C0C";
    pub(crate) const LINE: &str = "#CECECE";
    pub(crate) const PALE: &str = "#F3F3F3";
    pub(crate) const MIDDLE: &str = "#8A8A8A";
    pub(crate) const WHITE: &str = "#FFFFFF";

    /// Of the blue.
    pub(crate) fn shade(shade: Shade) -> &'static str {
        match shade {
            Shade::Empty => WHITE,
            Shade::Palest => "#DDE6F0",
            Shade::Pale => "#B1C6DC",
            Shade::Middle => "#7FA1C4",
            Shade::Dark => "#33669B",
            Shade::Darkest => BLUE,
        }
    }
}

/// A sheet with everything on it.
#[derive(Debug)]
pub struct Scene {
    pub height: f64,
    pub title: String,
    /// What it shows, in words.
    pub about: String,
    pub shapes: Vec<Shape>,
}

#[derive(Debug)]
pub enum Shape {
    Rect {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        fill: &'static str,
        edge: Option<Pen>,
    },
    Line {
        points: Vec<(f64, f64)>,
        pen: Pen,
    },
    /// A mark of a chart around its middle, by its shape.
    Mark {
        x: f64,
        y: f64,
        mark: Mark,
        fill: &'static str,
        edge: Pen,
    },
    Text(Words),
}

/// A line of words; `x` is where it begins, its middle or its end, `y` what it stands on.
#[derive(Debug)]
pub struct Words {
    pub x: f64,
    pub y: f64,
    pub text: String,
    pub anchor: Anchor,
    pub size: f64,
    pub bold: bool,
    pub colour: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    pub colour: &'static str,
    pub width: f64,
    pub stroke: Stroke,
}

impl Pen {
    pub(super) const fn of(colour: &'static str, width: f64) -> Self {
        Self { colour, width, stroke: Stroke::Whole }
    }

    /// Drawn, then left out, in turn.
    pub fn dashes(self) -> Option<[f64; 2]> {
        match self.stroke {
            Stroke::Whole => None,
            Stroke::Dashed => Some([8.0, 5.0]),
            Stroke::Dotted => Some([2.0, 4.0]),
        }
    }
}

/// A sheet that is being filled from above.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Down to where it is filled.
    pub(super) y: f64,
    pub(super) shapes: Vec<Shape>,
}

/// A chart with its caption above and a note below, if there is one: the period, the files, the version.
pub fn scene(language: Language, chart: &Chart, note: &str) -> Scene {
    let mut sheet = Sheet { y: EDGE, shapes: Vec::new() };
    sheet.paragraph(&chart.caption, TITLE, true);
    sheet.y += 12.0;
    layout::draw(language, &mut sheet, &chart.drawing);
    if !note.is_empty() {
        sheet.y += 12.0;
        sheet.paragraph(note, SMALL, false);
    }
    let (title, about) = (chart.caption.to_string(), chart.alternative.to_string());
    Scene { height: (sheet.y + EDGE).ceil(), title, about, shapes: sheet.shapes }
}

impl Sheet {
    /// Words over the whole width, in as many lines as they need.
    fn paragraph(&mut self, text: &str, size: f64, bold: bool) {
        for line in wrap(text, WIDTH - 2.0 * EDGE, size, bold) {
            self.y += size * 1.3;
            self.put(Words { size, bold, ..words(EDGE, self.y - size * 0.3, line) });
        }
    }

    pub(super) fn put(&mut self, words: Words) {
        if !words.text.is_empty() {
            self.shapes.push(Shape::Text(words));
        }
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), pen: Pen) {
        self.shapes.push(Shape::Line { points: vec![from, to], pen });
    }

    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &'static str) {
        self.shapes.push(Shape::Rect { x, y, width, height, fill, edge: None });
    }

    pub(super) fn mark(&mut self, (x, y): (f64, f64), mark: Mark, fill: &'static str, edge: Pen) {
        self.shapes.push(Shape::Mark { x, y, mark, fill, edge });
    }
}

/// Words that begin at a place.
pub(super) fn words(x: f64, y: f64, text: impl Into<String>) -> Words {
    Words { x, y, text: text.into(), anchor: Anchor::Start, size: SIZE, bold: false, colour: colour::TEXT }
}

impl Words {
    pub(super) fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// From where to where they reach across, at most.
    pub(super) fn reach(&self) -> (f64, f64) {
        let wide = width(&self.text, self.size, self.bold);
        let from = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - wide / 2.0,
            Anchor::End => self.x - wide,
        };
        (from, from + wide)
    }
}
