//! Header and UASC hardly have dates: they go with the Episodes that have most of their children.

use std::collections::BTreeSet;

use missing_rows::{EpisodeRow, Row};

use super::part::Part;
use crate::report::YearFrom;

/// Whether a file can be of a year.
type CanBe<'f, R> = &'f dyn Fn(&Part<'_, R>, i32) -> bool;

/// Gives files the year whose Episodes have most of their children. Of those that have as many of each, one goes to the
/// year that no other file of the module is of; several go to as many such years, the earlier name to the earlier year. If
/// there are fewer of them than years, a person has to say. Where there are no Episodes, `otherwise`.
pub(super) fn date<R: Row>(
    parts: &mut [Part<'_, R>],
    episodes: &[Part<'_, EpisodeRow>],
    otherwise: Option<i32>,
    can_be: CanBe<'_, R>,
) {
    let years: BTreeSet<i32> = episodes.iter().filter_map(Part::year).collect();
    if years.len() < 2 {
        return of_one_year(parts, episodes, years.first().copied().or(otherwise));
    }
    // Of two files with the same bytes nothing but a person or a name tells which is which.
    for part in parts.iter_mut().filter(|part| part.is_open() && part.clue.twin) {
        part.ask = true;
    }
    let mut even: Vec<(usize, Vec<i32>)> = Vec::new();
    let mut clear: Vec<(usize, Vec<(i32, u64)>)> = Vec::new();
    let mut taken: BTreeSet<i32> = parts.iter().filter_map(Part::year).collect();
    for (at, part) in parts.iter_mut().enumerate().filter(|(_, part)| part.is_open()) {
        let shared = |year: i32| -> u64 {
            let of_year = || episodes.iter().filter(|other| other.year() == Some(year));
            part.rows().filter(|row| of_year().any(|other| other.has(*row))).count() as u64
        };
        let possible: Vec<i32> = years.iter().copied().filter(|year| can_be(part, *year)).collect();
        let possible = if possible.is_empty() { years.iter().copied().collect() } else { possible };
        let counts: Vec<(i32, u64)> = possible.iter().map(|year| (*year, shared(*year))).collect();
        let most = counts.iter().map(|(_, n)| *n).max();
        let best: Vec<i32> = counts.iter().filter(|(_, n)| Some(*n) == most).map(|(year, _)| *year).collect();
        if let [year] = best.as_slice() {
            let next = counts.iter().filter(|(other, _)| other != year).map(|(_, n)| *n).max().unwrap_or(0);
            let clearly = most.is_some_and(|most| most >= next + 2);
            part.set(*year, YearFrom::Children, clearly);
            taken.insert(*year);
            clear.push((at, counts));
        } else {
            even.push((at, best));
        }
    }
    share_out(parts, &even, &taken);
    taken.extend(parts.iter().filter_map(Part::year));
    fill(parts, &clear, &years, &taken);
}

/// Gives files the one year that has Episodes. Of several that are not parts of one module, those are of it whose children
/// are all in Episodes; where that leaves more than one, a person has to say.
fn of_one_year<R: Row>(parts: &mut [Part<'_, R>], episodes: &[Part<'_, EpisodeRow>], year: Option<i32>) {
    let Some(year) = year else { return };
    let open: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].is_open()).collect();
    let is_whole = |at: &usize| parts[*at].rows().all(|row| episodes.iter().any(|other| other.has(row)));
    let whole: Vec<usize> = open.iter().copied().filter(is_whole).collect();
    let overlap = |one: usize, other: usize| parts[one].rows().any(|row| parts[other].has(row));
    let alike = whole.iter().any(|one| whole.iter().any(|other| one < other && overlap(*one, *other)));
    let apart = open.len() > 1 && !whole.is_empty();
    for at in open {
        if apart && (alike || !whole.contains(&at)) {
            parts[at].ask = true;
        } else {
            // The other files are of more than one year, so this one may be of another as well.
            parts[at].set(year, YearFrom::OtherModules, false);
        }
    }
}

/// Gives files that share as much with several years those that are left.
fn share_out<R: Row>(parts: &mut [Part<'_, R>], even: &[(usize, Vec<i32>)], taken: &BTreeSet<i32>) {
    let free: BTreeSet<i32> =
        even.iter().flat_map(|(_, best)| best).copied().filter(|year| !taken.contains(year)).collect();
    let alike = even.iter().all(|(_, best)| free.iter().all(|year| best.contains(year)));
    if alike && free.len() == even.len() {
        let from = if even.len() == 1 { YearFrom::Children } else { YearFrom::Names };
        for ((at, _), year) in even.iter().zip(free) {
            parts[*at].set(year, from, false);
        }
        return;
    }
    for (at, _) in even {
        parts[*at].ask = true;
    }
}

/// Where two files are of one year and none is of another, the one that has nearly as many of the other's children goes
/// there: of few children who all stayed, last year's Episodes may have lost more to mistyped numbers than this year's.
fn fill<R: Row>(
    parts: &mut [Part<'_, R>],
    clear: &[(usize, Vec<(i32, u64)>)],
    years: &BTreeSet<i32>,
    taken: &BTreeSet<i32>,
) {
    for empty in years.difference(taken) {
        let is_doubled =
            |year: Option<i32>| parts.iter().filter(|other| other.year() == year && year.is_some()).count() > 1;
        let loss = |counts: &[(i32, u64)]| {
            let there = counts.iter().find(|(year, _)| year == empty).map_or(0, |(_, n)| *n);
            let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
            // A tenth is nearly all.
            (there * 10 >= most * 9).then_some(most - there)
        };
        let movable = clear.iter().filter(|(at, _)| is_doubled(parts[*at].year()));
        let nearest = movable.filter_map(|(at, counts)| Some((loss(counts)?, *at))).min();
        if let Some((_, at)) = nearest {
            parts[at].set(*empty, YearFrom::Children, false);
        }
    }
}
