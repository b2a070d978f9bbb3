//! Where an authority stands among published figures, in words and a table.

use std::fmt::Write;
use words::Language;

use missing_rates::period::Period;
use missing_rates::report::{Caveat, Position, PositionOf, PublishedFigures, Role, Standing};

/// Of a name, how much has its place in the table.
const NAME: usize = 34;

pub(crate) fn write(language: Language, out: &mut String, standing: &Standing) -> std::fmt::Result {
    let name = standing.area.name.unwrap_or_default();
    writeln!(out, "Where {name} stands: all looked-after children, as DfE publishes them")?;
    for own in &standing.calculated {
        let (missing, children) = (own.children_missing, own.children);
        let share = shown(Some(&own.percent));
        write!(out, "  From these files, {}: {missing} of {children} went missing, ", language.period(own.period))?;
        write!(out, "which DfE would print as {share}")?;
        match &own.incidents_per_missing_child {
            Some(average) => writeln!(out, "; {average} incidents for each of them")?,
            None => writeln!(out)?,
        }
    }
    for position in &standing.positions {
        self::position(language, out, position)?;
    }
    table(language, out, &standing.published)?;
    if !standing.years_without.is_empty() {
        let years: Vec<String> = standing.years_without.iter().map(|period| year(language, *period)).collect();
        writeln!(out, "  Nothing to hand of {name} for the years ending 31 March {}.", years.join(", "))?;
    }
    for caveat in &standing.caveats {
        writeln!(out, "  {}", sentence(*caveat))?;
    }
    writeln!(out)
}

fn position(language: Language, out: &mut String, position: &Position) -> std::fmt::Result {
    let whose = match position.figure {
        PositionOf::Calculated => "From these files",
        PositionOf::Published => "As published",
    };
    let neighbours = position.lower + position.equal + position.higher;
    writeln!(
        out,
        "  {whose}, {}, beside {neighbours} statistical neighbours, {}: {} have a lower share, {} a higher one",
        language.period(position.period),
        language.period(position.published),
        position.lower,
        position.higher
    )
}

/// The shares as printed, an area a line and a year a column.
fn table(language: Language, out: &mut String, published: &[PublishedFigures]) -> std::fmt::Result {
    let mut years: Vec<Period> = published.iter().map(|row| row.period).collect();
    years.sort_unstable();
    years.dedup();
    if years.is_empty() {
        return Ok(());
    }
    write!(out, "  {:NAME$}", "Went missing, year ending 31 March")?;
    for period in &years {
        write!(out, " {:>5}", year(language, *period))?;
    }
    writeln!(out)?;
    for of_area in published.chunk_by(|a, b| a.area == b.area) {
        let Some(first) = of_area.first() else { continue };
        let name = first.area.name.unwrap_or_default();
        let name = match (first.role, first.rank) {
            (Role::Neighbour, Some(rank)) => format!("{rank:>2} {name}"),
            _ => name.to_owned(),
        };
        let mut line = format!("  {name:NAME$}");
        for period in &years {
            let percent = of_area.iter().find(|row| row.period == *period).and_then(|row| row.percent.as_ref());
            write!(line, " {:>5}", shown(percent))?;
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// A share as printed: a number with its sign, or a symbol; nothing where there is none.
fn shown(percent: Option<&String>) -> String {
    match percent {
        Some(text) if text.bytes().all(|byte| byte.is_ascii_digit()) => format!("{text}%"),
        Some(symbol) => symbol.clone(),
        None => String::new(),
    }
}

fn year(language: Language, period: Period) -> String {
    period.as_collection_year().map_or_else(|| language.period(period).to_string(), |year| year.to_string())
}

fn sentence(caveat: Caveat) -> &'static str {
    match caveat {
        Caveat::RecordingPractice => {
            "Some authorities record every absence as missing. DfE warns that comparing authorities or years needs care."
        }
        Caveat::RoundedTotals => "England and the regions are rounded to 10 by DfE.",
        Caveat::AnotherYear => "The figures beside it are of another year: the latest to hand.",
        Caveat::NotACollectionYear => "Published figures are of whole years from 1 April to 31 March; this one is not.",
    }
}
