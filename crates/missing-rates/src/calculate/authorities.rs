//! Handles returns of several authorities in the same files. The children of each authority are counted separately and
//! compared as answers of authorities are. What is known about the children of all authorities is added up.

use missing_rows::{Listed, Row};

use super::children::{is_covered, lacking, latest, told};
use super::covered::Lacking;
use super::levels::Level;
use super::whose::{Whose, WhoseKey};
use crate::answer::Answer;
use crate::area::{AreaCode, authority, widest};
use crate::care::{self, ChildLevel, Detail, Return, Table, pool};
use crate::cohort::Cohort;
use crate::decisions::Place;
use crate::foi;
use crate::ledger::Ledger;
use crate::order::Ordered;
use crate::period::Period;
use crate::query::Query;
use crate::reconcile::Reconciled;
use crate::report::{Area, Change, Foi, Name, Problem, Profile, Reason, TakenFor, Wanted};

/// What the returns of several authorities say apart from their answers.
#[derive(Debug, Default)]
pub(super) struct Several {
    /// The profiles of all authorities together, then those of each.
    pub(super) profiles: Vec<Profile>,
    /// The figures that are not given for each authority.
    pub(super) lacks: Vec<Lacking>,
    /// The answers to a request, of all authorities together.
    pub(super) foi: Option<Foi>,
    /// The answers of each authority.
    pub(super) foi_by_authority: Vec<Foi>,
    /// The authorities whose figures of a period may be those of a part of it, or of some children.
    doubted: Vec<(AreaCode, Period)>,
}

impl Several {
    /// Whether a change is between figures of which none is in doubt.
    pub(super) fn is_told(&self, change: &Change) -> bool {
        let is_in = |code: AreaCode| {
            change.area.code == Some(code)
                || authority(code).is_some_and(|authority| authority.lies_in().contains(&change.area))
        };
        let mut doubted = self.doubted.iter().filter(|(_, period)| [change.from, change.to].contains(period));
        !doubted.any(|(code, _)| is_in(*code))
    }
}

