//! Our own: last year’s return ends a missing period on another day than this year’s does.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, last, this};
use super::needs::Module;
use super::needs::Need::{LastYears, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "ends-differ", severity: Severity::Error },
    needs: &[Table(Module::Missing), LastYears(Module::Missing)],
    broken: Broken::InReturn(broken),
};

const COLUMNS: &[Column] = &[Column::Missing, Column::MisStart, Column::MisEnd];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    let Some(before) = child.last else { return };
    for row in child.this.missing.iter().filter(|row| row.start.day().is_some() && row.end.day().is_some()) {
        // Rows are in the order of MIS_START.
        let from = before.missing.partition_point(|other| other.start < row.start);
        let same = || {
            let began = before.missing.iter().skip(from).take_while(|other| other.start == row.start);
            began.filter(|other| other.code == row.code)
        };
        if same().any(|other| other.end == row.end) {
            continue;
        }
        if let Some(other) = same().find(|other| other.end.day().is_some()) {
            let at = &[Column::MisEnd];
            violations.clash(this(row, COLUMNS).at(at), last(other, COLUMNS).at(at));
        }
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
                ("two ends", &["last-missing M,20/03/2024,25/03/2024", "!missing M,20/03/2024,05/04/2024"]),
                ("one end", &["last-missing M,20/03/2024,25/03/2024", "missing M,20/03/2024,25/03/2024"]),
                ("open last year", &["last-missing M,20/03/2024,", "missing M,20/03/2024,05/04/2024"]),
                ("open this year", &["last-missing M,20/03/2024,25/03/2024", "missing M,20/03/2024,"]),
                ("another code", &["last-missing A,20/03/2024,25/03/2024", "missing M,20/03/2024,05/04/2024"]),
                ("another start", &["last-missing M,19/03/2024,25/03/2024", "missing M,20/03/2024,05/04/2024"]),
                (
                    "twice that day, and one of them as last year",
                    &[
                        "last-missing M,20/03/2024,25/03/2024",
                        "missing M,20/03/2024,25/03/2024",
                        "!missing M,20/03/2024,05/04/2024",
                    ],
                ),
            ],
        );
    }
}
