//! Finds children whose identifiers differ only in leading zeros, which spreadsheets drop.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::{ChildId, EpisodeRow, Row};

use super::in_order::is_among;
use super::table::Table;
use super::years::ChildLevel;

/// Every identifier that equals another one apart from leading zeros, and the one of them that stands for all: one of the
/// latest Episodes, if there is one, so that it is known.
pub(crate) fn same_without_zeros(of: &ChildLevel<'_>) -> BTreeMap<ChildId, ChildId> {
    fn note<R: Row>(table: &Table<'_, R>, meant: &mut BTreeMap<ChildId, (ChildId, BTreeSet<ChildId>)>) {
        for same in table.rows().chunk_by(|a, b| a.child() == b.child()) {
            let Some(child) = same.first().map(Row::child) else { continue };
            meant.entry(bare(table, child)).or_insert_with(|| (child, BTreeSet::new())).1.insert(child);
        }
    }
    let mut meant = BTreeMap::new();
    for own in of.returns.iter().rev() {
        note(&own.episodes, &mut meant);
    }
    for own in &of.returns {
        note(&own.header, &mut meant);
        note(&own.uasc, &mut meant);
        note(&own.missing, &mut meant);
    }
    note(&of.list, &mut meant);
    note(&of.interviews, &mut meant);
    note(&of.teams, &mut meant);
    let all = meant.into_values().flat_map(|(stands, all)| all.into_iter().map(move |child| (child, stands)));
    all.filter(|(child, stands)| child != stands).collect()
}

/// How many children of each file, by its index, are not in Episodes, but would be if leading zeros did not matter. A child
/// of an earlier year's Episodes is looked for in the latest Episodes.
pub(crate) fn zeros(of: &ChildLevel<'_>) -> BTreeMap<usize, u64> {
    let Some(latest) = of.returns.iter().rposition(|of| !of.episodes.is_absent()) else { return BTreeMap::new() };
    let known: Vec<&[EpisodeRow]> = of.returns.iter().map(|of| of.episodes.rows()).collect();
    let newest = [of.returns[latest].episodes.rows()];
    let mut strangers = Strangers::default();
    for (at, own) in of.returns.iter().enumerate() {
        strangers.note(&own.header, &known);
        strangers.note(&own.uasc, &known);
        strangers.note(&own.missing, &known);
        if at != latest {
            strangers.note(&own.episodes, &newest);
        }
    }
    strangers.note(&of.list, &known);
    strangers.note(&of.interviews, &known);
    strangers.note(&of.teams, &known);
    if strangers.by_key.is_empty() {
        return BTreeMap::new();
    }
    // The children in Episodes with the same identifier without zeros. If several have it, nobody can tell which one is
    // meant, and that is asked as well.
    let mut meant: BTreeMap<ChildId, BTreeSet<ChildId>> = BTreeMap::new();
    for own in of.returns.iter().take(latest + 1) {
        for same in own.episodes.rows().chunk_by(|a, b| a.child == b.child) {
            let Some(child) = same.first().map(Row::child) else { continue };
            let key = bare(&own.episodes, child);
            if strangers.by_key.contains_key(&key) {
                meant.entry(key).or_default().insert(child);
            }
        }
    }
    let mut asked: BTreeSet<ChildId> = BTreeSet::new();
    for (key, children) in &strangers.by_key {
        let others = |child: &ChildId| meant.get(key).is_some_and(|same| same.iter().any(|other| other != child));
        asked.extend(children.iter().filter(|child| others(child)));
    }
    files_with(of, &asked)
}

/// How many of these children each file of the returns and lists has, by its index. Where one file is asked about, no
/// other one of its return may be held against the files that write the identifier otherwise.
fn files_with(of: &ChildLevel<'_>, asked: &BTreeSet<ChildId>) -> BTreeMap<usize, u64> {
    fn note<R: Row>(table: &Table<'_, R>, asked: &BTreeSet<ChildId>, of_files: &mut BTreeSet<(usize, ChildId)>) {
        for row in table.rows().iter().filter(|row| asked.contains(&row.child())) {
            of_files.insert((table.stands(row).0, row.child()));
        }
    }
    let mut of_files = BTreeSet::new();
    if !asked.is_empty() {
        for own in &of.returns {
            note(&own.header, asked, &mut of_files);
            note(&own.episodes, asked, &mut of_files);
            note(&own.uasc, asked, &mut of_files);
            note(&own.missing, asked, &mut of_files);
        }
        note(&of.list, asked, &mut of_files);
        note(&of.interviews, asked, &mut of_files);
        note(&of.teams, asked, &mut of_files);
    }
    let mut files = BTreeMap::new();
    for (file, _) in of_files {
        *files.entry(file).or_default() += 1;
    }
    files
}

/// Children that are not in Episodes, by their identifiers without zeros.
#[derive(Debug, Default)]
struct Strangers {
    by_key: BTreeMap<ChildId, BTreeSet<ChildId>>,
}

impl Strangers {
    /// Notes the children of a table that are in none of these episodes. All rows are in the order of their children.
    fn note<R: Row>(&mut self, table: &Table<'_, R>, known: &[&[EpisodeRow]]) {
        let mut known: Vec<_> = known.iter().map(|rows| is_among(*rows)).collect();
        let mut is_known = |child: ChildId| known.iter_mut().any(|is_among| is_among(child));
        for row in table.rows().iter().filter(|row| !is_known(row.child())) {
            self.by_key.entry(bare(table, row.child())).or_default().insert(row.child());
        }
    }
}

/// An identifier without its leading zeros.
fn bare<R: Row>(table: &Table<'_, R>, child: ChildId) -> ChildId {
    child.without_zeros(|| table.name(child))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::tables::Made;

    /// How many children of each file of a return are in its Episodes only apart from zeros.
    fn found(made: &Made) -> (usize, Vec<(usize, u64)>) {
        let of = ChildLevel { returns: vec![made.year(2025)], ..ChildLevel::default() };
        (same_without_zeros(&of).len(), zeros(&of).into_iter().collect())
    }

    #[test]
    fn identifiers_that_differ_in_zeros_alone_are_found_and_no_others() {
        let episodes = |ids: &[&str]| {
            let rows: String = ids.iter().map(|id| format!("{id},01/05/2024,C2,\n")).collect::<Vec<_>>().concat();
            Made::new().episodes(&format!("CHILD,DECOM,LS,DEC\n{rows}"))
        };
        let missing = |id: &str| format!("CHILD,MISSING,MIS_START,MIS_END\n{id},M,01/06/2024,\n{id},M,01/07/2024,\n");
        let cases: [(&[&str], &str, usize); 8] = [
            (&["0012", "7"], "12", 1),
            (&["12"], "0012", 1),
            (&["012"], "0012", 1),
            (&["0001234567890123"], "1234567890123", 1),
            // The same text, another child, and two children either of whom may be meant: that is asked, too.
            (&["0012", "12"], "12", 1),
            (&["0013"], "12", 0),
            (&["012", "0012"], "12", 2),
            (&["A012"], "A12", 0),
        ];
        for (ids, other, count) in cases {
            let expected = if count > 0 && ids != ["0012", "12"] { vec![(1, 1)] } else { vec![] };
            assert_eq!(found(&episodes(ids).missing(&missing(other))), (count, expected), "{ids:?} {other}");
        }
    }
}
