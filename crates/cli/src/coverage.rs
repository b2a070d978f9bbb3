//! Which days the files of returns cover, and what cannot be said because a file is missing.

use results::sentences;
use std::fmt::{Result, Write as _};
use words::{Language, Text};

use missing_rates::period::{Day, Period};
use missing_rates::report::{CoveredAlike, Module, NotCovered, Quiet, Report, ReturnCoverage, Wanted};

/// A line for each year: which module goes up to which day.
pub(crate) fn covered(language: Language, out: &mut String, report: &Report) -> Result {
    let years = report.coverage_of_returns.iter().filter(|of| of.year.is_some());
    let mut first = true;
    for same in years.collect::<Vec<_>>().chunk_by(|a, b| a.year == b.year) {
        let Some(year) = same.first().and_then(|of| of.year) else { continue };
        if std::mem::take(&mut first) {
            writeln!(out, "{}", language.cli_returns())?;
        }
        for alike in CoveredAlike::of(same) {
            return_of_year(language, out, (report, year), &alike)?;
        }
    }
    for of in &report.same_module {
        writeln!(out, "  {}", sentences::used(language, of))?;
    }
    if first && report.same_module.is_empty() { Ok(()) } else { writeln!(out) }
}

/// What the returns of a year that cover the same days cover, and where they stop.
fn return_of_year(
    language: Language,
    out: &mut String,
    (report, year): (&Report, i32),
    alike: &CoveredAlike<'_>,
) -> Result {
    let same = &alike.modules[..];
    let modules = [Module::Episodes, Module::Missing, Module::Uasc, Module::Header];
    let said: Vec<String> = modules.into_iter().map(|of| cell(language, report, of, same).to_string()).collect();
    let line = words::CliReturn { modules: &said.join("; "), year: &year.to_string() }.text(language);
    writeln!(out, "  {}", sentences::whose(language, &alike.names, line))?;
    if let Some(stop) = stop(year, same) {
        writeln!(out, "    {}", stops(language, report, year, stop))?;
    }
    let said = match Quiet::of(same) {
        Some(Quiet::Return(last)) => {
            let (day, to): (&str, &str) = (&language.day(last), &last.to_string());
            Some(words::CliReturnQuiet { day, to }.text(language))
        }
        Some(Quiet::Episodes(last)) => Some(language.coverage_episodes_quiet(&language.day(last))),
        Some(Quiet::Missing(last)) => Some(language.coverage_missing_quiet(&language.day(last))),
        None => None,
    };
    if let Some(said) = said {
        writeln!(out, "    {said}")?;
    }
    let left_out = sentences::left_out(language, same);
    for (said, _) in &left_out {
        writeln!(out, "    {said}")?;
    }
    if let Some(days) = Period::collection_year(year).filter(|_| !left_out.is_empty()) {
        writeln!(out, "    {}", language.cli_return_empty(&days.end().to_string()))?;
    }
    Ok(())
}

/// What is said of days up to which a person said that a return is complete, where there is no return.
pub(crate) fn days_without_a_return<'a>(
    language: Language,
    report: &Report,
    days: impl Iterator<Item = &'a Day>,
) -> Vec<Text> {
    let is_there = |year: i32| report.coverage_of_returns.iter().any(|of| of.year == Some(year) && of.used);
    days.filter(|day| !is_there(day.collection_year()))
        .map(|day| language.cli_complete_to_no_return(&language.day(*day)))
        .collect()
}

/// The day up to which both Episodes and Missing go, if that is before the end of the year.
fn stop(year: i32, of_year: &[&ReturnCoverage]) -> Option<Day> {
    let modules = of_year.iter().filter(|of| of.used && matches!(of.module, Module::Episodes | Module::Missing));
    let first = modules.filter_map(|of| of.to).min()?;
    Period::collection_year(year).filter(|days| first < days.end()).map(|_| first)
}

/// That a return stops before its year ends, and how the figures up to then are had, unless they are these.
fn stops(language: Language, report: &Report, year: i32, stop: Day) -> String {
    let start = Period::collection_year(year).map(Period::start);
    let until = start.and_then(|start| Period::new(start, stop).ok());
    let mut said = vec![language.cli_return_stops(&language.day(stop)).to_string()];
    if let Some(until) = until.filter(|until| !report.periods.contains(until)) {
        let (from, to) = (&until.start().to_string(), &stop.to_string());
        said.push(words::CliReturnStopsPeriod { from, to }.text(language).to_string());
    }
    said.push(language.cli_return_stops_else().to_owned());
    said.join(" ")
}

