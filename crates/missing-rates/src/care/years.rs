//! Returns told apart by their collection years.

use std::collections::BTreeMap;

use missing_rows::{Day, EpisodeRow, HeaderRow, ListRow, MissingRow, Row, Rows, UascRow};

use super::dating::{self, Part, Parts};
use super::table::{Source, Table};
use crate::period::Period;

/// All rows of one collection year's files, module by module.
#[derive(Clone, Debug, Default)]
pub(crate) struct Return<'a> {
    /// The year by whose 31 March the collection year is named. `None` only where the files hold no date at all.
    pub(crate) year: Option<i32>,
    pub(crate) header: Table<'a, HeaderRow>,
    pub(crate) episodes: Table<'a, EpisodeRow>,
    pub(crate) uasc: Table<'a, UascRow>,
    pub(crate) missing: Table<'a, MissingRow>,
}

#[allow(dead_code, reason = "for the checks")]
impl Return<'_> {
    /// The days of its collection year.
    pub(crate) fn days(&self) -> Option<Period> {
        self.year.and_then(Period::collection_year)
    }

    /// The files that it came in, by their index in the report.
    pub(crate) fn files(&self) -> impl Iterator<Item = usize> {
        let tables = [self.header.sources(), self.episodes.sources(), self.uasc.sources(), self.missing.sources()];
        tables.into_iter().flatten().map(|source| source.file)
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

#[allow(dead_code, reason = "for the checks")]
impl<'a> ChildLevel<'a> {
    /// Puts files into returns: files of one year are one return, whatever their names.
    ///
    /// The dates in the files say which year they are of, see [`super::dating`]; `asked` overrules them, by index of the
    /// file in the report.
    pub(crate) fn of(files: &[Source<'a>], asked: &dyn Fn(usize) -> Option<i32>) -> Self {
        let mut header: Parts<'a, HeaderRow> = Vec::new();
        let mut episodes: Parts<'a, EpisodeRow> = Vec::new();
        let mut uasc: Parts<'a, UascRow> = Vec::new();
        let mut missing: Parts<'a, MissingRow> = Vec::new();
        let mut list = Vec::new();
        for source in files {
            let (source, year) = (*source, asked(source.file));
            match &source.module.rows {
                Rows::Header(rows) => header.push(Part { year, source, rows }),
                Rows::Episodes(rows) => episodes.push(Part { year, source, rows }),
                Rows::Uasc(rows) => uasc.push(Part { year, source, rows }),
                Rows::Missing(rows) => missing.push(Part { year, source, rows }),
                Rows::List(rows) => list.push((source, rows.as_slice())),
                Rows::None => {}
            }
        }
        dating::by_dates(&mut episodes, &mut missing);
        let latest = missing.iter().filter_map(|part| part.year).max();
        dating::by_children(&mut header, &episodes, latest);
        dating::by_children(&mut uasc, &episodes, latest);

        let mut returns: BTreeMap<Option<i32>, Return<'a>> = BTreeMap::new();
        for (year, table) in by_year(header) {
            returns.entry(year).or_default().header = table;
        }
        for (year, table) in by_year(episodes) {
            returns.entry(year).or_default().episodes = table;
        }
        for (year, table) in by_year(uasc) {
            returns.entry(year).or_default().uasc = table;
        }
        for (year, table) in by_year(missing) {
            returns.entry(year).or_default().missing = table;
        }
        let returns = returns.into_iter().map(|(year, of)| Return { year, ..of }).collect();
        Self { returns, list: Table::of(&list) }
    }

    /// This year's return: the latest.
    pub(crate) fn this(&self) -> Option<&Return<'a>> {
        self.returns.last()
    }

    /// The return of the year before `this`, if it is there.
    pub(crate) fn last(&self, this: &Return<'_>) -> Option<&Return<'a>> {
        let before = this.year?.checked_sub(1)?;
        self.returns.iter().find(|other| other.year == Some(before))
    }

    /// The year that a file was taken to be of, by index of the file in the report.
    pub(crate) fn year_of(&self, file: usize) -> Option<i32> {
        let has = |of: &&Return<'_>| of.files().any(|other| other == file);
        self.returns.iter().find(has).and_then(|of| of.year)
    }

    /// Whether any return has Episodes: without them nothing says who was looked after.
    pub(crate) fn has_episodes(&self) -> bool {
        self.returns.iter().any(|of| !of.episodes.is_absent())
    }

    /// Which days each return speaks for, in the order of the returns; `None` for one that has no days of its own.
    ///
    /// A return speaks for its own collection year, and back to the end of the one before it. The earliest also speaks for
    /// all days before, the latest for all days after. A return without Episodes says nothing of who was looked after:
    /// what it holds is taken with the next return that has them, or else with the one before.
    pub(crate) fn spans(&self) -> Vec<Option<Period>> {
        let speakers: Vec<usize> =
            (0..self.returns.len()).filter(|at| !self.returns[*at].episodes.is_absent()).collect();
        let mut spans: BTreeMap<usize, Period> = BTreeMap::new();
        let mut from = Some(Day::MIN);
        for (nth, at) in speakers.iter().enumerate() {
            let end =
                if nth + 1 == speakers.len() { Some(Day::MAX) } else { self.returns[*at].days().map(Period::end) };
            if let Some(span) = from.zip(end).and_then(|(from, end)| Period::new(from, end).ok()) {
                spans.insert(*at, span);
                from = span.end().next();
            }
        }
        (0..self.returns.len())
            .map(|at| spans.range(at..).next().or_else(|| spans.range(..at).next_back()).map(|(_, span)| *span))
            .collect()
    }

    /// The part of a period that each return speaks for, in the order of the returns.
    pub(crate) fn windows(&self, period: Period) -> Vec<Option<Period>> {
        self.spans().iter().map(|span| span.and_then(|span| span.common(period))).collect()
    }
}

/// One table for each year that has files of this module.
fn by_year<R: Row>(mut parts: Parts<'_, R>) -> Vec<(Option<i32>, Table<'_, R>)> {
    parts.sort_by_key(|part| (part.year, part.source.file));
    parts
        .chunk_by(|a, b| a.year == b.year)
        .map(|same| (same[0].year, Table::of(&same.iter().map(|part| (part.source, part.rows)).collect::<Vec<_>>())))
        .collect()
}
