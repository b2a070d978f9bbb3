//! Rules that rows break, and the rows.

use missing_rates::report::{Finding, FindingRow, Severity};
use yew::prelude::*;

use super::details::details;
use crate::text;

pub(crate) fn findings(findings: &[Finding]) -> Html {
    html! {
        <section class="findings" aria-labelledby="findings">
            <h3 class="govuk-heading-m" id="findings">{ text::findings_heading() }</h3>
            if findings.is_empty() {
                <p class="govuk-body">{ text::findings_none() }</p>
            } else {
                <ul class="findings__list">{ for findings.iter().map(one) }</ul>
            }
        </section>
    }
}

fn one(finding: &Finding) -> Html {
    let (class, severity) = match finding.severity {
        Severity::Error => ("govuk-tag--red", text::severity_error()),
        Severity::Warning => ("govuk-tag--yellow", text::severity_warning()),
        Severity::Note => ("govuk-tag--grey", text::severity_note()),
    };
    html! {
        <li class="finding">
            <p class="finding__words">{ finding.sentence }{ " " }{ finding.remedy }</p>
            <p class="finding__about">
                <strong class={classes!("govuk-tag", class)}>{ severity }</strong>
                <span>{ text::finding_rows(finding.count) }</span>
                <span class="quiet">{ text::FindingRule { rule: finding.rule, table: &finding.table }.text() }</span>
            </p>
            if !finding.rows.is_empty() {
                { details(text::finding_show(finding.count), "finding__rows", rows_of(finding)) }
            }
        </li>
    }
}

fn rows_of(finding: &Finding) -> Html {
    let listed = finding.rows.len() as u64;
    html! {
        <>
            if listed < finding.count {
                <p>{ text::FindingFirst { all: finding.count, shown: listed }.text() }</p>
            }
            <ul class="govuk-list">{ for finding.rows.iter().map(row_words) }</ul>
        </>
    }
}

fn row_words(row: &FindingRow) -> Html {
    let number = text::format::number(row.row);
    let place = match &row.column {
        Some(column) => text::FindingRowColumn { column, file: &row.file, row: &number }.text(),
        None => text::FindingRow { file: &row.file, row: &number }.text(),
    };
    html! {
        <li>
            { place }
            if let Some(value) = row.value.as_deref().filter(|value| !value.is_empty()) {
                { text::finding_value(value) }
            }
            if !row.suggestions.is_empty() {
                { " " }{ text::finding_suggestion(&row.suggestions.join(", ")) }
            }
        </li>
    }
}
