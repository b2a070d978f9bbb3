//! What files to keep are called: what is in them, whose figures they are, of which year, and, if they are made from rows
//! about children, whether they may be published.

use std::collections::BTreeSet;

use document::Format;
use missing_rates::area::authority as authority_of;
use missing_rates::period::Period;
use missing_rates::report::{Level, Report, Rounding};

use crate::settings::Settings;

/// The name of a file in this form: `missing-from-care-kent-2024-25-exact.csv`.
pub fn file_name(report: &Report, settings: &Settings, format: Format) -> String {
    let (what, ending) = match format {
        // They hold no figures.
        Format::Request => return "freedom-of-information-request.txt".to_owned(),
        Format::BlankSheet => return "answers-to-fill-in.csv".to_owned(),
        Format::BlankSheetXlsx => return "answers-to-fill-in.xlsx".to_owned(),
        Format::Json => ("", "json"),
        Format::Csv => ("", "csv"),
        Format::BasedOn => ("based-on", "csv"),
        Format::ChaseList => ("chase-list", "csv"),
        Format::WorkList => ("work-list-with-identifiers", "csv"),
        Format::FoiText => ("foi-answer", "txt"),
        Format::FoiCsv => ("foi-answer", "csv"),
        Format::Html => ("report", "html"),
        Format::ShortHtml => ("short-report", "html"),
        Format::Decisions => ("decisions", "json"),
        Format::Settings => ("settings", "json"),
        Format::Xlsx => ("", "xlsx"),
        Format::ChaseListXlsx => ("chase-list", "xlsx"),
        Format::WorkListXlsx => ("work-list-with-identifiers", "xlsx"),
        Format::FoiXlsx => ("foi-answer", "xlsx"),
        Format::ChaseLetters => ("chase-letters", "txt"),
    };
    let of_year = matches!(format, Format::FoiText | Format::FoiCsv | Format::FoiXlsx);
    let years = of_year.then(|| crate::parts::foi_years(report, settings, format)).flatten();
    let whole = |years: Vec<i32>| years.into_iter().filter_map(Period::calendar_year).collect();
    let years = years.map_or_else(|| report.periods.clone(), whole);
    named(report, what, &years, ending)
}

/// The same of a table or a chart, by its id, whose figures are of a period.
pub fn part_name(report: &Report, id: &str, period: Option<Period>, ending: &str) -> String {
    let periods = period.map_or_else(|| report.periods.clone(), |period| vec![period]);
    named(report, id, &periods, ending)
}

/// The same of a table or a chart of what is published about a council, or about all: `missing-from-care-council-card-kent-2023-24.png`.
pub fn council_part_name(settings: &Settings, id: &str, ending: &str) -> String {
    let name = settings.shown.council.and_then(authority_of).map(|of| plain(of.name)).unwrap_or_default();
    let is_of_year = id.starts_with("council-");
    let periods: Vec<Period> = crate::parts::council_period(settings).filter(|_| is_of_year).into_iter().collect();
    joined(&[id, &name, &years(&periods)], ending)
}

fn named(report: &Report, what: &str, periods: &[Period], ending: &str) -> String {
    let kind = match (report.disclosure.is_safe(), report.disclosure.rounding()) {
        // Answers of authorities and published figures are public as they are.
        (false, _) if !report.is_about_children() => "",
        (false, _) => "exact",
        (true, Rounding::None) => "safe",
        (true, Rounding::To5) => "safe-to-5",
        (true, Rounding::To10) => "safe-to-10",
    };
    joined(&[what, &authority(report), &years(periods), kind], ending)
}

fn joined(parts: &[&str], ending: &str) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    ["missing-from-care-", &parts.join("-"), ".", ending].concat()
}

/// The authority whose return it is, if it was said; nothing of several, nor of tables of answers.
fn authority(report: &Report) -> String {
    let of_return = report.rates.iter().filter(|rate| rate.area.level == Level::Return);
    let names: BTreeSet<&str> = of_return.filter_map(|rate| rate.area.name).collect();
    match names.first() {
        Some(name) if names.len() == 1 => plain(name),
        _ => String::new(),
    }
}

/// The first and the last of the periods.
fn years(periods: &[Period]) -> String {
    let first = periods.iter().min_by_key(|period| (period.start(), period.end()));
    let last = periods.iter().max_by_key(|period| (period.end(), period.start()));
    match (first, last) {
        (Some(first), Some(last)) if first == last => year(*first),
        (Some(first), Some(last)) => [&year(*first), "-to-", &year(*last)].concat(),
        _ => String::new(),
    }
}

/// A collection year as `2024-25`, a calendar year as `2024`, any other period by its days.
fn year(period: Period) -> String {
    let start = period.start().to_string();
    let first = start.split('-').next().unwrap_or_default();
    let is = |whole: fn(i32) -> Option<Period>, of: i32| whole(of) == Some(period);
    let number: i32 = first.parse().unwrap_or_default();
    if is(Period::calendar_year, number) {
        first.to_owned()
    } else if is(Period::collection_year, number + 1) {
        format!("{number}-{:02}", (number + 1) % 100)
    } else {
        [&start, "-to-", &period.end().to_string()].concat()
    }
}

/// Small letters and digits, with hyphens for whatever is between them.
fn plain(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_called_as_people_call_it() {
        let called = |days: &str| year(days.parse().expect("a period"));
        assert_eq!(called("2024-04-01/2025-03-31"), "2024-25");
        assert_eq!(called("1999-04-01/2000-03-31"), "1999-00");
        assert_eq!(called("2024-01-01/2024-12-31"), "2024");
        assert_eq!(called("2024-04-01/2024-12-31"), "2024-04-01-to-2024-12-31");
        assert_eq!(called("2024-04-02/2025-03-31"), "2024-04-02-to-2025-03-31");
        assert_eq!(years(&[]), "");
        let both = ["2024-04-01/2025-03-31", "2023-04-01/2024-03-31"].map(|days| days.parse().expect("a period"));
        assert_eq!(years(&both), "2023-24-to-2024-25");
    }

    #[test]
    fn an_authority_is_called_in_letters_that_every_disk_takes() {
        assert_eq!(plain("Kingston upon Hull, City of"), "kingston-upon-hull-city-of");
        assert_eq!(plain("Ynys Môn / Isle of Anglesey"), "ynys-môn-isle-of-anglesey");
    }
}
