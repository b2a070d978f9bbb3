//! A chart as a list of shapes on a sheet, which the page, a report and a picture of any kind show.

use document::shape::Shape;
use document::{Chart, Drawing};
use words::Language;

use super::layout;
use super::sheet::Sheet;

/// The width of a picture by itself.
pub const WIDTH: f64 = 800.0;
/// What is left free at the edges of a picture by itself.
pub(crate) const EDGE: f64 = 24.0;
/// What is left free around one that is part of a page: half a mark.
const MARGIN: f64 = 8.0;
const TITLE: f64 = 20.0;
const SMALL: f64 = 13.0;

/// A sheet with everything on it.
#[derive(Debug)]
pub struct Scene {
    pub width: f64,
    pub height: f64,
    /// Each with the mark of the chart that it belongs to, if to any.
    pub shapes: Vec<(Option<u32>, Shape)>,
}

/// A chart with its caption above and a note below, if there is one: the period, the files, the version.
pub fn picture(language: Language, chart: &Chart, note: &str) -> Scene {
    let mut sheet = Sheet::new(WIDTH, EDGE);
    sheet.lines(&chart.caption, sheet.left, TITLE, true);
    sheet.y += 12.0;
    layout::draw(language, &mut sheet, &chart.drawing);
    if !note.is_empty() {
        sheet.y += 12.0;
        sheet.lines(note, sheet.left, SMALL, false);
    }
    Scene { width: WIDTH, height: (sheet.y + EDGE).ceil(), shapes: sheet.shapes }
}

/// A drawing alone, for a page with so much room.
pub(super) fn inline(language: Language, drawing: &Drawing, width: f64) -> Scene {
    let mut sheet = Sheet::new(width, MARGIN);
    layout::draw(language, &mut sheet, drawing);
    Scene { width, height: (sheet.y + MARGIN).ceil(), shapes: sheet.shapes }
}
