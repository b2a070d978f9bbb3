//! A sheet on its way out: its cells, row by row, become lines of text. It becomes a table once it has two rows of two cells, and
//! several where another header row follows below.

use std::collections::BTreeSet;

use missing_rows::NAME_JOINT;

use crate::dated::Dated;
use crate::headings::{Gap, Headings};
use crate::looks::without_strokes;
use crate::merged::{Area, Holds, MOST_COLUMNS, MOST_ROWS, Merged};
use crate::notes_sheet::sentences;
use crate::refusal::Refusal;
use crate::tables::{Notes, Rule, Taker, push_cell};

/// How much text is handed on at once, in bytes.
const TEXT: usize = 256 * 1024;

/// A sheet with so many rows of several cells is none of notes.
const ROWS_OF_NOTES: u32 = 100;

/// No table reaches as far as this column, from 0; a few cells from there on are left out. More are no stray cells.
const FAR: u32 = 2000;
const MOST_FAR: u32 = 20;

/// A sheet whose cells arrive row by row, from left to right.
pub(crate) struct Sheet<'a, 't> {
    taker: &'a mut Taker<'t>,
    name: String,
    /// By what it goes, once it is a table; and the tables above it that have ended.
    table: Option<usize>,
    above: Vec<(usize, Notes)>,
    text: Vec<u8>,
    headings: Headings,
    /// The row of the cells that arrive, from 0, the column after the last of them, and how many hold anything.
    row: u32,
    column: u32,
    filled: u32,
    /// What is below the last row of several cells: from where on in the text, from which row on, and what it is.
    below: (usize, u32, Gap),
    /// How many rows were written that have two cells.
    wide: u32,
    merged: Option<Merged>,
    dated: Dated,
    /// How many cells were left out that are far to the right.
    far: u32,
    /// The columns of which it is noted that something else is shown than what is in a cell.
    otherwise: BTreeSet<u32>,
    pub(crate) notes: Notes,
}

/// What a sheet was, once it has ended.
pub(crate) enum Ended {
    /// By what each goes, and what is to be said of it; and its sentences, if it is a sheet of notes.
    Tables(Vec<(usize, Notes)>, Vec<String>),
    /// It has cells, and no two rows of two of them.
    NoTable(Vec<String>),
    Empty,
}

impl<'a, 't> Sheet<'a, 't> {
    /// Begins a sheet, with the areas of its merged cells.
    pub(crate) fn begin(taker: &'a mut Taker<'t>, name: String, areas: Vec<Area>) -> Self {
        let merged = (!areas.is_empty()).then(|| Merged::new(areas));
        Self {
            taker,
            name,
            table: None,
            above: Vec::new(),
            text: Vec::new(),
            headings: Headings::default(),
            row: 0,
            column: 0,
            filled: 0,
            below: (0, 0, Gap::None),
            wide: 0,
            merged,
            dated: Dated::default(),
            far: 0,
            otherwise: BTreeSet::new(),
            notes: Notes::default(),
        }
    }

