//! 570: a period of being missing starts after the collection year.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "570", severity: Severity::Error },
    needs: &[Table(Module::Missing), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing.iter().filter(|row| row.start.day().is_some_and(|start| start > child.year.end())) {
        violations.row(this(row, &[Column::MisStart, Column::MisEnd]).at(&[Column::MisStart]));
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
                ("the day after", &["!missing M,01/04/2025,"]),
                ("a mistyped year", &["!missing A,01/06/2052,02/06/2024"]),
                ("whatever the code", &["!missing ,01/04/2025,"]),
                ("the last day", &["missing M,31/03/2025,"]),
                ("before the year", &["missing M,31/03/2024,01/04/2024"]),
                ("blank or no date", &["missing M,,", "missing M,31/04/2025,"]),
            ],
        );
    }
}
