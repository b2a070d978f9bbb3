//! Returns told apart by their collection years.

use std::collections::BTreeMap;

use missing_rows::{ChildId, Column, Day, EpisodeRow, HeaderRow, ListRow, MissingRow, Rows, UascRow, Upn, When};

use super::dating::Years;
use super::extent::{Stops, stops};
use super::table::{Source, Table};
use super::uasc_and_header::disagree;
use crate::period::Period;
use crate::report::Module;

/// All rows of one collection year's files, module by module.
#[derive(Clone, Debug, Default)]
pub(crate) struct Return<'a> {
    /// The year by whose 31 March the collection year is named. `None` only where the files hold no date at all.
    pub(crate) year: Option<i32>,
    pub(crate) header: Table<'a, HeaderRow>,
    pub(crate) episodes: Table<'a, EpisodeRow>,
    pub(crate) uasc: Table<'a, UascRow>,
    pub(crate) missing: Table<'a, MissingRow>,
    /// Where its rows stop before 31 March.
    pub(super) stops: Stops,
    /// Whether its UASC file and the column UASC in Header disagree about a child.
    pub(super) unaccompanied_differ: bool,
    /// Children of Header with the UPN and date of birth of another, and that other; in order.
    pub(super) same_upn: Vec<(ChildId, ChildId)>,
}

#[allow(dead_code, reason = "for the checks")]
impl<'a> Return<'a> {
    /// The days of its collection year.
    pub(crate) fn days(&self) -> Option<Period> {
        self.year.and_then(Period::collection_year)
    }

    /// The files that it came in.
    pub(crate) fn sources(&self) -> impl Iterator<Item = &Source<'a>> {
        let tables = [self.header.sources(), self.episodes.sources(), self.uasc.sources(), self.missing.sources()];
        tables.into_iter().flatten()
    }

    /// The days that a module of it covers; `None` where it is absent.
    pub(crate) fn covers(&self, module: Module) -> Option<Period> {
        let is_there = match module {
            Module::Header => !self.header.is_absent(),
            Module::Episodes => !self.episodes.is_absent(),
            Module::Uasc => self.tells_unaccompanied() && !self.unaccompanied_differ,
            Module::Missing => !self.missing.is_absent(),
            Module::List => false,
        };
        if !is_there {
            return None;
        }
        let days = self.days()?;
        let stop = if module == Module::Missing { self.stops.missing } else { self.stops.episodes };
        Period::new(days.start(), stop.map_or(days.end(), |stop| stop.min(days.end()))).ok()
    }

    /// The days of which it tells all that it can: those that both Episodes and Missing cover, where it has both.
    pub(crate) fn tells(&self) -> Option<Period> {
        let episodes = self.covers(Module::Episodes)?;
        self.covers(Module::Missing).map_or(Some(episodes), |missing| episodes.common(missing))
    }

    /// Whether it says who is unaccompanied: by a UASC file, or by a column of that name in Header.
    pub(crate) fn tells_unaccompanied(&self) -> bool {
        !self.uasc.is_absent() || self.header.has(Column::Uasc)
    }

    /// Whether it says of the days from one on who is unaccompanied: a column in Header without DUC says it of the whole year
    /// alone.
    pub(crate) fn tells_unaccompanied_from(&self, day: Day) -> bool {
        !self.uasc.is_absent() || self.header.has(Column::Duc) || self.days().is_none_or(|days| day <= days.start())
    }

    /// Another child of Header with the same UPN and date of birth.
    pub(crate) fn same_upn(&self, row: &HeaderRow) -> Option<ChildId> {
        let at = self.same_upn.binary_search_by_key(&row.child, |(child, _)| *child).ok()?;
        self.same_upn.get(at).map(|(_, other)| *other)
    }

    /// Whether its rows stop before the end of its year.
    pub(crate) fn stops_early(&self) -> bool {
        self.stops != Stops::default()
    }
}

/// The child-level files that were read, as returns, earliest first, and the lists of children beside them.
#[derive(Clone, Debug, Default)]
pub(crate) struct ChildLevel<'a> {
    /// One for each collection year.
    pub(crate) returns: Vec<Return<'a>>,
    /// Children known or thought to have been trafficked.
    pub(crate) list: Table<'a, ListRow>,
}

/// Of a module, the files of each year.
type ByYear<'a, R> = BTreeMap<Option<i32>, Vec<(Source<'a>, &'a [R])>>;

