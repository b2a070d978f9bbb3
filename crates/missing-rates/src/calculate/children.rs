//! Figures from child-level files.

use std::collections::BTreeMap;

use missing_rows::Day;

use super::covered::Lacking;
use crate::answer::Answer;
use crate::care::{self, ChildLevel, Counts, Coverage, Detail, Return, coverage};
use crate::cohort::{Average, Cohort, Count, Share};
use crate::group::By;
use crate::ledger::Ledger;
use crate::period::Period;
use crate::rates::{Course, Given, change_of_average, change_of_count, change_of_events, change_of_share};
use crate::report::{Area, Basis, Change, Events, Problem, Profile, Reason, Wanted};
use crate::standing::OwnYear;

/// What the returns say about a period.
pub(super) struct Own {
    pub(super) period: Period,
    /// The same days a year earlier, if returns cover them.
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
pub(super) fn count(area: Area, of: &ChildLevel<'_>, asked: Option<Period>, ledger: &mut Ledger) -> Option<Own> {
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
    let period = asked.or_else(|| latest(of))?;
    // Last year's rows count in the figures that are shown beside this year's.
    let before = year_before(period).filter(|before| is_covered(of, *before, Cohort::All, Wanted::Children));
    let counts = care::count(of, period, before);
    for (file, reason, rows) in &counts.set_aside {
        ledger.set_aside(*file, *reason, *rows);
    }
    let mut changes = Vec::new();
    let mut lacks = lacking(area, of, period);
    if let Some(before) = before {
        let earlier = care::count(of, before, None);
        // A part of a year is not compared with a whole one, nor where nobody knows whether it is one.
        if ![before, period].into_iter().any(|period| of.is_quiet_in(period)) {
            changes = changes_between((before, &earlier), (period, &counts));
        }
        lacks.extend(lacking(area, of, before));
    }
    Some(Own { period, before, cohorts: given(&counts), changes, coverage: coverage(of, period), lacks })
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

fn is_covered(of: &ChildLevel<'_>, period: Period, cohort: Cohort, figure: Wanted) -> bool {
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

/// The same days of the year before. 29 February becomes 28 February.
fn year_before(period: Period) -> Option<Period> {
    let before = |day: Day| {
        let (year, month, of_month) = day.ymd();
        Day::new(year - 1, month, of_month).or_else(|| Day::new(year - 1, month, of_month.checked_sub(1)?))
    };
    Period::new(before(period.start())?, before(period.end())?).ok()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_days_of_the_year_before_end_on_28_february_for_the_29th() {
        for (period, expected) in [
            ("2024-04-01/2025-03-31", "2023-04-01/2024-03-31"),
            ("2024-02-29/2024-02-29", "2023-02-28/2023-02-28"),
            ("2023-03-01/2024-02-29", "2022-03-01/2023-02-28"),
        ] {
            assert_eq!(year_before(period.parse().unwrap()).unwrap().to_string(), expected);
        }
        assert_eq!(year_before("1900-02-01/1901-01-31".parse().unwrap()), None);
    }
}
