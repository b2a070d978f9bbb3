//! A further column that says whose child each row is about: a name beside a code. Where the two name different authorities,
//! the order of the columns must not decide.

use std::collections::BTreeSet;

use missing_rows::Record;

use super::modules::AUTHORITY;
use super::near::bare;
use super::text::cell_text;
use crate::area::{Resolution, resolve, resolve_pair};

/// More pairs than this are not kept: a file has at most as many authorities.
const PAIRS: usize = 1000;

/// The columns that say it, and what they say together.
#[derive(Debug, Default)]
pub(super) struct WhoseAgain {
    /// The column that is read, and one that says the same in another way.
    columns: Vec<(usize, usize)>,
    /// What the last row said.
    last: Vec<(Vec<u8>, Vec<u8>)>,
    agree: BTreeSet<(Vec<u8>, Vec<u8>)>,
    /// The first row in which they name different authorities.
    differs: Option<u64>,
}

impl WhoseAgain {
    /// Of a header row, and where the column is that is read.
    pub(super) fn new(header: &[String], read: &[Option<usize>]) -> Self {
        let names: Vec<usize> = header
            .iter()
            .enumerate()
            .filter(|(_, heading)| AUTHORITY.contains(&bare(heading).as_str()))
            .map(|(at, _)| at)
            .collect();
        let Some(first) = names.iter().find(|at| read.contains(&Some(**at))).copied() else { return Self::default() };
        let columns: Vec<(usize, usize)> = names.into_iter().filter(|at| *at != first).map(|at| (first, at)).collect();
        Self { last: vec![Default::default(); columns.len()], columns, ..Self::default() }
    }

    #[inline]
    pub(super) fn take(&mut self, record: Record<'_>) {
        if !self.columns.is_empty() && self.differs.is_none() {
            self.look(record);
        }
    }

    #[cold]
    fn look(&mut self, record: Record<'_>) {
        for ((first, other), last) in self.columns.iter().zip(&mut self.last) {
            let (first, other) = (record.cell(*first), record.cell(*other));
            if (first, other) == (&*last.0, &*last.1) {
                continue;
            }
            *last = (first.to_vec(), other.to_vec());
            if self.agree.contains(last) {
                continue;
            }
            if differ(&cell_text(first), &cell_text(other)) {
                self.differs = Some(record.row);
                return;
            }
            if self.agree.len() < PAIRS {
                self.agree.insert(last.clone());
            }
        }
    }

    /// The first row in which the columns name different authorities.
    pub(super) fn finish(&self) -> Option<u64> {
        self.differs
    }
}

/// Whether both name an authority, and not the same.
fn differ(one: &str, other: &str) -> bool {
    let names_one = |text: &str| matches!(resolve(text), Resolution::Authority { .. });
    names_one(one) && names_one(other) && resolve_pair(one, other).is_err()
}

#[cfg(test)]
mod tests {
    use crate::read::Reader;
    use crate::report::Problem;

    fn problem(text: &str) -> Option<Problem> {
        let mut reader = Reader::new("episodes 2025.csv", Vec::new());
        reader.push(text.as_bytes());
        reader.finish().entry().problem.clone()
    }

    #[test]
    fn columns_that_name_different_authorities_are_a_question_in_any_order() {
        let rows = |columns: [&str; 2], cells: [[&str; 2]; 2]| {
            let row = |[a, b]: [&str; 2]| format!("1,01/05/2024,S,C2,,{a},{b}\n");
            format!("CHILD,DECOM,RNE,LS,DEC,{}\n{}{}", columns.join(","), row(cells[0]), row(cells[1]))
        };
        for columns in [["LA", "LA_CODE"], ["LA_CODE", "LA"], ["Local authority", "Responsible LA"]] {
            let differ = rows(columns, [["Leeds", "Leeds"], ["Leeds", "Kent"]]);
            assert_eq!(problem(&differ), Some(Problem::AuthoritiesDiffer { row: 3 }), "{differ}");
            for same in [[["Leeds", "383"], ["Kent", "E10000016"]], [["Leeds", ""], ["Kent", "its own"]]] {
                assert_eq!(problem(&rows(columns, same)), None);
            }
        }
        // Where a child is placed is another thing.
        assert_eq!(problem(&rows(["LA", "PL_LA"], [["Leeds", "Kent"], ["Leeds", "383"]])), None);
    }
}
