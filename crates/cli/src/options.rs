//! The command line.

use std::collections::BTreeMap;
use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};
use missing_rates::FileId;
use missing_rates::PublishedYears;
use missing_rates::area::{AreaCode, NotAnAuthority, authority_named};
use missing_rates::checks::WorkOrder;
use missing_rates::period::{Day, NotADay, Period};
use missing_rates::rates::{NotAShare, TargetShare};
use missing_rates::report::Disclosure;

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
    --published-years KIND  collection (April to March, the default) or calendar: what
                            a bare year in a file of published figures means
    --target PERCENT        say what the authorities without an exact answer would have
                            to be like for the share to come to this
    --change START..END START..END
                            also compare these two periods
    --file-year FILE=YEAR   the file of a return is of the collection year that
                            ends on 31 March of YEAR, whatever its dates say;
                            may be given for several files
    --complete-to DAY       the return of the year in which DAY lies is complete up to
                            it, such as 2025-03-31, whatever its rows say
    --leading-zeros ANSWER  same or different: whether children whose identifiers
                            differ in zeros before them alone (0012 and 12) are one
    --authority NAME        whose return the child-level files are: a name or code.
                            Its figures are put beside those that are published of
                            it, its region, England and its statistical neighbours
    --format FORMAT         text (the default), json, csv, columns (CSV of how each
                            column of a table of answers was read, used or not, and
                            the words that were not understood), chase-list (CSV of the
                            authorities to ask again, and what), work-list (CSV of
                            every row that breaks a rule, with the children's
                            identifiers), or foi-text or foi-csv: answers to a
                            freedom-of-information request for each calendar year
                            that the files cover, from an SSDA903 return and a list
                            of trafficked children; or mapping: what the columns of
                            the first file seem to be that needs to be told. Correct
                            it (\"field\": null leaves a column out, \"period\" gives
                            one its year), and name it among the files
    --by-child              the work list child by child, not rule by rule
    --safe                  safe to publish: numbers from 1 to 5 are hidden, and what
                            would give them away; nothing is about single rows.
                            Publish one such report: one of another setting, of
                            another period or of a later release of the same files,
                            put beside it, can show what each of them hides
    --round 5|10            the same, and what is shown is rounded
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
    #[error("--file-year takes a file and a year such as episodes.csv=2025, not {0}")]
    FileYear(String),
    #[error("--file-year: {0} is none of the files")]
    NoSuchFile(String),
    #[error("--period: {0}")]
    Period(#[from] missing_rates::period::PeriodError),
    #[error("--published-years takes collection or calendar, not {0}")]
    PublishedYears(String),
    #[error("--target: {0}")]
    Target(#[from] NotAShare),
    #[error("--authority: {0}")]
    Authority(#[from] NotAnAuthority),
    #[error("--format takes text, json, csv, columns, chase-list, work-list, foi-text, foi-csv or mapping, not {0}")]
    Format(String),
    #[error("--complete-to: {0}")]
    Day(#[from] NotADay),
    #[error("--leading-zeros takes same or different, not {0}")]
    LeadingZeros(String),
    #[error("--round takes 5 or 10, not {0}")]
    Round(String),
    #[error("work lists and chase lists are for your own use, and never safe to publish: leave out --safe and --round")]
    NeverSafe,
    #[error("give --year-ending or --period, not both")]
    TwoPeriods,
    #[error("name at least one file")]
    NoFile,
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
            authority: None,
            format: Format::Text,
            decisions: Vec::new(),
            work_order: WorkOrder::ByRule,
            disclosure: Disclosure::Exact,
            files: Vec::new(),
        };
        while let Some(argument) = parser.next()? {
            let period = match argument {
                Arg::Long("help") | Arg::Short('h') => return Ok(Request::Say(HELP)),
                Arg::Long("version") | Arg::Short('V') => return Ok(Request::Say(VERSION)),
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
                Arg::Long("leading-zeros") => {
                    options.zeros_matter = match parser.value()?.string()?.as_str() {
                        "same" => Some(false),
                        "different" => Some(true),
                        other => return Err(Misunderstood::LeadingZeros(other.to_owned())),
                    };
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
            (&["--authority", "England", "a"], "is no authority"),
            (&["--safe", "--format", "work-list", "a"], "never safe to publish"),
            (&["--round", "7", "a"], "5 or 10"),
            (&["--frobnicate"], "frobnicate"),
        ];
        for (words, part) in cases {
            let error = read(words).expect_err("understood").to_string();
            assert!(error.contains(part), "{words:?}: {error}");
        }
    }
}
