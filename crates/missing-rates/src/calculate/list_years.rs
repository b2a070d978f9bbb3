//! Which year a list is about, as its name says it.

use std::collections::BTreeSet;

use super::levels::Level;
use crate::care::Named;
use crate::ledger::Ledger;
use crate::period::Period;

/// Notes the lists of trafficked children whose names say a year that the period does not touch. A bare year may be the
/// one in which a collection year begins or ends, or a calendar year.
pub(super) fn find_of_another_year(levels: &[Level<'_>], period: Period, ledger: &mut Ledger) {
    let files: BTreeSet<usize> =
        levels.iter().flat_map(|level| level.of.list.sources()).map(|source| source.file).collect();
    for file in files {
        let name = ledger.entries()[file].name.clone();
        let (first, last) = match Named::of(&name) {
            Named::Nothing => continue,
            Named::Whole(year) => (year, year),
            Named::Bare(year) => (year, year + 1),
        };
        let touched = period.start().collection_year()..=period.end().collection_year();
        if !touched.contains(&first) && !touched.contains(&last) {
            ledger.find(file, "list-of-another-year", 0, "", &name);
        }
    }
}
