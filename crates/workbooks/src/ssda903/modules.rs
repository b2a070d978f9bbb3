//! The tables that a return has as CSV files.

use missing_rows::NAME_JOINT;

use super::child::Child;
use super::counts::{Counts, count};
use super::layout::{Group, MODULES};
use crate::refusal::Refusal;
use crate::tables::{Notes, Rule, Taker, push_cell};

/// How much text is handed on at once, in bytes.
const TEXT: usize = 64 * 1024;

/// The tables on their way out: by what each goes, and its next rows.
#[derive(Debug, Default)]
pub(super) struct Modules {
    begun: [Option<usize>; MODULES.len()],
    texts: [Vec<u8>; MODULES.len()],
    /// What may be of the rows of each and is in another place, and how often.
    misplaced: [Counts; MODULES.len()],
    /// For how many children UASC is understood, and not understood.
    flags: [u64; 2],
}

impl Modules {
    /// Writes the rows of a child.
    pub(super) fn take(&mut self, child: &Child, file: &str, taker: &mut Taker<'_>) -> Result<(), Refusal> {
        match child.unaccompanied() {
            Ok(Some(_)) => self.flags[0] += 1,
            Ok(None) => {}
            Err(()) => self.flags[1] += 1,
        }
        for (at, module) in MODULES.iter().enumerate() {
            for row in child.groups(module.group) {
                let has = |column: &&str| row.get(column).is_some_and(|value| !value.is_empty());
                if !module.needs.is_empty() && !module.needs.iter().any(has) {
                    continue;
                }
                self.begin(at, file, taker);
                let text = &mut self.texts[at];
                for (place, column) in module.columns.iter().enumerate() {
                    if place > 0 {
                        text.push(b',');
                    }
                    push_cell(text, child.value(row, column));
                }
                text.push(b'\n');
            }
            if self.texts[at].len() > TEXT {
                self.write(at, taker)?;
            }
        }
        Ok(())
    }

    /// What may be of the rows of a table is in another place.
    pub(super) fn doubt(&mut self, at: usize, path: &str) {
        count(&mut self.misplaced[at], path.to_owned());
    }

    /// DUC says only until when a child was unaccompanied. Where UASC says of nobody who is, or is not understood, the
    /// children with DUC are not all of them.
    fn doubt_unaccompanied(&mut self) {
        let [understood, other] = self.flags;
        let lists = |at: &usize| MODULES[*at].group == Group::Unaccompanied && self.begun[*at].is_some();
        if (understood == 0 || other > 0)
            && let Some(at) = (0..MODULES.len()).find(lists)
        {
            self.doubt(at, "EXPSSDA903/CHILD/HEADER/UASC");
        }
    }

    fn begin(&mut self, at: usize, file: &str, taker: &mut Taker<'_>) {
        if self.begun[at].is_none() {
            let module = &MODULES[at];
            self.begun[at] = Some(taker.begin(&[file, NAME_JOINT, module.name].concat()));
            self.texts[at] = [module.columns.join(",").as_bytes(), b"\n"].concat();
        }
    }

    fn write(&mut self, at: usize, taker: &mut Taker<'_>) -> Result<(), Refusal> {
        let text = std::mem::take(&mut self.texts[at]);
        match self.begun[at] {
            Some(table) => taker.text(table, &text),
            None => Ok(()),
        }
    }

    /// Ends the tables; what is said of the file is said with the first.
    pub(super) fn end(
        mut self,
        notes: &Notes,
        (name, sha256): (&str, &str),
        taker: &mut Taker<'_>,
    ) -> Result<(), Refusal> {
        self.doubt_unaccompanied();
        let mut first = true;
        for at in 0..MODULES.len() {
            let misplaced = std::mem::take(&mut self.misplaced[at]);
            if !misplaced.is_empty() {
                // All its rows may be in another place.
                self.begin(at, name, taker);
            }
            self.write(at, taker)?;
            if let Some(table) = self.begun[at] {
                let mut said = if std::mem::take(&mut first) { notes.clone() } else { Notes::default() };
                for (path, count) in misplaced {
                    said.add_named(Rule::MisplacedElement, &path, &count.to_string());
                }
                taker.end(table, &said, sha256)?;
            }
        }
        if first { Err(Refusal::NoChild) } else { Ok(()) }
    }
}
