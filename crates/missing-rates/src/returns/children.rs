//! Figures from child-level files.

use missing_rows::Rows;

use super::ledger::Ledger;
use crate::answer::Answer;
use crate::care::{Tables, calculate};
use crate::cohort::Cohort;
use crate::period::Period;
use crate::rates::Given;
use crate::read::{Content, ReadFile};
use crate::report::{FileKind, Problem, Reason};

/// Counts the children of all SSDA903 files together: the period, and what is counted of each cohort.
pub(super) fn count(
    files: &[(usize, &ReadFile)],
    asked: Option<Period>,
    ledger: &mut Ledger,
) -> Option<(Period, Vec<(Cohort, Given)>)> {
    let mut tables = Tables::default();
    for (index, file) in files {
        match &file.content {
            Content::Module(Rows::Incidents(rows)) => tables.missing.push((*index, rows)),
            Content::Module(Rows::Spells(rows)) => match file.kind() {
                FileKind::Uasc => tables.uasc.push((*index, rows)),
                FileKind::ChildList => tables.trafficked.push((*index, rows)),
                _ => tables.episodes.push((*index, rows)),
            },
            _ => {}
        }
    }
    if tables.episodes.is_empty() {
        let others = tables.uasc.iter().chain(&tables.trafficked).map(|(file, _)| *file);
        for file in others.chain(tables.missing.iter().map(|(file, _)| *file)) {
            ledger.problem(file, Problem::NeedsEpisodes);
            ledger.set_aside_rest(file, Reason::NeedsEpisodes);
        }
        return None;
    }
    let period = asked.or_else(|| tables.collection_year())?;
    let counts = calculate(&tables, period);
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
