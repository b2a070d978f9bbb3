//! Whether the name of a sheet or of a file is about another year than the figures in it say.

use super::answers::AnswersTable;
use super::heading::{period_of_name, year_in_file_name};
use super::stems;
use crate::period::Period;
use missing_rows::NAME_JOINT;

/// The name of a sheet that is about another year than all of its figures, or that of a file about a year that was over before
/// them. A later year in the name of a file may be when it was asked for.
pub(super) fn differs<'a>(name: &'a str, table: &AnswersTable) -> Option<&'a str> {
    let mut periods = table.cells.iter().filter_map(|cell| cell.period).peekable();
    periods.peek()?;
    let sheet = name.rsplit_once(NAME_JOINT).map(|(_, sheet)| sheet);
    if let Some((sheet, named)) = sheet.and_then(|sheet| Some((sheet, period_of_name(sheet)?))) {
        return periods.all(|period| !period.overlaps(named.start(), named.end())).then_some(sheet);
    }
    let file = stems(name).last()?;
    let named: Period = year_in_file_name(file)?.period?;
    periods.all(|period| named.end() < period.start()).then_some(file)
}
