//! Which years in names are believed: those that the rows do not contradict.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use missing_rows::{EpisodeRow, MissingRow, Row, UascRow};

use super::listed::{LookedAfter, uasc_signs};
use super::named::Named;
use super::overrun::{Overrun, episodes_hold};
use super::part::{Files, Part};
use super::votes::{Fit, Votes};
use crate::report::YearFrom;

impl Files<'_> {
    /// Whether a bare year in the names (`2024`) is the year in which the collection year begins, because the dates fit
    /// that better. If nothing tells, it is the year in which it ends, as DfE names it. Returns as well whether the rows
    /// of a file with such a name tell. Otherwise the years of other files do, and those may be of another year.
    pub(super) fn bare_names_begin(&self, asked: Option<i32>) -> (bool, bool) {
        if !self.clues().any(|clue| matches!(clue.named, Named::Bare(_))) {
            return (false, true);
        }
        let (ends, begins) = (Cell::new(0), Cell::new(0));
        // A few rows after a year are no reason to take its name for that of another.
        let weigh = |year: i32, said: Option<i32>, leans_later: bool, cannot_be: &dyn Fn(i32) -> bool| {
            let begin = match said {
                Some(said) => said == year + 1,
                None => (leans_later || cannot_be(year)) && !cannot_be(year + 1),
            };
            let weight = if said.is_none() && cannot_be(year) { 2 } else { 1 };
            let side = if begin { &begins } else { &ends };
            side.set(side.get() + weight);
        };
        let mut years: BTreeSet<i32> = BTreeSet::new();
        for part in &self.episodes {
            let votes = Votes::of_episodes(&part.pieces);
            years.extend(part.clue.said.or_else(|| votes.year().map(|of| of.year)));
            if let Named::Bare(year) = part.clue.named {
                let fit = |year| Fit::of_episodes(part.rows(), year);
                let holds = |year| episodes_hold(part, &self.missing, year);
                let cannot_be = |year| fit(year).is_none() || fit(year).contradicts(&votes, year) && !holds(year);
                weigh(year, part.clue.said, fit(year).leans_later() && !holds(year), &cannot_be);
            }
        }
        for part in &self.missing {
            if let Named::Bare(year) = part.clue.named {
                let votes = Votes::of_missing(&part.pieces);
                let fit = |year| Fit::of_missing(part.rows(), year);
                let holds = |year| Overrun::of_missing(part, year).holds();
                let cannot_be = |year| fit(year).is_none() || fit(year).contradicts(&votes, year) && !holds(year);
                weigh(year, part.clue.said, fit(year).leans_later() && !holds(year), &cannot_be);
            }
        }
        let (mut ends, mut begins) = (ends.get(), begins.get());
        if ends + begins > 0 {
            return (begins > ends, true);
        }
        let mut note = |year: i32, is: &dyn Fn(i32) -> bool| {
            ends += u32::from(is(year));
            begins += u32::from(is(year + 1));
        };
        let others = self.header.iter().map(|part| part.clue).chain(self.uasc.iter().map(|part| part.clue));
        for clue in others {
            if let Named::Bare(year) = clue.named {
                note(year, &|year| years.contains(&year) || years.is_empty() && asked == Some(year));
            }
        }
        (begins > ends, false)
    }

    /// Takes the year that a person says, or the year in the name if the dates do not contradict it. A bare year that
    /// only the years of other files show to begin a year is not believed.
    pub(super) fn believe(&mut self, bare_begins: bool, by_rows: bool, asked: Option<i32>) {
        let (mut believed, mut wrong) = (BTreeSet::new(), BTreeSet::new());
        let mut note = |named: Option<i32>, how: Name| match (named, how) {
            (Some(year), Name::Believed) => drop(believed.insert(year)),
            (Some(year), Name::Wrong) => drop(wrong.insert(year)),
            _ => {}
        };
        for part in &mut self.episodes {
            let votes = Votes::of_episodes(&part.pieces);
            let fit = |part: &Part<'_, EpisodeRow>, year| Fit::of_episodes(part.rows(), year);
            let missing = &self.missing;
            let how = believe(part, bare_begins, |part, year| {
                let (fit, holds) = (fit(part, year), episodes_hold(part, missing, year));
                let sure = holds && asked == Some(year);
                Fits { fit, contradicted: fit.contradicts(&votes, year) && !holds, holds, sure }
            });
            note(part.clue.named.year(bare_begins), how);
        }
        for part in &mut self.missing {
            let votes = Votes::of_missing(&part.pieces);
            let fit = |part: &Part<'_, MissingRow>, year| Fit::of_missing(part.rows(), year);
            let how = believe(part, bare_begins, |part, year| {
                let (fit, holds) = (fit(part, year), Overrun::of_missing(part, year).holds());
                let sure = holds && asked == Some(year);
                Fits { fit, contradicted: fit.contradicts(&votes, year) && !holds, holds, sure }
            });
            note(part.clue.named.year(bare_begins), how);
        }
        let guess = bare_begins && !by_rows;
        for part in &mut self.uasc {
            part.misnamed = guess && part.clue.said.is_none() && matches!(part.clue.named, Named::Bare(_));
            if !part.misnamed {
                believe(part, bare_begins, |part, year| Fits {
                    fit: Fit::of_uasc(part.rows(), year),
                    ..Fits::default()
                });
                let named = part.dated.filter(|dated| is_by_name(dated.from));
                if named.is_some_and(|dated| Fit::of_uasc(part.rows(), dated.year).is_mostly_over()) {
                    // The status of most of its children ended before the year that it names.
                    part.leave();
                }
            }
        }
        for part in &mut self.header {
            part.misnamed = guess && part.clue.said.is_none() && matches!(part.clue.named, Named::Bare(_));
            if !part.misnamed {
                believe(part, bare_begins, |_, _| Fits::default());
            }
        }
        // The modules of one return stay together: a name that is wrong for one is wrong for all.
        let wrong: BTreeSet<i32> = wrong.difference(&believed).copied().collect();
        if !wrong.is_empty() {
            let is_wrong = |named: Named| named.year(bare_begins).is_some_and(|year| wrong.contains(&year));
            forget(&mut self.header, &is_wrong);
            forget(&mut self.episodes, &is_wrong);
            forget(&mut self.uasc, &is_wrong);
            forget(&mut self.missing, &is_wrong);
        }
    }
}

