//! Children whose identifiers differ in nothing but zeros before them: spreadsheets drop them.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::{ChildId, Row};

use super::table::Table;
use super::years::ChildLevel;

/// What the files have of children that are the same but for zeros before their identifiers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Zeros {
    /// Identifiers, and those in Episodes that they are without the zeros or with them.
    pub(crate) same: BTreeMap<ChildId, ChildId>,
    /// How many children of a file, by its index, are in Episodes only so.
    pub(crate) files: BTreeMap<usize, u64>,
}

/// Finds children of any file that are not in Episodes, and are if zeros before identifiers do not matter. Those of Episodes
/// of earlier years are looked for in the latest.
pub(crate) fn zeros(of: &ChildLevel<'_>) -> Zeros {
    let Some(latest) = of.returns.iter().rposition(|of| !of.episodes.is_absent()) else { return Zeros::default() };
    let known: BTreeSet<ChildId> = of.returns.iter().flat_map(|of| of.episodes.rows()).map(Row::child).collect();
    let newest: BTreeSet<ChildId> = of.returns[latest].episodes.rows().iter().map(Row::child).collect();
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
    if strangers.files.is_empty() {
        return Zeros::default();
    }
    // Which child in Episodes has the same identifier without zeros: in the latest, else in earlier ones. If several have, a
    // person cannot mean one of them.
    let mut meant: BTreeMap<ChildId, Option<ChildId>> = BTreeMap::new();
    for own in of.returns.iter().take(latest + 1).rev() {
        let mut here: BTreeMap<ChildId, Option<ChildId>> = BTreeMap::new();
        for same in own.episodes.rows().chunk_by(|a, b| a.child == b.child) {
            let Some(child) = same.first().map(Row::child) else { continue };
            let key = bare(&own.episodes, child);
            if strangers.by_key.contains_key(&key) {
                let entry = here.entry(key).or_insert(Some(child));
                *entry = entry.filter(|other| *other == child);
            }
        }
        for (key, child) in here {
            meant.entry(key).or_insert(child);
        }
    }
    let mut zeros = Zeros::default();
    for (key, children) in &strangers.by_key {
        let Some(Some(same)) = meant.get(key) else { continue };
        for (child, files) in children.iter().filter(|(child, _)| *child != same) {
            zeros.same.insert(*child, *same);
            for file in files {
                *zeros.files.entry(*file).or_default() += 1;
            }
        }
    }
    zeros
}

/// Children that are not in Episodes, by their identifiers without zeros, and the files that have them.
#[derive(Debug, Default)]
struct Strangers {
    by_key: BTreeMap<ChildId, BTreeMap<ChildId, BTreeSet<usize>>>,
    files: BTreeSet<usize>,
}

impl Strangers {
    fn note<R: Row>(&mut self, table: &Table<'_, R>, known: &BTreeSet<ChildId>) {
        for row in table.rows().iter().filter(|row| !known.contains(&row.child())) {
            let (file, child) = (table.stands(row).0, row.child());
            self.files.insert(file);
            self.by_key.entry(bare(table, child)).or_default().entry(child).or_default().insert(file);
        }
    }
}

/// An identifier without the zeros before it.
fn bare<R: Row>(table: &Table<'_, R>, child: ChildId) -> ChildId {
    let text = table.child_text(child).unwrap_or_default();
    ChildId::without_zeros(text.as_bytes()).unwrap_or(child)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::tables::Made;

    /// How many children of each file of a return are in its Episodes only without zeros.
    fn found(made: &Made) -> (usize, Vec<(usize, u64)>) {
        let of = ChildLevel { returns: vec![made.year(2025)], ..ChildLevel::default() };
        let zeros = zeros(&of);
        (zeros.same.len(), zeros.files.into_iter().collect())
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
            // The same text, another child, and two of whom one may be meant.
            (&["0012", "12"], "12", 0),
            (&["0013"], "12", 0),
            (&["012", "0012"], "12", 0),
            (&["A012"], "A12", 0),
        ];
        for (ids, other, count) in cases {
            let expected = if count == 0 { vec![] } else { vec![(1, 1)] };
            assert_eq!(found(&episodes(ids).missing(&missing(other))), (count, expected), "{ids:?} {other}");
        }
    }
}
