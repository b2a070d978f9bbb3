//! The child-level files as returns: dated, told apart by authority, their children known.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::Rows;

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
    /// What a column of the files says whose they are, where they say it of several.
    pub(super) authority: Option<String>,
    pub(super) of: ChildLevel<'a>,
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
    let mut levels = by_authority(&sources, &years, query, ledger);
    let mut lists = ListWordings::default();
    for level in &mut levels {
        same_children(level, &sources, &years, query, ledger);
        let of_level = decide(&mut level.of.list, decisions);
        lists.wordings.extend(of_level.wordings);
        lists.decided.extend(of_level.decided);
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

/// Tells the rows of several authorities apart. A file that does not say whose its rows are cannot stand beside them.
fn by_authority<'a>(sources: &[Source<'a>], years: &Years, query: &Query, ledger: &mut Ledger) -> Vec<Level<'a>> {
    let mut names: BTreeMap<Vec<u8>, Vec<Source<'a>>> = BTreeMap::new();
    for source in sources {
        if let Some(name) = &source.module.authority {
            names.entry(name.to_ascii_uppercase()).or_default().push(*source);
        }
    }
    if names.len() < 2 {
        return vec![Level { authority: None, of: of(sources, years, query) }];
    }
    for source in sources.iter().filter(|source| source.module.authority.is_none()) {
        ledger.problem(source.file, Problem::NoAuthorityColumn);
        ledger.set_aside_rest(source.file, Reason::AuthorityNotRecognised);
    }
    let level = |(_, sources): (Vec<u8>, Vec<Source<'a>>)| {
        let name = sources.first().and_then(|source| source.module.authority.as_deref());
        let authority = name.map(|name| crate::read::cell_text(name).into_owned());
        Level { authority, of: of(&sources, years, query) }
    };
    names.into_iter().map(level).collect()
}

/// Children whose identifiers differ in zeros alone are one child if a person says so. Until then the files that have them
/// are left out: nobody knows how many of their children went missing.
fn same_children<'a>(level: &mut Level<'a>, sources: &[Source<'a>], years: &Years, query: &Query, ledger: &mut Ledger) {
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
    let own: Vec<Source<'a>> = sources
        .iter()
        .filter(|source| !files.contains_key(&source.file))
        .filter(|source| level.authority.is_none() || source.module.authority.is_some())
        .filter(|source| is_of(level.authority.as_deref(), source))
        .copied()
        .collect();
    level.of = of(&own, years, query);
}

fn is_of(authority: Option<&str>, source: &Source<'_>) -> bool {
    let Some(authority) = authority else { return true };
    source.module.authority.as_deref().is_some_and(|name| crate::read::cell_text(name).eq_ignore_ascii_case(authority))
}
