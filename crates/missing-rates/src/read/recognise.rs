//! Finds the header row of a file, and hands the rows below it to the reader of its kind.

use missing_rows::{Module, Record, Refusal};

use super::answers::AnswersReader;
use super::child_rows;
use super::content::Content;
use super::group_rows::LAYERS;
use super::headed::{self, Below, Said};
use super::header_row::{
    Body, Doubt, Recognised, answers, child_level, is_bare_name, names_are_authorities, recognise, unknown,
    with_examples,
};
use super::notes::Notes;
use super::text::cell_text;
use crate::mapping::Mapping;
use crate::period::Period;
use crate::report::{ColumnRead, FileKind, Problem, Reason, Rename};

/// How far down the header row is looked for: titles and notes may be above it.
const SEARCHED: usize = 40;
/// How many rows from the top are kept, for a person who has to say what the columns are.
const KEPT: usize = SEARCHED + 8;
/// The most cells of a row that are kept.
const KEPT_CELLS: usize = 100;
/// The most characters of a cell that are kept.
const KEPT_CHARACTERS: usize = 200;

/// The rows of a file, on their way to what they say.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) notes: Notes,
    /// The first rows, of a file that is no module of the return.
    head: Vec<Vec<String>>,
    name: String,
    renames: Vec<Rename>,
    /// Columns are read under their own names alone, and under those that a person agreed to.
    exactly: bool,
    mapping: Option<Mapping>,
    /// The columns that are read under another name than their own.
    renamed: Vec<Rename>,
    /// The header row of a table whose rows are children, and its place among the first rows.
    of_children: Option<(usize, Vec<String>)>,
    stage: Stage,
}

/// What a table said when it ended.
#[derive(Debug)]
pub(super) struct Ended {
    pub(super) kind: FileKind,
    pub(super) content: Content,
    pub(super) notes: Notes,
    pub(super) problem: Option<Problem>,
    pub(super) renamed: Vec<Rename>,
    pub(super) columns: Vec<ColumnRead>,
    /// The first rows, as far as a person who has to say what the columns are may see them.
    pub(super) head: Vec<Vec<String>>,
}

#[derive(Debug)]
// Where pointers are shorter, the variants are nearer to each other in size.
#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::large_enum_variant, reason = "there is one, and every row of a return goes through it")
)]
enum Stage {
    /// Looking for the header row; what was seen so far, and what was wrong with the likeliest row.
    Searching {
        above: Vec<Vec<String>>,
        problem: Option<Doubt>,
    },
    /// A header row was found whose next row may be a further layer of it.
    Headed {
        layers: Vec<Vec<String>>,
        header: Vec<Vec<u8>>,
        reader: Box<AnswersReader>,
        period: Option<Period>,
    },
    Reading {
        kind: FileKind,
        header: Vec<Vec<u8>>,
        body: Body,
    },
    NotFound(Doubt),
}

impl Table {
    pub(super) fn new(name: &str, renames: Vec<Rename>, mapping: Option<Mapping>) -> Self {
        let stage = Stage::Searching { above: Vec::new(), problem: None };
        Self {
            notes: Notes::default(),
            head: Vec::new(),
            name: name.to_owned(),
            renames,
            exactly: false,
            mapping,
            renamed: Vec::new(),
            of_children: None,
            stage,
        }
    }

    pub(super) fn exactly(&mut self) {
        self.exactly = true;
    }

    /// Whether a person said what its columns are.
    pub(super) fn is_mapped(&self) -> bool {
        self.mapping.is_some()
    }

    #[inline]
    pub(super) fn take(&mut self, record: Record<'_>) {
        if let Stage::Reading { header, body, .. } = &mut self.stage {
            self.notes.rows += 1;
            let first = header.first().map_or(&[][..], Vec::as_slice);
            if record.cell(0) == first && header.iter().map(Vec::as_slice).eq(record.cells()) {
                return self.notes.set_aside(Reason::RepeatedHeader);
            }
            match body {
                Body::Module(reader) => {
                    if let Err(why) = reader.take(record) {
                        refuse(why, record.row, &mut self.notes);
                    }
                }
                Body::Answers(reader) => {
                    keep(&mut self.head, record);
                    reader.take(record, &mut self.notes);
                }
                Body::Published(reader) => reader.take(record, &mut self.notes),
            }
        } else {
            keep(&mut self.head, record);
            if matches!(self.stage, Stage::Headed { .. }) {
                self.below_header(record);
            } else {
                self.search(record);
            }
        }
    }

    /// The first row below a header row: its next layer, or the first answers.
    fn below_header(&mut self, record: Record<'_>) {
        let nothing = Stage::Searching { above: Vec::new(), problem: None };
        let Stage::Headed { layers, mut header, mut reader, period } = std::mem::replace(&mut self.stage, nothing)
        else {
            return;
        };
        self.notes.rows += 1;
        let below = match &self.mapping {
            None => headed::below(&layers, &words(record), &reader, period),
            Some(_) => Below::Answers,
        };
        match below {
            Below::Answers => reader.take(record, &mut self.notes),
            Below::Layer(deeper) => {
                self.notes.set_aside(Reason::AboveHeader);
                header = record.cells().map(<[u8]>::to_vec).collect();
                reader = deeper;
            }
            Below::InDoubt(problem, columns) => {
                self.stage = Stage::NotFound(Doubt { problem, columns, row: self.head.len().saturating_sub(1) });
                return;
            }
        }
        self.stage = Stage::Reading { kind: FileKind::AuthorityAnswers, header, body: Body::Answers(reader) };
    }

