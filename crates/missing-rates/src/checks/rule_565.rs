//! 565: MIS_START is given, MISSING is blank.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "565", severity: Severity::Error },
    needs: &[Table(Module::Missing)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing.iter().filter(|row| row.code.is_blank() && !row.start.is_blank()) {
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
                ("a start without code", &["!missing ,01/06/2024,", "!missing ,01/07/2024,02/07/2024"]),
                ("a start that is no date", &["!missing ,31/06/2024,"]),
                ("a code, known or not", &["missing M,01/06/2024,02/06/2024", "missing X,01/07/2024,02/07/2024"]),
                ("an end alone is rule 566", &["missing ,,02/06/2024"]),
                ("nothing", &["missing ,,"]),
            ],
        );
    }
}
