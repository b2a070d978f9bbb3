//! 586: a child goes missing on or before the day of birth.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "586", severity: Severity::Error },
    needs: &[Table(Module::Missing), Cells(Module::Missing, Column::Dob)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing {
        if row.start.day().zip(row.dob.day()).is_some_and(|(start, born)| start <= born) {
            violations.row(this(row, &[Column::MisStart, Column::Dob]));
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
                ("before birth", &["!missing M,01/06/2024,02/06/2024,02/06/2024"]),
                ("on the day of birth", &["!missing M,01/06/2024,02/06/2024,01/06/2024"]),
                ("the day after", &["missing M,02/06/2024,,01/06/2024"]),
                (
                    "blank or no date",
                    &[
                        "missing M,01/06/2024,,",
                        "missing M,01/07/2024,,31/02/2030",
                        "missing M,,,01/06/2030",
                        "missing M,31/06/2024,,01/06/2030",
                    ],
                ),
            ],
        );
    }
}
