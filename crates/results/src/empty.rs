//! Why there are no figures, and what would help.

use missing_rates::answer::{Answer, Withheld};
use missing_rates::report::{FileEntry, FileKind, Report};
use words::{Language, Text};

/// How many columns or wordings are named where there are many.
const NAMED: usize = 3;

/// Why there are no figures, and whether a decision of a person would help.
pub(crate) fn why(language: Language, report: &Report) -> (Text, bool) {
    let read: Vec<&FileEntry> = report.files.iter().filter(|file| file.problem.is_none()).collect();
    let has = |kind| read.iter().any(|file| file.kind == kind);
    let child_level = [FileKind::Header, FileKind::Episodes, FileKind::Uasc, FileKind::Missing];
    let of_children = child_level.into_iter().any(has);
    if let Some(open) = open(language, report).filter(|_| !of_children) {
        return (language.results_open(&open), true);
    }
    let why = if read.is_empty() {
        language.results_none()
    } else if of_children && !has(FileKind::Episodes) {
        language.results_need_episodes()
    } else if has(FileKind::Episodes) && report.coverage_of_returns.iter().any(|of| of.year.is_some()) {
        language.results_not_covered()
    } else if has(FileKind::Episodes) && !has(FileKind::Missing) {
        language.results_need_missing()
    } else if read.iter().any(|file| file.rows != 0 && file.rows_used == 0) {
        language.results_all_set_aside()
    } else if report.disclosure.is_safe() && !report.periods.is_empty() {
        language.results_all_hidden()
    } else if report.periods.is_empty() {
        language.results_no_period()
    } else {
        language.results_no_pair()
    };
    (why.into(), false)
}

/// What a person has to decide before there can be figures. A report that is safe to publish does not say it.
fn open(language: Language, report: &Report) -> Option<Text> {
    if report.disclosure.is_safe() {
        return None;
    }
    let columns: Vec<&str> = report.columns.iter().filter(|of| of.state.asks()).map(|of| of.heading.as_str()).collect();
    let not_understood = Answer::Withheld { reason: Withheld::NotUnderstood };
    let wordings: Vec<&str> =
        report.wordings.iter().filter(|of| of.answer == not_understood).map(|of| of.wording.as_str()).collect();
    let names = report.names.iter().filter(|name| name.taken_for.needs_decision()).count() as u64;
    let conflicts = report.conflicts.iter().filter(|conflict| !conflict.is_decided()).count() as u64;
    let mut open: Vec<Text> = Vec::new();
    open.extend(
        named(&columns)
            .map(|names| words::ResultsOpenColumns { columns: columns.len() as u64, names: &names }.text(language)),
    );
    open.extend(
        named(&wordings)
            .map(|names| words::ResultsOpenWordings { names: &names, wordings: wordings.len() as u64 }.text(language)),
    );
    open.extend((names > 0).then(|| language.answers_open_names(names)));
    open.extend((conflicts > 0).then(|| language.answers_open_conflicts(conflicts)));
    let all: Vec<&str> = open.iter().map(Text::as_str).collect();
    (!all.is_empty()).then(|| all.join("; ").into())
}

/// The first of them in quotation marks; `None` if there are none.
fn named(all: &[&str]) -> Option<String> {
    let shown: Vec<String> = all.iter().take(NAMED).map(|one| format!("“{one}”")).collect();
    let more = if all.len() > NAMED { ", …" } else { "" };
    (!shown.is_empty()).then(|| [&shown.join(", "), more].concat())
}

#[cfg(test)]
mod tests {
    use missing_rates::read::Reader;
    use missing_rates::{Query, Returns};
    use words::Language::English;

    use super::*;
    use crate::drawing::Medium;

    fn of(csv: &str) -> (document::View, Report) {
        let mut reader = Reader::new("answers.csv", Vec::new());
        reader.push(csv.as_bytes());
        let mut returns = Returns::default();
        returns.add(1, reader.finish());
        let report = returns.report(&Query::default());
        let files = vec![(1, crate::file_summary_in(English, &report, &report.files[0]))];
        (crate::view(English, &report, &Query::default(), None, files, Medium::FILE), report)
    }

    #[test]
    fn what_stops_every_figure_is_named() {
        let (view, _) = of("Local authority,Year,Children in care,Children who went missing\nKent,2024,1200,140\n");
        assert_eq!(
            (&*view.why_empty, view.asks, view.empty),
            (
                "No figures can be worked out until this is decided: what the column “Children who went missing” counts.",
                true,
                true
            )
        );
        // Its file is not said to be read whole.
        assert_eq!(view.files[0].1.columns_open, 1);
        let (view, _) = of("Local authority,Year,UASC zzz,UASC missing zzz\nKent,2024,12,4\n");
        assert!(view.asks && view.why_empty.contains("the columns “UASC zzz”, “UASC missing zzz” count"), "{view:?}");
        assert_eq!(view.files[0].1.columns_open, 2);
    }

    #[test]
    fn what_a_decision_would_not_help_is_said_as_it_is() {
        // Only one of the two numbers, which is understood.
        let (view, _) = of("Local authority,Year,UASC\nKent,2024,12\n");
        assert!(!view.asks, "{}", view.why_empty);
        assert!(view.why_empty.contains("both how many children"), "{}", view.why_empty);
        assert_eq!(view.files[0].1.columns_open, 0);
        // Of no period at all.
        let (view, report) = of("Local authority,UASC,UASC missing\nKent,12,3\n");
        assert!(report.periods.is_empty() && !view.why_empty.contains("both how many"), "{}", view.why_empty);
        // With a column that is not used beside two that are, there is a figure and the file says it.
        let (view, _) = of("Local authority,Year,UASC,UASC missing,UASC missing zzz\nKent,2024,12,3,1\n");
        assert_eq!((view.empty, view.files[0].1.columns_open), (false, 1));
    }
}
