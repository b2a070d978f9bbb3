//! Which year a list of trafficked children is about. It is used for no other year: a child who is on it may not have been
//! trafficked before, and one who is not may have been since.

use std::collections::{BTreeMap, BTreeSet};

use crate::care::{ChildLevel, Named, Years};
use crate::ledger::Ledger;
use crate::period::Period;
use crate::query::Query;
use crate::read::{ReadFile, YearOfRows};

/// The year that the columns of a list give for all its rows, or its name; `None` where they contradict each other.
fn named(read: &ReadFile) -> Option<Named> {
    let mut said = read.notes.years_of_rows.iter().copied().map(of_rows).chain([Named::of(&read.entry.name)]);
    said.try_fold(Named::Nothing, both)
}

fn of_rows(year: YearOfRows) -> Named {
    let bare = |bare| if year.by_end { Named::Whole(bare) } else { Named::Bare(bare) };
    let whole = year.period.as_collection_year().map(Named::Whole);
    whole.or_else(|| year.period.as_calendar_year().map(bare)).unwrap_or(Named::Nothing)
}

/// What two of them say together. A bare year is the one in which a collection year ends, or the one in which it begins.
fn both(one: Named, other: Named) -> Option<Named> {
    match (one, other) {
        (Named::Nothing, named) | (named, Named::Nothing) => Some(named),
        (Named::Whole(whole), Named::Bare(bare)) | (Named::Bare(bare), Named::Whole(whole)) => {
            (bare == whole || bare == whole - 1).then_some(Named::Whole(whole))
        }
        (one, other) => (one == other).then_some(one),
    }
}

/// Asks which year a list is of, where its name and its rows say different ones and no person has said it.
pub(super) fn ask_where_list_contradicts<'r>(
    lists: impl Iterator<Item = usize>,
    read_of: &dyn Fn(usize) -> Option<&'r ReadFile>,
    query: &Query,
    years: &mut Years,
) {
    let contradicts = |file: &usize| {
        read_of(*file).is_some_and(|read| query.year_of(read.id, &read.entry.name).is_none() && named(read).is_none())
    };
    years.to_ask.extend(lists.filter(contradicts));
}

/// The year of each list: as a person, its rows or its name says it. A bare year is the one in which a collection year ends, as that of the
/// returns' files where they have one. Otherwise it is the one in which it begins, where there is a return of that year alone.
pub(super) fn years_of_lists<'r>(
    of: &ChildLevel<'_>,
    read_of: &dyn Fn(usize) -> Option<&'r ReadFile>,
    query: &Query,
) -> Vec<Option<i32>> {
    let name = |file: usize| read_of(file).map_or(Named::Nothing, |read| Named::of(&read.entry.name));
    let of_list = |file: usize| read_of(file).and_then(named).unwrap_or(Named::Nothing);
    let has = |year: i32| of.of_year(year).is_some_and(|own| !own.episodes.is_absent());
    let is_named = |by: i32| {
        let is = |file: usize, own: Option<i32>| matches!(name(file), Named::Bare(year) if own == Some(year + by));
        of.returns.iter().any(|own| own.sources().any(|source| is(source.file, own.year)))
    };
    let (by_end, by_start) = (is_named(0), is_named(1));
    let year = |file: usize| {
        let said = read_of(file).and_then(|read| query.year_of(read.id, &read.entry.name));
        said.or_else(|| match of_list(file) {
            Named::Nothing => None,
            Named::Whole(year) => Some(year),
            Named::Bare(year) => Some(match (has(year), has(year + 1)) {
                (false, true) if by_start || !by_end => year + 1,
                (true, true) if by_start && !by_end => year + 1,
                _ => year,
            }),
        })
    };
    of.list.sources().iter().map(|source| year(source.file)).collect()
}

/// The years of lists of which each names its own in the same way, so that lists of one year can be told from those of others:
/// nobody has to say how two of several years are used. Nothing where one names none, or names it otherwise.
pub(super) fn years_apart<'r>(
    lists: impl Iterator<Item = usize>,
    read_of: &dyn Fn(usize) -> Option<&'r ReadFile>,
    query: &Query,
) -> BTreeMap<usize, i32> {
    let of_list = |read: &ReadFile| named(read).unwrap_or(Named::Nothing);
    let said = |file: usize| {
        let read = read_of(file)?;
        Some((file, query.year_of(read.id, &read.entry.name).map_or_else(|| of_list(read), Named::Whole)))
    };
    let named: Vec<(usize, Named)> = lists.filter_map(said).collect();
    let whole = |of: &(usize, Named)| if let Named::Whole(year) = of.1 { Some((of.0, year)) } else { None };
    let bare = |of: &(usize, Named)| if let Named::Bare(year) = of.1 { Some((of.0, year)) } else { None };
    let all_whole: Option<BTreeMap<usize, i32>> = named.iter().map(whole).collect();
    all_whole.or_else(|| named.iter().map(bare).collect()).unwrap_or_default()
}

/// Notes the lists that say another year than the period, where it has no list.
pub(super) fn find_of_another_year<'c, 'a: 'c>(
    all: impl Iterator<Item = &'c ChildLevel<'a>>,
    period: Period,
    ledger: &mut Ledger,
) {
    let mut found: BTreeSet<usize> = BTreeSet::new();
    for of in all.filter(|of| !of.years_without_list(period).is_empty()) {
        let of_period = |year: &Option<i32>| {
            year.is_some_and(|year| Period::collection_year(year).and_then(|days| days.common(period)).is_some())
        };
        let others = of.list.sources().iter().zip(&of.list_years).filter(|(_, year)| !of_period(year));
        found.extend(others.map(|(source, _)| source.file));
    }
    for file in found {
        let name = ledger.entries()[file].name.clone();
        ledger.find(file, "list-of-another-year", 0, "", &name);
    }
}
