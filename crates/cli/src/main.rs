//! What share of children went missing from care, calculated in a terminal: the same engine and the same report as on
//! the page.
//!
//! Invariants:
//! - It asks the engine what the page can ask, by the same `Query`, and its JSON is the report as the page downloads it.
//! - It calculates nothing, and takes its sentences from `words`.

mod answers;
mod change;
mod columns;
mod coverage;
mod files;
mod foi;
mod interviews;
mod options;
mod output;
mod pooled;
mod quality;
mod say;
mod since;
mod standing;
mod text;
mod versions;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use files::Chosen;
use missing_rates::decisions::{Decisions, NotDecisions};
use missing_rates::mapping::Draft;
use missing_rates::read::are_headings;
use missing_rates::report::{FileKind, Report};
use missing_rates::{FileId, Query, Returns};
use options::{Format, Options, Request};
use say::complain;
use words::Language;

const VERSION: &str = concat!("missing-from-care ", env!("CARGO_PKG_VERSION"), "\n");

/// Calculated.
const DONE: u8 = 0;
/// Nothing could be calculated, or the command line was not understood.
const NOTHING: u8 = 2;

fn main() -> ExitCode {
    let language = Language::default();
    let options = match Options::read(lexopt::Parser::from_env()) {
        Ok(Request::Calculate(options)) => *options,
        Ok(Request::Help) => return write(language, [language.cli_help(), "\n"].concat()),
        Ok(Request::Version) => return write(language, VERSION),
        Err(error) => {
            complain(language, &error.text(language));
            eprintln!("{}", language.cli_try_help());
            return NOTHING.into();
        }
    };
    let mut returns = Returns::default();
    let mut unread = false;
    let mut read_as: BTreeMap<FileId, (String, String)> = BTreeMap::new();
    let mut files: Vec<Chosen> = Vec::new();
    let mut not_read = |path: &Path, error: &io::Error| {
        unread = true;
        let (file, why): (&str, &str) = (&path.display().to_string(), &error.to_string());
        complain(language, &words::CliNotRead { file, why }.text(language));
    };
    for path in &options.files {
        match Chosen::at(path) {
            Ok(chosen) => files.extend(chosen),
            Err(error) => not_read(path, &error),
        }
    }
    if let Some(error) = files::not_there(&options, &files) {
        complain(language, &error.text(language));
        return NOTHING.into();
    }
    for (id, chosen) in (1..).zip(&files) {
        match chosen.read(None, options.exact_headings) {
            Ok(file) => {
                read_as.insert(id, (file.entry().sha256.clone(), file.entry().name.clone()));
                returns.add(id, file);
            }
            Err(error) => not_read(&chosen.path, &error),
        }
    }
    let differ = returns.contradictions();
    for (file, problem) in &differ {
        let text: &str = &language.problem_in_terminal(problem);
        complain(language, &words::CliAboutFile { file, text }.text(language));
    }
    if !differ.is_empty() {
        return NOTHING.into();
    }
    map(language, &mut returns, &files);
    let mut asked = Query {
        period: options.period,
        target: options.target,
        published_years: options.published_years.unwrap_or_default(),
        said: options.said(),
        change: options.change,
        years: files::years(&options, &files),
        empty: files::empty(&options, &files),
        earlier: options.earlier.iter().flat_map(|word| files::named(&files, word)).collect(),
        complete_to: options.complete_to.clone(),
        zeros_matter: options.zeros_matter,
        whole_identifiers: options.whole_identifiers,
        authority: options.authority,
        work_order: options.work_order,
        disclosure: options.disclosure,
        ..Query::default()
    };
    match decided(language, &options, &files, &read_as) {
        Some(decided) => asked.decisions = decided,
        None => return NOTHING.into(),
    }
    asked.fill(&returns.kept());
    if options.format == Format::Settings {
        return settings(language, &options, &returns, &asked);
    }
    if options.format == Format::Mapping {
        return mapping(language, &returns, files.len());
    }
    let report = returns.report(&asked);
    for line in complaints(language, &report, (&asked, &files), &options) {
        complain(language, &line);
    }
    let Some(output) = output::of(language, &options, (&returns, &asked), &report) else { return NOTHING.into() };
    if is_empty(&report) && !is_wanted_without_figures(&report, options.format) {
        let all_hidden = report.disclosure.is_safe() && !report.hidden.is_empty();
        let read = match unread {
            _ if all_hidden => language.cli_nothing_safe(),
            true => language.cli_nothing_from_read(),
            false => language.cli_nothing_from_files(),
        };
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

/// Writes what is set and decided, and says what of it is about these files alone.
fn settings(language: Language, options: &Options, returns: &Returns, asked: &Query) -> ExitCode {
    let decisions = returns.decisions(asked);
    let together = (decisions.about_uses() > 0).then_some("--add-together");
    let left_out: Vec<&str> = options.not_kept().into_iter().chain(together).collect();
    if !left_out.is_empty() {
        complain(language, &language.cli_settings_without(&left_out.join(", ")));
    }
    let kept = returns.to_keep(asked, Vec::new());
    let wordings = (decisions.len() - decisions.about_uses()).saturating_sub(kept.decisions.len());
    if wordings > 0 {
        complain(language, &language.cli_settings_without_wordings(wordings as u64));
    }
    let years = returns.years_not_kept(asked);
    if years > 0 {
        complain(language, &language.cli_settings_without_years(years));
    }
    write(language, kept.to_json())
}

/// What is wrong with files, what a person has to say, and what was asked for and cannot be given.
fn complaints(
    language: Language,
    report: &Report,
    (asked, files): (&Query, &[Chosen]),
    options: &Options,
) -> Vec<words::Text> {
    let mut lines = text::problems(language, report);
    lines.extend(columns::questions(language, report));
    lines.extend(coverage::days_without_a_return(language, report, options.complete_to.values()));
    // The text and the answers to a request say so themselves.
    let says_so = [Format::Text, Format::FoiText, Format::FoiCsv, Format::FoiXlsx];
    if !says_so.contains(&options.format) {
        lines.extend(results::sentences::ends_early(language, report));
        let spans = report.periods.iter().any(|period| results::sentences::spans_two_returns(*period));
        lines.extend(results::sentences::renewed(language, report).filter(|_| spans).map(words::Text::from));
    }
    lines.extend(change::not_compared(language, report, options.change));
    lines.extend(text::not_empty(language, report, asked));
    let dated = (1..).zip(files).filter(|(id, _)| asked.years.contains_key(id)).map(|(_, file)| &*file.name);
    lines.extend(text::dated_lists(language, report, &dated.collect::<Vec<_>>()));
    lines
}

/// Reads the files again whose columns a mapping among them names.
fn map(language: Language, returns: &mut Returns, files: &[Chosen]) {
    for (id, chosen) in (1..).zip(files) {
        let Some(mapping) = returns.mapping_for(id) else { continue };
        match chosen.read(Some(mapping), false) {
            Ok(file) => returns.add(id, file),
            Err(error) => {
                let (file, why): (&str, &str) = (&chosen.name, &error.to_string());
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
    let Some(mapping) = draft.so_far(head).filter(|mapping| are_headings(&mapping.header)) else {
        complain(language, &language.cli_mapping_no_headings(&entry.name));
        return NOTHING.into();
    };
    complain(language, &language.cli_mapping_written(&entry.name));
    write(language, mapping.to_json())
}

/// All that a person has decided: by the documents that were named, the later before the earlier, and of the files that are
/// parts of one module. `None`, and said why, where it cannot be used.
fn decided(
    language: Language,
    options: &Options,
    files: &[Chosen],
    read_as: &BTreeMap<FileId, (String, String)>,
) -> Option<Decisions> {
    let mut decided = Decisions::default();
    for path in &options.decisions {
        match decisions(path) {
            Ok(more) => decided.extend(&more),
            Err(error) => {
                let (file, text): (&str, &str) = (&path.display().to_string(), &error.text(language));
                complain(language, &words::CliAboutFile { file, text }.text(language));
                return None;
            }
        }
    }
    for (wording, says) in &options.listed {
        decided.read_listed(wording, *says);
    }
    let together = options.together(|word| files::named(files, word));
    let together = together.map_err(|error| complain(language, &error.text(language))).ok()?;
    for parts in together {
        let parts: Vec<(String, String)> = parts.iter().filter_map(|id| read_as.get(id)).cloned().collect();
        decided.use_files(parts.clone(), parts.into_iter().map(|(sha256, _)| sha256));
    }
    Some(decided)
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

/// Whether a format says something of a report without figures.
fn is_wanted_without_figures(report: &Report, format: Format) -> bool {
    match format {
        Format::ChaseList | Format::ChaseListXlsx | Format::ChaseLetters => !report.chase.is_empty(),
        // Rows can be checked without figures: a Missing file alone will do.
        Format::WorkList | Format::WorkListXlsx => !report.rules.is_empty(),
        Format::Columns => !report.columns.is_empty(),
        _ => false,
    }
}

fn is_empty(report: &Report) -> bool {
    report.rates.is_empty() && report.ratios.is_empty() && report.totals.is_empty()
}

/// Writes to standard output. It is not an error if the reader has gone away.
fn write(language: Language, text: impl AsRef<[u8]>) -> ExitCode {
    match io::stdout().write_all(text.as_ref()).and_then(|()| io::stdout().flush()) {
        Ok(()) => DONE.into(),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => DONE.into(),
        Err(error) => {
            complain(language, &language.cli_not_written(&error.to_string()));
            NOTHING.into()
        }
    }
}
