//! INT13: a child of Missing has another date of birth in Header.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

use super::same_child::other_birth;

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "INT13", severity: Severity::Error },
    needs: &[Table(Module::Missing), Table(Module::Header), Cells(Module::Missing, Column::Dob)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing {
        if let Some(header) = other_birth(child.this.header, row.dob) {
            violations.clash(this(row, &[Column::Dob]), this(header, &[Column::Dob]));
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
                ("another day", &["!missing M,01/06/2024,,02/01/2010", "header 01/01/2010"]),
                (
                    "none of the two that Header has",
                    &["!missing M,01/06/2024,,02/01/2010", "header 01/01/2010", "header 01/01/2011"],
                ),
                ("the same day, written otherwise", &["missing M,01/06/2024,,1/1/2010", "header 2010-01-01"]),
                (
                    "one of the two that Header has",
                    &["missing M,01/06/2024,,01/01/2010", "header 01/01/2010", "header 01/01/2011"],
                ),
                (
                    "blank or no date on either side",
                    &["missing M,01/06/2024,,", "missing M,01/07/2024,,31/02/2010", "header 01/01/2010"],
                ),
                ("no date in Header", &["missing M,01/06/2024,,01/01/2010", "header 31/02/2010", "header "]),
                ("not in Header", &["missing M,01/06/2024,,01/01/2010"]),
            ],
        );
    }
}
