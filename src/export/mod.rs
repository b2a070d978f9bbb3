//! What leaves the page as a file: pictures of charts, and the whole report as a web page. Everything here runs in the
//! worker.

mod html;
mod layout;
mod measure;
mod paint;
mod scene;
mod svg;
#[cfg(test)]
mod tests;

use missing_rates::period::Period;
use missing_rates::report::Report;

use crate::text;

pub(crate) use html::{Head, html};
pub(crate) use paint::png;
pub(crate) use svg::svg;

/// What a picture says below its chart: the period, what is hidden, the files and what calculated it.
pub(crate) fn note(report: &Report, period: Option<Period>) -> String {
    let tool = text::ExportTool { name: report.tool.name, version: report.tool.version };
    let files: Vec<&str> = report.files.iter().map(|file| &*file.name).collect();
    let note = text::PictureNote {
        disclosure: text::disclosure(report.disclosure),
        files: &files.join(", "),
        period: &period.map(text::format::period).unwrap_or_default(),
        setting: text::publish_setting(),
        tool: &tool.text(),
    };
    note.text().to_string()
}
