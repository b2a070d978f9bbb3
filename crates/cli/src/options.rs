//! The command line.

use std::collections::BTreeMap;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};
use missing_rates::FileId;
use missing_rates::PublishedYears;
use missing_rates::area::{AreaCode, NotAnAuthority, authority_named};
use missing_rates::checks::WorkOrder;
use missing_rates::period::{Day, NotADay, Period, PeriodError};
use missing_rates::rates::{NotAShare, TargetShare};
use missing_rates::report::Disclosure;
use words::{Language, Text};

/// How the report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    Csv,
    /// How each column was read, as CSV.
    Columns,
    ChaseList,
    WorkList,
    /// Answers to a freedom-of-information request, in words.
    FoiText,
    /// The same, as CSV.
    FoiCsv,
    /// What the columns of a file seem to be, as a document to correct.
    Mapping,
}

/// What to calculate, from what, written how.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) period: Option<Period>,
    pub(crate) target: Option<TargetShare>,
    pub(crate) change: Option<(Period, Period)>,
    pub(crate) published_years: PublishedYears,
    /// Files and the collection years that they are of.
    pub(crate) file_years: Vec<(String, i32)>,
    /// The day to which the return of a collection year is complete.
    pub(crate) complete_to: BTreeMap<i32, Day>,
    pub(crate) zeros_matter: Option<bool>,
    /// Whether no column is read by a heading that is only nearly one of a return.
    pub(crate) exact_headings: bool,
    pub(crate) authority: Option<AreaCode>,
    pub(crate) format: Format,
    /// Documents of decisions, the later before the earlier.
    pub(crate) decisions: Vec<PathBuf>,
    pub(crate) work_order: WorkOrder,
    pub(crate) disclosure: Disclosure,
    pub(crate) files: Vec<PathBuf>,
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    Calculate(Options),
    Help,
    Version,
}

/// A command line that is not understood. [`Misunderstood::text`] says it in words.
#[derive(Debug)]
pub(crate) enum Misunderstood {
    Arguments(lexopt::Error),
    Year(String),
    FileYear(String),
    NoSuchFile(String),
    Period(PeriodError),
    PublishedYears(String),
    Target(NotAShare),
    Authority(NotAnAuthority),
    Format(String),
    Day(NotADay),
    LeadingZeros(String),
    Round(String),
    NeverSafe,
    TwoPeriods,
    NoFile,
}

macro_rules! from_error {
    ($($error:ty => $variant:ident),*) => {
        $(impl From<$error> for Misunderstood {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        })*
    };
}

from_error!(lexopt::Error => Arguments, PeriodError => Period, NotAShare => Target, NotAnAuthority => Authority, NotADay => Day);

impl Misunderstood {
    pub(crate) fn text(&self, language: Language) -> Text {
        match self {
            Self::Arguments(error) => error.to_string().into(),
            Self::Year(given) => language.cli_wrong_year(given),
            Self::FileYear(given) => language.cli_wrong_file_year(given),
            Self::NoSuchFile(given) => language.cli_no_such_file(given),
            Self::Period(mistake) => language.cli_wrong_period(&language.not_a_period(mistake)),
            Self::PublishedYears(given) => language.cli_wrong_published_years(given),
            Self::Target(mistake) => language.cli_wrong_target(&language.not_a_share(mistake)),
            Self::Authority(mistake) => language.cli_wrong_authority(&language.not_an_authority(mistake)),
            Self::Format(given) => language.cli_wrong_format(given),
            Self::Day(mistake) => language.cli_wrong_day(&language.not_a_day(mistake)),
            Self::LeadingZeros(given) => language.cli_wrong_zeros(given),
            Self::Round(given) => language.cli_wrong_round(given),
            Self::NeverSafe => language.cli_never_safe().into(),
            Self::TwoPeriods => language.cli_two_periods().into(),
            Self::NoFile => language.cli_no_file().into(),
        }
    }
}

