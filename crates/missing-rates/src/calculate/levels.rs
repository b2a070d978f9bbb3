//! Turns child-level files into returns: each file gets its year and its authority, and its children are identified.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::{ChildId, Rows};

use super::dated::dated;
use super::list_years::{ask_where_list_contradicts, years_apart, years_of_lists};
use super::lists::Lists;
use super::same_module::{ByAuthority, settle};
use super::unknown::leave_out_slips;
use super::whose::{Whose, WhoseKey};
use crate::area::{AreaCode, authority};
use crate::care::{ChildLevel, Identifiers, ListWordings, Source, Years, decide, same_without_zeros, zeros};
use crate::decisions::Decisions;
use crate::ledger::Ledger;
use crate::query::Query;
use crate::read::{Content, ReadFile};
use crate::report::{Module, Problem, Reason, SameModule, Settled, YearFrom};

/// The returns of one authority.
#[derive(Debug, Default)]
pub(super) struct Level<'a> {
    /// Whose returns they are, where a column of the files names several authorities.
    pub(super) whose: Option<Whose>,
    pub(super) of: ChildLevel<'a>,
    sources: Vec<Source<'a>>,
}

impl Level<'_> {
    /// The code of the authority whose returns they are, if a column names one and it is known.
    pub(super) fn code(&self) -> Option<AreaCode> {
        match self.whose.as_ref()?.is {
            WhoseKey::Authority(code) => Some(code),
            WhoseKey::Nobody(_) | WhoseKey::Unknown(_) => None,
        }
    }
}

/// Turns the child-level files into returns, separately for each authority that a column names. Without such a column
/// they are the returns of one authority.
///
/// Files about which a person has to say something first are left out, and the ledger says why. Lists are read as
/// decided. Returns as well how the lists were read, and which files are of one module and year.
pub(super) fn levels<'a>(
    files: &[(usize, &'a ReadFile)],
    twins: &BTreeSet<usize>,
    (query, decisions): (&Query, &Decisions),
    ledger: &mut Ledger,
) -> (Vec<Level<'a>>, ListWordings, Vec<SameModule>) {
    let mut sources: Vec<Source<'a>> = Vec::new();
    let mut empty = BTreeSet::new();
    for (file, read) in files {
        // A file without rows may be a failed export, so it covers nothing until a person says why it has none.
        if read.entry.may_be_empty() && query.empty.contains(&read.entry.name) {
            ledger.said_empty(*file);
            empty.insert(*file);
        }
        if let (Content::Modules(modules), true) = (&read.content, read.entry.problem.is_none() || empty.contains(file))
        {
            let of_return = modules.iter().filter(|module| !matches!(module.rows, Rows::None));
            sources.extend(of_return.map(|module| Source { file: *file, module }));
        }
    }
    leave_out_rounded(&mut sources, ledger);
    if query.whole_identifiers != Some(true) {
        ask_about_long(&mut sources, ledger);
    }
    let read_of = |index: usize| files.iter().find(|(other, _)| *other == index).map(|(_, read)| *read);
    let mut years = dated(&sources, &read_of, twins, query, ledger);
    ask_where_names_are_one(&mut years, &|index| read_of(index).map(|read| read.entry.name.as_str()));
    let is_list = |source: &&Source<'_>| matches!(source.module.rows, Rows::List(_));
    let lists = || sources.iter().filter(is_list).map(|source| source.file);
    ask_where_list_contradicts(lists(), &read_of, query, &mut years);
    for file in &years.to_ask {
        ledger.problem(*file, Problem::WhichYear);
        ledger.set_aside_rest(*file, Reason::NoPeriod);
    }
    ledger.years(&years);
    let mut by_authority = by_authority(&sources, &years, (query, decisions), ledger);
    let apart = years_apart(lists(), &read_of, query);
    let same_module = settle(&mut by_authority, (&years, &apart), decisions, ledger);
    let level =
        |(whose, sources): (Option<Whose>, Vec<Source<'a>>)| Level { whose, of: of(&sources, &years, query), sources };
    let mut levels: Vec<Level<'a>> = by_authority.into_iter().map(level).collect();
    for open in same_module.iter().filter(|of| of.module == Module::Uasc && of.settled != Settled::Yes) {
        for level in &mut levels {
            level.of.ask_who_is_unaccompanied(open.year);
        }
    }
    let mut lists = ListWordings::default();
    let mut nothing: BTreeMap<usize, Vec<Problem>> = BTreeMap::new();
    for level in &mut levels {
        same_children(level, &years, query, ledger);
        for (file, row, used) in level.of.leave_out_names() {
            ledger.find(file, "child-may-be-name", row, "CHILD", "");
            if used {
                ledger.set_aside(file, Reason::MayBeName, 1);
            }
        }
        level.of.compare_identifiers();
        for own in &level.of.returns {
            if let (Identifiers::Some(children), Some(source)) = (own.identifiers, own.episodes.sources().first()) {
                ledger.find(source.file, "identifiers-differ", 0, "CHILD", &children.to_string());
            }
        }
        lists.add(decide(&mut level.of.list, decisions));
        level.of.list_years = years_of_lists(&level.of, &read_of, query);
        for (file, problem) in level.of.find_what_says_nothing(&empty) {
            nothing.entry(file).or_default().push(problem);
        }
        level.of.compare_children();
    }
    // A file of several authorities has something to use if it has that for any of them.
    for (file, problems) in nothing {
        let of = levels.iter().filter(|level| level.sources.iter().any(|source| source.file == file)).count();
        if let Some(problem) = problems.into_iter().next().filter(|_| of <= 1) {
            ledger.says_nothing(file, problem);
        }
    }
    (levels, lists, same_module)
}

/// Names that are one and the same have no order: a year that only the order of names would give is asked about.
fn ask_where_names_are_one<'n>(years: &mut Years, name: &dyn Fn(usize) -> Option<&'n str>) {
    let by_names: Vec<usize> =
        years.of.iter().filter(|(_, dated)| dated.from == YearFrom::Names).map(|(index, _)| *index).collect();
    let one = |index: &usize| by_names.iter().any(|other| other != index && name(*other) == name(*index));
    for index in by_names.iter().filter(|index| one(index)) {
        years.of.remove(index);
        years.to_ask.insert(*index);
    }
}

fn of<'a>(sources: &[Source<'a>], years: &Years, query: &Query) -> ChildLevel<'a> {
    ChildLevel::of(sources, years, &query.complete_to)
}

