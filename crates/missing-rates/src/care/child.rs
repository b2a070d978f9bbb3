//! Reads the returns child by child: everything they say about one child, in one pass along tables that share an order.

use missing_rows::{ChildId, EpisodeRow, HeaderRow, ListRow, MissingRow, Row, UascRow};

use super::years::{ChildLevel, Return};

/// The rows of one child in one return. A module that is absent, or that does not have the child, gives no rows.
///
/// The rows are in the order of their dates: episodes by DECOM and DEC, periods of being missing by `MIS_START`,
/// MISSING and `MIS_END`. Blanks come after all dates. Cells that are not dates come between dates and blanks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Records<'a> {
    pub(crate) header: &'a [HeaderRow],
    pub(crate) episodes: &'a [EpisodeRow],
    pub(crate) uasc: &'a [UascRow],
    pub(crate) missing: &'a [MissingRow],
}

impl<'a> Records<'a> {
    fn of(of: &'a Return<'_>) -> Self {
        Self {
            header: of.header.rows(),
            episodes: of.episodes.rows(),
            uasc: of.uasc.rows(),
            missing: of.missing.rows(),
        }
    }

    /// The child whose rows come first.
    fn first(&self) -> Option<ChildId> {
        [first(self.header), first(self.episodes), first(self.uasc), first(self.missing)].into_iter().flatten().min()
    }

    /// Takes the rows of a child from the front.
    fn take(&mut self, child: ChildId) -> Self {
        Self {
            header: take(&mut self.header, child),
            episodes: take(&mut self.episodes, child),
            uasc: take(&mut self.uasc, child),
            missing: take(&mut self.missing, child),
        }
    }
}

#[inline]
fn first<R: Row>(rows: &[R]) -> Option<ChildId> {
    rows.first().map(Row::child)
}

#[inline]
fn take<'a, R: Row>(rows: &mut &'a [R], child: ChildId) -> &'a [R] {
    let count = rows.iter().take_while(|row| row.child() == child).count();
    let (of_child, rest) = rows.split_at(count);
    *rows = rest;
    of_child
}

/// The function that is called for each child, with its rows in each return and its rows in the lists.
type Visit<'a> = &'a mut dyn FnMut(ChildId, &[Records<'_>], &[ListRow]);

/// One child: the rows of this year's return, and of last year's where there is one.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "for the checks")]
pub(crate) struct Child<'a> {
    pub(crate) id: ChildId,
    pub(crate) this: Records<'a>,
    pub(crate) last: Option<Records<'a>>,
}

/// Every child of this year's return, and of last year's if it is given, once, in order. A child that is in only one of
/// the two has no rows in the other.
#[allow(dead_code, reason = "for the checks")]
pub(crate) fn children<'a>(
    this: &'a Return<'_>,
    last: Option<&'a Return<'_>>,
) -> impl Iterator<Item = Child<'a>> + use<'a> {
    let mut this = Records::of(this);
    let mut last = last.map(Records::of);
    std::iter::from_fn(move || {
        let id = [this.first(), last.as_ref().and_then(Records::first)].into_iter().flatten().min()?;
        Some(Child { id, this: this.take(id), last: last.as_mut().map(|last| last.take(id)) })
    })
}

/// Calls `visit` for every child, once, in order, with its rows in each return (earliest return first) and in the
/// lists.
pub(crate) fn each_child(of: &ChildLevel<'_>, visit: Visit<'_>) {
    let mut rest: Vec<Records<'_>> = of.returns.iter().map(Records::of).collect();
    let mut list = of.list.rows();
    let mut own: Vec<Records<'_>> = Vec::with_capacity(rest.len());
    while let Some(child) = rest.iter().filter_map(Records::first).chain(first(list)).min() {
        own.clear();
        own.extend(rest.iter_mut().map(|records| records.take(child)));
        visit(child, &own, take(&mut list, child));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::tables::Made;

    #[test]
    fn every_child_comes_once_with_its_rows_of_both_years() {
        let this = Made::new()
            .header("CHILD,DOB,ETHNIC\nB,01/01/2010,WBRI\na 7,01/01/2011,WBRI\n")
            .episodes("CHILD,DECOM,LS,DEC\nC,01/05/2024,C2,\nB,01/06/2024,C2,\nB,01/05/2024,C2,01/06/2024\n")
            .missing("CHILD,MISSING,MIS_START,MIS_END\nB,M,nonsense,\n");
        let last = Made::new().uasc("CHILD,DUC\nD,\nB,\n");
        let (this, last) = (this.year(2025), last.year(2024));
        let text = |id| this.header.child_text(id).unwrap();
        let seen: Vec<_> = children(&this, Some(&last))
            .map(|child| {
                let uasc = child.last.map_or(0, |last| last.uasc.len());
                (text(child.id), child.this.header.len(), child.this.episodes.len(), child.this.missing.len(), uasc)
            })
            .collect();
        let expected = [("B", 1, 2, 1, 1), ("C", 0, 1, 0, 0), ("D", 0, 0, 0, 1), ("A7", 1, 0, 0, 0)];
        let expected =
            expected.map(|(id, header, episodes, missing, uasc)| (id.to_owned(), header, episodes, missing, uasc));
        assert_eq!(seen, expected);
        assert_eq!(children(&this, None).count(), 3);
    }
}
