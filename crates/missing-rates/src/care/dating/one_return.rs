//! The year of a single return, whose modules came in one file each at most. The dates of all modules are used
//! together.

use missing_rows::{EpisodeRow, Row};

use super::clue::Clue;
use super::listed::{LookedAfter, Signs, uasc_signs};
use super::overrun::{Meant, Overrun, episodes_hold, meant};
use super::part::{Files, Part};
use super::together::{can_be, is_held};
use super::votes::{Fit, Voted, Votes};
use crate::report::YearFrom;

/// The fewest episodes that must have ended in a year before the file is known to belong to it.
const ENDED: u64 = 10;

/// The year of the return, or of one of its modules.
#[derive(Clone, Copy, Debug)]
struct Its {
    year: i32,
    from: YearFrom,
    certain: bool,
}

impl Its {
    fn but(self, certain: bool) -> Self {
        Self { certain: self.certain && certain, ..self }
    }
}

pub(super) fn date(files: &mut Files<'_>, asked: Option<i32>) {
    let episodes = files.episodes.first().map(|part| Votes::of_episodes(&part.pieces)).unwrap_or_default();
    let missing = files.missing.first().map(|part| Votes::of_missing(&part.pieces)).unwrap_or_default();
    let joint = episodes.clone().with(&missing);
    let its = match (known(files), asked.filter(|year| !contradicted(files, *year)), joint.year()) {
        (Some(year), ..) => Its { year, from: YearFrom::OtherModules, certain: !contradicted(files, year) },
        (None, Some(year), _) => Its { year, from: YearFrom::Asked, certain: true },
        (None, None, Some(voted)) => match by_dates(files, voted) {
            Some(its) => its,
            None => return leave_all(files),
        },
        (None, None, None) => return,
    };
    let Some(its) = together(files, its, &missing) else { return };
    let others = of_episodes(files, its, &episodes, asked);
    of_missing(files, its, &missing, asked);
    let looked_after = LookedAfter::of(&files.episodes, others.year);
    let named = others.from == YearFrom::OtherModules && files.any_name_is_believed();
    // A person who asks for the year of the return, or says that of its Episodes, says of which year its modules are.
    let is_said = files.episodes.iter().any(|part| part.dated.is_some_and(|dated| dated.from == YearFrom::Person));
    let is_asked = is_said || asked == Some(others.year);
    // What was taken out of one file with Episodes is of one return.
    let with = files.episodes.first().and_then(|part| part.clue.taken_with);
    let is_with = |clue: Clue| with.is_some() && clue.taken_with == with;
    for part in &mut files.uasc {
        let certain = !Fit::of_uasc(part.rows(), others.year).is_over();
        let needs = Some(uasc_signs(part, others.year)).filter(|_| named && !is_asked && !is_with(part.clue));
        of_children(part, others.but(certain), needs, looked_after.as_ref());
    }
    for part in &mut files.header {
        let needs = Some(Signs::default()).filter(|_| named && !is_asked && !is_with(part.clue));
        of_children(part, others, needs, looked_after.as_ref());
    }
}

/// Whether the rows of the return contradict a year.
fn contradicted(files: &Files<'_>, year: i32) -> bool {
    let mut in_year = 0;
    let mut none = false;
    for part in &files.episodes {
        let votes = Votes::of_episodes(&part.pieces);
        let contradicts = Fit::of_episodes(part.rows(), year).contradicts(&votes, year);
        if contradicts && !episodes_hold(part, &files.missing, year) {
            return true;
        }
        in_year += votes.cells(year);
    }
    for part in &files.missing {
        let votes = Votes::of_missing(&part.pieces);
        let fit = Fit::of_missing(part.rows(), year);
        if fit.contradicts(&votes, year) && !Overrun::of_missing(part, year).holds() {
            return true;
        }
        in_year += votes.cells(year);
        // Children who stay have no date in a year, but nobody goes missing without one.
        none |= Fit::is_elsewhere(&part.pieces, year);
    }
    none && in_year == 0
}

