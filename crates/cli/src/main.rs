//! What share of children went missing from care, calculated in a terminal: the same engine and the same report as on
//! the page.

mod answers;
mod change;
mod columns;
mod coverage;
mod foi;
mod options;
mod pooled;
mod quality;
mod say;
mod standing;
mod text;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use missing_rates::decisions::{Decisions, NotDecisions};
use missing_rates::mapping::{Draft, Mapping};
use missing_rates::read::Reader;
use missing_rates::report::{FileKind, Report};
use missing_rates::{Query, Returns};
use options::{Format, Options, Request};
use say::complain;
use words::Language;

const VERSION: &str = concat!("missing-from-care ", env!("CARGO_PKG_VERSION"), "\n");

/// Calculated.
const DONE: u8 = 0;
/// Nothing could be calculated, or the command line was not understood.
const NOTHING: u8 = 2;

/// How much of a file is read at once.
const CHUNK: usize = 1024 * 1024;

fn main() -> ExitCode {
    let language = Language::default();
    let options = match Options::read(lexopt::Parser::from_env()) {
        Ok(Request::Calculate(options)) => options,
        Ok(Request::Help) => return write(language, &[language.cli_help(), "\n"].concat()),
        Ok(Request::Version) => return write(language, VERSION),
        Err(error) => {
            complain(language, &error.text(language));
            eprintln!("{}", language.cli_try_help());
            return NOTHING.into();
        }
    };
    let mut returns = Returns::default();
    let mut unread = false;
    for (id, path) in (1..).zip(&options.files) {
        match read(path, None, options.exact_headings) {
            Ok(file) => returns.add(id, file),
            Err(error) => {
                unread = true;
                let (file, why): (&str, &str) = (&path.display().to_string(), &error.to_string());
                complain(language, &words::CliNotRead { file, why }.text(language));
            }
        }
    }
    map(language, &mut returns, &options.files);
    let mut asked = Query {
        period: options.period,
        target: options.target,
        published_years: options.published_years,
        change: options.change,
        years: options.years(),
        complete_to: options.complete_to.clone(),
        zeros_matter: options.zeros_matter,
        authority: options.authority,
        work_order: options.work_order,
        disclosure: options.disclosure,
        ..Query::default()
    };
    for path in &options.decisions {
        match decisions(path) {
            Ok(more) => asked.decisions.extend(&more),
            Err(error) => {
                let (file, text): (&str, &str) = (&path.display().to_string(), &error.text(language));
                complain(language, &words::CliAboutFile { file, text }.text(language));
                return NOTHING.into();
            }
        }
    }
    if options.format == Format::Mapping {
        return mapping(language, &returns, options.files.len());
    }
    let report = returns.report(&asked);
    for line in text::problems(language, &report).iter().chain(&columns::questions(language, &report)) {
        complain(language, line);
    }
    let output = match options.format {
        Format::Text => text::report(language, &report) + &answers::to_decide(language, &report),
        Format::Json => report.to_json(),
        Format::Csv => report.to_csv(&language),
        Format::Columns => columns::csv(&report),
        Format::ChaseList => report.to_chase_csv(&language),
        Format::WorkList => report.with_provenance(returns.work_list(&asked, &language), &language),
        Format::FoiText | Format::FoiCsv => match foi::answers(language, &report, &options) {
            Some(answers) => answers,
            None => return NOTHING.into(),
        },
        // Written above, before anything is calculated.
        Format::Mapping => String::new(),
    };
    let to_chase = options.format == Format::ChaseList && !report.chase.is_empty();
    // Rows can be checked without figures: a Missing file alone will do.
    let checked = options.format == Format::WorkList && !report.rules.is_empty();
    let listed = options.format == Format::Columns && !report.columns.is_empty();
    if is_empty(&report) && !to_chase && !checked && !listed {
        let read = if unread { language.cli_nothing_from_read() } else { language.cli_nothing_from_files() };
        complain(language, read);
        match options.format {
            // Programs still get the report, which says what was set aside and why.
            Format::Json => drop(write(language, &output)),
            _ => eprint!("{}", text::files_of(language, &report)),
        }
        return NOTHING.into();
    }
    write(language, &output)
}

/// Reads the files again whose columns a mapping among them names.
fn map(language: Language, returns: &mut Returns, paths: &[PathBuf]) {
    for (id, path) in (1..).zip(paths) {
        let Some(mapping) = returns.mapping_for(id) else { continue };
        match read(path, Some(mapping), false) {
            Ok(file) => returns.add(id, file),
            Err(error) => {
                let (file, why): (&str, &str) = (&path.display().to_string(), &error.to_string());
                complain(language, &words::CliNotReadAgain { file, why }.text(language));
            }
        }
    }
}

/// Writes what the columns of the first file seem to be whose columns a person has to name.
fn mapping(language: Language, returns: &Returns, files: usize) -> ExitCode {
    let unknown = (1..).take(files).find_map(|id| returns.unknown_columns(id));
    let Some((entry, head)) = unknown else {
        complain(language, language.cli_mapping_none());
        return NOTHING.into();
    };
    let draft = Draft::propose(head, Some(entry.kind));
    let draft = if draft.kind.is_some() { draft } else { Draft::propose(head, Some(FileKind::AuthorityAnswers)) };
    let Some(mapping) = draft.so_far(head) else {
        complain(language, &language.cli_mapping_no_headings(&entry.name));
        return NOTHING.into();
    };
    complain(language, &language.cli_mapping_written(&entry.name));
    write(language, &mapping.to_json())
}

/// Why decisions cannot be used.
enum NoDecisions {
    Unread(io::Error),
    NotOurs(NotDecisions),
}

impl NoDecisions {
    fn text(&self, language: Language) -> words::Text {
        match self {
            Self::Unread(error) => error.to_string().into(),
            Self::NotOurs(mistake) => language.not_decisions(mistake),
        }
    }
}

fn decisions(path: &Path) -> Result<Decisions, NoDecisions> {
    let text = std::fs::read_to_string(path).map_err(NoDecisions::Unread)?;
    Decisions::from_json(text.trim_start_matches('\u{FEFF}')).map_err(NoDecisions::NotOurs)
}

fn is_empty(report: &Report) -> bool {
    report.rates.is_empty() && report.ratios.is_empty() && report.totals.is_empty()
}

/// Writes to standard output. It is not an error if the reader has gone away.
fn write(language: Language, text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush()) {
        Ok(()) => DONE.into(),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => DONE.into(),
        Err(error) => {
            complain(language, &language.cli_not_written(&error.to_string()));
            NOTHING.into()
        }
    }
}

fn read(path: &Path, mapping: Option<Mapping>, exactly: bool) -> io::Result<missing_rates::read::ReadFile> {
    // The report names files as a page knows them: without their folders.
    let name = path.file_name().map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned());
    let mut file = File::open(path)?;
    let mut reader = match mapping {
        Some(mapping) => Reader::mapped(&name, mapping),
        None if exactly => Reader::new(&name, Vec::new()).exactly(),
        None => Reader::new(&name, Vec::new()),
    };
    let mut chunk = vec![0; CHUNK];
    loop {
        match file.read(&mut chunk) {
            Ok(0) => return Ok(reader.finish()),
            Ok(n) => reader.push(&chunk[..n]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
