//! Answers to a freedom-of-information request.

use std::collections::BTreeSet;

use missing_rates::report::{Module, NotHeld, Report};
use words::Language;

use crate::options::{Format, Options};
use crate::say::complain;

/// The answers, as words or CSV. `None`, and said why, where there is no return to answer from. What would answer the rest
/// goes to the person who replies, and is not in the reply.
pub(crate) fn answers(language: Language, report: &Report, options: &Options) -> Option<String> {
    if report.every_foi().next().is_none() {
        complain(language, language.cli_foi_needs_return());
        return None;
    }
    let answers = || report.every_foi().flat_map(|foi| &foi.years).flat_map(|year| &year.answers);
    let lacks = |reason| answers().any(|answer| answer.not_held == Some(reason));
    if lacks(NotHeld::NoList) {
        complain(language, language.cli_foi_no_list());
    }
    if lacks(NotHeld::ListUndecided) {
        complain(language, language.cli_foi_list_undecided());
    }
    let needs = || answers().flat_map(|answer| &answer.needs).filter(|need| need.module == Module::List);
    for year in needs().filter_map(|need| need.year).collect::<BTreeSet<i32>>() {
        complain(language, &language.coverage_list_other_year(&year.to_string()));
    }
    for doubt in results::foi_doubts(language, report) {
        complain(language, &doubt);
    }
    if options.format == Format::FoiCsv { report.foi_csv(&language) } else { results::reply(language, report) }
}
