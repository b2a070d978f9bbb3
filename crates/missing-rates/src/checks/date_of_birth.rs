//! Our own: a date of birth that is not a date.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "date-of-birth", severity: Severity::Warning },
    needs: &[],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.header.iter().filter(|row| row.dob.is_not_a_date()) {
        violations.row(this(row, &[Column::Dob]));
    }
    for row in child.this.uasc.iter().filter(|row| row.dob.is_not_a_date()) {
        violations.row(this(row, &[Column::Dob]));
    }
    for row in child.this.missing.iter().filter(|row| row.dob.is_not_a_date()) {
        violations.row(this(row, &[Column::Dob]));
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
                ("no date", &["!header 31/02/2010", "!uasc ,31/02/2010", "!missing M,01/06/2024,,2010"]),
                ("blank", &["header ", "uasc ,", "missing M,01/06/2024,,"]),
                ("a date", &["header 01/01/2010"]),
            ],
        );
    }
}
