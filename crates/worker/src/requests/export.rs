//! Figures are downloaded.

use document::Format;
use missing_rates::Query;
use missing_rates::report::Report;

use crate::desk::Desk;

pub(super) fn export<F: Clone>(desk: &mut Desk<F>, format: Format) -> bool {
    if let Some(text) = desk.report.as_ref().and_then(|report| text(desk, report, format)) {
        desk.give(format.file_name(), text);
    }
    false
}

fn text<F: Clone>(desk: &Desk<F>, report: &Report, format: Format) -> Option<String> {
    let query = &desk.settings.query;
    // Rows of children, and answers as they were worded, are never safe to publish.
    let for_us = matches!(format, Format::WorkList | Format::ChaseList | Format::Decisions);
    if for_us && query.disclosure.is_safe() {
        return None;
    }
    match format {
        Format::Json => Some(report.to_json()),
        Format::Csv => Some(report.to_csv(&desk.language)),
        Format::ChaseList => Some(report.to_chase_csv(&desk.language)),
        Format::Decisions => Some(desk.returns.decisions(query).to_json()),
        Format::WorkList => {
            let query = Query { work_order: desk.settings.work_order(), ..query.clone() };
            Some(report.with_provenance(desk.returns.work_list(&query, &desk.language), &desk.language))
        }
        Format::Html => desk.context().map(results::whole_file),
        Format::FoiText | Format::FoiCsv => results::file(desk.language, report, &desk.settings, format),
    }
}
