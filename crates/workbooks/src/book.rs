//! What the formats of workbooks have in common: sheets become tables under the name of the file and their own, and what is
//! said of the whole file is said with its first table.

use missing_rows::NAME_JOINT;

use crate::merged::Area;
use crate::refusal::Refusal;
use crate::sheet::{Ended, Sheet};
use crate::tables::{Notes, Rule, Taker};

/// A workbook on its way out.
pub(crate) struct Book<'a, 't> {
    taker: &'a mut Taker<'t>,
    name: &'a str,
    sha256: &'a str,
    tables: Vec<Table>,
    without_table: Vec<String>,
    /// What sheets without a table, and sheets of notes, say, with the name of each.
    lines: Vec<(String, String)>,
}

/// A table of a workbook: by what it goes, the sheet that it is on, and what is to be said of it.
struct Table {
    at: usize,
    sheet: String,
    notes: Notes,
}

impl<'a, 't> Book<'a, 't> {
    /// A workbook of this name, whose bytes have this SHA-256.
    pub(crate) fn new(taker: &'a mut Taker<'t>, name: &'a str, sha256: &'a str) -> Self {
        Self { taker, name, sha256, tables: Vec::new(), without_table: Vec::new(), lines: Vec::new() }
    }

    /// Reads a sheet by what fills it.
    ///
    /// # Errors
    /// What filled it failed, or there is more than a file may come to.
    pub(crate) fn sheet(
        &mut self,
        name: &str,
        hidden: bool,
        areas: Vec<Area>,
        fill: impl FnOnce(&mut Sheet<'_, 't>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let title = [self.name, NAME_JOINT, name].concat();
        let mut sheet = Sheet::begin(self.taker, title, areas);
        fill(&mut sheet)?;
        match sheet.end()? {
            Ended::Empty => {}
            Ended::NoTable(lines) => {
                self.without_table.push(name.to_owned());
                self.lines.extend(lines.into_iter().map(|line| (name.to_owned(), line)));
            }
            Ended::Tables(tables, lines) => {
                self.lines.extend(lines.into_iter().map(|line| (name.to_owned(), line)));
                for (table, mut notes) in tables {
                    if hidden {
                        notes.add(Rule::HiddenSheet, None, None, name);
                    }
                    self.tables.push(Table { at: table, sheet: name.to_owned(), notes });
                }
            }
        }
        Ok(())
    }

    /// Says that there is a sheet without cells, as a chart.
    pub(crate) fn without_cells(&mut self, name: &str) {
        self.without_table.push(name.to_owned());
    }

    /// Ends the workbook.
    ///
    /// # Errors
    /// None of its sheets holds a table, or there is more than a file may come to.
    pub(crate) fn end(mut self) -> Result<(), Refusal> {
        let first = self.tables.first_mut().ok_or(Refusal::NoTable)?;
        for name in &self.without_table {
            first.notes.add(Rule::SheetWithoutTable, None, None, name);
        }
        for Table { at, sheet, notes } in &mut self.tables {
            // What it says, it says of every table of the other sheets.
            for (of, line) in self.lines.iter().filter(|(of, _)| of != sheet) {
                notes.add_line(of, line);
            }
            self.taker.end(*at, notes, self.sha256)?;
        }
        Ok(())
    }
}
