//! Whether it is certain of which year the files are that a figure is based on.

use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::report::{FileEntry, FileKind, Report};
use words::{Language, Text};

use super::listed;

/// That the year of files is not certain whose rows count in the share of a cohort. A report that is safe to publish names no file.
pub fn years_in_doubt(language: Language, report: &Report, period: Period, cohort: Cohort) -> Option<Text> {
    let files = report.files.iter().filter(|file| counts(file.kind, cohort) && is_in_doubt(file, period));
    let names: Vec<&str> = files.map(|file| file.name.as_str()).collect();
    listed(language, &names, ", ").map(|names| language.coverage_short_not_certain(&names))
}

fn counts(kind: FileKind, cohort: Cohort) -> bool {
    let is_unaccompanied = matches!(cohort, Cohort::Unaccompanied | Cohort::TraffickedAndUnaccompanied);
    matches!(kind, FileKind::Episodes | FileKind::Missing) || kind == FileKind::Uasc && is_unaccompanied
}

fn is_in_doubt(file: &FileEntry, period: Period) -> bool {
    let doubtful = file.collection_year.filter(|of| !of.certain && file.problem.is_none() && !file.name.is_empty());
    let days = doubtful.and_then(|of| Period::collection_year(of.year));
    days.is_some_and(|days| days.overlaps(period.start(), period.end()))
}
