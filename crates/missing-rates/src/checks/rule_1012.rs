//! 1012: a child of Missing has no episode.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "1012", severity: Severity::Error },
    needs: &[Table(Module::Missing), Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    if child.this.episodes.is_empty() {
        for row in child.this.missing {
            violations.row(this(row, &[Column::Missing, Column::MisStart, Column::MisEnd]).at(&[]));
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
                ("no episode", &["!missing M,01/06/2024,02/06/2024", "!missing M,,"]),
                ("only last year’s", &["!missing M,01/06/2024,02/06/2024", "last-episodes 01/05/2023,01/02/2024"]),
                ("an episode", &["missing M,01/06/2024,02/06/2024", "episodes 01/05/2024,"]),
                (
                    "an episode that is over, or has no date",
                    &["missing M,01/06/2024,02/06/2024", "episodes 31/02/2024,"],
                ),
                ("no row in Missing", &["header 01/01/2010"]),
            ],
        );
    }
}
