//! Places the marks and words of a drawing on a sheet.

use super::flow::flow;
use super::measure::{reach, width, wrap};
use super::sheet::{LINE, Sheet};
use super::{tiles, timeline};
use document::shape::{Anchor, Pen, SIZE, Shape, Words, bar, colour, words};
use document::{Bar, Bounds, Dot, DotLine, Drawing, Mark, Plot, PlotKey, Scale, Sign, Span, Stroke};
use words::Language;

const WHITE: Pen = Pen::of(colour::WHITE, 1.0);
const INTERVAL: Pen = Pen::of(colour::BLUE, 2.0);

/// Draws below what the sheet already holds.
pub(super) fn draw(language: Language, sheet: &mut Sheet, drawing: &Drawing) {
    match drawing {
        Drawing::Bars { bars } => draw_bars(sheet, bars),
        Drawing::Dots { lines, scale } => dots(sheet, lines, scale),
        Drawing::Plot { plot } => draw_plot(sheet, plot),
        Drawing::Tiles { groups, key } => tiles::draw(sheet, groups, key),
        Drawing::Bounds { bounds } => draw_bounds(language, sheet, bounds),
        Drawing::Timeline { lanes, ticks } => timeline::draw(sheet, lanes, ticks),
    }
}

/// A line of bars or dots: its name, its number, whether it is highlighted.
type Line<'a> = (&'a str, &'a str, bool);

/// Names on the left, numbers on the right, and the picture between them. In little room, the picture is below them.
struct Columns {
    /// How wide names and numbers may be.
    names: f64,
    numbers: f64,
    /// The left and right end of the picture.
    from: f64,
    to: f64,
    is_below: bool,
}

impl Columns {
    fn of<'a>(sheet: &Sheet, lines: impl Iterator<Item = Line<'a>>) -> Self {
        const LITTLE: f64 = 480.0;
        let (left, right) = (sheet.left, sheet.right);
        let wide = right - left;
        if wide < LITTLE {
            return Self { names: wide * 0.6, numbers: wide * 0.4 - 8.0, from: left, to: right, is_below: true };
        }
        let (mut names, mut numbers) = (60.0_f64, 40.0_f64);
        for (name, number, marked) in lines {
            names = names.max(width(name, SIZE, marked));
            numbers = numbers.max(width(number, SIZE, marked));
        }
        let (names, numbers) = (names.min(240.0), numbers.min(160.0));
        Self { names, numbers, from: left + names + 12.0, to: right - numbers - 12.0, is_below: false }
    }

    fn at(&self, share: f64) -> f64 {
        self.from + share.clamp(0.0, 1.0) * (self.to - self.from)
    }

    /// Writes the words of a line, and returns the middle of its picture.
    fn write(&self, sheet: &mut Sheet, (name, number, bold): Line<'_>) -> f64 {
        let names = wrap(name, self.names, SIZE, bold);
        let numbers = wrap(number, self.numbers, SIZE, bold);
        let high = names.len().max(numbers.len()) as f64 * LINE + 9.0;
        let middle = sheet.y + high / 2.0;
        for (lines, x, anchor) in [(names, sheet.left, Anchor::Start), (numbers, sheet.right, Anchor::End)] {
            let first = middle - lines.len() as f64 * LINE / 2.0 + SIZE;
            for (at, line) in lines.into_iter().enumerate() {
                sheet.put(Words { anchor, bold, ..words(x, first + at as f64 * LINE, line) });
            }
        }
        sheet.y += high;
        if !self.is_below {
            return middle;
        }
        sheet.y += 26.0;
        sheet.y - 16.0
    }
}

