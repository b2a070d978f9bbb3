//! 301: a child is born after the year.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "301", severity: Severity::Error },
    needs: &[Table(Module::Header), Year],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.header {
        if row.dob.day().is_some_and(|born| born > child.year.end()) {
            violations.row(this(row, &[Column::Dob]));
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
                ("the day after", &["!header 01/04/2025"]),
                ("years later", &["!header 01/01/2035"]),
                ("the last day of the year", &["header 31/03/2025"]),
                ("blank, or no date", &["header ", "header 31/02/2026"]),
            ],
        );
    }
}
