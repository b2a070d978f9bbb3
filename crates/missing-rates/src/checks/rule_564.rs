//! 564: MISSING is given, MIS_START is blank.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "564", severity: Severity::Error },
    needs: &[Table(Module::Missing)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing.iter().filter(|row| !row.code.is_blank() && row.start.is_blank()) {
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
                ("no date at all", &["!missing M,,", "!missing A,,"]),
                ("an end alone", &["!missing M,,02/06/2024"]),
                ("an unknown code", &["!missing X,,"]),
                ("a start that is no date is not blank", &["missing M,31/06/2024,"]),
                ("no code", &["missing ,,", "missing ,,02/06/2024"]),
                ("a start", &["missing M,01/06/2024,"]),
            ],
        );
    }
}
