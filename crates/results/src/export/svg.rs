//! A chart as an SVG file that is complete in itself: no script, no font and no picture of elsewhere.

use document::shape::{Shape, colour, element};
use document::{Attribute, Chart, Element, Tag};
use words::Language;

use super::note::Note;
use super::written::written;
use crate::drawing;

/// The file, with what `note` says below the chart and within the file.
pub fn svg(language: Language, chart: &Chart, note: &Note) -> String {
    let scene = drawing::picture(language, chart, &note.shown);
    let (width, height) = (scene.width, scene.height);
    let paper = element(&Shape::Rect { x: 0.0, y: 0.0, width, height, fill: colour::WHITE, edge: None });
    let held = (!note.held.is_empty()).then(|| Element::new(Tag::Metadata).text(note.held.clone()));
    let before = held.into_iter().chain([paper]).collect();
    let picture = drawing::described(drawing::svg(&scene, false), &chart.caption, &chart.alternative, before);
    written(&[picture.with(Attribute::Xmlns, "http://www.w3.org/2000/svg").into()])
}
