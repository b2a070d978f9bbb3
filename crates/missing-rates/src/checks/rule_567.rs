//! 567: a period of being missing ends before it starts.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "567", severity: Severity::Error },
    needs: &[Table(Module::Missing)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing {
        if row.start.day().zip(row.end.day()).is_some_and(|(start, end)| end < start) {
            violations.row(this(row, &[Column::MisStart, Column::MisEnd]));
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
                ("a day before", &["!missing M,02/06/2024,01/06/2024"]),
                ("a year before", &["!missing A,01/06/2024,02/06/2023"]),
                ("whatever the code", &["!missing X,02/06/2024,01/06/2024", "!missing ,02/06/2024,01/06/2024"]),
                ("the same day", &["missing M,02/06/2024,02/06/2024"]),
                ("the day after", &["missing M,02/06/2024,03/06/2024"]),
                ("not back yet", &["missing M,02/06/2024,"]),
                (
                    "one of the two no date, or blank",
                    &["missing M,02/06/2024,31/04/2024", "missing M,31/06/2024,01/06/2024", "missing M,,01/06/2024"],
                ),
            ],
        );
    }
}
