//! Whether two returns, of a year and of the year before, have the same identifiers for the children who stayed in care from
//! one to the other. Where they do not, a period with days of both would count such a child twice.

use std::collections::BTreeSet;

use missing_rows::{ChildId, Day, EpisodeRow, HeaderRow};

use super::identifiers::Identifiers;
use super::years::{ChildLevel, Return};
use crate::period::Period;

/// At least so many children must have another identifier before that is more than a slip.
const SOME: usize = 2;
/// And one of so many of those who stayed in care, before it is said.
const ONE_OF: usize = 20;
/// Where no child at all is in both returns, so many must have stayed in care.
const NOBODY_STAYED: usize = 5;

impl ChildLevel<'_> {
    /// Compares the identifiers of each return with those of the year before.
    pub(crate) fn compare_identifiers(&mut self) {
        let found: Vec<Identifiers> = self
            .returns
            .iter()
            .map(|own| self.last(own).map_or(Identifiers::Same, |last| compare(last, own)))
            .collect();
        for (own, identifiers) in self.returns.iter_mut().zip(found) {
            own.identifiers = identifiers;
        }
    }
}

/// A child in an episode that goes on over the end of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Staying {
    child: ChildId,
    began: Day,
}

fn compare(last: &Return<'_>, own: &Return<'_>) -> Identifiers {
    let Some(end) = last.days().map(Period::end) else { return Identifiers::Same };
    let (before, after) = (staying(last.episodes.rows(), end), staying(own.episodes.rows(), end));
    if before.is_empty() || own.episodes.rows().is_empty() {
        return Identifiers::Same;
    }
    let may_be = |a: &Staying, b: &Staying| may_be_one(last.header.rows(), a.child, own.header.rows(), b.child);
    let both: BTreeSet<(ChildId, Day)> = after.iter().map(|of| (of.child, of.began)).collect();
    let is_kept = |of: &&Staying| both.contains(&(of.child, of.began)) && may_be(of, of);
    let kept: BTreeSet<ChildId> = before.iter().filter(is_kept).map(|of| of.child).collect();
    let mut gone: Vec<Staying> = before.iter().filter(|of| !kept.contains(&of.child)).copied().collect();
    let mut come: Vec<Staying> = after.iter().filter(|of| !kept.contains(&of.child)).copied().collect();
    gone.sort_by_key(|of| (of.began, of.child));
    come.sort_by_key(|of| (of.began, of.child));
    let mut others = 0;
    for one in &gone {
        let from = come.partition_point(|other| other.began < one.began);
        let same_day = come.iter().enumerate().skip(from).take_while(|(_, other)| other.began == one.began);
        if let Some((at, _)) = same_day.into_iter().find(|(_, other)| other.child != one.child && may_be(one, other)) {
            come.remove(at);
            others += 1;
        }
    }
    let has = |child: ChildId| own.episodes.rows().binary_search_by_key(&child, |row| row.child).is_ok();
    let nobody = before.len() >= NOBODY_STAYED && !last.episodes.rows().iter().any(|row| has(row.child));
    if nobody || others >= SOME && others > kept.len() {
        Identifiers::Others
    } else if others >= SOME && others * ONE_OF >= others + kept.len() {
        Identifiers::Some(others)
    } else {
        Identifiers::Same
    }
}

/// The children in an episode that began by that day and goes on after it, each once.
fn staying(rows: &[EpisodeRow], end: Day) -> Vec<Staying> {
    let goes_on = |row: &EpisodeRow| {
        row.days().filter(|(from, to)| *from <= end && *to > end).map(|(began, _)| Staying { child: row.child, began })
    };
    let mut found: Vec<Staying> = rows.iter().filter_map(goes_on).collect();
    found.dedup_by_key(|of| of.child);
    found
}

/// Whether nothing in Header speaks against two identifiers being one child’s: another date of birth, or another sex.
fn may_be_one(last: &[HeaderRow], before: ChildId, own: &[HeaderRow], after: ChildId) -> bool {
    let of = |rows: &[HeaderRow], child: ChildId| {
        rows.binary_search_by_key(&child, |row| row.child).ok().and_then(|at| rows.get(at).copied())
    };
    let Some((one, other)) = of(last, before).zip(of(own, after)) else { return true };
    let births = one.dob.day().zip(other.dob.day());
    let is_known = |row: &HeaderRow| !row.sex.is_blank() && !row.sex.is_other();
    births.is_none_or(|(one, other)| one == other) && !(is_known(&one) && is_known(&other) && one.sex != other.sex)
}
