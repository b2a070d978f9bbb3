//! What the list of files says of a file that was read.

use document::{FileProblem, FileState, FileSummary, FileYear, Text, WayOut};
use missing_rates::report::{ColumnRead, FileEntry, FileKind, Problem, Rename, Report, SetAside};
use words::Language;

/// How many characters of the columns that were found are shown.
const SHOWN: usize = 300;

/// What was read of a file. `set_aside` says why rows of it were set aside.
pub fn file_summary<'a>(
    language: Language,
    entry: &FileEntry,
    set_aside: impl IntoIterator<Item = &'a SetAside>,
) -> FileSummary {
    let set_aside: Vec<&SetAside> = set_aside.into_iter().collect();
    let reason = |rows: &SetAside| {
        [language.file_set_aside_row(rows.count).as_str(), " ", language.reason(rows.reason)].concat().into()
    };
    let (kind, state) = match &entry.problem {
        Some(Problem::Empty) => (language.tag_empty(), FileState::NotUnderstood),
        Some(Problem::NearMiss { .. }) => (language.tag_near_miss(), FileState::InDoubt),
        _ if entry.kind == FileKind::Unrecognised => (language.kind(entry.kind), FileState::NotUnderstood),
        Some(_) => (language.kind(entry.kind), FileState::InDoubt),
        None => (language.kind(entry.kind), FileState::Understood),
    };
    FileSummary {
        kind: kind.into(),
        state,
        has_rows: entry.rows.number().is_some_and(|rows| rows > 0),
        rows_used: entry.rows_used.number().unwrap_or(0),
        rows_set_aside: entry.rows_set_aside.number().unwrap_or(0),
        rows_in_doubt: set_aside.iter().filter(|of| !of.reason.is_ordinary()).map(|of| of.count).sum(),
        columns_open: 0,
        reasons: set_aside.into_iter().map(reason).collect(),
        problem: entry.problem.as_ref().map(|of| problem(language, of)),
        renamed: renamed(language, &entry.renamed),
        is_of_return: entry.collection_year.is_some() || entry.problem == Some(Problem::WhichYear),
        year: entry.collection_year.map(|of| FileYear { year: of.year, asked: of.asked }),
    }
}

/// The same in a report, which says what became of its columns too.
pub fn file_summary_in(language: Language, report: &Report, entry: &FileEntry) -> FileSummary {
    let asks = |column: &&ColumnRead| column.file == entry.name && column.state.asks();
    let columns_open = report.columns.iter().filter(asks).count() as u64;
    FileSummary { columns_open, ..file_summary(language, entry, report.set_aside_of(entry)) }
}

/// The columns that were read under another name, as a sentence; none if there are none.
pub fn renamed(language: Language, renames: &[Rename]) -> Option<Text> {
    let lines: Vec<String> = renames.iter().map(|rename| line(language, rename).to_string()).collect();
    (!lines.is_empty()).then(|| [language.file_renamed(), " ", &lines.join(", "), "."].concat().into())
}

fn line(language: Language, Rename { found, meant }: &Rename) -> Text {
    words::ProblemNearMissOne { found, meant }.text(language)
}

fn problem(language: Language, problem: &Problem) -> FileProblem {
    let way_out = match problem {
        Problem::NearMiss { renames, .. } => WayOut::Rename {
            lines: renames.iter().map(|rename| line(language, rename)).collect(),
            renames: renames.clone(),
        },
        Problem::UnknownColumns { found, .. } if !found.is_empty() => {
            WayOut::NameColumns { found: Some(language.problem_found_columns(&shortened(found))) }
        }
        Problem::UnknownColumns { columns, .. } if *columns > 0 => {
            WayOut::NameColumns { found: Some(language.problem_unknown_headings(*columns)) }
        }
        Problem::UnknownColumns { .. }
        | Problem::MissingColumns { .. }
        | Problem::LooksLike { .. }
        | Problem::NamedAsList { .. }
        | Problem::ChildRows { .. } => WayOut::NameColumns { found: None },
        _ => WayOut::None,
    };
    FileProblem { text: language.problem_on_page(problem), found: language.problem(problem), way_out }
}

/// The columns as one line, cut where it would fill the screen.
fn shortened(found: &[String]) -> Text {
    let line = found.join(", ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => [&line[..end], "…"].concat().into(),
        None => line.into(),
    }
}
