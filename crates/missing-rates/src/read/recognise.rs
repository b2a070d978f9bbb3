//! Finds the header row of a file, and hands the rows below it to the reader of its kind.

use missing_rows::{Column, ModuleReader, Record, Refusal, Refused};

use super::answers::AnswersReader;
use super::published::PublishedReader;
use super::text::cell_text;
use super::when::{BareYear, period};
use super::{Content, Notes, header};
use crate::period::Period;
use crate::report::{FINDING_ROWS, FileKind, Problem, Reason, Rename};

/// How far down the header row is looked for: titles and notes may stand above it.
const SEARCHED: usize = 40;

/// The rows of a file, on their way to what they say.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) notes: Notes,
    name: String,
    renames: Vec<Rename>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Looking for the header row; what was seen so far, and what was wrong with the likeliest row.
    Searching {
        above: Vec<Vec<String>>,
        problem: Option<Problem>,
    },
    Reading {
        kind: FileKind,
        header: Vec<Vec<u8>>,
        body: Body,
    },
    NotFound(Problem),
}

#[derive(Debug)]
enum Body {
    Module(ModuleReader),
    Answers(AnswersReader),
    Published(PublishedReader),
}

impl Table {
    pub(super) fn new(name: &str, renames: Vec<Rename>) -> Self {
        let stage = Stage::Searching { above: Vec::new(), problem: None };
        Self { notes: Notes::default(), name: name.to_owned(), renames, stage }
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
                    if let Err(refused) = reader.take(record) {
                        refuse(reader, record, refused, &mut self.notes);
                    }
                }
                Body::Answers(reader) => reader.take(record, &mut self.notes),
                Body::Published(reader) => reader.take(record, &mut self.notes),
            }
        } else {
            self.search(record);
        }
    }

    pub(super) fn finish(mut self, stopped: Option<Problem>) -> (FileKind, Content, Notes, Option<Problem>) {
        if let Stage::Searching { above, problem } = &mut self.stage {
            self.stage = Stage::NotFound(problem.take().unwrap_or_else(|| unknown(above)));
        }
        match self.stage {
            Stage::Searching { .. } => (FileKind::Unrecognised, Content::Nothing, self.notes, stopped),
            Stage::NotFound(problem) => {
                let kind = match &problem {
                    Problem::MissingColumns { kind, .. } => *kind,
                    _ => FileKind::Unrecognised,
                };
                (kind, Content::Nothing, self.notes, Some(stopped.unwrap_or(problem)))
            }
            Stage::Reading { kind, .. } if stopped.is_some() => (kind, Content::Nothing, self.notes, stopped),
            Stage::Reading { kind, body, .. } => {
                let no_rows = self.notes.rows == self.notes.rows_for(Reason::AboveHeader);
                let problem = no_rows.then_some(Problem::NoRows);
                let content = match body {
                    Body::Module(reader) => {
                        let module = reader.finish();
                        let (again, count) = module.repeated(FINDING_ROWS);
                        for row in &again {
                            self.notes.find("identical-rows", *row, "", "");
                        }
                        self.notes.add("identical-rows", count.saturating_sub(again.len() as u64));
                        Content::Module(module)
                    }
                    Body::Answers(reader) => Content::Answers(reader.finish()),
                    Body::Published(reader) => Content::Published(reader.finish()),
                };
                (kind, content, self.notes, problem)
            }
        }
    }

    fn search(&mut self, record: Record<'_>) {
        let cells: Vec<String> = record.cells().map(|cell| cell_text(cell).trim().to_owned()).collect();
        let renamed: Vec<String> = cells.iter().map(|cell| self.renamed(cell)).collect();
        let Stage::Searching { above, problem } = &mut self.stage else {
            self.notes.rows += 1;
            return;
        };
        let said = Said { name: &self.name, above };
        match recognise(&renamed, &said) {
            Some(Ok((kind, body, from_name))) => {
                if !above.is_empty() {
                    self.notes.set_aside_rows(Reason::AboveHeader, above.len() as u64);
                }
                if from_name {
                    self.notes.find("period-from-name", record.row, "", &self.name);
                }
                let header = record.cells().map(<[u8]>::to_vec).collect();
                self.stage = Stage::Reading { kind, header, body };
                return;
            }
            Some(Err(found)) => {
                problem.get_or_insert(found);
            }
            None => {}
        }
        self.notes.rows += 1;
        above.push(cells);
        if above.len() == SEARCHED {
            let problem = problem.take().unwrap_or_else(|| unknown(above));
            self.stage = Stage::NotFound(problem);
        }
    }

    fn renamed(&self, cell: &str) -> String {
        self.renames.iter().find(|r| r.found == cell).map_or_else(|| cell.to_owned(), |r| r.meant.clone())
    }
}

