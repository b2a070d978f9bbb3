//! Figures from child-level files.

use missing_rows::Rows;

use super::ledger::Ledger;
use crate::answer::Answer;
use crate::care::{ChildLevel, Source, calculate};
use crate::cohort::Cohort;
use crate::period::Period;
use crate::rates::Given;
use crate::read::{Content, ReadFile};
use crate::report::{Problem, Reason};

/// The child-level files among those that were read, as returns.
pub(super) fn child_level<'a>(files: &[(usize, &'a ReadFile)]) -> ChildLevel<'a> {
    let modules = files.iter().filter_map(|(file, read)| match &read.content {
        Content::Module(module) if !matches!(module.rows, Rows::None) => Some(Source { file: *file, module }),
        _ => None,
    });
    ChildLevel::of(&modules.collect::<Vec<_>>(), &|_| None)
}

/// Counts the children of all returns together: the period, and what is counted of each cohort.
pub(super) fn count(
    of: &ChildLevel<'_>,
    asked: Option<Period>,
    ledger: &mut Ledger,
) -> Option<(Period, Vec<(Cohort, Given)>)> {
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
    let counts = calculate(of, period);
    for (file, reason, rows) in counts.set_aside {
        ledger.set_aside(file, reason, rows);
    }
    let mut cohorts: Vec<(Cohort, Given)> = Vec::new();
    for (cohort, count, n) in counts.counts {
        if cohorts.last().is_none_or(|(last, _)| *last != cohort) {
            cohorts.push((cohort, Given::default()));
        }
        if let Some((_, given)) = cohorts.last_mut() {
            given.set(count, Answer::Exact { count: n });
        }
    }
    Some((period, cohorts))
}
