//! 571: a period of being missing ends outside the collection year.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "571", severity: Severity::Error },
    needs: &[Table(Module::Missing), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing {
        if row.end.day().is_some_and(|end| end < child.year.start() || end > child.year.end()) {
            violations.row(this(row, &[Column::MisStart, Column::MisEnd]).at(&[Column::MisEnd]));
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
                ("over on the last day of last year", &["!missing M,30/03/2024,31/03/2024"]),
                ("on the first day of next year", &["!missing M,30/03/2025,01/04/2025"]),
                ("with a start that is no date", &["!missing M,31/02/2024,31/03/2024"]),
                ("the first and the last day", &["missing M,30/03/2024,01/04/2024", "missing A,30/03/2025,31/03/2025"]),
                ("blank or no date", &["missing M,01/06/2024,", "missing M,01/07/2024,31/02/2024"]),
            ],
        );
    }
}
