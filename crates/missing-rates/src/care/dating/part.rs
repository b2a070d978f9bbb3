//! The files of returns, while their years are being found.

use std::collections::BTreeSet;

use missing_rows::{ChildId, EpisodeRow, HeaderRow, MissingRow, Names, Row, Rows, UascRow};

use super::clue::{Clue, Dated, Years};
use crate::care::table::Source;
use crate::report::YearFrom;

/// The rows of one file, and its year once that is known.
#[derive(Clone, Debug)]
pub(super) struct Part<'a, R> {
    pub(super) file: usize,
    pub(super) clue: Clue,
    /// All rows in one piece, or one piece for each authority that the file names.
    pub(super) pieces: Vec<&'a [R]>,
    /// The identifiers that are not packed.
    names: Vec<&'a Names>,
    /// The rows contradict the year in the name, or in the same name of another module, or other files do.
    pub(super) misnamed: bool,
    pub(super) dated: Option<Dated>,
    /// Nothing tells the year of the file, so a person is asked.
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
        self.dated = Some(Dated { year, from, certain: certain && !self.misnamed });
    }

    /// Leaves the year to a person.
    pub(super) fn leave(&mut self) {
        (self.dated, self.ask) = (None, true);
    }

    /// An identifier without its leading zeros.
    pub(super) fn without_zeros(&self, child: ChildId) -> ChildId {
        child.without_zeros(|| self.names.iter().find_map(|names| names.get(child)))
    }

    /// The children of the rows, each once and in order, by their identifiers without leading zeros.
    pub(super) fn children(&self) -> Vec<ChildId> {
        let mut children: Vec<ChildId> = Vec::new();
        let mut last = None;
        for row in self.rows() {
            if last.replace(row.child()) != Some(row.child()) {
                children.push(self.without_zeros(row.child()));
            }
        }
        children.sort_unstable();
        children.dedup();
        children
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

fn add<'a, R>(parts: &mut Vec<Part<'a, R>>, source: &Source<'a>, rows: &'a [R], clue: &dyn Fn(usize) -> Clue) {
    let (file, names) = (source.file, &source.module.names);
    if let Some(part) = parts.iter_mut().find(|part| part.file == file) {
        part.pieces.push(rows);
        part.names.push(names);
    } else {
        let (pieces, names) = (vec![rows], vec![names]);
        parts.push(Part { file, clue: clue(file), pieces, names, misnamed: false, dated: None, ask: false });
    }
}

impl<'a> Files<'a> {
    pub(super) fn of(sources: &[Source<'a>], clue: &dyn Fn(usize) -> Clue) -> Self {
        let mut files = Self::default();
        for source in sources {
            match &source.module.rows {
                Rows::Header(rows) => add(&mut files.header, source, rows, clue),
                Rows::Episodes(rows) => add(&mut files.episodes, source, rows, clue),
                Rows::Uasc(rows) => add(&mut files.uasc, source, rows, clue),
                Rows::Missing(rows) => add(&mut files.missing, source, rows, clue),
                Rows::List(_) | Rows::Interviews(_) | Rows::Teams(_) | Rows::None => {}
            }
        }
        files.header.sort_by_key(|part| part.file);
        files.episodes.sort_by_key(|part| part.file);
        files.uasc.sort_by_key(|part| part.file);
        files.missing.sort_by_key(|part| part.file);
        files
    }

    pub(super) fn clues(&self) -> impl Iterator<Item = Clue> {
        let header = self.header.iter().map(|part| part.clue);
        let episodes = self.episodes.iter().map(|part| part.clue);
        let uasc = self.uasc.iter().map(|part| part.clue);
        header.chain(episodes).chain(uasc).chain(self.missing.iter().map(|part| part.clue))
    }

    /// Whether the files can be one return: no module twice, and no two years said or named.
    pub(super) fn is_one_return(&self, bare_begins: bool) -> bool {
        let once = [self.header.len(), self.episodes.len(), self.uasc.len(), self.missing.len()].iter().all(|n| *n < 2);
        let years: BTreeSet<i32> = self.clues().filter_map(|clue| clue.said.or(clue.named.year(bare_begins))).collect();
        once && years.len() < 2
    }

    /// Whether any file has the year in its name.
    pub(super) fn any_name_is_believed(&self) -> bool {
        let header = self.header.iter().map(|part| part.dated);
        let dated = header.chain(self.episodes.iter().map(|part| part.dated));
        let dated = dated.chain(self.uasc.iter().map(|part| part.dated));
        let mut dated = dated.chain(self.missing.iter().map(|part| part.dated)).flatten();
        dated.any(|dated| matches!(dated.from, YearFrom::Name | YearFrom::NameBegins))
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
