//! What leaves the page as a file: pictures of charts, and the whole report as a web page. Everything here runs in the
//! worker.

mod html;
mod layout;
mod measure;
mod paint;
mod png;
mod scene;
mod svg;
#[cfg(test)]
mod tests;

use missing_rates::period::Period;
use missing_rates::report::Report;

use crate::parts::rests_lines;
use crate::text;

pub(crate) use html::{Head, html, lines, table};
pub(crate) use paint::png;
pub(crate) use svg::svg;

/// What a picture says of what its chart rests on.
#[derive(Debug, Default)]
pub(crate) struct Note {
    /// Below the chart: the period, what is hidden, the files and what calculated it.
    shown: String,
    /// Within the file, where programs that show a picture's properties find it: all of it in lines, the sums of the
    /// files too.
    held: String,
}

impl Note {
    pub(crate) fn new(report: &Report, period: Option<Period>) -> Self {
        let tool = text::ExportTool { name: report.tool.name, version: report.tool.version };
        let files: Vec<&str> = report.files.iter().map(|file| &*file.name).collect();
        let shown = text::PictureNote {
            disclosure: text::disclosure(report.disclosure),
            files: &files.join(", "),
            period: &period.map(text::format::period).unwrap_or_default(),
            setting: text::publish_setting(),
            tool: &tool.text(),
        };
        let lines = rests_lines(report, period);
        let held: Vec<String> = lines.iter().map(|(name, said)| format!("{name}: {said}")).collect();
        Self { shown: shown.text().to_string(), held: held.join("\n") }
    }
}
