//! A draft of a mapping: what each column of a file seems to be, what a person makes of it, and the result.

use super::propose::{EXAMPLES, guess, header_row, headings, propose};
use super::{Field, MAPPED_KINDS, Mapping, PARTS, fields, first_rows};
use crate::order::Ordered;
use crate::period::Period;
use crate::read::{limiting, parting, says_period, understood};
use crate::report::FileKind;

/// A draft of a mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The kind of file it is taken for; `None` until somebody says.
    pub kind: Option<FileKind>,
    /// Which of the first rows is the header row, from 0.
    pub header_row: usize,
    /// What each column is; `None` if it is left out.
    fields: Vec<Option<Field>>,
    /// The period of a column as a person gives it, if its heading gives none or another.
    periods: Vec<Option<Period>>,
    /// Whether the column was understood or a person said what it is. Otherwise it is a guess, and is not used for
    /// reading.
    decided: Vec<bool>,
    /// The columns that split the rows of an authority.
    parting: Vec<usize>,
    /// The words above or below the table that may limit all its figures.
    limits: Vec<String>,
}

/// One column, as a form shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading, with the headings in the rows above that belong to it. Empty if it has none.
    pub heading: String,
    /// Its cells in the first rows below the heading.
    pub samples: Vec<String>,
    /// What it is taken for; `None` if it is left out.
    pub field: Option<Field>,
    /// Whether the column was understood or a person said what it is. A guess is not used.
    pub decided: bool,
    /// The period of its figures, if its heading or a person gives one.
    pub period: Option<Period>,
}

impl Draft {
    /// What the first rows of a file seem to be.
    pub fn propose(head: &[Vec<String>], kind: Option<FileKind>) -> Self {
        let kind = kind.filter(|kind| MAPPED_KINDS.contains(kind));
        let header_row = header_row(head);
        let kind = kind.or_else(|| guess(head, header_row));
        let mut draft = Self {
            kind,
            header_row,
            fields: Vec::new(),
            periods: Vec::new(),
            decided: Vec::new(),
            parting: Vec::new(),
            limits: Vec::new(),
        };
        draft.propose_columns(head);
        draft
    }

    /// What a mapping says about the columns of a file; `None` if none of its first rows has the headings of the
    /// mapping.
    pub fn of(mapping: &Mapping, head: &[Vec<String>]) -> Option<Self> {
        let header_row = head.iter().position(|row| mapping.fits(row))?;
        let mapping = &mapping.for_file(head)?;
        let mut draft = Self { kind: Some(mapping.kind), header_row, ..Self::propose(head, Some(mapping.kind)) };
        draft.propose_columns(head);
        for (at, place) in draft.fields.iter_mut().enumerate() {
            *place = mapping.fields.get(at).copied().flatten();
        }
        for (at, place) in draft.periods.iter_mut().enumerate() {
            *place = mapping.periods.get(at).copied().flatten();
        }
        draft.accept();
        Some(draft)
    }

    /// Accepts every guess.
    pub fn accept(&mut self) {
        self.decided.fill(true);
    }

    /// Whether any guess is not used yet.
    pub fn has_guesses(&self) -> bool {
        self.fields.iter().zip(&self.decided).any(|(field, decided)| field.is_some() && !decided)
    }

    /// Takes the file for another kind, and proposes its columns again.
    pub fn take_for(&mut self, kind: Option<FileKind>, head: &[Vec<String>]) {
        self.kind = kind;
        self.propose_columns(head);
    }

    /// Takes another row for the header row, and proposes the columns again.
    pub fn head_in(&mut self, row: usize, head: &[Vec<String>]) {
        self.header_row = row.min(head.len().saturating_sub(1));
        self.propose_columns(head);
    }

    /// Says what a column is; `None` leaves it out. Columns are counted from 0. What to do with rows that are parts is
    /// said once for all columns that split them.
    pub fn take_column_for(&mut self, column: usize, field: Option<Field>) {
        if let (Some(place), Some(decided)) = (self.fields.get_mut(column), self.decided.get_mut(column)) {
            (*place, *decided) = (field, true);
        }
        if field.is_some_and(|field| PARTS.contains(&field)) {
            for at in 0..self.fields.len() {
                if self.parts(at) && !self.decided[at] {
                    (self.fields[at], self.decided[at]) = (field, true);
                }
            }
        }
    }

    /// Whether a column splits the rows of an authority, as far as the first rows show.
    pub fn parts(&self, column: usize) -> bool {
        self.parting.contains(&column)
    }

    /// The words above or below the table that may limit all its figures.
    pub fn limits(&self) -> &[String] {
        &self.limits
    }

    /// Sets the period of the figures in a column; `None` for the period that its heading or its rows give.
    pub fn date_column(&mut self, column: usize, period: Option<Period>) {
        if let Some(place) = self.periods.get_mut(column) {
            *place = period;
        }
    }

    /// Says which column has a field; `None` for no column.
    pub fn choose(&mut self, field: Field, column: Option<usize>) {
        for place in self.fields.iter_mut().filter(|place| **place == Some(field)) {
            *place = None;
        }
        if let Some(at) = column {
            self.take_column_for(at, Some(field));
        }
    }

