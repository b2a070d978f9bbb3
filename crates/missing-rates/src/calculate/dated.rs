//! The collection years of the files of a return: what a person says here, what the files say, and what was saved of files of
//! these names.

use std::collections::BTreeSet;

use missing_rows::Rows;

use crate::care::{Clue, Named, Source, Years, date, may_be};
use crate::ledger::Ledger;
use crate::period::Period;
use crate::query::Query;
use crate::read::ReadFile;
use crate::report::YearFrom;

/// Gives files their years. A year that was saved of a file of this name counts where the file does not say its year itself,
/// nor other than by the order of names, and where nothing in its rows speaks against it. Where it does not count, that is said.
pub(super) fn dated<'r>(
    sources: &[Source<'_>],
    read_of: &dyn Fn(usize) -> Option<&'r ReadFile>,
    twins: &BTreeSet<usize>,
    query: &Query,
    ledger: &mut Ledger,
) -> Years {
    let saved = |index: usize| {
        let read = read_of(index).filter(|read| query.said_year(read.id).is_none())?;
        query.kept_year(&read.entry.name)
    };
    let whole = |index: usize| read_of(index).and_then(|read| read.entry.taken_from.as_deref());
    let taken_with = |index: usize| {
        let own = whole(index)?;
        sources.iter().map(|source| source.file).filter(|file| whole(*file) == Some(own)).min()
    };
    let clue_with = |index: usize, kept: &[usize]| Clue {
        said: read_of(index)
            .and_then(|read| query.said_year(read.id))
            .or_else(|| saved(index).filter(|_| kept.contains(&index))),
        named: read_of(index).map_or(Named::Nothing, |read| Named::of(&read.entry.name)),
        twin: twins.contains(&index),
        taken_with: taken_with(index),
    };
    let asked = query.period.and_then(Period::as_collection_year);
    let found = date(sources, &|index| clue_with(index, &[]), asked);
    let used = used(sources, &found, &saved);
    let years = if used.is_empty() { found } else { date(sources, &|index| clue_with(index, &used), asked) };
    let other = years.of.iter().filter_map(|(index, dated)| Some((*index, saved(*index)?, dated.year)));
    for (index, saved, year) in other.filter(|(_, saved, year)| saved != year) {
        ledger.find(index, "saved-year-differs", 0, "", &format!("{saved}, {year}"));
    }
    let files = years.of.iter().filter_map(|(index, dated)| Some((*index, *dated, read_of(*index)?)));
    for (index, dated, read) in files.filter(|(_, dated, _)| is_by_rows(dated.from)) {
        if let Some(named) = Named::of(&read.entry.name).other_than(dated.year) {
            ledger.find(index, "name-differs", 0, "", &named.to_string());
        }
    }
    years
}

/// Whether the rows of files gave a year.
fn is_by_rows(from: YearFrom) -> bool {
    matches!(from, YearFrom::Dates | YearFrom::OtherModules | YearFrom::Children | YearFrom::Names)
}

/// The files whose saved years count.
fn used(sources: &[Source<'_>], found: &Years, saved: &dyn Fn(usize) -> Option<i32>) -> Vec<usize> {
    let by_names = found.of.iter().filter(|(_, dated)| dated.from == YearFrom::Names).map(|(index, _)| *index);
    let silent: BTreeSet<usize> =
        found.to_ask.iter().copied().chain(by_names).filter(|at| saved(*at).is_some()).collect();
    // The other modules get the year of these.
    let has_days = |source: &&Source<'_>| matches!(source.module.rows, Rows::Episodes(_) | Rows::Missing(_));
    let mut others: Vec<(usize, i32)> = Vec::new();
    for file in sources.iter().filter(has_days).map(|source| source.file).filter(|file| !silent.contains(file)) {
        let differs = |year: &i32| found.of.get(&file).is_some_and(|dated| dated.year != *year);
        others.extend(saved(file).filter(differs).map(|year| (file, year)));
    }
    // The files of one return stay together: next month's are of another year as a whole.
    let all = others.iter().all(|(file, year)| may_be(sources, *file, *year, found.of.get(file).copied()));
    let others = others.into_iter().filter(|_| all).map(|(file, _)| file);
    silent.iter().copied().chain(others).collect()
}
