//! An authority beside published figures, in words and a table.

use std::fmt::Write;
use words::{Language, Text};

use missing_rates::period::Period;
use results::Precise;

use missing_rates::report::{Caveat, Position, PositionOf, PublishedFigures, Role, Standing};

/// How much of a name is shown in the table.
const NAME: usize = 34;

pub(crate) fn write(precise: Precise, out: &mut String, standing: &Standing) -> std::fmt::Result {
    let language = precise.language();
    let name = standing.area.name.unwrap_or_default();
    let differ = standing.positions.iter().any(|of| of.period != of.published);
    let title = if differ { language.cli_beside_years(name) } else { language.cli_beside(name) };
    writeln!(out, "{title}")?;
    for own in &standing.calculated {
        let (children, missing) = (&*language.number(own.children), &*language.number(own.children_missing));
        let (percent, period) = (&*shown(language, Some(&own.percent)), &*language.period(own.period));
        // DfE prints figures of whole years from April, and what of rounded numbers nobody knows.
        let figure = if let Some(unit) = &precise.unit() {
            let percent = &precise.about(percent);
            words::CliOwnAbout { children, missing, percent, period, unit }.text(language)
        } else if own.period.as_collection_year().is_some() {
            words::CliOwnPrinted { children, missing, percent, period }.text(language)
        } else {
            words::CliOwnRounded { children, missing, percent, period }.text(language)
        };
        let figure = match &own.incidents_per_missing_child {
            Some(average) if (average == "1" || average == "1.0") && precise.unit().is_none() => {
                language.cli_own_average_one(&figure)
            }
            // Of nobody, or of so few that it is hidden, there is no average.
            Some(average) if own.children_missing > 0 && average.parse::<f64>().is_ok() => {
                let average = &precise.about(average);
                words::CliOwnAverage { average, figure: &figure }.text(language)
            }
            _ => figure,
        };
        writeln!(out, "  {figure}")?;
    }
    for of in &standing.positions {
        writeln!(out, "  {}", position(language, of))?;
        if let Some(among) = results::sentences::among_england(language, of) {
            writeln!(out, "  {among}")?;
        }
    }
    table(language, out, &standing.published)?;
    if !standing.years_without.is_empty() {
        let years: Vec<String> = standing.years_without.iter().map(|period| year(language, *period)).collect();
        writeln!(out, "  {}", words::StandingYearsWithout { name, years: &years.join(", ") }.text(language))?;
    }
    if let Some(from) = results::sentences::standing_from_files(language, standing) {
        writeln!(out, "  {from}")?;
    }
    for caveat in &standing.caveats {
        writeln!(out, "  {}", sentence(language, standing, *caveat))?;
    }
    writeln!(out)
}

fn position(language: Language, position: &Position) -> Text {
    let period: &str = &language.period(position.period);
    let whose = match position.figure {
        PositionOf::Calculated => language.standing_from_files(period),
        PositionOf::Published => language.standing_as_published(period),
    };
    let neighbours = position.lower + position.equal + position.higher;
    words::CliPosition {
        higher: position.higher,
        lower: position.lower,
        neighbours: &neighbours.to_string(),
        published: &language.period(position.published),
        whose: &whose,
    }
    .text(language)
}

/// The shares as printed, an area a line and a year a column.
fn table(language: Language, out: &mut String, published: &[PublishedFigures]) -> std::fmt::Result {
    let mut years: Vec<Period> = published.iter().map(|row| row.period).collect();
    years.sort_unstable();
    years.dedup();
    if years.is_empty() {
        return Ok(());
    }
    write!(out, "  {:NAME$}", language.cli_table())?;
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
            write!(line, " {:>5}", shown(language, percent).as_str())?;
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// A share as printed: a number with its sign, or a symbol; nothing where there is none.
fn shown(language: Language, percent: Option<&String>) -> Text {
    match percent {
        Some(text) if text.bytes().all(|byte| byte.is_ascii_digit()) => language.percent_of(text),
        Some(symbol) => symbol.clone().into(),
        None => Text::default(),
    }
}

fn year(language: Language, period: Period) -> String {
    period.as_collection_year().map_or_else(|| language.period(period).to_string(), |year| year.to_string())
}

fn sentence(language: Language, standing: &Standing, caveat: Caveat) -> Text {
    match caveat {
        Caveat::RecordingPractice => language.caveat_recording().into(),
        Caveat::RoundedTotals => language.caveat_rounded().into(),
        Caveat::AnotherYear => {
            let year = standing.another_year().map(|year| language.period(year)).unwrap_or_default();
            language.standing_another_year(&year)
        }
        Caveat::NotACollectionYear => language.standing_not_a_year().into(),
    }
}
