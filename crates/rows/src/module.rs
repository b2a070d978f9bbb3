//! The rows of SSDA903 modules, as they arrive.

use crate::cell::{ChildId, DateCell, date};
use crate::tables::{child_order, push_tight, sort_spells};
use crate::{Code, Day, Incident, Record, Spell, merge_spells};

/// Which module is read, and the columns that it is read from, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// CHILD.
    Header,
    /// CHILD, DECOM, LS, DEC.
    Episodes,
    /// CHILD, DUC.
    Uasc,
    /// CHILD, MISSING, `MIS_START`, `MIS_END`.
    Missing,
    /// CHILD, TRAFFICKED: no module of the return, but a list beside it.
    Trafficked,
    /// A module that is not needed.
    Other,
}

/// What was read of a module, in the order of its children.
#[derive(Debug)]
pub enum Rows {
    /// When children were looked after other than under short breaks; those who are unaccompanied, until when; those on
    /// a list.
    Spells(Vec<Spell>),
    /// When children were missing or away.
    Incidents(Vec<Incident>),
    /// Nothing that a figure rests on.
    None,
}

/// Why a row is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The module is not needed.
    NotNeeded,
    /// There is nothing in the columns that are read.
    Empty,
    /// CHILD is blank.
    NoChild,
    /// There is no date on which it starts.
    NoStart,
    /// Its end is given and no date.
    BadEnd,
    /// It ends before it starts.
    Backwards,
    /// MISSING is neither M nor A.
    NotMissingOrAway,
    /// TRAFFICKED is neither confirmed, suspected nor no.
    NotUnderstood,
}

/// A row that is not used: why, the rule that it breaks (none for `\"\"`), and in which of the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub why: Refusal,
    /// The code of the rule.
    pub rule: &'static str,
    /// Name of the column.
    pub column: &'static str,
    /// Where it stands among the columns that are read.
    pub needed: usize,
}

/// Reads a module row by row.
#[derive(Debug)]
pub struct ModuleReader {
    kind: Kind,
    /// Where each column stands in the file.
    at: Vec<usize>,
    spells: Vec<Spell>,
    incidents: Vec<Incident>,
}

impl ModuleReader {
    /// Starts on a module whose columns stand `at` these places.
    pub fn new(kind: Kind, at: Vec<usize>) -> Self {
        Self { kind, at, spells: Vec::new(), incidents: Vec::new() }
    }

