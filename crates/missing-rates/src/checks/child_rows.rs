//! What a rule sees of a child, and how it reports what it found.

use missing_rows::{ChildId, Column, EpisodeRow, HeaderRow, ListRow, MissingRow, UascRow};

use crate::care::{Records, Return};
use crate::period::{Day, Period};
use crate::report::Module;

/// The records of one child: this year's return, and last year's where there is one.
#[derive(Clone, Copy, Debug)]
pub(super) struct ChildRows<'a> {
    /// The days of this year, or all days where no date says which year it is.
    pub(super) year: Period,
    pub(super) this: Records<'a>,
    pub(super) last: Option<Records<'a>>,
    /// The return that this year's rows are from.
    pub(super) of: &'a Return<'a>,
    /// The return that last year's rows are from.
    pub(super) of_last: Option<&'a Return<'a>>,
}

impl ChildRows<'_> {
    /// The last day of the year that a module tells of: what has not ended is not known to go on after it.
    pub(super) fn known_until(&self, module: Module) -> Day {
        self.of.covers(module).map_or(self.year.end(), |days| days.end().min(self.year.end()))
    }

    /// The text of a cell that could not be read.
    pub(super) fn unread(&self, row: Row<'_>, column: Column) -> Option<String> {
        unread(self.of, row, column)
    }
}

/// The text of a cell in a return that could not be read.
pub(super) fn unread(of: &Return<'_>, row: Row<'_>, column: Column) -> Option<String> {
    match row {
        Row::Header(row) => of.header.unread(row, column),
        Row::Episode(row) => of.episodes.unread(row, column),
        Row::Uasc(row) => of.uasc.unread(row, column),
        Row::Missing(row) => of.missing.unread(row, column),
        Row::List(_) => None,
    }
}

/// The rows of one child on the lists beside the returns.
#[derive(Clone, Copy, Debug)]
pub(super) struct ListRows<'a> {
    pub(super) rows: &'a [ListRow],
    /// Whether any return has the child in Header or Episodes.
    pub(super) in_return: bool,
    /// The year of each list; `None` of one that is about every year.
    pub(super) years: &'a [Option<i32>],
}

impl ListRows<'_> {
    /// Whether two rows may be about one year.
    pub(super) fn may_be_of_one_year(&self, one: &ListRow, other: &ListRow) -> bool {
        let year = |row: &ListRow| self.years.get(usize::from(row.file)).copied().flatten();
        year(one).is_none_or(|one| year(other).is_none_or(|other| one == other))
    }
}

/// A row of any table.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Row<'a> {
    Header(&'a HeaderRow),
    Episode(&'a EpisodeRow),
    Uasc(&'a UascRow),
    Missing(&'a MissingRow),
    List(&'a ListRow),
}

macro_rules! from_row {
    ($($row:ident $variant:ident),*) => {
        $(impl<'a> From<&'a $row> for Row<'a> {
            fn from(row: &'a $row) -> Self {
                Self::$variant(row)
            }
        })*
    };
}

from_row!(HeaderRow Header, EpisodeRow Episode, UascRow Uasc, MissingRow Missing, ListRow List);

/// Which of the two returns a row is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    This,
    Last,
}

/// A row, and the cells of it that a reader should see.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'a> {
    pub(crate) row: Row<'a>,
    pub(crate) whose: Whose,
    pub(crate) columns: &'static [Column],
    /// Which of these cells are at fault, by their places, one bit each: all, if the rule does not say.
    faults: u8,
}

impl Shown<'_> {
    /// Only the cells of these columns are at fault; none, if what is at fault is the row or the child.
    pub(super) fn at(self, columns: &[Column]) -> Self {
        self.where_so(|column| columns.contains(column))
    }

    /// Only the cells are at fault of which this holds.
    pub(super) fn where_so(self, is_meant: impl Fn(&Column) -> bool) -> Self {
        let bit = |(at, column): (usize, &Column)| if is_meant(column) { 1 << at } else { 0 };
        Self { faults: self.columns.iter().take(8).enumerate().map(bit).sum(), ..self }
    }

    /// Whether the cell at this place is at fault.
    pub(super) fn is_at_fault(&self, at: usize) -> bool {
        at < 8 && self.faults & (1 << at) != 0
    }
}

/// The last days of a child's episodes in their order, each with the index of its episode: a child can have tens of
/// thousands.
pub(super) fn ends(episodes: &[EpisodeRow]) -> Vec<(Day, usize)> {
    let end = |(at, row): (usize, &EpisodeRow)| Some((row.dec.day()?, at));
    let mut ends: Vec<_> = episodes.iter().enumerate().filter_map(end).collect();
    ends.sort_unstable();
    ends
}

/// A row of this year's return.
pub(super) fn this<'a>(row: impl Into<Row<'a>>, columns: &'static [Column]) -> Shown<'a> {
    Shown { row: row.into(), whose: Whose::This, columns, faults: u8::MAX }
}

/// A row of last year's return.
pub(super) fn last<'a>(row: impl Into<Row<'a>>, columns: &'static [Column]) -> Shown<'a> {
    Shown { row: row.into(), whose: Whose::Last, columns, faults: u8::MAX }
}

/// One row that breaks a rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Violation<'a> {
    /// Index of the rule in [`super::CHILD_RULES`].
    pub(crate) rule: usize,
    /// Index of the return that the rule was run on; `None` for a list.
    pub(crate) of: Option<usize>,
    pub(crate) child: ChildId,
    pub(crate) shown: Shown<'a>,
    /// The row that it clashes with.
    pub(crate) against: Option<Shown<'a>>,
}

/// The rows that break rules, as they are found.
#[derive(Debug)]
pub(super) struct Violations<'a> {
    pub(super) all: Vec<Violation<'a>>,
    pub(super) rule: usize,
    pub(super) of: Option<usize>,
    pub(super) child: ChildId,
}

impl<'a> Violations<'a> {
    /// Notes a row that breaks the rule by itself.
    pub(super) fn row(&mut self, shown: Shown<'a>) {
        self.push(shown, None);
    }

    /// Notes a row that breaks the rule together with another.
    pub(super) fn clash(&mut self, shown: Shown<'a>, against: Shown<'a>) {
        self.push(shown, Some(against));
    }

    /// Notes a row that breaks the rule, together with another if there is one.
    pub(super) fn push(&mut self, shown: Shown<'a>, against: Option<Shown<'a>>) {
        self.all.push(Violation { rule: self.rule, of: self.of, child: self.child, shown, against });
    }
}
