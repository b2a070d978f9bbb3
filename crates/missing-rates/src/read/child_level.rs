//! The rows of SSDA903 modules, as they arrive.

use super::cell::{ChildId, DateCell, date};
use super::header::Columns;
use super::notes::Notes;
use super::records::Record;
use crate::care::{Code, Incident, Spell, Unaccompanied, child_order, merge_spells, push_tight};
use crate::period::Day;
use crate::report::{FileKind, Reason};

/// A module's rows.
#[derive(Debug)]
pub(crate) enum Module {
    /// Who the children are: read, but no figure rests on it yet.
    Header,
    Episodes(Vec<Spell>),
    Uasc(Vec<Unaccompanied>),
    Missing(Vec<Incident>),
    /// Children known or thought to have been trafficked: no module of the return, but a list beside it.
    Trafficked(Vec<ChildId>),
    /// A module that is not needed.
    Other,
}

/// Reads a module row by row.
#[derive(Debug)]
pub(super) struct ModuleReader {
    at: Vec<usize>,
    module: Module,
}

impl ModuleReader {
    pub(super) fn new(columns: Columns) -> Self {
        let module = match columns.kind {
            FileKind::Header => Module::Header,
            FileKind::Episodes => Module::Episodes(Vec::new()),
            FileKind::Uasc => Module::Uasc(Vec::new()),
            FileKind::Missing => Module::Missing(Vec::new()),
            FileKind::ChildList => Module::Trafficked(Vec::new()),
            _ => Module::Other,
        };
        Self { at: columns.at, module }
    }

    pub(super) fn take(&mut self, record: Record<'_>, notes: &mut Notes) {
        let cell = |needed: usize| self.at.get(needed).map_or(&[][..], |at| record.cell(*at));
        let result = match &mut self.module {
            Module::Other => Err(Reason::ModuleNotNeeded),
            Module::Header => ChildId::read(cell(0)).map(|_| ()).ok_or(Reason::NoChild),
            Module::Episodes(spells) => spell(cell, record, notes).map(|next| {
                // Episodes of a child mostly stand one after another: join them before they take room.
                if let Some(next) = next
                    && !spells.last_mut().is_some_and(|last| last.join(&next))
                {
                    push_tight(spells, next);
                }
            }),
            Module::Uasc(rows) => unaccompanied(cell, record, notes).map(|row| push_tight(rows, row)),
            Module::Missing(rows) => incident(cell, record, notes).map(|row| push_tight(rows, row)),
            Module::Trafficked(rows) => trafficked(cell, record, notes).map(|child| rows.extend(child)),
        };
        if let Err(reason) = result {
            let nothing =
                reason == Reason::NoChild && (0..self.at.len()).all(|needed| cell_is_empty(&self.at, needed, record));
            notes.set_aside(if nothing { Reason::EmptyRow } else { reason });
            if reason == Reason::NoChild && !nothing {
                notes.find("no-child", record.row, "CHILD", "");
            }
        }
    }

    pub(super) fn finish(mut self, notes: &mut Notes) -> Module {
        match &mut self.module {
            Module::Episodes(spells) => merge_spells(spells),
            Module::Missing(rows) => {
                child_order(rows);
                let again = rows.windows(2).filter(|pair| pair[0].statement() == pair[1].statement());
                let mut again: Vec<u64> = again.map(|pair| pair[1].row()).collect();
                again.sort_unstable();
                for row in again {
                    notes.find("identical-rows", row, "", "");
                }
            }
            Module::Uasc(rows) => rows.sort_unstable(),
            Module::Trafficked(rows) => {
                rows.sort_unstable();
                rows.dedup();
            }
            Module::Header | Module::Other => {}
        }
        self.module
    }
}

fn cell_is_empty(at: &[usize], needed: usize, record: Record<'_>) -> bool {
    at.get(needed).is_none_or(|at| record.cell(*at).is_empty())
}

