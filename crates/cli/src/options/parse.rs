//! Reads a command line, option by option.

use lexopt::{Arg, Parser, ValueExt};
use missing_rates::PublishedYears;
use missing_rates::area::authority_named;
use missing_rates::checks::WorkOrder;
use missing_rates::period::{Day, Period};
use missing_rates::report::{Disclosure, ListedAs};

use super::{Format, Misunderstood, Options, Request};

impl Options {
    pub(crate) fn read(mut parser: Parser) -> Result<Request, Misunderstood> {
        let mut options = Self::default();
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("help") | Arg::Short('h') => return Ok(Request::Help),
                Arg::Long("version") | Arg::Short('V') => return Ok(Request::Version),
                Arg::Value(path) => options.files.push(path.into()),
                Arg::Long(name) => {
                    let name = name.to_owned();
                    let known = options.asks(&name, &mut parser)?
                        || options.reads(&name, &mut parser)?
                        || options.writes(&name, &mut parser)?;
                    if !known {
                        return Err(Arg::Long(&name).unexpected().into());
                    }
                }
                other @ Arg::Short(_) => return Err(other.unexpected().into()),
            }
        }
        if options.disclosure.is_safe() && options.format.is_for_own_use() {
            return Err(Misunderstood::NeverSafe);
        }
        if options.files.is_empty() {
            return Err(Misunderstood::NoFile);
        }
        let other_year = |(at, (file, year)): (usize, &(String, i32))| {
            let after = options.file_years.iter().skip(at + 1);
            after.into_iter().any(|(same, other)| same == file && other != year).then(|| file.clone())
        };
        if let Some(file) = options.file_years.iter().enumerate().find_map(other_year) {
            return Err(Misunderstood::TwoYears(file));
        }
        let unknown = options.named().find(|(_, file)| options.places(file).is_empty());
        match unknown.map(|(option, file)| Misunderstood::NoSuchFile(option, file.to_owned())) {
            Some(unknown) => Err(unknown),
            None => options.together(|word| options.places(word)).map(|_| Request::Calculate(Box::new(options))),
        }
    }

    /// Takes an option about what is calculated. Returns whether it is one.
    fn asks(&mut self, name: &str, parser: &mut Parser) -> Result<bool, Misunderstood> {
        match name {
            "year-ending" => self.ask_for(year_ending(parser.value()?.string()?)?)?,
            "period" => self.ask_for(period(parser)?)?,
            "target" => self.target = Some(parser.value()?.string()?.parse()?),
            "change" => self.change = Some((period(parser)?, period(parser)?)),
            "authority" => self.authority = Some(authority_named(&parser.value()?.string()?)?.code),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn ask_for(&mut self, period: Period) -> Result<(), Misunderstood> {
        if self.period.replace(period).is_some() { Err(Misunderstood::TwoPeriods) } else { Ok(()) }
    }

    /// Takes an option about how files are read. Returns whether it is one.
    fn reads(&mut self, name: &str, parser: &mut Parser) -> Result<bool, Misunderstood> {
        match name {
            "file-year" => self.file_years.push(file_year(parser.value()?.string()?)?),
            "earlier" => self.earlier.push(parser.value()?.string()?),
            "empty" => self.empty.push(parser.value()?.string()?),
            "complete-to" => {
                let day: Day = parser.value()?.string()?.parse()?;
                self.complete_to.insert(day.collection_year(), day);
            }
            "published-years" => self.published_years = Some(published_years(parser.value()?.string()?)?),
            "exact-headings" => self.exact_headings = true,
            "add-together" => self.parts.push(parser.value()?.string()?),
            "leading-zeros" => self.zeros_matter = Some(zeros_matter(parser.value()?.string()?)?),
            "whole-identifiers" => self.whole_identifiers = Some(true),
            "trafficked" => self.listed.push(listed(parser.value()?.string()?)?),
            "decisions" => self.decisions.push(parser.value()?.into()),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Takes an option about what is written. Returns whether it is one.
    fn writes(&mut self, name: &str, parser: &mut Parser) -> Result<bool, Misunderstood> {
        match name {
            "safe" => self.disclosure = self.disclosure.max(Disclosure::Safe),
            "round" => {
                self.disclosure = match parser.value()?.string()?.as_str() {
                    "5" => Disclosure::SafeTo5,
                    "10" => Disclosure::SafeTo10,
                    other => return Err(Misunderstood::Round(other.to_owned())),
                };
            }
            "format" => self.format = format(&parser.value()?.string()?)?,
            "comments" => self.comments = true,
            "by-child" => self.work_order = WorkOrder::ByChild,
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn format(name: &str) -> Result<Format, Misunderstood> {
    Ok(match name {
        "text" => Format::Text,
        "json" => Format::Json,
        "csv" => Format::Csv,
        "columns" => Format::Columns,
        "chase-list" => Format::ChaseList,
        "chase-letters" => Format::ChaseLetters,
        "work-list" => Format::WorkList,
        "changed-answers" => Format::ChangedAnswers,
        "interviews" => Format::Interviews,
        "foi-text" => Format::FoiText,
        "foi-csv" => Format::FoiCsv,
        "based-on" => Format::BasedOn,
        "settings" => Format::Settings,
        "xlsx" => Format::Xlsx,
        "work-list-xlsx" => Format::WorkListXlsx,
        "chase-list-xlsx" => Format::ChaseListXlsx,
        "foi-xlsx" => Format::FoiXlsx,
        "mapping" => Format::Mapping,
        other => return Err(Misunderstood::Format(other.to_owned())),
    })
}

/// Whether zeros at the start of identifiers matter.
fn zeros_matter(answer: String) -> Result<bool, Misunderstood> {
    match answer.as_str() {
        "same" => Ok(false),
        "different" => Ok(true),
        _ => Err(Misunderstood::LeadingZeros(answer)),
    }
}

/// A file and the collection year that it is of: `episodes.csv=2025`.
fn file_year(text: String) -> Result<(String, i32), Misunderstood> {
    let said = text.rsplit_once('=').and_then(|(file, year)| {
        let year = year.parse().ok().filter(|year| Period::collection_year(*year).is_some())?;
        Some((file.to_owned(), year))
    });
    said.ok_or(Misunderstood::FileYear(text))
}

/// A wording of a list of children and what it means: `pending=suspected`.
fn listed(text: String) -> Result<(String, ListedAs), Misunderstood> {
    let said = text.rsplit_once('=').and_then(|(wording, meaning)| {
        let says = match meaning.trim().to_lowercase().as_str() {
            "confirmed" => ListedAs::Confirmed,
            "suspected" => ListedAs::Suspected,
            "unstated" => ListedAs::Unstated,
            "no" => ListedAs::No,
            _ => return None,
        };
        // As a blank is called where it is asked about.
        let wording = if wording.trim().eq_ignore_ascii_case("blank") { "" } else { wording };
        Some((wording.to_owned(), says))
    });
    said.ok_or(Misunderstood::Trafficked(text))
}

/// The collection year that ends in a year.
fn year_ending(text: String) -> Result<Period, Misunderstood> {
    text.parse().ok().and_then(Period::collection_year).ok_or(Misunderstood::Year(text))
}

/// A period, the next of the arguments.
fn period(parser: &mut Parser) -> Result<Period, Misunderstood> {
    Ok(parser.value()?.string()?.parse()?)
}

/// What bare years of published files mean.
fn published_years(text: String) -> Result<PublishedYears, Misunderstood> {
    match text.as_str() {
        "collection" => Ok(PublishedYears::Collection),
        "calendar" => Ok(PublishedYears::Calendar),
        _ => Err(Misunderstood::PublishedYears(text)),
    }
}
