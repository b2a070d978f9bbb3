//! The rows of child-level tables, small enough to hold a country's.

use crate::{ChildId, Day};

/// Days without a gap on which something is true of a child: looked after other than under a series of short breaks, or
/// unaccompanied, or on a list. 12 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// Whose.
    pub child: ChildId,
    /// First day.
    pub from: Day,
    /// Last day; [`Day::MAX`] while it lasts.
    pub to: Day,
}

impl Spell {
    fn order(&self) -> (ChildId, Day, Day) {
        (self.child, self.from, self.to)
    }

    /// Takes `next` into this spell if it goes on where, or before, this one ends.
    pub fn join(&mut self, next: &Self) -> bool {
        let joins = self.child == next.child && next.from <= self.to && next.to >= self.from;
        if joins {
            self.from = self.from.min(next.from);
            self.to = self.to.max(next.to);
        }
        joins
    }
}

/// Puts spells in the order of their children.
pub fn sort_spells(spells: &mut [Spell]) {
    spells.sort_unstable_by_key(Spell::order);
}

/// Puts spells in the order of their children, and those of a child that touch into one.
pub fn merge_spells(spells: &mut Vec<Spell>) {
    sort_spells(spells);
    spells.dedup_by(|next, spell| spell.join(next));
    spells.shrink_to_fit();
}

/// The two codes of the Missing module. Never added together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// M: whereabouts not known.
    Missing,
    /// A: whereabouts known, but away from placement without authorisation.
    Away,
}

/// One period of being missing or away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Whose.
    pub child: ChildId,
    /// First day.
    pub start: Day,
    /// Last day; [`Day::MAX`] while it lasts.
    pub end: Day,
    /// Row in the lower 31 bits, code in the highest: a row of the table fits in 16 bytes.
    row_and_code: u32,
}

const AWAY: u32 = 1 << 31;

impl Incident {
    /// One row of the table.
    pub fn new(child: ChildId, code: Code, start: Day, end: Day, row: u64) -> Self {
        let row = u32::try_from(row).unwrap_or(u32::MAX).min(AWAY - 1);
        Self { child, start, end, row_and_code: row | if code == Code::Away { AWAY } else { 0 } }
    }

    /// Missing or away.
    pub fn code(&self) -> Code {
        if self.row_and_code & AWAY == 0 { Code::Missing } else { Code::Away }
    }

    /// Row in the file.
    pub fn row(&self) -> u64 {
        u64::from(self.row_and_code & !AWAY)
    }

    /// What makes two rows one statement.
    pub fn statement(&self) -> (ChildId, Code, Day, Day) {
        (self.child, self.code(), self.start, self.end)
    }
}

/// The order in which a file's incidents are kept.
pub(crate) fn child_order(incidents: &mut Vec<Incident>) {
    incidents.sort_unstable_by_key(|i| (i.statement(), i.row()));
    incidents.shrink_to_fit();
}

/// Pushes without the doubling of `Vec`, which would hold up to twice the memory that a large file needs.
pub(crate) fn push_tight<T>(rows: &mut Vec<T>, row: T) {
    if rows.len() == rows.capacity() {
        rows.reserve_exact((rows.len() / 16).max(1024));
    }
    rows.push(row);
}