/// Counts the children of each authority, for the period asked for, or else for the latest that any authority has; and for the
/// periods that it is compared with.
pub(super) fn count(levels: &[Level<'_>], query: &Query, reconciled: &mut Reconciled, ledger: &mut Ledger) -> Several {
    let mut several = Several::default();
    let known: Vec<(AreaCode, &ChildLevel<'_>)> =
        levels.iter().filter_map(|level| Some((level.code()?, &level.of))).collect();
    for level in levels {
        let Some(whose) = &level.whose else { continue };
        if level.code().is_none() {
            leave_out(&level.of, Reason::AuthorityNotRecognised, ledger);
        } else if !level.of.has_episodes() {
            leave_out(&level.of, Reason::NeedsEpisodes, ledger);
        }
        reconciled.names.extend(name_of(whose, &level.of, ledger));
    }
    reconciled.names.order_by(|a, b| (a.taken_for, &a.name).cmp(&(b.taken_for, &b.name)));
    let latest = known.iter().filter_map(|(_, of)| latest(of)).max_by_key(|period| period.end());
    let Some(period) = query.period.or(latest) else {
        for source in known.iter().flat_map(|(_, of)| of.returns.iter().flat_map(Return::sources)) {
            ledger.problem(source.file, Problem::NeedsEpisodes);
        }
        return several;
    };
    let together = widest(known.iter().map(|(code, _)| *code));
    let compared = compared(&known, period, query);
    let mut each: Vec<Vec<Profile>> = Vec::new();
    for (code, of) in &known {
        let Some(area) = authority(*code).map(Area::from) else { continue };
        if is_doubted(of, period) {
            several.doubted.push((*code, period));
        }
        // Of each year there is one figure, so that none changes with what another year has.
        let before: Vec<Period> = compared.iter().copied().filter(|days| is_told(of, *days)).collect();
        let counts = care::count(of, period, before.first().copied());
        for (file, reason, rows) in &counts.set_aside {
            ledger.set_aside(*file, *reason, *rows);
        }
        let earlier = before.into_iter().map(|before| (before, care::count(of, before, None)));
        for (period, counts) in std::iter::once((period, counts)).chain(earlier) {
            for (cohort, count, n) in counts.counts {
                let group = reconciled.groups.entry((period, cohort)).or_default();
                group.given.entry(*code).or_default().set(count, Answer::Exact { count: n });
            }
        }
        let profiles = care::profiles(of, period, Detail::Full);
        each.push(told(of, profiles).map(|profile| Profile { area, ..profile }).collect());
        several.lacks.extend(lacking(area, of, period));
        several.foi_by_authority.extend(foi::answers(&[of], area));
    }
    if let Some(area) = together.filter(|_| known.len() > 1) {
        several.profiles = pool(area, &each);
        let all: Vec<&ChildLevel<'_>> = known.iter().map(|(_, of)| *of).collect();
        several.foi = foi::answers(&all, area);
    }
    several.profiles.extend(each.into_iter().flatten());
    several
}

/// The periods that the returns are compared with: the same days a year earlier, and the two that are asked for, if any return
/// tells about these and about the period.
fn compared(known: &[(AreaCode, &ChildLevel<'_>)], period: Period, query: &Query) -> Vec<Period> {
    let any = |days: Period| known.iter().any(|(_, of)| is_told(of, days));
    let before = period.a_year_earlier();
    let asked = query.change.into_iter().flat_map(|(from, to)| [from, to]);
    let further = asked.filter(|days| *days != period && Some(*days) != before);
    before.into_iter().chain(further).filter(|days| any(period) && any(*days)).collect()
}

/// Whether a return tells all of a period. A part of a year is not compared with a whole one, nor where nobody knows whether it
/// is one.
fn is_told(of: &ChildLevel<'_>, days: Period) -> bool {
    is_covered(of, days, Cohort::All, Wanted::Children) && !is_doubted(of, days)
}

fn is_doubted(of: &ChildLevel<'_>, days: Period) -> bool {
    of.may_be_of_others_in(days, true) || of.is_quiet_in(days)
}

/// A name that needs a decision, or about which a person has decided.
fn name_of(whose: &Whose, of: &ChildLevel<'_>, ledger: &Ledger) -> Option<Name> {
    // What may be a child's name is shown to nobody. That the rows are left out is said.
    whose.shown()?;
    let (taken_for, authorities) = match whose.is {
        WhoseKey::Unknown(_) => (TakenFor::Unknown, Vec::new()),
        _ if !whose.decided => return None,
        WhoseKey::Nobody(_) => (TakenFor::Nobody, Vec::new()),
        WhoseKey::Authority(code) => (TakenFor::Authority, authority(code).map(Area::from).into_iter().collect()),
    };
    let files = ledger.names();
    let mut places: Vec<(usize, u64)> = Vec::new();
    let mut rows = 0;
    each_row(of, &mut |place, _| {
        rows += 1;
        places.push(place);
    });
    let (file, row) = places.into_iter().min().unwrap_or_default();
    Some(Name {
        name: whose.name.clone(),
        taken_for,
        authorities,
        body: None,
        suggestions: whose.suggestions.clone(),
        rows,
        decided: whose.decided,
        place: Place { file: files.get(file).cloned().unwrap_or_default(), row, column: String::new() },
    })
}

/// Calls `visit` for every row, with its file, its number there, and whether it could be used.
fn each_row(of: &ChildLevel<'_>, visit: &mut dyn FnMut((usize, u64), bool)) {
    fn each<R: Row>(table: &Table<'_, R>, used: impl Fn(&R) -> bool, visit: &mut dyn FnMut((usize, u64), bool)) {
        for row in table.rows() {
            visit(table.stands(row), used(row));
        }
    }
    for own in &of.returns {
        each(&own.header, |_| true, visit);
        each(&own.episodes, |row| row.days().is_some(), visit);
        each(&own.uasc, |row| !row.duc.is_not_a_date(), visit);
        each(&own.missing, |row| row.days().is_some(), visit);
    }
    each(&of.list, |row| row.listed != Listed::NotUnderstood, visit);
    each(&of.interviews, |row| row.start.day().is_some(), visit);
    each(&of.teams, |_| true, visit);
}

/// Sets aside all rows that are not set aside yet.
fn leave_out(of: &ChildLevel<'_>, reason: Reason, ledger: &mut Ledger) {
    each_row(of, &mut |(file, _), used| {
        if used {
            ledger.set_aside(file, reason, 1);
        }
    });
}
