//! Our own: unknown code in REC.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Cells;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "reason-ended", severity: Severity::Note },
    needs: &[Cells(Module::Episodes, Column::Rec)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes.iter().filter(|row| row.rec.is_other() || row.dec.is_blank() && !row.rec.is_blank())
    {
        violations.row(this(row, &[Column::Rec, Column::Decom, Column::Dec]).at(&[Column::Rec]));
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
                ("unknown", &["!episodes 01/06/2024,02/06/2024,C2,S,E99"]),
                ("an episode that lasts", &["!episodes 01/06/2024,,C2,S,X1"]),
                ("known", &["episodes 01/06/2024,02/06/2024,C2,S,X1", "episodes 02/06/2024,03/06/2024,C2,S,e4a"]),
                ("blank", &["episodes 01/06/2024,02/06/2024,C2,S,", "episodes 02/06/2024,,C2,S,"]),
                ("an end that is no date", &["episodes 01/06/2024,31/06/2024,C2,S,X1"]),
            ],
        );
    }
}
