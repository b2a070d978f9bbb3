//! Downloads figures.

use document::Format;
use missing_rates::Query;
use missing_rates::report::Report;
use workbooks::Written;

use crate::desk::Desk;

pub(super) fn export<F: Clone>(desk: &mut Desk<F>, format: Format) -> bool {
    let Some(report) = &desk.report else { return false };
    if format.is_internal() && desk.settings.query.disclosure.is_safe() {
        return false;
    }
    let name = results::file_name(report, &desk.settings, format);
    if let Some(written) = workbook(desk, report, format) {
        desk.write(name, &written);
        return false;
    }
    if let Some(text) = text(desk, report, format) {
        desk.give(name, text);
    }
    false
}

fn query<F: Clone>(desk: &Desk<F>) -> Query {
    Query { work_order: desk.settings.work_order(), ..desk.settings.query.clone() }
}

/// What a workbook holds; `None` in other formats.
fn workbook<F: Clone>(desk: &Desk<F>, report: &Report, format: Format) -> Option<Written> {
    let language = desk.language;
    match format {
        Format::Xlsx => Some(results::report_workbook(language, report)),
        Format::ChaseListXlsx => Some(results::chase_workbook(language, report)),
        Format::WorkListXlsx => {
            Some(results::work_workbook(language, report, &desk.returns.work_rows_since(&query(desk), &language)))
        }
        Format::FoiXlsx => {
            let csv = results::file(language, report, &desk.settings, format)?;
            Some(results::foi_workbook(language, report, &csv))
        }
        Format::BlankSheetXlsx => {
            let csv = results::file(language, report, &desk.settings, Format::BlankSheet)?;
            Some(results::blank_workbook(language, report, &csv))
        }
        _ => None,
    }
}

fn text<F: Clone>(desk: &Desk<F>, report: &Report, format: Format) -> Option<String> {
    let language = desk.language;
    let query = query(desk);
    Some(match format {
        Format::Csv => desk.csv(report.to_csv()),
        Format::ChaseList => desk.csv(report.to_chase_csv(&language)),
        Format::WorkList => desk.csv(desk.returns.work_list(&query, &language)),
        Format::FoiCsv => desk.csv(results::file(language, report, &desk.settings, format)?),
        Format::Json => report.to_json(),
        Format::BasedOn => report.based_on_csv(&language),
        Format::Decisions => desk.returns.decisions(&query).to_json(),
        Format::Settings => desk.returns.to_keep(&query, desk.settings.columns.mappings()).to_json(),
        Format::Html => results::whole_file(desk.context()?),
        Format::ShortHtml => results::short_file(desk.context()?),
        Format::FoiText | Format::Request | Format::BlankSheet => {
            results::file(language, report, &desk.settings, format)?
        }
        Format::ChaseLetters => results::chase_letters(language, report),
        Format::Xlsx | Format::ChaseListXlsx | Format::WorkListXlsx | Format::FoiXlsx | Format::BlankSheetXlsx => {
            return None;
        }
    })
}