    /// The first column with this field.
    pub fn column_of(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|other| *other == Some(field))
    }

    /// The columns, each with what it is taken for.
    pub fn columns(&self, head: &[Vec<String>]) -> Vec<Column> {
        let rows = || head.iter().skip(self.header_row + 1).take(EXAMPLES);
        let column = |(at, heading): (usize, String)| Column {
            samples: rows().map(|row| row.get(at).cloned().unwrap_or_default()).collect(),
            field: self.fields.get(at).copied().flatten(),
            decided: self.decided.get(at).copied().unwrap_or(true),
            period: self.periods.get(at).copied().flatten().or_else(|| says_period(&heading)),
            heading,
        };
        self.headings(head).into_iter().enumerate().map(column).collect()
    }

    /// The columns that are taken for the same field and period. One of them must be left out, or is something else.
    pub fn same(&self, head: &[Vec<String>]) -> Vec<(Field, Vec<usize>)> {
        let mut same: Vec<(Field, Option<Period>, Vec<usize>)> = Vec::new();
        for (at, column) in self.columns(head).into_iter().enumerate() {
            // Several columns may split the rows.
            let field = column.field.filter(|field| column.decided && !PARTS.contains(field));
            let Some(field) = field else { continue };
            let period = column.period.filter(|_| field.is_figure());
            match same.iter_mut().find(|(other, its, _)| (*other, *its) == (field, period)) {
                Some((.., columns)) => columns.push(at),
                None => same.push((field, period, vec![at])),
            }
        }
        same.retain(|(.., columns)| columns.len() > 1);
        same.order_by_key(|(.., columns)| columns.first().copied());
        same.into_iter().map(|(field, _, columns)| (field, columns)).collect()
    }

    /// What is still missing before anything can be read. Each entry is a list of fields, one of which is needed.
    pub fn missing(&self) -> Vec<Vec<Field>> {
        let decided = || self.fields.iter().zip(&self.decided).filter(|(_, decided)| **decided);
        let has = |field: &Field| decided().any(|(other, _)| *other == Some(*field));
        let needs = |wanted: &[Field]| (!wanted.iter().any(&has)).then(|| wanted.to_vec());
        match self.kind {
            None => Vec::new(),
            Some(FileKind::AuthorityAnswers) => {
                let long = [Field::Measure, Field::Answer];
                let figure = decided().any(|(field, _)| field.is_some_and(Field::is_figure));
                let mut missing: Vec<Vec<Field>> = needs(&[Field::Authority, Field::Code]).into_iter().collect();
                if long.iter().any(&has) {
                    missing.extend(long.iter().filter_map(|field| needs(&[*field])));
                } else if !figure {
                    let all = fields(FileKind::AuthorityAnswers);
                    missing.push(all.into_iter().filter(|field| field.is_figure()).collect());
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
                    FileKind::Interviews => &["CHILD", "MIS_START", "OFFERED", "ACCEPTED", "DATE"],
                    FileKind::Teams => &["CHILD", "TEAM"],
                    // The module is known from either of the two columns that no other file has.
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

    /// The mapping, if nothing is missing and no two columns are the same.
    pub fn mapping(&self, head: &[Vec<String>]) -> Option<Mapping> {
        let complete = self.missing().is_empty() && self.same(head).is_empty();
        let mut mapping = self.so_far(head).filter(|_| complete)?;
        for (field, _) in mapping.fields.iter_mut().zip(&self.decided).filter(|(_, decided)| !**decided) {
            *field = None;
        }
        Some(mapping)
    }

    /// What has been chosen so far, complete or not, with the guesses, so that it can be corrected as a document.
    pub fn so_far(&self, head: &[Vec<String>]) -> Option<Mapping> {
        let header = head.get(self.header_row)?.clone();
        let width = header.len();
        let of = |list: &[Option<Field>]| (0..width).map(|at| list.get(at).copied().flatten()).collect();
        let periods = (0..width).map(|at| self.periods.get(at).copied().flatten()).collect();
        let kind = self.kind?;
        // Only answers get periods. A document says nothing about rows that are about children.
        let made_for = (kind == FileKind::AuthorityAnswers).then(|| first_rows(head));
        Some(Mapping { kind, header, fields: of(&self.fields), periods, made_for })
    }

    fn headings(&self, head: &[Vec<String>]) -> Vec<String> {
        headings(head, self.header_row, self.kind.unwrap_or(FileKind::AuthorityAnswers))
    }

    fn propose_columns(&mut self, head: &[Vec<String>]) {
        let headings = self.headings(head);
        self.periods = vec![None; headings.len()];
        self.decided = understood(self.kind.unwrap_or(FileKind::AuthorityAnswers), &headings);
        self.fields = match self.kind {
            Some(kind) => propose(head, self.header_row, kind, &headings),
            None => vec![None; headings.len()],
        };
        (self.parting, self.limits) = match self.kind {
            Some(FileKind::AuthorityAnswers) => (parting(head), limiting(head, self.header_row)),
            _ => (Vec::new(), Vec::new()),
        };
        // A title that limits all figures turns each figure into a guess. A person is asked about rows that are parts.
        for (at, decided) in self.decided.iter_mut().enumerate() {
            let figure = self.fields.get(at).copied().flatten().is_some_and(Field::is_figure);
            *decided &= !(self.parting.contains(&at) || figure && !self.limits.is_empty());
        }
    }
}
