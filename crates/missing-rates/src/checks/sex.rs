//! Our own: unknown code in SEX.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Cells;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "sex", severity: Severity::Note },
    needs: &[Cells(Module::Header, Column::Sex)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.header.iter().filter(|row| row.sex.is_other()) {
        violations.row(this(row, &[Column::Sex]));
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
                ("unknown", &["!header 01/01/2010,3", "!header 01/01/2010,male"]),
                ("blank", &["header 01/01/2010,"]),
                (
                    "of either style",
                    &[
                        "header 01/01/2010,1",
                        "header 01/01/2010,2",
                        "header 01/01/2010,F",
                        "header 01/01/2010,m",
                        "header 01/01/2010,U",
                    ],
                ),
            ],
        );
    }
}