fn format(name: &str) -> Result<Format, Misunderstood> {
    Ok(match name {
        "text" => Format::Text,
        "json" => Format::Json,
        "csv" => Format::Csv,
        "columns" => Format::Columns,
        "chase-list" => Format::ChaseList,
        "work-list" => Format::WorkList,
        "foi-text" => Format::FoiText,
        "foi-csv" => Format::FoiCsv,
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

impl Options {
    pub(crate) fn read(mut parser: Parser) -> Result<Request, Misunderstood> {
        let mut options = Self {
            period: None,
            target: None,
            change: None,
            published_years: PublishedYears::default(),
            file_years: Vec::new(),
            complete_to: BTreeMap::new(),
            zeros_matter: None,

            exact_headings: false,
            authority: None,
            format: Format::Text,
            decisions: Vec::new(),
            work_order: WorkOrder::ByRule,
            disclosure: Disclosure::Exact,
            files: Vec::new(),
        };
        while let Some(argument) = parser.next()? {
            let period = match argument {
                Arg::Long("help") | Arg::Short('h') => return Ok(Request::Help),
                Arg::Long("version") | Arg::Short('V') => return Ok(Request::Version),
                Arg::Long("year-ending") => year_ending(parser.value()?.string()?)?,
                Arg::Long("period") => period(&mut parser)?,
                Arg::Long("target") => {
                    options.target = Some(parser.value()?.string()?.parse()?);
                    continue;
                }
                Arg::Long("published-years") => {
                    options.published_years = published_years(parser.value()?.string()?)?;
                    continue;
                }
                Arg::Long("change") => {
                    options.change = Some((period(&mut parser)?, period(&mut parser)?));
                    continue;
                }
                Arg::Long("file-year") => {
                    options.file_years.push(file_year(parser.value()?.string()?)?);
                    continue;
                }
                Arg::Long("complete-to") => {
                    let day: Day = parser.value()?.string()?.parse()?;
                    options.complete_to.insert(day.collection_year(), day);
                    continue;
                }
                Arg::Long("exact-headings") => {
                    options.exact_headings = true;
                    continue;
                }
                Arg::Long("leading-zeros") => {
                    options.zeros_matter = Some(zeros_matter(parser.value()?.string()?)?);
                    continue;
                }
                Arg::Long("safe") => {
                    options.disclosure = options.disclosure.max(Disclosure::Safe);
                    continue;
                }
                Arg::Long("round") => {
                    options.disclosure = match parser.value()?.string()?.as_str() {
                        "5" => Disclosure::SafeTo5,
                        "10" => Disclosure::SafeTo10,
                        other => return Err(Misunderstood::Round(other.to_owned())),
                    };
                    continue;
                }
                Arg::Long("authority") => {
                    options.authority = Some(authority_named(&parser.value()?.string()?)?.code);
                    continue;
                }
                Arg::Long("format") => {
                    options.format = format(&parser.value()?.string()?)?;
                    continue;
                }
                Arg::Long("by-child") => {
                    options.work_order = WorkOrder::ByChild;
                    continue;
                }
                Arg::Long("decisions") => {
                    options.decisions.push(parser.value()?.into());
                    continue;
                }
                Arg::Value(path) => {
                    options.files.push(path.into());
                    continue;
                }
                other => return Err(other.unexpected().into()),
            };
            if options.period.replace(period).is_some() {
                return Err(Misunderstood::TwoPeriods);
            }
        }
        if options.disclosure.is_safe() && matches!(options.format, Format::WorkList | Format::ChaseList) {
            return Err(Misunderstood::NeverSafe);
        }
        if options.files.is_empty() {
            return Err(Misunderstood::NoFile);
        }
        match options.file_years.iter().find(|(file, _)| options.named(file).next().is_none()) {
            Some((file, _)) => Err(Misunderstood::NoSuchFile(file.clone())),
            None => Ok(Request::Calculate(options)),
        }
    }

    /// The collection years that were said, by the place of the file among the files, from 1.
    pub(crate) fn years(&self) -> BTreeMap<FileId, i32> {
        let said = self.file_years.iter();
        said.flat_map(|(file, year)| self.named(file).map(|id| (id, *year))).collect()
    }

    /// The files that a word names: by the path that was given, or by the name without folders.
    fn named(&self, word: &str) -> impl Iterator<Item = FileId> {
        let is = move |path: &PathBuf| path.as_os_str() == word || path.file_name().is_some_and(|name| name == word);
        (1..).zip(&self.files).filter(move |(_, path)| is(path)).map(|(id, _)| id)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Result<Request, Misunderstood> {
        Options::read(Parser::from_args(words))
    }

    #[test]
    fn a_year_and_a_range_of_days_are_periods() {
        for words in [["--year-ending", "2025", "a.csv"], ["--period", "2024-04-01..2025-03-31", "a.csv"]] {
            let Ok(Request::Calculate(options)) = read(&words) else { panic!("{words:?}") };
            assert_eq!(options.period, Period::collection_year(2025));
        }
    }

    #[test]
    fn a_target_and_two_periods_can_be_asked_for() {
        let words =
            ["--target", "40%", "--change", "2024-01-01..2024-12-31", "2022-01-01..2022-12-31", "--format", "csv", "a"];
        let Ok(Request::Calculate(options)) = read(&words) else { panic!("{words:?}") };
        assert_eq!(options.target, "40".parse().ok());
        assert_eq!(options.change, Period::calendar_year(2024).zip(Period::calendar_year(2022)));
        assert_eq!((options.format, options.files.len()), (Format::Csv, 1));
    }

    #[test]
    fn an_authority_goes_by_its_name_or_its_code() {
        for name in ["Kent", "Kent County Council", "E10000016", "886"] {
            let Ok(Request::Calculate(options)) = read(&["--authority", name, "a.csv"]) else { panic!("{name}") };
            assert_eq!(options.authority, AreaCode::read("E10000016"), "{name}");
        }
    }

    #[test]
    fn what_is_not_understood_is_said() {
        let cases: [(&[&str], &str); 18] = [
            (&["--complete-to", "31/03/2025", "a"], "is not a day"),
            (&["--leading-zeros", "perhaps", "a"], "same or different"),
            (&["--file-year", "a=25x", "a"], "episodes.csv=2025"),
            (&["--file-year", "b=2025", "a"], "none of the files"),
            (&[], "name at least one file"),
            (&["--year-ending", "25x", "a"], "takes a year"),
            (&["--period", "2024", "a"], "is not a period"),
            (&["--period", "2024-02-30..2024-03-01", "a"], "is not a day"),
            (&["--published-years", "lunar", "a"], "collection or calendar"),
            (&["--target", "112", "a"], "is not a percentage"),
            (&["--change", "2024-01-01..2024-12-31", "2023", "a"], "is not a period"),
            (&["--format", "xml", "a"], "text, json, csv"),
            (&["--year-ending", "2024", "--year-ending", "2025", "a"], "not both"),
            (&["--authority", "Birmingam", "a"], "did you mean Birmingham?"),
            (&["--authority", "England", "a"], "is not an authority"),
            (&["--safe", "--format", "work-list", "a"], "never safe to publish"),
            (&["--round", "7", "a"], "5 or 10"),
            (&["--frobnicate"], "frobnicate"),
        ];
        for (words, part) in cases {
            let error = read(words).expect_err("understood").text(Language::English);
            assert!(error.contains(part), "{words:?}: {error}");
        }
    }
}
