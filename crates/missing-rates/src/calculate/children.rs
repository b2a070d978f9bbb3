//! Figures from child-level files.

use std::collections::BTreeMap;

use super::covered::Lacking;
use crate::answer::Answer;
use crate::care::{self, ChildLevel, Counts, Coverage, Detail, Return, coverage};
use crate::cohort::{Average, Cohort, Count, Share};
use crate::group::By;
use crate::ledger::Ledger;
use crate::period::Period;
use crate::query::Query;
use crate::rates::{Course, Given, change_of_average, change_of_count, change_of_events, change_of_share};
use crate::report::{Area, Basis, Change, Events, Problem, Profile, Reason, Wanted};
use crate::standing::OwnYear;

/// What the returns say about a period.
pub(super) struct Own {
    pub(super) period: Period,
    /// The same days a year earlier, if returns cover them; in a report for internal use else as many of them, from the first
    /// day, as they cover.
    before: Option<Period>,
    /// The counts of each cohort.
    pub(super) cohorts: Vec<(Cohort, Given)>,
    /// The changes since the same days a year earlier.
    pub(super) changes: Vec<Change>,
    pub(super) coverage: Coverage,
    /// What is not given for the period, and for the same days a year earlier if anything is given for them.
    pub(super) lacks: Vec<Lacking>,
}

/// Counts the children of all returns together.
pub(super) fn count(area: Area, of: &ChildLevel<'_>, query: &Query, ledger: &mut Ledger) -> Option<Own> {
    if !of.has_episodes() {
        // Header says who the children are, and is used for that.
        let returns = of.returns.iter().flat_map(|of| of.uasc.sources().iter().chain(of.missing.sources()));
        for source in returns.chain(of.list.sources()).chain(of.own_lists()) {
            ledger.problem(source.file, Problem::NeedsEpisodes);
            ledger.set_aside_rest(source.file, Reason::NeedsEpisodes);
        }
        return None;
    }
    // If no other period is asked for: the days of the latest return, as far as its rows go.
    let period = query.period.or_else(|| latest(of))?;
    // Last year's rows count in the figures that are shown beside this year's.
    let same_days = period.a_year_earlier();
    let whole = same_days.filter(|before| is_covered(of, *before, Cohort::All, Wanted::Children));
    let part = || same_days.filter(|_| !query.disclosure.is_safe()).and_then(|before| covered_part(of, before));
    let before = whole.or_else(part);
    let counts = care::count(of, period, before);
    for (file, reason, rows) in &counts.set_aside {
        ledger.set_aside(*file, *reason, *rows);
    }
    let mut changes = Vec::new();
    let mut lacks = lacking(area, of, period);
    if let Some(before) = whole {
        let earlier = care::count(of, before, None);
        // A part of a year is not compared with a whole one, nor where nobody knows whether it is one.
        if ![before, period].into_iter().any(|period| of.is_quiet_in(period)) {
            changes = changes_between((before, &earlier), (period, &counts));
            // All that is doubted then is who was unaccompanied.
            if [before, period].into_iter().any(|period| of.may_be_of_others_in(period, true)) {
                changes.retain(|change| !change.cohort.is_unaccompanied());
            }
        }
        lacks.extend(lacking(area, of, before));
    }
    changes.extend(asked_change(of, period, query));
    Some(Own { period, before, cohorts: given(&counts), changes, coverage: coverage(of, period), lacks })
}

/// The changes between two periods that are asked for and that are the same days in two years running. What is safe to publish is
/// worked out for the period of the report, and for no other.
fn asked_change(of: &ChildLevel<'_>, period: Period, query: &Query) -> Vec<Change> {
    let asked = query.change.filter(|(from, to)| to.a_year_earlier() == Some(*from) && *to != period);
    let Some((from, to)) = asked.filter(|_| !query.disclosure.is_safe()) else { return Vec::new() };
    let is_told = |days: Period| is_covered(of, days, Cohort::All, Wanted::Children) && !of.is_quiet_in(days);
    if !is_told(from) || !is_told(to) {
        return Vec::new();
    }
    changes_between((from, &care::count(of, from, None)), (to, &care::count(of, to, None)))
}

impl Own {
    /// The profiles of the whole cohorts a year earlier, then those of the period.
    pub(super) fn profiles(&self, of: &ChildLevel<'_>) -> Vec<Profile> {
        let mut profiles = Vec::new();
        if let Some(before) = self.before {
            let earlier = care::profiles(of, before, Detail::Whole);
            profiles.extend(told(of, earlier).filter(|profile| profile.by == By::None));
        }
        profiles.extend(told(of, care::profiles(of, self.period, Detail::Full)));
        profiles
    }
}