fn is_by_name(from: YearFrom) -> bool {
    matches!(from, YearFrom::Name | YearFrom::NameBegins)
}

/// Leaves to a person the UASC files whose children are not those of the year in their name, but those of another year that
/// has Episodes: the names of two files may have been swapped. So is the file that names that other year, unless children who
/// came in it show that it is right.
pub(super) fn doubt_names(files: &mut Files<'_>) {
    let years: BTreeSet<i32> = files.episodes.iter().filter_map(Part::year).collect();
    let known = |year: &i32| LookedAfter::of(&files.episodes, *year).map(|of| (*year, of));
    let known: BTreeMap<i32, LookedAfter> = years.iter().filter_map(known).collect();
    let named = |part: &Part<'_, UascRow>| part.dated.filter(|dated| is_by_name(dated.from)).map(|dated| dated.year);
    let mut doubtful: BTreeSet<i32> = BTreeSet::new();
    for part in &files.uasc {
        let Some((year, own)) = named(part).and_then(|year| known.get_key_value(&year)) else { continue };
        let others = known.iter().filter(|(other, _)| *other != year);
        let fits: Vec<i32> =
            others.filter(|(other, of)| of.has_instead(own, part, *other > year)).map(|of| *of.0).collect();
        if !fits.is_empty() {
            doubtful.insert(*year);
            doubtful.extend(fits);
        }
    }
    for part in &mut files.uasc {
        let Some(year) = named(part).filter(|year| doubtful.contains(year)) else { continue };
        let others = || known.iter().filter(|(other, _)| **other != year);
        let own = known.get(&year);
        let is_right = own.is_some_and(|own| {
            own.fit(part).came_in_it() && !others().any(|(other, of)| of.has_instead(own, part, *other > year))
        });
        if !is_right {
            part.leave();
        }
    }
}

/// Leaves to a person the UASC files of whose children a substantial part is nowhere else in the year that their name says, though
/// no other year is there to have them. What little speaks against a name leaves it in doubt.
pub(super) fn doubt_strangers(files: &mut Files<'_>) {
    let with =
        |year: i32| files.episodes.iter().find(|part| part.year() == Some(year)).and_then(|of| of.clue.taken_with);
    for part in &mut files.uasc {
        let Some(dated) = part.dated.filter(|dated| is_by_name(dated.from)) else { continue };
        let Some(own) = LookedAfter::of(&files.episodes, dated.year) else { continue };
        // What was taken out of one file is of one return.
        if part.clue.taken_with.is_some() && part.clue.taken_with == with(dated.year) {
            continue;
        }
        let (listed, strangers) = (own.fit(part), own.strangers(part, dated.year, &files.header));
        if listed.is_of_another_year(strangers) {
            part.leave();
            continue;
        }
        let is_like_last_years =
            own.expects_newcomers(listed) && listed.is_like_last_years(uasc_signs(part, dated.year));
        if is_like_last_years || strangers > 0 && !listed.came_in_it() && own.has_newcomers() {
            part.set(dated.year, dated.from, false);
        }
    }
}

/// What becomes of the year in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    Believed,
    /// So many rows contradict it that it is wrong.
    Wrong,
    /// There is none, or a person has to say, or has said.
    Nothing,
}

/// How the rows of a file fit the year in its name.
#[derive(Clone, Copy, Debug, Default)]
struct Fits {
    fit: Fit,
    contradicted: bool,
    /// Whether it is of the year though some of its rows are of the months after it.
    holds: bool,
    /// Whether a person asks for that year, as well.
    sure: bool,
}

fn believe<R: Row>(part: &mut Part<'_, R>, bare_begins: bool, fits: impl Fn(&Part<'_, R>, i32) -> Fits) -> Name {
    if let Some(year) = part.clue.said {
        part.set(year, YearFrom::Person, true);
        return Name::Nothing;
    }
    let Some(year) = part.clue.named.year(bare_begins) else { return Name::Nothing };
    let Fits { fit, contradicted, holds, sure } = fits(part, year);
    if contradicted {
        return Name::Wrong;
    }
    if fit.is_none() {
        // The name says one year, and all rows are of another. There are too few rows to say which is wrong.
        part.ask = true;
        return Name::Nothing;
    }
    let begins = bare_begins && matches!(part.clue.named, Named::Bare(_));
    // A bare year may be meant as the one in which the collection year begins.
    let certain = !fit.is_doubtful() || sure || holds && matches!(part.clue.named, Named::Whole(_));
    part.set(year, if begins { YearFrom::NameBegins } else { YearFrom::Name }, certain);
    Name::Believed
}

/// Opens the files again whose names are wrong.
fn forget<R: Row>(parts: &mut [Part<'_, R>], is_wrong: &dyn Fn(Named) -> bool) {
    for part in parts.iter_mut().filter(|part| part.clue.said.is_none() && is_wrong(part.clue.named)) {
        (part.dated, part.ask, part.misnamed) = (None, false, true);
    }
}