    pub(super) fn finish(mut self, stopped: Option<Problem>) -> Ended {
        let nothing = || Stage::Searching { above: Vec::new(), problem: None };
        let stage = match std::mem::replace(&mut self.stage, nothing()) {
            Stage::Searching { above, problem } => Stage::NotFound(problem.unwrap_or_else(|| unknown(&above).into())),
            Stage::Headed { header, reader, .. } => {
                Stage::Reading { kind: FileKind::AuthorityAnswers, header, body: Body::Answers(reader) }
            }
            stage => stage,
        };
        let mut columns = Vec::new();
        let (kind, content, problem) = match stage {
            Stage::Headed { .. } | Stage::Searching { .. } => (FileKind::Unrecognised, Content::Nothing, stopped),
            Stage::NotFound(Doubt { problem, columns: found, row }) => {
                columns = with_examples(found, self.head.get(row + 1..).unwrap_or_default());
                let kind = match &problem {
                    Problem::MissingColumns { kind, .. } => *kind,
                    Problem::OtherRelease { .. } => FileKind::DfePublished,
                    Problem::ChildRows { .. } => FileKind::ChildList,
                    _ => FileKind::Unrecognised,
                };
                (kind, Content::Nothing, Some(stopped.unwrap_or(problem)))
            }
            Stage::Reading { kind, .. } if stopped.is_some() => (kind, Content::Nothing, stopped),
            Stage::Reading { kind, body, header } => {
                let no_rows = self.notes.rows == self.notes.rows_for(Reason::AboveHeader);
                let problem = no_rows.then_some(Problem::NoRows);
                match body {
                    Body::Module(reader) => module(kind, reader.finish(), problem, &mut self.notes),
                    Body::Published(reader) => match reader.finish() {
                        Ok(figures) => (kind, Content::Published(figures), problem),
                        Err(other) => (kind, Content::Nothing, problem.or(Some(other))),
                    },
                    Body::Answers(reader) => {
                        let header: Vec<String> = header.iter().map(|cell| cell_text(cell).trim().to_owned()).collect();
                        let by_name = reader.naming().any(|at| header.get(at).is_some_and(|cell| is_bare_name(cell)));
                        let (table, found) = reader.finish(&mut self.notes);
                        columns = found;
                        if by_name && self.mapping.is_none() && !names_are_authorities(&table) {
                            for column in &mut columns {
                                column.used = false;
                                column.examples.clear();
                            }
                            let problem = Problem::UnknownColumns { found: header };
                            (FileKind::Unrecognised, Content::Nothing, Some(problem))
                        } else {
                            (kind, Content::Answers(table), problem)
                        }
                    }
                }
            }
        };
        let mut head = self.head;
        match (self.of_children, &problem) {
            (Some((_, header)), Some(Problem::ChildRows { .. })) => head = vec![header],
            (Some((at, header)), _) => {
                let named: Vec<bool> = header.iter().map(|cell| child_rows::holds_names(cell)).collect();
                for row in head.iter_mut().skip(at + 1) {
                    for (cell, _) in row.iter_mut().zip(&named).filter(|(_, named)| **named) {
                        cell.clear();
                    }
                }
            }
            (None, _) => {}
        }
        let renamed = if matches!(content, Content::Modules(_)) { self.renamed } else { Vec::new() };
        if matches!(problem, Some(Problem::ChildRows { .. })) {
            columns.clear();
        }
        Ended { kind, content, notes: self.notes, problem, renamed, columns, head }
    }

