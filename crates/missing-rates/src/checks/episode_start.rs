//! Our own: an episode without a date on which it starts.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "episode-start", severity: Severity::Error },
    needs: &[Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes.iter().filter(|row| row.decom.day().is_none()) {
        violations.row(this(row, &[Column::Decom, Column::Dec]).at(&[Column::Decom]));
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
                ("blank", &["!episodes ,01/06/2024"]),
                ("no date", &["!episodes 31/06/2024,", "!episodes 01/13/2024,", "!episodes 01/06/24,"]),
                ("a date", &["episodes 01/06/2024,", "episodes 2024-06-01,31/06/2024"]),
            ],
        );
    }
}
