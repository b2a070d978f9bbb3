//! Our own: a blank or unknown code in LS.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Cells;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "legal-status", severity: Severity::Warning },
    needs: &[Cells(Module::Episodes, Column::Ls)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes.iter().filter(|row| row.ls.is_other() || row.ls.is_blank()) {
        violations.row(this(row, &[Column::Ls, Column::Decom, Column::Dec]).at(&[Column::Ls]));
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
                ("unknown", &["!episodes 01/06/2024,,C9", "!episodes 01/07/2024,,V"]),
                ("blank", &["!episodes 01/06/2024,,"]),
                ("known, in small letters too", &["episodes 01/06/2024,,C2", "episodes 01/07/2024,,v4"]),
            ],
        );
    }
}
