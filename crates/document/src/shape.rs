//! Shapes of a chart on a sheet, and how each is drawn. They are the same on the page, in a report and in a picture.

use crate::mark::{Mark, Shade, Stroke};
use crate::names::{Attribute, Tag};
use crate::node::Element;
use crate::text::Text;

/// The colours of the Government Analysis Function, and matching greys.
pub mod colour {
    use crate::mark::Shade;

    pub const BLUE: &str = "#12436D";
    pub const TURQUOISE: &str = "#28A197";
    pub const PINK: &str = "#801650";
    pub const ORANGE: &str = "#F46A25";
    pub const DARK: &str = "#3D3D3D";
    pub const TEXT: &str = "#0B0C0C";
    pub const LINE: &str = "#CECECE";
    pub const PALE: &str = "#F3F3F3";
    pub const MIDDLE: &str = "#8A8A8A";
    pub const WHITE: &str = "#FFFFFF";

    /// What a tile is filled with.
    pub fn shade(shade: Shade) -> &'static str {
        match shade {
            Shade::Empty => WHITE,
            Shade::Palest => "#DDE6F0",
            Shade::Pale => "#B1C6DC",
            Shade::Middle => "#7FA1C4",
            Shade::Dark => "#33669B",
            Shade::Darkest => BLUE,
            Shade::Pink => PINK,
            Shade::PalePink => "#E3A6C6",
            Shade::Grey => LINE,
        }
    }
}

/// The size of text.
pub const SIZE: f64 = 15.0;

/// A shape, in points from the left and from the top.
#[derive(Clone, Debug)]
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
    /// A mark of a chart, by its shape, with its centre.
    Mark {
        x: f64,
        y: f64,
        mark: Mark,
        fill: &'static str,
        edge: Pen,
    },
    Text(Words),
}

/// A line of text. `x` is its start, its middle or its end, and `y` is its baseline.
#[derive(Clone, Debug)]
pub struct Words {
    pub x: f64,
    pub y: f64,
    pub text: Text,
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
    pub const fn of(colour: &'static str, width: f64) -> Self {
        Self { colour, width, stroke: Stroke::Whole }
    }

    /// The lengths that are drawn and left out, in turn.
    pub fn dashes(self) -> Option<[f64; 2]> {
        match self.stroke {
            Stroke::Whole => None,
            Stroke::Dashed => Some([8.0, 5.0]),
            Stroke::Dotted => Some([2.0, 4.0]),
        }
    }
}

/// Text that starts at a position.
pub fn words(x: f64, y: f64, text: impl Into<Text>) -> Words {
    Words { x, y, text: text.into(), anchor: Anchor::Start, size: SIZE, bold: false, colour: colour::TEXT }
}

impl Words {
    #[must_use]
    pub fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// The element that draws a shape.
pub fn element(shape: &Shape) -> Element {
    match shape {
        Shape::Rect { x, y, width, height, fill, edge } => {
            let of = place(Element::new(Tag::Rect), *x, *y)
                .with(Attribute::Width, tenths(*width))
                .with(Attribute::Height, tenths(*height))
                .with(Attribute::Fill, *fill);
            edge.map_or(of.clone(), |edge| drawn_with(of, edge))
        }
        Shape::Line { points, pen } => {
            let mut places = String::new();
            for (x, y) in points {
                if !places.is_empty() {
                    places.push(' ');
                }
                places.push_str(&tenths(*x));
                places.push(',');
                places.push_str(&tenths(*y));
            }
            let of = Element::new(Tag::Polyline).with(Attribute::Points, places).with(Attribute::Fill, "none");
            drawn_with(of, *pen)
        }
        Shape::Mark { x, y, mark, fill, edge } => {
            let of = Element::new(Tag::Path)
                .with(Attribute::Transform, ["translate(", &tenths(*x), " ", &tenths(*y), ")"].concat())
                .with(Attribute::D, mark.outline())
                .with(Attribute::Fill, *fill);
            drawn_with(of, *edge)
        }
        Shape::Text(Words { x, y, text, anchor, size, bold, colour }) => {
            let anchor = match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle"),
                Anchor::End => Some("end"),
            };
            place(Element::new(Tag::Text), *x, *y)
                .with(Attribute::FontSize, tenths(*size))
                .with(Attribute::Fill, *colour)
                .with_some(Attribute::TextAnchor, anchor)
                .with_some(Attribute::FontWeight, bold.then_some("700"))
                .text(text.clone())
        }
    }
}

