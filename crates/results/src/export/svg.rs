//! A chart as an SVG file that stands by itself: no script, no font and no picture of elsewhere.

use std::fmt::Write as _;
use words::Language;

use super::Note;
use super::scene::{Anchor, Pen, Scene, Shape, WIDTH, scene};
use document::Chart;

/// The file, with what `note` says below the chart and within the file.
pub fn svg(language: Language, chart: &Chart, note: &Note) -> String {
    let Scene { height, title, about, shapes } = scene(language, chart, &note.shown);
    let mut out = String::new();
    // Writing to a text cannot fail.
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" \
         role=\"img\" font-family=\"Arial, Helvetica, sans-serif\">\
         <title>{}</title><desc>{}</desc><rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#FFFFFF\"/>",
        escaped(&title),
        escaped(&about),
    );
    if !note.held.is_empty() {
        let lines: Vec<String> = note.held.lines().map(escaped).collect();
        let _ = write!(out, "<metadata>{}</metadata>", lines.join("\n"));
    }
    for shape in &shapes {
        let _ = write_shape(&mut out, shape);
    }
    out.push_str("</svg>\n");
    out
}

fn write_shape(out: &mut String, shape: &Shape) -> std::fmt::Result {
    match shape {
        Shape::Rect { x, y, width, height, fill, edge } => {
            let (x, y, width, height) = (short(*x), short(*y), short(*width), short(*height));
            write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"")?;
            if let Some(edge) = edge {
                write_pen(out, *edge)?;
            }
        }
        Shape::Line { points, pen } => {
            out.push_str("<polyline points=\"");
            for (at, (x, y)) in points.iter().enumerate() {
                write!(out, "{}{},{}", if at > 0 { " " } else { "" }, short(*x), short(*y))?;
            }
            out.push_str("\" fill=\"none\"");
            write_pen(out, *pen)?;
        }
        Shape::Mark { x, y, mark, fill, edge } => {
            let (x, y, path) = (short(*x), short(*y), mark.outline());
            write!(out, "<path transform=\"translate({x} {y})\" d=\"{path}\" fill=\"{fill}\"")?;
            write_pen(out, *edge)?;
        }
        Shape::Text(of) => {
            let (x, y, size, colour) = (short(of.x), short(of.y), short(of.size), of.colour);
            write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"")?;
            match of.anchor {
                Anchor::Start => {}
                Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
                Anchor::End => out.push_str(" text-anchor=\"end\""),
            }
            if of.bold {
                out.push_str(" font-weight=\"700\"");
            }
            write!(out, ">{}</text>", escaped(&of.text))?;
            return Ok(());
        }
    }
    out.push_str("/>");
    Ok(())
}

fn write_pen(out: &mut String, pen: Pen) -> std::fmt::Result {
    write!(out, " stroke=\"{}\" stroke-width=\"{}\"", pen.colour, pen.width)?;
    match pen.dashes() {
        Some([on, off]) => write!(out, " stroke-dasharray=\"{on} {off}\""),
        None => Ok(()),
    }
}

/// A place with one decimal.
fn short(at: f64) -> f64 {
    (at * 10.0).round() / 10.0
}

/// A text as XML holds it. Characters that XML has no place for are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            _ if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {}
            _ => out.push(letter),
        }
    }
    out
}
