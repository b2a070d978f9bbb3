//! What the rows of a module come to: whether it can be used at its end, and why a row is not.

use missing_rows::{Module, Refusal, Rows};

use super::content::Content;
use super::month_first::{are_month_first, column_with_month_first};
use super::notes::Notes;
use super::other_dates::{column_of_numbers, columns_in_words};
use crate::report::{FileKind, Problem, Reason};

/// Fewer rows that name no authority, where others do, are only told of.
const FEW: u64 = 2;
/// So is a smaller part of the rows than one of so many.
const ONE_OF: u64 = 20;

/// A module that was read to its end. It cannot be used if several rows have an identifier that a spreadsheet has
/// rounded, since nobody knows whether they are one child; nor if its dates have the month first, or if the column of authorities is blank in many
/// rows.
pub(super) fn module(
    kind: FileKind,
    modules: Vec<Module>,
    problem: Option<Problem>,
    notes: &mut Notes,
) -> (FileKind, Content, Option<Problem>) {
    let rounded = || modules.iter().flat_map(|module| &module.rounded);
    let mut rows: Vec<u32> = rounded().map(|(_, row)| *row).collect();
    rows.sort_unstable();
    for row in &rows {
        notes.find("identifier-rounded", u64::from(*row), "CHILD", "");
    }
    let nobodys = notes.rows_for(Reason::AuthorityNotRecognised);
    let is_twice = |module: &Module| module.rounded.windows(2).any(|pair| pair[0].0 == pair[1].0);
    let twice = modules.iter().any(is_twice);
    match rows.first() {
        Some(first) if twice => {
            let problem = Problem::RoundedIdentifiers { rows: rows.len() as u64, row: u64::from(*first) };
            (kind, Content::Nothing, Some(problem))
        }
        _ if nobodys >= FEW && nobodys * ONE_OF >= notes.rows => {
            (kind, Content::Nothing, Some(Problem::RowsWithoutAuthority { rows: nobodys }))
        }
        _ if modules.iter().any(|module| matches!(&module.rows, Rows::Missing(rows) if are_month_first(rows))) => {
            (kind, Content::Nothing, Some(Problem::MonthFirst))
        }
        _ => {
            let month_first = modules.iter().find_map(column_with_month_first);
            let month_first = month_first.map(|column| Problem::MonthFirstIn { column: column.name().to_owned() });
            let numbers = || {
                let column = modules.iter().find_map(column_of_numbers)?;
                Some(Problem::NumbersForDates { column: column.name().to_owned() })
            };
            if let Some(problem) = month_first.or_else(numbers) {
                return (kind, Content::Nothing, Some(problem));
            }
            for (column, row) in modules.iter().flat_map(columns_in_words) {
                notes.find("date-in-words", u64::from(row), column.name(), "");
            }
            (kind, Content::Modules(modules), problem)
        }
    }
}

/// Notes a row of a module that is not used.
#[cold]
pub(super) fn refuse(why: Refusal, row: u64, notes: &mut Notes) {
    match why {
        Refusal::NoChild => notes.find("no-child", row, "CHILD", ""),
        Refusal::NoAuthority => notes.find("authority-not-recognised", row, "", ""),
        _ => {}
    }
    notes.set_aside(match why {
        Refusal::NotNeeded => Reason::ModuleNotNeeded,
        Refusal::Empty => Reason::EmptyRow,
        Refusal::NoChild => Reason::NoChild,
        Refusal::NoStart => Reason::NoStartDate,
        Refusal::BadEnd => Reason::BadEndDate,
        Refusal::Backwards => Reason::EndBeforeStart,
        Refusal::NotMissingOrAway => Reason::NotMissingOrAway,
        Refusal::NotUnderstood => Reason::MeasureNotRecognised,
        Refusal::NoAuthority => Reason::AuthorityNotRecognised,
    });
}
