//! Children who may be counted twice, because their identifiers were renewed between two returns.

use missing_rates::period::Period;
use missing_rates::report::Report;
use words::Language;

/// That children of two years may be one, where any are found.
pub fn renewed(language: Language, report: &Report) -> Option<&'static str> {
    let found = |rule| report.findings.iter().any(|found| found.rule == rule);
    let by_upn = found("same-upn-last-year").then(|| language.coverage_renewed());
    by_upn.or_else(|| found("identifiers-differ").then(|| language.coverage_some_identifiers_differ()))
}

/// Whether a period has days of two returns.
pub fn spans_two_returns(period: Period) -> bool {
    period.start().collection_year() < period.end().collection_year()
}
