//! Rows of Missing whose coding is doubtful: M could be A, or A could be M.

use missing_rows::{Code, Day, MissingRow};

/// What the code of a row of Missing could be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    /// The code is as it says.
    Firm(Code),
    /// It overlaps a row of the child with the other code.
    Doubtful(Code),
    /// It is neither M nor A. Its dates are good, so the row could be used with either code.
    Neither,
    /// The row is not used, whatever its code.
    Unusable,
}

/// How each row of a child is coded, in the order of the rows.
pub(super) fn codings(rows: &[MissingRow]) -> impl Iterator<Item = Coding> {
    let overlaps = Overlaps::of(rows);
    rows.iter().enumerate().map(move |(at, row)| match row.days() {
        Some((code, ..)) if overlaps.any(at).is_some() => Coding::Doubtful(code),
        Some((code, ..)) => Coding::Firm(code),
        None if row.code.code().is_none() => match (row.start.day(), row.end.end()) {
            (Some(start), Some(end)) if start <= end => Coding::Neither,
            _ => Coding::Unusable,
        },
        None => Coding::Unusable,
    })
}

/// A row that is used, and the row that ends last among those up to it.
#[derive(Clone, Copy, Debug)]
struct Used {
    at: usize,
    days: (Day, Day),
    /// The last end up to here, and the index of its row.
    latest: (Day, usize),
}

/// Finds the rows of a child that overlap a row of the other code.
///
/// Two rows overlap if each starts before the other ends, or if they have the same days. Two rows that only touch,
/// where one ends on the day on which the other starts, do not overlap. Rows that are set aside never overlap.
#[derive(Debug)]
pub(super) struct Overlaps<'a> {
    rows: &'a [MissingRow],
    /// Used rows of M and of A, in the order of their starts.
    used: [Vec<Used>; 2],
}

impl<'a> Overlaps<'a> {
    /// The overlaps of a child's rows, which are in their order.
    pub(super) fn of(rows: &'a [MissingRow]) -> Self {
        let mut used: [Vec<Used>; 2] = Default::default();
        for (at, row) in rows.iter().enumerate() {
            let Some((code, from, to)) = row.days() else { continue };
            let of_code = &mut used[code as usize];
            let latest = of_code.last().map(|last| last.latest).filter(|(end, _)| *end >= to).unwrap_or((to, at));
            of_code.push(Used { at, days: (from, to), latest });
        }
        Self { rows, used }
    }

    /// A row of the other code that overlaps the row at this index.
    pub(super) fn any(&self, at: usize) -> Option<&'a MissingRow> {
        self.among(at, |_| true)
    }

    /// The same, but only among the rows before it.
    pub(super) fn earlier(&self, at: usize) -> Option<&'a MissingRow> {
        self.among(at, |other| other < at)
    }

    fn among(&self, at: usize, stands: impl Fn(usize) -> bool) -> Option<&'a MissingRow> {
        let (code, from, to) = self.rows.get(at)?.days()?;
        let others = match code {
            Code::Missing => &self.used[Code::Away as usize],
            Code::Away => &self.used[Code::Missing as usize],
        };
        let others = &others[..others.partition_point(|other| stands(other.at))];
        let begun = others.partition_point(|other| other.days.0 < to);
        let overlaps = begun.checked_sub(1).and_then(|last| others.get(last)).filter(|last| last.latest.0 > from);
        let same =
            || others.binary_search_by_key(&(from, to), |other| other.days).ok().and_then(|same| others.get(same));
        let place = overlaps.map(|last| last.latest.1).or_else(|| same().map(|same| same.at))?;
        self.rows.get(place)
    }
}

#[cfg(test)]
mod tests {
    use missing_rows::{ChildId, MissingCode, When};
    use proptest::prelude::*;

    use super::*;

    fn row(code: &str, start: u8, end: Option<u8>) -> MissingRow {
        let day = |day: u8| When::from(Day::new(2024, 6, day).unwrap());
        MissingRow {
            child: ChildId::read(b"1").unwrap(),
            row: 2,
            file: 0,
            dob: When::BLANK,
            start: day(start),
            end: end.map_or(When::BLANK, day),
            code: MissingCode::read(code.as_bytes()),
        }
    }

    #[test]
    fn a_row_is_doubtful_beside_one_of_the_other_code_on_the_same_days() {
        let rows = [
            row("M", 1, Some(5)),
            row("A", 2, Some(3)),
            row("A", 5, Some(6)),
            row("X", 7, None),
            row("M", 8, Some(7)),
            row("A", 9, Some(9)),
            row("M", 9, Some(9)),
        ];
        let expected = [
            Coding::Doubtful(Code::Missing),
            Coding::Doubtful(Code::Away),
            Coding::Firm(Code::Away),
            Coding::Neither,
            Coding::Unusable,
            Coding::Doubtful(Code::Away),
            Coding::Doubtful(Code::Missing),
        ];
        assert_eq!(codings(&rows).collect::<Vec<_>>(), expected);
    }

    proptest! {
        #[test]
        fn overlaps_are_those_that_a_comparison_of_every_pair_finds(
            made in prop::collection::vec((any::<bool>(), 1u8..10, prop::option::of(1u8..10)), 0..12),
        ) {
            let mut rows: Vec<_> = made.iter().map(|(m, start, end)| row(if *m { "M" } else { "A" }, *start, *end)).collect();
            missing_rows::Row::sort(&mut rows);
            let overlaps = Overlaps::of(&rows);
            let overlap = |one: &MissingRow, other: &MissingRow| {
                let (Some((a, from, to)), Some((b, since, until))) = (one.days(), other.days()) else { return false };
                a != b && (from < until && since < to || (from, to) == (since, until))
            };
            for (at, row) in rows.iter().enumerate() {
                prop_assert_eq!(overlaps.any(at).is_some(), rows.iter().any(|other| overlap(row, other)));
                prop_assert_eq!(overlaps.earlier(at).is_some(), rows[..at].iter().any(|other| overlap(row, other)));
                for found in [overlaps.any(at), overlaps.earlier(at)].into_iter().flatten() {
                    prop_assert!(overlap(row, found));
                }
            }
        }
    }
}
