//! The command line.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};
use missing_rates::period::Period;

/// How the report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    Csv,
    ChaseList,
}

/// What to calculate, from what, written how.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) period: Option<Period>,
    pub(crate) format: Format,
    /// Documents of decisions, the later before the earlier.
    pub(crate) decisions: Vec<PathBuf>,
    pub(crate) files: Vec<PathBuf>,
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Request {
    Calculate(Options),
    Say(&'static str),
}

const HELP: &str = "\
What share of children went missing from care.

    missing-from-care [OPTIONS] FILE...

FILE is a CSV file: modules of an SSDA903 return, answers of authorities to
freedom-of-information requests, or figures published by the Department for
Education. Several may be given, of several kinds; a mapping of columns or
decisions, downloaded from the page, may be among them. Nothing leaves this
computer.

OPTIONS
    --year-ending YEAR      the collection year that ends on 31 March of YEAR
    --period START..END     any days, such as 2024-01-01..2024-12-31
                            (without either: the period that the files speak of)
    --format FORMAT         text (the default), json, csv or chase-list (CSV of
                            the authorities to ask again, and what)
    --decisions FILE        what wordings and names mean and which answers count,
                            as decided on the page
    --help, --version

EXIT STATUS
    0   calculated
    2   nothing could be calculated, or the command line was not understood
";

/// A command line that is not understood.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Misunderstood {
    #[error("{0}")]
    Arguments(#[from] lexopt::Error),
    #[error("--year-ending takes a year such as 2025, not {0}")]
    Year(String),
    #[error("--period: {0}")]
    Period(#[from] missing_rates::period::PeriodError),
    #[error("--format takes text, json, csv or chase-list, not {0}")]
    Format(String),
    #[error("give --year-ending or --period, not both")]
    TwoPeriods,
    #[error("name at least one file")]
    NoFile,
}

impl Options {
    pub(crate) fn read(mut parser: Parser) -> Result<Request, Misunderstood> {
        let mut options = Self { period: None, format: Format::Text, decisions: Vec::new(), files: Vec::new() };
        while let Some(argument) = parser.next()? {
            let period = match argument {
                Arg::Long("help") | Arg::Short('h') => return Ok(Request::Say(HELP)),
                Arg::Long("version") | Arg::Short('V') => return Ok(Request::Say(VERSION)),
                Arg::Long("year-ending") => {
                    let text = parser.value()?.string()?;
                    let year = text.parse().ok().and_then(Period::collection_year);
                    year.ok_or(Misunderstood::Year(text))?
                }
                Arg::Long("period") => parser.value()?.string()?.parse()?,
                Arg::Long("format") => {
                    options.format = match parser.value()?.string()?.as_str() {
                        "text" => Format::Text,
                        "json" => Format::Json,
                        "csv" => Format::Csv,
                        "chase-list" => Format::ChaseList,
                        other => return Err(Misunderstood::Format(other.to_owned())),
                    };
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
        if options.files.is_empty() { Err(Misunderstood::NoFile) } else { Ok(Request::Calculate(options)) }
    }
}

const VERSION: &str = concat!("missing-from-care ", env!("CARGO_PKG_VERSION"), "\n");

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
    fn what_is_not_understood_is_said() {
        let cases: [(&[&str], &str); 7] = [
            (&[], "name at least one file"),
            (&["--year-ending", "25x", "a"], "takes a year"),
            (&["--period", "2024", "a"], "is not a period"),
            (&["--period", "2024-02-30..2024-03-01", "a"], "is not a day"),
            (&["--format", "xml", "a"], "text, json, csv or chase-list"),
            (&["--year-ending", "2024", "--year-ending", "2025", "a"], "not both"),
            (&["--frobnicate"], "frobnicate"),
        ];
        for (words, part) in cases {
            let error = read(words).expect_err("understood").to_string();
            assert!(error.contains(part), "{words:?}: {error}");
        }
    }
}
