//! 355: an episode ends on the day on which it began.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "355", severity: Severity::Warning },
    needs: &[Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

const SPAN: &[Column] = &[Column::Decom, Column::Dec];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes {
        if row.decom.day().is_some_and(|from| row.dec.day() == Some(from)) {
            violations.row(this(row, SPAN));
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
                ("one day", &["!episodes 01/05/2024,01/05/2024"]),
                ("one night", &["episodes 01/05/2024,02/05/2024"]),
                ("it lasts", &["episodes 01/05/2024,"]),
                ("backwards", &["episodes 02/05/2024,01/05/2024"]),
                ("no dates", &["episodes ,", "episodes 31/06/2024,31/06/2024"]),
            ],
        );
    }
}
