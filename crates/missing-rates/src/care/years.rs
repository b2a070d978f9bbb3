//! The returns, one for each collection year.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use missing_rows::{
    ChildId, Column, Day, EpisodeRow, HeaderRow, InterviewRow, ListRow, MissingRow, Rows, TeamRow, UascRow, Upn, When,
};

use super::dating::Years;
use super::elsewhere::elsewhere;
use super::empty_days::EmptyDays;
use super::extent::{Stops, stops};
use super::identifiers::Identifiers;
use super::only_some::only_some;
use super::says_nothing::SaysNothing;
use super::table::{Source, Table};
use super::uasc_and_header::disagree;
use crate::period::Period;
use crate::report::{Module, OnlySome};

/// All rows of the files of one collection year, module by module.
#[derive(Clone, Debug, Default)]
pub(crate) struct Return<'a> {
    /// The collection year, named by its end, 31 March. `None` only where the files hold no date at all.
    pub(crate) year: Option<i32>,
    pub(crate) header: Table<'a, HeaderRow>,
    pub(crate) episodes: Table<'a, EpisodeRow>,
    pub(crate) uasc: Table<'a, UascRow>,
    pub(crate) missing: Table<'a, MissingRow>,
    /// Where its rows stop, if they stop before 31 March.
    pub(super) stops: Stops,
    /// On which days up to there its modules have no date, where they have many on others.
    pub(super) empty_days: EmptyDays,
    /// The children that Episodes may hold alone.
    pub(crate) only_some: Option<OnlySome>,
    /// Why Missing may be about other children, and UASC.
    pub(super) missing_of_others: Option<OnlySome>,
    pub(super) uasc_of_others: Option<OnlySome>,
    /// Which of its modules have no date of its year, or no row.
    pub(super) elsewhere: SaysNothing,
    /// Which of its tables have rows but say nothing.
    pub(super) says_nothing: SaysNothing,
    /// Whether its UASC file and the column UASC in Header disagree about a child.
    pub(super) unaccompanied_differ: bool,
    /// How its identifiers go on from those of the year before.
    pub(crate) identifiers: Identifiers,
    /// Whether the column UASC in Header writes no as `0` and has blank cells beside it, of whose children nothing is known. Where
    /// all that is written is yes, a blank is no.
    pub(crate) blanks_are_open: bool,
    /// Whether there are UASC files of which a person has to say which counts, or of which year they are.
    pub(super) uasc_asked: bool,
    /// Children of Header with the UPN and date of birth of another child, and that other child, in order. Found when
    /// first asked for.
    pub(super) same_upn: OnceCell<Vec<(ChildId, ChildId)>>,
    /// The children of Header who have a UPN and a date of birth, in the order of these. Found when first asked for.
    pub(super) by_upn: OnceCell<Vec<(Upn, When, ChildId)>>,
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
            Module::Episodes => !self.episodes.is_absent() && !self.says_nothing.episodes,
            Module::Uasc => self.tells_unaccompanied() && !self.unaccompanied_differ && !self.says_nothing.uasc,
            Module::Missing => !self.missing.is_absent() && !self.says_nothing.missing,
            Module::List => false,
        };
        if !is_there {
            return None;
        }
        let days = self.days()?;
        let stop = if module == Module::Missing { self.stops.missing } else { self.stops.episodes };
        Period::new(days.start(), stop.map_or(days.end(), |stop| stop.min(days.end()))).ok()
    }

    /// The days about which it tells everything it can: the days that both Episodes and Missing cover, where it has
    /// both.
    pub(crate) fn tells(&self) -> Option<Period> {
        let episodes = self.covers(Module::Episodes)?;
        self.covers(Module::Missing).map_or(Some(episodes), |missing| episodes.common(missing))
    }

    /// Whether it says who is unaccompanied, by a UASC file or by a column UASC in Header with no cell that is not
    /// understood, or that leaves open what it says. The column does not count while there are UASC files that may be of this return.
    pub(crate) fn tells_unaccompanied(&self) -> bool {
        !self.uasc.is_absent()
            || self.header_tells_unaccompanied()
                && !self.uasc_asked
                && !self.header.rows().iter().any(|row| row.uasc.is_other())
                && !self.blanks_are_open
    }

    /// Whether Header has a column UASC that says anything. One whose every cell is blank says nothing.
    pub(crate) fn header_tells_unaccompanied(&self) -> bool {
        self.header.has(Column::Uasc) && self.header.rows().iter().any(|row| !row.uasc.is_blank())
    }

    /// Whether it says who is unaccompanied from a given day on. A column in Header without DUC speaks only about the
    /// whole year.
    pub(crate) fn tells_unaccompanied_from(&self, day: Day) -> bool {
        !self.uasc.is_absent() || self.header.has(Column::Duc) || self.days().is_none_or(|days| day <= days.start())
    }

    /// Another child of Header with the same UPN and date of birth.
    pub(crate) fn same_upn(&self, row: &HeaderRow) -> Option<ChildId> {
        let same = self.same_upn.get_or_init(|| same_upn(self.header.rows()));
        let at = same.binary_search_by_key(&row.child, |(child, _)| *child).ok()?;
        same.get(at).map(|(_, other)| *other)
    }

    /// The children of Header with the UPN and date of birth of a row of another return's Header.
    pub(crate) fn with_upn_of(&self, row: &HeaderRow) -> impl Iterator<Item = ChildId> {
        let by_upn = self.by_upn.get_or_init(|| by_upn(self.header.rows()));
        let of = (row.upn, row.dob);
        let from = by_upn.partition_point(|(upn, dob, _)| (*upn, *dob) < of);
        let same = by_upn.iter().skip(from).take_while(move |(upn, dob, _)| (*upn, *dob) == of);
        same.map(|(.., child)| *child)
    }

    /// The last date, where a long end of the year has none and the return is not known to stop. Without Episodes no figure is
    /// based on Missing.
    pub(crate) fn quiet_from(&self, module: Module) -> Option<Day> {
        match module {
            Module::Episodes => self.stops.quiet_from.or(self.stops.episodes_quiet_from),
            Module::Missing if self.episodes.is_absent() => None,
            Module::Missing => self.stops.quiet_from.or(self.stops.missing_quiet_from),
            _ => None,
        }
    }

    /// The days on which a module has no date, where so many dates would seldom leave them empty.
    pub(crate) fn empty_days(&self, module: Module) -> &[Period] {
        match module {
            Module::Episodes => &self.empty_days.episodes,
            Module::Missing if !self.episodes.is_absent() => &self.empty_days.missing,
            _ => &[],
        }
    }

    /// Why a module of it may not be about all its children, and about no others. Without Episodes no figure is based on it.
    pub(crate) fn only_some(&self, module: Module) -> Option<OnlySome> {
        match module {
            Module::Episodes => self.only_some,
            Module::Missing if !self.episodes.is_absent() => self.missing_of_others,
            Module::Uasc => self.uasc_of_others,
            _ => None,
        }
    }

    /// Whether Episodes or Missing may not be about all its children, and about no others.
    pub(crate) fn may_be_of_others(&self) -> bool {
        [Module::Episodes, Module::Missing].into_iter().any(|module| self.only_some(module).is_some())
    }

    /// Whether its rows stop before the end of its year.
    pub(crate) fn stops_early(&self) -> bool {
        self.stops.episodes.is_some() || self.stops.missing.is_some()
    }
}

