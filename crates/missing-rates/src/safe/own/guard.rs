//! What is kept from readers: every count that they take from what is printed or known.

use std::collections::BTreeSet;

use super::of::Of;
use super::places::{Places, RESTS};
use super::what::{self, Code, Kind, is_published, kind};
use super::who::Who;
use crate::period::Period;
use crate::safe::alternatives::{Counted, Model};
use crate::safe::rule::{Knows, is_few_of};

/// What is printed, and of what.
pub(super) struct Printed<'a> {
    pub(super) of: &'a BTreeSet<Of>,
    pub(super) main: Option<Period>,
    pub(super) knows: Knows,
    /// Whether tables of incidents by length are printed, of being missing and of being away; and likewise by month.
    pub(super) tables: [bool; 4],
    /// Whether groups by sex are.
    pub(super) sexes: bool,
}

/// Lists every count, whether everybody knows it, and whether it is kept from readers.
pub(super) fn list(model: &mut Model, truth: Vec<i64>, places: &Places, printed: &Printed<'_>) {
    model.counts = truth.into_iter().map(|truth| Counted { truth, ..Counted::default() }).collect();
    for (period, days) in places.periods.iter().enumerate() {
        for who in Who::all() {
            for what in 0..what::COUNTS {
                let count = &mut model.counts[Places::place(period, who, what)];
                let of_department = who == Who::All
                    && is_published(what)
                    && printed.knows.department
                    && days.as_collection_year().is_some()
                    && !is_few_of(count.truth);
                // Groups by sex are printed beside the groups of all children.
                let of_sex =
                    matches!(who, Who::AllOf(_)) && Some(*days) == printed.main && what < what::MISSING + what::AGAIN;
                count.known = of_department || (of_sex && printed.sexes);
            }
        }
    }
    for (at, is_printed) in printed.tables.into_iter().enumerate() {
        model.counts[places.tables() + at] = Counted { truth: 1 << 40, known: is_printed, ..Counted::default() };
    }
    guard(model, places, printed);
    if printed.knows.unprinted {
        guard_silent(model, places);
    }
}

/// A rest is taken from a whole and its part.
fn guard(model: &mut Model, places: &Places, printed: &Printed<'_>) {
    let knows = printed.knows;
    let is_told = |period: usize, who: Who, what: usize| {
        let by_all = who == Who::All && model.counts[Places::place(period, who, what)].known;
        by_all || printed.of.contains(&Of { period: places.periods[period], who, what })
    };
    // Of a part that nobody is in nothing need be told.
    let is_told_or_none = |period: usize, who: Who, what: usize| {
        is_told(period, who, what) || model.counts[Places::place(period, who, what)].truth == 0
    };
    let is_seen = |period: usize, who: Who, what: usize| {
        let adds_up = |parts: &&[Who]| parts.iter().all(|who| is_told_or_none(period, *who, what));
        is_told(period, who, what) || who.parts().iter().any(adds_up)
    };
    let mut guarded: Vec<usize> = Vec::new();
    for period in 0..places.periods.len() {
        for who in Who::all().filter(|who| !who.is_by_sex() && (!who.is_rest() || knows.complements)) {
            let is_taken = |what: usize| {
                let sources = what::sources(what);
                who.taken_from().iter().all(|of| sources.iter().all(|what| is_seen(period, *of, *what)))
            };
            let is_kept = |what: usize| {
                (knows.complements || !what::is_never(what))
                    && (knows.either || !what::is_of_either(what))
                    && (knows.unprinted || !what::is_of_course(what))
            };
            let counts = (0..what::COUNTS).filter(|what| is_kept(*what) && is_taken(*what));
            guarded.extend(counts.map(|what| Places::place(period, who, what)));
        }
    }
    for (from, periods) in places.between().filter(|_| knows.parts_of_years) {
        let seen = |(who, what): (Who, usize)| periods.iter().all(|period| is_seen(*period, who, what));
        // More than once in each of two parts says nothing of more than once in both.
        let tells = |what: usize| periods.len() < 3 || !what::is_again(what);
        let taken = RESTS.iter().enumerate().filter(|(_, of)| tells(of.1) && seen(**of));
        guarded.extend(taken.map(|(at, _)| from + at));
    }
    for at in guarded {
        model.counts[at].guarded = true;
        let Some((period, who, _)) = places.of(at).filter(|(.., what)| what::is_never(*what)) else { continue };
        // Where nobody is left, something is told of everybody; but where there is nobody, of none.
        if model.counts[at].truth == 0 && model.counts[Places::place(period, who, what::CHILDREN)].truth > 0 {
            (model.counts[at].or_none, model.counts[at].unless_known) = (true, true);
        }
    }
}

/// What is not told of any part in a period, because there is little of it among all children: not even that it is zero.
pub(super) fn is_silent(model: &Model, period: usize, kind: Kind) -> bool {
    let few = |what: usize| is_few_of(model.counts[Places::place(period, Who::All, what)].truth);
    let happened = |code: Code| match code {
        Code::Either => {
            [Code::Missing, Code::Away].into_iter().any(|code| few(code.children()) || few(code.incidents()[0]))
        }
        code => few(code.children()) || few(code.incidents()[0]),
    };
    let of_one = |code: Code, course: &dyn Fn(Code) -> bool| match code {
        Code::Either => [Code::Missing, Code::Away].into_iter().any(course),
        code => course(code),
    };
    let again = |code: Code| happened(code) || few(code.again());
    let end = |code: Code| happened(code) || few(code.at_end()) || few(code.not_found());
    match kind {
        Kind::Children => false,
        Kind::Happened(code) => happened(code),
        Kind::Again(code) => of_one(code, &again),
        Kind::AtEnd(code) => of_one(code, &end),
        Kind::NotFound => end(Code::Missing) || end(Code::Away),
    }
}

/// What is not told of anybody is kept from readers as well, but for what everybody knows of it.
fn guard_silent(model: &mut Model, places: &Places) {
    let silent: Vec<Vec<bool>> = (0..places.periods.len())
        .map(|period| (0..what::COUNTS).map(|what| is_silent(model, period, kind(what))).collect())
        .collect();
    for (period, silent) in silent.iter().enumerate() {
        for who in Who::all() {
            for what in (0..what::COUNTS).filter(|what| silent[*what]) {
                model.counts[Places::place(period, who, what)].unless_known = true;
            }
        }
    }
    for (from, periods) in places.between() {
        for (at, (_, what)) in RESTS.iter().enumerate() {
            if periods.iter().any(|period| silent[*period][*what]) {
                model.counts[from + at].unless_known = true;
            }
        }
    }
}
