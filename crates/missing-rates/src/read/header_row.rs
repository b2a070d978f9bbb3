//! Finds out what a row is the header of: a module of the return, answers, published figures, or a list of children.

use missing_rows::{Kind, ModuleReader};

use super::answers::{AnswersReader, AnswersTable, Header};
use super::child_headings::{is_list_by_name, is_of_referrals, is_uasc_by_name};
use super::child_rows;
use super::headed::{self, Said};
use super::header;
use super::heading;
use super::modules::Columns;
use super::near::unmistakable_renames;
use super::not_read::NotRead;
use super::past_list::{self, PastReader};
use super::published::{PublishedReader, year_in_name};
use super::shown::{example, is_number_or_date, may_be_datum};
use super::stems;
use crate::area::{Resolution, resolve};
use crate::period::Period;
use crate::report::{ColumnRead, FileKind, Problem, Rename};

/// What is wrong with a row that looks like a header, and how its columns were read.
#[derive(Debug)]
pub(super) struct Doubt {
    pub(super) problem: Problem,
    pub(super) columns: Vec<ColumnRead>,
    /// How many rows above it are kept.
    pub(super) row: usize,
}

impl From<Problem> for Doubt {
    fn from(problem: Problem) -> Self {
        Self { problem, columns: Vec::new(), row: 0 }
    }
}

#[derive(Debug)]
pub(super) enum Body {
    Module(ModuleReader, NotRead),
    Answers(Box<AnswersReader>),
    Published(PublishedReader),
    Past(PastReader),
}

/// A header row, and what it heads.
pub(super) struct Recognised {
    pub(super) kind: FileKind,
    pub(super) body: Body,
    /// Whether only the name of the file gives its period.
    pub(super) from_name: bool,
    pub(super) period: Option<Period>,
}

pub(super) fn recognise(cells: &[String], said: &Said<'_>) -> Option<Result<Recognised, Doubt>> {
    let published = said.published_period().or_else(|| Some((year_in_name(said.name)?, true)));
    if let Some(result) = PublishedReader::recognise(cells, published.map(|(p, _)| p)) {
        return Some(result.map_err(Doubt::from).map(|reader| {
            let from_name = reader.needs_period() && published.is_some_and(|(_, name)| name);
            Recognised { kind: FileKind::DfePublished, body: Body::Published(reader), from_name, period: None }
        }));
    }
    let module = header::recognise(cells);
    if let Some(Ok(columns)) = module {
        let body = module_body(&columns, cells);
        return Some(Ok(Recognised { kind: columns.kind, body, from_name: false, period: None }));
    }
    let near = module.and_then(Result::err);
    match headed::header(cells, said).map(|found| answers(found, said.above.len())) {
        // A near miss of a module says more than a table of answers without authorities.
        Some(Err(doubt)) => Some(Err(near.map_or(doubt, Doubt::from))),
        Some(read) => Some(read),
        None => near.map(|problem| Err(problem.into())),
    }
}

fn module_body(columns: &Columns, cells: &[String]) -> Body {
    Body::Module(ModuleReader::new(columns.rows, &columns.at), NotRead::new(cells, &columns.at, columns.kind))
}

pub(super) fn answers(found: headed::Found, row: usize) -> Result<Recognised, Doubt> {
    match found.header {
        Header::Read(reader) => Ok(Recognised {
            kind: FileKind::AuthorityAnswers,
            body: Body::Answers(reader),
            from_name: found.from_name,
            period: found.period,
        }),
        Header::Not(problem, columns) => Err(Doubt { problem, columns, row }),
    }
}

/// What a header row above rows of children heads, by its cells (as they are, and as somebody said that they are meant), and by
/// the names of the file and of what is above.
pub(super) fn children(
    (cells, meant): (&[String], &[String]),
    said: &Said<'_>,
    (exactly, by_hand): (bool, bool),
    renames: &mut Vec<Rename>,
) -> Option<Result<Recognised, Doubt>> {
    // A person who says what its column is says that it is a list.
    let say = || stems(said.name).chain(said.above.iter().flatten().map(String::as_str));
    let named = say().any(is_list_by_name);
    // A list of referrals does not say what was decided about the children on it.
    let decided = say().any(|name| is_list_by_name(name) && !is_of_referrals(name));
    let found = child_level(meant, (exactly, by_hand || decided), renames);
    if named && !decided && found.as_ref().is_some_and(lacks_outcome) {
        return Some(Err(child_rows::refusal("DECISION").into()));
    }
    if let Some(Err(Doubt { problem: Problem::ChildRows { .. }, .. })) = &found
        && !named
        && stems(said.name).any(is_uasc_by_name)
    {
        return Some(Err(child_rows::uasc_without_duc(cells).into()));
    }
    // A workbook of that name may hold a whole return, each of whose sheets has a name of its own.
    let own_name = || stems(said.name).next().is_some_and(is_list_by_name);
    if let (Some(Ok(Recognised { kind, .. })), true) = (&found, named && !by_hand)
        && (matches!(kind, FileKind::Teams | FileKind::Interviews) || *kind != FileKind::ChildList && own_name())
    {
        return Some(Err(Problem::NamedAsList { kind: *kind }.into()));
    }
    found
}

/// Whether rows are children, and nothing says which of them were trafficked.
fn lacks_outcome(found: &Result<Recognised, Doubt>) -> bool {
    matches!(found, Err(Doubt { problem: Problem::ChildRows { lacks }, .. }) if lacks == "TRAFFICKED")
}

