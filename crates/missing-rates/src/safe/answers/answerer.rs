//! Who answered, with all that they said of a period, and what is published of it.

use std::collections::BTreeMap;

use super::feasible::{Holds, Said, Sayings, surely_feasible};
use super::list::Answers;
use crate::area::AreaCode;
use crate::cohort::{Cohort, Count};
use crate::period::Period;
use crate::published::published_area;
use crate::safe::cells::Cells;

/// One authority, or several that answered together, in a period.
pub(super) struct Answerer {
    pub(super) period: Period,
    pub(super) said: Sayings,
    /// In which parts of its children the definitions hold of that.
    pub(super) holds: Holds,
    /// The cell of each number.
    pub(super) cells: [[Option<usize>; Count::ALL.len()]; Cohort::ALL.len()],
    /// The sums that it is part of, one bit each.
    pub(super) sums: Vec<u64>,
    /// How many of its numbers are hidden for themselves.
    pub(super) hidden: usize,
    /// Whether a sum that it is part of is.
    pub(super) is_in_hidden: bool,
    /// Its largest number.
    pub(super) largest: i64,
}

/// For each cell, the sums that it is in, and what a reader takes from it, with its sign.
pub(super) type Beside<'a> = (&'a [Vec<usize>], &'a [Vec<(usize, i64)>]);

pub(super) fn answerers<'a>(answers: &Answers<'a>, cells: &Cells) -> Vec<Answerer> {
    let mut found: BTreeMap<(Period, &'a [AreaCode]), Answerer> = BTreeMap::new();
    for ((period, cohort), areas) in &answers.areas {
        for member in areas.values().flatten() {
            let answerer = found.entry((*period, member.codes)).or_insert_with(|| Answerer {
                period: *period,
                said: published(*period, member.codes),
                holds: Holds::default(),
                cells: Default::default(),
                sums: Vec::new(),
                hidden: 0,
                is_in_hidden: false,
                largest: 0,
            });
            for count in Count::ALL {
                let (at, of) = (*cohort as usize, count as usize);
                let cell = answers.given.get(&((*period, *cohort), member.codes, count));
                answerer.cells[at][of] = cell.map(|cell| cell.0);
                if let Some(cell) = cell {
                    answerer.said[at][of] = Said::Number(cells.count(*cell).cast_signed());
                } else if let Some((low, high)) = member.given.bounds(count) {
                    answerer.said[at][of] = Said::Range(low.cast_signed(), high.min(1 << 40).cast_signed());
                }
            }
        }
    }
    for answerer in found.values_mut() {
        // What is published need not fit what was answered.
        if !surely_feasible(&answerer.said, Holds::Everywhere) {
            let own = answerer.cells[0];
            for (said, cell) in answerer.said[0].iter_mut().zip(own) {
                if cell.is_none() {
                    *said = Said::Nothing;
                }
            }
        }
        let holds =
            [Holds::Everywhere, Holds::InCohorts].into_iter().find(|holds| surely_feasible(&answerer.said, *holds));
        answerer.holds = holds.unwrap_or(Holds::Nowhere);
    }
    found.into_values().collect()
}

/// What the Department for Education published of an authority's children in that year.
fn published(period: Period, codes: &[AreaCode]) -> Sayings {
    let mut said = Sayings::default();
    if let [code] = codes
        && let Some(area) = published_area(period, *code)
    {
        for count in Count::ALL {
            if let Some(n) = area.count(count).number() {
                said[0][count as usize] = Said::Number(n.cast_signed());
            }
        }
    }
    said
}
