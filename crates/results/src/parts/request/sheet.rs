//! The table that authorities fill in: exactly the columns that the reader knows, a row for each authority and year.

use missing_rates::cohort::Cohort;
use missing_rates::period::Period;
use missing_rates::report::csv_line;
use words::Language;

use crate::request::RequestChoices;

/// Starts with the mark by which spreadsheets know UTF-8.
const MARK: char = '\u{FEFF}';

/// The columns about a group: children, those who went missing, incidents, those still missing at the end. They are read without a question (tested).
pub(super) fn columns(language: Language, cohort: Cohort) -> [&'static str; 4] {
    match cohort {
        Cohort::All => [
            language.sheet_all(),
            language.sheet_all_missing(),
            language.sheet_all_incidents(),
            language.sheet_all_still(),
        ],
        Cohort::Trafficked => [
            language.sheet_trafficked(),
            language.sheet_trafficked_missing(),
            language.sheet_trafficked_incidents(),
            language.sheet_trafficked_still(),
        ],
        Cohort::Unaccompanied => [
            language.sheet_unaccompanied(),
            language.sheet_unaccompanied_missing(),
            language.sheet_unaccompanied_incidents(),
            language.sheet_unaccompanied_still(),
        ],
        Cohort::TraffickedAndUnaccompanied => [
            language.sheet_both(),
            language.sheet_both_missing(),
            language.sheet_both_incidents(),
            language.sheet_both_still(),
        ],
    }
}

/// The table as CSV, with empty cells for the answers.
pub(super) fn sheet(language: Language, asked: &RequestChoices) -> String {
    let columns: Vec<&str> = asked.cohorts().flat_map(|cohort| columns(language, cohort)).collect();
    let line = |known: [&str; 3], rest: &[&str]| {
        csv_line(&known.iter().chain(rest).map(ToString::to_string).collect::<Vec<String>>())
    };
    let mut csv = String::from(MARK);
    csv.push_str(&line([language.sheet_authority(), language.sheet_code(), language.sheet_period()], &columns));
    let empty = vec![""; columns.len()];
    let (from, to) = asked.years();
    for year in from..=to {
        let Some(period) = Period::calendar_year(year) else { continue };
        let days = language.range(period);
        for of in asked.authorities(year) {
            csv.push_str(&line([of.name, of.code.as_str(), &days], &empty));
        }
    }
    csv
}
