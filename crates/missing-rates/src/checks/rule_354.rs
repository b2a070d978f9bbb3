//! 354: an episode begins after the year.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::{Table, Year};
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "354", severity: Severity::Error },
    needs: &[Table(Module::Episodes), Year],
    broken: Broken::InReturn(broken),
};

const SPAN: &[Column] = &[Column::Decom, Column::Dec];

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    for row in child.this.episodes {
        if row.decom.day().is_some_and(|day| day > child.year.end()) {
            violations.row(this(row, SPAN).at(&[Column::Decom]));
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
                ("the day after", &["!episodes 01/04/2025,"]),
                ("years later", &["!episodes 01/04/2035,"]),
                ("the last day of the year", &["episodes 31/03/2025,"]),
                ("before it", &["episodes 10/06/2024,"]),
                ("blank, or no date", &["episodes ,", "episodes 31/06/2025,"]),
            ],
        );
    }
}
