//! What leaves the page as a file: pictures of charts, and the whole report as a web page. Everything here runs in the
//! worker.

mod html;
mod layout;
mod measure;
mod png;
mod scene;
mod svg;
#[cfg(test)]
mod tests;

use missing_rates::period::Period;
use missing_rates::report::Report;
use words::Language;

use crate::parts::rests_lines;

pub(crate) use html::{Head, html};
pub use html::{lines, table};
pub use png::described;
pub use scene::{Anchor, Pen, Scene, Shape, WIDTH, Words, scene};
pub use svg::svg;

/// What a picture says of what its chart rests on.
#[derive(Debug, Default)]
pub struct Note {
    /// Below the chart: the period, what is hidden, the files and what calculated it.
    pub shown: String,
    /// Within the file, where programs that show a picture's properties find it: all of it in lines, the sums of the
    /// files too.
    pub held: String,
}

impl Note {
    pub fn new(language: Language, report: &Report, period: Option<Period>) -> Self {
        let files: Vec<&str> = report.files.iter().map(|file| &*file.name).collect();
        let shown = words::PictureNote {
            disclosure: language.disclosure(report.disclosure),
            files: &files.join(", "),
            period: &period.map(|value| language.period(value)).unwrap_or_default(),
            setting: language.publish_setting(),
            tool: &language.tool(&report.tool),
        };
        let lines = rests_lines(language, report, period);
        let held: Vec<String> = lines.iter().map(|(name, said)| format!("{name}: {said}")).collect();
        Self { shown: shown.text(language).to_string(), held: held.join("\n") }
    }
}
