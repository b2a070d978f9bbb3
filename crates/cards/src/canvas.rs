//! A picture of the shapes of a chart, painted dot by dot. The fonts are given, so that every machine paints the same.

use super::png;
use anyhow::{Context, Result};
use document::shape::{Anchor, Pen, Shape, Words};
use results::Scene;
use ttf_parser::{Face, OutlineBuilder};
use zeno::{Cap, Command, Mask, PathBuilder, PathData, Stroke, Style, Transform};

/// How wide a picture is, in dots.
const WIDE: u32 = 1200;

/// In how many steps an edge goes from one colour to the other: as few as nobody sees, so that a picture has few colours.
const STEPS: u16 = 15;

/// The fonts of a picture.
pub(crate) struct Fonts<'a> {
    pub(crate) plain: Face<'a>,
    pub(crate) bold: Face<'a>,
}

/// A picture while it is painted.
struct Canvas<'a> {
    fonts: &'a Fonts<'a>,
    /// Dots for each point of the sheet.
    fine: f32,
    wide: u32,
    high: u32,
    /// Red, green and blue of each dot.
    dots: Vec<[u8; 3]>,
}

/// The scene as a PNG.
pub(crate) fn png(fonts: &Fonts<'_>, scene: &Scene) -> Result<Vec<u8>> {
    let fine = f64::from(WIDE) / scene.width;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few thousand, and saturates")]
    let (fine, high) = (fine as f32, (scene.height * fine).round() as u32);
    let dots = vec![[255; 3]; WIDE as usize * high as usize];
    let mut canvas = Canvas { fonts, fine, wide: WIDE, high, dots };
    for (_, shape) in &scene.shapes {
        canvas.paint(shape)?;
    }
    png::written((canvas.wide, canvas.high), &canvas.dots)
}

impl Canvas<'_> {
    fn paint(&mut self, shape: &Shape) -> Result<()> {
        let whole = Transform::scale(self.fine, self.fine);
        match shape {
            Shape::Rect { x, y, width, height, fill, edge } => {
                let path = rect([*x, *y, *width, *height]);
                self.fill(&path, whole, fill)?;
                edge.map_or(Ok(()), |edge| self.draw(&path, whole, edge))
            }
            Shape::Line { points, pen } => {
                let mut path: Vec<Command> = Vec::new();
                for (at, (x, y)) in points.iter().enumerate() {
                    let to = point(*x, *y);
                    if at == 0 {
                        path.move_to(to)
                    } else {
                        path.line_to(to)
                    };
                }
                self.draw(&path, whole, *pen)
            }
            Shape::Mark { x, y, mark, fill, edge } => {
                let [x, y] = point(*x, *y);
                let there = Transform::translation(x, y).then_scale(self.fine, self.fine);
                self.fill(mark.outline(), there, fill)?;
                self.draw(mark.outline(), there, *edge)
            }
            Shape::Text(words) => self.write(words),
        }
    }

    fn write(&mut self, words: &Words) -> Result<()> {
        let face = if words.bold { &self.fonts.bold } else { &self.fonts.plain };
        let size = single(words.size) / f32::from(face.units_per_em());
        let mut letters = Letters { path: Vec::new(), from: 0.0 };
        for letter in words.text.chars() {
            let glyph = face.glyph_index(letter).with_context(|| format!("the font has no {letter:?}"))?;
            // A space has no outline.
            let _ = face.outline_glyph(glyph, &mut letters);
            letters.from += f32::from(face.glyph_hor_advance(glyph).unwrap_or_default());
        }
        let before = match words.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => letters.from / 2.0,
            Anchor::End => letters.from,
        };
        let [x, y] = point(words.x, words.y);
        // In a font, up is up.
        let there = Transform::scale(size, -size).then_translate(x - before * size, y).then_scale(self.fine, self.fine);
        self.fill(&letters.path, there, words.colour)
    }

    fn fill(&mut self, path: impl PathData, there: Transform, colour: &str) -> Result<()> {
        self.dye(path, there, zeno::Fill::NonZero.into(), colour)
    }

    fn draw(&mut self, path: impl PathData, there: Transform, pen: Pen) -> Result<()> {
        let dashes = pen.dashes().map(|dashes| dashes.map(single));
        let mut stroke = Stroke::new(single(pen.width));
        stroke.cap(Cap::Butt);
        if let Some(dashes) = &dashes {
            stroke.dash(dashes, 0.0);
        }
        self.dye(path, there, Style::Stroke(stroke), pen.colour)
    }

    /// Gives the dots of a shape a colour, each as far as the shape covers it.
    fn dye(&mut self, path: impl PathData, there: Transform, style: Style<'_>, colour: &str) -> Result<()> {
        let colour = parts(colour)?;
        let (covered, place) = Mask::new(path).style(style).transform(Some(there)).render();
        let rows = covered.chunks_exact(place.width.max(1) as usize);
        for (y, row) in (place.top..).zip(rows) {
            for (x, cover) in (place.left..).zip(row) {
                let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { continue };
                if x >= self.wide || y >= self.high {
                    continue;
                }
                let Some(dot) = self.dots.get_mut(y as usize * self.wide as usize + x as usize) else { continue };
                let cover = u16::from(*cover) * STEPS / 255;
                for (dot, of) in dot.iter_mut().zip(colour) {
                    let mixed = u16::from(*dot) * (STEPS - cover) + u16::from(of) * cover;
                    *dot = u8::try_from(mixed / STEPS).unwrap_or(u8::MAX);
                }
            }
        }
        Ok(())
    }
}

/// Red, green and blue of a colour such as `#12436D`.
fn parts(colour: &str) -> Result<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6).context("a colour has six digits")?;
    let number = u32::from_str_radix(digits, 16)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Ok([red, green, blue])
}

#[expect(clippy::cast_possible_truncation, reason = "a place on a sheet is a few thousand points at most")]
fn single(of: f64) -> f32 {
    of as f32
}

fn point(x: f64, y: f64) -> [f32; 2] {
    [single(x), single(y)]
}

fn rect(of: [f64; 4]) -> Vec<Command> {
    let [x, y, width, height] = of.map(single);
    let mut path: Vec<Command> = Vec::new();
    path.add_rect([x, y], width, height);
    path
}

/// The outlines of letters, one after the other.
struct Letters {
    path: Vec<Command>,
    /// Where the next letter begins.
    from: f32,
}

impl OutlineBuilder for Letters {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to([self.from + x, y]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to([self.from + x, y]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path.quad_to([self.from + x1, y1], [self.from + x, y]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path.curve_to([self.from + x1, y1], [self.from + x2, y2], [self.from + x, y]);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
