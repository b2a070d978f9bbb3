//! That the dates of a return end long before its year does, or leave days of it empty.

use missing_rates::report::{CoveredAlike, Module, OnlySome, Quiet, Report, ReturnCoverage};
use words::{Language, Text};

use super::whose;

/// That the dates of a return, or of its Episodes or Missing alone, end long before its year does or leave days of it empty; and the
/// same in a few words.
pub(crate) fn quiet(language: Language, report: &Report) -> Vec<(Text, Text)> {
    let all: Vec<&ReturnCoverage> =
        report.coverage_of_returns.iter().filter(|of| of.used && of.year.is_some()).collect();
    let mut said: Vec<(Text, Text)> = Vec::new();
    for of_year in all.chunk_by(|a, b| a.year == b.year) {
        let year: &str = &of_year.first().and_then(|of| of.year).unwrap_or_default().to_string();
        for alike in CoveredAlike::of(of_year) {
            let ends = match Quiet::of(&alike.modules) {
                Some(Quiet::Return(last)) => {
                    let day: &str = &language.day(last);
                    Some((words::CoverageQuiet { day, year }.text(language), language.coverage_short_quiet(day)))
                }
                Some(Quiet::Episodes(last)) => {
                    let day = &language.day(last);
                    Some((language.coverage_episodes_quiet(day), language.coverage_short_episodes_quiet(day)))
                }
                Some(Quiet::Missing(last)) => {
                    let day = &language.day(last);
                    Some((language.coverage_missing_quiet(day), language.coverage_short_missing_quiet(day)))
                }
                None => None,
            };
            let whose = |text: Text| whose(language, &alike.names, text);
            let all = ends.into_iter().chain(left_out(language, &alike.modules));
            said.extend(all.map(|(text, short)| (whose(text), whose(short))));
        }
    }
    said.dedup();
    said
}

/// That Episodes or Missing of a return has no date on days of its year, though so many would seldom leave them empty, or may hold some
/// children alone; and the same in a few words.
pub fn left_out(language: Language, of_return: &[&ReturnCoverage]) -> Vec<(Text, Text)> {
    let mut said: Vec<(Text, Text)> = Vec::new();
    for (module, days) in of_return.iter().flat_map(|of| of.empty_days.iter().map(|days| (of.module, *days))) {
        let days = &language.range(days);
        said.push(if module == Module::Episodes {
            (language.coverage_episodes_empty(days), language.coverage_short_episodes_empty(days))
        } else {
            (language.coverage_missing_empty(days), language.coverage_short_missing_empty(days))
        });
    }
    said.extend(of_return.iter().filter_map(|of| of.only_some).map(|some| match some {
        OnlySome::StillInCare => {
            (language.coverage_still_in_care().into(), language.coverage_short_still_in_care().into())
        }
        OnlySome::NotAllOfHeader => {
            (language.coverage_not_all_of_header().into(), language.coverage_short_not_all_of_header().into())
        }
        OnlySome::OtherBirths => {
            (language.coverage_other_births().into(), language.coverage_short_other_births().into())
        }
        OnlySome::FewUnaccompanied => {
            (language.coverage_few_unaccompanied().into(), language.coverage_short_few_unaccompanied().into())
        }
        OnlySome::FewMissing => (language.coverage_few_missing().into(), language.coverage_short_few_missing().into()),
        OnlySome::OtherBirthsInUasc => {
            (language.coverage_other_births_in_uasc().into(), language.coverage_short_other_births_in_uasc().into())
        }
        OnlySome::NearlyAllInMissing => {
            (language.coverage_nearly_all_in_missing().into(), language.coverage_short_nearly_all_in_missing().into())
        }
        OnlySome::LastYears => {
            (language.coverage_last_years_uasc().into(), language.coverage_short_last_years_uasc().into())
        }
        OnlySome::Newcomers => (language.coverage_newcomers().into(), language.coverage_short_newcomers().into()),
        OnlySome::Leavers => (language.coverage_leavers().into(), language.coverage_short_leavers().into()),
    }));
    said.extend(unsaid(language, of_return));
    // Several files of one module say the same.
    said.dedup();
    said
}

/// The same where a report that is safe to publish does not say which it is.
fn unsaid(language: Language, of_return: &[&ReturnCoverage]) -> Option<(Text, Text)> {
    let is_said = |of: &&ReturnCoverage| of.quiet_from.is_some() || !of.empty_days.is_empty() || of.only_some.is_some();
    let doubted: Vec<Module> =
        of_return.iter().filter(|of| of.may_be_part && !is_said(of)).map(|of| of.module).collect();
    let said = if doubted.iter().any(|module| *module != Module::Uasc) {
        language.coverage_may_be_part()
    } else if doubted.is_empty() {
        return None;
    } else {
        language.coverage_may_be_part_uasc()
    };
    let text = [said, " ", language.coverage_exact_says_why()].concat();
    Some((text.into(), language.coverage_short_may_be_part().into()))
}
