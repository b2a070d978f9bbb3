//! Modules that were taken out of one document, a workbook or a return in XML, are of one return: they get the year of its
//! Episodes.

use missing_rows::{MissingRow, Row, UascRow};

use super::clue::Dated;
use super::listed::LookedAfter;
use super::part::{Files, Part};
use super::votes::{Fit, Votes};
use crate::report::YearFrom;

/// Gives the modules of each document the year of its Episodes. A document that has a module twice may hold several returns, and
/// gives that module no year. Rows that contradict the year leave it to a person.
pub(super) fn date(files: &mut Files<'_>) {
    let documents: Vec<usize> = files.episodes.iter().filter_map(|part| part.clue.taken_with).collect();
    for document in documents {
        let Some(dated) = only(&mut files.episodes, document).and_then(|part| part.dated) else { continue };
        let Some(looked_after) = LookedAfter::of(&files.episodes, dated.year) else { continue };
        leave_twins(&mut files.missing, document);
        leave_twins(&mut files.header, document);
        leave_twins(&mut files.uasc, document);
        if let Some(part) = only(&mut files.missing, document).filter(|part| fits_missing(part, dated.year)) {
            let by_dates = Votes::of_missing(&part.pieces).year().is_some_and(|voted| voted.year == dated.year);
            settle(part, dated, if by_dates { YearFrom::Dates } else { YearFrom::OtherModules });
        }
        if let Some(part) = only(&mut files.header, document) {
            settle_listed(part, dated, &looked_after);
        }
        if let Some(part) = only(&mut files.uasc, document).filter(|part| fits_uasc(part, dated.year)) {
            let certain = dated.certain && !Fit::of_uasc(part.rows(), dated.year).is_over();
            settle_listed(part, Dated { certain, ..dated }, &looked_after);
        }
    }
}

/// The one file of a module that was taken out of a document.
fn only<'p, 'a, R>(parts: &'p mut [Part<'a, R>], document: usize) -> Option<&'p mut Part<'a, R>> {
    let mut of = parts.iter_mut().filter(|part| part.clue.taken_with == Some(document));
    let part = of.next()?;
    of.next().is_none().then_some(part)
}

/// Leaves to a person a module that a document has twice, if another document has one of the two as well.
fn leave_twins<R: Row>(parts: &mut [Part<'_, R>], document: usize) {
    let is_of = |part: &Part<'_, R>| part.clue.taken_with == Some(document) && part.is_open();
    let of = parts.iter().filter(|part| is_of(part));
    if of.clone().count() > 1 && of.clone().any(|part| part.clue.twin) {
        parts.iter_mut().filter(|part| is_of(part)).for_each(Part::leave);
    }
}

fn fits_missing(part: &Part<'_, MissingRow>, year: i32) -> bool {
    let fit = Fit::of_missing(part.rows(), year);
    !fit.is_none() && !fit.is_mostly_late() && !fit.contradicts(&Votes::of_missing(&part.pieces), year)
}

fn fits_uasc(part: &Part<'_, UascRow>, year: i32) -> bool {
    !Fit::of_uasc(part.rows(), year).is_mostly_over()
}

fn settle_listed<R: Row>(part: &mut Part<'_, R>, dated: Dated, looked_after: &LookedAfter) {
    let listed = looked_after.fit(part);
    if !listed.contradicts() {
        let certain = dated.certain && listed.shows(false, false);
        settle(part, Dated { certain, ..dated }, YearFrom::OtherModules);
    }
}

fn settle<R: Row>(part: &mut Part<'_, R>, dated: Dated, from: YearFrom) {
    if part.is_open() {
        part.set(dated.year, from, dated.certain);
    }
}