fn draw_bars(sheet: &mut Sheet, bars: &[Bar]) {
    let line = |bar: &'_ Bar| (bar.name.to_string(), bar.number.to_string(), bar.marked);
    let lines: Vec<_> = bars.iter().map(line).collect();
    let columns = Columns::of(sheet, lines.iter().map(|(name, number, marked)| (&**name, &**number, *marked)));
    for (at, bar) in (0..).zip(bars) {
        sheet.mark_is(at);
        let middle = columns.write(sheet, (&bar.name, &bar.number, bar.marked));
        let Some(length) = bar.length else {
            sheet.line(
                (columns.from, middle),
                (columns.to, middle),
                Pen { stroke: Stroke::Dotted, ..Pen::of(colour::MIDDLE, 2.0) },
            );
            continue;
        };
        let (from, wide) = (columns.from, columns.at(length) - columns.from);
        sheet.rect((from, middle - 9.0), (columns.to - from, 18.0), colour::PALE);
        sheet.rect((from, middle - 9.0), (wide, 18.0), if bar.marked { colour::ORANGE } else { colour::BLUE });
    }
    sheet.no_mark();
}

fn dots(sheet: &mut Sheet, lines: &[DotLine], scale: &Scale) {
    let columns = Columns::of(sheet, lines.iter().map(|line| (&*line.name, &*line.number, line.marked)));
    let top = sheet.y;
    let mut middles = Vec::new();
    for (at, line) in (0..).zip(lines) {
        sheet.mark_is(at);
        middles.push(columns.write(sheet, (&line.name, &line.number, line.marked)));
    }
    sheet.no_mark();
    if let Some(line) = scale.line {
        let x = columns.at(line);
        sheet.line((x, top), (x, sheet.y), Pen { stroke: Stroke::Dashed, ..Pen::of(colour::DARK, 1.5) });
    }
    for (at, (line, middle)) in (0..).zip(lines.iter().zip(middles)) {
        sheet.mark_is(at);
        sheet.line((columns.from, middle), (columns.to, middle), Pen::of(colour::LINE, 1.0));
        if let Some(Span { lower, upper }) = line.span {
            sheet.line((columns.at(lower), middle), (columns.at(upper), middle), INTERVAL);
        }
        // A highlighted dot has another shape too.
        let (mark, fill) = if line.marked { (Mark::Diamond, colour::ORANGE) } else { (Mark::Circle, colour::BLUE) };
        sheet.mark((columns.at(line.at), middle), mark, fill, WHITE);
    }
    sheet.no_mark();
    sheet.y += LINE;
    sheet.put(words(columns.from, sheet.y, scale.least.as_str()));
    sheet.put(words(columns.to, sheet.y, scale.most.as_str()).anchored(Anchor::End));
    for text in wrap(&scale.line_text, sheet.right - sheet.left - 40.0, SIZE, false) {
        sheet.y += LINE;
        sheet.put(words(sheet.left + 40.0, sheet.y, text));
    }
    if scale.line.is_some() {
        let y = sheet.y - SIZE / 3.0;
        sheet.line(
            (sheet.left, y),
            (sheet.left + 30.0, y),
            Pen { stroke: Stroke::Dashed, ..Pen::of(colour::DARK, 1.5) },
        );
    }
}

/// What each mark says is below the bar.
fn draw_bounds(language: Language, sheet: &mut Sheet, Bounds { share, span, said, .. }: &Bounds) {
    let place = (sheet.left, sheet.y, sheet.right - sheet.left);
    let ends = [language.bar_zero(), language.bar_all()];
    let (shapes, high) = bar(place, *share, (span.lower, span.upper), ends);
    sheet.shapes.extend(shapes);
    sheet.y += high;
    for (at, line) in (0..).zip(said) {
        sheet.mark_is(at);
        sheet.lines(line, sheet.left, SIZE, false);
    }
    sheet.no_mark();
}

/// The pen for a curve, by its style.
fn pen(stroke: Stroke) -> Pen {
    Pen { stroke, ..Pen::of(colour::DARK, 2.0) }
}

fn fill(mark: Mark) -> &'static str {
    match mark {
        Mark::Circle => colour::BLUE,
        Mark::Square => colour::ORANGE,
        Mark::Diamond => colour::PINK,
        Mark::Triangle => colour::TURQUOISE,
        Mark::Small => colour::MIDDLE,
    }
}

