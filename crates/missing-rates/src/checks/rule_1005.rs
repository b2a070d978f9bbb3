//! 1005: the end of a period of being missing is given and is not a date.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "1005", severity: Severity::Error },
    needs: &[Table(Module::Missing)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing.iter().filter(|row| row.end.is_not_a_date()) {
        violations.row(this(row, &[Column::Missing, Column::MisStart, Column::MisEnd]).at(&[Column::MisEnd]));
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
                ("a day that the calendar does not have", &["!missing M,01/06/2024,31/06/2024"]),
                ("words", &["!missing M,01/06/2024,not found", "missing M,01/06/2024,still missing"]),
                ("no date beside a blank start", &["!missing ,,not known"]),
                ("blank", &["missing M,01/06/2024,", "missing M,01/06/2024,N/A", "missing M,01/06/2024,31/12/2099"]),
                (
                    "a date, also before the start",
                    &["missing M,01/06/2024,1/6/2024", "missing M,01/06/2024,01/05/2024", "missing M,,02/06/2024"],
                ),
            ],
        );
    }
}