#[allow(dead_code, reason = "for the checks")]
impl<'a> ChildLevel<'a> {
    /// Puts files into returns: files of one year are one return, whatever their names. `complete_to` is the day to which a
    /// person says that the return of a year is complete.
    pub(crate) fn of(files: &[Source<'a>], years: &Years, complete_to: &BTreeMap<i32, Day>) -> Self {
        let mut header: ByYear<'a, HeaderRow> = ByYear::new();
        let mut episodes: ByYear<'a, EpisodeRow> = ByYear::new();
        let mut uasc: ByYear<'a, UascRow> = ByYear::new();
        let mut missing: ByYear<'a, MissingRow> = ByYear::new();
        let mut list = Vec::new();
        for source in files.iter().filter(|source| !years.to_ask.contains(&source.file)) {
            let (source, year) = (*source, years.of.get(&source.file).map(|dated| dated.year));
            match &source.module.rows {
                Rows::Header(rows) => header.entry(year).or_default().push((source, rows)),
                Rows::Episodes(rows) => episodes.entry(year).or_default().push((source, rows)),
                Rows::Uasc(rows) => uasc.entry(year).or_default().push((source, rows)),
                Rows::Missing(rows) => missing.entry(year).or_default().push((source, rows)),
                Rows::List(rows) => list.push((source, rows.as_slice())),
                Rows::None => {}
            }
        }
        let mut returns: BTreeMap<Option<i32>, Return<'a>> = BTreeMap::new();
        for (year, parts) in header {
            returns.entry(year).or_default().header = Table::of(&parts);
        }
        for (year, parts) in episodes {
            returns.entry(year).or_default().episodes = Table::of(&parts);
        }
        for (year, parts) in uasc {
            returns.entry(year).or_default().uasc = Table::of(&parts);
        }
        for (year, parts) in missing {
            returns.entry(year).or_default().missing = Table::of(&parts);
        }
        let returns = returns.into_iter().map(|(year, of)| {
            let said = year.and_then(|year| complete_to.get(&year)).copied();
            let found = || {
                year.and_then(Period::collection_year).map(|days| stops(days, of.episodes.rows(), of.missing.rows()))
            };
            let stops = match said {
                Some(day) => Stops { episodes: Some(day), missing: Some(day) },
                None => found().unwrap_or_default(),
            };
            let same_upn = same_upn(of.header.rows());
            let unaccompanied_differ = year.and_then(Period::collection_year).is_some_and(|days| {
                of.header.has(Column::Uasc) && !of.uasc.is_absent() && disagree(days, of.uasc.rows(), of.header.rows())
            });
            Return { year, stops, unaccompanied_differ, same_upn, ..of }
        });
        Self { returns: returns.collect(), list: Table::of(&list) }
    }

    /// This year's return: the latest.
    pub(crate) fn this(&self) -> Option<&Return<'a>> {
        self.returns.last()
    }

    /// The return of the year before `this`, if it is there.
    pub(crate) fn last(&self, this: &Return<'_>) -> Option<&Return<'a>> {
        self.of_year(this.year?.checked_sub(1)?)
    }

    /// The return of a year, if it is there.
    pub(crate) fn of_year(&self, year: i32) -> Option<&Return<'a>> {
        self.returns.iter().find(|other| other.year == Some(year))
    }

    /// Whether any return has Episodes: without them nothing says who was looked after.
    pub(crate) fn has_episodes(&self) -> bool {
        self.returns.iter().any(|of| !of.episodes.is_absent())
    }

    /// Which days each return speaks for that answers for a part of the period, in the order of the returns.
    ///
    /// It speaks for its own collection year, and back to the end of the one before it. The earliest also speaks for all
    /// days before, the latest for all days after: in which placement a child was when an incident began that was carried
    /// over. No figure is based on days that no return covers.
    pub(crate) fn spans(&self, windows: &[Option<Period>]) -> Vec<Option<Period>> {
        let speakers: Vec<usize> =
            (0..self.returns.len()).filter(|at| windows.get(*at).copied().flatten().is_some()).collect();
        let mut spans: Vec<Option<Period>> = vec![None; self.returns.len()];
        let mut from = Some(Day::MIN);
        for (nth, at) in speakers.iter().enumerate() {
            let end =
                if nth + 1 == speakers.len() { Some(Day::MAX) } else { self.returns[*at].days().map(Period::end) };
            if let Some(span) = from.zip(end).and_then(|(from, end)| Period::new(from, end).ok()) {
                spans[*at] = Some(span);
                from = span.end().next();
            }
        }
        spans
    }

    /// The part of a period that each return answers for, in the order of the returns: that which is in its collection
    /// year. What another return says of those days never counts.
    pub(crate) fn windows(&self, period: Period) -> Vec<Option<Period>> {
        let window = |of: &Return<'_>| of.days().filter(|_| !of.episodes.is_absent())?.common(period);
        self.returns.iter().map(window).collect()
    }

    /// Reads the identifiers that `same` names as those that it gives for them.
    pub(crate) fn identify(&mut self, same: &BTreeMap<ChildId, ChildId>) {
        if same.is_empty() {
            return;
        }
        for of in &mut self.returns {
            of.header.identify(same);
            of.episodes.identify(same);
            of.uasc.identify(same);
            of.missing.identify(same);
        }
        self.list.identify(same);
    }
}

/// Children with the UPN and date of birth of another, each once, in their order.
fn same_upn(rows: &[HeaderRow]) -> Vec<(ChildId, ChildId)> {
    let known = rows.iter().filter(|row| row.upn.is_some() && row.dob.day().is_some());
    let mut known: Vec<(Upn, When, ChildId)> = known.map(|row| (row.upn, row.dob, row.child)).collect();
    known.sort_unstable();
    known.dedup();
    let mut same = Vec::new();
    for alike in known.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|alike| alike.len() > 1) {
        let others = alike.iter().cycle().skip(1);
        same.extend(alike.iter().zip(others).map(|((.., child), (.., other))| (*child, *other)));
    }
    same.sort_unstable();
    same.dedup_by_key(|(child, _)| *child);
    same
}
