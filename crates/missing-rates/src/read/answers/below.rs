//! Where another table begins below the rows: at other headings, or at a title of another group or period. What follows has
//! other columns, or is about other children, so it is never read under the first headings.

use missing_rows::Record;

use super::layout::names_authority;
use crate::period::Period;
use crate::read::heading::{Kind, Role, groups, names_figures, period_of_title, read};
use crate::read::sheet::Sheet;
use crate::read::text::cell_text;

/// A longer text is a note.
const TITLE: usize = 80;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begins {
    /// A row like the others.
    Nothing,
    /// The same headings again, in other capitals or spaces.
    TheSame,
    /// Another table.
    Another,
}

/// What begins with a row. `holding` are the columns of figures, `naming` those of authorities; `period` is what the rows are of
/// that do not say it.
pub(super) fn begins(
    record: &Record<'_>,
    sheet: &Sheet,
    holding: &[usize],
    naming: &[usize],
    period: Option<Period>,
) -> Begins {
    // Most rows begin with the name of an authority and have a number.
    let cell = |at: usize| cell_text(record.cell(at)).trim().to_owned();
    let is_number = |at: &usize| record.cell(*at).first().is_some_and(u8::is_ascii_digit);
    if holding.iter().any(is_number) {
        return Begins::Nothing;
    }
    let held: Vec<(usize, String)> =
        holding.iter().map(|at| (*at, cell(*at))).filter(|(_, text)| !text.is_empty()).collect();
    let heads = |at: &usize| matches!(read(&cell(*at)).kind, Kind::Role(Role::Authority | Role::Code));
    if !held.is_empty() {
        if !naming.iter().any(heads) || !held.iter().all(|(_, text)| names_figures(text)) {
            return Begins::Nothing;
        }
        let plain = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        let same = |(at, text): &(usize, String)| {
            sheet.columns.get(*at).is_some_and(|column| plain(&column.heading) == plain(text))
        };
        return if held.iter().all(same) { Begins::TheSame } else { Begins::Another };
    }
    let filled: Vec<String> =
        record.cells().map(|cell| cell_text(cell).trim().to_owned()).filter(|cell| !cell.is_empty()).collect();
    let [title] = filled.as_slice() else { return Begins::Nothing };
    if title.len() > TITLE || names_authority(title) {
        return Begins::Nothing;
    }
    let own: Vec<_> =
        holding.iter().filter_map(|at| sheet.columns.get(*at)).flat_map(|column| groups(&column.heading)).collect();
    let other_group = groups(title).iter().any(|group| !own.contains(group));
    // Alone, a year is a title too; rows that say their own year are not below it.
    let other_period = period.is_some_and(|of| period_of_title(title).is_some_and(|said| said != of));
    if other_group || other_period { Begins::Another } else { Begins::Nothing }
}
