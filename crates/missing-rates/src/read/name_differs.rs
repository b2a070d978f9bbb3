//! Whether the name of a sheet is about another year than the figures on it say.

use super::answers::AnswersTable;
use super::heading::period_of_name;
use missing_rows::NAME_JOINT;

/// The name of a sheet that is about another year than all of its figures. The name of a file may say when it was asked for.
pub(super) fn differs<'a>(name: &'a str, table: &AnswersTable) -> Option<&'a str> {
    let (_, sheet) = name.rsplit_once(NAME_JOINT)?;
    let named = period_of_name(sheet)?;
    let mut periods = table.cells.iter().filter_map(|cell| cell.period).peekable();
    periods.peek()?;
    periods.all(|period| !period.overlaps(named.start(), named.end())).then_some(sheet)
}
