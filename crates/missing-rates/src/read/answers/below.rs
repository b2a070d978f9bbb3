//! Where another table begins below the rows: at other headings, or at a title of another group or period. What follows has
//! other columns, or is about other children, so it is never read under the first headings.

use missing_rows::Record;

use super::layout::names_authority;
use crate::answer::{Answer, Withheld, read as answer};
use crate::period::Period;
use crate::read::heading::{
    Kind, Role, counts_incidents, groups, incidents_in_note, less_of_year, names_figures, names_part, period_of_title,
    read, year_in_title,
};
use crate::read::sheet::Sheet;
use crate::read::text::cell_text;

/// A longer text is a note.
const TITLE: usize = 80;
/// The same of a title that says that incidents are counted, in words.
const BANNER: usize = 6;

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Begins {
    /// A row like the others.
    Nothing,
    /// The same headings again, in other capitals or spaces.
    TheSame,
    /// A year alone, as it is written: the rows below it are of that year.
    Year(String, Period),
    /// Another table.
    Another,
}

/// What is known so far about the days of rows, and where they say what they count.
pub(super) struct Dated<'a> {
    /// Whether the rows do not say it.
    pub(super) asks: bool,
    /// Whether their headings do not say it either.
    pub(super) needs: bool,
    pub(super) period: Option<Period>,
    /// Whether a row above says it, which is a year alone.
    pub(super) above: bool,
    /// The columns that say what a row counts, if no heading does.
    pub(super) measures: &'a [usize],
}

/// What begins with a row. `holding` are the columns of figures, `naming` those of authorities.
pub(super) fn begins(record: &Record<'_>, sheet: &Sheet, holding: &[usize], naming: &[usize], dated: &Dated) -> Begins {
    // Most rows begin with the name of an authority and have a number.
    let cell = |at: usize| cell_text(record.cell(at)).trim().to_owned();
    let years = || holding.iter().filter_map(|at| sheet.columns.get(*at)).map(|column| column.period);
    // What a row counts is no title above the rows below it.
    let measures = dated.measures.iter().any(|at| !record.cell(*at).is_empty());
    if dated.asks
        && let Some(title) = alone(record).filter(|title| !measures || read(title).kind == Kind::Period)
        && let Some(begins) = year_alone(&title, dated, years())
    {
        return begins;
    }
    let is_number = |at: &usize| record.cell(*at).first().is_some_and(u8::is_ascii_digit);
    if holding.iter().any(is_number) {
        return Begins::Nothing;
    }
    let held: Vec<(usize, String)> =
        holding.iter().map(|at| (*at, cell(*at))).filter(|(_, text)| !text.is_empty()).collect();
    let heads = |at: &usize| matches!(read(&cell(*at)).kind, Kind::Role(Role::Authority | Role::Code));
    if !held.is_empty() {
        if are_subheadings(record, &held, sheet) {
            return Begins::Another;
        }
        if !naming.iter().any(heads) || !held.iter().all(|(_, text)| names_figures(text)) {
            return Begins::Nothing;
        }
        let plain = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
        let same = |(at, text): &(usize, String)| {
            sheet.columns.get(*at).is_some_and(|column| plain(&column.heading) == plain(text))
        };
        return if held.iter().all(same) { Begins::TheSame } else { Begins::Another };
    }
    let Some(title) = alone(record).filter(|title| title.len() <= TITLE && !names_authority(title)) else {
        return Begins::Nothing;
    };
    let own: Vec<_> =
        holding.iter().filter_map(|at| sheet.columns.get(*at)).flat_map(|column| groups(&column.heading)).collect();
    let other_group = groups(&title).iter().any(|group| !own.contains(group));
    // What follows may count something else.
    // A note about the whole table begins none.
    let is_note = incidents_in_note(&title).is_some();
    let incidents =
        !measures && !is_note && title.split_whitespace().count() <= BANNER && counts_incidents(&title).is_some();
    if other_group || incidents && !sheet.has_incidents() { Begins::Another } else { Begins::Nothing }
}

/// Whether a row has nothing but groups, or parts of the children, in the columns of figures: what follows is about these.
fn are_subheadings(record: &Record<'_>, held: &[(usize, String)], sheet: &Sheet) -> bool {
    let filled = record.cells().filter(|cell| !cell.trim_ascii().is_empty()).count();
    let is_answer = |text: &str| !matches!(answer(text), Answer::Withheld { reason: Withheld::NotUnderstood });
    let names = |text: &str| names_figures(text) || names_part(text) || !groups(text).is_empty();
    let same = |(at, text): &(usize, String)| {
        sheet.columns.get(*at).is_some_and(|column| column.heading.trim().eq_ignore_ascii_case(text))
    };
    filled == held.len()
        && held.len() > 1
        && held.iter().all(|(_, text)| less_of_year(text).is_none())
        && held.iter().all(|(_, text)| names(text) && !is_answer(text) && text.split_whitespace().count() <= BANNER)
        && !held.iter().all(same)
}

/// The one text of a row: in one cell, or in each that a merged cell spanned.
pub(super) fn alone(record: &Record<'_>) -> Option<String> {
    let mut filled = record.cells().filter(|cell| !cell.is_empty());
    let first = filled.next()?;
    filled.all(|cell| cell == first).then(|| cell_text(first).trim().to_owned()).filter(|text| !text.is_empty())
}

/// What begins with a row that names a year and nothing else, where the rows do not say theirs. A title that is not wholly
/// understood is of another year as well.
fn year_alone(title: &str, dated: &Dated<'_>, mut headed: impl Iterator<Item = Option<Period>>) -> Option<Begins> {
    if title.len() > TITLE || names_authority(title) {
        return None;
    }
    let named = year_in_title(title)?;
    if !dated.needs {
        // The headings say their years.
        let said = period_of_title(title).or(named.period);
        return headed.any(|of| of.is_some() && of != said).then_some(Begins::Another);
    }
    match (period_of_title(title), dated.period) {
        (said, of) if of.is_some() && said.or(named.period) == of => None,
        (Some(said), of) if of.is_none() || dated.above => Some(Begins::Year(title.to_owned(), said)),
        _ => Some(Begins::Another),
    }
}
