//! Rows of an authority that is not recognised, among rows of others. A name that has a whole return of its own may be a
//! body that is not known, and changes nothing of the others. A name in some rows alone is probably a slip for one of
//! the others, whose figures would be too low without these rows.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::{ChildId, Row, Rows};

use super::same_module::module_of;
use super::whose::{Whose, WhoseKey};
use crate::care::{Source, Years};
use crate::ledger::Ledger;
use crate::report::Problem;

/// The files of each name in a column of authorities.
type Named<'a> = BTreeMap<WhoseKey, (Option<Whose>, Vec<Source<'a>>)>;

/// Takes the files of every module that such a slip may be in from the authorities that are known. The ledger says why.
pub(super) fn leave_out_slips(named: &mut Named<'_>, years: &Years, ledger: &mut Ledger) {
    let of = |source: &Source<'_>| (module_of(&source.module.rows), years.of.get(&source.file).map(|dated| dated.year));
    let known = || named.iter().filter(|(key, _)| matches!(key, WhoseKey::Authority(_))).flat_map(|(_, (_, of))| of);
    let have_missing = known().any(|source| matches!(source.module.rows, Rows::Missing(_)));
    let mut slips: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
    for (key, (whose, sources)) in named.iter() {
        let (WhoseKey::Unknown(_), Some(whose)) = (key, whose) else { continue };
        for source in sources.iter().filter(|source| is_slip(source, sources, have_missing)) {
            slips.entry(of(source)).or_default().extend(whose.shown().map(str::to_owned));
        }
    }
    let mut files: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for source in known() {
        if let Some(of) = slips.get(&of(source)) {
            files.insert(source.file, of.iter().cloned().collect());
        }
    }
    for (_, (_, sources)) in named.iter_mut().filter(|(key, _)| matches!(key, WhoseKey::Authority(_))) {
        sources.retain(|source| !files.contains_key(&source.file));
    }
    for (file, names) in files {
        ledger.says_nothing(file, Problem::RowsOfUnknown { names });
    }
}

/// Whether rows of a name cannot be a part of a return of its own: rows about children who are not in its Episodes, or
/// Episodes without Missing where others have both.
fn is_slip(source: &Source<'_>, all: &[Source<'_>], have_missing: bool) -> bool {
    let in_episodes = |child: ChildId| {
        all.iter().any(|other| match &other.module.rows {
            Rows::Episodes(rows) => rows.binary_search_by_key(&child, |row| row.child).is_ok(),
            _ => false,
        })
    };
    let strange = |child: ChildId| !in_episodes(child);
    match &source.module.rows {
        Rows::Episodes(rows) => {
            let has_missing = all.iter().any(|other| matches!(other.module.rows, Rows::Missing(_)));
            !rows.is_empty() && have_missing && !has_missing
        }
        Rows::Missing(rows) => rows.iter().map(Row::child).any(strange),
        Rows::Uasc(rows) => rows.iter().map(Row::child).any(strange),
        Rows::List(rows) => rows.iter().map(Row::child).any(strange),
        _ => false,
    }
}
