//! Finds the header row of a file, and passes the rows below it to the reader for its kind.

use missing_rows::Record;

use super::beside_headings::{BesideHeadings, are_twice};
use super::child_headings::is_of_anybody;
use super::child_rows;
use super::content::Content;
use super::first_rows::{keep, without_names, words};
use super::group_rows::LAYERS;
use super::headed::{self, Below, Said};
use super::header_row::{
    Body, Doubt, Recognised, another_above, answers, children, is_bare_name, names_are_authorities, past, recognise,
    table_above, unknown, with_examples,
};
use super::name_differs;
use super::near::all_renames;
use super::notes::Notes;
use super::part_of_module::{name_not_read, whole};
use super::room::Room;
use super::rows_of_module::{module, refuse};
use super::shown::{are_headings, are_names_beside_references};
use super::single_children::are_children;
use super::stage::Stage;
use super::text::cell_text;
use super::titles::Title;
use crate::mapping::Mapping;
use crate::report::{ColumnRead, FileKind, Problem, Reason, Rename};

/// How far down the header row is looked for: titles and notes may be above it.
const SEARCHED: usize = 40;
/// When the rows above have this many cells, no header row is looked for any more, except in the first rows. The rows
/// above a header are titles, and each is read again with every row that may be the header.
const SEARCHED_CELLS: usize = 3000;
/// This many rows are looked at, however many cells they have.
const ALWAYS_SEARCHED: usize = 3;

/// The rows of a file while they are being read.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) notes: Notes,
    /// The first rows, if the file is not a module of the return.
    head: Vec<Vec<String>>,
    name: String,
    renames: Vec<Rename>,
    /// Columns are read only under their own names, and under those that a person agreed to.
    pub(super) exactly: bool,
    /// What a person said the columns are.
    pub(super) mapping: Option<Mapping>,
    /// The columns that are read under another name.
    renamed: Vec<Rename>,
    /// The header row of a table whose rows are children, and its index among the first rows.
    of_children: Option<(usize, Vec<String>)>,
    beside: BesideHeadings,
    /// The authority that titles or the name of the sheet name.
    titled: Option<String>,
    /// The last row in which no header was found.
    last_above: u64,
    stage: Stage,
}

/// What was found in a table when it ended.
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

impl Table {
    pub(super) fn new(name: &str, renames: Vec<Rename>, mapping: Option<Mapping>) -> Self {
        let stage = Stage::Searching { above: Vec::new(), titles: Vec::new(), problem: None };
        Self {
            notes: Notes::default(),
            head: Vec::new(),
            name: name.to_owned(),
            renames,
            exactly: false,
            mapping,
            renamed: Vec::new(),
            of_children: None,
            beside: BesideHeadings::default(),
            titled: None,
            last_above: 0,
            stage,
        }
    }

    /// Makes room for the rows of a module, of which so many bytes were read.
    pub(super) fn make_room(&mut self, room: &mut Room, read: u64) {
        if let Stage::Reading { body: Body::Module(reader, _), .. } = &mut self.stage
            && let Some(rows) = room.rows(self.notes.rows, read)
        {
            reader.make_room(rows);
        }
    }

    /// Takes what a person saw beside the table, as in a text box: it is about the whole of it, as a note below it is.
    pub(super) fn say(&mut self, text: String) {
        match &mut self.stage {
            Stage::Headed { reader, .. } | Stage::Reading { body: Body::Answers(reader), .. } => reader.say(text),
            Stage::Reading { body: Body::Module(_, others), .. } => others.say(&text),
            _ => {}
        }
    }

    #[inline]
    pub(super) fn take(&mut self, record: Record<'_>) {
        if let Stage::Reading { header, body, .. } = &mut self.stage {
            self.notes.rows += 1;
            let first = header.first().map_or(&[][..], Vec::as_slice);
            if record.cell(0) == first && header.iter().map(Vec::as_slice).eq(record.cells()) {
                if let Body::Answers(reader) = body {
                    reader.repeats_headings();
                }
                return self.notes.set_aside(Reason::RepeatedHeader);
            }
            let beside = self.beside.look(&record);
            if beside && !matches!(body, Body::Answers(_)) {
                self.notes.find("beside-headings", record.row, "", "");
            }
            match body {
                Body::Module(reader, others) => {
                    others.take(record);
                    if let Err(why) = reader.take(record) {
                        others.take_line(record);
                        refuse(why, record.row, &mut self.notes);
                    }
                }
                Body::Answers(reader) => {
                    keep(&mut self.head, record);
                    self.beside.below(&record);
                    reader.take(record, beside, &mut self.notes);
                }
                Body::Published(reader) => reader.take(record, &mut self.notes),
                Body::Past(reader) => reader.take(record, &mut self.notes),
            }
        } else {
            let is_first = keep(&mut self.head, record);
            match self.stage {
                Stage::Headed { .. } => self.below_header(record),
                // Below the first rows nothing says any more what they are.
                Stage::NotFound(_) if !is_first => self.notes.rows += 1,
                _ => self.search(record),
            }
        }
    }

