//! Our own: unknown code in PLACE.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Cells;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "placement", severity: Severity::Note },
    needs: &[Cells(Module::Episodes, Column::Place)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes.iter().filter(|row| row.place.is_other()) {
        violations.row(this(row, &[Column::Place, Column::Decom, Column::Dec]).at(&[Column::Place]));
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
                ("unknown", &["!episodes 01/06/2024,,C2,S,,U9", "!episodes 01/06/2024,,C2,S,,foster"]),
                ("blank", &["episodes 01/06/2024,,C2,S,, "]),
                (
                    "known, of older years too",
                    &[
                        "episodes 01/06/2024,,C2,S,,U4",
                        "episodes 01/07/2024,,C2,S,,H5",
                        "episodes 01/08/2024,,C2,S,,z1",
                    ],
                ),
            ],
        );
    }
}
