//! What a picture says of what its chart is based on.

use missing_rates::period::Period;
use missing_rates::report::Report;
use words::Language;

use crate::parts::provenance_lines;

/// What a picture says of what its chart is based on.
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
        let lines = provenance_lines(language, report, period);
        let held: Vec<String> = lines.iter().map(|(name, said)| format!("{name}: {said}")).collect();
        Self { shown: shown.text(language).to_string(), held: held.join("\n") }
    }
}
