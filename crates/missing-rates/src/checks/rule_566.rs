//! 566: MIS_END is given, MISSING is blank.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "566", severity: Severity::Error },
    needs: &[Table(Module::Missing)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.missing.iter().filter(|row| row.code.is_blank() && !row.end.is_blank()) {
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
                ("an end without code", &["!missing ,,02/06/2024"]),
                ("start and end without code", &["!missing ,01/06/2024,02/06/2024"]),
                ("an end that is no date", &["!missing ,,31/06/2024"]),
                ("a code, known or not", &["missing M,01/06/2024,02/06/2024", "missing X,,02/07/2024"]),
                ("no end", &["missing ,01/06/2024,", "missing ,,"]),
            ],
        );
    }
}
