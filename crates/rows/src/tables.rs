//! The rows of child-level tables, small enough to hold a country's.
//!
//! A row is in its table even if its cells do not allow its use, because checks need it. `days` says whether they do.

use crate::{
    ChildId, Code, Day, EpisodeEnd, LegalStatus, Listed, MissingCode, NewEpisode, Placement, Provider, SexCode,
    UascFlag, Upn, When,
};

/// A row of a child-level table.
pub trait Row: Copy {
    /// The child that the row is about.
    fn child(&self) -> ChildId;
    /// The file, by its index among the files of its table, and the row in it as a spreadsheet numbers it.
    fn stands(&self) -> (u16, u32);
    /// Sets which of several files the row is from.
    fn set_file(&mut self, file: u16);
    /// Changes the child that the row is about.
    fn set_child(&mut self, child: ChildId);
    /// Sorts rows by child. Rows of one child are sorted by their content, so that nothing depends on where they were.
    fn sort(rows: &mut [Self]);
}

macro_rules! row {
    ($name:ident, $order:expr) => {
        impl Row for $name {
            #[inline]
            fn child(&self) -> ChildId {
                self.child
            }

            #[inline]
            fn stands(&self) -> (u16, u32) {
                (self.file, self.row)
            }

            fn set_file(&mut self, file: u16) {
                self.file = file;
            }

            fn set_child(&mut self, child: ChildId) {
                self.child = child;
            }

            fn sort(rows: &mut [Self]) {
                by_child(rows, $order);
            }
        }
    };
}
pub(crate) use row;

/// One row of Header: who a child is. 24 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderRow {
    /// The child.
    pub child: ChildId,
    /// Row in the file.
    pub row: u32,
    /// File, among those of the table.
    pub file: u16,
    /// DOB.
    pub dob: When,
    /// SEX.
    pub sex: SexCode,
    /// UASC, which few files have.
    pub uasc: UascFlag,
    /// DUC, which few files have here.
    pub duc: When,
    /// UPN.
    pub upn: Upn,
}

row!(HeaderRow, |r: &HeaderRow| (r.child, r.dob, r.sex, r.uasc, r.duc, r.upn, r.file, r.row));

/// One row of Episodes: days without a change of placement or legal status. 24 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EpisodeRow {
    /// The child.
    pub child: ChildId,
    /// Row in the file.
    pub row: u32,
    /// File, among those of the table.
    pub file: u16,
    /// DECOM: the first day.
    pub decom: When,
    /// DEC: the last day; blank while it lasts.
    pub dec: When,
    /// LS.
    pub ls: LegalStatus,
    /// PLACE.
    pub place: Placement,
    /// `PLACE_PROVIDER`.
    pub provider: Provider,
    /// REC.
    pub rec: EpisodeEnd,
    /// RNE.
    pub rne: NewEpisode,
}

row!(EpisodeRow, |r: &EpisodeRow| {
    (r.child, r.decom, r.dec, (r.ls, r.place, r.provider, r.rec, r.rne), r.file, r.row)
});

impl EpisodeRow {
    /// The first and the last day; [`Day::MAX`] while it lasts. `None` if the cells do not say, or the end is before
    /// the start. Such a row is set aside.
    #[inline]
    pub fn days(&self) -> Option<(Day, Day)> {
        let (from, to) = (self.decom.day()?, self.dec.end()?);
        (from <= to).then_some((from, to))
    }
}

/// One row of UASC: a child who is, or was, unaccompanied. 20 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UascRow {
    /// The child.
    pub child: ChildId,
    /// Row in the file.
    pub row: u32,
    /// File, among those of the table.
    pub file: u16,
    /// DOB.
    pub dob: When,
    /// DUC: the day on which the status ceased; blank while it lasts.
    pub duc: When,
    /// SEX.
    pub sex: SexCode,
}

row!(UascRow, |r: &UascRow| (r.child, r.duc, r.dob, r.sex, r.file, r.row));

/// One row of Missing: one period of being missing or away. 24 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingRow {
    /// The child.
    pub child: ChildId,
    /// Row in the file.
    pub row: u32,
    /// File, among those of the table.
    pub file: u16,
    /// DOB.
    pub dob: When,
    /// `MIS_START`: the first day.
    pub start: When,
    /// `MIS_END`: the last day; blank while it lasts.
    pub end: When,
    /// MISSING.
    pub code: MissingCode,
}

row!(MissingRow, |r: &MissingRow| (r.child, r.start, r.code, r.end, r.file, r.row));

impl MissingRow {
    /// Missing or away, and the first and the last day; [`Day::MAX`] while it lasts. `None` if the cells do not say, or
    /// the end is before the start. Such a row is set aside.
    #[inline]
    pub fn days(&self) -> Option<(Code, Day, Day)> {
        let (code, start, end) = (self.code.code()?, self.start.day()?, self.end.end()?);
        (start <= end).then_some((code, start, end))
    }

    /// Two rows are the same statement if these are equal.
    pub fn statement(&self) -> (ChildId, MissingCode, When, When) {
        (self.child, self.code, self.start, self.end)
    }
}

/// One row of a list of children. 16 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListRow {
    /// The child.
    pub child: ChildId,
    /// Row in the file.
    pub row: u32,
    /// File, among those of the table.
    pub file: u16,
    /// TRAFFICKED.
    pub listed: Listed,
}

row!(ListRow, |r: &ListRow| (r.child, r.listed, r.file, r.row));

/// Sorts by an order that begins with the child, if rows are not in that order already. Everything but the child is
/// compared only for the same child.
pub(crate) fn by_child<R: Row, K: Ord>(rows: &mut [R], order: impl Fn(&R) -> K) {
    let compare = |a: &R, b: &R| a.child().cmp(&b.child()).then_with(|| order(a).cmp(&order(b)));
    if !rows.is_sorted_by(|a, b| compare(a, b).is_le()) {
        rows.sort_unstable_by(compare);
    }
}

/// Pushes without the doubling of `Vec`, which would take up to twice the memory that a large file needs.
pub(crate) fn push_tight<T>(rows: &mut Vec<T>, row: T) {
    if rows.len() == rows.capacity() {
        rows.reserve_exact((rows.len() / 16).max(1024));
    }
    rows.push(row);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_in_one_order_wherever_they_were() {
        let row = |child: &str, row, start: &str| ListRow {
            child: ChildId::read(child.as_bytes()).unwrap(),
            row,
            file: 0,
            listed: if start == "x" { Listed::No } else { Listed::Confirmed },
        };
        let order = |r: &ListRow| (r.child, r.listed, r.file, r.row);
        // Six rows in every order.
        let rows =
            [row("B", 1, "x"), row("B", 2, ""), row("A", 3, ""), row("A", 4, "x"), row("C", 5, ""), row("A", 6, "")];
        let mut sorted = rows;
        sorted.sort_by_key(order);
        for nth in 0..720 {
            let (mut left, mut rest, mut mixed) = (rows.to_vec(), nth, Vec::new());
            for n in (1..=6).rev() {
                mixed.push(left.remove(rest % n));
                rest /= n;
            }
            ListRow::sort(&mut mixed);
            assert_eq!(mixed, sorted);
        }
    }

    #[test]
    fn rows_are_small() {
        assert_eq!(size_of::<EpisodeRow>(), 24);
        assert_eq!(size_of::<MissingRow>(), 24);
        assert_eq!([size_of::<HeaderRow>(), size_of::<UascRow>(), size_of::<ListRow>()], [24, 20, 16]);
    }
}
