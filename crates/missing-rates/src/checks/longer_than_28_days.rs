//! Our own: a period of more than 28 days.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "longer-than-28-days", severity: Severity::Note },
    needs: &[Table(Module::Missing), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing {
        let Some((_, start, end)) = row.days() else { continue };
        if end.min(child.known_until(Module::Missing)).days_since(start) > 28 {
            violations.row(
                this(row, &[Column::Missing, Column::MisStart, Column::MisEnd]).at(&[Column::MisStart, Column::MisEnd]),
            );
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
                ("29 days", &["!missing M,01/06/2024,30/06/2024", "!missing A,01/08/2024,01/09/2024"]),
                ("open since before the last 28 days of the year", &["!missing M,02/03/2025,"]),
                ("28 days", &["missing M,01/06/2024,29/06/2024"]),
                ("open since the last 28 days", &["missing M,03/03/2025,"]),
                (
                    "rows that are not used",
                    &["missing X,01/06/2024,30/09/2024", "missing M,01/06/2024,31/09/2024", "missing M,,30/09/2024"],
                ),
            ],
        );
    }
}