/// Separates the rows of several authorities. Spellings of one name are one authority, and so are its name and its
/// code. A file that does not say whose its rows are cannot be used beside such files. Lists never decide how many
/// authorities there are.
fn by_authority<'a>(
    sources: &[Source<'a>],
    years: &Years,
    (query, decisions): (&Query, &Decisions),
    ledger: &mut Ledger,
) -> ByAuthority<'a> {
    let is_list =
        |source: &&Source<'a>| matches!(source.module.rows, Rows::List(_) | Rows::Interviews(_) | Rows::Teams(_));
    let (lists, returns): (Vec<Source<'a>>, Vec<Source<'a>>) = sources.iter().partition(is_list);
    let mut named: BTreeMap<WhoseKey, (Option<Whose>, Vec<Source<'a>>)> = BTreeMap::new();
    for source in &returns {
        let Some(whose) = Whose::of_source(source, decisions) else { continue };
        named.entry(whose.key()).or_insert_with(|| (Some(whose), Vec::new())).1.push(*source);
    }
    let lists = Lists::new(&lists, decisions);
    if named.len() < 2 {
        let said = query.authority().map(|of| of.code);
        let returns = leave_out_anothers(returns, said, &named, ledger);
        let own: Vec<WhoseKey> = said.map(WhoseKey::Authority).into_iter().chain(named.into_keys()).collect();
        return vec![(None, [returns, lists.of_one(&own, ledger)].concat())];
    }
    let none_named = returns.iter().filter(|source| source.module.authority.is_none());
    lists.of_each(&mut named, ledger);
    for source in none_named.chain(lists.unnamed()) {
        ledger.problem(source.file, Problem::NoAuthorityColumn);
        ledger.set_aside_rest(source.file, Reason::AuthorityNotRecognised);
    }
    leave_out_slips(&mut named, years, ledger);
    named.into_values().collect()
}

/// Leaves out files that name one authority, where a person says that the return is another's.
fn leave_out_anothers<'a>(
    returns: Vec<Source<'a>>,
    said: Option<AreaCode>,
    named: &BTreeMap<WhoseKey, (Option<Whose>, Vec<Source<'a>>)>,
    ledger: &mut Ledger,
) -> Vec<Source<'a>> {
    let Some((WhoseKey::Authority(code), (Some(whose), of_whom))) = named.iter().next() else { return returns };
    if said.is_none_or(|said| said == *code) {
        return returns;
    }
    let name = authority(*code).map_or(&*whose.name, |of| of.name);
    for source in of_whom {
        ledger.problem(source.file, Problem::AnotherAuthority { named: name.to_owned() });
        ledger.set_aside_rest(source.file, Reason::FileNotUsed);
    }
    let files: BTreeSet<usize> = of_whom.iter().map(|source| source.file).collect();
    returns.into_iter().filter(|source| !files.contains(&source.file)).collect()
}

