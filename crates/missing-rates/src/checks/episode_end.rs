//! Our own: an episode's end is given and is not a date.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "episode-end", severity: Severity::Error },
    needs: &[Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes.iter().filter(|row| row.dec.is_not_a_date()) {
        violations.row(this(row, &[Column::Decom, Column::Dec]).at(&[Column::Dec]));
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
                ("no date", &["!episodes 01/06/2024,31/06/2024", "!episodes ,soon"]),
                ("blank", &["episodes 01/06/2024,"]),
                ("a date", &["episodes 01/06/2024,30/06/2024"]),
            ],
        );
    }
}
