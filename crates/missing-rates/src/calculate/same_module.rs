//! Handles several files of one module and year. They may be parts of the module, or one may be a later version of
//! another. No file says which, and three figures are possible: from all rows, from one file alone, and from all rows
//! once. So none of the files is used until a person has said how. The decision names the files, so that a figure from
//! all of them never becomes a figure from some of them. A single file is asked about if its name says that it is a part.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::Rows;

use super::whose::Whose;
use crate::care::{Source, Years};
use crate::decisions::{Decisions, OneModule};
use crate::ledger::Ledger;
use crate::order::Ordered;
use crate::read::says_part;
use crate::report::{Module, ModuleFile, Problem, Reason, SameModule, Settled};

/// The files of each authority.
pub(super) type ByAuthority<'a> = Vec<(Option<Whose>, Vec<Source<'a>>)>;

/// A module of one year; lists have one only where each list names its own.
type Of = (Module, Option<i32>);

/// The year of a file of a module.
type YearOf<'y> = dyn Fn(usize, Module) -> Option<i32> + 'y;

/// Takes out the files of one module, year and authority if a person still has to say how to use them, or said not to
/// use them. The ledger says why.
pub(super) fn settle(
    by_authority: &mut ByAuthority<'_>,
    (years, years_of_lists): (&Years, &BTreeMap<usize, i32>),
    decisions: &Decisions,
    ledger: &mut Ledger,
) -> Vec<SameModule> {
    let year = |file: usize, module: Module| match module {
        Module::List => years_of_lists.get(&file).copied(),
        _ => years.of.get(&file).map(|dated| dated.year),
    };
    let of_each = |sources: &mut dyn Iterator<Item = &Source<'_>>| {
        of_each(&mut sources.filter(|source| !years.to_ask.contains(&source.file)), &year)
    };
    let there = of_each(&mut by_authority.iter().flat_map(|(_, sources)| sources));
    let mut settled = BTreeMap::new();
    let mut out = BTreeSet::new();
    for (_, sources) in by_authority.iter() {
        for (of, files) in of_each(&mut sources.iter()) {
            let files = without_copies(files, ledger, &mut out);
            let sha256 = |files: &BTreeSet<usize>| sums(files, ledger);
            let (own, all) = (sha256(&files), there.get(&of).map(sha256).unwrap_or_default());
            let about: Vec<&OneModule> = decisions.about_files(own.keys().map(String::as_str)).collect();
            let is_part = of.0 != Module::Header && of.0 != Module::List && own.values().any(|name| says_part(name));
            let Some((state, decided)) = state((&own, is_part), &all, &about) else { continue };
            for file in &files {
                if let Some((problem, reason)) = told(*file, of, &files, (state, decided), ledger) {
                    ledger.problem(*file, problem);
                    ledger.set_aside_rest(*file, reason);
                    out.insert(*file);
                }
            }
            let entry = entry(of, state, decided, (&own, &all));
            settled.entry((of, entry.files.clone())).or_insert(entry);
        }
    }
    for (_, sources) in by_authority {
        sources.retain(|source| !out.contains(&source.file));
    }
    let mut settled: Vec<SameModule> = settled.into_values().collect();
    settled.order();
    settled
}

/// The files of each module and year.
fn of_each(sources: &mut dyn Iterator<Item = &Source<'_>>, year: &YearOf<'_>) -> BTreeMap<Of, BTreeSet<usize>> {
    let mut files: BTreeMap<Of, BTreeSet<usize>> = BTreeMap::new();
    for source in sources {
        let Some(module) = module_of(&source.module.rows) else { continue };
        files.entry((module, year(source.file, module))).or_default().insert(source.file);
    }
    files
}

/// The module that rows are of. Rows of several lists of interviews or teams are put together: one that contradicts
/// another is said there.
pub(super) fn module_of(rows: &Rows) -> Option<Module> {
    match rows {
        Rows::Header(_) => Some(Module::Header),
        Rows::Episodes(_) => Some(Module::Episodes),
        Rows::Uasc(_) => Some(Module::Uasc),
        Rows::Missing(_) => Some(Module::Missing),
        Rows::List(_) => Some(Module::List),
        Rows::Interviews(_) | Rows::Teams(_) | Rows::None => None,
    }
}

