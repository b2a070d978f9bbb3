//! Figures from child-level files.

use missing_rows::{Day, Rows};

use crate::answer::Answer;
use crate::care::{
    self, ChildLevel, Coverage, Figures, ListWordings, Source, calculate, calculate_beside, coverage, decide,
};
use crate::cohort::{Average, Cohort, Count, Share};
use crate::decisions::Decisions;
use crate::group::By;
use crate::ledger::Ledger;
use crate::period::Period;
use crate::query::Query;
use crate::rates::{Course, Given, change_of_average, change_of_count, change_of_events, change_of_share};
use crate::read::{Content, ReadFile};
use crate::report::{Area, Basis, Change, Events, Problem, Profile, Reason};

/// The child-level files among those that were read, as returns, with the lists read as it was decided.
pub(super) fn child_level<'a>(
    files: &[(usize, &'a ReadFile)],
    query: &Query,
    decisions: &Decisions,
) -> (ChildLevel<'a>, ListWordings) {
    let modules = files.iter().filter_map(|(file, read)| match &read.content {
        Content::Module(module) if !matches!(module.rows, Rows::None) => Some(Source { file: *file, module }),
        _ => None,
    });
    let year = |index: usize| {
        let (_, read) = files.iter().find(|(other, _)| *other == index)?;
        query.years.get(&read.id).copied().filter(|year| Period::collection_year(*year).is_some())
    };
    let mut all = ChildLevel::of(&modules.collect::<Vec<_>>(), &year);
    let wordings = decide(&mut all.list, decisions);
    (all, wordings)
}

/// What the returns say of a period.
pub(super) struct Own {
    pub(super) period: Period,
    /// What is counted of each cohort.
    pub(super) cohorts: Vec<(Cohort, Given)>,
    /// Those of the period, and the whole cohorts of the same days a year earlier, if returns cover them.
    pub(super) profiles: Vec<Profile>,
    /// Since the same days a year earlier.
    pub(super) changes: Vec<Change>,
    pub(super) coverage: Coverage,
}

/// Counts the children of all returns together.
pub(super) fn count(of: &ChildLevel<'_>, asked: Option<Period>, ledger: &mut Ledger) -> Option<Own> {
    if !of.has_episodes() {
        // Header says who the children are, and is used for that.
        let returns = of.returns.iter().flat_map(|of| of.uasc.sources().iter().chain(of.missing.sources()));
        for source in returns.chain(of.list.sources()) {
            ledger.problem(source.file, Problem::NeedsEpisodes);
            ledger.set_aside_rest(source.file, Reason::NeedsEpisodes);
        }
        return None;
    }
    let this = || of.returns.iter().rev().find(|of| !of.episodes.is_absent())?.days();
    let period = asked.or_else(this)?;
    // Last year's rows count in the figures beside this year's.
    let before = year_before(period).filter(|before| care::coverage(of, *before).uncovered.is_empty());
    let figures = calculate_beside(of, period, before);
    for (file, reason, rows) in &figures.set_aside {
        ledger.set_aside(*file, *reason, *rows);
    }
    let coverage = coverage(of, period);
    let (mut profiles, mut changes) = (Vec::new(), Vec::new());
    if let Some(before) = before {
        let earlier = calculate(of, before);
        changes = changes_between((before, &earlier), (period, &figures));
        profiles.extend(earlier.profiles.into_iter().filter(|profile| profile.by == By::None));
    }
    let cohorts = given(&figures);
    profiles.extend(figures.profiles);
    if of.returns.iter().all(|of| of.missing.is_absent()) {
        // Of incidents, which they are about, nothing is known.
        profiles.clear();
    }
    Some(Own { period, cohorts, profiles, changes, coverage })
}

/// The counts of each cohort as exact answers.
fn given(figures: &Figures) -> Vec<(Cohort, Given)> {
    let of_cohort = |same: &[(Cohort, Count, u64)]| {
        let mut given = Given::default();
        for (_, count, n) in same {
            given.set(*count, Answer::Exact { count: *n });
        }
        (same[0].0, given)
    };
    figures.counts.chunk_by(|(a, ..), (b, ..)| a == b).map(of_cohort).collect()
}

/// The same days of the year before; 28 February for the 29th.
fn year_before(period: Period) -> Option<Period> {
    let before = |day: Day| {
        let (year, month, of_month) = day.ymd();
        Day::new(year - 1, month, of_month).or_else(|| Day::new(year - 1, month, of_month.checked_sub(1)?))
    };
    Period::new(before(period.start())?, before(period.end())?).ok()
}

/// The change of every headline measure that both periods have.
fn changes_between((from, earlier): (Period, &Figures), (to, later): (Period, &Figures)) -> Vec<Change> {
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