fn draw_plot(sheet: &mut Sheet, plot: &Plot) {
    // In little room, a picture is nearly as wide as it is high.
    let high = sheet.plot.min((sheet.right - sheet.left) * 0.9);
    draw_key(sheet, &plot.key);
    sheet.lines(&plot.name_y, sheet.left, SIZE, false);
    let ticks = plot.ticks_y.iter().map(|tick| width(&tick.text, SIZE, false)).fold(0.0, f64::max);
    let (left, top) = (sheet.left + ticks + 10.0, sheet.y + 20.0);
    // Leaves room for half a mark at the right end.
    let (wide, bottom) = (sheet.right - 8.0 - left, top + high);
    let x = |at: f64| left + at.clamp(0.0, 1.0) * wide;
    let y = |at: f64| bottom - at.clamp(0.0, 1.0) * high;
    for tick in &plot.ticks_y {
        sheet.line((left, y(tick.at)), (left + wide, y(tick.at)), Pen::of(colour::LINE, 1.0));
        sheet.put(words(left - 10.0, y(tick.at) + SIZE / 3.0, tick.text.as_str()).anchored(Anchor::End));
    }
    sheet.y = bottom + 10.0 + SIZE;
    let right = sheet.right;
    let mut written = f64::MIN;
    for tick in &plot.ticks_x {
        let middle = words(x(tick.at), sheet.y, tick.text.as_str()).anchored(Anchor::Middle);
        let outside = reach(&middle).1 > right;
        let tick = if outside { Words { x: right, anchor: Anchor::End, ..middle } } else { middle };
        // Two texts that overlap cannot be read.
        let (from, to) = reach(&tick);
        if from > written {
            written = to + 4.0;
            sheet.put(tick);
        }
    }
    for line in wrap(&plot.name_x, right - sheet.left, SIZE, false) {
        sheet.y += LINE;
        sheet.put(words(right, sheet.y, line).anchored(Anchor::End));
    }
    for curve in &plot.curves {
        let points = curve.points.iter().map(|(across, up)| (x(*across), y(*up))).collect();
        sheet.shapes.push((None, Shape::Line { points, pen: pen(curve.stroke) }));
    }
    for dot in &plot.dots {
        if let Some(Span { lower, upper }) = dot.span {
            let pen = if dot.mark == Mark::Small { Pen::of(colour::LINE, 1.0) } else { INTERVAL };
            sheet.line((x(dot.x), y(lower)), (x(dot.x), y(upper)), pen);
        }
    }
    // Small marks are drawn below the others, and labels above all marks.
    let numbered = || (0..).zip(&plot.dots);
    let is_back = |(_, dot): &(u32, &Dot)| dot.mark == Mark::Small;
    for (at, dot) in numbered().filter(is_back).chain(numbered().filter(|dot| !is_back(dot))) {
        let edge = if dot.marked { Pen::of(colour::TEXT, 3.0) } else { WHITE };
        sheet.mark_is(at);
        sheet.mark((x(dot.x), y(dot.y)), dot.mark, fill(dot.mark), edge);
    }
    sheet.no_mark();
    for dot in plot.dots.iter().filter(|dot| dot.mark != Mark::Small) {
        let anchor = if dot.x < 0.5 { Anchor::Start } else { Anchor::End };
        let above = y(dot.span.as_ref().map_or(dot.y, |span| span.upper)) - 12.0;
        let label = words(x(dot.x), above, dot.label.clone()).anchored(anchor);
        sheet.put(Words { bold: true, ..label });
    }
}

/// Draws the key entries one after another, in as many lines as they need.
fn draw_key(sheet: &mut Sheet, key: &[PlotKey]) {
    flow(sheet, key.iter().map(|of| &*of.text), |sheet, at, (x, y)| {
        let of = &key[at];
        match of.sign {
            Sign::Curve(stroke) => sheet.line((x, y), (x + 30.0, y), pen(stroke)),
            Sign::Mark(mark) => sheet.mark((x + 15.0, y), mark, fill(mark), WHITE),
        }
    });
}