    /// Takes a cell, by its row and column from 0.
    ///
    /// # Errors
    /// It is outside every sheet, before one that was taken, or too much.
    pub(crate) fn cell(&mut self, row: u32, column: u32, text: &str, holds: Holds) -> Result<(), Refusal> {
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(Refusal::Damaged);
        }
        if text.is_empty() {
            return Ok(());
        }
        self.taker.cell(text.len())?;
        self.dated.look(row, column, text, holds);
        let bare = without_strokes(text);
        if let Some(bare) = &bare {
            self.notes.add(Rule::StruckThrough, Some(row), Some(column), bare);
        }
        let text = bare.as_deref().unwrap_or(text);
        if column >= FAR && self.far < MOST_FAR {
            self.far += 1;
            self.notes.add(Rule::FarAway, Some(row), Some(column), text);
            return Ok(());
        }
        match &mut self.merged {
            Some(merged) => merged.cell(row, column, text, holds),
            None => self.write(row, column, text),
        }
    }

    /// A row of so many cells, with so many bytes of text in all, is to come so many times.
    ///
    /// # Errors
    /// That is more than a file may come to.
    pub(crate) fn expect(&self, rows: u32, cells: u64, bytes: u64) -> Result<(), Refusal> {
        self.taker.has(cells.saturating_mul(rows.into()), bytes.saturating_mul(rows.into()))
    }

    /// Says, once for a column, that something else is shown of a number than what is read.
    pub(crate) fn shown_otherwise(&mut self, (row, column): (u32, u32), shown: &str) {
        if self.otherwise.insert(column) {
            self.notes.add(Rule::ShownOtherwise, Some(row), Some(column), shown);
        }
    }

    /// Says that the style of a cell strikes through what is in it, if its letters did not say so.
    pub(crate) fn style(&mut self, (row, column): (u32, u32), text: &str, struck: bool) {
        if struck && !text.is_empty() && without_strokes(text).is_none() {
            self.notes.add(Rule::StruckThrough, Some(row), Some(column), text);
        }
    }

    fn write(&mut self, row: u32, column: u32, text: &str) -> Result<(), Refusal> {
        if row < self.row || row == self.row && column < self.column {
            return Err(Refusal::Damaged);
        }
        while self.row < row {
            self.end_row()?;
        }
        // Between two cells stands one comma; before the first, one for each column that has none.
        let commas = if self.filled == 0 { column } else { column + 1 - self.column };
        self.text.extend(std::iter::repeat_n(b',', usize::try_from(commas).unwrap_or_default()));
        let from = self.text.len();
        push_cell(&mut self.text, text);
        self.headings.cell(column, from, self.text.len());
        self.filled += 1;
        self.column = column + 1;
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        if self.headings.end_row(&self.text, self.below.2)
            && let Some(table) = self.table
        {
            self.end_table(table)?;
        }
        self.text.push(b'\n');
        self.row += 1;
        self.column = 0;
        match std::mem::take(&mut self.filled) {
            0 if self.below.2 == Gap::None => self.below.2 = Gap::Blank,
            0 => {}
            1 => self.below.2 = Gap::Title,
            _ => {
                self.wide += 1;
                self.below = (self.text.len(), self.row, Gap::None);
            }
        }
        if self.table.is_none() && self.wide == 2 {
            self.table = Some(self.taker.begin(&self.name));
        }
        if self.text.len() - self.below.0 > TEXT {
            // More than can be a gap: rows of one cell each.
            self.below = (self.text.len(), self.row, Gap::None);
        }
        match self.table {
            Some(table) if self.below.0 > TEXT => {
                // What is below may be of the next table.
                let rest = self.text.split_off(std::mem::take(&mut self.below.0));
                let text = std::mem::replace(&mut self.text, rest);
                self.taker.text(table, &text)
            }
            // What is above a table is little; a column of a million cells is none.
            None if self.text.len() > 64 * TEXT => Err(Refusal::TooLarge),
            _ => Ok(()),
        }
    }

    /// The row that ends is the header row of another table, which begins with what is above it. Its rows keep the numbers that they have on the sheet.
    fn end_table(&mut self, table: usize) -> Result<(), Refusal> {
        let (from, row, _) = self.below;
        let rest = self.text.split_off(from);
        self.taker.text(table, &self.text)?;
        self.dated.note(&mut self.notes);
        self.above.push((table, std::mem::take(&mut self.notes)));
        let number = (self.above.len() + 1).to_string();
        let next = self.taker.begin(&[&self.name, NAME_JOINT, &number].concat());
        self.taker.text(next, &vec![b'\n'; usize::try_from(row).unwrap_or_default()])?;
        (self.table, self.text) = (Some(next), rest);
        Ok(())
    }

    /// Ends the sheet.
    ///
    /// # Errors
    /// There is more than a file may come to.
    pub(crate) fn end(mut self) -> Result<Ended, Refusal> {
        if let Some(merged) = self.merged.take() {
            let mut notes = std::mem::take(&mut self.notes);
            for ((row, column), text) in merged.fill(&mut notes)? {
                self.write(row, column, &text)?;
            }
            self.notes = notes;
        }
        if self.filled > 0 {
            self.end_row()?;
        }
        if self.table.is_none() && self.wide == 1 && heads_module(&self.text) {
            self.table = Some(self.taker.begin(&self.name));
        }
        match self.table {
            Some(table) => {
                let whole = self.above.is_empty() && self.wide < ROWS_OF_NOTES;
                let said = if whole { sentences(&self.text) } else { Vec::new() };
                self.taker.text(table, &self.text)?;
                self.dated.note(&mut self.notes);
                self.above.push((table, self.notes));
                Ok(Ended::Tables(self.above, said))
            }
            // It may have a text box all the same.
            None if self.text.is_empty() && self.notes.is_empty() => Ok(Ended::Empty),
            None => Ok(Ended::NoTable(lines(&self.text))),
        }
    }
}

/// How many lines of a sheet without a table are kept.
const LINES: usize = 100;

/// The lines of a sheet of one column.
fn lines(text: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(text);
    let lines = text.lines().map(|line| line.trim().trim_matches('"').replace("\"\"", "\""));
    lines.filter(|line| !line.is_empty()).take(LINES).collect()
}

/// Whether one of these lines is the header row of a module of a return. A module without rows is a table too: who has it can
/// say that there was nobody to write down.
fn heads_module(text: &[u8]) -> bool {
    const OTHERS: [&str; 7] = ["DOB", "SEX", "DECOM", "RNE", "MISSING", "MIS_START", "DUC"];
    let text = String::from_utf8_lossy(text).to_uppercase();
    text.lines().any(|line| {
        let has = |wanted: &str| line.split(',').any(|cell| cell.trim() == wanted);
        has("CHILD") && OTHERS.into_iter().any(has)
    })
}
