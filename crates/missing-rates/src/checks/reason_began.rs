//! Our own: unknown code in RNE.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Cells;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "reason-began", severity: Severity::Note },
    needs: &[Cells(Module::Episodes, Column::Rne)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes.iter().filter(|row| row.rne.is_other()) {
        violations.row(this(row, &[Column::Rne, Column::Decom, Column::Dec]).at(&[Column::Rne]));
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
                ("unknown", &["!episodes 01/06/2024,,C2,X"]),
                ("blank", &["episodes 01/06/2024,,C2,"]),
                ("known", &["episodes 01/06/2024,,C2,S", "episodes 01/07/2024,,C2,p"]),
            ],
        );
    }
}