/// Notes a row of a module that is not used.
#[cold]
fn refuse(reader: &ModuleReader, record: Record<'_>, refused: Refused, notes: &mut Notes) {
    notes.set_aside(match refused.why {
        Refusal::NotNeeded => Reason::ModuleNotNeeded,
        Refusal::Empty => Reason::EmptyRow,
        Refusal::NoChild => Reason::NoChild,
        Refusal::NoStart => Reason::NoStartDate,
        Refusal::BadEnd => Reason::BadEndDate,
        Refusal::Backwards => Reason::EndBeforeStart,
        Refusal::NotMissingOrAway => Reason::NotMissingOrAway,
        Refusal::NotUnderstood => Reason::MeasureNotRecognised,
    });
    if !refused.rule.is_empty() {
        let cell = reader.cell(record, refused.column);
        // What stands under CHILD is never shown; it is blank where that is the rule.
        let value = if refused.column == Column::Child { &[][..] } else { cell };
        notes.find(refused.rule, record.row, refused.column.name(), value);
    }
}

/// What a file says of its period outside its rows.
struct Said<'a> {
    name: &'a str,
    above: &'a [Vec<String>],
}

impl Said<'_> {
    /// The period, and whether only the name of the file says it.
    fn period(&self, bare: BareYear) -> Option<(Period, bool)> {
        let above = self.above.iter().rev().flatten().find_map(|cell| period(cell, bare));
        above.map(|p| (p, false)).or_else(|| period(self.name, bare).map(|p| (p, true)))
    }
}

type Recognised = (FileKind, Body, bool);

fn recognise(cells: &[String], said: &Said<'_>) -> Option<Result<Recognised, Problem>> {
    let published = said.period(BareYear::Collection);
    if let Some(result) = PublishedReader::recognise(cells, published.map(|(p, _)| p)) {
        return Some(result.map(|reader| {
            let from_name = reader.needs_period() && published.is_some_and(|(_, name)| name);
            (FileKind::DfePublished, Body::Published(reader), from_name)
        }));
    }
    let module = header::recognise(cells);
    if let Some(Ok(columns)) = module {
        return Some(Ok((columns.kind, Body::Module(ModuleReader::new(columns.rows, &columns.at)), false)));
    }
    let answers = said.period(BareYear::Calendar);
    match AnswersReader::recognise(cells, answers.map(|(p, _)| p)) {
        Some(Ok(reader)) => {
            let from_name = reader.needs_period() && answers.is_some_and(|(_, name)| name);
            Some(Ok((FileKind::AuthorityAnswers, Body::Answers(reader), from_name)))
        }
        // A near miss of a module says more than a table of answers without authorities does.
        Some(Err(problem)) => Some(Err(module.and_then(Result::err).unwrap_or(problem))),
        None => module.and_then(Result::err).map(Err),
    }
}

/// The row that looks most like a header, in words: the first of those with most cells.
fn unknown(rows: &[Vec<String>]) -> Problem {
    let filled = |row: &&Vec<String>| row.iter().filter(|cell| !cell.is_empty()).count();
    match rows.iter().rev().max_by_key(filled).filter(|row| filled(row) > 0) {
        None => Problem::Empty,
        Some(row) => Problem::UnknownColumns { found: row.iter().filter(|cell| !cell.is_empty()).cloned().collect() },
    }
}
