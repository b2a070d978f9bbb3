//! What is printed together, what it is worth, and what of it is hidden for itself.

use std::collections::BTreeMap;

use super::children::SEXES;
use super::guard::{Printed, is_silent};
use super::places::Places;
use super::what::{self, Code, Kind, is_published, kind};
use super::who::Who;
use crate::safe::alternatives::{Model, Unit};
use crate::safe::rule::{FEW, is_few_of};

/// What the Department publishes by itself.
type Department = Option<usize>;

pub(super) fn add(model: &mut Model, places: &Places, printed: &Printed<'_>) {
    let mut units: BTreeMap<(usize, Who, Department, Kind), Vec<usize>> = BTreeMap::new();
    for of in printed.of {
        let Some(at) = places.at(*of) else { continue };
        let Some((period, ..)) = places.of(at) else { continue };
        let department = (of.who == Who::All && is_published(of.what)).then_some(of.what);
        // A table by sex is one.
        let who = match of.who {
            Who::UnaccompaniedOf(_) => Who::UnaccompaniedOf(0),
            Who::ListedOf(_) => Who::ListedOf(0),
            who => who,
        };
        units.entry((period, who, department, kind(of.what))).or_default().push(at);
    }
    for ((period, who, department, kind), counts) in units {
        let by_sex = who.is_by_sex();
        let silent = department.is_none() && printed.knows.unprinted && is_silent(model, period, kind);
        let hidden = silent || counts.iter().any(|at| tells(model, places, printed, *at));
        let settled = department.is_some() && places.periods[period].as_collection_year().is_some();
        let is_main = Some(places.periods[period]) == printed.main;
        let value = value((kind, who), is_main);
        model.unit(Unit { hidden, dropped: by_sex || silent, value, counts, settled });
    }
}

/// From which value on a unit comes first: before tables and groups.
const FIRST: u64 = 700;

/// What is shown first: children, then who went missing and how often, what a request asks beyond that, and the rest; of
/// each what the report is about before a part of its year, and all children before cohorts.
fn value((kind, who): (Kind, Who), is_main: bool) -> u64 {
    let tier = match kind {
        _ if who.is_by_sex() => 300,
        Kind::Children => 800,
        Kind::Happened(Code::Missing) => 700,
        Kind::Happened(Code::Away) => 600,
        Kind::Happened(Code::Either) => 500,
        Kind::Again(Code::Missing) => 400,
        Kind::NotFound => 200,
        Kind::AtEnd(_) => 100,
        Kind::Again(_) => 0,
    };
    tier + u64::from(is_main) * 50 + (Who::COUNT - who.place()) as u64
}

/// How many of the counts that come first are shown.
pub(super) fn shown_first(model: &Model) -> usize {
    let first = model.units.iter().filter(|unit| !unit.hidden && !unit.settled && unit.value >= FIRST);
    first.map(|unit| unit.counts.len()).sum()
}

/// Whether a number would tell something by itself, so that it is hidden however large it is.
fn tells(model: &Model, places: &Places, printed: &Printed<'_>, at: usize) -> bool {
    let Some((period, who, what)) = places.of(at) else { return false };
    let count = |what: usize| model.counts[Places::place(period, who, what)].truth;
    // Who did not go missing: as few, or none, is as telling.
    let happened = [what::MISSING, what::AWAY, what::EITHER].contains(&what);
    let children = count(what::CHILDREN);
    let all_but_few = happened && children > 0 && children - count(what) <= FEW.cast_signed();
    (all_but_few && printed.knows.complements)
        || (printed.knows.unprinted && !model.counts[at].known && is_beyond_by_few(model, (period, who, what)))
        || (who.is_by_sex() && is_near_all(model, places, (period, who, what)))
        || (who.is_by_sex() && what == what::EITHER && is_apart_by_few(model, (period, who)))
}

/// Whether few children of a sex were missing and never away, away and never missing, or both: a reader takes each from those who
/// were either. Likewise of the children of that sex who are not of the cohort.
fn is_apart_by_few(model: &Model, (period, who): (usize, Who)) -> bool {
    let sex = (who.place() - Who::AllOf(0).place()) % SEXES.len();
    what::OF_EITHER.into_iter().any(|what| {
        let count = |who: Who| model.counts[Places::place(period, who, what)].truth;
        is_few_of(count(who)) || is_few_of(count(Who::AllOf(sex)) - count(who))
    })
}

/// Whether of a part, or of what a reader takes from it and the whole, there are one or two incidents beyond each child's
/// first: those are one or two children's. Likewise beyond the first two of those who went more than once.
fn is_beyond_by_few(model: &Model, (period, who, what): (usize, Who, usize)) -> bool {
    let Some(code) = Code::ALL.into_iter().find(|code| [code.children(), code.again()].contains(&what)) else {
        return false;
    };
    let beyond = |who: Who| {
        let of = |what: usize| model.counts[Places::place(period, who, what)].truth;
        let first = of(code.children()) + if what == code.again() { of(what) } else { 0 };
        code.incidents().iter().map(|what| of(*what)).sum::<i64>() - first
    };
    let rests: &[Who] = match who {
        Who::Unaccompanied => &[Who::NotUnaccompanied],
        Who::Listed => &[Who::NotListed],
        Who::Both => &[Who::UnaccompaniedOnly, Who::ListedOnly],
        _ => &[],
    };
    !who.is_by_sex() && rests.iter().copied().chain([who]).any(|who| (1..=2).contains(&beyond(who)))
}

/// Whether a count by sex is so near that of all children of that sex, in a period around it, that the others are few.
fn is_near_all(model: &Model, places: &Places, (period, who, what): (usize, Who, usize)) -> bool {
    let sex = (who.place() - Who::AllOf(0).place()) % SEXES.len();
    let count = model.counts[Places::place(period, who, what)].truth;
    let all = |long: usize| model.counts[Places::place(long, Who::AllOf(sex), what)].truth;
    places.around(period).iter().any(|long| is_few_of(all(*long) - count))
}
