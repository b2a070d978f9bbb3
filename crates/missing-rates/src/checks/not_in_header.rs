//! Our own: a child of Episodes is not in Header.

use missing_rows::Column;

use super::child_rows::{ChildRows, Violations, this};
use super::needs::Module;
use super::needs::Need::Table;
use super::rule::{Broken, ChildRule, Rule, Severity};

pub(super) static RULE: ChildRule = ChildRule {
    rule: Rule { code: "not-in-header", severity: Severity::Warning },
    needs: &[Table(Module::Episodes), Table(Module::Header)],
    broken: Broken::InReturn(broken),
};

fn broken<'a>(child: &ChildRows<'a>, violations: &mut Violations<'a>) {
    if child.this.header.is_empty()
        && let Some(first) = child.this.episodes.first()
    {
        violations.row(this(first, &[Column::Decom, Column::Dec]).at(&[]));
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
                ("not there", &["!episodes 01/05/2024,"]),
                ("once, whatever number of episodes", &["!episodes 01/05/2024,10/06/2024", "episodes 10/06/2024,"]),
                ("in last year’s alone", &["!episodes 01/05/2024,", "last-header 01/01/2010"]),
                ("there", &["episodes 01/05/2024,", "header 01/01/2010"]),
                ("without a date of birth", &["episodes 01/05/2024,", "header "]),
                ("no episodes", &["missing M,01/06/2024,"]),
            ],
        );
    }
}