/// What a header row heads if its rows are children: a file of the return, a list, or why it is neither. `renames` gets
/// the columns that are read under another name.
fn child_level(
    cells: &[String],
    (exactly, named): (bool, bool),
    renames: &mut Vec<Rename>,
) -> Option<Result<Recognised, Doubt>> {
    let module = |columns: Columns| Recognised {
        kind: columns.kind,
        body: module_body(&columns, cells),
        from_name: false,
        period: None,
    };
    let unmistakable = if exactly { Vec::new() } else { unmistakable_renames(cells) };
    let mut meant = cells.to_vec();
    for (at, rename) in &unmistakable {
        meant[*at].clone_from(&rename.meant);
    }
    let found = header::recognise(&meant);
    if let Some(Ok(columns)) = found {
        let read = |at: &usize| columns.at.contains(&Some(*at));
        renames.extend(unmistakable.into_iter().filter(|(at, _)| read(at)).map(|(_, rename)| rename));
        return Some(Ok(module(columns)));
    }
    let list = child_rows::recognise(cells, named);
    match (list, found) {
        // A column called Outcome alone counts for less than a column of the return.
        (Some(Ok((columns, as_list))), found) if !exactly || as_list.is_empty() => {
            if let (Kind::Outcomes, Some(Err(problem))) = (columns.rows, found) {
                return Some(Err(problem.into()));
            }
            renames.extend(as_list);
            Some(Ok(module(columns)))
        }
        (Some(Ok((columns, as_list))), None) => {
            Some(Err(Problem::NearMiss { kind: columns.kind, renames: as_list }.into()))
        }
        (_, Some(Err(problem))) | (Some(Err(problem)), _) => Some(Err(problem.into())),
        _ => None,
    }
}

/// What a header row heads if it is that of an earlier work list.
pub(super) fn past(cells: &[String]) -> Option<Result<Recognised, Doubt>> {
    let found = past_list::recognise(cells)?;
    let read =
        |reader| Recognised { kind: FileKind::WorkList, body: Body::Past(reader), from_name: false, period: None };
    Some(found.map(read).map_err(Doubt::from))
}

/// The columns of a table that is not read, with the first cells below each.
pub(super) fn with_examples(mut columns: Vec<ColumnRead>, rows: &[Vec<String>]) -> Vec<ColumnRead> {
    // Rows about children are shown to nobody.
    let of_children = columns.iter().any(|column| column.read_as == "child");
    let rows = if of_children { &[] } else { rows };
    for (at, column) in columns.iter_mut().enumerate() {
        column.used = false;
        let cells = rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.trim().is_empty());
        column.examples = cells.filter_map(|cell| example(cell)).take(3).collect();
    }
    columns
}

/// The row of headings above a header row that has rows of answers of its own below it, or the first of such rows if nothing heads
/// them. They are another table, and are never titles.
pub(super) fn table_above(above: &[Vec<String>]) -> Option<usize> {
    use heading::{Kind, Role, read};
    let kinds = |row: &Vec<String>| row.iter().map(|cell| read(cell).kind).collect::<Vec<_>>();
    let is_header = |row: &&Vec<String>| {
        let kinds = kinds(row);
        let names = kinds.iter().any(|kind| matches!(kind, Kind::Role(Role::Authority | Role::Code)));
        let figures = |kind: &Kind| {
            matches!(kind, Kind::Figure | Kind::Share(_) | Kind::Average | Kind::Label | Kind::Period)
                || matches!(kind, Kind::Role(Role::Value | Role::Measure))
        };
        names && kinds.iter().any(figures)
    };
    let is_answers = |row: &&Vec<String>| headed::gives_answers(row);
    let first = above.iter().position(|row| is_answers(&row))?;
    Some(above[..first].iter().rposition(|row| is_header(&row)).unwrap_or(first))
}

/// Why a table with such a row above its headings is not read.
pub(super) fn another_above(row: &[String], at: usize) -> Doubt {
    Doubt { row: at, ..Problem::unknown_columns(row.to_vec()).into() }
}

/// Whether a heading says only that it is a name: an authority's or a child's.
pub(super) fn is_bare_name(heading: &str) -> bool {
    heading.trim().eq_ignore_ascii_case("name") || heading.trim().eq_ignore_ascii_case("names")
}

/// Whether at least half of the names are authorities, or bodies like them.
pub(super) fn names_are_authorities(table: &AnswersTable) -> bool {
    let known = |text: &String| !matches!(resolve(text), Resolution::Suggestions(_));
    let names = table.names.iter().filter(|typed| !typed.name.is_empty());
    let (all, known) = names.fold((0, 0), |(all, found): (usize, usize), typed| {
        (all + 1, found + usize::from(known(&typed.name) || !typed.code.is_empty() && known(&typed.code)))
    });
    known * 2 >= all
}

/// Describes the row that looks most like a header: the first of those with the most cells. A row that may hold data is
/// not shown, because it may hold a child's name.
pub(super) fn unknown(rows: &[Vec<String>]) -> Problem {
    let filled = |row: &&Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    let Some((at, row)) =
        rows.iter().enumerate().rev().max_by_key(|(_, row)| filled(row)).filter(|(_, row)| filled(row) > 0)
    else {
        return Problem::Empty;
    };
    let below = rows.get(at + 1..).unwrap_or_default();
    let is_datum = |cell: &str| is_number_or_date(cell);
    let heads = |(column, cell): (usize, &String)| {
        let cells = || below.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty());
        !may_be_datum(cell)
            && cells().count() > 0
            && cells().filter(|cell| is_datum(cell)).count() * 2 > cells().count()
    };
    let is_header = !row.iter().any(|cell| may_be_datum(cell)) && row.iter().enumerate().any(heads);
    let shown = row.iter().filter(|cell| !cell.is_empty() && is_header);
    Problem::UnknownColumns { found: shown.cloned().collect(), columns: filled(&row) as u64 }
}