fn cell(language: Language, report: &Report, module: Module, of_year: &[&ReturnCoverage]) -> Text {
    let of: Vec<&ReturnCoverage> = of_year.iter().copied().filter(|of| of.module == module).collect();
    let last: Option<Day> = of.iter().filter(|of| of.used).filter_map(|of| of.to).max();
    // A file that may be of any year is not used for this one either.
    let year = of_year.first().and_then(|of| of.year);
    let is_not_given = of.is_empty() && sentences::unused(report, module, year).is_none();
    let module = language.module(module);
    match (last, is_not_given) {
        (Some(day), _) => words::CliModuleTo { day: &language.day(day), module }.text(language),
        (None, false) => language.cli_module_not_used(module),
        (None, true) => language.cli_module_not_given(module),
    }
}

/// What is not given for each cohort in each period, and which file it needs.
pub(crate) fn needs(language: Language, out: &mut String, report: &Report) -> Result {
    let mut of: Vec<&NotCovered> = report.not_covered.iter().collect();
    of.sort_by_key(|of| (std::cmp::Reverse(of.period), of.cohort, of.area));
    for same in of.chunk_by(|a, b| (a.period, a.cohort, a.area) == (b.period, b.cohort, b.area)) {
        // Without a list of children there is no gap in a return.
        let of_another_year = |of: &NotCovered| of.year.is_some() && report.periods.contains(&of.period);
        let is_gap = |of: &&NotCovered| of.undecided || of.contradicted || of_another_year(of);
        if same.iter().any(|of| of.module == Module::List && !is_gap(of)) {
            continue;
        }
        let Some(first) = same.first() else { continue };
        let children = same.iter().any(|of| of.figure == Wanted::Children);
        let (cohort, period): (_, &str) = (language.cohort(first.cohort), &language.period(first.period));
        let what = if children {
            words::CliNoFigure { cohort, period }.text(language)
        } else {
            words::CliNoShare { cohort, period }.text(language)
        };
        // Of several authorities, whose return it is.
        let what = match first.area.name {
            Some(name) => words::CliWhose { name, text: &what }.text(language),
            None => what,
        };
        writeln!(out, "{what}")?;
        for lack in same.iter().filter(|of| !children || of.figure == Wanted::Children) {
            writeln!(out, "  {}", need(language, report, lack))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn need(language: Language, report: &Report, lack: &NotCovered) -> Text {
    if lack.undecided {
        return match sentences::undecided(language, report) {
            Some(wordings) => language.cli_list_undecided(&wordings),
            None => language.cli_list_undecided_free().into(),
        };
    }
    if let (Module::List, Some(year)) = (lack.module, lack.year) {
        return language.coverage_list_other_year(&year.to_string());
    }
    if lack.contradicted && lack.module == Module::List {
        return language.coverage_list_differs().into();
    }
    if lack.contradicted && lack.module == Module::Episodes {
        return language.coverage_identifiers_differ().into();
    }
    if lack.contradicted {
        return language.coverage_contradicted().into();
    }
    let module: Text = match lack.year {
        Some(year) => {
            let year: &str = &language.period_collection_year(&year.to_string());
            words::CliModuleOf { module: language.module(lack.module), year }.text(language)
        }
        None => language.module(lack.module).into(),
    };
    if let Some(question) = sentences::how_to_use(language, report, (lack.module, lack.year)) {
        return question;
    }
    match (&lack.file, lack.days) {
        (Some(file), _) => {
            let said = words::CliGivenNotUsed { file, module: &module }.text(language);
            let of = sentences::unused(report, lack.module, lack.year);
            match of.and_then(|of| sentences::why_not_used(language, report, of)) {
                Some(why) => [&*said, ". ", &why].concat().into(),
                None => said,
            }
        }
        (None, Some(days)) => words::CliNeedDays { days: &language.range(days), module: &module }.text(language),
        (None, None) => language.cli_need(&module),
    }
}
