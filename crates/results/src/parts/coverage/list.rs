//! Why no figure is based on a list of trafficked children that was chosen.

use missing_rates::report::{FileKind, ListWording, Module, NotCovered, Reason, Report};
use words::{Language, Text};

/// The wordings of lists about which a person has to decide, each once. `None` if none of them can be shown.
pub fn undecided(language: Language, report: &Report) -> Option<Text> {
    let open = report.list_wordings.iter().filter(|wording| wording.read_as.is_none());
    let quoted = |of: &ListWording| {
        let wording = if of.wording.is_empty() { language.quality_blank() } else { &of.wording };
        language.coverage_list_wording(wording)
    };
    let quoted: Vec<Text> = open.map(quoted).collect();
    let all = quoted.iter().map(Text::as_str).collect::<Vec<_>>().join(", ");
    if all.is_empty() {
        return None;
    }
    Some(match not_shown(report) {
        0 => all.into(),
        rows => [all.as_str(), " ", &*language.coverage_list_not_shown(rows)].concat().into(),
    })
}

/// How many rows of lists have a wording about which a person has to decide, and that is not shown, as it may hold a name.
fn not_shown(report: &Report) -> u64 {
    let lists = report.files.iter().enumerate().filter(|(_, file)| file.kind == FileKind::ChildList);
    let not_understood: u64 = lists
        .flat_map(|(index, _)| report.set_aside.iter().filter(move |aside| aside.file_index == index))
        .filter(|aside| aside.reason == Reason::MeasureNotRecognised)
        .map(|aside| aside.count)
        .sum();
    let shown: u64 = report.list_wordings.iter().filter(|of| of.read_as.is_none()).map(|of| of.rows).sum();
    not_understood.saturating_sub(shown)
}

/// Whether a lack is a list that was chosen, about which a person has to decide first, which has to be corrected, or whose name says
/// another year.
pub(super) fn is_question(report: &Report, of: &NotCovered) -> bool {
    // A list of this year alone leaves no gap in the figures of this year.
    let of_another_year = of.year.is_some() && report.periods.contains(&of.period);
    of.module == Module::List && (of.undecided || of.contradicted || of_another_year)
}

/// Why such a list cannot be used, and what to do.
pub(super) fn why(language: Language, report: &Report, lack: &NotCovered) -> Text {
    if let Some(year) = lack.year {
        return language.coverage_list_other_year(&year.to_string());
    }
    if !lack.undecided {
        return language.coverage_list_differs().into();
    }
    match undecided(language, report) {
        Some(wordings) => language.coverage_list_undecided(&wordings),
        None => language.coverage_list_undecided_free().into(),
    }
}