    /// The cell of one of the columns that are read.
    pub fn cell<'a>(&self, record: Record<'a>, needed: usize) -> &'a [u8] {
        self.at.get(needed).map_or(&[][..], |at| record.cell(*at))
    }

    /// Takes the next row.
    ///
    /// # Errors
    /// Why it is not used.
    pub fn take(&mut self, record: Record<'_>) -> Result<(), Refused> {
        if self.kind == Kind::Other {
            return refuse(Refusal::NotNeeded, "", "", 0);
        }
        let Some(child) = ChildId::read(self.cell(record, 0)) else {
            let empty = (0..self.at.len()).all(|needed| self.cell(record, needed).is_empty());
            return if empty {
                refuse(Refusal::Empty, "", "", 0)
            } else {
                refuse(Refusal::NoChild, "no-child", "CHILD", 0)
            };
        };
        match self.kind {
            Kind::Episodes => {
                // Episodes of a child mostly stand one after another: join them before they take room.
                if let Some(next) = self.spell(child, record)?
                    && !self.spells.last_mut().is_some_and(|last| last.join(&next))
                {
                    push_tight(&mut self.spells, next);
                }
            }
            Kind::Missing => {
                let incident = self.incident(child, record)?;
                push_tight(&mut self.incidents, incident);
            }
            Kind::Uasc => {
                let to = end(self.cell(record, 1), "104", "DUC", 1)?;
                push_tight(&mut self.spells, Spell { child, from: Day::MIN, to });
            }
            Kind::Trafficked => {
                if self.trafficked(record)? {
                    push_tight(&mut self.spells, Spell { child, from: Day::MIN, to: Day::MAX });
                }
            }
            Kind::Header | Kind::Other => {}
        }
        Ok(())
    }

    /// Ends the module: its rows, and the numbers of those that say what an earlier row says, in order, at most `most`
    /// of them, with how many there are.
    pub fn finish(mut self, most: usize) -> (Rows, Vec<u64>, u64) {
        match self.kind {
            Kind::Episodes | Kind::Trafficked => merge_spells(&mut self.spells),
            Kind::Uasc => sort_spells(&mut self.spells),
            Kind::Missing => {
                child_order(&mut self.incidents);
                let (rows, count) = repeated(&self.incidents, most);
                return (Rows::Incidents(self.incidents), rows, count);
            }
            Kind::Header | Kind::Other => return (Rows::None, Vec::new(), 0),
        }
        (Rows::Spells(self.spells), Vec::new(), 0)
    }

    /// `None` for a series of short breaks, V3 or V4: a child who has no other episode is not counted, so that nothing
    /// rests on these but that there is nothing else.
    fn spell(&self, child: ChildId, record: Record<'_>) -> Result<Option<Spell>, Refused> {
        let DateCell::Day(from) = date(self.cell(record, 1)) else {
            return refuse(Refusal::NoStart, "episode-start", "DECOM", 1);
        };
        let to = end(self.cell(record, 3), "episode-end", "DEC", 3)?;
        if to < from {
            return refuse(Refusal::Backwards, "episode-order", "DEC", 3);
        }
        let legal_status = self.cell(record, 2);
        let short_breaks = legal_status.eq_ignore_ascii_case(b"V3") || legal_status.eq_ignore_ascii_case(b"V4");
        Ok((!short_breaks).then_some(Spell { child, from, to }))
    }

    fn incident(&self, child: ChildId, record: Record<'_>) -> Result<Incident, Refused> {
        let [code, start, mis_end] = [1, 2, 3].map(|needed| self.cell(record, needed));
        let code = match code {
            b"M" | b"m" => Code::Missing,
            b"A" | b"a" => Code::Away,
            b"" if start.is_empty() && mis_end.is_empty() => return refuse(Refusal::Empty, "", "", 0),
            b"" if start.is_empty() => return refuse(Refusal::NotMissingOrAway, "566", "MISSING", 1),
            b"" => return refuse(Refusal::NotMissingOrAway, "565", "MISSING", 1),
            _ => return refuse(Refusal::NotMissingOrAway, "1006", "MISSING", 1),
        };
        let start = match date(start) {
            DateCell::Day(day) => day,
            DateCell::Blank => return refuse(Refusal::NoStart, "564", "MIS_START", 2),
            DateCell::NotADate => return refuse(Refusal::NoStart, "1004", "MIS_START", 2),
        };
        let end = end(mis_end, "1005", "MIS_END", 3)?;
        if end < start {
            return refuse(Refusal::Backwards, "567", "MIS_END", 3);
        }
        Ok(Incident::new(child, code, start, end, record.row))
    }

    fn trafficked(&self, record: Record<'_>) -> Result<bool, Refused> {
        let cell = self.cell(record, 1);
        let is = |words: &[&[u8]]| words.iter().any(|word| cell.eq_ignore_ascii_case(word));
        if is(&[b"confirmed", b"suspected", b"c", b"s", b"y", b"yes", b"true", b"1"]) {
            Ok(true)
        } else if is(&[b"", b"no", b"n", b"false", b"0"]) {
            Ok(false)
        } else {
            refuse(Refusal::NotUnderstood, "trafficked-not-understood", "TRAFFICKED", 1)
        }
    }
}

/// The day on which something ends; [`Day::MAX`] if it has not.
fn end(cell: &[u8], rule: &'static str, column: &'static str, needed: usize) -> Result<Day, Refused> {
    match date(cell) {
        DateCell::Day(day) => Ok(day),
        DateCell::Blank => Ok(Day::MAX),
        DateCell::NotADate => refuse(Refusal::BadEnd, rule, column, needed),
    }
}

#[cold]
fn refuse<T>(why: Refusal, rule: &'static str, column: &'static str, needed: usize) -> Result<T, Refused> {
    Err(Refused { why, rule, column, needed })
}

/// The rows that say what an earlier one says: the first of them, and how many.
fn repeated(incidents: &[Incident], most: usize) -> (Vec<u64>, u64) {
    let mut rows: Vec<u64> = Vec::new();
    let mut count = 0;
    for pair in incidents.windows(2) {
        if pair[0].statement() == pair[1].statement() {
            count += 1;
            let row = pair[1].row();
            let place = rows.partition_point(|other| *other < row);
            if place < most {
                rows.truncate(most - 1);
                rows.insert(place, row);
            }
        }
    }
    (rows, count)
}
