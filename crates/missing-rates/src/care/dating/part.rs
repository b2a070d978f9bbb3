//! The files of returns on their way to their years.

use std::collections::BTreeSet;

use missing_rows::{EpisodeRow, HeaderRow, MissingRow, Row, Rows, UascRow};

use super::clue::{Clue, Dated, Years};
use super::named::Named;
use super::votes::{Fit, Votes};
use crate::care::table::Source;
use crate::report::YearFrom;

/// The rows of one file, and the year that it is of, once that is known.
#[derive(Clone, Debug)]
pub(super) struct Part<'a, R> {
    pub(super) file: usize,
    pub(super) clue: Clue,
    /// One piece, or one for each authority that the file names.
    pub(super) pieces: Vec<&'a [R]>,
    pub(super) dated: Option<Dated>,
    /// Nothing tells its year.
    pub(super) ask: bool,
}

impl<'a, R: Row> Part<'a, R> {
    pub(super) fn rows(&self) -> impl Iterator<Item = &'a R> + use<'a, R> {
        self.pieces.clone().into_iter().flatten()
    }

    pub(super) fn year(&self) -> Option<i32> {
        self.dated.map(|dated| dated.year)
    }

    pub(super) fn is_open(&self) -> bool {
        self.dated.is_none() && !self.ask
    }

    pub(super) fn set(&mut self, year: i32, from: YearFrom, certain: bool) {
        self.dated = Some(Dated { year, from, certain });
    }

    pub(super) fn has(&self, row: &impl Row) -> bool {
        self.pieces.iter().any(|rows| rows.binary_search_by_key(&row.child(), Row::child).is_ok())
    }
}

/// All files, module by module, in the order of their names.
#[derive(Debug, Default)]
pub(super) struct Files<'a> {
    pub(super) header: Vec<Part<'a, HeaderRow>>,
    pub(super) episodes: Vec<Part<'a, EpisodeRow>>,
    pub(super) uasc: Vec<Part<'a, UascRow>>,
    pub(super) missing: Vec<Part<'a, MissingRow>>,
}

fn add<'a, R>(parts: &mut Vec<Part<'a, R>>, file: usize, rows: &'a [R], clue: &dyn Fn(usize) -> Clue) {
    match parts.iter_mut().find(|part| part.file == file) {
        Some(part) => part.pieces.push(rows),
        None => parts.push(Part { file, clue: clue(file), pieces: vec![rows], dated: None, ask: false }),
    }
}

