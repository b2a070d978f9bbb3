//! The files that count: each content once.

use std::collections::{BTreeMap, BTreeSet};

use super::versions;
use crate::care::Named;
use crate::kept::contradictions;
use crate::ledger::Ledger;
use crate::query::Query;
use crate::read::{Content, ReadFile};
use crate::report::{FileKind, Problem};

/// The sums of Episodes in each document that holds any, by the sum of the document.
fn episodes_of_documents<'a>(files: &[&'a ReadFile]) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut sums: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for file in files {
        if file.entry.kind == FileKind::Episodes
            && let Some(document) = file.entry.taken_from.as_deref()
        {
            sums.entry(document).or_default().insert(&file.entry.sha256);
        }
    }
    sums
}

/// The files, each content once. The same file chosen twice is one file, unless a person or the names give it two
/// years. Also returns the files that were chosen more than once.
pub(super) fn counted_once<'a>(
    files: &[&'a ReadFile],
    query: &Query,
    ledger: &mut Ledger,
) -> (Vec<(usize, &'a ReadFile)>, BTreeSet<usize>) {
    let mut once: Vec<(usize, &ReadFile)> = Vec::new();
    let mut twins = BTreeSet::new();
    let year = |file: &ReadFile| {
        let of_return = matches!(file.content, Content::Modules(_)).then(|| query.said_year(file.id));
        of_return.map(|said| (said, if said.is_some() { Named::Nothing } else { Named::of(&file.entry.name) }))
    };
    // Tables of two documents, whose Episodes differ, are of two returns, even if nothing in them differs.
    let returns = episodes_of_documents(files);
    let of_return = |file: &ReadFile| returns.get(file.entry.taken_from.as_deref()?);
    let of_two_returns = |one: &ReadFile, other: &ReadFile| {
        matches!(one.content, Content::Modules(_))
            && of_return(one).zip(of_return(other)).is_some_and(|(one, other)| one != other)
    };
    for (index, file) in files.iter().enumerate() {
        if versions::is_earlier(file, query) {
            ledger.is_earlier_version(index);
            continue;
        }
        let alike = |(_, other): &&(usize, &ReadFile)| {
            other.entry.sha256 == file.entry.sha256
                && file.has_sum()
                && year(other) == year(file)
                && other.period_of_answers() == file.period_of_answers()
                && other.names_of_answers() == file.names_of_answers()
        };
        if let Some((other, _)) = once.iter().filter(alike).find(|(_, other)| of_two_returns(other, file)) {
            twins.extend([*other, index]);
        }
        match once.iter().filter(alike).find(|(_, other)| !of_two_returns(other, file)) {
            Some((first, other)) => {
                twins.insert(*first);
                ledger.refuse(index, Problem::SameAs { name: other.entry.name.clone() });
            }
            None if matches!(file.content, Content::Nothing) => {}
            None => once.push((index, file)),
        }
    }
    let named: Vec<&ReadFile> = once.iter().map(|(_, file)| *file).collect();
    for (at, problem) in contradictions(&named) {
        ledger.problem(once[at].0, problem);
    }
    (once, twins)
}
