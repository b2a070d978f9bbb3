//! Whether the name of a sheet is about another year, or other children, than the figures on it say.

use super::answers::AnswersTable;
use super::heading::{groups, period_of_name};
use crate::cohort::Cohort;
use missing_rows::NAME_JOINT;

/// The name of a sheet that says something else than all of its figures. The name of a file may say when it was asked for.
pub(super) fn differs<'a>(name: &'a str, table: &AnswersTable) -> Option<&'a str> {
    let (_, sheet) = name.rsplit_once(NAME_JOINT)?;
    let figures = || table.cells.iter();
    let periods = || figures().filter_map(|cell| cell.period);
    let other_period = period_of_name(sheet).is_some_and(|named| {
        periods().next().is_some() && periods().all(|period| !period.overlaps(named.start(), named.end()))
    });
    let named = groups(sheet);
    let other_group = !named.is_empty()
        && figures().next().is_some()
        && figures().all(|cell| named.iter().all(|group| !is_about(cell.cohort, *group)));
    (other_period || other_group).then_some(sheet)
}

/// Whether figures about one group may be on a sheet that is named after another.
fn is_about(cohort: Cohort, named: Cohort) -> bool {
    cohort == named
        || named == Cohort::All
        || cohort == Cohort::TraffickedAndUnaccompanied
        || named == Cohort::TraffickedAndUnaccompanied
}
