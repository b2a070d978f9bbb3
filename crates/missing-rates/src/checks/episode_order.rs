//! Our own: an episode that ends before it starts.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "episode-order", severity: Severity::Error },
    needs: &[Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes {
        if row.decom.day().zip(row.dec.day()).is_some_and(|(from, to)| to < from) {
            violations.row(this(row, &[Column::Decom, Column::Dec]));
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
                ("a day before", &["!episodes 02/06/2024,01/06/2024"]),
                ("the same day", &["episodes 02/06/2024,02/06/2024"]),
                (
                    "blank or no date",
                    &["episodes 02/06/2024,", "episodes 03/06/2024,31/04/2024", "episodes ,01/06/2024"],
                ),
            ],
        );
    }
}