/// Files with the same bytes are one file: the first of them.
fn without_copies(files: BTreeSet<usize>, ledger: &mut Ledger, out: &mut BTreeSet<usize>) -> BTreeSet<usize> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        let entry = &ledger.entries()[file];
        if let Some(other) = first.get(&entry.sha256) {
            let name = ledger.entries()[*other].name.clone();
            ledger.refuse(file, Problem::SameAs { name });
            out.insert(file);
        } else {
            first.insert(entry.sha256.clone(), file);
        }
    }
    first.into_values().collect()
}

/// The names of files, by SHA-256.
fn sums(files: &BTreeSet<usize>, ledger: &Ledger) -> BTreeMap<String, String> {
    files
        .iter()
        .filter_map(|file| ledger.entries().get(*file))
        .map(|file| (file.sha256.clone(), file.name.clone()))
        .collect()
}

/// Whether a person has said how to use the files of one authority, among all files of the module and year. `None` for
/// a single file about which nothing was said, and whose name does not say that it is a part.
fn state<'d>(
    (own, is_part): (&BTreeMap<String, String>, bool),
    all: &BTreeMap<String, String>,
    about: &[&'d OneModule],
) -> Option<(Settled, Option<&'d OneModule>)> {
    match about {
        [] if own.len() < 2 && !is_part => None,
        [decided] if own.keys().all(|sha256| decided.files.contains_key(sha256)) => {
            let complete = decided.used.iter().all(|sha256| all.contains_key(sha256));
            Some((if complete { Settled::Yes } else { Settled::FileNotThere }, Some(*decided)))
        }
        // Another file has been added since, or the decision is about other files.
        _ => Some((Settled::No, None)),
    }
}

/// Why a file is not used; `None` if it is used.
fn told(
    file: usize,
    (module, year): Of,
    files: &BTreeSet<usize>,
    (state, decided): (Settled, Option<&OneModule>),
    ledger: &Ledger,
) -> Option<(Problem, Reason)> {
    let name = |file: &usize| ledger.entries()[*file].name.clone();
    let named = |of: &OneModule, is: &dyn Fn(&String) -> bool| -> Vec<String> {
        of.used.iter().filter(|sha256| is(sha256)).filter_map(|sha256| of.files.get(sha256)).cloned().collect()
    };
    let is_there = |sha256: &String| files.iter().any(|file| ledger.entries()[*file].sha256 == *sha256);
    let problem = match (state, decided) {
        (Settled::Yes, Some(of)) if of.used.contains(&ledger.entries()[file].sha256) => return None,
        (Settled::Yes, Some(of)) => Problem::OthersUsed { used: named(of, &|_| true) },
        (Settled::FileNotThere, Some(of)) => {
            Problem::FileNotThere { not_there: named(of, &|sha256| !is_there(sha256)) }
        }
        _ => {
            let year = year.filter(|_| module != Module::List);
            let others = files.iter().filter(|other| **other != file).map(name).collect();
            Problem::SameModule { module, year, others }
        }
    };
    Some((problem, Reason::SameModule))
}

/// The entry for the report.
fn entry(
    (module, year): Of,
    settled: Settled,
    decided: Option<&OneModule>,
    (own, all): (&BTreeMap<String, String>, &BTreeMap<String, String>),
) -> SameModule {
    // The names that the files have now.
    let mut files = decided.map(|decided| decided.files.clone()).unwrap_or_default();
    files.extend(own.iter().map(|(sha256, name)| (sha256.clone(), name.clone())));
    let file = |(sha256, name): (String, String)| ModuleFile {
        there: all.contains_key(&sha256),
        to_be_used: decided.is_some_and(|decided| decided.used.contains(&sha256)),
        name,
        sha256,
    };
    let mut files: Vec<ModuleFile> = files.into_iter().map(file).collect();
    files.order();
    SameModule { year: year.filter(|_| module != Module::List), module, settled, files }
}
