//! What a picture says of what its chart is based on.

use missing_rates::period::Period;
use missing_rates::report::{FileKind, Level, Report};
use words::{Language, Text};

use crate::parts::{SERIES, provenance_lines, series_sources, source};
use document::Chart;

/// What a picture says of what its chart is based on.
#[derive(Debug, Default)]
pub struct Note {
    /// Below the chart: the period, the source, the basis, what is hidden, the files and what calculated it.
    pub shown: String,
    /// Within the file, where programs that show a picture's properties find it: all of it in lines, the sums of the
    /// files too.
    pub held: String,
}

impl Note {
    /// The same of what the Department for Education has published, whatever files there are.
    pub fn published(language: Language) -> Self {
        Self::new(language, &Report::empty(), None)
    }

    /// The same of one chart: the picture of a series says its own years and sources.
    pub fn of_chart(language: Language, report: &Report, period: Option<Period>, chart: &Chart) -> Self {
        if chart.id != *SERIES {
            return Self::new(language, report, period);
        }
        Self::written(language, report, None, &series_sources(language, report, chart))
    }

    pub fn new(language: Language, report: &Report, period: Option<Period>) -> Self {
        let own = report.totals.iter().any(|total| total.area.level == Level::Return);
        let source = if own && report.standing.is_some() {
            language.quote_source_return_and_published()
        } else {
            source(language, report, own)
        };
        Self::written(language, report, period, source)
    }

    fn written(language: Language, report: &Report, period: Option<Period>, source: &str) -> Self {
        let own = report.totals.iter().any(|total| total.area.level == Level::Return);
        let files: Vec<&str> = report.files.iter().map(|file| &*file.name).collect();
        let setting = words::PictureSetting {
            disclosure: language.disclosure(report.disclosure, report.is_about_children()),
            setting: language.publish_setting(),
        };
        let answers = report.files.iter().any(|file| file.kind == FileKind::AuthorityAnswers);
        let basis = match (own, answers) {
            (true, _) => language.picture_basis_own(),
            (false, true) => language.picture_basis_answers(),
            (false, false) => language.picture_basis_published(),
        };
        let said: [Option<Text>; 6] = [
            period.map(|period| language.picture_period(&language.period(period))),
            Some(language.picture_source(source)),
            Some(basis.into()),
            (!files.is_empty()).then(|| setting.text(language)),
            (!files.is_empty()).then(|| language.picture_files(&files.join(", "))),
            Some(language.picture_tool(&language.tool(&report.tool))),
        ];
        let shown: Vec<&str> = said.iter().flatten().map(|text| &**text).collect();
        let lines = provenance_lines(language, report, period);
        let held: Vec<String> = lines.iter().map(|(name, said)| format!("{name}: {said}")).collect();
        Self { shown: shown.join(" "), held: held.join("\n") }
    }
}