/// What each return says about its whole collection year, earliest first.
pub(super) fn whole_years(of: &ChildLevel<'_>) -> Vec<OwnYear> {
    let of_year = |period: Period| {
        if !is_covered(of, period, Cohort::All, Wanted::Missing) || of.is_quiet_in(period) {
            return None;
        }
        let counts = given(&care::count(of, period, None));
        let (_, all) = counts.iter().find(|(cohort, _)| *cohort == Cohort::All)?;
        Some(OwnYear {
            period,
            children: all.exact(Count::Children)?,
            children_missing: all.exact(Count::ChildrenMissing)?,
            missing_incidents: all.exact(Count::MissingIncidents)?,
        })
    };
    of.returns.iter().filter_map(Return::days).filter_map(of_year).collect()
}

/// The days of the latest return with Episodes, as far as its rows go.
pub(super) fn latest(of: &ChildLevel<'_>) -> Option<Period> {
    let latest = of.returns.iter().rev().find(|of| !of.episodes.is_absent())?;
    latest.tells()
}

/// The first days of a period, as many as the return of that time covers.
fn covered_part(of: &ChildLevel<'_>, period: Period) -> Option<Period> {
    let of_then = of.returns.iter().filter_map(Return::tells);
    let part = of_then.filter_map(|days| days.common(period)).find(|part| part.start() == period.start())?;
    let is_told = |wanted: &Wanted| is_covered(of, part, Cohort::All, *wanted);
    ([Wanted::Children, Wanted::Missing].iter().all(is_told) && !of.is_quiet_in(part)).then_some(part)
}

pub(super) fn is_covered(of: &ChildLevel<'_>, period: Period, cohort: Cohort, figure: Wanted) -> bool {
    care::lacks(of, period, cohort, figure).is_empty()
}

/// The profiles about which everything is known: they are about incidents.
pub(super) fn told<'p>(of: &'p ChildLevel<'_>, profiles: Vec<Profile>) -> impl Iterator<Item = Profile> + use<'p> {
    let mut known: BTreeMap<Cohort, bool> = BTreeMap::new();
    let keep = move |profile: &Profile| {
        let is_covered = || is_covered(of, profile.period, profile.cohort, Wanted::Missing);
        *known.entry(profile.cohort).or_insert_with(is_covered)
    };
    let mut keep = keep;
    profiles.into_iter().filter(move |profile| keep(profile))
}

/// Every figure that is not given for a period, and what it lacks.
pub(super) fn lacking(area: Area, of: &ChildLevel<'_>, period: Period) -> Vec<Lacking> {
    let mut lacking = Vec::new();
    for cohort in Cohort::ALL {
        for figure in [Wanted::Children, Wanted::Missing] {
            let lacks = care::lacks(of, period, cohort, figure);
            lacking.extend(lacks.into_iter().map(|lack| Lacking { area, period, cohort, figure, lack }));
        }
    }
    lacking
}

/// The counts of each cohort as exact answers.
fn given(counts: &Counts) -> Vec<(Cohort, Given)> {
    let of_cohort = |same: &[(Cohort, Count, u64)]| {
        let mut given = Given::default();
        for (_, count, n) in same {
            given.set(*count, Answer::Exact { count: *n });
        }
        (same[0].0, given)
    };
    counts.counts.chunk_by(|(a, ..), (b, ..)| a == b).map(of_cohort).collect()
}

/// The change of every headline measure that both periods have.
fn changes_between((from, earlier): (Period, &Counts), (to, later): (Period, &Counts)) -> Vec<Change> {
    let mut changes = Vec::new();
    let earlier = given(earlier);
    for (cohort, later) in given(later) {
        let Some((_, earlier)) = earlier.iter().find(|(other, _)| *other == cohort) else { continue };
        let course = Course { area: Area::RETURN, cohort, from, to, basis: Basis::ChildLevel };
        let both = |of: &Given, over: Count, under: Count| of.exact(over).zip(of.exact(under)).map(|parts| (parts, 1));
        changes.extend(Share::ALL.into_iter().filter_map(|share| {
            let parts = |of| both(of, share.numerator(), Count::Children);
            change_of_share(course, share, parts(earlier)?, parts(&later)?)
        }));
        changes.extend(Average::ALL.into_iter().filter_map(|average| {
            let (over, under) = average.parts();
            change_of_average(course, average, both(earlier, over, under)?, both(&later, over, under)?)
        }));
        changes.extend(Events::ALL.into_iter().filter_map(|events| {
            let parts = |of| both(of, events.numerator(), Count::Children);
            change_of_events(course, events, parts(earlier)?, parts(&later)?)
        }));
        changes.extend(
            Count::ALL.into_iter().filter_map(|count| {
                change_of_count(course, count, (earlier.exact(count)?, 1), (later.exact(count)?, 1))
            }),
        );
    }
    changes
}
