//! The wording of the request: the questions with their definitions, and how to answer so that an answer can be counted.

use missing_rates::area::Nation;
use missing_rates::cohort::Cohort;
use words::{Language, Text};

use super::sheet;
use crate::request::RequestChoices;

pub(super) fn letter(language: Language, asked: &RequestChoices) -> String {
    let mut lines: Vec<Text> =
        vec![language.request_subject().into(), "".into(), language.request_dear().into(), "".into()];
    lines.push(law(language, asked));
    let (from, to) = asked.years();
    lines.push(if from == to {
        language.request_year(&from.to_string())
    } else {
        words::RequestYears { from: &from.to_string(), to: &to.to_string() }.text(language)
    });
    for (number, cohort) in (1..).zip(asked.cohorts()) {
        lines.extend(["".into(), [&number.to_string(), ". ", heading(language, cohort)].concat().into()]);
        let questions = [
            language.request_children(),
            language.request_missing(),
            language.request_incidents(),
            language.request_still(),
        ];
        for (letter, question) in ["a", "b", "c", "d"].into_iter().zip(questions) {
            lines.push(["   (", letter, ") ", question].concat().into());
        }
    }
    lines.extend(["".into(), language.request_definitions().into()]);
    lines.extend(definitions(language, asked).into_iter().map(|text| ["- ", text].concat().into()));
    lines.extend(["".into(), language.request_how().into()]);
    let how = [
        language.request_how_number(),
        language.request_how_small(),
        language.request_how_not_held(),
        language.request_how_part(),
    ];
    lines.extend(how.into_iter().map(|text| ["- ", text].concat().into()));
    lines.extend(["".into(), language.request_table().into(), "".into()]);
    let columns: Vec<&str> = asked.cohorts().flat_map(|cohort| sheet::columns(language, cohort)).collect();
    for year in from..=to {
        lines.push([language.request_table_year(), " ", &year.to_string()].concat().into());
        lines.extend(columns.iter().map(|column| ["   ", column, ": ____"].concat().into()));
    }
    lines.extend(["".into(), language.request_thanks().into()]);
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

/// The act under which it is asked: Scotland has one of its own.
fn law(language: Language, asked: &RequestChoices) -> Text {
    let scotland = asked.asks(Nation::Scotland);
    let others = asked.nations().any(|nation| nation != Nation::Scotland);
    match (others, scotland) {
        (true, true) => language.request_law_both().into(),
        (false, true) => language.request_law_scotland().into(),
        _ => language.request_law().into(),
    }
}

fn heading(language: Language, cohort: Cohort) -> &'static str {
    match cohort {
        Cohort::All => language.request_of_all(),
        Cohort::Trafficked => language.request_of_trafficked(),
        Cohort::Unaccompanied => language.request_of_unaccompanied(),
        Cohort::TraffickedAndUnaccompanied => language.request_of_both(),
    }
}

/// What each word of the questions means, those that are asked.
fn definitions(language: Language, asked: &RequestChoices) -> Vec<&'static str> {
    let of = |cohort| asked.asks_about(cohort) || asked.asks_about(Cohort::TraffickedAndUnaccompanied);
    let mut definitions = vec![language.request_means_looked_after()];
    if of(Cohort::Trafficked) {
        definitions.push(language.request_means_trafficked());
    }
    if of(Cohort::Unaccompanied) {
        definitions.push(language.request_means_unaccompanied());
    }
    definitions.extend([
        language.request_means_missing(),
        language.request_means_incident(),
        language.request_means_still(),
    ]);
    definitions
}
