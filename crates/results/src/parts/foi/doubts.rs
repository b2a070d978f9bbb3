//! What the person who replies to a request should know of the counts before they are sent: rows that are in none of them, and
//! files whose year is not certain. It is about files, so it is in no safe report and not in the reply. What the reader of the
//! reply has to know is in it ([`FoiDoubt`](missing_rates::report::FoiDoubt)).

use missing_rates::report::{FileEntry, FileKind, Reason, Report};
use words::{Language, Text};

use crate::parts::coverage::{quiet, renewed, spans_two_returns};

/// What to look at before the answers are sent, in sentences.
pub fn doubts(language: Language, report: &Report) -> Vec<Text> {
    let files = report.files.iter().filter(|file| is_counted(file.kind) && !file.is_hidden() && file.problem.is_none());
    let mut said: Vec<Text> = files.flat_map(|file| of_file(language, report, file)).collect();
    said.extend(ends_early(language, report));
    // A calendar year has days of two returns.
    let spans = report.every_foi().flat_map(|foi| &foi.years).any(|year| spans_two_returns(year.period));
    said.extend(renewed(language, report).filter(|_| spans).map(Text::from));
    said
}

/// Returns whose dates end long before their year does, so that the counts may be too low.
pub fn ends_early(language: Language, report: &Report) -> Vec<Text> {
    quiet(language, report).into_iter().map(|(text, _)| text).collect()
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
