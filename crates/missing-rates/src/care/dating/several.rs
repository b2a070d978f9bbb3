//! The years of several returns, or of files that are not all of one year.

use std::collections::BTreeSet;

use missing_rows::{EpisodeRow, MissingRow, UascRow};

use super::believed;
use super::by_children;
use super::by_document;
use super::listed::uasc_signs;
use super::part::{Files, Part};
use super::together;
use super::votes::{Fit, Voted, Votes};
use crate::report::YearFrom;

pub(super) fn date(files: &mut Files<'_>) {
    episodes(files);
    by_document::date(files);
    missing(files);
    let otherwise = files.missing.iter().filter_map(Part::year).max();
    let mut years = together::years_of_others(files);
    years.extend(files.episodes.iter().filter_map(Part::year));
    let instead = (otherwise, years.len() > 1);
    by_children::date(&mut files.header, &files.episodes, instead, (&|_, _| true, &|_, _| false, None));
    let can_be = |part: &Part<'_, UascRow>, year: i32| !Fit::of_uasc(part.rows(), year).is_over();
    let is_at_odds = |part: &Part<'_, UascRow>, year: i32| Fit::of_uasc(part.rows(), year).has_early();
    by_children::date(&mut files.uasc, &files.episodes, instead, (&can_be, &is_at_odds, Some(&uasc_signs)));
    believed::doubt_names(files);
}

/// Episodes get their year from their dates. If there is only one such file, the dates of Missing count as well.
fn episodes(files: &mut Files<'_>) {
    let alone = files.episodes.len() == 1;
    // The same bytes were chosen twice, and the other modules are of several years: nothing tells which year is meant.
    let several = alone && together::years_of_others(files).len() > 1;
    for part in files.episodes.iter_mut().filter(|part| several && part.is_open() && part.clue.twin) {
        part.ask = true;
    }
    for part in files.episodes.iter_mut().filter(|part| part.is_open()) {
        let own = Votes::of_episodes(&part.pieces);
        let Some(mut voted) = own.year() else { continue };
        if alone {
            let others = files.missing.iter().filter(|other| other.is_open());
            let joint = others.fold(own.clone(), |votes, other| votes.with(&Votes::of_missing(&other.pieces)));
            if let Some(joint) = joint.year().filter(|joint| joint.year != voted.year) {
                // Episodes that ended in one year hold the file to it, if the file has no date in the other year.
                let ended = Votes::of_ends(&part.pieces).cells(voted.year) > 0 && own.cells(joint.year) == 0;
                voted = Voted { year: if ended { voted.year } else { joint.year }, certain: false };
            }
        }
        let held = together::is_held(part, &own, voted.year);
        part.set(voted.year, YearFrom::Dates, voted.certain && held);
    }
    if !alone {
        together::keep(files);
    }
    part_alike(&mut files.episodes);
}