    /// Reads the first row below a header row: its next layer, or the first answers.
    fn below_header(&mut self, record: Record<'_>) {
        let nothing = Stage::Searching { above: Vec::new(), titles: Vec::new(), problem: None };
        let Stage::Headed { layers, mut header, mut reader, period } = std::mem::replace(&mut self.stage, nothing)
        else {
            return;
        };
        self.notes.rows += 1;
        self.beside.below(&record);
        let below = match &self.mapping {
            None => headed::below(&layers, &words(record), &reader, period),
            Some(_) => Below::Answers,
        };
        match below {
            Below::Answers => reader.take(record, self.beside.look(&record), &mut self.notes),
            Below::Layer(deeper) => {
                self.beside.begin(deeper.width());
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
        let nothing = || Stage::Searching { above: Vec::new(), titles: Vec::new(), problem: None };
        let stage = match std::mem::replace(&mut self.stage, nothing()) {
            Stage::Searching { above, problem, .. } => {
                Stage::NotFound(problem.unwrap_or_else(|| unknown(&above).into()))
            }
            Stage::Headed { header, reader, .. } => {
                Stage::Reading { kind: FileKind::AuthorityAnswers, header, body: Body::Answers(reader) }
            }
            stage => stage,
        };
        let mut columns = Vec::new();
        let (kind, content, mut problem) = match stage {
            Stage::Headed { .. } | Stage::Searching { .. } => (FileKind::Unrecognised, Content::Nothing, stopped),
            Stage::NotFound(Doubt { problem, columns: found, row }) => {
                // What may be its header row is none of its rows, as in a file that is read.
                if problem.is_of_headings() {
                    self.notes.rows = self.notes.rows.saturating_sub(1);
                }
                columns = with_examples(found, self.head.get(row + 1..).unwrap_or_default());
                (problem.kind(), Content::Nothing, Some(stopped.unwrap_or(problem)))
            }
            Stage::Reading { kind, .. } if stopped.is_some() => (kind, Content::Nothing, stopped),
            Stage::Reading { kind, body, header } => {
                let of_nothing = [Reason::AboveHeader, Reason::EmptyRow].map(|why| self.notes.rows_for(why));
                let no_rows = self.notes.rows == of_nothing.iter().sum::<u64>();
                // A work list without a row is that of a return in which nothing was found.
                let is_empty = no_rows && kind != FileKind::WorkList;
                let problem = if is_empty { Some(Problem::NoRows) } else { self.beside.problem() };
                match body {
                    Body::Module(reader, others) => {
                        let differ = others.finish(&mut self.notes);
                        let modules = reader.finish();
                        let header: Vec<String> = header.iter().map(|cell| cell_text(cell).into_owned()).collect();
                        let ask = kind == FileKind::ChildList
                            && self.mapping.is_none()
                            && are_names_beside_references(&header, &modules);
                        let problem = if ask { Some(child_rows::refusal("CHILD")) } else { differ.or(problem) };
                        module(kind, modules, problem, &mut self.notes)
                    }
                    Body::Published(reader) => match reader.finish() {
                        Ok(figures) => (kind, Content::Published(figures), problem),
                        Err(other) => (kind, Content::Nothing, problem.or(Some(other))),
                    },
                    Body::Past(reader) => (kind, Content::Past(reader.finish()), problem),
                    Body::Answers(reader) => {
                        let header: Vec<String> = header.iter().map(|cell| cell_text(cell).trim().to_owned()).collect();
                        let naming: Vec<usize> = reader.naming().collect();
                        let by_name = naming.iter().any(|at| header.get(*at).is_some_and(|cell| is_bare_name(cell)));
                        let is_head = |row: &Vec<String>| row.iter().map(|cell| cell.trim()).eq(header.iter());
                        let from = self.head.iter().position(is_head).map_or(0, |at| at + 1);
                        let below = self.head.get(from..).unwrap_or_default();
                        let by_cells = are_children(&header, &naming, below);
                        let (table, found) = reader.finish(&mut self.notes);
                        columns = found;
                        let of_anybody = header.iter().any(|cell| is_of_anybody(cell));
                        if by_name && self.mapping.is_none() && !names_are_authorities(&table) {
                            for column in &mut columns {
                                column.used = false;
                                column.examples.clear();
                            }
                            let problem = Problem::unknown_columns(header);
                            (FileKind::Unrecognised, Content::Nothing, Some(problem))
                        } else if self.mapping.is_none() && (by_cells || of_anybody && table.is_of_single_children()) {
                            self.of_children = Some((0, header));
                            (FileKind::ChildList, Content::Nothing, Some(child_rows::refusal("CHILD")))
                        } else {
                            name_differs::note(&self.name, self.titled.as_deref(), &table, &mut self.notes);
                            (kind, Content::Answers(table), problem)
                        }
                    }
                }
            }
        };
        let content = if matches!(problem, Some(Problem::TableBeside { .. })) { Content::Nothing } else { content };
        if let Some(Problem::UnknownColumns { found, .. }) = &mut problem
            && !are_headings(found)
        {
            found.clear();
            columns.clear();
        }
        let head = without_names(self.head, self.of_children, problem.as_ref());
        let renamed = if matches!(content, Content::Modules(_)) { self.renamed } else { Vec::new() };
        if matches!(problem, Some(Problem::ChildRows { .. })) {
            columns.clear();
        }
        if !matches!(content, Content::Answers(_)) {
            self.notes.forget("words-not-read");
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
        let Stage::Searching { above, titles, problem } = &mut self.stage else {
            self.notes.rows += 1;
            return;
        };
        let gap = std::mem::replace(&mut self.last_above, record.row) + 1 < record.row;
        let said = Said { name: &self.name, above, titles, gap };
        let mut renames = Vec::new();
        let mut found = past(&cells);
        if found.is_none() && of_children {
            found = children((&cells, &meant), &said, (self.exactly, by_hand), &mut renames);
        }
        if found.is_none() {
            let by_hand = self.mapping.as_ref().filter(|_| by_hand);
            found = match by_hand.and_then(|mapping| headed::by_hand(&cells, mapping, &said)) {
                Some(found) => Some(answers(found, above.len())),
                None => recognise(&meant, &said),
            };
        }
        if self.mapping.is_none() && found.is_some() && are_twice(&meant) {
            self.notes.rows += 1;
            self.stage = Stage::NotFound(Problem::TableBeside { row: record.row }.into());
            return;
        }
        // If rows are children, nothing beside or below them makes them answers of authorities.
        if self.of_children.is_some() && matches!(found, Some(Ok(Recognised { body: Body::Answers(_), .. }))) {
            found = Some(Err(child_rows::refusal("CHILD").into()));
        }
        // Answers above these headings are of another table.
        let of_answers = matches!(found, Some(Ok(Recognised { body: Body::Answers(_), .. })));
        if let Some(at) = of_answers.then(|| table_above(above)).flatten().filter(|_| !by_hand) {
            let doubt = problem.take().filter(|doubt| !doubt.columns.is_empty());
            self.notes.rows += 1;
            self.stage = Stage::NotFound(doubt.unwrap_or_else(|| another_above(&above[at], at)));
            return;
        }
        match found.map(|found| whole(found, &said)) {
            Some(Ok(Recognised { kind, body, from_name, period })) => {
                self.titled = name_differs::titled(&said);
                if let Some(name) = name_not_read(kind, &said) {
                    self.notes.find("name-not-read", 0, "", name);
                }
                if !above.is_empty() {
                    self.notes.set_aside_rows(Reason::AboveHeader, above.len() as u64);
                }
                if from_name {
                    self.notes.find("period-from-name", record.row, "", &self.name);
                }
                let header: Vec<Vec<u8>> = record.cells().map(<[u8]>::to_vec).collect();
                self.beside.begin(match &body {
                    // A person who named its columns saw those without a heading, too.
                    Body::Answers(reader) if !by_hand => reader.width(),
                    _ => header.len(),
                });
                self.renamed = if by_hand { Vec::new() } else { all_renames(&cells, &meant, renames) };
                self.stage = match body {
                    Body::Answers(reader) => {
                        self.beside.headings(&meant, record.row, by_hand);
                        let from = above.len().saturating_sub(LAYERS - 1);
                        let mut layers = above.split_off(from);
                        layers.push(meant);
                        Stage::Headed { layers, header, reader, period }
                    }
                    body => Stage::Reading { kind, header, body },
                };
                return;
            }
            // Nothing further down can make it anything else.
            Some(Err(found))
                if matches!(found.problem, Problem::OtherRelease { .. } | Problem::PartOfModule { .. }) =>
            {
                self.notes.rows += 1;
                self.stage = Stage::NotFound(found);
                return;
            }
            Some(Err(found)) => {
                // If two rows could be the header, the one that says more is used. A row about children says most.
                let children = matches!(found.problem, Problem::ChildRows { .. });
                let better = |before: &Doubt| children || before.columns.is_empty() && !found.columns.is_empty();
                let taken = problem.take().filter(|before| !better(before));
                *problem = taken.or(Some(found));
            }
            None => {}
        }
        self.notes.rows += 1;
        titles.push(Title::of(&cells));
        above.push(cells);
        let cells: usize = above.iter().map(Vec::len).sum();
        if above.len() == SEARCHED || above.len() >= ALWAYS_SEARCHED && cells > SEARCHED_CELLS {
            let problem = problem.take().unwrap_or_else(|| unknown(above).into());
            self.stage = Stage::NotFound(problem);
        }
    }

    fn renamed(&self, cell: &str) -> String {
        self.renames.iter().find(|r| r.found == cell).map_or_else(|| cell.to_owned(), |r| r.meant.clone())
    }
}
