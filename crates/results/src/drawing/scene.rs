//! A chart as a list of shapes on a sheet. The page, a report and pictures of any kind show it.

use document::shape::Shape;
use document::{Chart, Drawing};
use words::Language;

use super::layout;
use super::sheet::{PLOT, Sheet};

/// The width of a picture on its own.
pub const WIDTH: f64 = 800.0;
/// The margin of a picture on its own.
pub(crate) const EDGE: f64 = 24.0;
/// The margin of a picture in a page: half a mark.
const MARGIN: f64 = 8.0;
const TITLE: f64 = 20.0;
const SMALL: f64 = 13.0;

/// A sheet with everything on it.
#[derive(Debug)]
pub struct Scene {
    pub width: f64,
    pub height: f64,
    /// Each shape, with the mark of the chart that it belongs to, if it belongs to one.
    pub shapes: Vec<(Option<u32>, Shape)>,
}

/// A chart with its caption and what it shows in words above it, and a note below it, if there is one: the period, the source,
/// the files, the version.
pub fn picture(language: Language, chart: &Chart, note: &str) -> Scene {
    on_its_own(language, chart, note, (WIDTH, PLOT, false))
}

/// The same in the shape that social media show whole, 16 to 9, if it can be read so: as little wide as it can be, since words
/// are larger then. Otherwise it is as high as it must be.
pub fn card(language: Language, chart: &Chart, note: &str) -> Scene {
    /// How wide the sheet is, how high a plot on it, and whether it is flat. In a wider picture, words are too small to be read on
    /// a phone.
    const SIZES: [(f64, f64, bool); 6] = [
        (640.0, PLOT, false),
        (WIDTH, PLOT, false),
        (960.0, PLOT, false),
        (1120.0, PLOT, false),
        (1120.0, 270.0, false),
        (1120.0, 270.0, true),
    ];
    let is_flat = |scene: &Scene| scene.height <= scene.width * 9.0 / 16.0;
    match SIZES.into_iter().map(|size| on_its_own(language, chart, note, size)).find(is_flat) {
        Some(scene) => Scene { height: scene.width * 9.0 / 16.0, ..scene },
        None => picture(language, chart, note),
    }
}

/// What a chart shows, in words, without its caption.
pub(super) fn in_words(chart: &Chart) -> &str {
    let words = chart.alternative.strip_prefix(&*chart.caption).unwrap_or(&chart.alternative);
    words.trim_start_matches(['.', ' '])
}

fn on_its_own(language: Language, chart: &Chart, note: &str, (width, plot, is_flat): (f64, f64, bool)) -> Scene {
    let mut sheet = Sheet::new(width, EDGE);
    (sheet.plot, sheet.is_flat) = (plot, is_flat);
    sheet.lines(&chart.caption, sheet.left, TITLE, true);
    sheet.y += 4.0;
    sheet.lines(in_words(chart), sheet.left, SMALL, false);
    sheet.y += 12.0;
    layout::draw(language, &mut sheet, &chart.drawing);
    if !note.is_empty() {
        sheet.y += 12.0;
        sheet.lines(note, sheet.left, SMALL, false);
    }
    Scene { width, height: (sheet.y + EDGE).ceil(), shapes: sheet.shapes }
}

/// A drawing alone, for a page with this much room.
pub(super) fn inline(language: Language, drawing: &Drawing, width: f64) -> Scene {
    let mut sheet = Sheet::new(width, MARGIN);
    layout::draw(language, &mut sheet, drawing);
    Scene { width, height: (sheet.y + MARGIN).ceil(), shapes: sheet.shapes }
}
