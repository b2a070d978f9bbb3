//! A mapping in the making: what the columns of a file seem to be, what a person makes of them, what that gives.

use super::{Field, MAPPED_KINDS, Mapping, fields};
use crate::answer::{Answer, read};
use crate::area::{How, Resolution, resolve};
use crate::cohort::{Cohort, Count};
use crate::order::Ordered;
use crate::period::Period;
use crate::read::{self, Content};
use crate::report::FileKind;

/// How many rows a form shows as examples.
const EXAMPLES: usize = 5;

/// A mapping in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What the file is taken for; `None` until somebody says.
    pub kind: Option<FileKind>,
    /// Which of the first rows is the header row, from 0.
    pub header_row: usize,
    /// The column of each field that is chosen, from 0.
    columns: Vec<(Field, usize)>,
}

/// One column as a form offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading, with those of the rows above it that belong to it; empty if it has none.
    pub heading: String,
    /// What stands in it in the first rows below.
    pub samples: Vec<String>,
}

/// The first rows as they would be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Preview {
    /// Something is still missing, or nothing can be read so.
    Nothing,
    /// Of answers: one figure each.
    Answers(Vec<PreviewRow>),
    /// Of an SSDA903 file: the columns chosen, and their cells, row by row.
    Rows(Vec<Field>, Vec<Vec<String>>),
}

/// One answer as it would be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// Row in what is kept of the file.
    pub row: u64,
    /// As typed.
    pub typed: String,
    /// The authority that it means, if it is known.
    pub authority: Option<&'static str>,
    /// When; `None` if nothing says so.
    pub period: Option<Period>,
    /// Who is counted.
    pub cohort: Cohort,
    /// What is counted.
    pub count: Count,
    /// As typed.
    pub wording: String,
    /// As read.
    pub answer: Answer,
}

impl Draft {
    /// What the first rows of a file seem to be.
    pub fn propose(head: &[Vec<String>], kind: Option<FileKind>) -> Self {
        let kind = kind.filter(|kind| MAPPED_KINDS.contains(kind));
        let header_row = header_row(head);
        let mut draft = Self { kind: kind.or_else(|| guess(head, header_row)), header_row, columns: Vec::new() };
        draft.propose_columns(head);
        draft
    }

    /// Takes the file for another kind, and proposes its columns anew.
    pub fn take_for(&mut self, kind: Option<FileKind>, head: &[Vec<String>]) {
        self.kind = kind;
        self.propose_columns(head);
    }

    /// Takes another row for the header row, and proposes the columns anew.
    pub fn head_in(&mut self, row: usize, head: &[Vec<String>]) {
        self.header_row = row.min(head.len().saturating_sub(1));
        self.propose_columns(head);
    }

    /// Says which column a field is; `None` for no column.
    pub fn choose(&mut self, field: Field, column: Option<usize>) {
        self.columns.retain(|(other, _)| *other != field);
        self.columns.extend(column.map(|at| (field, at)));
    }

    /// The columns that are chosen for several fields, with these: each can be one only.
    pub fn chosen_twice(&self) -> Vec<(usize, Vec<Field>)> {
        let mut chosen: Vec<(usize, Vec<Field>)> = Vec::new();
        for (field, at) in &self.columns {
            match chosen.iter_mut().find(|(other, _)| other == at) {
                Some((_, fields)) => fields.push(*field),
                None => chosen.push((*at, vec![*field])),
            }
        }
        chosen.retain(|(_, fields)| fields.len() > 1);
        chosen.order_by_key(|(at, _)| *at);
        chosen
    }

