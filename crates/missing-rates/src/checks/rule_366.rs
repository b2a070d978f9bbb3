//! 366: the placement changes in a short break.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Cells, Table};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "366", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), Cells(Module::Episodes, Column::Rne)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes.iter().filter(|row| row.ls.text() == "V3" && !row.rne.is_start()) {
        violations.row(this(row, &[Column::Ls, Column::Rne]));
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
                ("another placement", &["!episodes 01/05/2024,02/05/2024,V3,P"]),
                ("blank", &["!episodes 01/05/2024,02/05/2024,V3,"]),
                ("it began", &["episodes 01/05/2024,02/05/2024,V3,S"]),
                ("a series, or no short break", &["episodes 01/05/2024,02/05/2024,V4,P", "episodes 02/05/2024,,C2,P"]),
            ],
        );
    }
}