fn place(of: Element, x: f64, y: f64) -> Element {
    of.with(Attribute::X, tenths(x)).with(Attribute::Y, tenths(y))
}

fn drawn_with(of: Element, pen: Pen) -> Element {
    let dashes = pen.dashes().map(|dashes| dashes.map(tenths).join(" "));
    of.with(Attribute::Stroke, pen.colour)
        .with(Attribute::StrokeWidth, tenths(pen.width))
        .with_some(Attribute::StrokeDasharray, dashes)
}

/// A position or a length with one decimal, if it has one.
pub fn tenths(at: f64) -> String {
    // Code that can write any fraction would be a large part of the first download.
    #[expect(clippy::cast_possible_truncation, reason = "a few thousand at most")]
    let tenths = (at * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let mut text = [sign, &whole.to_string()].concat();
    if rest > 0 {
        text.push('.');
        text.push_str(&rest.to_string());
    }
    text
}

/// A picture with this width and height in points. In less room it is shown smaller.
pub fn svg(width: f64, height: f64) -> Element {
    Element::new(Tag::Svg)
        .with(Attribute::ViewBox, ["0 0 ", &tenths(width), " ", &tenths(height)].concat())
        .with(Attribute::Width, tenths(width))
        .with(Attribute::Height, tenths(height))
        .with(Attribute::FontFamily, "Arial, Helvetica, sans-serif")
}

/// A bar from none to all, with a share on it and the range that the share is in. Returns its height too. Its marks are
/// the lower end, the share and the upper end.
pub fn bar(
    (left, top, width): (f64, f64, f64),
    share: f64,
    (lower, upper): (f64, f64),
    [none, all]: [&'static str; 2],
) -> (Vec<(Option<u32>, Shape)>, f64) {
    let at = |share: f64| left + share.clamp(0.0, 1.0) * width;
    let middle = top + 18.0;
    let rect =
        |x, high: f64, width, fill| Shape::Rect { x, y: middle - high / 2.0, width, height: high, fill, edge: None };
    let end = |end| Shape::Line {
        points: vec![(at(end), middle - 14.0), (at(end), middle + 14.0)],
        pen: Pen::of(colour::BLUE, 2.0),
    };
    let below = middle + 20.0 + SIZE;
    let shapes = vec![
        (None, rect(left, 12.0, width, colour::LINE)),
        (None, rect(at(lower), 20.0, at(upper) - at(lower), colour::shade(Shade::Pale))),
        (Some(0), end(lower)),
        (Some(2), end(upper)),
        (
            Some(1),
            Shape::Mark {
                x: at(share),
                y: middle,
                mark: Mark::Circle,
                fill: colour::BLUE,
                edge: Pen::of(colour::WHITE, 1.0),
            },
        ),
        (None, Shape::Text(words(left, below, none))),
        (None, Shape::Text(words(left + width, below, all).anchored(Anchor::End))),
    ];
    (shapes, below - top)
}

#[cfg(test)]
mod tests {
    use super::tenths;

    #[test]
    fn a_place_has_one_decimal_or_none() {
        let cases =
            [(0.0, "0"), (15.0, "15"), (1.5, "1.5"), (-0.04, "0"), (-0.06, "-0.1"), (799.96, "800"), (-12.34, "-12.3")];
        for (at, text) in cases {
            assert_eq!(tenths(at), text);
        }
    }
}