/// Handles two files with the same children whose dates give the same year: they are of two years. The file that cannot
/// be of the year before is the later one. If both can be, the file with the later name is.
fn part_alike(parts: &mut [Part<'_, EpisodeRow>]) {
    let by_dates = |part: &Part<'_, EpisodeRow>| part.dated.filter(|dated| dated.from == YearFrom::Dates);
    for one in 0..parts.len() {
        for other in one + 1..parts.len() {
            let (Some(a), Some(b)) = (by_dates(&parts[one]), by_dates(&parts[other])) else { continue };
            let before = a.year - 1;
            if a.year != b.year || !have_same_children(&parts[one], &parts[other]) {
                continue;
            }
            if parts.iter().any(|part| part.year() == Some(before)) {
                continue;
            }
            let can_be = |at: usize| {
                let fit = Fit::of_episodes(parts[at].rows(), before);
                !fit.has_late() && !fit.is_none()
            };
            let (earlier, from) = match (can_be(one), can_be(other)) {
                (true, true) => (one, YearFrom::Names),
                (true, false) => (one, YearFrom::Dates),
                (false, true) => (other, YearFrom::Dates),
                (false, false) => continue,
            };
            let later = one + other - earlier;
            parts[earlier].set(before, from, false);
            parts[later].set(a.year, from, false);
        }
    }
}

/// Whether the other file has half of the children of the smaller file.
fn have_same_children(one: &Part<'_, EpisodeRow>, other: &Part<'_, EpisodeRow>) -> bool {
    let (small, large) = if one.rows().count() <= other.rows().count() { (one, other) } else { (other, one) };
    let shared = small.rows().filter(|row| large.has(*row)).count();
    shared > 0 && shared * 2 >= small.rows().count()
}

/// Missing files get the next year, from their dates on, that has Episodes, unless they fit none.
fn missing(files: &mut Files<'_>) {
    let years: BTreeSet<i32> = files.episodes.iter().filter_map(Part::year).collect();
    let voted: Vec<_> = files.missing.iter().map(|part| Votes::of_missing(&part.pieces).year()).collect();
    let latest = files.missing.iter().zip(&voted).filter_map(|(part, v)| part.year().or(v.map(|v| v.year))).max();
    let single = files.missing.len() == 1;
    let alone = years.len() == 1 && single;
    for (part, voted) in files.missing.iter_mut().zip(voted).filter(|(part, _)| part.is_open()) {
        let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else {
            if let Some(voted) = voted {
                part.set(voted.year, YearFrom::Dates, voted.certain);
            }
            continue;
        };
        if part.clue.twin && years.len() > 1 {
            part.ask = true;
            continue;
        }
        let Some(voted) = voted else {
            // Without a date only the number of returns can tell.
            if years.len() == 1 {
                part.set(last, YearFrom::OtherModules, false);
            } else {
                part.ask = true;
            }
            continue;
        };
        // This is last year's Missing beside this year's return, without last year's Episodes.
        let stands_alone = years.len() == 1 && voted.year < first && Some(voted.year) < latest;
        let next = years.range(voted.year..).next().copied().unwrap_or(last);
        let fit = Fit::of_missing(part.rows(), next);
        let own = Votes::of_missing(&part.pieces);
        if stands_alone || fit.is_none() || fit.contradicts(&own, next) {
            part.set(voted.year, YearFrom::Dates, voted.certain);
        } else {
            // Incidents that had not ended before the next year fit that year too.
            let ended = Fit::of_missing(part.rows(), next + 1).has_early();
            // Nothing had ended, so that all of it may be carried over, and it may be of either year.
            if single && !ended && years.contains(&(next + 1)) {
                part.leave();
                continue;
            }
            let certain = voted.certain && next == voted.year && !fit.is_doubtful() && (ended || alone);
            part.set(next, YearFrom::Dates, certain);
        }
    }
    fill(files, &years);
}

/// Where two Missing files have one year and no file has the year before, the file that fits the year before goes
/// there. If both fit, the file with the earlier name does. Otherwise, where no file has the year after, the file that
/// fits that year goes there. If both fit, the file with the later name does: children who stay missing have no date in
/// a year.
fn fill(files: &mut Files<'_>, years: &BTreeSet<i32>) {
    for empty in years {
        let of =
            |files: &Files<'_>, year: i32| files.missing.iter().filter(move |part| part.year() == Some(year)).count();
        if of(files, *empty) > 0 {
            continue;
        }
        for from_year in [empty + 1, empty - 1] {
            if of(files, from_year) < 2 {
                continue;
            }
            let can_be = |part: &Part<'_, MissingRow>| {
                let fit = Fit::of_missing(part.rows(), *empty);
                let by_dates = part.dated.is_some_and(|dated| dated.from == YearFrom::Dates && dated.year == from_year);
                by_dates && !fit.has_late() && !fit.is_none() && (from_year > *empty || !fit.has_early())
            };
            let movable: Vec<usize> = (0..files.missing.len()).filter(|at| can_be(&files.missing[*at])).collect();
            let from = if movable.len() > 1 { YearFrom::Names } else { YearFrom::Dates };
            let at = if from_year > *empty { movable.first() } else { movable.last() };
            if let Some(part) = at.and_then(|at| files.missing.get_mut(*at)) {
                part.set(*empty, from, false);
                break;
            }
        }
    }
}
