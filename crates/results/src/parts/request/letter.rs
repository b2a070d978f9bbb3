//! The wording of the request: the questions with their definitions, and how to answer so that an answer can be counted.

use missing_rates::area::Nation;
use missing_rates::cohort::Cohort;
use missing_rates::report::Length;
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
        let more = asked.asks_detail().then(|| [language.request_sex(), language.request_length()]);
        for (letter, question) in ('a'..).zip(questions.into_iter().chain(more.into_iter().flatten())) {
            lines.push(format!("   ({letter}) {question}").into());
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
    lines.extend(["".into(), language.request_table().into()]);
    lines.extend(asked.asks_detail().then(|| language.request_table_detail().into()));
    lines.push("".into());
    for year in from..=to {
        lines.push([language.request_table_year(), " ", &year.to_string()].concat().into());
        for (number, cohort) in (1..).zip(asked.cohorts()) {
            let columns = sheet::columns(language, cohort);
            lines.extend(columns.iter().map(|column| ["   ", column, ": ____"].concat().into()));
            if asked.asks_detail() {
                lines.extend(details(language).map(|of| format!("   {number} {of}: ____").into()));
            }
        }
    }
    lines.extend(["".into(), language.request_thanks().into()]);
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

/// What is asked of sex and length of time, by the letter of the question. These have no column in the table.
fn details(language: Language) -> impl Iterator<Item = String> {
    let sexes = [language.request_boys(), language.request_girls(), language.request_another_sex()];
    let length = move |of| if of == Length::Open { language.request_length_open() } else { language.length(of) };
    let sexes = sexes.into_iter().map(|sex| ["(e) ", sex].concat());
    sexes.chain(Length::ALL.into_iter().map(move |of| ["(f) ", length(of)].concat()))
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
    if asked.asks_detail() {
        definitions.push(language.request_means_length());
    }
    definitions
}