/// The child-level files that were read, as returns (earliest first), and the lists of children.
#[derive(Clone, Debug, Default)]
pub(crate) struct ChildLevel<'a> {
    /// One for each collection year.
    pub(crate) returns: Vec<Return<'a>>,
    /// Children known or thought to have been trafficked.
    pub(crate) list: Table<'a, ListRow>,
    /// Return-home interviews.
    pub(crate) interviews: Table<'a, InterviewRow>,
    /// The teams of children.
    pub(crate) teams: Table<'a, TeamRow>,
    /// Whether the list has rows but says nothing.
    pub(super) list_says_nothing: bool,
    /// How many children of the list were left out, because their identifiers may be names.
    pub(super) list_names: usize,
    /// The year of each file of the list, where one is known.
    pub(crate) list_years: Vec<Option<i32>>,
}

/// The files of one module, by year.
type ByYear<'a, R> = BTreeMap<Option<i32>, Vec<(Source<'a>, &'a [R])>>;

#[allow(dead_code, reason = "for the checks")]
impl<'a> ChildLevel<'a> {
    /// Groups files into returns: files of one year are one return, whatever their names. `complete_to` is the day up
    /// to which a person says that the return of a year is complete.
    pub(crate) fn of(files: &[Source<'a>], years: &Years, complete_to: &BTreeMap<i32, Day>) -> Self {
        let mut header: ByYear<'a, HeaderRow> = ByYear::new();
        let mut episodes: ByYear<'a, EpisodeRow> = ByYear::new();
        let mut uasc: ByYear<'a, UascRow> = ByYear::new();
        let mut missing: ByYear<'a, MissingRow> = ByYear::new();
        let (mut list, mut interviews, mut teams) = (Vec::new(), Vec::new(), Vec::new());
        for source in files.iter().filter(|source| !years.to_ask.contains(&source.file)) {
            let (source, year) = (*source, years.of.get(&source.file).map(|dated| dated.year));
            match &source.module.rows {
                Rows::Header(rows) => header.entry(year).or_default().push((source, rows)),
                Rows::Episodes(rows) => episodes.entry(year).or_default().push((source, rows)),
                Rows::Uasc(rows) => uasc.entry(year).or_default().push((source, rows)),
                Rows::Missing(rows) => missing.entry(year).or_default().push((source, rows)),
                Rows::List(rows) => list.push((source, rows.as_slice())),
                Rows::Interviews(rows) => interviews.push((source, rows.as_slice())),
                Rows::Teams(rows) => teams.push((source, rows.as_slice())),
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
        let is_asked =
            |source: &Source<'_>| years.to_ask.contains(&source.file) && matches!(source.module.rows, Rows::Uasc(_));
        let uasc_asked = files.iter().any(is_asked);
        let returns = returns.into_iter().map(|(year, of)| {
            let said = year.and_then(|year| complete_to.get(&year)).copied();
            let found = || {
                year.and_then(Period::collection_year).map(|days| stops(days, of.episodes.rows(), of.missing.rows()))
            };
            let stops = match said {
                Some(day) => Stops { episodes: Some(day), missing: Some(day), is_said: true, ..Stops::default() },
                None => found().unwrap_or_default(),
            };
            let empty_days = year
                .and_then(Period::collection_year)
                .filter(|_| said.is_none())
                .map(|days| EmptyDays::of(days, stops, of.episodes.rows(), of.missing.rows()));
            let unaccompanied_differ = year.and_then(Period::collection_year).is_some_and(|days| {
                of.header_tells_unaccompanied()
                    && !of.uasc.is_absent()
                    && disagree(days, of.uasc.rows(), of.header.rows())
            });
            let header = of.header.rows();
            let blanks_are_open = of.uasc.is_absent()
                && header.iter().any(|row| row.uasc.is_no())
                && header.iter().any(|row| row.uasc.is_blank());
            let empty_days = empty_days.unwrap_or_default();
            let by_rows = year.and_then(Period::collection_year).filter(|_| said.is_none());
            let only_some = by_rows.and_then(|days| only_some(days, stops, of.episodes.rows()));
            let elsewhere = by_rows
                .map(|days| elsewhere(days, (of.episodes.rows(), of.missing.rows(), of.uasc.rows())))
                .unwrap_or_default();
            Return {
                year,
                stops,
                empty_days,
                only_some,
                elsewhere,
                unaccompanied_differ,
                blanks_are_open,
                uasc_asked,
                ..of
            }
        });
        Self {
            returns: returns.collect(),
            list: Table::of(&list),
            interviews: Table::of(&interviews),
            teams: Table::of(&teams),
            list_says_nothing: false,
            list_names: 0,
            list_years: Vec::new(),
        }
    }

    /// A person still has to say which UASC file of a year counts, so nothing else says who is unaccompanied.
    pub(crate) fn ask_who_is_unaccompanied(&mut self, year: Option<i32>) {
        for of in self.returns.iter_mut().filter(|of| of.year == year) {
            of.uasc_asked = true;
        }
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

    /// For each return that covers a part of the period, the days it may be asked about, in the order of the returns.
    ///
    /// A return speaks for its own collection year, and back to the end of the previous return's. The earliest also
    /// speaks for all days before, and the latest for all days after. These days are needed to find the placement of a
    /// child when an incident began that was carried over. No figure is based on days that no return covers.
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

    /// The part of a period that each return covers, in the order of the returns: the part in its collection year. What
    /// another return says about those days never counts.
    pub(crate) fn windows(&self, period: Period) -> Vec<Option<Period>> {
        let window = |of: &Return<'_>| of.days().filter(|_| !of.episodes.is_absent())?.common(period);
        self.returns.iter().map(window).collect()
    }

    /// The text of a child's identifier. It never goes into a report's JSON or CSV.
    pub(crate) fn child_text(&self, child: ChildId) -> String {
        let of = |of: &Return<'_>| {
            let header = of.header.child_text(child).or_else(|| of.episodes.child_text(child));
            header.or_else(|| of.missing.child_text(child)).or_else(|| of.uasc.child_text(child))
        };
        self.returns.iter().find_map(of).or_else(|| self.list.child_text(child)).unwrap_or_default()
    }

    /// The files of the lists of interviews and of teams.
    pub(crate) fn own_lists(&self) -> impl Iterator<Item = &Source<'a>> {
        self.interviews.sources().iter().chain(self.teams.sources())
    }

    /// Replaces identifiers by those that `same` gives for them.
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
        self.interviews.identify(same);
        self.teams.identify(same);
    }
}

/// Children with the UPN and date of birth of another child, each once, in order.
fn same_upn(rows: &[HeaderRow]) -> Vec<(ChildId, ChildId)> {
    let known = by_upn(rows);
    let mut same = Vec::new();
    for alike in known.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|alike| alike.len() > 1) {
        let others = alike.iter().cycle().skip(1);
        same.extend(alike.iter().zip(others).map(|((.., child), (.., other))| (*child, *other)));
    }
    same.sort_unstable();
    same.dedup_by_key(|(child, _)| *child);
    same
}

/// Children with their UPN and date of birth, in the order of these.
fn by_upn(rows: &[HeaderRow]) -> Vec<(Upn, When, ChildId)> {
    let known = rows.iter().filter(|row| row.upn.is_some() && row.dob.day().is_some());
    let mut known: Vec<(Upn, When, ChildId)> = known.map(|row| (row.upn, row.dob, row.child)).collect();
    known.sort_unstable();
    known.dedup();
    known
}