    fn search(&mut self, record: Record<'_>) {
        let cells = words(record);
        let mapped = self.mapping.as_ref().and_then(|mapping| mapping.headings(&cells));
        let by_hand = mapped.is_some();
        let meant = mapped.unwrap_or_else(|| cells.iter().map(|cell| self.renamed(cell)).collect());
        let of_children = child_rows::are_below(&cells) || child_rows::are_below(&meant);
        if of_children && self.of_children.is_none() {
            self.of_children = Some((self.head.len().saturating_sub(1), cells.clone()));
        }
        let Stage::Searching { above, problem } = &mut self.stage else {
            self.notes.rows += 1;
            return;
        };
        let said = Said { name: &self.name, above };
        let mut renames = Vec::new();
        let mut found = of_children.then(|| child_level(&meant, self.exactly, &mut renames)).flatten();
        if found.is_none() {
            let by_hand = self.mapping.as_ref().filter(|_| by_hand);
            found = match by_hand.and_then(|mapping| headed::by_hand(&cells, mapping, &said)) {
                Some(found) => Some(answers(found, above.len())),
                None => recognise(&meant, &said),
            };
        }
        // Where rows are children, nothing beside or below makes them answers of authorities.
        if self.of_children.is_some() && matches!(found, Some(Ok(Recognised { body: Body::Answers(_), .. }))) {
            found = Some(Err(child_rows::refusal("CHILD").into()));
        }
        match found {
            Some(Ok(Recognised { kind, body, from_name, period })) => {
                if !above.is_empty() {
                    self.notes.set_aside_rows(Reason::AboveHeader, above.len() as u64);
                }
                if from_name {
                    self.notes.find("period-from-name", record.row, "", &self.name);
                }
                let header = record.cells().map(<[u8]>::to_vec).collect();
                self.renamed = if by_hand { Vec::new() } else { all_renames(&cells, &meant, renames) };
                self.stage = match body {
                    Body::Answers(reader) => {
                        let from = above.len().saturating_sub(LAYERS - 1);
                        let mut layers = above.split_off(from);
                        layers.push(meant);
                        Stage::Headed { layers, header, reader, period }
                    }
                    body => Stage::Reading { kind, header, body },
                };
                return;
            }
            // Nothing below can make it anything else.
            Some(Err(found)) if matches!(found.problem, Problem::OtherRelease { .. }) => {
                self.notes.rows += 1;
                self.stage = Stage::NotFound(found);
                return;
            }
            Some(Err(found)) => {
                // Of two rows that could be the header, the one that says more; that rows are children says most.
                let children = matches!(found.problem, Problem::ChildRows { .. });
                let better = |before: &Doubt| children || before.columns.is_empty() && !found.columns.is_empty();
                let taken = problem.take().filter(|before| !better(before));
                *problem = taken.or(Some(found));
            }
            None => {}
        }
        self.notes.rows += 1;
        above.push(cells);
        if above.len() == SEARCHED {
            let problem = problem.take().unwrap_or_else(|| unknown(above).into());
            self.stage = Stage::NotFound(problem);
        }
    }

    fn renamed(&self, cell: &str) -> String {
        self.renames.iter().find(|r| r.found == cell).map_or_else(|| cell.to_owned(), |r| r.meant.clone())
    }
}

/// The columns that a person agreed to read as others, and those that are read so unasked.
fn all_renames(cells: &[String], meant: &[String], unasked: Vec<Rename>) -> Vec<Rename> {
    let differ = cells.iter().zip(meant).filter(|(found, meant)| found != meant);
    let mut renames: Vec<Rename> =
        differ.map(|(found, meant)| Rename { found: found.clone(), meant: meant.clone() }).collect();
    renames.extend(unasked);
    renames
}

/// The cells of a row as text.
fn words(record: Record<'_>) -> Vec<String> {
    record.cells().map(|cell| cell_text(cell).trim().to_owned()).collect()
}

/// Keeps one of the first rows.
fn keep(head: &mut Vec<Vec<String>>, record: Record<'_>) {
    if head.len() < KEPT {
        let short = |cell: &[u8]| cell_text(cell).chars().take(KEPT_CHARACTERS).collect();
        head.push(record.cells().take(KEPT_CELLS).map(short).collect());
    }
}

/// A module that was read to its end. One in which several rows have an identifier that a spreadsheet has rounded cannot be
/// used: nobody knows whether they are one child.
fn module(
    kind: FileKind,
    modules: Vec<Module>,
    problem: Option<Problem>,
    notes: &mut Notes,
) -> (FileKind, Content, Option<Problem>) {
    let rounded = || modules.iter().flat_map(|module| &module.rounded);
    let mut rows: Vec<u32> = rounded().map(|(_, row)| *row).collect();
    rows.sort_unstable();
    for row in &rows {
        notes.find("identifier-rounded", u64::from(*row), "CHILD", "");
    }
    let twice = modules.iter().any(|module| module.rounded.windows(2).any(|pair| pair[0].0 == pair[1].0));
    match rows.first() {
        Some(first) if twice => {
            let problem = Problem::RoundedIdentifiers { rows: rows.len() as u64, row: u64::from(*first) };
            (kind, Content::Nothing, Some(problem))
        }
        _ => (kind, Content::Modules(modules), problem),
    }
}

/// Notes a row of a module that is not used.
#[cold]
fn refuse(why: Refusal, row: u64, notes: &mut Notes) {
    if why == Refusal::NoChild {
        notes.find("no-child", row, "CHILD", "");
    }
    notes.set_aside(match why {
        Refusal::NotNeeded => Reason::ModuleNotNeeded,
        Refusal::Empty => Reason::EmptyRow,
        Refusal::NoChild => Reason::NoChild,
        Refusal::NoStart => Reason::NoStartDate,
        Refusal::BadEnd => Reason::BadEndDate,
        Refusal::Backwards => Reason::EndBeforeStart,
        Refusal::NotMissingOrAway => Reason::NotMissingOrAway,
        Refusal::NotUnderstood => Reason::MeasureNotRecognised,
        Refusal::NoAuthority => Reason::AuthorityNotRecognised,
    });
}