impl<'a> Files<'a> {
    pub(super) fn of(sources: &[Source<'a>], clue: &dyn Fn(usize) -> Clue) -> Self {
        let mut files = Self::default();
        for source in sources {
            match &source.module.rows {
                Rows::Header(rows) => add(&mut files.header, source.file, rows, clue),
                Rows::Episodes(rows) => add(&mut files.episodes, source.file, rows, clue),
                Rows::Uasc(rows) => add(&mut files.uasc, source.file, rows, clue),
                Rows::Missing(rows) => add(&mut files.missing, source.file, rows, clue),
                Rows::List(_) | Rows::None => {}
            }
        }
        files.header.sort_by_key(|part| part.file);
        files.episodes.sort_by_key(|part| part.file);
        files.uasc.sort_by_key(|part| part.file);
        files.missing.sort_by_key(|part| part.file);
        files
    }

    fn clues(&self) -> impl Iterator<Item = Clue> {
        let header = self.header.iter().map(|part| part.clue);
        let episodes = self.episodes.iter().map(|part| part.clue);
        let uasc = self.uasc.iter().map(|part| part.clue);
        header.chain(episodes).chain(uasc).chain(self.missing.iter().map(|part| part.clue))
    }

    /// Whether a bare year in the names (`2024`) is that in which the collection year begins: the dates fit better so. If
    /// nothing speaks for it, it is that in which it ends, as DfE names it.
    pub(super) fn bare_names_begin(&self, asked: Option<i32>) -> bool {
        let (mut ends, mut begins) = (0, 0);
        let mut note = |year: i32, is: &dyn Fn(i32) -> bool| {
            ends += u32::from(is(year));
            begins += u32::from(is(year + 1));
        };
        let mut years: BTreeSet<i32> = BTreeSet::new();
        for part in &self.episodes {
            let voted = part.clue.said.or_else(|| Votes::of_episodes(part.rows()).year().map(|voted| voted.year));
            years.extend(voted);
            if let Named::Bare(year) = part.clue.named {
                note(year, &|year| voted == Some(year));
            }
        }
        for part in &self.missing {
            let voted = part.clue.said.or_else(|| Votes::of_missing(part.rows()).year().map(|voted| voted.year));
            if let Named::Bare(year) = part.clue.named {
                note(year, &|year| voted == Some(year));
            }
        }
        let others = self.header.iter().map(|part| part.clue).chain(self.uasc.iter().map(|part| part.clue));
        for clue in others {
            if let Named::Bare(year) = clue.named {
                note(year, &|year| years.contains(&year) || years.is_empty() && asked == Some(year));
            }
        }
        begins > ends
    }

    /// Takes what a person says, and a year in the name that the dates do not contradict.
    pub(super) fn believe(&mut self, bare_begins: bool) {
        for part in &mut self.episodes {
            let votes = Votes::of_episodes(part.rows());
            let fit = |part: &Part<'_, EpisodeRow>, year| Fit::of_episodes(part.rows(), year);
            believe(part, bare_begins, |part, year| (fit(part, year), fit(part, year).contradicts(&votes, year)));
        }
        for part in &mut self.missing {
            let votes = Votes::of_missing(part.rows());
            let fit = |part: &Part<'_, MissingRow>, year| Fit::of_missing(part.rows(), year);
            believe(part, bare_begins, |part, year| (fit(part, year), fit(part, year).contradicts(&votes, year)));
        }
        for part in &mut self.uasc {
            believe(part, bare_begins, |part, year| (Fit::of_uasc(part.rows(), year), false));
        }
        for part in &mut self.header {
            believe(part, bare_begins, |_, _| (Fit::default(), false));
        }
    }

    /// Whether the files can be one return: no module twice, and no two years said or named.
    pub(super) fn is_one_return(&self, bare_begins: bool) -> bool {
        let once = [self.header.len(), self.episodes.len(), self.uasc.len(), self.missing.len()].iter().all(|n| *n < 2);
        let years: BTreeSet<i32> = self.clues().filter_map(|clue| clue.said.or(clue.named.year(bare_begins))).collect();
        once && years.len() < 2
    }

    /// What was found.
    pub(super) fn years(&self) -> Years {
        let mut years = Years::default();
        take(&self.header, &mut years);
        take(&self.episodes, &mut years);
        take(&self.uasc, &mut years);
        take(&self.missing, &mut years);
        years
    }
}

fn believe<R: Row>(part: &mut Part<'_, R>, bare_begins: bool, fits: impl Fn(&Part<'_, R>, i32) -> (Fit, bool)) {
    if let Some(year) = part.clue.said {
        return part.set(year, YearFrom::Person, true);
    }
    let Some(year) = part.clue.named.year(bare_begins) else { return };
    let (fit, contradicted) = fits(part, year);
    if contradicted {
        return;
    }
    if fit.is_none() {
        // The name says one year, and all that is in it another: too few rows to say which is wrong.
        part.ask = true;
    } else {
        part.set(year, YearFrom::Name, !fit.is_doubtful());
    }
}

fn take<R: Row>(parts: &[Part<'_, R>], years: &mut Years) {
    for part in parts {
        match part.dated {
            Some(dated) => {
                years.of.insert(part.file, dated);
            }
            None if part.ask => {
                years.to_ask.insert(part.file);
            }
            None => {}
        }
    }
}
