//! 576: a period left open in last year’s return is not carried on in this year’s.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{LastYears, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "576", severity: Severity::Error },
    needs: &[Table(Module::Missing), LastYears(Module::Missing)],
    broken: Broken::InReturn(broken),
};

const COLUMNS: &[Column] = &[Column::MisStart, Column::MisEnd];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    // Rows are in the order of MIS_START, with blanks after the dates.
    let first = child.this.missing.first();
    let mut open = before.missing.iter().filter(|row| row.end.is_blank() && row.start.day().is_some());
    // One finding for each child: otherwise the same row would be listed again.
    let not_carried_on = open.find(|row| first.is_none_or(|first| first.start != row.start));
    match (not_carried_on, first) {
        (Some(row), Some(first)) => violations.clash(this(first, COLUMNS).at(&[Column::MisStart]), last(row, COLUMNS)),
        (Some(row), None) => violations.row(last(row, COLUMNS).at(&[Column::MisEnd])),
        (None, _) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::cases::holds;
    use super::*;

    #[test]
    fn cases() {
        holds(
            &RULE,
            &[
                (
                    "this year begins with another day",
                    &["last-missing M,30/03/2024,", "!missing M,31/03/2024,02/04/2024"],
                ),
                (
                    "this year’s first period is a later one",
                    &["last-missing M,30/03/2024,", "!missing M,01/06/2024,02/06/2024"],
                ),
                ("no row this year", &["!last-missing M,30/03/2024,"]),
                ("only rows without a date", &["last-missing M,30/03/2024,", "!missing M,,"]),
                ("carried on, and ended", &["last-missing M,30/03/2024,", "missing M,30/03/2024,02/04/2024"]),
                (
                    "carried on, and still open",
                    &["last-missing M,30/03/2024,", "missing M,30/03/2024,", "missing M,01/06/2024,"],
                ),
                ("ended last year", &["last-missing M,30/03/2024,31/03/2024", "missing M,01/06/2024,"]),
                (
                    "last year’s row has no start, or an end that is no date",
                    &["last-missing M,,", "last-missing M,30/03/2024,31/02/2024", "missing M,01/06/2024,"],
                ),
            ],
        );
    }
}
