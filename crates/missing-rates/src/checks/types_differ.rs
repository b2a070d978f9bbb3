//! Our own: last year’s return says A where this year’s says M of a missing period, or the other way round.

use missing_rows::{Column, MissingRow};

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{LastYears, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "types-differ", severity: Severity::Error },
    needs: &[Table(Module::Missing), LastYears(Module::Missing)],
    broken: Broken::InReturn(broken),
};

const COLUMNS: &[Column] = &[Column::Missing, Column::MisStart, Column::MisEnd];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    for row in child.this.missing.iter().filter(|row| row.days().is_some()) {
        if began(before.missing, row).any(|other| other.code == row.code) {
            continue;
        }
        // A period that both returns report is another one.
        let both = |other: &MissingRow| began(child.this.missing, row).any(|own| own.code == other.code);
        if let Some(other) = began(before.missing, row).find(|other| !both(other)) {
            let at = &[Column::Missing];
            violations.clash(this(row, COLUMNS).at(at), last(other, COLUMNS).at(at));
        }
    }
}

/// The periods that begin with another one. Rows are in the order of `MIS_START`.
fn began<'a>(rows: &'a [MissingRow], with: &MissingRow) -> impl Iterator<Item = &'a MissingRow> + use<'a> {
    let start = with.start;
    let from = rows.partition_point(|other| other.start < start);
    rows.iter().skip(from).take_while(move |other| other.start == start).filter(|other| other.days().is_some())
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
                ("M, then A", &["last-missing M,20/03/2024,05/04/2024", "!missing A,20/03/2024,05/04/2024"]),
                ("A, then M", &["last-missing A,20/03/2024,", "!missing M,20/03/2024,05/04/2024"]),
                ("another end", &["last-missing M,20/03/2024,25/03/2024", "!missing A,20/03/2024,05/04/2024"]),
                ("one type", &["last-missing M,20/03/2024,", "missing M,20/03/2024,05/04/2024"]),
                ("another start", &["last-missing M,19/03/2024,", "missing A,20/03/2024,05/04/2024"]),
                (
                    "both in both years",
                    &[
                        "last-missing M,20/03/2024,",
                        "last-missing A,20/03/2024,",
                        "missing M,20/03/2024,05/04/2024",
                        "missing A,20/03/2024,05/04/2024",
                    ],
                ),
                (
                    "both this year",
                    &[
                        "last-missing M,20/03/2024,",
                        "missing M,20/03/2024,05/04/2024",
                        "missing A,20/03/2024,05/04/2024",
                    ],
                ),
                ("no type last year", &["last-missing X,20/03/2024,", "missing A,20/03/2024,05/04/2024"]),
            ],
        );
    }
}
