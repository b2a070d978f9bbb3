//! 1006: the code of a row of Missing is neither M nor A.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "1006", severity: Severity::Error },
    needs: &[Table(Module::Missing)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing.iter().filter(|row| row.code.is_other()) {
        violations.row(this(row, &[Column::Missing, Column::MisStart, Column::MisEnd]).at(&[Column::Missing]));
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
                ("another letter", &["!missing X,01/06/2024,02/06/2024"]),
                ("a word", &["!missing Absent,01/06/2024,02/06/2024", "!missing found,,"]),
                ("the words for M and A", &["missing Missing,01/06/2024,02/06/2024", "missing AWAY,01/07/2024,"]),
                ("M and A", &["missing M,01/06/2024,02/06/2024", "missing A,01/07/2024,31/07/2024"]),
                ("small letters", &["missing m,01/06/2024,02/06/2024", "missing a,01/07/2024,02/07/2024"]),
                ("blank", &["missing ,01/06/2024,", "missing ,,"]),
            ],
        );
    }
}
