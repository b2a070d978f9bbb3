//! The year of one return, each of whose modules came in one file at most: all modules speak together.

use missing_rows::Row;

use super::part::{Files, Part};
use super::votes::{Fit, Voted, Votes};
use crate::report::YearFrom;

/// The fewest episodes that ended in a year by which it is known to be that of the file.
const ENDED: u64 = 10;

pub(super) fn date(files: &mut Files<'_>, asked: Option<i32>) {
    let episodes = files.episodes.first();
    let missing = files.missing.first();
    let of_episodes = episodes.map(|part| Votes::of_episodes(part.rows())).unwrap_or_default();
    let of_missing = missing.map(|part| Votes::of_missing(part.rows())).unwrap_or_default();
    let contradicted = |year: i32| {
        let by_episodes = episodes.map(|part| Fit::of_episodes(part.rows(), year).contradicts(&of_episodes, year));
        let by_missing = missing.map(|part| Fit::of_missing(part.rows(), year).contradicts(&of_missing, year));
        by_episodes == Some(true) || by_missing == Some(true)
    };
    let known = known(files);
    let voted = of_episodes.clone().with(&of_missing).year();
    let (year, from, certain) = match (known, asked.filter(|year| !contradicted(*year)), voted) {
        (Some(year), ..) => (year, YearFrom::OtherModules, !contradicted(year)),
        (None, Some(year), _) => (year, YearFrom::Asked, true),
        (None, None, Some(Voted { year, certain })) => (year, YearFrom::Dates, certain),
        (None, None, None) => return,
    };
    let (mut of_its_own, mut others) = (None, Some(year));
    if let Some(part) = files.episodes.first_mut() {
        let fit = Fit::of_episodes(part.rows(), year);
        // All that ended did so in another year, and this one has hardly a date.
        let before = Votes::of_ends(part.rows()).year().filter(|voted| voted.year != year);
        let ended = before.is_some_and(|voted| Votes::of_ends(part.rows()).cells(voted.year) >= ENDED);
        let away = ended && of_episodes.cells(year) * 20 < of_episodes.fullest();
        if part.is_open() && from != YearFrom::Asked && (away || fit.contradicts(&of_episodes, year)) {
            of_its_own = of_episodes.year();
            others = of_its_own.map(|voted| voted.year).or(others);
        }
        settle(part, (year, from, certain && !fit.is_doubtful()), of_its_own);
    }
    if let Some(part) = files.missing.first_mut() {
        let fit = Fit::of_missing(part.rows(), year);
        let away = part.is_open() && from != YearFrom::Asked && (fit.is_none() || fit.contradicts(&of_missing, year));
        let own = of_missing.year().filter(|_| away);
        settle(part, (year, from, certain && !fit.is_doubtful()), own);
    }
    if let Some(year) = others {
        let certain_others = |fit: Fit| certain && !fit.is_over();
        if let Some(part) = files.uasc.first_mut() {
            let fit = Fit::of_uasc(part.rows(), year);
            settle(part, (year, from, certain_others(fit)), None);
        }
        if let Some(part) = files.header.first_mut() {
            settle(part, (year, from, certain), None);
        }
    }
}

/// The year that a person or a name gives to any of the files; where both do, what the person says.
fn known(files: &Files<'_>) -> Option<i32> {
    let header = files.header.iter().filter_map(|part| part.dated);
    let episodes = files.episodes.iter().filter_map(|part| part.dated);
    let others =
        files.uasc.iter().filter_map(|part| part.dated).chain(files.missing.iter().filter_map(|part| part.dated));
    let dated: Vec<_> = episodes.chain(others).chain(header).collect();
    let said = dated.iter().find(|dated| dated.from == YearFrom::Person);
    said.or(dated.first()).map(|dated| dated.year)
}

fn settle<R: Row>(part: &mut Part<'_, R>, (year, from, certain): (i32, YearFrom, bool), own: Option<Voted>) {
    if !part.is_open() {
        return;
    }
    match own {
        Some(voted) => part.set(voted.year, YearFrom::Dates, voted.certain),
        None => part.set(year, from, certain),
    }
}
