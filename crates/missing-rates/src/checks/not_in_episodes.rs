//! Our own: a child of Header or UASC has no episode.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "not-in-episodes", severity: Severity::Note },
    needs: &[Table(Module::Episodes)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    if child.this.episodes.is_empty() {
        for row in child.this.header {
            violations.row(this(row, &[]));
        }
        for row in child.this.uasc {
            violations.row(this(row, &[Column::Duc]).at(&[]));
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
                ("no episode", &["!header 01/01/2010", "!uasc "]),
                ("only last year’s", &["!header 01/01/2010", "last-episodes 01/05/2023,"]),
                ("an episode, whatever it says", &["header 01/01/2010", "uasc ", "episodes ,"]),
                ("Missing is another rule", &["missing M,01/06/2024,"]),
            ],
        );
    }
}
