//! Which rows of a list are about the children of a return. A column of a list that names authorities says which of its
//! rows belong to the return, and never whose the return is.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::{Listed, Rows};

use super::whose::{Whose, WhoseKey};
use crate::care::Source;
use crate::decisions::Decisions;
use crate::ledger::Ledger;
use crate::read::cell_text;
use crate::report::{Problem, Reason};

/// The lists, each with whose rows they are, where a column says so.
#[derive(Debug)]
pub(super) struct Lists<'a>(Vec<(Source<'a>, Option<WhoseKey>)>);

impl<'a> Lists<'a> {
    pub(super) fn new(sources: &[Source<'a>], decisions: &Decisions) -> Self {
        let whose = |source: &Source<'a>| {
            // A list without a usable row names nobody.
            let has_rows = match &source.module.rows {
                Rows::List(rows) => !rows.is_empty(),
                Rows::Interviews(rows) => !rows.is_empty(),
                Rows::Teams(rows) => !rows.is_empty(),
                _ => false,
            };
            Whose::of_source(source, decisions).filter(|_| has_rows).map(|whose| whose.key())
        };
        Self(sources.iter().map(|source| (*source, whose(source))).collect())
    }

    /// The lists that do not say whose their rows are.
    pub(super) fn unnamed(&self) -> impl Iterator<Item = &Source<'a>> {
        self.0.iter().filter(|(_, whose)| whose.is_none()).map(|(source, _)| source)
    }

    /// The rows that are used beside the return of one authority: whose it is, as far as a person or the return says it.
    pub(super) fn of_one(&self, own: &[WhoseKey], ledger: &mut Ledger) -> Vec<Source<'a>> {
        let known: Vec<&WhoseKey> = own.iter().filter(|key| matches!(key, WhoseKey::Authority(_))).collect();
        if !known.is_empty() {
            return self.of(&|whose| known.iter().all(|own| *own == whose), ledger);
        }
        let named: BTreeSet<&WhoseKey> = self.0.iter().filter_map(|(_, whose)| whose.as_ref()).collect();
        let authorities = named.iter().filter(|key| !matches!(key, WhoseKey::Nobody(_))).count();
        if authorities < 2 {
            return self.of(&|whose| !matches!(whose, WhoseKey::Nobody(_)), ledger);
        }
        for (source, _) in self.0.iter().filter(|(_, whose)| whose.is_some()) {
            ledger.problem(source.file, Problem::ListOfSeveral { authorities: authorities as u64 });
            ledger.set_aside_rest(source.file, Reason::AuthorityNotSaid);
        }
        self.unnamed().copied().collect()
    }

    /// Adds to each authority of several the rows that name it.
    pub(super) fn of_each(
        &self,
        named: &mut BTreeMap<WhoseKey, (Option<Whose>, Vec<Source<'a>>)>,
        ledger: &mut Ledger,
    ) {
        for source in self.of(&|whose| named.contains_key(whose), ledger) {
            let whose = self.0.iter().find(|(other, _)| std::ptr::eq(other.module, source.module));
            if let Some((_, sources)) = whose.and_then(|(_, whose)| named.get_mut(whose.as_ref()?)) {
                sources.push(source);
            }
        }
    }

    /// The rows whose authority is one of those that are meant, and those that name none. Others are set aside.
    fn of(&self, is_meant: &dyn Fn(&WhoseKey) -> bool, ledger: &mut Ledger) -> Vec<Source<'a>> {
        let is_used = |whose: &Option<WhoseKey>| whose.as_ref().is_none_or(is_meant);
        // A name that is not recognised may be a slip for one that is meant.
        let mut slips: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for (source, whose) in self.0.iter().filter(|(_, whose)| !is_used(whose)) {
            if let (Some(WhoseKey::Unknown(_)), Some(name)) = (whose, &source.module.authority) {
                let whose = Whose::of(&cell_text(name), &Decisions::default());
                slips.entry(source.file).or_default().extend(whose.shown().map(str::to_owned));
            }
        }
        let lists = || self.0.iter().filter(|(source, _)| !slips.contains_key(&source.file));
        let used: Vec<Source<'a>> = lists().filter(|(_, whose)| is_used(whose)).map(|(of, _)| *of).collect();
        for (file, names) in &slips {
            ledger.says_nothing(*file, Problem::RowsOfUnknown { names: names.clone() });
        }
        for (source, _) in lists().filter(|(_, whose)| !is_used(whose)) {
            if used.iter().any(|other| other.file == source.file) {
                ledger.set_aside(source.file, Reason::OtherAuthority, understood(source));
            } else {
                ledger.problem(source.file, Problem::ListOfOthers);
                ledger.set_aside_rest(source.file, Reason::OtherAuthority);
            }
        }
        used
    }
}

/// How many rows are not set aside already because they were not understood.
fn understood(source: &Source<'_>) -> u64 {
    let rows = match &source.module.rows {
        Rows::List(rows) => rows.iter().filter(|row| row.listed != Listed::NotUnderstood).count(),
        Rows::Interviews(rows) => rows.iter().filter(|row| row.start.day().is_some()).count(),
        Rows::Teams(rows) => rows.len(),
        _ => 0,
    };
    rows as u64
}