/// The year that a person or a name gives to any of the files. What a person says goes before a name.
fn known(files: &Files<'_>) -> Option<i32> {
    let header = files.header.iter().filter_map(|part| part.dated);
    let episodes = files.episodes.iter().filter_map(|part| part.dated);
    let others =
        files.uasc.iter().filter_map(|part| part.dated).chain(files.missing.iter().filter_map(|part| part.dated));
    let dated: Vec<_> = episodes.chain(others).chain(header).collect();
    let said = dated.iter().find(|dated| dated.from == YearFrom::Person);
    said.or(dated.first()).map(|dated| dated.year)
}

/// Keeps Episodes and Missing together where their dates give different years and nothing else says which. Children who
/// stay may have no date for years, so Episodes of which none ended in their year may be of the year of Missing. If a
/// single date is all that Missing has of that year, it may be a typing error, and a person is asked about all files.
fn together(files: &mut Files<'_>, its: Its, missing: &Votes) -> Option<Its> {
    let (Some(episodes), Some(part)) = (files.episodes.first(), files.missing.first()) else { return Some(its) };
    let fits = !Fit::of_missing(part.rows(), its.year).is_none();
    let is_open = episodes.is_open() && part.is_open() && its.from == YearFrom::Dates;
    let Some(voted) = missing.year().filter(|voted| is_open && !fits && voted.year != its.year) else {
        return Some(its);
    };
    if Votes::of_ends(&episodes.pieces).cells(its.year) > 0 || !can_be(episodes, voted.year) {
        return Some(its);
    }
    if missing.cells(voted.year) > 1 {
        return Some(Its { year: voted.year, from: YearFrom::Dates, certain: false });
    }
    leave_all(files);
    None
}

/// The year that the dates give where nobody says it, or `None` if a person has to say: the return may have been exported
/// months after its year.
fn by_dates(files: &Files<'_>, Voted { year, certain }: Voted) -> Option<Its> {
    let (year, certain) = match meant(files, year) {
        Meant::Later => (year, certain),
        Meant::LaterPerhaps => (year, false),
        Meant::Before => (year - 1, false),
        Meant::Unknown => return None,
    };
    Some(Its { year, from: YearFrom::Dates, certain })
}

/// Leaves the year of the whole return to a person.
fn leave_all(files: &mut Files<'_>) {
    files.episodes.iter_mut().filter(|part| part.is_open()).for_each(Part::leave);
    files.missing.iter_mut().filter(|part| part.is_open()).for_each(Part::leave);
    files.uasc.iter_mut().filter(|part| part.is_open()).for_each(Part::leave);
    files.header.iter_mut().filter(|part| part.is_open()).for_each(Part::leave);
}

/// Gives Episodes the year of the return, or a year of their own. Returns the year of what is held against them, which is
/// no surer than theirs.
fn of_episodes(files: &mut Files<'_>, its: Its, votes: &Votes, asked: Option<i32>) -> Its {
    let Some(part) = files.episodes.first_mut() else { return its };
    let fit = Fit::of_episodes(part.rows(), its.year);
    // All episodes that ended did so in another year, and this year has hardly any dates.
    let ends = Votes::of_ends(&part.pieces);
    let ended = ends.year().is_some_and(|voted| voted.year != its.year && ends.cells(voted.year) >= ENDED);
    let elsewhere = fit.is_mostly_late() || fit.is_none() && part.rows().nth(1).is_some();
    let away = ended && votes.cells(its.year) * 20 < votes.fullest() || fit.contradicts(votes, its.year);
    // A person who asks for a year does not say that a file of another one is of it.
    let holds = episodes_hold(part, &files.missing, its.year);
    let moves = !holds && (elsewhere || away && its.from != YearFrom::Asked);
    let own = votes.year().filter(|voted| moves && part.is_open() && voted.year != its.year);
    if let Some(own) = own {
        let certain = own.certain && is_held(part, votes, own.year);
        part.set(own.year, YearFrom::Dates, certain);
        return Its { year: own.year, ..its.but(certain) };
    }
    // What was over before the year is last year's, and nothing in the file is of this year.
    if part.is_open() && asked != Some(its.year) && votes.cells(its.year) == 0 && fit.has_early() {
        part.leave();
        return its.but(false);
    }
    let held = its.from != YearFrom::Dates || is_held(part, votes, its.year);
    let sure = holds && asked == Some(its.year) || !fit.is_doubtful();
    let certain = held && sure && is_in(votes, fit, its.year);
    settle(part, its.but(certain));
    its.but(part.dated.is_some_and(|dated| dated.certain))
}

