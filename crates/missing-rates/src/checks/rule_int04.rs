//! INT04: a child of Missing is not in Header.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "INT04", severity: Severity::Error },
    needs: &[Table(Module::Missing), Table(Module::Header)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    if child.this.header.is_empty() {
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
                ("not in Header", &["!missing M,01/06/2024,", "!missing ,,"]),
                ("only in last year’s", &["!missing M,01/06/2024,", "last-header 01/01/2010"]),
                ("in Header, whatever it says", &["missing M,01/06/2024,", "header "]),
            ],
        );
    }
}
