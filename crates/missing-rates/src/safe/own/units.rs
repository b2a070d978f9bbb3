//! What is printed together, what it is worth, and what of it is hidden for itself.

use std::collections::BTreeMap;

use super::children::SEXES;
use super::guard::{Printed, is_silent};
use super::places::Places;
use super::what::{self, Code, Kind, is_published, kind};
use super::who::Who;
use crate::safe::rule::{FEW, is_few_of};
use crate::safe::worlds::{Model, Unit};

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
        // What the report is about is worth more than a part of its year.
        let times = if Some(places.periods[period]) == printed.main { 2 } else { 1 };
        let settled = department.is_some() && places.periods[period].as_collection_year().is_some();
        let (cost, kin) = (cost(department, kind, by_sex) * times, period * Who::COUNT + who.place());
        model.unit(Unit { hidden, dropped: by_sex || silent, cost, counts, kin, settled });
    }
}

fn cost(department: Department, kind: Kind, by_sex: bool) -> u64 {
    match kind {
        _ if by_sex => 6,
        _ if department.is_some() => 200,
        Kind::Children => 60,
        Kind::Happened(Code::Missing) => 50,
        Kind::Happened(Code::Away) => 24,
        Kind::Happened(Code::Either) => 10,
        Kind::Again(Code::Missing | Code::Away) => 12,
        _ => 8,
    }
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
    places.around(period).into_iter().any(|long| is_few_of(all(long) - count))
}
