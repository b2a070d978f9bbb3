//! Which days the files of returns cover, and what cannot be said for want of one.

use std::fmt::{Result, Write as _};
use words::Language;

use missing_rates::period::Day;
use missing_rates::report::{Module, NotCovered, Report, ReturnCoverage, Wanted};

/// A line for each year: which module goes up to which day.
pub(crate) fn covered(language: Language, out: &mut String, report: &Report) -> Result {
    let years = report.coverage_of_returns.iter().filter(|of| of.year.is_some());
    let mut first = true;
    for same in years.collect::<Vec<_>>().chunk_by(|a, b| a.year == b.year) {
        let Some(year) = same.first().and_then(|of| of.year) else { continue };
        if std::mem::take(&mut first) {
            writeln!(out, "Returns")?;
        }
        let modules = [Module::Episodes, Module::Missing, Module::Uasc, Module::Header];
        let said: Vec<String> = modules.into_iter().map(|of| cell(language, of, same)).collect();
        writeln!(out, "  year ending 31 March {year}: {}", said.join("; "))?;
    }
    if first { Ok(()) } else { writeln!(out) }
}

fn cell(language: Language, module: Module, of_year: &[&ReturnCoverage]) -> String {
    let of: Vec<&ReturnCoverage> = of_year.iter().copied().filter(|of| of.module == module).collect();
    let last: Option<Day> = of.iter().filter(|of| of.used).filter_map(|of| of.to).max();
    match (last, of.is_empty()) {
        (Some(day), _) => format!("{} up to {}", module_name(module), language.day(day)),
        (None, false) => format!("{} not used", module_name(module)),
        (None, true) => format!("{} not given", module_name(module)),
    }
}

/// What is not given of each cohort in each period, and which file it needs.
pub(crate) fn needs(language: Language, out: &mut String, report: &Report) -> Result {
    let mut of: Vec<&NotCovered> = report.not_covered.iter().collect();
    of.sort_by_key(|of| (std::cmp::Reverse(of.period), of.cohort, of.area));
    for same in of.chunk_by(|a, b| (a.period, a.cohort, a.area) == (b.period, b.cohort, b.area)) {
        // A list that nobody has is no gap in a return.
        if same.iter().any(|of| of.module == Module::List) {
            continue;
        }
        let Some(first) = same.first() else { continue };
        let children = same.iter().any(|of| of.figure == Wanted::Children);
        let what = if children { "no figure" } else { "no share" };
        // Of several authorities, whose return it is.
        let whose = first.area.name.map_or_else(String::new, |name| format!("{name}: "));
        writeln!(out, "{whose}{}, {}: {what}", language.cohort(first.cohort), language.period(first.period))?;
        for lack in same.iter().filter(|of| !children || of.figure == Wanted::Children) {
            need(language, out, lack)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn need(language: Language, out: &mut String, lack: &NotCovered) -> Result {
    let module = module_name(lack.module);
    let year = lack.year.map_or_else(String::new, |year| format!(" of the year ending 31 March {year}"));
    match (&lack.file, lack.days) {
        (Some(file), _) => writeln!(out, "  {file} was given as {module}{year}, and is not used"),
        (None, Some(days)) => {
            writeln!(
                out,
                "  it needs {module}{year}, for {} to {}",
                language.day(days.start()),
                language.day(days.end())
            )
        }
        (None, None) => writeln!(out, "  it needs {module}{year}"),
    }
}

fn module_name(module: Module) -> &'static str {
    match module {
        Module::Episodes => "Episodes",
        Module::Missing => "Missing",
        Module::Uasc => "UASC",
        Module::Header => "Header",
        Module::List => "a list of children",
    }
}
