//! What the person who replies to a request should know of the counts before they are sent: rows that are in none of them, and
//! files whose year is not certain. It is about files, so it is in no safe report and not in the reply.

use missing_rates::report::{FileEntry, FileKind, Module, Reason, Report, ReturnCoverage};
use words::{Language, Text};

use crate::parts::coverage::whose;

/// What to look at before the answers are sent, in sentences.
pub fn doubts(language: Language, report: &Report) -> Vec<Text> {
    let files = report.files.iter().filter(|file| is_counted(file.kind) && !file.is_hidden() && file.problem.is_none());
    let mut said: Vec<Text> = files.flat_map(|file| of_file(language, report, file)).collect();
    said.extend(ends_early(language, report));
    said
}

/// Returns whose dates end long before their year does, so that the counts may be too low.
pub fn ends_early(language: Language, report: &Report) -> Vec<Text> {
    let used = |of: &&ReturnCoverage| of.used && of.year.is_some();
    let of_module =
        |module: Module| report.coverage_of_returns.iter().filter(used).filter(move |of| of.module == module);
    let mut said: Vec<Text> = Vec::new();
    for of in of_module(Module::Missing) {
        let Some((last, year)) = of.quiet_from.zip(of.year) else { continue };
        let (day, year): (&str, &str) = (&language.day(last), &year.to_string());
        let whole = of_module(Module::Episodes)
            .any(|other| (other.year, other.area) == (of.year, of.area) && other.quiet_from.is_some());
        let text = if whole {
            words::CoverageQuiet { day, year }.text(language)
        } else {
            language.coverage_missing_quiet(day)
        };
        said.push(whose(language, &of.area.name.into_iter().collect::<Vec<_>>(), text));
    }
    said.dedup();
    said
}

fn of_file(language: Language, report: &Report, file: &FileEntry) -> Vec<Text> {
    let year = file.collection_year.filter(|of| !of.certain);
    let mut said: Vec<Text> = Vec::new();
    said.extend(year.map(|of| words::FoiYearDoubt { file: &file.name, year: &of.year.to_string() }.text(language)));
    for aside in report.set_aside_of(file).filter(|aside| is_error(aside.reason)) {
        let rows = aside.count;
        said.push(words::FoiRowsAside { file: &file.name, reason: language.reason(aside.reason), rows }.text(language));
    }
    said
}

fn is_counted(kind: FileKind) -> bool {
    matches!(kind, FileKind::Episodes | FileKind::Missing | FileKind::Uasc | FileKind::Header | FileKind::ChildList)
}

/// Whether rows are left out because something is wrong with them. Rows of other days or of children who only had short
/// breaks are rightly in no count.
fn is_error(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::NoChild
            | Reason::NoStartDate
            | Reason::BadEndDate
            | Reason::EndBeforeStart
            | Reason::NotMissingOrAway
            | Reason::AuthorityNotRecognised
            | Reason::MayBeName
            | Reason::MeasureNotRecognised
    )
}
