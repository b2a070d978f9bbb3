//! Header and UASC have hardly any dates, so they get the year of the Episodes file that has most of their children.

use std::collections::{BTreeMap, BTreeSet};

use missing_rows::{EpisodeRow, Row};

use super::listed::{Listed, LookedAfter, Signs};
use super::part::Part;
use crate::report::YearFrom;

/// How the children of a file fit a year.
type ListedOf<'f, R> = &'f dyn Fn(&Part<'_, R>, i32) -> Listed;
/// What dates of a file say about a year, for files that figures are based on.
type SignsOf<'f, R> = Option<&'f dyn Fn(&Part<'_, R>, i32) -> Signs>;

/// Whether a file can be of a year.
type CanBe<'f, R> = &'f dyn Fn(&Part<'_, R>, i32) -> bool;

/// Gives each file the year whose Episodes have most of its children. Some files share as many children with several
/// years. If there is one such file, it gets the year that no other file of the module has. If there are several, and
/// as many free years, the file with the earlier name gets the earlier year. If there are fewer files than free years,
/// a person has to say, as for a file whose children hardly fit that year: its own year may have no Episodes here. Where
/// there are no Episodes, the files get `otherwise`. `several` says whether the files are of more than one year. Where
/// figures are based on the files, `signs` says what their dates tell of a year, and no file is given a year on no sign.
pub(super) fn date<R: Row>(
    parts: &mut [Part<'_, R>],
    episodes: &[Part<'_, EpisodeRow>],
    (otherwise, several): (Option<i32>, bool),
    (can_be, is_at_odds, signs): (CanBe<'_, R>, CanBe<'_, R>, SignsOf<'_, R>),
) {
    if !parts.iter().any(Part::is_open) {
        return;
    }
    let years: BTreeSet<i32> = episodes.iter().filter_map(Part::year).collect();
    let known = |year: &i32| LookedAfter::of(episodes, *year).map(|of| (*year, of));
    let known: BTreeMap<i32, LookedAfter> = years.iter().filter_map(known).collect();
    let listed = |part: &Part<'_, R>, year: i32| known.get(&year).map(|of| of.fit(part)).unwrap_or_default();
    if years.len() < 2 {
        return of_one_year(parts, episodes, (years.first().copied().or(otherwise), several), (&listed, signs));
    }
    // Two files with the same bytes can only be told apart by a person or by their names.
    for part in parts.iter_mut().filter(|part| part.is_open() && part.clue.twin) {
        part.ask = true;
    }
    // No file is surer of its year than the Episodes that it is held against.
    let sure = episodes.iter().all(|other| other.dated.is_some_and(|dated| dated.certain));
    let mut even: Vec<(usize, Vec<i32>)> = Vec::new();
    let mut clear: Vec<(usize, Vec<(i32, u64)>)> = Vec::new();
    let mut taken: BTreeSet<i32> = parts.iter().filter_map(Part::year).collect();
    let alone = parts.iter().filter(|part| part.is_open()).count() == 1;
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
            // One child more, who neither came nor left in the year, may be a slip.
            if signs.is_some() && alone && !clearly && !listed(part, *year).has_moves() {
                part.leave();
                continue;
            }
            let shows = listed(part, *year).shows(years.contains(&(year - 1)), years.contains(&(year + 1)));
            part.set(*year, YearFrom::Children, clearly && shows && sure);
            taken.insert(*year);
            clear.push((at, counts));
        } else {
            even.push((at, best));
        }
    }
    share_out(parts, &even, &taken, is_at_odds);
    taken.extend(parts.iter().filter_map(Part::year));
    fill(parts, &clear, &years, &taken);
    let is_guess = |part: &Part<'_, R>| part.dated.filter(|of| matches!(of.from, YearFrom::Children | YearFrom::Names));
    for part in parts.iter_mut() {
        if is_guess(part).is_some_and(|of| listed(part, of.year).contradicts()) {
            part.leave();
        }
    }
}

/// Gives files the one year that has Episodes. If there are several files that are not parts of one module, the year
/// goes to the file whose children are all in Episodes. If that is true of more than one file, a person has to say. So
/// has a person about a file whose children hardly fit the year, or where there are other years and nothing tells it
/// from theirs.
fn of_one_year<R: Row>(
    parts: &mut [Part<'_, R>],
    episodes: &[Part<'_, EpisodeRow>],
    (year, several): (Option<i32>, bool),
    (listed, signs): (ListedOf<'_, R>, SignsOf<'_, R>),
) {
    let Some(year) = year else { return };
    let open: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].is_open()).collect();
    let is_whole = |at: &usize| parts[*at].rows().all(|row| episodes.iter().any(|other| other.has(row)));
    let whole: Vec<usize> = open.iter().copied().filter(is_whole).collect();
    let overlap = |one: usize, other: usize| parts[one].rows().any(|row| parts[other].has(row));
    let alike = whole.iter().any(|one| whole.iter().any(|other| one < other && overlap(*one, *other)));
    let apart = open.len() > 1 && !whole.is_empty();
    for at in open {
        let fit = listed(&parts[at], year);
        let no_sign =
            !episodes.is_empty() && !fit.has_signs(signs.map_or_else(Signs::default, |of| of(&parts[at], year)));
        let is_stray = fit.contradicts() || no_sign && several;
        if is_stray || apart && (alike || !whole.contains(&at)) {
            parts[at].ask = true;
        } else {
            // The other files are of more than one year, so this one may be of another as well.
            parts[at].set(year, YearFrom::OtherModules, false);
        }
    }
}

/// Gives the free years to the files that share as many children with several years.
fn share_out<R: Row>(
    parts: &mut [Part<'_, R>],
    even: &[(usize, Vec<i32>)],
    taken: &BTreeSet<i32>,
    is_at_odds: CanBe<'_, R>,
) {
    let free: BTreeSet<i32> =
        even.iter().flat_map(|(_, best)| best).copied().filter(|year| !taken.contains(year)).collect();
    let alike = even.iter().all(|(_, best)| free.iter().all(|year| best.contains(year)));
    // One date may be a slip; it is more than a name, and less than enough to say the contrary.
    let odd = even.iter().zip(&free).any(|((at, _), year)| is_at_odds(&parts[*at], *year));
    if alike && free.len() == even.len() && !odd {
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

/// Where two files have one year and no file has another year, the file that fits the other year nearly as well goes
/// there. Where there are few children and all of them stayed, last year's Episodes may have lost more of them to
/// mistyped numbers than this year's.
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
            // Nine tenths is nearly all.
            (there * 10 >= most * 9).then_some(most - there)
        };
        let movable = clear.iter().filter(|(at, _)| is_doubled(parts[*at].year()));
        let nearest = movable.filter_map(|(at, counts)| Some((loss(counts)?, *at))).min();
        if let Some((_, at)) = nearest {
            parts[at].set(*empty, YearFrom::Children, false);
        }
    }
}