/// CHILD, DECOM, LS, DEC.
///
/// `None` for a series of short breaks, V3 or V4: a child who has no other episode is not counted, so that nothing rests
/// on these but that there is nothing else.
fn spell<'a>(cell: impl Fn(usize) -> &'a [u8], record: Record<'_>, notes: &mut Notes) -> Result<Option<Spell>, Reason> {
    let child = ChildId::read(cell(0)).ok_or(Reason::NoChild)?;
    let from = match date(cell(1)) {
        DateCell::Day(day) => day,
        DateCell::Blank | DateCell::NotADate => {
            notes.find("episode-start", record.row, "DECOM", cell(1));
            return Err(Reason::NoStartDate);
        }
    };
    let to = match date(cell(3)) {
        DateCell::Day(day) => day,
        DateCell::Blank => Day::MAX,
        DateCell::NotADate => {
            notes.find("episode-end", record.row, "DEC", cell(3));
            return Err(Reason::BadEndDate);
        }
    };
    if to < from {
        notes.find("episode-order", record.row, "DEC", cell(3));
        return Err(Reason::EndBeforeStart);
    }
    let short_breaks = cell(2).eq_ignore_ascii_case(b"V3") || cell(2).eq_ignore_ascii_case(b"V4");
    Ok((!short_breaks).then_some(Spell { child, from, to }))
}

/// CHILD, DUC.
fn unaccompanied<'a>(
    cell: impl Fn(usize) -> &'a [u8],
    record: Record<'_>,
    notes: &mut Notes,
) -> Result<Unaccompanied, Reason> {
    let child = ChildId::read(cell(0)).ok_or(Reason::NoChild)?;
    let ceased = match date(cell(1)) {
        DateCell::Day(day) => day,
        DateCell::Blank => Day::MAX,
        DateCell::NotADate => {
            notes.find("104", record.row, "DUC", cell(1));
            return Err(Reason::BadEndDate);
        }
    };
    Ok(Unaccompanied { child, ceased })
}

/// CHILD, MISSING, `MIS_START`, `MIS_END`.
fn incident<'a>(cell: impl Fn(usize) -> &'a [u8], record: Record<'_>, notes: &mut Notes) -> Result<Incident, Reason> {
    let child = ChildId::read(cell(0)).ok_or(Reason::NoChild)?;
    let (start, end) = (date(cell(2)), date(cell(3)));
    let code = match cell(1) {
        b"M" | b"m" => Code::Missing,
        b"A" | b"a" => Code::Away,
        b"" if start == DateCell::Blank && end == DateCell::Blank => return Err(Reason::EmptyRow),
        other => {
            let rule = match other {
                b"" if start == DateCell::Blank => "566",
                b"" => "565",
                _ => "1006",
            };
            notes.find(rule, record.row, "MISSING", other);
            return Err(Reason::NotMissingOrAway);
        }
    };
    let start = match start {
        DateCell::Day(day) => day,
        DateCell::Blank => {
            notes.find("564", record.row, "MIS_START", "");
            return Err(Reason::NoStartDate);
        }
        DateCell::NotADate => {
            notes.find("1004", record.row, "MIS_START", cell(2));
            return Err(Reason::NoStartDate);
        }
    };
    let end = match end {
        DateCell::Day(day) => day,
        DateCell::Blank => Day::MAX,
        DateCell::NotADate => {
            notes.find("1005", record.row, "MIS_END", cell(3));
            return Err(Reason::BadEndDate);
        }
    };
    if end < start {
        notes.find("567", record.row, "MIS_END", cell(3));
        return Err(Reason::EndBeforeStart);
    }
    Ok(Incident::new(child, code, start, end, record.row))
}

/// CHILD, TRAFFICKED: the child if the cell says confirmed or suspected, `None` if it says no.
fn trafficked<'a>(
    cell: impl Fn(usize) -> &'a [u8],
    record: Record<'_>,
    notes: &mut Notes,
) -> Result<Option<ChildId>, Reason> {
    let child = ChildId::read(cell(0)).ok_or(Reason::NoChild)?;
    match cell(1).to_ascii_lowercase().as_slice() {
        b"confirmed" | b"suspected" | b"c" | b"s" | b"y" | b"yes" | b"true" | b"1" => Ok(Some(child)),
        b"" | b"no" | b"n" | b"false" | b"0" => Ok(None),
        other => {
            notes.find("trafficked-not-understood", record.row, "TRAFFICKED", other);
            Err(Reason::MeasureNotRecognised)
        }
    }
}
