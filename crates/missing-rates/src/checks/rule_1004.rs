//! 1004: the start of a period of being missing is not known.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "1004", severity: Severity::Error },
    needs: &[Table(Module::Missing)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing.iter().filter(|row| row.start.day().is_none()) {
        violations.row(this(row, &[Column::Missing, Column::MisStart, Column::MisEnd]).at(&[Column::MisStart]));
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
                ("blank", &["!missing M,,02/06/2024"]),
                ("a day that the calendar does not have", &["!missing M,31/06/2024,02/07/2024"]),
                ("month before day", &["!missing M,06/13/2024,"]),
                ("a year of two digits", &["!missing M,01/06/24,"]),
                ("nothing but the child", &["!missing ,,"]),
                (
                    "a date, whatever stands around it",
                    &["missing M,01/06/2024,", "missing ,01/06/2024,soon", "missing X,2024-06-01,31/06/2024"],
                ),
                ("a time of day behind the date", &["missing M,01/06/2024 00:00,"]),
            ],
        );
    }
}