/// Gives Missing the year of the return, or a year of its own. If only one date speaks for that, a person is asked; but
/// the year that a person asks for stands against one row that misses it by a few days.
fn of_missing(files: &mut Files<'_>, its: Its, votes: &Votes, asked: Option<i32>) {
    let with = files.episodes.first().and_then(|part| part.clue.taken_with);
    let holds_it = |part: &Part<'_, EpisodeRow>| episodes_hold(part, &files.missing, its.year);
    // Episodes of the year that do not go on after it, or are known to, hold a Missing file that has hardly any rows.
    let stops = |part: &Part<'_, EpisodeRow>| {
        let votes = Votes::of_episodes(&part.pieces);
        part.year() == Some(its.year) && votes.cells(its.year) > 0 && (votes.cells(its.year + 1) == 0 || holds_it(part))
    };
    let stop = its.from != YearFrom::Dates && files.episodes.iter().any(stops);
    let Some(part) = files.missing.first_mut().filter(|part| part.is_open()) else { return };
    let overrun = Overrun::of_missing(part, its.year);
    let is_asked = asked == Some(its.year) || with.is_some() && part.clue.taken_with == with;
    let fit = Fit::of_missing(part.rows(), its.year);
    let away = fit.is_none() || fit.is_mostly_late() || fit.contradicts(votes, its.year);
    let stays = overrun.holds() || stop && overrun.may_be_slips();
    let own = votes.year().filter(|_| away && !stays);
    let several = its.from != YearFrom::Asked || part.rows().nth(1).is_some();
    // Children who were still missing when the year ended are in next year's file too.
    let ended = |year: i32| Fit::of_missing(part.rows(), year + 1).has_early();
    match own {
        Some(own) if several && votes.cells(own.year) > 1 => {
            let certain = own.certain && ended(own.year);
            part.set(own.year, YearFrom::Dates, certain);
        }
        Some(_) if its.from != YearFrom::Asked || Fit::is_elsewhere(&part.pieces, its.year) => part.leave(),
        // Nothing in it is of this year beyond what a slip explains, so it may have come from another one.
        _ if !is_asked && votes.fullest() > 0 && !is_in(votes, fit, its.year) => part.leave(),
        _ => {
            let held = its.from == YearFrom::Asked || ended(its.year);
            let sure = overrun.holds() && asked == Some(its.year) || !fit.is_doubtful();
            let certain = held && sure && is_in(votes, fit, its.year);
            settle(part, its.but(certain));
        }
    }
}

/// Whether any date lies in the year, beyond what a slip explains. Rows that are carried over fit other years as well.
fn is_in(votes: &Votes, fit: Fit, year: i32) -> bool {
    votes.cells(year) > 1 || votes.cells(year) == 1 && !fit.has_early()
}

/// Gives Header or UASC the year of the return, if the children fit it. Where it `needs` a sign that it is of this year and
/// no other, since the names of other files give their year and its own does not, its dates may have given some, and the children
/// may give the rest. Without one a person has to say: it may have come from elsewhere. Modules of which none says its year
/// stay together, and it is said that their year is not certain.
fn of_children<R: Row>(part: &mut Part<'_, R>, its: Its, needs: Option<Signs>, looked_after: Option<&LookedAfter>) {
    if !part.is_open() {
        return;
    }
    let Some(listed) = looked_after.map(|of| of.fit(part)) else { return settle(part, its.but(false)) };
    let stray = needs.is_some_and(|signs| !listed.has_signs(signs));
    if listed.contradicts() || stray {
        part.leave();
    } else {
        settle(part, its.but(listed.shows(false, false)));
    }
}

fn settle<R: Row>(part: &mut Part<'_, R>, its: Its) {
    if part.is_open() {
        part.set(its.year, its.from, its.certain);
    }
}
