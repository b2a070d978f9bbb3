//! The child-level files as returns: dated, told apart by authority, their children known.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::Rows;

use super::whose::{Whose, WhoseKey};
use crate::care::{ChildLevel, Clue, ListWordings, Named, Source, Years, Zeros, date, decide, zeros};
use crate::decisions::Decisions;
use crate::ledger::Ledger;
use crate::period::Period;
use crate::query::Query;
use crate::read::{Content, ReadFile};
use crate::report::{Problem, Reason};

/// The returns of one authority.
#[derive(Debug, Default)]
pub(super) struct Level<'a> {
    /// Whose they are, where a column of the files says it of several.
    pub(super) whose: Option<Whose>,
    pub(super) of: ChildLevel<'a>,
    sources: Vec<Source<'a>>,
}

/// The child-level files among those that were read, as returns: those of each authority that a column names, else of one.
///
/// Files of which a person has to say something first are left out, and the books say why. Lists are read as it was decided;
/// how is handed back too.
pub(super) fn levels<'a>(
    files: &[(usize, &'a ReadFile)],
    twins: &BTreeSet<usize>,
    (query, decisions): (&Query, &Decisions),
    ledger: &mut Ledger,
) -> (Vec<Level<'a>>, ListWordings) {
    let mut sources: Vec<Source<'a>> = Vec::new();
    for (file, read) in files {
        // A file without rows may be an export that failed: it covers nothing.
        if let (Content::Modules(modules), None) = (&read.content, &read.entry.problem) {
            let of_return = modules.iter().filter(|module| !matches!(module.rows, Rows::None));
            sources.extend(of_return.map(|module| Source { file: *file, module }));
        }
    }
    let clue = |index: usize| {
        let read = files.iter().find(|(other, _)| *other == index).map(|(_, read)| *read);
        Clue {
            said: read.and_then(|read| said_year(read, query)),
            named: read.map_or(Named::Nothing, |read| Named::of(&read.entry.name)),
            twin: twins.contains(&index),
        }
    };
    let asked = query.period.and_then(Period::as_collection_year);
    let years = date(&sources, &clue, asked);
    for file in &years.to_ask {
        ledger.problem(*file, Problem::WhichYear);
        ledger.set_aside_rest(*file, Reason::NoPeriod);
    }
    ledger.years(&years);
    let mut levels = by_authority(&sources, &years, (query, decisions), ledger);
    let mut lists = ListWordings::default();
    for level in &mut levels {
        same_children(level, &years, query, ledger);
        lists.add(decide(&mut level.of.list, decisions));
    }
    (levels, lists)
}

/// The collection year that a person says a file is of.
pub(super) fn said_year(read: &ReadFile, query: &Query) -> Option<i32> {
    query.years.get(&read.id).copied().filter(|year| Period::collection_year(*year).is_some())
}

fn of<'a>(sources: &[Source<'a>], years: &Years, query: &Query) -> ChildLevel<'a> {
    ChildLevel::of(sources, years, &query.complete_to)
}

/// Tells the rows of several authorities apart: spellings of one name are one authority, and so are its name and its code.
/// A file that does not say whose its rows are cannot be used beside them.
fn by_authority<'a>(
    sources: &[Source<'a>],
    years: &Years,
    (query, decisions): (&Query, &Decisions),
    ledger: &mut Ledger,
) -> Vec<Level<'a>> {
    let mut named: BTreeMap<WhoseKey, (Whose, Vec<Source<'a>>)> = BTreeMap::new();
    for source in sources {
        let Some(name) = &source.module.authority else { continue };
        let whose = Whose::of(&crate::read::cell_text(name), decisions);
        named.entry(whose.key()).or_insert_with(|| (whose, Vec::new())).1.push(*source);
    }
    if named.len() < 2 {
        return vec![Level { whose: None, of: of(sources, years, query), sources: sources.to_vec() }];
    }
    for source in sources.iter().filter(|source| source.module.authority.is_none()) {
        ledger.problem(source.file, Problem::NoAuthorityColumn);
        ledger.set_aside_rest(source.file, Reason::AuthorityNotRecognised);
    }
    let level = |(whose, sources): (Whose, Vec<Source<'a>>)| Level {
        whose: Some(whose),
        of: of(&sources, years, query),
        sources,
    };
    named.into_values().map(level).collect()
}

/// Children whose identifiers differ in zeros alone are one child if a person says so. Until then the files that have them
/// are left out: nobody knows how many of their children went missing.
fn same_children(level: &mut Level<'_>, years: &Years, query: &Query, ledger: &mut Ledger) {
    if query.zeros_matter == Some(true) {
        return;
    }
    let Zeros { same, files } = zeros(&level.of);
    if files.is_empty() {
        return;
    }
    if query.zeros_matter == Some(false) {
        level.of.identify(&same);
        return;
    }
    for (file, children) in &files {
        ledger.problem(*file, Problem::LeadingZeros { children: *children });
        ledger.set_aside_rest(*file, Reason::ChildNotKnown);
    }
    level.sources.retain(|source| !files.contains_key(&source.file));
    level.of = of(&level.sources, years, query);
}
