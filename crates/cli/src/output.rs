//! What is written, in the format that was asked for.

use missing_rates::changed_answers::changed_csv;
use missing_rates::report::Report;
use missing_rates::{Query, Returns};
use words::Language;

use crate::options::{Format, Options};
use crate::say::complain;
use crate::{answers, columns, foi, interviews, since, text, versions};

/// The report, or a list beside it. `None`, and said why, where there is nothing to write or it cannot be written.
pub(crate) fn of(
    language: Language,
    options: &Options,
    (returns, asked): (&Returns, &Query),
    report: &Report,
) -> Option<Vec<u8>> {
    let csv = |table: String| if options.comments { report.commented(&table, &language) } else { table }.into_bytes();
    Some(match options.format {
        Format::Text => {
            let interviews = interviews::text(language, returns, asked);
            let since = since::text(language, returns, asked);
            let changed = versions::text(language, returns, asked);
            let to_decide = answers::to_decide(language, report);
            (text::report(language, report) + &since + &changed + &interviews + &to_decide).into_bytes()
        }
        Format::Json => report.to_json().into_bytes(),
        Format::Csv => csv(report.to_csv()),
        Format::Columns => columns::csv(report).into_bytes(),
        Format::ChaseList => csv(report.to_chase_csv(&language)),
        Format::ChaseLetters => {
            let letters = results::chase_letters(language, report);
            if letters.is_empty() {
                complain(language, language.cli_no_chase());
                return None;
            }
            letters.into_bytes()
        }
        Format::WorkList => csv(returns.work_list(asked, &language)),
        Format::ChangedAnswers => csv(changed_csv(&returns.changed_answers(asked))),
        Format::Interviews => interviews::table(language, returns, asked)?.into_bytes(),
        Format::BasedOn => report.based_on_csv(&language).into_bytes(),
        Format::FoiCsv => csv(foi::answers(language, report, options)?),
        Format::FoiText => foi::answers(language, report, options)?.into_bytes(),
        Format::Xlsx | Format::WorkListXlsx | Format::ChaseListXlsx | Format::FoiXlsx => {
            workbook(language, options, (returns, asked), report)?
        }
        // Written before anything is calculated.
        Format::Mapping | Format::Settings => Vec::new(),
    })
}

fn workbook(
    language: Language,
    options: &Options,
    (returns, asked): (&Returns, &Query),
    report: &Report,
) -> Option<Vec<u8>> {
    let written = match options.format {
        Format::ChaseListXlsx => results::chase_workbook(language, report),
        Format::WorkListXlsx => results::work_workbook(language, report, &returns.work_rows_since(asked, &language)),
        Format::FoiXlsx => {
            foi::answers(language, report, options)?;
            results::foi_workbook(language, report, &report.foi_csv(&language)?)
        }
        _ => results::report_workbook(language, report),
    };
    let workbook = workbooks::xlsx(&written);
    workbook.inspect_err(|error| complain(language, &language.cli_not_written(&error.to_string()))).ok()
}