/// Leaves out files that share an identifier which a spreadsheet has rounded: nobody knows whether it is one child's. So is a
/// file that says of a child by such an identifier what counts, beside Episodes that have no such child: it is one of theirs, and
/// nobody knows which.
fn leave_out_rounded(sources: &mut Vec<Source<'_>>, ledger: &mut Ledger) {
    let mut rows: BTreeMap<ChildId, Vec<(usize, u32, bool)>> = BTreeMap::new();
    let has_episodes = sources.iter().any(|source| matches!(source.module.rows, Rows::Episodes(_)));
    for source in &*sources {
        for (child, row) in &source.module.rounded {
            let counts = has_episodes && is_counted(&source.module.rows, *child)
                || matches!(source.module.rows, Rows::Episodes(_)) && some_are_lost(sources);
            rows.entry(*child).or_default().push((source.file, *row, counts));
        }
    }
    let mut files: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let is_lost = |rows: &Vec<(usize, u32, bool)>| rows.len() > 1 || rows.iter().any(|(.., counts)| *counts);
    for (file, row, _) in rows.into_values().filter(is_lost).flatten() {
        files.entry(file).or_default().push(row);
    }
    for (file, rows) in &files {
        let row = rows.iter().min().copied().unwrap_or_default().into();
        ledger.problem(*file, Problem::RoundedIdentifiers { rows: rows.len() as u64, row });
        ledger.set_aside_rest(*file, Reason::FileNotUsed);
    }
    sources.retain(|source| !files.contains_key(&source.file));
}

/// Whether another module has a child who is not in Episodes: it may be the one whose identifier is rounded there.
fn some_are_lost(sources: &[Source<'_>]) -> bool {
    let mut known: Vec<ChildId> = Vec::new();
    for source in sources {
        if let Rows::Episodes(rows) = &source.module.rows {
            known.extend(rows.iter().map(|row| row.child));
        }
    }
    known.sort_unstable();
    let is_lost = |child: ChildId| known.binary_search(&child).is_err();
    sources.iter().any(|source| match &source.module.rows {
        Rows::Missing(rows) => rows.iter().any(|row| is_lost(row.child)),
        Rows::Uasc(rows) => rows.iter().any(|row| is_lost(row.child)),
        _ => false,
    })
}

/// Whether a module says something of a child that is counted among the children of Episodes.
fn is_counted(rows: &Rows, child: ChildId) -> bool {
    match rows {
        Rows::Missing(_) | Rows::Uasc(_) | Rows::List(_) => true,
        Rows::Header(rows) => rows.iter().any(|row| row.child == child && row.uasc.is_yes()),
        Rows::Episodes(_) | Rows::Interviews(_) | Rows::Teams(_) | Rows::None => false,
    }
}

/// Asks about files of whose identifiers a spreadsheet may have kept 15 digits, and leaves them out until a person says that they are
/// whole.
fn ask_about_long(sources: &mut Vec<Source<'_>>, ledger: &mut Ledger) {
    let mut files: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.module.kept_15_digits.is_empty()) {
        files.entry(source.file).or_default().extend(source.module.kept_15_digits.iter().map(|(_, row)| *row));
    }
    for (file, rows) in &mut files {
        rows.sort_unstable();
        for row in &*rows {
            ledger.find(*file, "identifier-rounded", u64::from(*row), "CHILD", "");
        }
        let row = rows.first().copied().unwrap_or_default().into();
        ledger.problem(*file, Problem::MayBeRounded { rows: rows.len() as u64, row });
        ledger.set_aside_rest(*file, Reason::FileNotUsed);
    }
    sources.retain(|source| !files.contains_key(&source.file));
}

/// Children whose identifiers differ only in zeros are one child if a person says so. Until then the files with such
/// children are left out: nobody knows how many of their children went missing.
fn same_children(level: &mut Level<'_>, years: &Years, query: &Query, ledger: &mut Ledger) {
    if query.zeros_matter == Some(true) {
        return;
    }
    if query.zeros_matter == Some(false) {
        let same = same_without_zeros(&level.of);
        level.of.identify(&same);
        return;
    }
    let files = zeros(&level.of);
    if files.is_empty() {
        return;
    }
    for (file, children) in &files {
        ledger.problem(*file, Problem::LeadingZeros { children: *children });
        ledger.set_aside_rest(*file, Reason::ChildNotKnown);
    }
    level.sources.retain(|source| !files.contains_key(&source.file));
    level.of = of(&level.sources, years, query);
}