    /// Which column a field is.
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.columns.iter().find(|(other, _)| *other == field).map(|(_, at)| *at)
    }

    /// The columns that can be chosen.
    pub fn columns(&self, head: &[Vec<String>]) -> Vec<Column> {
        let headings = self.headings(head);
        let rows = || head.iter().skip(self.header_row + 1).take(EXAMPLES);
        let column = |(at, heading): (usize, String)| Column {
            heading,
            samples: rows().map(|row| row.get(at).cloned().unwrap_or_default()).collect(),
        };
        headings.into_iter().enumerate().map(column).collect()
    }

    /// What is still missing before anything can be read: each a list of fields of which one is needed.
    pub fn missing(&self) -> Vec<Vec<Field>> {
        let has = |field: &Field| self.column_of(*field).is_some();
        let needs = |wanted: &[Field]| (!wanted.iter().any(&has)).then(|| wanted.to_vec());
        match self.kind {
            None => Vec::new(),
            Some(FileKind::AuthorityAnswers) => {
                let long = [Field::Measure, Field::Answer];
                let figure = self.columns.iter().any(|(field, _)| matches!(field, Field::Figure(..) | Field::Part(..)));
                let mut missing: Vec<Vec<Field>> = needs(&[Field::Authority, Field::Code]).into_iter().collect();
                if long.iter().any(&has) {
                    missing.extend(long.iter().filter_map(|field| needs(&[*field])));
                } else if !figure {
                    let all = fields(FileKind::AuthorityAnswers);
                    missing.push(
                        all.into_iter().filter(|field| matches!(field, Field::Figure(..) | Field::Part(..))).collect(),
                    );
                }
                missing
            }
            Some(kind) => {
                let needed: &[&'static str] = match kind {
                    FileKind::Episodes => &["CHILD", "DECOM", "LS", "DEC"],
                    FileKind::Missing => &["CHILD", "MISSING", "MIS_START", "MIS_END"],
                    FileKind::Uasc => &["CHILD", "DUC"],
                    // Without TRAFFICKED every child on the list counts.
                    FileKind::ChildList => &["CHILD"],
                    // Known by any one of the two that no other file has.
                    _ => {
                        let mut missing: Vec<Vec<Field>> =
                            ["CHILD", "DOB"].into_iter().filter_map(|name| needs(&[Field::Official(name)])).collect();
                        missing.extend(needs(&[Field::Official("ETHNIC"), Field::Official("UPN")]));
                        return missing;
                    }
                };
                needed.iter().filter_map(|name| needs(&[Field::Official(name)])).collect()
            }
        }
    }

    /// The mapping, if nothing is missing and no column is chosen twice.
    pub fn mapping(&self, head: &[Vec<String>]) -> Option<Mapping> {
        let kind = self.kind?;
        let header = head.get(self.header_row)?.clone();
        if !self.missing().is_empty() || !self.chosen_twice().is_empty() {
            return None;
        }
        let field_at = |at: usize| self.columns.iter().find(|(_, other)| *other == at).map(|(field, _)| *field);
        let fields = (0..header.len()).map(field_at).collect();
        Some(Mapping { kind, header, fields })
    }

    /// The first rows as they would be read.
    pub fn preview(&self, head: &[Vec<String>]) -> Preview {
        let Some(mapping) = self.mapping(head) else { return Preview::Nothing };
        if mapping.kind != FileKind::AuthorityAnswers {
            let chosen: Vec<(usize, Field)> =
                mapping.fields.iter().enumerate().filter_map(|(at, field)| field.map(|field| (at, field))).collect();
            let rows = head.iter().skip(self.header_row + 1).take(EXAMPLES);
            let cells =
                rows.map(|row| chosen.iter().map(|(at, _)| row.get(*at).cloned().unwrap_or_default()).collect());
            return Preview::Rows(chosen.iter().map(|(_, field)| *field).collect(), cells.collect());
        }
        match read::as_mapped(head, mapping) {
            Content::Answers(table) => {
                let mut rows: Vec<u64> = table.cells.iter().map(|cell| cell.row).collect();
                rows.dedup();
                rows.truncate(EXAMPLES);
                let shown = table.cells.iter().filter(|cell| rows.contains(&cell.row)).map(|cell| {
                    let typed = table.names.get(cell.name as usize).cloned().unwrap_or_default();
                    let wording = table.wordings.get(cell.wording as usize).map_or("", |wording| &**wording);
                    let known = [&typed.code, &typed.name].into_iter().find_map(|text| match resolve(text) {
                        Resolution::Authority { authority, .. } => Some(authority.name),
                        _ => None,
                    });
                    PreviewRow {
                        row: cell.row,
                        typed: typed.shown().to_owned(),
                        authority: known,
                        period: cell.period,
                        cohort: cell.cohort,
                        count: cell.count,
                        wording: wording.to_owned(),
                        answer: read(wording),
                    }
                });
                Preview::Answers(shown.collect())
            }
            _ => Preview::Nothing,
        }
    }

    /// The headings of the columns: the cells of the header row, with those above that belong to them.
    fn headings(&self, head: &[Vec<String>]) -> Vec<String> {
        let Some(header) = head.get(self.header_row) else { return Vec::new() };
        let width = head.iter().skip(self.header_row).take(EXAMPLES + 1).map(Vec::len).max().unwrap_or(0);
        let above = self.header_row.checked_sub(1).and_then(|above| head.get(above));
        // The row above belongs to the header where together they say more.
        let kind = self.kind.unwrap_or(FileKind::AuthorityAnswers);
        let known = |cells: &[String]| read::proposed(kind, cells).into_iter().flatten().count();
        let layered = above.and_then(|above| read::joined(&[above, header]));
        let mut headings = layered.filter(|cells| known(cells) > known(header)).unwrap_or_else(|| header.clone());
        headings.resize(width.max(header.len()), String::new());
        headings
    }

    /// A column of names of authorities is known by them, whatever its heading.
    fn propose_names(&mut self, head: &[Vec<String>]) {
        let said = [Field::Authority, Field::Code].into_iter().any(|field| self.column_of(field).is_some());
        if self.kind != Some(FileKind::AuthorityAnswers) || said {
            return;
        }
        let rows = || head.iter().skip(self.header_row + 1).take(LOOKED_AT);
        let names = |at: &usize| {
            let cells = rows().filter_map(|row| row.get(*at)).filter(|cell| !cell.is_empty());
            // Codes of the Department for Education are numbers, and so are answers.
            let known = |cell: &String| matches!(resolve(cell), Resolution::Authority { how, .. } if how != How::Code || cell.len() > 3);
            let (all, known) = cells.fold((0, 0), |(all, found), cell| (all + 1, found + usize::from(known(cell))));
            known > 0 && known * 2 >= all
        };
        let width = head.iter().map(Vec::len).max().unwrap_or(0);
        let free = |at: &usize| self.columns.iter().all(|(_, other)| other != at);
        if let Some(at) = (0..width).filter(free).find(names) {
            self.columns.push((Field::Authority, at));
        }
    }

    fn propose_columns(&mut self, head: &[Vec<String>]) {
        self.columns.clear();
        let Some(kind) = self.kind else { return };
        for (at, field) in read::proposed(kind, &self.headings(head)).into_iter().enumerate() {
            let Some(field) = field.filter(|field| fields(kind).contains(field)) else { continue };
            if self.column_of(field).is_none() {
                self.columns.push((field, at));
            }
        }
        self.propose_names(head);
    }
}

/// How many rows are looked at for names of authorities.
const LOOKED_AT: usize = 8;

/// The row that looks most like a header: of those with most cells filled, the first whose cells are mostly words.
fn header_row(head: &[Vec<String>]) -> usize {
    let filled = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let most = head.iter().map(|row| filled(row)).max().unwrap_or(0);
    let likely = |row: &Vec<String>| {
        let numbers = row.iter().filter(|cell| read(cell).bounds().is_some()).count();
        filled(row) * 3 >= most * 2 && numbers * 4 <= filled(row)
    };
    head.iter().position(likely).unwrap_or(0)
}

/// The kind whose fields are most among the headings, if any are.
fn guess(head: &[Vec<String>], header_row: usize) -> Option<FileKind> {
    let header = head.get(header_row)?;
    let known = |kind: FileKind| read::proposed(kind, header).into_iter().flatten().count();
    let best = MAPPED_KINDS.into_iter().rev().max_by_key(|kind| known(*kind))?;
    (known(best) > 0).then_some(best)
}
